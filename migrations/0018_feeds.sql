-- The newest milestones of an event, for its feed.
create index badge_newest on badge (event_id, reached_at);
