//! Questions: what one member sees, and a whole group. They change nothing.

use crate::store::{Asked, Lock};
use crate::{Engine, Error, Event, EventId, Membership};
use rules::{Ballot, GroupLife, Instant, Life};
use std::collections::HashMap;

/// Memberships read in one go.
const AT_ONCE: i64 = 256;

/// What is known of a membership at an instant.
#[derive(Debug, Clone)]
pub struct View {
    pub history: rules::History,
    pub life: Life,
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

    /// How many members each of these events has.
    pub async fn count_members(&self, events: &[Event]) -> Result<HashMap<EventId, u64>, Error> {
        let ids: Vec<EventId> = events.iter().map(|event| event.id).collect();
        self.db.read().await?.count_members(&ids).await
    }
}
