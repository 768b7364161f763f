//! Rows by the million, made by the database itself. Only facts are made for those who act; what follows from
//! them the engine works out. The crowd around them is made of cached numbers alone.

use crate::scene::Sql;
use engine::rules::{Action, Cadence, ClockRule, Day, Instant, Key, Rules};
use engine::{Engine, EventId, Kind, Membership, NewDestination, PersonId, Platform};
use tokio::task::JoinSet;

/// The first label that is still open; whoever has a history was there on the days before.
pub const TODAY: i32 = 20_500;
/// The engine counts the rankings of an event of more members than that.
const SMALL: i64 = 1_000;
/// Rows a statement makes at most, so that no transaction outgrows the log.
const STEP: i64 = 250_000;

/// Zones in which noon in UTC has the same date.
const ZONES: [&str; 24] = [
    "Pacific/Pago_Pago",
    "Pacific/Honolulu",
    "America/Anchorage",
    "America/Los_Angeles",
    "America/Denver",
    "America/Chicago",
    "America/Mexico_City",
    "America/New_York",
    "America/Toronto",
    "America/Halifax",
    "America/Sao_Paulo",
    "Atlantic/Azores",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Paris",
    "Europe/Athens",
    "Africa/Cairo",
    "Europe/Moscow",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Bangkok",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Australia/Brisbane",
];

/// Members to make: the first `i` is 0.
#[derive(Debug, Clone, Copy)]
pub struct Members {
    /// They are spread over so many events from this one on.
    pub first_event: i64,
    pub events: i64,
    pub first_person: i64,
    pub count: i64,
    /// How many days up to yesterday a member was there: an expression in `i`.
    pub days: &'static str,
    pub days_max: i64,
}

impl Members {
    pub fn all(self) -> Vec<Membership> {
        let membership = |i| Membership {
            event: EventId(self.first_event + i % self.events),
            person: PersonId(self.first_person + i),
        };
        (0..self.count).map(membership).collect()
    }
}

/// Noon of a label in UTC.
pub fn noon(day: i32) -> Instant {
    Instant(i64::from(day) * 86_400 + 43_200)
}

pub fn daily(clock: ClockRule) -> Rules {
    Rules::daily(clock, Cadence::EVERY_DAY, Day(TODAY - 4_000))
}

/// Numbers from `from` to before `to`, as the table `i`.
const NUMBERS: &str = "with recursive i(i) as (
    select cast($1 as bigint) union all select i + 1 from i where i + 1 < $2)";

/// Runs a statement over the numbers below `count`, step by step.
async fn in_steps(sql: &Sql, count: i64, step: i64, statement: &str) -> anyhow::Result<()> {
    for from in (0..count).step_by(step as usize) {
        sql.run(statement, &[from, count.min(from + step)]).await?;
    }
    Ok(())
}

pub async fn events(sql: &Sql, first: i64, count: i64, rules: &Rules) -> anyhow::Result<()> {
    let rules = serde_json::to_string(rules)?;
    let statement = format!(
        "insert into event (id, slug, owner_id, title, title_folded, visibility, rules, created_at, made_by)
         {NUMBERS} select {first} + i, 'event-' || ({first} + i), 1, 'Event', 'event', 'public', '{rules}', 1,
         'seed ' || ({first} + i) from i"
    );
    in_steps(sql, count, STEP, &statement).await
}

pub async fn people(sql: &Sql, first: i64, count: i64) -> anyhow::Result<()> {
    let zones = ZONES.iter().enumerate().map(|(n, zone)| format!("when {n} then '{zone}' "));
    let statement = format!(
        "insert into person (id, name, zone, created_at)
         {NUMBERS} select {first} + i, 'Member ' || i, case i % {} {}end, 1 from i",
        ZONES.len(),
        zones.collect::<String>()
    );
    in_steps(sql, count, STEP, &statement).await
}

/// People with their stays and their check-ins.
pub async fn members(sql: &Sql, members: Members) -> anyhow::Result<()> {
    let Members { first_event, events, first_person, count, days, days_max } = members;
    people(sql, first_person, count).await?;
    let key = format!("{first_event} + i % {events}, {first_person} + i");
    let joined = format!("{TODAY} - 1 - ({days})");
    let wide = count / events > SMALL;
    let widened = format!("update event set wide = {wide} where id >= $1 and id < $2");
    sql.run(&widened, &[first_event, first_event + events]).await?;
    // To join is the first fact of a member, and each check-in is another one.
    let rows = format!(
        "insert into membership (event_id, person_id, joined_at, seniority, back_id, facts, wide)
         {NUMBERS} select {key}, ({joined}) * 86400 + 43200, -(({joined}) * 86400 + 43200), -({first_person} + i),
         ({days}) + 1, {wide} from i"
    );
    in_steps(sql, count, STEP, &rows).await?;
    let stays = format!(
        "insert into membership_span (event_id, person_id, n, joined_at, joined_day)
         {NUMBERS} select {key}, 1, ({joined}) * 86400 + 43200, {joined} from i"
    );
    in_steps(sql, count, STEP, &stays).await?;
    let check_ins = format!(
        "insert into check_in (event_id, person_id, key, n, day, received_at)
         {NUMBERS}, d(d) as (select cast({days_max} as bigint) union all select d - 1 from d where d > 1)
         select {key}, 'seed ' || ({first_person} + i) || ' ' || d,
         ({days}) - d + 2, {TODAY} - d, ({TODAY} - d) * 86400 + 43200
         from i join d on d <= {days}"
    );
    in_steps(sql, count, (STEP / days_max.max(1)).max(1), &check_ins).await
}

