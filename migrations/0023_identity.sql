-- What outlives whoever erases an account or parts it: what keeps them out of events, and what counts against limits. Accounts
-- stand here as keyed hashes, which say nothing to whoever reads them; only the account itself is known again.
create table trace (
    account_hash text   not null,
    -- 'ban' or 'event' (one that was made), each with the event; 'clock'; 'cheer' or 'nudge', with who was meant.
    kind         text   not null,
    about        bigint not null,
    -- When it happened; of a cheer or a nudge the day.
    at           bigint not null,
    -- When it is forgotten; a ban is not.
    expires_at   bigint,
    primary key (account_hash, kind, about, at)
);
create index trace_about on trace (kind, about);
create index trace_expiring on trace (expires_at) where expires_at is not null;

-- What the hashes are made with.
create table trace_key (
    -- There is one.
    n      bigint primary key,
    secret text   not null
);

-- What each of two people brought who became one, by the platform of the account: it goes with the account when it is parted.
create table brought (
    person_id   bigint not null,
    platform    text   not null,
    -- 0 for what is no event's: settings, a name, events of their own.
    event_id    bigint not null,
    -- When both became one.
    at          bigint not null,
    -- Of the facts of the membership, those after the one number up to the other.
    facts_after bigint not null,
    facts_upto  bigint not null,
    -- Settings, or of an event that both were in the stays and repairs, as JSON.
    what        text   not null,
    primary key (person_id, platform, event_id)
);
