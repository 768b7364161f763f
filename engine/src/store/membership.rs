//! What the writer task reads: many memberships at once, of each no more than what its settled past leaves open.

use rules::{
    Clock, ClockChange, Day, DayStart, History, Instant, Key, Rules, Setting, Settled, Standing,
};
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::error::Error;
use crate::ids::{EventId, Membership, PersonId};
use crate::reminders::reminder::Reminder;
use crate::store::{Tx, each};

/// A flag as the number that [`Tx::all`] reads.
macro_rules! flag {
    ($column:literal) => {
        concat!("case when ", $column, " then cast(1 as bigint) else cast(0 as bigint) end")
    };
}

/// A membership as it is stored, before anything is decided.
pub(crate) struct Loaded {
    pub(crate) history: History,
    pub(crate) reminders: Vec<Reminder>,
    /// The cached numbers; none where the person never joined.
    pub(crate) cached: Option<Cached>,
    /// The person wants to be in no ranking.
    pub(crate) is_hidden: bool,
    /// The event has so many members that its rankings are kept by indexes and counts.
    pub(crate) is_indexed: bool,
}

impl Loaded {
    fn has_any_exceptions(&self) -> bool {
        let history = &self.history;
        !(history.pauses.is_empty() && history.grants.is_empty() && history.repairs.is_empty())
    }
}

/// What to read of a membership.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) of: Membership,
    /// The earliest instant at which something is decided.
    pub(crate) at: Instant,
    /// The first label of which everything is read, settled or not; none where only what is not settled matters.
    pub(crate) from: Option<Day>,
    /// Entries to look up by their keys, however old they are.
    pub(crate) keys: Vec<Key>,
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
    /// A member who is not hidden.
    pub(crate) ranked: bool,
    pub(crate) current: u32,
    pub(crate) longest: u32,
    pub(crate) total: u32,
    /// In basis points; -1 while nothing was required.
    pub(crate) consistency: i64,
    pub(crate) points_milli: i64,
    pub(crate) alive_until: Instant,
    /// The first time that the person joined.
    pub(crate) joined_at: Instant,
    /// When a number may change by itself.
    pub(crate) next_close: Option<Instant>,
    /// How many facts there are: the number of the last one.
    pub(crate) facts: i64,
    /// Whether there are pauses, grants or repairs to read.
    pub(crate) has_exceptions: bool,
    /// Whether the row is in the indexes and counts of its event's rankings.
    pub(crate) indexed: bool,
}

impl Cached {
    /// `known` is what stood there before: the first joining is never forgotten.
    pub(crate) fn of(loaded: &Loaded, standing: &Standing, known: Option<Cached>) -> Cached {
        let joined_at = known.map(|known| known.joined_at).filter(|at| at.0 != 0);
        let first = loaded.history.spans.first().map(|span| span.joined_at);
        Cached {
            member: standing.member,
            ranked: standing.member && !loaded.is_hidden,
            current: standing.current,
            longest: standing.longest,
            total: standing.total,
            consistency: standing.consistency_bp().map_or(-1, i64::from),
            points_milli: standing.points_milli,
            alive_until: standing.shown_until(),
            joined_at: joined_at.or(first).unwrap_or(Instant(0)),
            next_close: standing.next_close,
            facts: known.map_or(0, |known| known.facts),
            has_exceptions: known.is_some_and(|known| known.has_exceptions)
                || loaded.has_any_exceptions(),
            indexed: loaded.is_indexed || known.is_some_and(|known| known.indexed),
        }
    }
}

/// What is read of an event.
struct EventRules {
    rules: Arc<Rules>,
    amnesties: usize,
    is_indexed: bool,
}

/// By what a membership lives.
pub(crate) struct Known {
    pub(crate) rules: Arc<Rules>,
    /// The clock that counts in the event.
    pub(crate) clock: Clock,
    pub(crate) own: Clock,
}

/// A row of `membership` with its settled past.
struct Row {
    cached: Cached,
    settled: Option<Settled>,
}

/// Event, person, and the first label to read.
pub(crate) type Keys = Vec<(EventId, PersonId, i32)>;

impl Asked {
    /// All there is to know.
    pub(crate) fn whole(of: Membership, at: Instant) -> Asked {
        Asked::since(of, Day::EARLIEST, at)
    }

    /// What happened since a label, and what is not settled.
    pub(crate) fn since(of: Membership, first: Day, at: Instant) -> Asked {
        Asked { from: Some(first), ..Asked::recent(of, at) }
    }

