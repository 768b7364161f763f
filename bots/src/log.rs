//! The log: lines for people, or JSON for machines, on standard error.

use crate::config::{self, Settings};
use crate::signals;
use anyhow::Context as _;
use std::ffi::OsStr;
use std::io::IsTerminal as _;
use tracing::Metadata;
use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::filter::{LevelFilter, filter_fn};
use tracing_subscriber::prelude::*;

/// Lines that may wait to be written.
const LINES_MAX: usize = 10_000;
/// Our own crates, which log no secrets and nothing that people write, whatever the level.
const OURS: [&str; 11] = [
    "streaks", "discord", "telegram", "email", "push", "webhooks", "talk", "engine", "rules",
    "pictures", "sandbox",
];
/// Of libraries nothing beyond warnings is written: at lower levels they quote what goes through them, such as headers,
/// addresses with tokens in them and whole updates. These differ, each for what it says.
const LIBRARIES: [(&str, LevelFilter); 6] = [
    // The text of a statement, never the values that are bound to it.
    ("sqlx", LevelFilter::TRACE),
    // The address of an interaction, with its token, where a suggestion cannot be sent.
    ("poise", LevelFilter::OFF),
    // A message of the gateway that it cannot read.
    ("serenity::gateway::ws", LevelFilter::ERROR),
    // An update that it cannot read.
    ("teloxide", LevelFilter::OFF),
    // The value of a parameter in the database's address that it does not know, which may be a password.
    ("sqlx_postgres::options", LevelFilter::ERROR),
    // The words of a panic.
    ("tower_http::catch_panic", LevelFilter::OFF),
];

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
        config::Format::Text => log.finish().with(filter_fn(is_harmless)).init(),
        config::Format::Json => {
            log.json().flatten_event(true).finish().with(filter_fn(is_harmless)).init();
        }
    }
    // What a panic says may quote what people wrote, and has to be written past whoever does not read.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a panic");
    }));
    Ok(Log(Some(guard)))
}

/// Whether a line or a span may be written, whatever `log.filter` says.
fn is_harmless(about: &Metadata<'_>) -> bool {
    *about.level() <= most_of(about.target())
}

/// The level down to which anything of a target may be written.
fn most_of(target: &str) -> LevelFilter {
    let is_in = |room: &str| {
        let rest = target.strip_prefix(room);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    };
    match LIBRARIES.iter().find(|(room, _)| is_in(room)) {
        Some((_, most)) => *most,
        None if OURS.iter().any(|room| is_in(room)) => LevelFilter::TRACE,
        None => LevelFilter::WARN,
    }
}

/// Colours are for whoever looks at a terminal, and has not turned them off (no-color.org).
fn has_colours(is_terminal: bool, no_color: Option<&OsStr>) -> bool {
    is_terminal && no_color.is_none_or(OsStr::is_empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libraries_say_nothing_that_quotes_what_goes_through_them() {
        for ours in ["streaks", "streaks::run", "engine::updates::inbox", "discord::rest"] {
            assert_eq!(most_of(ours), LevelFilter::TRACE, "{ours}");
        }
        for library in ["hyper::proto::h1", "h2", "reqwest::connect", "serenity::http", "enginery"]
        {
            assert_eq!(most_of(library), LevelFilter::WARN, "{library}");
        }
        assert_eq!(most_of("sqlx"), LevelFilter::TRACE);
        assert_eq!(most_of("sqlx_core::pool"), LevelFilter::WARN);
        assert_eq!(most_of("serenity::gateway::ws"), LevelFilter::ERROR);
        assert_eq!(most_of("poise::dispatch::slash"), LevelFilter::OFF);
    }

    #[test]
    fn colours_are_for_terminals_whose_owner_wants_them() {
        let off = |value: &'static str| Some(OsStr::new(value));
        assert!(has_colours(true, None) && has_colours(true, off("")));
        assert!(!has_colours(true, off("1")) && !has_colours(true, off("0")));
        assert!(!has_colours(false, None));
    }
}
