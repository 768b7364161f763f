//! What every page and place needs.

use engine::Engine;
use engine::rules::Instant;
use std::sync::Arc;
use talk::{Receiver, Talk};
use tokio::sync::watch;

/// Who takes in what the platforms post; none where updates come in another way.
#[derive(Clone, Default)]
pub struct Inbound {
    pub discord: Option<Arc<dyn Receiver>>,
    pub telegram: Option<Arc<dyn Receiver>>,
}

/// Where the bots are met.
#[derive(Debug, Clone, Default)]
pub struct Links {
    /// Where Discord asks to whose account or server to add the bot.
    pub discord: Option<String>,
    /// The private chat with the bot on Telegram.
    pub telegram: Option<String>,
}

/// What every page and place needs.
#[derive(Clone)]
pub struct Web {
    pub engine: Engine,
    /// The conversation, which is the same as in a private chat.
    pub talk: Talk,
    /// Where the pages stand, without a slash at the end.
    pub public_url: String,
    /// The clock.
    pub now: Arc<dyn Fn() -> Instant + Send + Sync>,
    /// Whether the rest of the process is ready for visitors.
    pub ready: Arc<dyn Fn() -> bool + Send + Sync>,
    /// Where the bots are met, as far as that is known by now.
    pub links: Arc<dyn Fn() -> Links + Send + Sync>,
    /// Who takes in what the platforms post.
    pub inbound: Inbound,
    /// Turns true when the process ends, and with it every live view.
    pub stop: watch::Receiver<bool>,
}
