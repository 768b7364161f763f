//! What somebody said, and where, in words that no platform owns.

use engine::rules::Instant;
use engine::{Account, CommunityAddress};
use serde::{Deserialize, Serialize};

/// One request, as an adapter heard it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Names the request for ever: a repeat of it has the same key.
    pub key: String,
    pub account: Account,
    pub place: Place,
    pub said: Said,
    /// When the person sent it, where the platform says so.
    pub sent_at: Option<Instant>,
    /// Where the platform does not say so and we were not listening: the earliest instant it can have been.
    #[serde(default)]
    pub unheard_since: Option<Instant>,
    /// When we took it up.
    pub now: Instant,
}

/// Where it was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The community whose place it is; none in private.
    pub community: Option<CommunityAddress>,
    /// How the platform addresses the channel or chat.
    pub address: String,
    /// The topic within it; empty where there is none.
    pub thread: String,
    /// How the platform addresses the person in private.
    pub private_address: String,
    /// Whether a bot may begin a private conversation there.
    pub opens_private: bool,
    /// An address that opens a private conversation with the bot, ready for a payload at its end.
    pub deep_link: Option<String>,
    /// The language of the place.
    pub locale: Option<String>,
}

impl Place {
    pub fn is_private(&self) -> bool {
        self.community.is_none()
    }
}

/// What was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    Command {
        path: String,
        args: Vec<(String, String)>,
    },
    /// A line as it was typed.
    Line(String),
    /// A button, by its id.
    Press(String),
}

impl Request {
    /// The language to answer in: the person's own, then that of the place.
    pub fn locale(&self) -> &str {
        self.account.locale.as_deref().or(self.place.locale.as_deref()).unwrap_or("en")
    }
}
