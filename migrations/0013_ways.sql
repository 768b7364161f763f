-- An e-mail address that a person has named, and whether they have shown that it is theirs.
create table email (
    person_id    bigint not null primary key,
    -- The one that mail goes to; none before the first is confirmed.
    address      text,
    confirmed_at bigint,
    -- The one that waits to be confirmed, what the link to do so ends in, and until when it works.
    wanted       text,
    confirm_code text unique,
    expires_at   bigint,
    -- When an address was named last, and how often that day.
    asked_at     bigint not null,
    asked        bigint not null,
    -- What the link to stop it ends in.
    leave_code   text   not null unique
);
create index email_wanted on email (wanted, asked_at);
create index email_expiring on email (expires_at);
create index destination_asked on destination (platform, person_id) where state = 'asked';
-- The channels of a community.
create index destination_community on destination (community_id);
