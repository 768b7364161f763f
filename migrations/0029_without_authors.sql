-- Who made a code, excused days, kept somebody out or named a moderator is taken out of there when they are erased.
create index invite_maker on invite (made_by);
create index amnesty_giver on amnesty (given_by);
create index ban_by on ban (by_person);
create index moderator_by on moderator (by_person);

-- Of those who were erased before. PostgreSQL reads all people for each row where they are not in a list of them that is too long
-- for its memory.
update invite set made_by = 0 where made_by <> 0 and not exists (select 1 from person p where p.id = invite.made_by);
update amnesty set given_by = 0 where given_by <> 0 and not exists (select 1 from person p where p.id = amnesty.given_by);
update ban set by_person = 0 where by_person <> 0 and not exists (select 1 from person p where p.id = ban.by_person);
update moderator set by_person = 0 where by_person <> 0 and not exists (select 1 from person p where p.id = moderator.by_person);
update audit set by_person = 0 where by_person <> 0 and not exists (select 1 from person p where p.id = audit.by_person);
update audit set about_person = 0 where about_person <> 0 and not exists (select 1 from person p where p.id = audit.about_person);
-- Nobody is noted in these any more.
update freeze_grant set given_by = 0 where given_by <> 0;
update repair set made_by = 0 where made_by <> 0;

-- trace.kind may also be 'silence', with the community, and 'block', with who blocks; neither expires.
