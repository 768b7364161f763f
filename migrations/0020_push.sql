-- Browsers that take notifications for their person.
create table push_subscription (
    id           bigint primary key,
    person_id    bigint not null,
    -- Where the browser's push service takes messages for it.
    endpoint     text   not null unique,
    -- What messages are encrypted for (RFC 8291), in base 64.
    p256dh       text   not null,
    auth         text   not null,
    -- What the browser calls itself.
    browser      text   not null,
    -- The session in which it was turned on; signing out there ends it.
    session_hash text   not null,
    created_at   bigint not null
);
create index push_subscription_person on push_subscription (person_id, created_at);
create index push_subscription_session on push_subscription (session_hash);
