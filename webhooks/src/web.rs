//! What every page and place needs.

use engine::rules::Instant;
use engine::{Engine, Subscription};
use std::fmt;
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
    /// What the bot is called there, as links into Telegram name it.
    pub telegram_name: Option<String>,
}

/// What one address may ask for: requests in a minute, and live views at a time; 0 for as many as it likes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rates {
    /// Of pages.
    pub pages: u32,
    /// Of the API.
    pub api: u32,
    /// To sign in, or to try a code.
    pub sign_in: u32,
    /// Of the pages that links with an invite code lead to.
    pub invites: u32,
    pub live_views: u32,
}

impl Default for Rates {
    fn default() -> Rates {
        Rates { pages: 120, api: 600, sign_in: 10, invites: 100, live_views: 20 }
    }
}

/// Where people can sign in with an account that they have.
#[derive(Clone, Default)]
pub struct Doors {
    pub discord: Option<Door>,
    pub telegram: Option<Door>,
    /// The bot's token on Telegram, with which it signs what Mini Apps hear.
    pub telegram_token: Option<Arc<str>>,
}

/// What it takes to let people sign in with a platform.
#[derive(Clone)]
pub struct Door {
    /// Where people agree, without a slash at the end; on Telegram also who issues tokens.
    pub login_base: String,
    /// Where the API stands.
    pub api_base: String,
    /// What the platform knows us by, as far as that is known by now.
    pub client_id: Arc<dyn Fn() -> Option<String> + Send + Sync>,
    pub client_secret: Arc<str>,
}

impl fmt::Debug for Door {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Door").field("login_base", &self.login_base).finish_non_exhaustive()
    }
}

/// Who runs this instance, as far as they have said so.
#[derive(Debug, Clone, Default)]
pub struct Operator {
    pub name: String,
    /// An e-mail address, or a page.
    pub contact: String,
    /// Where their own privacy policy stands, and their own terms.
    pub privacy_url: Option<String>,
    pub terms_url: Option<String>,
}

/// How browsers can be notified.
#[derive(Clone)]
pub struct Push {
    /// What browsers are to take notifications from, in base 64.
    pub public_key: String,
    /// Whether a browser can be written to.
    pub takes: Arc<dyn Fn(&Subscription) -> bool + Send + Sync>,
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
    /// Where people can sign in with an account that they have.
    pub doors: Doors,
    /// How browsers can be notified; none where they cannot.
    pub push: Option<Push>,
    /// How much one address may ask for.
    pub rates: Rates,
    /// Who runs this instance.
    pub operator: Operator,
    /// Who takes in what the platforms post.
    pub inbound: Inbound,
    /// Turns true when the process ends, and with it every live view.
    pub stop: watch::Receiver<bool>,
}
