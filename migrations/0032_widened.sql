-- When those who are or were in an event were last told that more people see it: they are told once a day at most.
alter table event add column widened_at bigint;
