-- What outlives whoever erases an account or parts it: what keeps them out of events, and what counts against limits. Accounts
-- stand here as keyed hashes, which say nothing to whoever reads them; only the account itself is known again.
create table trace (
    account_hash text   not null,
    -- 'ban' or 'event' (one that was made), each with the event; 'clock'; 'cheer' or 'nudge', with who was meant.
    kind         text   not null,
    about        bigint not null,
    -- When it happened; of a cheer or a nudge the day.
    at           bigint not null,
    -- When it is forgotten; a ban is not.
    expires_at   bigint,
    primary key (account_hash, kind, about, at)
);
create index trace_about on trace (kind, about);
create index trace_expiring on trace (expires_at) where expires_at is not null;

-- What the hashes are made with.
create table trace_key (
    -- There is one.
    n      bigint primary key,
    secret text   not null
);
