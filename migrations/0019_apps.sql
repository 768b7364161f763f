-- Programs of others that people let in (OAuth 2), and what is on its way to them.
create table app (
    id         text   primary key,
    -- Who made it known here.
    person_id  bigint not null,
    name       text   not null,
    -- Where people may be sent back to, as a JSON list.
    redirects  text   not null,
    created_at bigint not null
);
create index app_person on app (person_id, created_at);

create table app_code (
    code_hash  text   primary key,
    app_id     text   not null,
    -- Who agreed; none while a device waits.
    person_id  bigint,
    scope      text   not null,
    -- Where to, and the digest of a secret that only the program knows; none for a device.
    redirect   text,
    challenge  text,
    -- What people type who let a device in.
    user_code  text,
    -- 'waiting', 'agreed' or 'refused'.
    state      text   not null,
    polled_at  bigint,
    expires_at bigint not null
);
create unique index app_code_user on app_code (user_code);
create index app_code_app on app_code (app_id);
create index app_code_person on app_code (person_id);
create index app_code_expiring on app_code (expires_at);

-- A token of an app is renewed with a secret that is good once. One part of it stays: whoever brings that with another
-- rest has one that was used before, and may have stolen it.
alter table token add column app_id text;
alter table token add column family_hash text;
create index token_family on token (family_hash);
create index token_app on token (app_id, person_id);

-- What short-lived tokens are signed with.
create table signing_key (
    -- There is one.
    n          bigint primary key,
    id         text   not null,
    secret     text   not null,
    created_at bigint not null
);
