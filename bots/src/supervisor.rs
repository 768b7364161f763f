//! Tells systemd that the program is up, that it is well, and that it ends, where systemd asked for that
//! (`Type=notify`, `WatchdogSec=`).

use crate::clock::Clock;
use engine::Engine;
use sd_notify::NotifyState;
use tokio_util::sync::CancellationToken;

/// Says that the program is up, and then that it is well for as long as it is, until told to stop.
pub async fn watch(engine: Engine, clock: Clock, stop: CancellationToken) {
    notify(NotifyState::Ready);
    if let Some(every) = sd_notify::watchdog_enabled().map(|limit| limit / 3) {
        while tokio::time::timeout(every, stop.cancelled()).await.is_err() {
            if engine.health().is_stuck(clock.now(), every).await {
                tracing::error!(
                    "nothing is decided any more, although the database can be written"
                );
            } else {
                notify(NotifyState::Watchdog);
            }
        }
    }
    stop.cancelled().await;
    notify(NotifyState::Stopping);
}

fn notify(state: NotifyState<'_>) {
    if let Err(error) = sd_notify::notify(&[state]) {
        tracing::warn!(%error, "systemd could not be told");
    }
}
