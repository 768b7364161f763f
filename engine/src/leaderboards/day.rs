//! The board of a day: who is in, and who is not yet.

use rules::{Day, Instant, Scope};
use std::cmp::Reverse;
use std::collections::HashMap;

use crate::error::Error;
use crate::events::event::Event;
use crate::ids::{EventId, PersonId};
use crate::leaderboards::Leaderboards;
use crate::leaderboards::leaderboard::DaySide;
use crate::memberships::views::AT_ONCE;

impl Leaderboards<'_> {
    /// Who is in on a day of an event, and who is not yet: all are counted, and those with the longest runs named, up to
    /// so many of each. Reads of each member what is not settled.
    pub async fn day(
        self,
        event: EventId,
        day: Day,
        most: usize,
        now: Instant,
    ) -> Result<(DaySide, DaySide), Error> {
        let (mut done, mut open) = (vec![], vec![]);
        let mut after = None;
        loop {
            let mut tx = self.engine.db.read().await?;
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
        let mut tx = self.engine.db.read().await?;
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
    pub async fn count_members(self, events: &[Event]) -> Result<HashMap<EventId, u64>, Error> {
        let ids: Vec<EventId> = events.iter().map(|event| event.id).collect();
        self.engine.db.read().await?.count_members(&ids).await
    }
}
