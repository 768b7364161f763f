//! Excusing days for everybody in an event (R53): the answer to an outage.

use futures_util::future::join_all;
use rules::{Days, Instant, pause};

use crate::error::Error;
use crate::events::Events;
use crate::ids::{EventId, Membership, PersonId};

/// Memberships brought up to date in one go.
const AT_ONCE: i64 = 256;

impl Events<'_> {
    /// Excuses the labels from the first to the last for all members, also afterwards, and heals every run
    /// that they had ended. Ends when all standings are written anew.
    ///
    /// # Errors
    /// [`rules::Refusal::TooLong`] for more than 31 days.
    pub async fn amnesty(
        self,
        event: EventId,
        days: Days,
        given_by: PersonId,
        now: Instant,
    ) -> Result<(), Error> {
        let days = pause::amnesty(days.first, days.last)?;
        let mut tx = self.engine.db.write().await?;
        tx.add_amnesty(event, self.engine.ids.id(now), days, given_by, now).await?;
        tx.commit().await?;
        self.touch_members(event, now).await?;
        self.engine.changed(event);
        Ok(())
    }

    /// Brings everybody who ever was in an event up to date.
    pub(crate) async fn touch_members(self, event: EventId, now: Instant) -> Result<(), Error> {
        let mut after = None;
        loop {
            let mut tx = self.engine.db.read().await?;
            let page = tx.all_memberships(Some(event), after, AT_ONCE).await?;
            drop(tx);
            let Some(last) = page.last().copied() else { return Ok(()) };
            for touched in join_all(
                page.iter().map(|of: &Membership| self.engine.memberships().touch(*of, now)),
            )
            .await
            {
                touched?;
            }
            after = Some(last);
        }
    }
}
