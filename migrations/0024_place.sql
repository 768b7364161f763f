-- What a community is told no more of, as whoever manages it has decided: nobody can announce it there.
create table silenced_event (
    community_id bigint not null,
    event_id     bigint not null,
    at           bigint not null,
    primary key (community_id, event_id)
);
create index silenced_event_event on silenced_event (event_id);

-- Whom what is posted in a community does not name, and who cannot cheer or nudge from there.
create table silenced_person (
    community_id bigint not null,
    person_id    bigint not null,
    at           bigint not null,
    primary key (community_id, person_id)
);
create index silenced_person_person on silenced_person (person_id);

-- From whom a person takes neither cheers nor nudges.
create table block (
    person_id      bigint not null,
    blocked_person bigint not null,
    at             bigint not null,
    primary key (person_id, blocked_person)
);
create index block_blocked on block (blocked_person);

-- Whether a person takes cheers at all.
alter table person add column cheers boolean not null default true;