    /// What is not settled.
    pub(crate) fn recent(of: Membership, at: Instant) -> Asked {
        Asked { of, at, from: None, keys: vec![] }
    }

    fn is_whole(&self) -> bool {
        self.from == Some(Day::EARLIEST)
    }

    /// Whether what a settled past leaves out is not asked for.
    fn may_begin_with(&self, settled: &Settled, rules: &Rules) -> bool {
        match self.from {
            None => true,
            Some(_) => self.label(rules).is_some_and(|label| settled.until <= label),
        }
    }

    /// The label from which on everything is read; none where that is all, or only what is not settled.
    fn label(&self, rules: &Rules) -> Option<Day> {
        let first = self.from.filter(|first| *first != Day::EARLIEST)?;
        Some(rules.period_of(first).first)
    }
}

impl Tx {
    /// Holds off that these events begin to be counted, until whoever joins them is stored.
    pub(crate) async fn share_events(&mut self, events: &[EventId]) -> Result<(), Error> {
        let Tx::Postgres(tx) = self else { return Ok(()) };
        let ids: Vec<i64> = events.iter().map(|event| event.0).collect();
        if !ids.is_empty() {
            sqlx::query("select 1 from event where id = any($1) order by id for share")
                .bind(ids)
                .execute(tx.conn())
                .await?;
        }
        Ok(())
    }

    /// Holds off that these people are erased or become others, until what they join is stored. They are taken before
    /// events and memberships are.
    pub(crate) async fn share_people(&mut self, people: &[PersonId]) -> Result<(), Error> {
        let Tx::Postgres(tx) = self else { return Ok(()) };
        let ids: Vec<i64> = people.iter().map(|person| person.0).collect();
        if !ids.is_empty() {
            sqlx::query("select 1 from person where id = any($1) order by id for key share")
                .bind(ids)
                .execute(tx.conn())
                .await?;
        }
        Ok(())
    }

    /// The same of one who was found before this transaction.
    ///
    /// # Errors
    /// [`Error::Outdated`] where they are not there any more.
    pub(crate) async fn share_person(&mut self, person: PersonId) -> Result<(), Error> {
        self.share_people(&[person]).await?;
        match self.person(person).await? {
            Some(_) => Ok(()),
            None => Err(Error::Outdated),
        }
    }

    /// Holds off whoever waits for one of the same numbers until this transaction ends. They are taken before rows are.
    pub(crate) async fn take_turns(&mut self, numbers: &BTreeSet<i64>) -> Result<(), Error> {
        let Tx::Postgres(tx) = self else { return Ok(()) };
        if !numbers.is_empty() {
            // In their order, so that no two wait for each other.
            sqlx::query("select pg_advisory_xact_lock(n) from unnest($1::bigint[]) as n")
                .bind(Vec::from_iter(numbers.iter().copied()))
                .execute(tx.conn())
                .await?;
        }
        Ok(())
    }

    /// Holds off whoever wants to change a membership until this transaction ends.
    pub(crate) async fn take_membership(&mut self, of: Membership) -> Result<(), Error> {
        if let Tx::Postgres(tx) = self {
            sqlx::query(
                "select 1 from membership where event_id = $1 and person_id = $2 for update",
            )
            .bind(of.event.0)
            .bind(of.person.0)
            .execute(tx.conn())
            .await?;
        }
        Ok(())
    }

    /// Makes rows for people who join, so that there is something to lock.
    pub(crate) async fn open_memberships(&mut self, keys: &[Membership]) -> Result<(), Error> {
        let statement = each!(
            "insert into membership (event_id, person_id, back_id)
             select e.id, p.id, -p.id from",
            "cross join event e cross join person p
             where e.id = cast(r.value->>0 as bigint) and p.id = cast(r.value->>1 as bigint) on conflict do nothing"
        );
        let keys: Vec<(EventId, PersonId)> =
            keys.iter().map(|key| (key.event, key.person)).collect();
        self.each(&statement, &keys).await?;
        Ok(())
    }

