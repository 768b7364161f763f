//! Questions: what a member sees. They change nothing.

use rules::{Day, History, Instant, Key, Life};
use std::collections::HashMap;

use crate::error::Error;
use crate::ids::{Membership, PersonId};
use crate::memberships::Memberships;
use crate::memberships::view::View;
use crate::store::membership::{Asked, Lock};

/// Memberships read in one go.
pub(crate) const AT_ONCE: i64 = 256;

impl Memberships<'_> {
    /// How a membership stands at `now`, with the facts that its member can still change, of the last seven days at
    /// least; none for whoever never joined.
    pub async fn view(self, of: Membership, now: Instant) -> Result<Option<View>, Error> {
        Ok(self.views(&[of], now).await?.remove(&of))
    }

    /// The same for several memberships at once.
    pub async fn views(
        self,
        of: &[Membership],
        now: Instant,
    ) -> Result<HashMap<Membership, View>, Error> {
        let asked: Vec<Asked> = of.iter().map(|of| Asked::recent(*of, now)).collect();
        self.seen(&asked, now).await
    }

    /// How a membership stands at `now`, with its facts and its periods from a label on.
    pub async fn view_since(
        self,
        of: Membership,
        first: Day,
        now: Instant,
    ) -> Result<Option<View>, Error> {
        Ok(self.views_since(&[of], first, now).await?.remove(&of))
    }

    /// The same for several memberships at once.
    pub async fn views_since(
        self,
        of: &[Membership],
        first: Day,
        now: Instant,
    ) -> Result<HashMap<Membership, View>, Error> {
        let asked: Vec<Asked> = of.iter().map(|of| Asked::since(*of, first, now)).collect();
        self.seen(&asked, now).await
    }

    /// Whether a check-in of this membership bears this key, however old it is.
    pub async fn has_entry(self, of: Membership, key: &Key, now: Instant) -> Result<bool, Error> {
        let asked = Asked { keys: vec![key.clone()], ..Asked::recent(of, now) };
        let loaded = self.engine.db.read().await?.load(&[asked], Lock::Leave).await?;
        Ok(loaded.values().any(|loaded| loaded.history.entry(key).is_some()))
    }

    async fn seen(self, asked: &[Asked], now: Instant) -> Result<HashMap<Membership, View>, Error> {
        let loaded = self.engine.db.read().await?.load(asked, Lock::Leave).await?;
        let has_joined = |history: &History| {
            // The stays of whoever left long ago are settled.
            !history.spans.is_empty() || history.settled.is_some()
        };
        let seen = loaded.into_iter().filter(|(_, loaded)| has_joined(&loaded.history));
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
}

impl Memberships<'_> {
    /// The events a person is in.
    pub async fn of(self, person: PersonId) -> Result<Vec<Membership>, Error> {
        self.engine.db.look().await?.memberships_of(person).await
    }
}
