//! Whether work can be done.

use rules::Instant;

use crate::engine::Engine;
use crate::error::Error;
use crate::outages::Outages;

/// Whether work can be done, and what is out of reach.
#[derive(Clone, Copy)]
pub struct Health<'a> {
    engine: &'a Engine,
}

impl Engine {
    pub fn health(&self) -> Health<'_> {
        Health { engine: self }
    }
}

impl<'a> Health<'a> {
    /// Whether something can be written, and acts are decided.
    pub async fn is_ready(self, now: Instant) -> bool {
        self.write_probe(now).await.is_ok() && self.engine.writer.is_alive(now).await
    }

    /// What is out of reach of this process.
    pub fn outages(self) -> &'a Outages {
        &self.engine.work.outages
    }

    pub(crate) async fn write_probe(self, now: Instant) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.set_cursor("probe", 0, now).await?;
        tx.commit().await
    }

    /// Which database this is, for a line at the start.
    pub fn database(self) -> &'static str {
        self.engine.db.kind()
    }
}
