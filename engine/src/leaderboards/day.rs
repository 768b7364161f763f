//! The board of a day: who is in, and who is not yet.

use rules::{Day, Days, History, Instant, Life, Scope};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::error::Error;
use crate::events::event::Event;
use crate::ids::{EventId, Membership, PersonId};
use crate::leaderboards::Leaderboards;
use crate::leaderboards::closing::Closing;
use crate::leaderboards::leaderboard::DaySide;
use crate::memberships::views::AT_ONCE;
use crate::people::alike::tell_apart;
use crate::remembered::Remembered;
use crate::store::Tx;
use crate::store::day::{DayMember, Stamp};
use crate::store::membership::Loaded;

/// Boards that are remembered, and members of each.
const BOARDS_MAX: usize = 64;
const MEMBERS_MAX: usize = 10_000;
/// Members whose rows are read at a time, and those who may have left since a day.
const MEMBERS_AT_ONCE: i64 = 1_000;

/// Where a member stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    In,
    Open,
    /// Nothing is asked of them.
    Neither,
}

impl Side {
    /// By what was known of a member when it closed.
    fn of(history: &History, closing: Closing) -> Side {
        let day = closing.day;
        // Whoever had left by then, or came later, was not asked for it.
        if !history.is_member() {
            return Side::Neither;
        }
        let is_in = match history.rules.scope {
            Scope::Day if history.rules.cadence.is_by_period() => history.met_in_period(day) > 0,
            Scope::Day => history.is_done(day),
            // What is added up over a week is in with any part of it.
            Scope::Period => history.has_entries_in_period(day),
        };
        match is_in {
            true => Side::In,
            false if !history.was_in(day) => Side::Neither,
            false if history.is_away(day) || history.asks_nothing_on(day) => Side::Neither,
            false => Side::Open,
        }
    }
}

/// How a member was found to stand.
#[derive(Debug, Clone, Copy)]
struct Stood {
    /// How many facts there were of them.
    facts: i64,
    side: Side,
    /// When it closes on their own clock.
    closes_at: Instant,
    /// The run, the best and the total as they were then, if it has.
    closed: Option<(u32, u32, u32)>,
}

impl Stood {
    fn of(loaded: &Loaded, asked: &Asked) -> Stood {
        let mut then = loaded.history.as_of(asked.closing.last, asked.known_by);
        if let Some(amnesties) = &asked.amnesties {
            then.amnesties = amnesties.clone();
        }
        let closes_at = then.clock.end_of(asked.closing.last);
        let closed = (closes_at <= asked.now).then(|| {
            let standing = Life::of(&then, closes_at).standing;
            (standing.current, standing.longest, standing.total)
        });
        let facts = loaded.cached.map_or(0, |cached| cached.facts);
        Stood { facts, side: Side::of(&then, asked.closing), closes_at, closed }
    }

    fn holds_for(&self, member: &DayMember, now: Instant) -> bool {
        self.facts == member.facts && self.closed.is_some() == (self.closes_at <= now)
    }
}

/// What is asked of each member.
struct Asked {
    event: EventId,
    closing: Closing,
    now: Instant,
    /// What came later counts for nothing.
    known_by: Instant,
    /// The amnesties that were known by then, where they are not all.
    amnesties: Option<Arc<Vec<Days>>>,
}

/// The run, the best and the total, best first; who joined first; whose it is.
type Place = (Reverse<(u32, u32, u32)>, Instant, PersonId);
/// A board, by what it rests on besides the facts of its members.
type Key = (EventId, Closing, Stamp);
type Known = HashMap<PersonId, Stood>;

/// The boards that were drawn lately: what is drawn again reads only whoever has done something since.
pub(crate) struct Boards(Remembered<Key, Known>);

impl Default for Boards {
    fn default() -> Boards {
        Boards(Remembered::new(BOARDS_MAX))
    }
}

