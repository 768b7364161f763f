//! How far a long work is, for whoever waits for it: a bar on a terminal, lines elsewhere.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::{IsTerminal as _, Write as _};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::signals;

/// What takes less is not told.
const SHORT: Duration = Duration::from_secs(1);
const STYLE: &str = "{msg} {wide_bar} {pos}/{len} {eta}";

pub struct Progress {
    what: &'static str,
    is_quiet: bool,
    began: Instant,
    bar: OnceLock<ProgressBar>,
    /// The tenth that was told last.
    tenth: AtomicU64,
}

impl Progress {
    pub fn of(what: &'static str, is_quiet: bool) -> Progress {
        let (bar, tenth) = (OnceLock::new(), AtomicU64::new(0));
        Progress { what, is_quiet, began: Instant::now(), bar, tenth }
    }

    /// Tells that so many steps are done, of so many in all.
    pub fn tell(&self, done: u64, of: u64) {
        if !self.is_worth_telling() {
            return;
        }
        if std::io::stderr().is_terminal() {
            let bar = self.bar.get_or_init(|| {
                let style = ProgressStyle::with_template(STYLE);
                let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
                ProgressBar::new(of).with_style(style).with_message(self.what)
            });
            bar.set_position(done);
            if done >= of {
                bar.finish_and_clear();
            }
            return;
        }
        if let Some(line) = self.line(done, of) {
            signals::briefly(move || drop(writeln!(std::io::stderr(), "{line}")));
        }
    }

    fn is_worth_telling(&self) -> bool {
        !self.is_quiet && self.began.elapsed() >= SHORT
    }

    /// What is said where there is no terminal: a line for each tenth.
    fn line(&self, done: u64, of: u64) -> Option<String> {
        let tenth = done * 10 / of.max(1);
        let is_new = self.tenth.fetch_max(tenth, Ordering::Relaxed) < tenth;
        is_new.then(|| format!("{}: {done} of {of}", self.what))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_said_for_each_tenth_of_long_work() {
        let mut progress = Progress::of("memberships", false);
        assert!(!progress.is_worth_telling());
        progress.began -= SHORT;
        assert!(progress.is_worth_telling());
        let lines = [1, 256, 280, 512, 1000].map(|done| progress.line(done, 1000));
        let lines: Vec<&str> = lines.iter().flatten().map(String::as_str).collect();
        let wanted =
            ["256 of 1000", "512 of 1000", "1000 of 1000"].map(|n| format!("memberships: {n}"));
        assert_eq!(lines, wanted);
        progress.is_quiet = true;
        assert!(!progress.is_worth_telling());
    }
}
