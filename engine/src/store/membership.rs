//! What the writer task reads and writes: the facts of many memberships in one statement each.

use super::{Tx, each};
use crate::{DestinationId, Error, EventId, Membership, PersonId, Reminder};
use rules::reminder::TimeOfDay;
use rules::{
    Change, Clock, Day, DayStart, Entry, History, Instant, Key, Moved, Rules, Setting, Span,
    Standing,
};
use std::collections::HashMap;
use std::sync::Arc;

/// A membership as it is stored, before anything is decided.
pub(crate) struct Loaded {
    pub(crate) history: History,
    pub(crate) reminders: Vec<Reminder>,
    /// The cached numbers; none where the person never joined.
    pub(crate) cached: Option<Cached>,
}

/// Whether others have to wait for these memberships until the transaction ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lock {
    Take,
    Leave,
}

/// The cached numbers of a membership.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cached {
    pub(crate) member: bool,
    pub(crate) current: u32,
    pub(crate) longest: u32,
    pub(crate) total: u32,
    pub(crate) alive_until: Instant,
    pub(crate) joined_at: Instant,
}

/// What a batch decided about one membership.
pub(crate) struct Written<'a> {
    pub(crate) membership: Membership,
    pub(crate) changes: &'a [(i64, Change)],
    pub(crate) spans_before: usize,
    pub(crate) cached: Cached,
    pub(crate) reminders: &'a [Reminder],
}

impl Cached {
    pub(crate) fn of(history: &History, standing: &Standing) -> Cached {
        Cached {
            member: standing.member,
            current: standing.current,
            longest: standing.longest,
            total: standing.total,
            alive_until: standing.shown_until(),
            joined_at: history.spans.last().map_or(Instant(0), |span| span.joined_at),
        }
    }
}

type Keys = Vec<(EventId, PersonId)>;

