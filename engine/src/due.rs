//! Due work: reminders whose time has come, and runs that ended by themselves.

use crate::{Engine, Error};
use futures_util::future::join_all;
use rules::Instant;

/// Memberships looked at in one go.
const AT_ONCE: i64 = 256;

/// How long what was heard and what was told is kept.
const UPDATES_KEPT_S: i64 = 7 * 86_400;
const DELIVERIES_KEPT_S: i64 = 30 * 86_400;

impl Engine {
    /// When the last update came, as far as they are kept.
    pub async fn last_heard(&self) -> Result<Option<Instant>, Error> {
        self.db.read().await?.last_heard().await
    }

    /// Forgets updates and deliveries that were done with long ago, and gives their number.
    pub async fn forget_old(&self, now: Instant) -> Result<u64, Error> {
        let mut tx = self.db.write().await?;
        let updates = tx.forget_updates(now.plus_s(-UPDATES_KEPT_S)).await?;
        let deliveries = tx.forget_deliveries(now.plus_s(-DELIVERIES_KEPT_S)).await?;
        tx.commit().await?;
        Ok(updates + deliveries)
    }

    /// Does what is due at `now`, and gives the number of memberships it looked at. The numbers that
    /// people see are right without it; it sends reminders and writes ended runs down once.
    pub async fn tick(&self, now: Instant) -> Result<usize, Error> {
        let due = self.db.read().await?.due_memberships(now, AT_ONCE).await?;
        for touched in join_all(due.iter().map(|membership| self.touch(*membership, now))).await {
            touched?;
        }
        // Deliveries fall due by themselves too.
        self.work.outbox.notify_waiters();
        Ok(due.len())
    }
}
