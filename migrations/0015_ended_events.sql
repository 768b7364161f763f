-- What is over can still be found on the web, the last one first.
create index event_over on event (ended_at) where visibility = 'public' and ended_at is not null;
