//! Trying things out: a database in which nobody has ever been but the people of a sandbox may begin anew.

use rules::Instant;

use crate::engine::Engine;
use crate::error::Error;
use crate::people::privacy::ERASED;

/// The name under which a database says that it is on trial.
const TRIAL: &str = "trial";
/// The name under which it says that it never will be again.
const IN_EARNEST: &str = "in-earnest";

/// Whether a database is only on trial, and what may be done to one that is.
#[derive(Clone, Copy)]
pub struct Trial<'a> {
    engine: &'a Engine,
}

impl Engine {
    pub fn trial(&self) -> Trial<'_> {
        Trial { engine: self }
    }
}

impl Trial<'_> {
    /// Puts a database on trial in which nobody is yet. Whether it is on trial.
    pub async fn begin(self, now: Instant) -> Result<bool, Error> {
        let mut tx = self.engine.db.write().await?;
        if tx.cursor(TRIAL).await?.is_some() {
            return Ok(true);
        }
        if tx.cursor(IN_EARNEST).await?.is_some() || !tx.is_empty().await? {
            return Ok(false);
        }
        tx.set_cursor(TRIAL, 0, now).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Ends it for good: what is written from now on is not for throwing away, also where nobody is yet.
    pub async fn end(self, now: Instant) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.forget_cursor(TRIAL).await?;
        tx.set_cursor(IN_EARNEST, 0, now).await?;
        tx.commit().await
    }

    /// Leaves nothing of what was written, in one transaction. False, and nothing is done, where the database is not on
    /// trial.
    pub async fn begin_anew(self, now: Instant) -> Result<bool, Error> {
        let mut tx = self.engine.db.write().await?;
        if tx.cursor(TRIAL).await?.is_none() {
            return Ok(false);
        }
        tx.empty().await?;
        for name in [TRIAL, ERASED] {
            tx.set_cursor(name, 0, now).await?;
        }
        tx.commit().await?;
        drop(self.engine.work.take_changed());
        Ok(true)
    }
}
