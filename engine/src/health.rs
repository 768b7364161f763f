//! Whether work can be done.

use rules::Instant;
use std::time::Duration;
use tokio::time::timeout;

use crate::engine::Engine;
use crate::error::Error;
use crate::ids::Platform;
use crate::outages::Outages;

/// Clocks differ by a moment.
const CLOCK_MAY_DIFFER_S: i64 = 2;

/// How much waits in a queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueDepth {
    /// `inbox` or `outbox`.
    pub queue: &'static str,
    /// The source of updates, or the platform of deliveries.
    pub name: String,
    /// Rows that wait; no more than 10,000 are counted.
    pub waiting: i64,
    /// Since when the oldest waits.
    pub oldest: Option<Instant>,
}

/// What an operator watches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Depths {
    pub queues: Vec<QueueDepth>,
    /// Updates that failed too often or cannot be read.
    pub dead_updates: i64,
    /// Deliveries that a platform refuses for good.
    pub dead_deliveries: i64,
}

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

    /// Whether the database can be written and nothing is decided all the same, each given so long. Only a new process
    /// mends that; one does not mend a database that is away.
    pub async fn is_stuck(self, now: Instant, limit: Duration) -> bool {
        match timeout(limit, self.write_probe(now)).await {
            Ok(Ok(())) => timeout(limit, self.engine.writer.is_alive(now)).await != Ok(true),
            Ok(Err(_)) | Err(_) => false,
        }
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

    /// How much waits, and how much is not tried any more.
    pub async fn depths(self, now: Instant) -> Result<Depths, Error> {
        let mut tx = self.engine.db.read().await?;
        let mut queues = tx.inbox_depth().await?;
        for platform in [Platform::Discord, Platform::Telegram] {
            let name = platform.name().to_owned();
            if queues.iter().all(|depth| depth.name != name) {
                queues.push(QueueDepth { queue: "inbox", name, waiting: 0, oldest: None });
            }
        }
        for platform in Platform::ALL {
            queues.push(tx.outbox_depth(platform.name(), now).await?);
        }
        let (dead_updates, dead_deliveries) = tx.dead_count().await?;
        Ok(Depths { queues, dead_updates, dead_deliveries })
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
