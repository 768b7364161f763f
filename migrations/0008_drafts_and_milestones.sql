-- Whether others are told of a person's milestones.
alter table person add column milestones boolean not null default true;

-- Who shall see an event once its owner publishes it; until then its visibility is invite, and nobody is in it.
alter table event add column draft text;
