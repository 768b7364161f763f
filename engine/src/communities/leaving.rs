//! Communities that put us out: what is kept of them is forgotten unless they let us in again in time.

use rules::Instant;

use crate::communities::Communities;
use crate::error::Error;
use crate::ids::{CommunityId, Platform};

/// How long a community is kept that put us out.
const KEPT_S: i64 = 30 * 86_400;
/// Communities that are looked for at once.
const COMMUNITIES_AT_ONCE: i64 = 64;
/// Communities that are compared at once with what a platform lists.
const LISTED_AT_ONCE: i64 = 500;
/// Events that lose their community in one transaction, and entries of its record that are forgotten.
const ROWS_AT_ONCE: i64 = 1000;
/// Channels that are forgotten in one transaction.
const CHANNELS_AT_ONCE: i64 = 64;

impl Communities<'_> {
    /// Notes that we are in a community, or were put out of it: its channels can be written to, or not, but for those that
    /// were found closed by themselves.
    pub async fn set_present(
        self,
        platform: Platform,
        external_id: &str,
        is_present: bool,
        now: Instant,
    ) -> Result<(), Error> {
        self.set_all_present(platform, &[(external_id.to_owned(), is_present)], now).await
    }

    /// The same of several.
    pub async fn set_all_present(
        self,
        platform: Platform,
        presences: &[(String, bool)],
        now: Instant,
    ) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        for (external_id, is_present) in presences {
            tx.set_present(platform, external_id, *is_present).await?;
            tx.set_left(platform, external_id, (!is_present).then_some(now)).await?;
        }
        tx.commit().await
    }

    /// The next communities of a platform behind one, as the platform names them, and whether we are in them as far as we
    /// know; those that were there before an instant.
    pub async fn presences(
        self,
        platform: Platform,
        after: &str,
        before: Instant,
    ) -> Result<Vec<(String, bool)>, Error> {
        let mut tx = self.engine.db.look().await?;
        tx.presences(platform, after, before, LISTED_AT_ONCE).await
    }

    /// Forgets the communities that put us out long ago. Their events stay, since people are in them.
    pub(crate) async fn forget_left(self, now: Instant) -> Result<(), Error> {
        let before = now.plus_s(-KEPT_S);
        loop {
            let mut tx = self.engine.db.look().await?;
            let left = tx.left_before(before, COMMUNITIES_AT_ONCE).await?;
            drop(tx);
            if left.is_empty() {
                return Ok(());
            }
            for community in left {
                self.forget(community, before).await?;
            }
        }
    }

    /// A part at a time: others write in between, and one that comes back then keeps the rest.
    async fn forget(self, community: CommunityId, before: Instant) -> Result<(), Error> {
        loop {
            let mut tx = self.engine.db.write().await?;
            if !tx.take_left(community, before).await? {
                return Ok(());
            }
            let events = tx.part_events(community, ROWS_AT_ONCE).await?;
            let is_empty = events.is_empty()
                && !tx.forget_record(community, ROWS_AT_ONCE).await?
                && !tx.forget_channels(community, CHANNELS_AT_ONCE).await?;
            if is_empty {
                tx.forget_community(community).await?;
            }
            tx.commit().await?;
            events.into_iter().for_each(|event| self.engine.changed(event));
            if is_empty {
                return Ok(());
            }
        }
    }
}
