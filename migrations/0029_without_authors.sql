-- Who made a code, excused days, kept somebody out or named a moderator is taken out of there when they are erased.
create index invite_maker on invite (made_by);
create index amnesty_giver on amnesty (given_by);
create index ban_by on ban (by_person);
create index moderator_by on moderator (by_person);

-- Of those who were erased before.
update invite set made_by = 0 where made_by not in (select id from person);
update amnesty set given_by = 0 where given_by not in (select id from person);
update ban set by_person = 0 where by_person not in (select id from person);
update moderator set by_person = 0 where by_person not in (select id from person);
update audit set by_person = 0 where by_person not in (select id from person);
update audit set about_person = 0 where about_person is not null and about_person not in (select id from person);
-- Nobody is noted in these any more.
update freeze_grant set given_by = 0 where given_by <> 0;
update repair set made_by = 0 where made_by <> 0;

-- trace.kind may also be 'silence', with the community, and 'block', with who blocks; neither expires.
