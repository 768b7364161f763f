-- Since when a community has us put out and not let in again: it is forgotten in the end.
alter table community add column left_at bigint;
create index community_left on community (left_at) where left_at is not null;
-- Those that did so before count from the newest update on.
update community set left_at = (select max(received_at) from inbox)
where exists (
    select 1 from destination d where d.community_id = community.id and d.kind = 'channel' and d.state in ('away', 'blocked'))
and not exists (
    select 1 from destination d where d.community_id = community.id and d.kind = 'channel' and d.state = 'ok');
