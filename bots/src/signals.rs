//! Being told to stop: Ctrl-C or SIGTERM, and how long an orderly end may take.

use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// How long each step of an orderly end may take: all of them within the 10 s that service managers wait.
pub const PATIENCE: Duration = Duration::from_secs(7);

/// Cancels the token at the first signal.
pub fn watch(stop: CancellationToken) -> anyhow::Result<()> {
    let (mut interrupt, mut terminate) =
        (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    tokio::spawn(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
            () = stop.cancelled() => return,
        }
        tracing::info!("stopping");
        stop.cancel();
    });
    Ok(())
}
