//! The log: lines for people, or JSON for machines, on standard error.

use crate::config::{self, Settings};
use crate::signals;
use anyhow::Context as _;
use std::io::IsTerminal as _;
use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};

/// Lines that may wait to be written.
const LINES_MAX: usize = 10_000;

/// The log, until it is dropped.
pub struct Log(Option<WorkerGuard>);

impl Drop for Log {
    /// Waits for the last lines, but not for somebody who does not read them.
    fn drop(&mut self) {
        let guard = self.0.take();
        signals::briefly(move || drop(guard));
    }
}

/// Writes the log until the guard is dropped. Nobody may be reading it: lines that cannot be written are left out,
/// and nothing waits for them.
#[must_use = "the log ends with its guard"]
pub fn start(settings: &Settings) -> anyhow::Result<Log> {
    let filter =
        tracing_subscriber::EnvFilter::try_new(&settings.log.filter).context("log.filter")?;
    let (lines, guard) =
        NonBlockingBuilder::default().buffered_lines_limit(LINES_MAX).finish(std::io::stderr());
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(lines)
        .with_ansi(std::io::stderr().is_terminal())
        .log_internal_errors(false);
    match settings.log.format {
        config::Format::Text => log.init(),
        config::Format::Json => log.json().flatten_event(true).init(),
    }
    // What a panic says may quote what people wrote, and has to be written past whoever does not read.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a panic");
    }));
    Ok(Log(Some(guard)))
}
