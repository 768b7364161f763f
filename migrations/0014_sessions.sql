-- Signing in on the web: links that are good once, and the sessions of browsers. Of both only a hash is kept.
create table sign_in (
    code_hash  text   primary key,
    person_id  bigint not null,
    expires_at bigint not null
);
create index sign_in_person on sign_in (person_id);
create index sign_in_expiring on sign_in (expires_at);

create table session (
    id_hash    text   primary key,
    person_id  bigint not null,
    created_at bigint not null,
    used_at    bigint not null,
    -- What the browser calls itself, shortened.
    browser    text   not null default ''
);
create index session_person on session (person_id);
create index session_used on session (used_at);