    /// Takes the memberships for this transaction, in key order, and reads what has to be known of them.
    /// One whose event or person does not exist is missing in the answer.
    pub(crate) async fn load(
        &mut self,
        asked: &[Asked],
        lock: Lock,
    ) -> Result<HashMap<Membership, Loaded>, Error> {
        let mut rows = self.take(asked, lock).await?;
        let rules = self.rules(asked).await?;
        let people = self.people(asked).await?;
        // Where older days are asked for than are left open, the fold begins at the snapshot before them.
        let late = asked.iter().filter_map(|asked| {
            let settled = rows.get(&asked.of)?.settled.as_ref()?;
            let label = asked.label(&rules.get(&asked.of.event)?.rules)?;
            (settled.until > label).then_some((asked.of.event, asked.of.person, label.0))
        });
        let mut snapshots = self.snapshots(&late.collect()).await?;
        let (mut keys, mut has_exceptions, mut loaded) = (Keys::new(), Keys::new(), HashMap::new());
        for asked in asked {
            let of = asked.of;
            let event = rules.get(&of.event);
            let (Some(event), Some((own, is_hidden))) = (event, people.get(&of.person)) else {
                continue;
            };
            let mut history = History::blank(event.rules.clone(), own.clone());
            let row = rows.remove(&of);
            let cached = row.as_ref().map(|row| row.cached);
            let counts = |settled: &Settled| {
                settled.counts_at(asked.at, event.amnesties)
                    && asked.may_begin_with(settled, &event.rules)
            };
            let settled = row.and_then(|row| row.settled).filter(counts);
            history.settled = settled.or_else(|| snapshots.remove(&of).filter(counts));
            let from = history.settled.as_ref().map_or(i32::MIN, |settled| settled.until.0);
            keys.push((of.event, of.person, from));
            if event.amnesties > 0
                || asked.is_whole()
                || cached.is_none_or(|cached| cached.has_exceptions)
            {
                has_exceptions.push((of.event, of.person, from));
            }
            let (is_hidden, is_indexed) = (*is_hidden, event.is_indexed);
            loaded.insert(of, Loaded { history, reminders: vec![], cached, is_hidden, is_indexed });
        }
        self.read_spans(&keys, &mut loaded).await?;
        self.read_exceptions(&has_exceptions, &mut loaded).await?;
        self.read_entries(&keys, &mut loaded).await?;
        self.read_named(asked, &mut loaded).await?;
        self.read_reminders(&keys, &mut loaded).await?;
        Ok(loaded)
    }

    /// Memberships with at least what happened in the period that holds a label and after it.
    pub(crate) async fn load_around(
        &mut self,
        of: &[Membership],
        day: Day,
        now: Instant,
    ) -> Result<HashMap<Membership, Loaded>, Error> {
        let asked: Vec<Asked> = of.iter().map(|of| Asked::since(*of, day, now)).collect();
        self.load(&asked, Lock::Leave).await
    }

    /// By which rules and clocks these memberships live, without their facts.
    pub(crate) async fn settings(
        &mut self,
        of: &[Membership],
    ) -> Result<HashMap<Membership, Known>, Error> {
        let asked: Vec<Asked> = of.iter().map(|of| Asked::whole(*of, Instant(0))).collect();
        let (rules, people) = (self.rules(&asked).await?, self.people(&asked).await?);
        let known = |of: &Membership| {
            let (event, (own, _)) = (rules.get(&of.event)?, people.get(&of.person)?);
            let clock = event.rules.clock_for(own);
            Some((*of, Known { rules: event.rules.clone(), clock, own: own.clone() }))
        };
        Ok(of.iter().filter_map(known).collect())
    }

    async fn take(
        &mut self,
        asked: &[Asked],
        lock: Lock,
    ) -> Result<HashMap<Membership, Row>, Error> {
        macro_rules! take {
            ($lock:literal) => {
                each!(
                    concat!(
                        "select m.event_id, m.person_id, ",
                        flag!("m.member"),
                        ", ",
                        flag!("m.ranked"),
                        ", m.current, m.longest, m.total, m.consistency, m.points_milli, m.alive_until, m.joined_at,
                         m.next_close, m.settled, m.facts, ",
                        flag!("m.wide"),
                        ", ",
                        flag!("m.rare"),
                        " from"
                    ),
                    concat!(
                        "join membership m on m.event_id = cast(r.value->>0 as bigint) and m.person_id = cast(r.value->>1 as bigint)
                         order by m.event_id, m.person_id ",
                        $lock
                    )
                )
            };
        }
        // SQLite's writer has the whole database already.
        let statement = match (&self, lock) {
            (Tx::Postgres(_), Lock::Take) => take!("for update of m"),
            (Tx::Postgres(_), Lock::Leave) | (Tx::Sqlite(_), _) => take!(""),
        };
        type Columns = (
            i64,
            i64,
            i64,
            i64,
            i64,
            i64,
            i64,
            i64,
            i64,
            i64,
            i64,
            Option<i64>,
            Option<String>,
            i64,
            i64,
            i64,
        );
        let keys: Vec<(EventId, PersonId)> =
            asked.iter().map(|asked| (asked.of.event, asked.of.person)).collect();
        let rows: Vec<Columns> = self.all(&statement, &keys).await?;
        let read = |row: Columns| {
            let cached = Cached {
                member: row.2 != 0,
                ranked: row.3 != 0,
                current: row.4 as u32,
                longest: row.5 as u32,
                total: row.6 as u32,
                consistency: row.7,
                points_milli: row.8,
                alive_until: Instant(row.9),
                joined_at: Instant(row.10),
                next_close: row.11.map(Instant),
                facts: row.13,
                indexed: row.14 != 0,
                has_exceptions: row.15 != 0,
            };
            let settled = row.12.as_deref().map(serde_json::from_str).transpose();
            let settled = settled.map_err(|e| Error::unreadable("settled past", &e))?;
            Ok((key(row.0, row.1), Row { cached, settled }))
        };
        rows.into_iter().map(read).collect()
    }

