//! The board of a day: who is in, and who is not yet.

use rules::{Day, History, Instant, Scope};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use crate::error::Error;
use crate::events::event::Event;
use crate::ids::{EventId, Membership, PersonId};
use crate::leaderboards::Leaderboards;
use crate::leaderboards::leaderboard::DaySide;
use crate::memberships::views::AT_ONCE;
use crate::people::alike::tell_apart;
use crate::remembered::Remembered;
use crate::store::day::Stamp;

/// Boards that are remembered, and members of each.
const BOARDS_MAX: usize = 64;
const MEMBERS_MAX: usize = 10_000;
/// Members whose rows are read at a time.
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
    fn of(history: &History, day: Day) -> Side {
        let is_in = match history.rules.scope {
            Scope::Day if history.rules.cadence.is_by_period() => history.met_in_period(day) > 0,
            Scope::Day => history.is_done(day),
            // What is added up over a week is in with any part of it.
            Scope::Period => history.has_entries_in_period(day),
        };
        match is_in {
            true => Side::In,
            // Whoever came later was not asked for it.
            false if !history.was_in(day) => Side::Neither,
            false if history.is_away(day) || history.asks_nothing_on(day) => Side::Neither,
            false => Side::Open,
        }
    }
}

/// The run, the best and the total, best first; who joined first; whose it is.
type Place = (Reverse<(u32, u32, u32)>, Instant, PersonId);
/// A board, by what it rests on besides the facts of its members.
type Key = (EventId, Day, Stamp);
/// Where each member was found to stand, by how many facts there were of them.
type Sides = HashMap<PersonId, (i64, Side)>;

/// The boards that were drawn lately: what is drawn again reads only whoever has done something since.
pub(crate) struct Boards(Remembered<Key, Sides>);

impl Default for Boards {
    fn default() -> Boards {
        Boards(Remembered::new(BOARDS_MAX))
    }
}

impl Leaderboards<'_> {
    /// Who is in on a day of an event, and who is not yet: all are counted, and those with the longest runs named, up to
    /// so many of each. Reads of each member a row, and what is not settled of those who did something since the last
    /// time.
    pub async fn day(
        self,
        event: EventId,
        day: Day,
        most: usize,
        now: Instant,
    ) -> Result<(DaySide, DaySide), Error> {
        self.day_without(&BTreeSet::new(), event, day, most, now).await
    }

    /// The same where some are neither named nor counted.
    pub async fn day_without(
        self,
        unnamed: &BTreeSet<PersonId>,
        event: EventId,
        day: Day,
        most: usize,
        now: Instant,
    ) -> Result<(DaySide, DaySide), Error> {
        let (mut done, mut open) = (vec![], vec![]);
        let Some(stamp) = self.engine.db.look().await?.day_stamp(event).await? else {
            return Ok(Default::default());
        };
        let key = (event, day, stamp);
        let mut known = self.engine.work.boards.0.take(&key).unwrap_or_default();
        let mut after = PersonId(i64::MIN);
        loop {
            let mut tx = self.engine.db.read().await?;
            let page = tx.day_members(event, after, MEMBERS_AT_ONCE).await?;
            let Some(last) = page.last() else { break };
            after = last.person;
            let is_new =
                |person, facts| known.get(&person).is_none_or(|(known, _)| *known != facts);
            let new = page.iter().filter(|member| is_new(member.person, member.facts));
            let new: Vec<Membership> =
                new.map(|member| Membership { event, person: member.person }).collect();
            for new in new.chunks(AT_ONCE as usize) {
                for (of, loaded) in tx.load_around(new, day, now).await? {
                    let facts = loaded.cached.map_or(0, |cached| cached.facts);
                    known.insert(of.person, (facts, Side::of(&loaded.history, day)));
                }
            }
            for member in page {
                if unnamed.contains(&member.person) {
                    continue;
                }
                let run = if member.alive_until > now { member.current } else { 0 };
                let best = Reverse((run, member.longest, member.total));
                let place = (best, member.joined_at, member.person);
                match known.get(&member.person).map(|(_, side)| side) {
                    Some(Side::In) => done.push(place),
                    Some(Side::Open) => open.push(place),
                    Some(Side::Neither) | None => {}
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