/// Lets the engine write down what follows from the facts of these members.
pub async fn awaken(engine: &Engine, members: &[Membership]) -> anyhow::Result<()> {
    let mut looks = JoinSet::new();
    for &of in members {
        let engine = engine.clone();
        looks.spawn(
            async move { engine.memberships().act(of, noon(TODAY - 1), Action::Refresh).await },
        );
    }
    while let Some(looked) = looks.join_next().await {
        looked??;
    }
    Ok(())
}

/// A channel that hears the news of these events.
pub async fn channel(engine: &Engine, first_event: i64, events: i64) -> anyhow::Result<i64> {
    let place = NewDestination {
        platform: Platform::Telegram,
        address: "-100".to_owned(),
        thread: String::new(),
        kind: Kind::Channel(engine::CommunityId(1)),
        locale: None,
    };
    let destination = engine.communities().destination(&place, noon(TODAY - 1)).await?;
    for event in first_event..first_event + events {
        engine.events().announce(EventId(event), destination).await?;
    }
    Ok(destination.0)
}

/// People of an event who stand in its rankings and do nothing. Half of them are in a run, a tenth were until a
/// day or two ago and nobody has written it down yet, the others are in none.
pub async fn crowd(sql: &Sql, event: i64, first_person: i64, count: i64) -> anyhow::Result<()> {
    people(sql, first_person, count).await?;
    let wide = count > SMALL;
    sql.run(&format!("update event set wide = {wide} where id = $1"), &[event]).await?;
    sql.run(&format!("update membership set wide = {wide} where event_id = $1"), &[event]).await?;
    // `dice` is a number that looks random, below 2 to the power of 32; the others are digits of it.
    let statement = format!(
        "insert into membership (event_id, person_id, member, ranked, current, longest, total, consistency,
         alive_until, joined_at, seniority, back_id, next_close, wide)
         {NUMBERS},
         rolled(i, dice) as (select i, (i * 2654435761) % 4294967296 from i),
         digits(i, a, b, c) as (select i, dice % 1000, (dice / 1000) % 1000, (dice / 1000000) % 1000 from rolled),
         lives(i, b, c, run, hours) as (
             select i, b, c, case when b < 600 then 1 + a * a * a * a / 2000000000 else 0 end, c % 24 - 12 from digits)
         select {event}, {first_person} + i, true, true, run, run + c % 100, run + c % 100 + b % 300, 5000 + 5 * c,
         case when b < 500 then ({TODAY} + 1 + c % 3) * 86400 - hours * 3600
              when b < 600 then ({TODAY} - 1 - c % 2) * 86400 - hours * 3600 else 0 end,
         ({TODAY} - 600) * 86400 + i, -(({TODAY} - 600) * 86400 + i), -({first_person} + i),
         ({TODAY} + 1) * 86400 - hours * 3600, {wide} from lives"
    );
    in_steps(sql, count, STEP, &statement).await?;
    let runs = "select event_id, 0, alive_until, current, count(*) from membership
         where event_id = $1 and ranked and wide and current > 0 group by event_id, alive_until, current";
    let lasting = |metric, value| {
        format!(
            "select event_id, {metric}, 9223372036854775807, {value}, count(*) from membership
             where event_id = $1 and ranked and wide group by event_id, {value}"
        )
    };
    for counted in [runs.to_owned(), lasting(1, "longest"), lasting(2, "total")] {
        let insert = "insert into rank_count (event_id, metric, alive_until, value, n)";
        sql.run(&format!("{insert} {counted}"), &[event]).await?;
    }
    Ok(())
}

/// Reminders that are far from due, evenly over the minutes of a day two months ahead.
pub async fn reminders(
    sql: &Sql,
    event: i64,
    first_person: i64,
    count: i64,
    destination: i64,
) -> anyhow::Result<()> {
    let statement = format!(
        "insert into reminder (event_id, person_id, slot, at_min, destination_id, next_at, next_day)
         {NUMBERS} select {event}, {first_person} + i, 0, i * 1440 / {count}, {destination},
         ({TODAY} + 60) * 86400 + i * 1440 / {count} * 60, {TODAY} + 60 from i"
    );
    in_steps(sql, count, STEP, &statement).await
}

/// A request of a member on a label.
pub fn key(of: Membership, day: i32) -> Key {
    Key(format!("{} {day}", of.person.0))
}

/// Deliveries that wait for a day two months ahead, for a thousand places.
pub async fn deliveries(sql: &Sql, count: i64) -> anyhow::Result<()> {
    let statement = format!(
        "insert into outbox (id, dedupe_key, platform, destination_id, payload, not_before, expires_at)
         {NUMBERS} select 1 + i, 'seed ' || i, 'telegram', 1 + i % 1000, '{{}}',
         ({TODAY} + 60) * 86400 + i % 86400, ({TODAY} + 61) * 86400 + i % 86400 from i"
    );
    in_steps(sql, count, STEP, &statement).await
}
