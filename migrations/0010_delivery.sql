-- Since when nobody knows whether a delivery has arrived: an attempt ended without an answer.
alter table outbox add column unsure_since bigint;
-- What waits for one place, what expires, and what is not tried any more.
create index outbox_destination on outbox (destination_id, not_before) where state = 'pending';
create index outbox_dead on outbox (id) where state = 'dead';
create index outbox_expiring on outbox (platform, expires_at) where state = 'pending';

-- Where a group went that has a new address: what still comes from the old one belongs there.
create table moved_address (
    platform text not null,
    address  text not null,
    moved_to text not null,
    primary key (platform, address)
);
