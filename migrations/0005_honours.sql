-- Whether a community's group keeps great milestones and results at its top.
alter table community add column pin_honours boolean not null default false;
