//! What changes in one process, told to the others on the same database: by notifications of PostgreSQL.

use futures_util::stream::{BoxStream, StreamExt};
use std::collections::BTreeSet;
use std::time::Duration;
use tokio::sync::broadcast::error::RecvError;
use tokio_util::sync::CancellationToken;

use crate::engine::Engine;
use crate::error::Error;
use crate::ids::EventId;

/// Others are told at most so often, of so many events at once: a notification holds 8,000 bytes.
const PACE: Duration = Duration::from_millis(200);
const AT_ONCE: usize = 300;
/// After the connection was lost.
const AGAIN: Duration = Duration::from_secs(5);
const NAME_LENGTH: usize = 10;

impl Engine {
    /// Tells other processes on the same database what changes here, and hears of their changes, until told to stop.
    /// Where that does not work (behind a pooler, say), open pages look again after a minute. SQLite is for one process.
    pub async fn relay_changes(&self, stop: &CancellationToken) {
        let name = self.ids.code(NAME_LENGTH);
        loop {
            let relaying = async {
                match self.db.listen().await? {
                    Some(heard) => self.relay(heard, &name).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = stop.cancelled() => return,
                ended = relaying => if let Err(error) = ended {
                    tracing::debug!(%error, "changes are not relayed for a moment");
                },
            }
            tokio::select! {
                () = stop.cancelled() => return,
                () = tokio::time::sleep(AGAIN) => {}
            }
        }
    }

    async fn relay(
        &self,
        mut heard: BoxStream<'static, Result<String, Error>>,
        name: &str,
    ) -> Result<(), Error> {
        let mut own = self.changes.subscribe_own();
        let mut waiting: BTreeSet<EventId> = BTreeSet::new();
        let mut pace = tokio::time::interval(PACE);
        pace.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                told = heard.next() => match told {
                    Some(told) => self.hear(&told?, name),
                    None => return Ok(()),
                },
                changed = own.recv() => match changed {
                    Ok(event) => drop(waiting.insert(event)),
                    // Whoever watches those looks again by itself.
                    Err(RecvError::Lagged(_)) => {}
                    Err(RecvError::Closed) => return Ok(()),
                },
                _ = pace.tick(), if !waiting.is_empty() => {
                    let mut ids = vec![];
                    while let Some(event) = waiting.pop_first() {
                        ids.push(event.to_string());
                        if ids.len() == AT_ONCE {
                            break;
                        }
                    }
                    self.db.notify(&format!("{name} {}", ids.join(","))).await?;
                }
            }
        }
    }

    fn hear(&self, told: &str, name: &str) {
        let Some((whose, ids)) = told.split_once(' ') else { return };
        // What we told ourselves is known.
        if whose == name {
            return;
        }
        for event in ids.split(',').filter_map(|id| id.parse().ok()) {
            self.changes.hear(event);
        }
    }
}
