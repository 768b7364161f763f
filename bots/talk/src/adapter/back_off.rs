//! Waiting for a neighbour who is out of reach.

use std::time::Duration;
use tokio_util::sync::CancellationToken;

const MAX: Duration = Duration::from_secs(60);

/// Waits twice as long each time, a minute at most.
#[derive(Debug)]
pub struct BackOff(Duration);

impl Default for BackOff {
    fn default() -> BackOff {
        BackOff(Duration::from_secs(1))
    }
}

impl BackOff {
    /// How long the next wait is, in seconds.
    pub fn wait_s(&self) -> u64 {
        self.0.as_secs()
    }

    /// Waits, unless told to stop.
    pub async fn wait(&mut self, stop: &CancellationToken) {
        tokio::select! {
            () = tokio::time::sleep(self.0) => {}
            () = stop.cancelled() => {}
        }
        self.0 = (self.0 * 2).min(MAX);
    }
}
