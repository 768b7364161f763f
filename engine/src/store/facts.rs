//! The facts of many memberships, in one statement a kind, of each from a label on.

use rules::{Day, Days, Entry, Grant, Instant, Key, Pause, Repair, Span};
use std::collections::HashMap;
use std::sync::Arc;

use crate::error::Error;
use crate::ids::{EventId, Membership};
use crate::store::membership::{Asked, Keys, Loaded, key};
use crate::store::reminder::read_reminder;
use crate::store::{Tx, each, on};

impl Tx {
    pub(crate) async fn read_spans(
        &mut self,
        keys: &Keys,
        into: &mut HashMap<Membership, Loaded>,
    ) -> Result<(), Error> {
        let statement = each!(
            "select s.event_id, s.person_id, s.n, s.joined_at, s.joined_day, s.left_at, s.left_day from",
            "join membership_span s on s.event_id = cast(r.value->>0 as bigint) and s.person_id = cast(r.value->>1 as bigint)
             and (s.left_day is null or s.left_day >= cast(r.value->>2 as bigint)) order by s.n"
        );
        type Columns = (i64, i64, i64, i64, i64, Option<i64>, Option<i64>);
        let rows: Vec<Columns> = self.all(&statement, keys).await?;
        for (event, person, _, joined_at, joined_day, left_at, left_day) in rows {
            let left = left_at.zip(left_day).map(|(at, day)| (Instant(at), Day(day as i32)));
            let (joined_at, joined_day) = (Instant(joined_at), Day(joined_day as i32));
            if let Some(loaded) = into.get_mut(&key(event, person)) {
                loaded.history.spans.push(Span { joined_at, joined_day, left });
            }
        }
        Ok(())
    }

