//! What is said of events in passing, where many stand in a list.

use rules::{Day, Instant};
use std::collections::HashMap;

use crate::error::Error;
use crate::events::event::Event;
use crate::ids::EventId;
use crate::leaderboards::Leaderboards;
use crate::leaderboards::leaderboard::Question;
use crate::remembered::Remembered;
use rules::ranking::By;

/// Larger events take too long to look through in passing.
const COUNTED_MAX: u64 = 1_000;
/// How long is good what was found.
const KEPT_S: i64 = 30;
/// Events of which it is kept.
const EVENTS_MAX: usize = 512;
/// Who shares the first place, where they are few.
const FIRST_MAX: u32 = 3;

/// An event in passing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Glance {
    pub members: u64,
    /// How many are in today; none where nothing is asked today, or the event is too large to say in passing.
    pub in_today: Option<u64>,
    /// Who was first in an event that is over, unless too many were.
    pub first: Vec<String>,
}

/// What was found lately, and when.
pub(crate) struct Glances(Remembered<(EventId, Day), (Instant, Glance)>);

impl Default for Glances {
    fn default() -> Glances {
        Glances(Remembered::new(EVENTS_MAX))
    }
}

impl Leaderboards<'_> {
    /// What to say of each of these events in passing; it may be half a minute old.
    pub async fn glance(
        self,
        events: &[Event],
        now: Instant,
    ) -> Result<HashMap<EventId, Glance>, Error> {
        let counts = self.count_members(events).await?;
        let mut glances = HashMap::new();
        for event in events {
            let today = event.rules.shared_setting().day_of(now);
            let key = (event.id, today);
            let known = self.engine.work.glances.0.take(&key);
            let members = counts.get(&event.id).copied().unwrap_or(0);
            let glance = match known {
                Some((at, glance)) if now < at.plus_s(KEPT_S) => (at, Glance { members, ..glance }),
                _ => (now, self.look_at(event, members, today, now).await?),
            };
            self.engine.work.glances.0.keep(key, glance.clone());
            glances.insert(event.id, glance.1);
        }
        Ok(glances)
    }

    async fn look_at(
        self,
        event: &Event,
        members: u64,
        today: Day,
        now: Instant,
    ) -> Result<Glance, Error> {
        let mut glance = Glance { members, ..Glance::default() };
        if event.is_over(now) {
            let top = Question::top(By::Longest, FIRST_MAX + 1).at_close();
            let mut rows = self.page(event.id, &top, now).await?.rows;
            rows.retain(|row| row.rank == 1 && row.value > 0);
            if rows.len() <= FIRST_MAX as usize {
                glance.first = rows.into_iter().map(|row| row.name).collect();
            }
        } else if members <= COUNTED_MAX && event.rules.is_scheduled(today) {
            let (done, _) = self.day(event.id, today, 0, now).await?;
            glance.in_today = Some(done.count);
        }
        Ok(glance)
    }
}
