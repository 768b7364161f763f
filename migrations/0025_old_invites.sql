-- Codes that let nobody in any more are forgotten.
create index invite_expiring on invite (expires_at, code_hash);
