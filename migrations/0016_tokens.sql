-- Keys with which programs act for a person. Only a hash is kept.
create table token (
    secret_hash text   primary key,
    id          bigint not null,
    person_id   bigint not null,
    -- What its owner calls it.
    name        text   not null,
    -- 'read', 'write', 'calendar', or 'check_in' in one event.
    scope       text   not null,
    event_id    bigint,
    created_at  bigint not null,
    -- To the hour.
    used_at     bigint
);
create index token_person on token (person_id, id);
