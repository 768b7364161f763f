-- The settled past of a membership at labels four weeks apart: what shows older days is folded from the one before
-- them, and not from the start.
create table snapshot (
    event_id  bigint not null,
    person_id bigint not null,
    -- The first label that is not in it.
    until     bigint not null,
    state     text   not null,
    primary key (event_id, person_id, until)
);
