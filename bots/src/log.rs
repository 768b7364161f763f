//! The log: lines for people, or JSON for machines, on standard error.

use crate::config::{self, Settings};
use crate::signals;
use anyhow::Context as _;
use std::ffi::OsStr;
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
    let (is_terminal, no_color) = (std::io::stderr().is_terminal(), std::env::var_os("NO_COLOR"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(lines)
        .with_ansi(has_colours(is_terminal, no_color.as_deref()))
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

/// Colours are for whoever looks at a terminal, and has not turned them off (no-color.org).
fn has_colours(is_terminal: bool, no_color: Option<&OsStr>) -> bool {
    is_terminal && no_color.is_none_or(OsStr::is_empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_for_terminals_whose_owner_wants_them() {
        let off = |value: &'static str| Some(OsStr::new(value));
        assert!(has_colours(true, None) && has_colours(true, off("")));
        assert!(!has_colours(true, off("1")) && !has_colours(true, off("0")));
        assert!(!has_colours(false, None));
    }
}
