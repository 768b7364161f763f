//! Being told to stop: Ctrl-C or SIGTERM, and how long an orderly end may take.

use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// How long each step of an orderly end may take: all of them within the 10 s that service managers wait.
pub const SHUTDOWN_GRACE: Duration = Duration::from_millis(6500);

/// Does what may wait for somebody who does not read, and waits a second for it at most.
pub fn briefly(work: impl FnOnce() + Send + 'static) {
    const OUTPUT_TIMEOUT: Duration = Duration::from_secs(1);
    let (ended, is_ended) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        work();
        // Nobody may be waiting any more.
        let _ = ended.send(());
    });
    let _ = is_ended.recv_timeout(OUTPUT_TIMEOUT);
}

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
