-- What a person has left is read again in a look back on the year.
drop index membership_person;
create index membership_person on membership (person_id, event_id);
