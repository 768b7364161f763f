//! Counting weeks and months anew that an older version counted by the first labels of periods.

use rules::Instant;

use crate::error::Error;
use crate::memberships::Memberships;
use crate::memberships::rebuild::tallies;
use crate::store::membership::{Asked, Lock};

/// The name under which a database says that there are such. A migration writes it.
const RECOUNT: &str = "recount";
/// Memberships that are counted in one transaction.
const AT_ONCE: i64 = 256;

impl Memberships<'_> {
    /// Counts them once, from the beginning where a process ended on the way. Nobody has to stop meanwhile.
    pub(crate) async fn recount(self, now: Instant) -> Result<(), Error> {
        if self.engine.db.look().await?.cursor(RECOUNT).await?.is_none() {
            return Ok(());
        }
        let mut after = None;
        loop {
            let mut tx = self.engine.db.write().await?;
            let page = tx.all_memberships(None, after, AT_ONCE).await?;
            after = page.last().copied();
            if after.is_none() {
                tx.forget_cursor(RECOUNT).await?;
                return tx.commit().await;
            }
            let known = tx.settings(&page).await?;
            let mut of = page;
            // A day is a period that begins where it is met.
            of.retain(|of| known.get(of).is_some_and(|known| known.rules.cadence.is_by_period()));
            let asked: Vec<Asked> = of.iter().map(|of| Asked::whole(*of, now)).collect();
            let whole = tx.load(&asked, Lock::Take).await?;
            tx.set_tallies(&of, &tallies(&whole, now)).await?;
            tx.commit().await?;
        }
    }
}
