//! Questions: what one member sees, and a whole group. They change nothing.

use crate::store::{Asked, Lock};
use crate::{Engine, Error, Event, EventId, Membership, PersonId};
use rules::{Ballot, Day, GroupLife, Instant, Life, Scope};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Memberships read in one go.
const AT_ONCE: i64 = 256;

/// Those who are in on a day, or those who are not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DaySide {
    pub count: u64,
    /// Names and runs.
    pub names: Vec<(String, u32)>,
}

/// What is known of a membership at an instant.
#[derive(Debug, Clone)]
pub struct View {
    pub history: rules::History,
    pub life: Life,
}

impl View {
    /// Whether the member is asked to check in today: a day of the event, not excused, in a period that is not done.
    pub fn is_open_today(&self) -> bool {
        let (history, today) = (&self.history, self.life.standing.today);
        self.life.standing.member
            && history.rules.is_scheduled(today)
            && !history.asks_nothing_on(today)
            && !history.is_away(today)
    }
}

impl Engine {
    /// The facts of a membership and what follows from them at `now`; none for whoever never joined.
    pub async fn view(&self, of: Membership, now: Instant) -> Result<Option<View>, Error> {
        Ok(self.views(&[of], now).await?.remove(&of))
    }

    /// The same for several memberships at once.
    pub async fn views(
        &self,
        of: &[Membership],
        now: Instant,
    ) -> Result<HashMap<Membership, View>, Error> {
        let asked: Vec<Asked> = of.iter().map(|of| Asked::whole(*of, now)).collect();
        let loaded = self.db.read().await?.load(&asked, Lock::Leave).await?;
        let seen = loaded.into_iter().filter(|(_, loaded)| !loaded.history.spans.is_empty());
        Ok(seen
            .map(|(key, loaded)| {
                let life = Life::of(&loaded.history, now);
                (key, View { history: loaded.history, life })
            })
            .collect())
    }

    /// The name of somebody else who is in on a day already: of the first fifty members, the one with the longest
    /// streak, and nobody who hides.
    pub async fn fellow_in(&self, of: Membership, day: Day) -> Result<Option<String>, Error> {
        self.db.read().await?.fellow_in(of, day).await
    }

    /// The streak of the whole group (R70); none for events without one. Reads the histories of all who ever
    /// were in the event, page by page.
    pub async fn group(&self, event: EventId, now: Instant) -> Result<Option<GroupLife>, Error> {
        let Some(known) = self.event(event).await?.filter(|event| event.rules.group.is_some())
        else {
            return Ok(None);
        };
        let (mut ballot, mut after) = (Ballot::default(), None);
        loop {
            let mut tx = self.db.read().await?;
            let page = tx.all_memberships(Some(event), after, AT_ONCE).await?;
            let asked: Vec<Asked> = page.iter().map(|of| Asked::whole(*of, now)).collect();
            for loaded in tx.load(&asked, Lock::Leave).await?.values() {
                ballot.add(&Life::of(&loaded.history, now));
            }
            match page.last() {
                Some(last) => after = Some(*last),
                None => return Ok(ballot.count(&known.rules, now)),
            }
        }
    }

    /// Who is in on a day of an event, and who is not yet: all are counted, and those with the longest runs named, up to
    /// so many of each. Reads of each member what is not settled.
    pub async fn day_of(
        &self,
        event: EventId,
        day: Day,
        most: usize,
        now: Instant,
    ) -> Result<(DaySide, DaySide), Error> {
        let (mut done, mut open) = (vec![], vec![]);
        let mut after = None;
        loop {
            let mut tx = self.db.read().await?;
            let page = tx.all_memberships(Some(event), after, AT_ONCE).await?;
            let Some(last) = page.last() else { break };
            after = Some(*last);
            for (of, loaded) in tx.load_around(&page, day, now).await? {
                let (Some(cached), history) = (loaded.cached, &loaded.history) else { continue };
                if !cached.ranked {
                    continue;
                }
                // What is added up over a week is in with any part of it.
                let is_in = match history.rules.scope {
                    Scope::Day => history.is_done(day),
                    Scope::Period => history.entries_on(day).next().is_some(),
                };
                let run = if cached.alive_until > now { cached.current } else { 0 };
                let place = (Reverse((run, cached.longest, cached.total)), cached.joined_at, of);
                match is_in {
                    true => done.push(place),
                    false if history.is_away(day) || history.asks_nothing_on(day) => {}
                    false => open.push(place),
                }
            }
        }
        let mut tx = self.db.read().await?;
        let mut sides = [DaySide::default(), DaySide::default()];
        for (side, mut places) in sides.iter_mut().zip([done, open]) {
            side.count = places.len() as u64;
            places.sort_unstable();
            places.truncate(most);
            let people: Vec<PersonId> = places.iter().map(|(.., of)| of.person).collect();
            let mut names = tx.names(&people).await?;
            for (Reverse((run, ..)), _, of) in places {
                side.names.extend(names.remove(&of.person).map(|name| (name, run)));
            }
        }
        Ok(sides.into())
    }

    /// How many members each of these events has.
    pub async fn count_members(&self, events: &[Event]) -> Result<HashMap<EventId, u64>, Error> {
        let ids: Vec<EventId> = events.iter().map(|event| event.id).collect();
        self.db.read().await?.count_members(&ids).await
    }
}
