//! Questions: what one member sees, and a whole group. They change nothing.

use rules::{Ballot, Day, GroupLife, Instant, Life};
use std::collections::HashMap;

use crate::error::Error;
use crate::ids::{EventId, Membership, PersonId};
use crate::memberships::Memberships;
use crate::memberships::view::View;
use crate::store::membership::{Asked, Lock};

/// Memberships read in one go.
pub(crate) const AT_ONCE: i64 = 256;

impl Memberships<'_> {
    /// The facts of a membership and what follows from them at `now`; none for whoever never joined.
    pub async fn view(self, of: Membership, now: Instant) -> Result<Option<View>, Error> {
        Ok(self.views(&[of], now).await?.remove(&of))
    }

    /// The same for several memberships at once.
    pub async fn views(
        self,
        of: &[Membership],
        now: Instant,
    ) -> Result<HashMap<Membership, View>, Error> {
        let asked: Vec<Asked> = of.iter().map(|of| Asked::whole(*of, now)).collect();
        let loaded = self.engine.db.read().await?.load(&asked, Lock::Leave).await?;
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
    pub async fn peer_in(self, of: Membership, day: Day) -> Result<Option<String>, Error> {
        self.engine.db.read().await?.peer_in(of, day).await
    }

    /// The streak of the whole group (R70); none for events without one. Reads the histories of all who ever
    /// were in the event, page by page.
    pub async fn group(self, event: EventId, now: Instant) -> Result<Option<GroupLife>, Error> {
        let Some(known) =
            self.engine.events().get(event).await?.filter(|event| event.rules.group.is_some())
        else {
            return Ok(None);
        };
        let (mut ballot, mut after) = (Ballot::default(), None);
        loop {
            let mut tx = self.engine.db.read().await?;
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
}

impl Memberships<'_> {
    /// The events a person is in.
    pub async fn of(self, person: PersonId) -> Result<Vec<Membership>, Error> {
        self.engine.db.read().await?.memberships_of(person).await
    }
}
