-- The whole rule book: bounded reads, rankings that stay exact, work that is due.

-- The key of a check-in is unique in its event, and the last days of a membership are read by their labels.
create table check_in_of (
    event_id     bigint not null,
    key          text   not null,
    person_id    bigint not null,
    n            bigint not null,
    day          bigint not null,
    received_at  bigint not null,
    sent_at      bigint,
    asked_day    bigint,
    amount_milli bigint,
    task         text,
    note         text,
    undone_at    bigint,
    undone_by    text,
    primary key (event_id, key)
);
insert into check_in_of
select event_id, key, person_id, row_number() over (partition by event_id, person_id order by n), day, received_at, sent_at, asked_day, amount_milli, task, note, undone_at, undone_by
from check_in;
drop table check_in;
alter table check_in_of rename to check_in;
create index check_in_day on check_in (event_id, person_id, day);
create index check_in_undone on check_in (event_id, undone_by) where undone_by is not null;

-- The cache of a membership. settled is the folded past, and what lies before its label is not read any more. ranked
-- says whether the person is a member and not hidden; seniority and back_id are joined_at and person_id with their
-- sign turned, so that an index can be walked in the order of a ranking; next_close is when a number may change by
-- itself; facts counts what happened, and numbers it in its order; rare says whether there are pauses, grants or
-- repairs to read. Consistency is in basis points, -1 while nothing was required.
-- In an event of many members (event.wide) the rankings are read by indexes and counts, which every check-in then
-- has to move; in a small one they are sorted when somebody asks. membership.wide says whether this row is counted.
alter table membership add column ranked boolean not null default false;
alter table membership add column consistency bigint not null default -1;
alter table membership add column points_milli bigint not null default 0;
alter table membership add column seniority bigint not null default 0;
alter table membership add column back_id bigint not null default 0;
alter table membership add column next_close bigint;
alter table membership add column settled text;
alter table membership add column wide boolean not null default false;
alter table membership add column facts bigint not null default 0;
alter table membership add column rare boolean not null default false;
alter table event add column wide boolean not null default false;
update membership set seniority = -joined_at, back_id = -person_id,
    ranked = member and not exists (select 1 from person p where p.id = person_id and p.hidden);
update membership set facts =
    (select count(*) from check_in c where c.event_id = membership.event_id and c.person_id = membership.person_id)
    + (select count(*) from membership_span s where s.event_id = membership.event_id and s.person_id = membership.person_id);
drop index membership_board;
create index membership_current on membership (event_id, current, longest, total, seniority, back_id) where ranked and wide;
create index membership_longest on membership (event_id, longest, total, seniority, back_id) where ranked and wide;
create index membership_total on membership (event_id, total, longest, seniority, back_id) where ranked and wide;
create index membership_points on membership (event_id, points_milli, longest, total, seniority, back_id) where ranked and wide;

-- How many ranked members of a wide event have a value in a metric: 0 current, 1 longest, 2 total. A run
-- counts while alive_until lies ahead; what does not end by itself stands under the greatest instant.
create table rank_count (
    event_id    bigint not null,
    metric      bigint not null,
    alive_until bigint not null,
    value       bigint not null,
    n           bigint not null,
    primary key (event_id, metric, alive_until, value)
);

-- Met periods and amounts of a member in one week or month of an event, which begins with first_day.
create table window_tally (
    event_id     bigint not null,
    span         text   not null,
    first_day    bigint not null,
    person_id    bigint not null,
    back_id      bigint not null,
    met          bigint not null default 0,
    points_milli bigint not null default 0,
    wide         boolean not null default false,
    primary key (event_id, span, first_day, person_id)
);
create index window_tally_met on window_tally (event_id, span, first_day, met, back_id) where wide;
create index window_tally_points on window_tally (event_id, span, first_day, points_milli, back_id) where wide and points_milli > 0;

-- Where a member stood when he last looked at a ranking.
create table rank_look (
    event_id  bigint not null,
    person_id bigint not null,
    metric    text   not null,
    rank      bigint not null,
    at        bigint not null,
    primary key (event_id, person_id, metric)
);

-- Labels of pauses, repairs and grants are read by their end; a grant names its label.
alter table freeze_grant add column day bigint not null default 0;
alter table pause add column resumed_day bigint;
alter table pause drop column resumed_at;

-- The instants at which an event begins and ends by itself, and its week turns; null once told or where there is none.
alter table event add column starts_at bigint;
alter table event add column ends_at bigint;
alter table event add column week_turns_at bigint;
create index event_starts on event (starts_at) where starts_at is not null;
create index event_ends on event (ends_at) where ends_at is not null;
create index event_week on event (week_turns_at) where week_turns_at is not null;

-- A reminder slot of kind last_call is not a wall time: it fires before the deadline.
alter table reminder add column kind text not null default 'wall';
create index reminder_last_call on reminder (next_at) where kind = 'last_call' and next_at is not null;

-- When the news of a milestone was sent; it is told once, ever (semantics 3.9).
alter table badge add column told_at bigint;
