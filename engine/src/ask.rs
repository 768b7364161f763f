//! Questions: what one member sees, and a whole group. They change nothing.

use crate::store::{Asked, Lock};
use crate::{By, Engine, Error, Event, EventId, Membership, Question};
use rules::{Ballot, Day, GroupLife, Instant, Life, Scope};
use std::collections::HashMap;

/// Memberships read in one go.
const AT_ONCE: i64 = 256;

const PAGE: u32 = 100;
const PAGES_MAX: usize = 10;

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

    /// Who is in on a day of an event, and who is not yet, with their runs: the longest first, up to so many names
    /// of each. Looks at the first thousand members.
    pub async fn day_of(
        &self,
        event: EventId,
        day: Day,
        most: usize,
        now: Instant,
    ) -> Result<(DaySide, DaySide), Error> {
        let question = Question::top(By::Current, PAGE);
        let (mut done, mut open) = (DaySide::default(), DaySide::default());
        let mut after = None;
        for _ in 0..PAGES_MAX {
            let page = Question { after, ..question };
            let board = self.ranking(event, &page, now).await?;
            let keys: Vec<Membership> =
                board.rows.iter().map(|row| Membership { event, person: row.person }).collect();
            let views = self.views(&keys, now).await?;
            for (row, of) in board.rows.iter().zip(&keys) {
                let Some(view) = views.get(of) else { continue };
                let history = &view.history;
                // What is added up over a week is in with any part of it.
                let is_in = match history.rules.scope {
                    Scope::Day => history.is_done(day),
                    Scope::Period => history.entries_on(day).next().is_some(),
                };
                let side = match is_in {
                    true => &mut done,
                    false if history.is_away(day) || history.asks_nothing_on(day) => continue,
                    false => &mut open,
                };
                side.count += 1;
                if side.names.len() < most {
                    side.names.push((row.name.clone(), row.current));
                }
            }
            after = board.next;
            if after.is_none() {
                break;
            }
        }
        Ok((done, open))
    }

    /// How many members each of these events has.
    pub async fn count_members(&self, events: &[Event]) -> Result<HashMap<EventId, u64>, Error> {
        let ids: Vec<EventId> = events.iter().map(|event| event.id).collect();
        self.db.read().await?.count_members(&ids).await
    }
}
