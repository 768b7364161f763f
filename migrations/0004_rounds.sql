-- What a person wants to be called, and one event that follows another.

-- The name that a person chose; without one that of the account counts.
alter table person add column chosen_name text;

-- An event has one next round.
create unique index event_successor on event (successor_of) where successor_of is not null;
