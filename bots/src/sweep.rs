//! The regular look at what is due.

use crate::clock::Clock;
use engine::Engine;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

const EVERY: Duration = Duration::from_secs(1);

/// Does due work once a second until told to stop.
pub async fn sweep(engine: Engine, clock: Clock, stop: CancellationToken) {
    while !stop.is_cancelled() {
        match engine.schedule().tick(clock.now()).await {
            Ok(0) => tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                () = stop.cancelled() => {}
            },
            Ok(_) => {}
            Err(error) => {
                tracing::error!(%error, "due work was left undone");
                tokio::time::sleep(EVERY).await;
            }
        }
    }
}

/// Forgets what was done with long ago, now and once an hour.
pub async fn forget(engine: Engine, clock: Clock, stop: CancellationToken) {
    const EVERY: Duration = Duration::from_secs(3600);
    while !stop.is_cancelled() {
        match engine.schedule().forget_old(clock.now()).await {
            Ok(0) => {}
            Ok(rows) => tracing::info!(rows, "old updates and deliveries are forgotten"),
            Err(error) => tracing::error!(%error, "old updates and deliveries are kept for now"),
        }
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            () = stop.cancelled() => {}
        }
    }
}

/// Returns when nothing is left to do at the time that it is now.
#[cfg(feature = "sandbox")]
pub async fn wait_until_idle(engine: Engine, clock: Clock) {
    const POLL_INTERVAL: Duration = Duration::from_millis(5);
    loop {
        let due = engine.schedule().tick(clock.now()).await;
        let is_idle = engine.schedule().is_idle(clock.now()).await;
        match (due, is_idle) {
            (Ok(0), Ok(true)) => return,
            (Ok(_), Ok(_)) => tokio::time::sleep(POLL_INTERVAL).await,
            (Err(error), _) | (_, Err(error)) => {
                tracing::error!(%error, "what is left to do is not known");
                return;
            }
        }
    }
}
