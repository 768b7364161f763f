//! Whether work can be done.

use rules::Instant;

use crate::engine::Engine;
use crate::error::Error;
use crate::outages::Outages;

/// Clocks differ by a moment.
const CLOCK_MAY_DIFFER_S: i64 = 2;

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

    /// Notes when something was sent and when we took it up. Where it came before it was sent, our clock is slow: said
    /// loudly, but seldom.
    pub fn note_clock(self, sent_at: Instant, now: Instant) {
        let behind_s = sent_at.0 - now.0;
        if behind_s > CLOCK_MAY_DIFFER_S && self.engine.work.may_warn_of_clock() {
            tracing::error!(
                behind_s,
                "the clock of this machine is slow; times of check-ins are taken from the platform"
            );
        }
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
