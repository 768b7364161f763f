-- From which of two accounts that became one a cheer or a nudge went out, and to which of two it came: the platform of the account,
-- until they part again; empty where nobody has to know. So what both had on one day stands side by side, and so does what two who
-- became one once said to each other.
create table greeting_of (
    kind        text   not null,
    from_person bigint not null,
    to_person   bigint not null,
    day         bigint not null,
    event_id    bigint not null,
    at          bigint not null,
    words       text   not null default '',
    made_by     text   not null default '',
    from_on     text   not null default '',
    to_on       text   not null default '',
    primary key (kind, from_person, to_person, day, from_on, to_on)
);
insert into greeting_of (kind, from_person, to_person, day, event_id, at, words, made_by)
select kind, from_person, to_person, day, event_id, at, words, made_by from greeting;
drop table greeting;
alter table greeting_of rename to greeting;
create index greeting_to on greeting (to_person, kind, at);
create index greeting_from on greeting (from_person);

-- The same of blocks, by whom they were set; empty too where both had set one.
alter table block add column set_on text not null default '';

-- The same of the record: by whom it was done, and to whom.
alter table audit add column by_on text not null default '';
alter table audit add column about_on text not null default '';
