//! What is due, found by index: each query orders by the column it searches, or PostgreSQL would read
//! the whole table.

use rules::{Day, Days, Instant};
use std::collections::{BTreeSet, HashMap};

use crate::error::Error;
use crate::ids::{EventId, Membership, PersonId};
use crate::reminders::reminder::Reminder;
use crate::store::membership::key;
use crate::store::outbox::is_away;
use crate::store::reminder::read_reminder;
use crate::store::save::Bucket;
use crate::store::{Each, Tx, each, on};

/// A reminder at a wall time that has come.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DueReminder {
    pub(crate) of: Membership,
    pub(crate) reminder: Reminder,
    pub(crate) is_member: bool,
}

/// Where to look for instants that have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Within {
    /// Nothing is left up to here.
    pub(crate) after: Instant,
    pub(crate) now: Instant,
}

impl Within {
    /// Wherever it lies.
    pub(crate) fn all(now: Instant) -> Within {
        Within { after: Instant(i64::MIN), now }
    }
}

/// What an event has come to by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    Starts,
    Ends,
    Week,
    /// The board of a new day.
    Day,
}

/// A statement that takes due rows; on PostgreSQL several processes take different ones.
macro_rules! taking {
    ($tx:expr, $select:literal, $of:literal) => {
        match $tx {
            Tx::Sqlite(_) => $select,
            Tx::Postgres(_) => concat!($select, " for update of ", $of, " skip locked"),
        }
    };
}

impl Tx {
    /// Takes reminders at wall times that have come, the oldest first.
    pub(crate) async fn due_reminders(
        &mut self,
        within: Within,
        most: i64,
    ) -> Result<Vec<DueReminder>, Error> {
        type Columns = (i64, i64, i64, i64, i64, i64, i64, bool, i64);
        let statement = taking!(
            self,
            "select r.event_id, r.person_id, r.slot, r.at_min, r.destination_id, r.next_at, r.next_day, m.member, r.weekdays
             from reminder r join membership m on m.event_id = r.event_id and m.person_id = r.person_id
             where r.kind = 'wall' and r.next_at is not null and r.next_at > $1 and r.next_at <= $2 order by r.next_at limit $3",
            "r"
        );
        let rows: Vec<Columns> = on!(self, conn => sqlx::query_as(statement)
            .bind(within.after.0).bind(within.now.0).bind(most).fetch_all(conn).await)?;
        let read = |row: Columns| {
            let kind = "wall".to_owned();
            let (at, day) = (Some(row.5), Some(row.6));
            let reminder = read_reminder((row.2, kind, row.3, row.4, at, day, row.8))?;
            Ok(DueReminder { of: key(row.0, row.1), reminder, is_member: row.7 })
        };
        rows.into_iter().map(read).collect()
    }

