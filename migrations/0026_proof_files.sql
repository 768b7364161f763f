-- The file of a proof that a host has not judged yet: still to be fetched from its platform, at fetch_at, or kept here
-- with its bytes. It goes with the judgement, and with whoever showed it.
create table proof_file (
    proof_id     bigint not null primary key,
    event_id     bigint not null,
    person_id    bigint not null,
    platform     text   not null,
    fetch_at     bigint,
    lease_until  bigint not null default 0,
    tries        bigint not null default 0,
    content_type text,
    size         bigint not null default 0,
    at           bigint not null,
    bytes        bytea
);
-- What is to be fetched.
create index proof_file_due on proof_file (platform, fetch_at, proof_id) where fetch_at is not null;
-- Those of a member, and how much an event keeps.
create index proof_file_member on proof_file (event_id, person_id, size);
-- How much is kept in all.
create index proof_file_size on proof_file (size);
-- The oldest first.
create index proof_file_at on proof_file (at, proof_id);
