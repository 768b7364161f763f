-- The whole conversation: who may do what, life in a community, one identity over several platforms.

-- What people say about themselves. interests is a list of categories; quiet times are minutes of the own wall
-- time; erase_at is when everything of a person goes who asked for it.
alter table person add column interests text not null default '[]';
alter table person add column quiet_from bigint;
alter table person add column quiet_to bigint;
alter table person add column nudges boolean not null default true;
alter table person add column erase_at bigint;
create index person_erase on person (erase_at) where erase_at is not null;

-- The name by which an account is mentioned on its platform, in lower case.
alter table account add column handle text;
create index account_handle on account (platform, handle) where handle is not null;

-- A one-time code that joins the account of whoever types it to this person. Only its SHA-256 is kept.
create table link_code (
    code_hash  text   not null primary key,
    person_id  bigint not null,
    expires_at bigint not null
);

-- What an event is about, and what joining and checking in ask for besides the rules: approval is the host's
-- yes to whoever wants in, proof is none, asked or approved.
alter table event add column category text;
alter table event add column emoji text;
alter table event add column approval boolean not null default false;
alter table event add column proof text not null default 'none';
alter table event add column successor_of bigint;

-- Somebody who wants into an event whose host decides.
create table join_request (
    event_id  bigint not null,
    person_id bigint not null,
    asked_at  bigint not null,
    primary key (event_id, person_id)
);

-- Somebody who may not be in an event any more.
create table ban (
    event_id  bigint not null,
    person_id bigint not null,
    at        bigint not null,
    by_person bigint not null,
    primary key (event_id, person_id)
);

-- What was shown for a check-in, as the platform names it, and what the host said: open, approved or rejected.
create table proof (
    id        bigint not null primary key,
    event_id  bigint not null,
    key       text   not null,
    person_id bigint not null,
    platform  text   not null,
    file      text   not null,
    state     text   not null,
    at        bigint not null,
    unique (event_id, key)
);

-- People who help to run a community.
create table moderator (
    community_id bigint not null,
    person_id    bigint not null,
    at           bigint not null,
    by_person    bigint not null,
    primary key (community_id, person_id)
);

-- What hosts and managers did, for ever.
create table audit (
    id           bigint not null primary key,
    community_id bigint,
    event_id     bigint,
    at           bigint not null,
    by_person    bigint not null,
    what         text   not null,
    about_person bigint,
    detail       text   not null default ''
);
create index audit_community on audit (community_id, id);
create index audit_event on audit (event_id, id);

-- A cheer or a nudge from one person to another, once a day.
create table greeting (
    kind        text   not null,
    from_person bigint not null,
    to_person   bigint not null,
    day         bigint not null,
    event_id    bigint not null,
    at          bigint not null,
    primary key (kind, from_person, to_person, day)
);
create index greeting_to on greeting (to_person, kind, at);

-- A Discord role for whoever reaches a milestone in an event of the community. told_at is when a failure was told.
create table role_reward (
    community_id bigint not null,
    length       bigint not null,
    role         text   not null,
    told_at      bigint,
    primary key (community_id, length)
);

-- A message that is kept up to date: the card of an event, or its board of one day. due_at is when it has to be
-- written again; null while it shows what is.
create table post (
    id             bigint not null primary key,
    event_id       bigint not null,
    destination_id bigint not null,
    kind           text   not null,
    day            bigint not null default 0,
    remote_id      text,
    edited_at      bigint not null default 0,
    due_at         bigint,
    unique (event_id, destination_id, kind, day)
);
create index post_due on post (due_at) where due_at is not null;

-- What a community wants to be told: a board each day, a recap each week.
alter table community add column daily_board boolean not null default true;
alter table community add column recap boolean not null default true;

-- The instant at which a new day begins for an event with a board; null where there is none.
alter table event add column day_turns_at bigint;
create index event_day on event (day_turns_at) where day_turns_at is not null;

-- A reminder may keep to some weekdays, seven bits from Monday on.
alter table reminder add column weekdays bigint not null default 127;
