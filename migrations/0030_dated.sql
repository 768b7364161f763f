-- An event in which everybody has a clock of their own ends when the last clock has closed its last day, not half a day before.
update event set ends_at = ends_at + 43200 where ends_at is not null and rules like '%"mode":"personal"%';
-- A period counts in the week and the month in which it was met. Those of before are counted anew while the program runs.
insert into cursor_position (name, value, at) select 'recount', 0, 0 where exists (select 1 from membership);
-- Who has left since a day was in the event when that day closed.
create index membership_span_left on membership_span (event_id, left_day) where left_day is not null;
