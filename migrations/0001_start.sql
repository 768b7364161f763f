-- One text for SQLite and PostgreSQL. Instants are seconds since 1970 in UTC, days are days since 1970-01-01,
-- ids are made by the engine and grow with time, lists and settings are JSON text.

-- A human being, whatever platforms he or she uses. The zone is the first setting; clock_setting has the later ones.
create table person (
    id         bigint  not null primary key,
    name       text    not null,
    about      text    not null default '',
    locale     text,
    zone       text    not null,
    day_start  bigint  not null default 0,
    zone_known boolean not null default false,
    hidden     boolean not null default false,
    created_at bigint  not null
);

-- A Discord or Telegram identity of a person.
create table account (
    platform    text   not null,
    external_id text   not null,
    person_id   bigint not null,
    name        text   not null,
    linked_at   bigint not null,
    primary key (platform, external_id)
);
create index account_person on account (person_id);

-- A change of a person's zone or day start (semantics R10 to R14), with the time zone database it was made under.
create table clock_setting (
    person_id bigint not null,
    n         bigint not null,
    at        bigint not null,
    zone      text   not null,
    day_start bigint not null,
    tzdata    text   not null,
    primary key (person_id, n)
);

-- A Discord server or a Telegram group.
create table community (
    id          bigint not null primary key,
    platform    text   not null,
    external_id text   not null,
    name        text   not null,
    zone        text,
    locale      text,
    created_at  bigint not null,
    unique (platform, external_id)
);

-- A streak event that people join. rules is what the engine's rules read; title_folded is the
-- title in lower case, since SQLite knows the lower case of ASCII only; made_by is the request that made the event.
create table event (
    id           bigint not null primary key,
    slug         text   not null unique,
    community_id bigint,
    owner_id     bigint not null,
    title        text   not null,
    title_folded text   not null,
    goal         text   not null default '',
    visibility   text   not null,
    rules        text   not null,
    created_at   bigint not null,
    made_by      text   not null unique,
    ended_at     bigint
);
create index event_open on event (created_at) where visibility = 'public' and ended_at is null;
create index event_community on event (community_id, created_at);
create index event_owner on event (owner_id, created_at);

-- A person in an event. All but the key is a cache of what follows from the facts, as it was last written;
-- the run counts as alive only while alive_until lies ahead.
create table membership (
    event_id    bigint  not null,
    person_id   bigint  not null,
    member      boolean not null default false,
    current     bigint  not null default 0,
    longest     bigint  not null default 0,
    total       bigint  not null default 0,
    alive_until bigint  not null default 0,
    joined_at   bigint  not null default 0,
    primary key (event_id, person_id)
);
create index membership_board on membership (event_id, current desc, person_id) where member;
create index membership_expiry on membership (alive_until, event_id, person_id) where current > 0;
create index membership_person on membership (person_id, event_id) where member;

-- A stay in an event, from joining to leaving.
create table membership_span (
    event_id   bigint not null,
    person_id  bigint not null,
    n          bigint not null,
    joined_at  bigint not null,
    joined_day bigint not null,
    left_at    bigint,
    left_day   bigint,
    primary key (event_id, person_id, n)
);

-- A check-in as it was accepted. The key is burnt for ever, also after an undo (semantics R40).
create table check_in (
    event_id     bigint not null,
    person_id    bigint not null,
    key          text   not null,
    n            bigint not null,
    day          bigint not null,
    received_at  bigint not null,
    sent_at      bigint,
    asked_day    bigint,
    amount_milli bigint,
    task         text,
    note         text,
    undone_at    bigint,
    undone_by    text,
    primary key (event_id, person_id, key)
);
create index check_in_order on check_in (event_id, person_id, n);

-- Days on which a member is away by his own wish (semantics R52).
create table pause (
    event_id   bigint not null,
    person_id  bigint not null,
    n          bigint not null,
    at         bigint not null,
    first_day  bigint not null,
    last_day   bigint not null,
    resumed_at bigint,
    primary key (event_id, person_id, n)
);