    /// The labels that pauses and amnesties excuse from a label on, of these members.
    pub(crate) async fn excused(
        &mut self,
        of: &[(EventId, PersonId, i32)],
    ) -> Result<HashMap<Membership, Vec<Days>>, Error> {
        let statement = each!(
            "with k(event_id, person_id, from_day) as (
                 select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint), cast(r.value->>2 as bigint) from",
            ")
             select k.event_id, k.person_id, p.first_day, coalesce(p.resumed_day, p.last_day)
             from k join pause p on p.event_id = k.event_id and p.person_id = k.person_id where p.last_day >= k.from_day
             union all
             select k.event_id, k.person_id, a.first_day, a.last_day
             from k join amnesty a on a.event_id = k.event_id where a.last_day >= k.from_day"
        );
        let rows: Vec<(i64, i64, i64, i64)> = self.all(&statement, of).await?;
        let mut excused: HashMap<Membership, Vec<Days>> = HashMap::new();
        for (event, person, first, last) in rows {
            let days = Days { first: Day(first as i32), last: Day(last as i32) };
            excused.entry(key(event, person)).or_default().push(days);
        }
        Ok(excused)
    }

    /// Members whose last call has come, or whose run has ended since it was last written.
    pub(crate) async fn due_memberships(
        &mut self,
        within: Within,
        most: i64,
    ) -> Result<BTreeSet<Membership>, Error> {
        let due: Vec<(i64, i64)> = on!(self, conn => sqlx::query_as(
            "select event_id, person_id from (
                 select event_id, person_id from reminder
                 where kind = 'last_call' and next_at is not null and next_at > $1 and next_at <= $2
                 order by next_at limit $3) as calls
             union all
             select event_id, person_id from (
                 select event_id, person_id from membership
                 where current > 0 and alive_until > $1 and alive_until <= $2 order by alive_until limit $3) as ended")
            .bind(within.after.0).bind(within.now.0).bind(most).fetch_all(conn).await)?;
        Ok(due.into_iter().map(|(event, person)| key(event, person)).collect())
    }

    /// Takes events that begin, end or turn their week by now.
    pub(crate) async fn due_events(
        &mut self,
        now: Instant,
        most: i64,
    ) -> Result<Vec<(EventId, Turn)>, Error> {
        let statements = [
            (
                Turn::Starts,
                taking!(
                    self,
                    "select e.id from event e where e.starts_at is not null and e.starts_at <= $1 order by e.starts_at limit $2",
                    "e"
                ),
            ),
            (
                Turn::Ends,
                taking!(
                    self,
                    "select e.id from event e where e.ends_at is not null and e.ends_at <= $1 order by e.ends_at limit $2",
                    "e"
                ),
            ),
            (
                Turn::Week,
                taking!(
                    self,
                    "select e.id from event e where e.week_turns_at is not null and e.week_turns_at <= $1 order by e.week_turns_at limit $2",
                    "e"
                ),
            ),
            (
                Turn::Day,
                taking!(
                    self,
                    "select e.id from event e where e.day_turns_at is not null and e.day_turns_at <= $1 order by e.day_turns_at limit $2",
                    "e"
                ),
            ),
        ];
        let mut due = vec![];
        for (turn, statement) in statements {
            let rows: Vec<(i64,)> = on!(self, conn => sqlx::query_as(statement)
                .bind(now.0).bind(most).fetch_all(conn).await)?;
            due.extend(rows.into_iter().map(|(id,)| (EventId(id), turn)));
        }
        Ok(due)
    }

    /// Writes down that an event has turned, and when it does so again.
    pub(crate) async fn turn_event(
        &mut self,
        event: EventId,
        turn: Turn,
        again: Option<Instant>,
        now: Instant,
    ) -> Result<(), Error> {
        let statement = match turn {
            Turn::Starts => "update event set starts_at = $2 where id = $1 and $3 = $3",
            // An event that is over turns no more weeks.
            Turn::Ends => {
                "update event set ends_at = $2, ended_at = $3, week_turns_at = null, day_turns_at = null where id = $1"
            }
            Turn::Week => "update event set week_turns_at = $2 where id = $1 and $3 = $3",
            Turn::Day => "update event set day_turns_at = $2 where id = $1 and $3 = $3",
        };
        on!(self, conn => sqlx::query(statement)
            .bind(event.0).bind(again.map(|at| at.0)).bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Counts of runs that ended long ago, or that nobody is in, up to a batch of them.
    pub(crate) async fn old_counts(&mut self, before: Instant) -> Result<Vec<Bucket>, Error> {
        const MOST: i64 = 1000;
        let rows: Vec<(i64, i64, i64, i64)> = on!(self, conn => sqlx::query_as(
            "select event_id, metric, alive_until, value from rank_count where alive_until < $1 or n = 0 limit $2")
            .bind(before.0).bind(MOST).fetch_all(conn).await)?;
        let read = |(event, metric, until, value)| (EventId(event), metric, Instant(until), value);
        Ok(rows.into_iter().map(read).collect())
    }

    /// Forgets these, where they are still so.
    pub(crate) async fn forget_counts(
        &mut self,
        counts: &[Bucket],
        before: Instant,
    ) -> Result<(), Error> {
        macro_rules! forget {
            ($rows:literal, $before:literal) => {
                concat!(
                    "delete from rank_count where (event_id, metric, alive_until, value) in (
                         select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint),
                         cast(r.value->>2 as bigint), cast(r.value->>3 as bigint) from ",
                    $rows,
                    ") and (n = 0 or alive_until < cast(",
                    $before,
                    " as bigint))"
                )
            };
        }
        let statement = Each {
            sqlite: forget!("json_each($1) as r", "$1->0->>4"),
            postgres: forget!("jsonb_array_elements($1::jsonb) as r(value)", "$1::jsonb->0->>4"),
        };
        let rows: Vec<_> = counts
            .iter()
            .map(|(event, metric, until, value)| (event, metric, until, value, before))
            .collect();
        self.each(&statement, &rows).await?;
        Ok(())
    }

    /// How many kinds of work are due.
    pub(crate) async fn due_work(&mut self, now: Instant) -> Result<i64, Error> {
        let (updates, deliveries, files): (bool, bool, bool) = on!(self, conn => sqlx::query_as(concat!(
            "select exists (select 1 from inbox where state = 'open'),
             exists (select 1 from outbox where state = 'pending' and not_before <= $1 and not ", is_away!(), "),
             exists (select 1 from proof_file where platform in ('discord', 'telegram')
                 and fetch_at is not null and fetch_at <= $1)"))
            .bind(now.0).fetch_one(conn).await)?;
        let within = Within::all(now);
        let memberships = self.due_memberships(within, 1).await?.len();
        Ok(i64::from(updates)
            + i64::from(deliveries)
            + i64::from(files)
            + memberships as i64
            + i64::from(self.is_due(within).await?))
    }

    /// Whether a reminder or an event is due.
    pub(crate) async fn is_due(&mut self, within: Within) -> Result<bool, Error> {
        let due: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "select coalesce(
                 (select next_at from reminder
                  where next_at is not null and next_at > $1 and next_at <= $2 order by next_at limit 1),
                 (select starts_at from event where starts_at is not null and starts_at <= $2 order by starts_at limit 1),
                 (select ends_at from event where ends_at is not null and ends_at <= $2 order by ends_at limit 1),
                 (select week_turns_at from event
                  where week_turns_at is not null and week_turns_at <= $2 order by week_turns_at limit 1),
                 (select day_turns_at from event
                  where day_turns_at is not null and day_turns_at <= $2 order by day_turns_at limit 1))")
            .bind(within.after.0).bind(within.now.0).fetch_one(conn).await)?;
        Ok(due.is_some())
    }
}
