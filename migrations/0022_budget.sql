-- How much a community is told without asking: 'quiet', 'usual' or 'lively'.
alter table community add column budget text not null default 'usual';

-- Milestones of a time are told in one message: the time that is gathered last in a place.
alter table destination add column gathers_from bigint;
alter table destination add column gathers_until bigint;
