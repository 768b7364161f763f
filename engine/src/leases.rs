//! Work that only one process may do at a time, such as listening to a platform.

use rules::Instant;

use crate::engine::Engine;
use crate::error::Error;

/// Who may do what only one process does at a time.
#[derive(Clone, Copy)]
pub struct Leases<'a> {
    engine: &'a Engine,
}

impl Engine {
    pub fn leases(&self) -> Leases<'_> {
        Leases { engine: self }
    }
}

impl Leases<'_> {
    /// A name for one holder, which nobody else has.
    pub fn holder(self, now: Instant) -> String {
        self.engine.ids.id(now).to_string()
    }

    /// Takes or keeps a lease for so many seconds. False while somebody else has it.
    pub async fn take(
        self,
        name: &str,
        holder: &str,
        now: Instant,
        lasts_s: i64,
    ) -> Result<bool, Error> {
        // SQLite is for one process.
        if self.engine.db.is_sqlite() {
            return Ok(true);
        }
        let mut tx = self.engine.db.write().await?;
        let is_ours = tx.take_lease(name, holder, now, lasts_s).await?;
        tx.commit().await?;
        Ok(is_ours)
    }

    /// Gives a lease back, if it is still this holder's.
    pub async fn give_back(self, name: &str, holder: &str) -> Result<(), Error> {
        if self.engine.db.is_sqlite() {
            return Ok(());
        }
        let mut tx = self.engine.db.write().await?;
        tx.give_back_lease(name, holder).await?;
        tx.commit().await
    }
}
