-- What somebody says to a friend beside a cheer, for whoever reads it in private.
alter table greeting add column words text not null default '';

-- How many days an event was to last that its host has ended early; 0 for one without an end, null where it went
-- as planned. The next round lasts as long.
alter table event add column planned_days bigint;