-- Freezes given by a host, beside those that follow from the rules (semantics R50).
create table freeze_grant (
    event_id  bigint not null,
    person_id bigint not null,
    n         bigint not null,
    at        bigint not null,
    amount    bigint not null,
    given_by  bigint not null,
    primary key (event_id, person_id, n)
);

-- A missed period that was mended (semantics R54).
create table repair (
    event_id  bigint not null,
    person_id bigint not null,
    day       bigint not null,
    at        bigint not null,
    made_by   bigint not null,
    primary key (event_id, person_id, day)
);

-- Days that are excused for everybody (semantics R53).
create table amnesty (
    event_id  bigint not null,
    n         bigint not null,
    at        bigint not null,
    first_day bigint not null,
    last_day  bigint not null,
    given_by  bigint not null,
    primary key (event_id, n)
);

-- A milestone that a run reached. Its announcement goes out at most once, ever.
create table badge (
    event_id   bigint not null,
    person_id  bigint not null,
    length     bigint not null,
    reached_at bigint not null,
    revoked_at bigint,
    primary key (event_id, person_id, length)
);

-- A code that lets people into an event. Only its SHA-256 is kept.
create table invite (
    code_hash  text   not null primary key,
    event_id   bigint not null,
    made_by    bigint not null,
    made_at    bigint not null,
    expires_at bigint not null,
    uses_left  bigint not null
);
create index invite_event on invite (event_id);

-- A wall time at which a member wants to be reminded; next_at is null while nothing is ahead.
create table reminder (
    event_id       bigint not null,
    person_id      bigint not null,
    slot           bigint not null,
    at_min         bigint not null,
    destination_id bigint not null,
    next_at        bigint,
    next_day       bigint,
    primary key (event_id, person_id, slot)
);
create index reminder_due on reminder (next_at, event_id, person_id) where next_at is not null;

-- A place that can hear something: a channel, a group (with its topic), a person in private.
create table destination (
    id           bigint not null primary key,
    platform     text   not null,
    address      text   not null,
    thread       text   not null default '',
    kind         text   not null,
    person_id    bigint,
    community_id bigint,
    locale       text,
    state        text   not null default 'ok',
    created_at   bigint not null,
    unique (platform, address, thread)
);
create index destination_person on destination (person_id, platform);

-- Where the news of an event is announced.
create table event_destination (
    event_id       bigint not null,
    destination_id bigint not null,
    primary key (event_id, destination_id)
);

-- Every update a platform handed to us, stored before it is confirmed. A lane is worked in order.
create table inbox (
    id          bigint not null primary key,
    source      text   not null,
    source_id   text   not null,
    lane        text   not null,
    received_at bigint not null,
    payload     text   not null,
    state       text   not null default 'open',
    attempts    bigint not null default 0,
    lease_until bigint not null default 0,
    error       text,
    unique (source, source_id)
);
create index inbox_open on inbox (source, lane, id) where state = 'open';

-- News for one destination, written in the transaction that causes it.
create table outbox (
    id             bigint not null primary key,
    dedupe_key     text   not null unique,
    platform       text   not null,
    destination_id bigint not null,
    payload        text   not null,
    not_before     bigint not null,
    expires_at     bigint not null,
    state          text   not null default 'pending',
    attempts       bigint not null default 0,
    lease_until    bigint not null default 0,
    remote_id      text,
    error          text,
    done_at        bigint
);
create index outbox_due on outbox (platform, not_before, id) where state = 'pending';

-- How far we have read a source.
create table cursor_position (
    name  text   not null primary key,
    value bigint not null,
    at    bigint not null
);

-- Work that only one process may do at a time; epoch grows with every owner.
create table lease (
    name       text   not null primary key,
    owner      text   not null,
    epoch      bigint not null,
    expires_at bigint not null
);
