//! The bot, and what it learns about itself.

use engine::rules::Instant;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;
use talk::{Now, Pacer, Talk};
use teloxide::Bot;
use teloxide::types::Me;

/// How long after an outage Telegram may take to hand on what was said in it: it tries about once a minute.
const CATCHING_UP: Duration = Duration::from_secs(180);

/// The bot, before it runs and while it does.
#[derive(Clone)]
pub struct Adapter {
    pub(crate) talk: Talk,
    pub(crate) bot: Bot,
    pub(crate) pacer: Arc<Pacer>,
    pub(crate) now: Now,
    pub(crate) webhook: Option<String>,
    pub(crate) me: Arc<OnceLock<Me>>,
    pub(crate) missed: Arc<Missed>,
}

/// Until when we did not listen, as long as what was said before may still come.
#[derive(Default)]
pub(crate) struct Missed(Mutex<Option<(Instant, tokio::time::Instant)>>);

impl Missed {
    pub(crate) fn note(&self, since: Instant) {
        let until = tokio::time::Instant::now() + CATCHING_UP;
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((since, until));
    }

    pub(crate) fn since(&self) -> Option<Instant> {
        let missed = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, until) = missed?;
        (tokio::time::Instant::now() < until).then_some(since)
    }
}