impl Leaderboards<'_> {
    /// Who is in on a day of an event, and who is not yet, or who was when it closed: all are counted, and those with the
    /// longest runs named, up to so many of each. Reads of each member a row, and what is not settled of those who did
    /// something since the last time.
    pub async fn day(
        self,
        event: EventId,
        day: Day,
        most: usize,
        now: Instant,
    ) -> Result<(DaySide, DaySide), Error> {
        let Some(known) = self.engine.db.look().await?.event(event).await? else {
            return Ok(Default::default());
        };
        let closing = Closing::of_day(&known.rules, day);
        self.day_without(&BTreeSet::new(), event, closing, most, now).await
    }

    /// The same of a day or a period where some are neither named nor counted.
    pub async fn day_without(
        self,
        unnamed: &BTreeSet<PersonId>,
        event: EventId,
        closing: Closing,
        most: usize,
        now: Instant,
    ) -> Result<(DaySide, DaySide), Error> {
        let Some(stamp) = self.engine.db.look().await?.day_stamp(event).await? else {
            return Ok(Default::default());
        };
        let is_over = closing.is_over(now);
        let known_by = if is_over { closing.at } else { Instant::NEVER };
        let amnesties = match is_over && stamp.has_amnesties() {
            true => {
                let known = self.engine.db.look().await?.amnesties_by(event, closing.at).await?;
                Some(Arc::new(known))
            }
            false => None,
        };
        let asked = Asked { event, closing, now, known_by, amnesties };
        let key = (event, closing, stamp);
        let mut known = self.engine.work.boards.0.take(&key).unwrap_or_default();
        let (mut done, mut open) = (vec![], vec![]);
        let mut after = Some(PersonId(i64::MIN));
        // Those who are in it, and then those who have left since it closed for them.
        while let Some(from) = after {
            let mut tx = self.engine.db.read().await?;
            let mut page = tx.day_members(event, from, MEMBERS_AT_ONCE).await?;
            after = page.last().map(|last| last.person);
            if after.is_none() {
                page = tx.left_after(event, closing.last, MEMBERS_AT_ONCE).await?;
            }
            find_new(&mut tx, &asked, &page, &mut known).await?;
            for member in page {
                let Some(stood) = known.get(&member.person) else { continue };
                if unnamed.contains(&member.person) {
                    continue;
                }
                let run = if member.alive_until > now { member.current } else { 0 };
                let live = (run, member.longest, member.total);
                let best = Reverse(stood.closed.unwrap_or(live));
                let place = (best, member.joined_at, member.person);
                match stood.side {
                    Side::In => done.push(place),
                    Side::Open => open.push(place),
                    Side::Neither => {}
                }
            }
        }
        if known.len() <= MEMBERS_MAX {
            self.engine.work.boards.0.keep(key, known);
        }
        let mut tx = self.engine.db.read().await?;
        let mut sides = [done, open];
        let counts = sides.each_ref().map(|places| places.len() as u64);
        for places in &mut sides {
            places.sort_unstable();
            places.truncate(most);
        }
        let people: Vec<PersonId> = sides.iter().flatten().map(|(.., person)| *person).collect();
        let mut names = tx.names(&people).await?;
        // Both sides stand on one board.
        tell_apart(names.iter_mut().map(|(person, name)| (*person, name)));
        let mut named = |places: Vec<Place>| {
            let name = |(Reverse((run, ..)), _, person): Place| Some((names.remove(&person)?, run));
            places.into_iter().filter_map(name).collect()
        };
        let [done, open] = sides;
        let (done, open) = (named(done), named(open));
        Ok((DaySide { count: counts[0], names: done }, DaySide { count: counts[1], names: open }))
    }

    /// How many members each of these events has.
    pub async fn count_members(self, events: &[Event]) -> Result<HashMap<EventId, u64>, Error> {
        let ids: Vec<EventId> = events.iter().map(|event| event.id).collect();
        self.engine.db.look().await?.count_members(&ids).await
    }
}

/// Finds how those of these stand who are not known yet, or have done something since.
async fn find_new(
    tx: &mut Tx,
    asked: &Asked,
    members: &[DayMember],
    known: &mut Known,
) -> Result<(), Error> {
    let is_new = |member: &&DayMember| {
        known.get(&member.person).is_none_or(|stood| !stood.holds_for(member, asked.now))
    };
    let new = members.iter().filter(is_new);
    let new: Vec<Membership> =
        new.map(|member| Membership { event: asked.event, person: member.person }).collect();
    for new in new.chunks(AT_ONCE as usize) {
        for (of, loaded) in tx.load_around(new, asked.closing.day, asked.now).await? {
            known.insert(of.person, Stood::of(&loaded, asked));
        }
    }
    Ok(())
}