impl Tx {
    /// Makes rows for people who join, so that there is something to lock.
    pub(crate) async fn open_memberships(&mut self, keys: &[Membership]) -> Result<(), Error> {
        let statement = each!(
            "insert into membership (event_id, person_id)
             select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint) from",
            "where true on conflict do nothing"
        );
        let keys: Keys = keys.iter().map(|key| (key.event, key.person)).collect();
        self.each(&statement, &keys).await?;
        Ok(())
    }

    /// Takes the memberships for this transaction, in key order, and reads all that is known of them.
    /// One whose event or person does not exist is missing in the answer.
    pub(crate) async fn load(
        &mut self,
        keys: &[Membership],
        lock: Lock,
    ) -> Result<HashMap<Membership, Loaded>, Error> {
        let pairs: Keys = keys.iter().map(|key| (key.event, key.person)).collect();
        let cached = self.take(&pairs, lock).await?;
        let rules = self.rules(keys).await?;
        let clocks = self.clocks(keys).await?;
        let mut loaded = HashMap::new();
        for &key in keys {
            if let (Some(rules), Some(own)) = (rules.get(&key.event), clocks.get(&key.person)) {
                let history = History::blank(rules.clone(), own.clone());
                let cached = cached.get(&key).copied();
                loaded.insert(key, Loaded { history, reminders: vec![], cached });
            }
        }
        self.read_spans(&pairs, &mut loaded).await?;
        self.read_entries(&pairs, &mut loaded).await?;
        self.read_reminders(&pairs, &mut loaded).await?;
        Ok(loaded)
    }

    async fn take(
        &mut self,
        keys: &Keys,
        lock: Lock,
    ) -> Result<HashMap<Membership, Cached>, Error> {
        let plain = each!(
            "select m.event_id, m.person_id, m.member, m.current, m.longest, m.total, m.alive_until, m.joined_at from",
            "join membership m on m.event_id = cast(r.value->>0 as bigint) and m.person_id = cast(r.value->>1 as bigint)"
        );
        let locking = each!(
            "select m.event_id, m.person_id, m.member, m.current, m.longest, m.total, m.alive_until, m.joined_at from",
            "join membership m on m.event_id = cast(r.value->>0 as bigint) and m.person_id = cast(r.value->>1 as bigint)
             order by m.event_id, m.person_id for update of m"
        );
        // SQLite's writer has the whole database already.
        let statement = match (&self, lock) {
            (Tx::Postgres(_), Lock::Take) => locking,
            (Tx::Postgres(_), Lock::Leave) | (Tx::Sqlite(_), _) => plain,
        };
        type Row = (i64, i64, bool, i64, i64, i64, i64, i64);
        let rows: Vec<Row> = self.all(&statement, keys).await?;
        let cached =
            |(event, person, member, current, longest, total, alive_until, joined_at): Row| {
                let cached = Cached {
                    member,
                    current: current as u32,
                    longest: longest as u32,
                    total: total as u32,
                    alive_until: Instant(alive_until),
                    joined_at: Instant(joined_at),
                };
                (Membership { event: EventId(event), person: PersonId(person) }, cached)
            };
        Ok(rows.into_iter().map(cached).collect())
    }

    async fn rules(&mut self, keys: &[Membership]) -> Result<HashMap<EventId, Arc<Rules>>, Error> {
        let statement = each!(
            "select e.id, e.rules from",
            "join event e on e.id = cast(r.value->>0 as bigint)"
        );
        let mut ids: Vec<[EventId; 1]> = keys.iter().map(|key| [key.event]).collect();
        ids.dedup();
        let rows: Vec<(i64, String)> = self.all(&statement, &ids).await?;
        rows.into_iter()
            .map(|(id, rules)| Ok((EventId(id), Arc::new(read_rules(&rules)?))))
            .collect()
    }

    /// The own clocks of these people.
    async fn clocks(&mut self, keys: &[Membership]) -> Result<HashMap<PersonId, Clock>, Error> {
        let people = each!(
            "select p.id, p.zone, p.day_start from",
            "join person p on p.id = cast(r.value->>0 as bigint)"
        );
        let moves = each!(
            "select c.person_id, c.at, c.zone, c.day_start from",
            "join clock_setting c on c.person_id = cast(r.value->>0 as bigint) order by c.person_id, c.n"
        );
        let mut ids: Vec<[PersonId; 1]> = keys.iter().map(|key| [key.person]).collect();
        ids.sort();
        ids.dedup();
        let rows: Vec<(i64, String, i64)> = self.all(&people, &ids).await?;
        let mut clocks = HashMap::new();
        for (id, zone, day_start) in rows {
            clocks.insert(PersonId(id), Clock::fixed(read_setting(&zone, day_start)?));
        }
        let rows: Vec<(i64, i64, String, i64)> = self.all(&moves, &ids).await?;
        for (id, at, zone, day_start) in rows {
            if let Some(clock) = clocks.get_mut(&PersonId(id)) {
                let setting = read_setting(&zone, day_start)?;
                clock.change(Moved { at: Instant(at), setting });
            }
        }
        Ok(clocks)
    }

    async fn read_spans(
        &mut self,
        keys: &Keys,
        into: &mut HashMap<Membership, Loaded>,
    ) -> Result<(), Error> {
        let statement = each!(
            "select s.event_id, s.person_id, s.joined_at, s.joined_day, s.left_at, s.left_day from",
            "join membership_span s on s.event_id = cast(r.value->>0 as bigint)
             and s.person_id = cast(r.value->>1 as bigint) order by s.event_id, s.person_id, s.n"
        );
        type Row = (i64, i64, i64, i64, Option<i64>, Option<i64>);
        let rows: Vec<Row> = self.all(&statement, keys).await?;
        for (event, person, joined_at, joined_day, left_at, left_day) in rows {
            let left = left_at.zip(left_day).map(|(at, day)| (Instant(at), Day(day as i32)));
            let span =
                Span { joined_at: Instant(joined_at), joined_day: Day(joined_day as i32), left };
            if let Some(loaded) = into.get_mut(&key(event, person)) {
                loaded.history.spans.push(span);
            }
        }
        Ok(())
    }

    async fn read_entries(
        &mut self,
        keys: &Keys,
        into: &mut HashMap<Membership, Loaded>,
    ) -> Result<(), Error> {
        let statement = each!(
            "select c.event_id, c.person_id, c.key, c.day, c.received_at, c.sent_at, c.asked_day, c.note, c.undone_at, c.undone_by from",
            "join check_in c on c.event_id = cast(r.value->>0 as bigint)
             and c.person_id = cast(r.value->>1 as bigint) order by c.event_id, c.person_id, c.n"
        );
        type Row = (
            i64,
            i64,
            String,
            i64,
            i64,
            Option<i64>,
            Option<i64>,
            Option<String>,
            Option<i64>,
            Option<String>,
        );
        let rows: Vec<Row> = self.all(&statement, keys).await?;
        for (
            event,
            person,
            name,
            day,
            received_at,
            sent_at,
            asked_day,
            note,
            undone_at,
            undone_by,
        ) in rows
        {
            let entry = Entry {
                key: Key(name),
                day: Day(day as i32),
                received_at: Instant(received_at),
                sent_at: sent_at.map(Instant),
                asked_day: asked_day.map(|day| Day(day as i32)),
                note,
                undone_at: undone_at.map(Instant),
                undone_by: undone_by.map(Key),
            };
            if let Some(loaded) = into.get_mut(&key(event, person)) {
                loaded.history.entries.push(entry);
            }
        }
        Ok(())
    }

    async fn read_reminders(
        &mut self,
        keys: &Keys,
        into: &mut HashMap<Membership, Loaded>,
    ) -> Result<(), Error> {
        let statement = each!(
            "select m.event_id, m.person_id, m.slot, m.at_min, m.destination_id, m.next_at, m.next_day from",
            "join reminder m on m.event_id = cast(r.value->>0 as bigint)
             and m.person_id = cast(r.value->>1 as bigint) order by m.event_id, m.person_id, m.slot"
        );
        type Row = (i64, i64, i64, i64, i64, Option<i64>, Option<i64>);
        let rows: Vec<Row> = self.all(&statement, keys).await?;
        for (event, person, slot, at_min, destination, next_at, next_day) in rows {
            let time = TimeOfDay::from_minutes(at_min);
            let time =
                time.ok_or(Error::Unreadable { what: "reminder", why: at_min.to_string() })?;
            let next = next_at.zip(next_day).map(|(at, day)| (Instant(at), Day(day as i32)));
            let reminder = Reminder { slot, time, destination: DestinationId(destination), next };
            if let Some(loaded) = into.get_mut(&key(event, person)) {
                loaded.reminders.push(reminder);
            }
        }
        Ok(())
    }

    /// Writes what a batch decided: facts, cached numbers and the next instants of reminders.
    pub(crate) async fn save(&mut self, batch: &[Written<'_>]) -> Result<(), Error> {
        self.save_entries(batch).await?;
        self.save_spans(batch).await?;
        let cache = each!(
            "update membership set member = cast(r.value->>2 as boolean), current = cast(r.value->>3 as bigint),
             longest = cast(r.value->>4 as bigint), total = cast(r.value->>5 as bigint),
             alive_until = cast(r.value->>6 as bigint), joined_at = cast(r.value->>7 as bigint) from",
            "where event_id = cast(r.value->>0 as bigint) and person_id = cast(r.value->>1 as bigint)"
        );
        let row = |written: &Written<'_>| {
            let (key, c) = (written.membership, written.cached);
            (
                key.event,
                key.person,
                c.member,
                c.current,
                c.longest,
                c.total,
                c.alive_until,
                c.joined_at,
            )
        };
        self.each(&cache, &batch.iter().map(row).collect::<Vec<_>>()).await?;
        self.save_reminders(batch).await
    }

    async fn save_entries(&mut self, batch: &[Written<'_>]) -> Result<(), Error> {
        let insert = each!(
            "insert into check_in (event_id, person_id, key, n, day, received_at, sent_at, asked_day, note)
             select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint), r.value->>2, cast(r.value->>3 as bigint),
             cast(r.value->>4 as bigint), cast(r.value->>5 as bigint), cast(r.value->>6 as bigint),
             cast(r.value->>7 as bigint), r.value->>8 from",
            ""
        );
        let undo = each!(
            "update check_in set undone_at = cast(r.value->>3 as bigint), undone_by = r.value->>4 from",
            "where event_id = cast(r.value->>0 as bigint) and person_id = cast(r.value->>1 as bigint) and check_in.key = r.value->>2"
        );
        let (mut entries, mut undone) = (vec![], vec![]);
        for (key, n, change) in changes(batch) {
            match change {
                Change::Enter(e) => entries.push((
                    key.event,
                    key.person,
                    &e.key,
                    n,
                    e.day.0,
                    e.received_at,
                    e.sent_at,
                    e.asked_day.map(|day| day.0),
                    &e.note,
                )),
                Change::Undo { key: name, at, by } => {
                    undone.push((key.event, key.person, name, at, by))
                }
                Change::Join { .. } | Change::Leave { .. } => {}
            }
        }
        self.each(&insert, &entries).await?;
        self.each(&undo, &undone).await?;
        Ok(())
    }

    async fn save_spans(&mut self, batch: &[Written<'_>]) -> Result<(), Error> {
        let insert = each!(
            "insert into membership_span (event_id, person_id, n, joined_at, joined_day)
             select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint), cast(r.value->>2 as bigint),
             cast(r.value->>3 as bigint), cast(r.value->>4 as bigint) from",
            ""
        );
        let close = each!(
            "update membership_span set left_at = cast(r.value->>3 as bigint), left_day = cast(r.value->>4 as bigint) from",
            "where event_id = cast(r.value->>0 as bigint) and person_id = cast(r.value->>1 as bigint)
             and n = cast(r.value->>2 as bigint)"
        );
        let (mut joined, mut left) = (vec![], vec![]);
        for written in batch {
            let (key, mut spans) = (written.membership, written.spans_before);
            for (_, change) in written.changes {
                match change {
                    Change::Join { at, day } => {
                        joined.push((key.event, key.person, spans, *at, day.0));
                        spans += 1;
                    }
                    Change::Leave { at, day } => {
                        left.push((key.event, key.person, spans.saturating_sub(1), *at, day.0))
                    }
                    Change::Enter(_) | Change::Undo { .. } => {}
                }
            }
        }
        self.each(&insert, &joined).await?;
        self.each(&close, &left).await?;
        Ok(())
    }

    async fn save_reminders(&mut self, batch: &[Written<'_>]) -> Result<(), Error> {
        let statement = each!(
            "update reminder set next_at = cast(r.value->>3 as bigint), next_day = cast(r.value->>4 as bigint) from",
            "where event_id = cast(r.value->>0 as bigint) and person_id = cast(r.value->>1 as bigint)
             and slot = cast(r.value->>2 as bigint)"
        );
        let rows: Vec<_> = batch
            .iter()
            .flat_map(|written| {
                written.reminders.iter().map(move |reminder| (written.membership, reminder))
            })
            .map(|(key, r)| {
                (
                    key.event,
                    key.person,
                    r.slot,
                    r.next.map(|next| next.0),
                    r.next.map(|next| next.1.0),
                )
            })
            .collect();
        self.each(&statement, &rows).await?;
        Ok(())
    }
}

fn changes<'a>(batch: &'a [Written<'a>]) -> impl Iterator<Item = (Membership, i64, &'a Change)> {
    batch.iter().flat_map(|written| {
        written.changes.iter().map(move |(n, change)| (written.membership, *n, change))
    })
}

fn key(event: i64, person: i64) -> Membership {
    Membership { event: EventId(event), person: PersonId(person) }
}

pub(super) fn read_rules(text: &str) -> Result<Rules, Error> {
    serde_json::from_str(text)
        .map_err(|e| Error::Unreadable { what: "set of rules", why: e.to_string() })
}

pub(super) fn read_setting(zone: &str, day_start: i64) -> Result<Setting, Error> {
    let zone =
        zone.parse().map_err(|_| Error::Unreadable { what: "zone", why: zone.to_owned() })?;
    let day_start = DayStart::from_minutes(day_start);
    let day_start =
        day_start.ok_or(Error::Unreadable { what: "day start", why: "out of range".to_owned() })?;
    Ok(Setting { zone, day_start })
}
