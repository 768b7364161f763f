-- What a person wants to be called, one event that follows another, and who used a code.

-- The name that a person chose; without one that of the account counts.
alter table person add column chosen_name text;

-- An event has one next round.
create unique index event_successor on event (successor_of) where successor_of is not null;

-- Who used a code: a person uses it up once, however often it is given.
create table invite_use (
    code_hash text   not null,
    person_id bigint not null,
    primary key (code_hash, person_id)
);
