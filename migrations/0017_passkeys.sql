-- Passkeys with which people sign in, and the challenges that wait for an answer.
create table passkey (
    -- As the authenticator names it.
    id         text   primary key,
    person_id  bigint not null,
    -- What authenticators know the person by; the same for all passkeys of one person.
    handle     text   not null,
    public_key text   not null,
    -- What changes with each use, as the library writes it.
    state      text   not null,
    -- The browser in which it was made.
    name       text   not null,
    created_at bigint not null,
    -- To the second; none where it never was.
    used_at    bigint
);
create index passkey_person on passkey (person_id, created_at);

create table challenge (
    challenge_hash text   primary key,
    -- Who makes a passkey; none where somebody signs in.
    person_id      bigint,
    -- What has to be remembered until the answer, as the library writes it.
    state          text   not null,
    expires_at     bigint not null
);
create index challenge_person on challenge (person_id);
create index challenge_expiring on challenge (expires_at);