    /// Pauses, grants, repairs and amnesties: one statement for the few who have any.
    pub(crate) async fn read_exceptions(
        &mut self,
        keys: &Keys,
        into: &mut HashMap<Membership, Loaded>,
    ) -> Result<(), Error> {
        let statement = each!(
            "with k(event_id, person_id, from_day) as (
                 select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint), cast(r.value->>2 as bigint) from",
            ")
             select cast(1 as bigint), k.event_id, k.person_id, p.n, p.at, p.first_day, p.last_day, p.resumed_day
             from k join pause p on p.event_id = k.event_id and p.person_id = k.person_id where p.last_day >= k.from_day
             union all
             select cast(2 as bigint), k.event_id, k.person_id, g.n, g.at, g.day, g.amount, cast(null as bigint)
             from k join freeze_grant g on g.event_id = k.event_id and g.person_id = k.person_id where g.day >= k.from_day
             union all
             select cast(3 as bigint), k.event_id, k.person_id, f.at, f.at, f.day, cast(null as bigint), cast(null as bigint)
             from k join repair f on f.event_id = k.event_id and f.person_id = k.person_id where f.day >= k.from_day
             union all
             select cast(4 as bigint), k.event_id, k.person_id, a.n, a.at, a.first_day, a.last_day, cast(null as bigint)
             from k join amnesty a on a.event_id = k.event_id
             order by 4"
        );
        type Fact = (i64, i64, i64, i64, i64, i64, Option<i64>, Option<i64>);
        let rows: Vec<Fact> = self.all(&statement, keys).await?;
        for (kind, event, person, _, at, first, third, fourth) in rows {
            let Some(loaded) = into.get_mut(&key(event, person)) else { continue };
            let (history, at, first) = (&mut loaded.history, Instant(at), Day(first as i32));
            let days = Days { first, last: third.map_or(first, |last| Day(last as i32)) };
            match kind {
                1 => {
                    let resumed = fourth.map(|day| Day(day as i32));
                    history.pauses.push(Pause { at, days, resumed });
                }
                2 => {
                    let freezes = third.unwrap_or(0) as u32;
                    history.grants.push(Grant { at, day: first, freezes });
                }
                3 => history.repairs.push(Repair { at, day: first }),
                _ => Arc::make_mut(&mut history.amnesties).push(days),
            }
        }
        Ok(())
    }

    pub(crate) async fn read_entries(
        &mut self,
        keys: &Keys,
        into: &mut HashMap<Membership, Loaded>,
    ) -> Result<(), Error> {
        let statement = each!(
            "select c.event_id, c.person_id, c.key, c.day, c.received_at, c.sent_at, c.asked_day, c.amount_milli,
             c.task, c.note, c.undone_at, c.undone_by from",
            "join check_in c on c.event_id = cast(r.value->>0 as bigint) and c.person_id = cast(r.value->>1 as bigint)
             and c.day >= cast(r.value->>2 as bigint) order by c.n"
        );
        let rows: Vec<EntryRow> = self.all(&statement, keys).await?;
        for row in rows {
            if let Some(loaded) = into.get_mut(&key(row.0, row.1)) {
                loaded.history.entries.push(read_entry(row));
            }
        }
        Ok(())
    }

    /// The entries that requests name: repeats, and what is taken back.
    pub(crate) async fn read_named(
        &mut self,
        asked: &[Asked],
        into: &mut HashMap<Membership, Loaded>,
    ) -> Result<(), Error> {
        let statement = each!(
            "with k(event_id, key) as (select cast(r.value->>0 as bigint), r.value->>1 from",
            ")
             select c.event_id, c.person_id, c.key, c.day, c.received_at, c.sent_at, c.asked_day, c.amount_milli,
             c.task, c.note, c.undone_at, c.undone_by from k join check_in c on c.event_id = k.event_id and c.key = k.key
             union
             select c.event_id, c.person_id, c.key, c.day, c.received_at, c.sent_at, c.asked_day, c.amount_milli,
             c.task, c.note, c.undone_at, c.undone_by from k join check_in c
             on c.event_id = k.event_id and c.undone_by is not null and c.undone_by = k.key"
        );
        let named = |asked: &Asked| {
            let event = asked.of.event;
            asked.keys.iter().map(move |key| (event, key.clone())).collect::<Vec<_>>()
        };
        let keys: Vec<(EventId, Key)> = asked.iter().flat_map(named).collect();
        let rows: Vec<EntryRow> = self.all(&statement, &keys).await?;
        for row in rows {
            let owner = key(row.0, row.1);
            let entry = read_entry(row);
            let asks =
                |asked: &&Asked| asked.of.event == owner.event && asked.keys.contains(&entry.key);
            for other in asked.iter().filter(asks).filter(|asked| asked.of != owner) {
                if let Some(loaded) = into.get_mut(&other.of) {
                    loaded.history.taken.push(entry.key.clone());
                }
            }
            if let Some(loaded) = into.get_mut(&owner)
                && loaded.history.entry(&entry.key).is_none()
            {
                loaded.history.old.push(entry);
            }
        }
        Ok(())
    }

    /// Whether there was a check-in to keep the note with.
    pub(crate) async fn set_note(
        &mut self,
        of: Membership,
        key: &Key,
        note: &str,
    ) -> Result<bool, Error> {
        let changed: u64 = on!(self, conn => sqlx::query(
            "update check_in set note = $4 where event_id = $1 and key = $3 and person_id = $2 and undone_at is null")
            .bind(of.event.0).bind(of.person.0).bind(&key.0).bind(note).execute(conn).await.map(|done| done.rows_affected()))?;
        Ok(changed > 0)
    }

    /// Somebody else among the first fifty who is in on a day.
    pub(crate) async fn peer_in(
        &mut self,
        of: Membership,
        day: Day,
    ) -> Result<Option<String>, Error> {
        macro_rules! peer {
            ($width:literal) => {
                concat!(
                    "select p.name from (select person_id, current from membership
                         where event_id = $1 and ranked ", $width, " order by current desc limit 50) m
                     join person p on p.id = m.person_id and m.person_id <> $2
                     where exists (select 1 from check_in c
                         where c.event_id = $1 and c.person_id = m.person_id and c.day = $3 and c.undone_at is null)
                     order by m.current desc limit 1"
                )
            };
        }
        // Only an event of many has an index for it, and needs one.
        let statement =
            if self.is_indexed(of.event).await? { peer!("and wide") } else { peer!("") };
        Ok(
            on!(self, conn => sqlx::query_scalar(statement).bind(of.event.0).bind(of.person.0).bind(i64::from(day.0)).fetch_optional(conn).await)?,
        )
    }

    pub(crate) async fn read_reminders(
        &mut self,
        keys: &Keys,
        into: &mut HashMap<Membership, Loaded>,
    ) -> Result<(), Error> {
        let statement = each!(
            "select m.event_id, m.person_id, m.slot, m.kind, m.at_min, m.destination_id, m.next_at, m.next_day, m.weekdays from",
            "join reminder m on m.event_id = cast(r.value->>0 as bigint)
             and m.person_id = cast(r.value->>1 as bigint) order by m.event_id, m.person_id, m.slot"
        );
        type Columns = (i64, i64, i64, String, i64, i64, Option<i64>, Option<i64>, i64);
        let rows: Vec<Columns> = self.all(&statement, keys).await?;
        for (event, person, slot, kind, at_min, destination, next_at, next_day, weekdays) in rows {
            let row = (slot, kind, at_min, destination, next_at, next_day, weekdays);
            let reminder = read_reminder(row)?;
            if let Some(loaded) = into.get_mut(&key(event, person)) {
                loaded.reminders.push(reminder);
            }
        }
        Ok(())
    }
}

type EntryRow = (
    i64,
    i64,
    String,
    i64,
    i64,
    Option<i64>,
    Option<i64>,
    Option<i64>,
    Option<String>,
    Option<String>,
    Option<i64>,
    Option<String>,
);

fn read_entry(row: EntryRow) -> Entry {
    Entry {
        key: Key(row.2),
        day: Day(row.3 as i32),
        received_at: Instant(row.4),
        sent_at: row.5.map(Instant),
        asked_day: row.6.map(|day| Day(day as i32)),
        amount_milli: row.7,
        task: row.8,
        note: row.9,
        undone_at: row.10.map(Instant),
        undone_by: row.11.map(Key),
    }
}
