//! The newest milestones of an event.

use rules::Instant;

use std::collections::BTreeMap;

use crate::error::Error;
use crate::events::event::Event;
use crate::ids::{DestinationId, EventId, Membership, PersonId};
use crate::leaderboards::Leaderboards;
use crate::people::alike::tell_apart;

/// A length that somebody reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    pub person: PersonId,
    pub name: String,
    pub length: u32,
    pub reached_at: Instant,
}

impl Leaderboards<'_> {
    /// The newest milestones, the newest first; not of people who are hidden, or want theirs not to be told.
    pub async fn milestones(self, event: EventId, most: i64) -> Result<Vec<Milestone>, Error> {
        let mut newest = self.engine.db.look().await?.newest_badges(event, most).await?;
        tell_apart(newest.iter_mut().map(|one| (one.person, &mut one.name)));
        Ok(newest)
    }

    /// The milestones that a place is told together: those that were reached within a time in its events, as far as its
    /// community wants to hear of them. The event and its milestones, the longest first.
    pub async fn gathered(
        self,
        place: DestinationId,
        within: (Instant, Instant),
    ) -> Result<Vec<(Event, Vec<Milestone>)>, Error> {
        let mut tx = self.engine.db.read().await?;
        let budget = tx.budget_of(place).await?;
        let mut reached: BTreeMap<EventId, Vec<Milestone>> = BTreeMap::new();
        for (event, milestone) in tx.reached_within(place, within).await? {
            reached.entry(event).or_default().push(milestone);
        }
        let events: Vec<EventId> = reached.keys().copied().collect();
        let members = tx.count_members(&events).await?;
        let mut told = vec![];
        for (id, mut milestones) in reached {
            let Some(event) = tx.event(id).await? else { continue };
            let members = members.get(&id).copied().unwrap_or(0);
            let from = budget.told_from(members, event.rules.cadence.is_by_period());
            milestones.retain(|milestone| milestone.length >= from);
            if !milestones.is_empty() {
                told.push((event, milestones));
            }
        }
        let all =
            told.iter_mut().flat_map(|(_, milestones): &mut (Event, Vec<Milestone>)| milestones);
        tell_apart(all.map(|one| (one.person, &mut one.name)));
        Ok(told)
    }

    /// Whether a place hears of a great milestone with the others of its time, since it heard of one of them alone.
    pub async fn is_left_to_others(
        self,
        place: DestinationId,
        milestone: (Membership, u32),
        now: Instant,
    ) -> Result<bool, Error> {
        self.engine.db.look().await?.is_left_to_others(place, milestone, now).await
    }

    /// The milestones of an event that were reached within a time, the longest first.
    pub async fn reached_in(
        self,
        event: EventId,
        (from, until): (Instant, Instant),
    ) -> Result<Vec<Milestone>, Error> {
        let mut reached = self.engine.db.look().await?.badges_within(event, from, until).await?;
        tell_apart(reached.iter_mut().map(|one| (one.person, &mut one.name)));
        Ok(reached)
    }
}
