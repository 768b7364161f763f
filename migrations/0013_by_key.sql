-- What belongs to a person goes by the person, wherever that is not the membership's own key.
create index greeting_from on greeting (from_person);
create index join_request_person on join_request (person_id);
create index ban_person on ban (person_id);
create index moderator_person on moderator (person_id);
create index invite_use_person on invite_use (person_id);
create index proof_member on proof (event_id, person_id);
create index window_tally_person on window_tally (person_id, event_id);
-- What waits to be looked at by a host.
create index proof_open on proof (event_id, at, id) where state = 'open';
-- What belongs to a place.
create index outbox_told on outbox (destination_id) where state <> 'pending';
create index event_destination_place on event_destination (destination_id);
create index post_place on post (destination_id);
-- The few of an event who are in no ranking, and those of a wide one whose numbers change by themselves.
create index membership_unranked on membership (event_id, person_id) where not ranked;
create index membership_close on membership (event_id, next_close) where ranked and wide and next_close is not null;
