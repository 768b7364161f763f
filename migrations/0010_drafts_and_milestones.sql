-- Whether others are told of a person's milestones.
alter table person add column milestones boolean not null default true;
