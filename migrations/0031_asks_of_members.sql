-- Whoever asked to be let in and came in another way waits for nobody.
delete from join_request where exists (
    select 1 from membership m
    where m.event_id = join_request.event_id and m.person_id = join_request.person_id and m.member
);
