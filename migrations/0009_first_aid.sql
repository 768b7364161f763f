-- What a person was told after an attempt at an update that failed, as the adapter names it: the outcome takes its place.
-- An update that is done is known by its name alone: nothing that people wrote is kept of it.
alter table inbox add column told text;
update inbox set payload = '', lane = '' where state = 'done';
create index inbox_parked on inbox (id) where state = 'parked';

-- Whatever was erased before is overwritten once.
insert into cursor_position (name, value, at) values ('erased', 0, 0);
delete from inbox where state = 'parked';

-- A record keeps ids. Titles are looked up by whoever may know the event; detail is a reason or a day.
update audit set detail = coalesce((
    select case when substr(audit.detail, 1, length(e.title)) = e.title
        then trim(substr(audit.detail, length(e.title) + 1)) else '' end
    from event e where e.id = audit.event_id), '')
where event_id is not null and what not in ('backfill', 'own_repair');
update audit set detail = ''
where by_person not in (select id from person) or (about_person is not null and about_person not in (select id from person));
create index audit_by on audit (by_person);
create index audit_about on audit (about_person);

-- A code is typed on the other side, and then its maker is asked: made_on is the maker's side, asked_by who typed it,
-- by which account.
delete from link_code;
alter table link_code add column made_on text not null default '';
alter table link_code add column asked_by bigint;
alter table link_code add column asked_on text not null default '';
alter table link_code add column asked_id text not null default '';

-- The request that a cheer or a nudge came with: a repeat of it is the same one.
alter table greeting add column made_by text not null default '';

-- A code that its host posted for everybody to read is none that somebody gave away.
alter table invite add column posted boolean not null default false;