    /// The rules of these events, and how many amnesties each has.
    async fn rules(&mut self, asked: &[Asked]) -> Result<HashMap<EventId, EventRules>, Error> {
        let statement = each!(
            concat!(
                "select e.id, e.rules, (select count(*) from amnesty a where a.event_id = e.id), ",
                flag!("e.wide"),
                " from"
            ),
            "join event e on e.id = cast(r.value->>0 as bigint)"
        );
        let mut ids: Vec<[EventId; 1]> = asked.iter().map(|asked| [asked.of.event]).collect();
        ids.sort_unstable();
        ids.dedup();
        let rows: Vec<(i64, String, i64, i64)> = self.all(&statement, &ids).await?;
        // Many events live by the same rules.
        let mut known: HashMap<String, Arc<Rules>> = HashMap::new();
        let read = |(id, text, amnesties, indexed): (i64, String, i64, i64)| {
            let rules = match known.entry(text) {
                Entry::Occupied(rules) => rules.get().clone(),
                Entry::Vacant(new) => {
                    let rules = Arc::new(read_rules(new.key())?);
                    new.insert(rules).clone()
                }
            };
            let (amnesties, is_indexed) = (amnesties as usize, indexed != 0);
            Ok((EventId(id), EventRules { rules, amnesties, is_indexed }))
        };
        rows.into_iter().map(read).collect()
    }

    /// The own clocks of these people, and whether they are hidden.
    async fn people(&mut self, asked: &[Asked]) -> Result<HashMap<PersonId, (Clock, bool)>, Error> {
        let statement = each!(
            concat!(
                "select p.id, p.zone, p.day_start, ",
                flag!("p.hidden"),
                ", c.at, c.zone, c.day_start from"
            ),
            "join person p on p.id = cast(r.value->>0 as bigint)
             left join clock_setting c on c.person_id = p.id order by p.id, c.n"
        );
        type Columns = (i64, String, i64, i64, Option<i64>, Option<String>, Option<i64>);
        let mut ids: Vec<[PersonId; 1]> = asked.iter().map(|asked| [asked.of.person]).collect();
        ids.sort_unstable();
        ids.dedup();
        let rows: Vec<Columns> = self.all(&statement, &ids).await?;
        let mut clocks = HashMap::new();
        for (id, zone, day_start, is_hidden, at, moved_zone, moved_start) in rows {
            let (clock, _) = match clocks.entry(PersonId(id)) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => {
                    let first = Clock::fixed(read_setting(&zone, day_start)?);
                    new.insert((first, is_hidden != 0))
                }
            };
            if let (Some(at), Some(zone), Some(day_start)) = (at, moved_zone, moved_start) {
                let setting = read_setting(&zone, day_start)?;
                clock.change(ClockChange { at: Instant(at), setting });
            }
        }
        Ok(clocks)
    }
}

pub(crate) fn key(event: i64, person: i64) -> Membership {
    Membership { event: EventId(event), person: PersonId(person) }
}

pub(crate) fn read_rules(text: &str) -> Result<Rules, Error> {
    serde_json::from_str(text).map_err(|e| Error::unreadable("set of rules", &e))
}

pub(crate) fn read_setting(zone: &str, day_start: i64) -> Result<Setting, Error> {
    let zone =
        zone.parse().map_err(|_| Error::Unreadable { what: "zone", why: zone.to_owned() })?;
    let day_start = DayStart::from_minutes(day_start);
    let day_start =
        day_start.ok_or(Error::Unreadable { what: "day start", why: "out of range".to_owned() })?;
    Ok(Setting { zone, day_start })
}
