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
    -- What the link to stop it ends in.
    leave_code   text   not null unique
);
create index email_expiring on email (expires_at);

-- Who has named which address lately, in lower case: nobody's mailbox is flooded, whatever is named and forgotten again.
create table email_asked (
    address   text   not null,
    person_id bigint not null,
    asked_at  bigint not null
);
create index email_asked_address on email_asked (address, asked_at);
create index email_asked_person on email_asked (person_id, asked_at);
create index email_asked_at on email_asked (asked_at);

-- Mailboxes that nobody has confirmed yet.
create index destination_asked on destination (platform, person_id) where state = 'asked';
-- The channels of a community.
create index destination_community on destination (community_id);
