//! The local Discord server.

pub mod catalog;
pub mod component;
pub mod content;
pub mod embed;
pub mod gateway;
pub mod hook;
pub mod interact;
pub mod interaction;
pub mod line;
pub mod line_value;
pub mod messages;
pub mod modal;
pub mod payload;
pub mod press;
pub mod registration;
pub mod rest;
pub mod session;
pub mod shown;

use std::collections::{HashMap, HashSet, VecDeque};

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use interaction::Interactions;
use modal::Modal;
use session::Sessions;

/// The application, which is also the bot's user.
pub const APP: u64 = 1_180_000_000_000_000_001;
/// The guild, which is also the id of its @everyone role.
pub const GUILD: u64 = 1_180_000_000_000_000_100;
/// The channel in which people speak.
pub const CHANNEL_STREAKS: u64 = 1_180_000_000_000_000_101;
/// A second channel.
pub const CHANNEL_GENERAL: u64 = 1_180_000_000_000_000_102;
/// The bot's own managed role.
pub const ROLE_BOT: u64 = 1_180_000_000_000_000_103;
/// A role below the bot's, which it may grant.
pub const ROLE_CHAMPION: u64 = 1_180_000_000_000_000_104;
/// A role above the bot's, which it may not grant.
pub const ROLE_ADMIN: u64 = 1_180_000_000_000_000_105;

/// The first millisecond of Discord's ids.
const EPOCH_MS: i64 = 1_420_070_400_000;
/// How many nonces are remembered.
const NONCES_MAX: usize = 1_000;
/// How many open forms are remembered.
const MODALS_MAX: usize = 200;

/// A nonce with the message that it led to.
pub struct Nonce {
    pub nonce: String,
    pub key: String,
    pub at: DateTime<Utc>,
}

/// What the Discord server remembers.
pub struct Server {
    last_id: u64,
    pub commands: Vec<Value>,
    pub guild_commands: Vec<Value>,
    pub sessions: Sessions,
    pub interactions: Interactions,
    pub modals: VecDeque<Modal>,
    pub nonces: VecDeque<Nonce>,
    pub member_roles: HashMap<u64, HashSet<u64>>,
    /// When somebody brought the bot in; none where it has been there from long ago.
    pub joined_at: Option<DateTime<Utc>>,
}

impl Server {
    /// A server to which no bot has logged in.
    pub fn new() -> Server {
        Server {
            last_id: 0,
            commands: Vec::new(),
            guild_commands: Vec::new(),
            sessions: Sessions::default(),
            interactions: Interactions::default(),
            modals: VecDeque::new(),
            nonces: VecDeque::new(),
            member_roles: HashMap::new(),
            joined_at: None,
        }
    }

    /// A new id of this time, above all before it even where the clock was set back.
    pub fn snowflake(&mut self, now: DateTime<Utc>) -> u64 {
        let since = u64::try_from(now.timestamp_millis() - EPOCH_MS).unwrap_or_default();
        self.last_id = (since << 22).max(self.last_id + 1);
        self.last_id
    }

    /// Remembers an open form.
    pub fn open(&mut self, modal: Modal) {
        if self.modals.len() == MODALS_MAX {
            self.modals.pop_front();
        }
        self.modals.push_back(modal);
    }

    /// Remembers which message a nonce led to.
    pub fn remember_nonce(&mut self, nonce: Nonce) {
        if self.nonces.len() == NONCES_MAX {
            self.nonces.pop_front();
        }
        self.nonces.push_back(nonce);
    }

    /// The commands that members of the guild see.
    pub fn all_commands(&self) -> impl Iterator<Item = &Value> {
        self.guild_commands.iter().chain(&self.commands)
    }

    /// Forgets all but the bots' sessions and commands.
    pub fn reset(&mut self) {
        self.interactions = Interactions::default();
        self.modals.clear();
        self.nonces.clear();
        self.member_roles.clear();
        self.joined_at = None;
    }
}

/// The key under which the sandbox knows a Discord message.
pub fn key(message: u64) -> String {
    format!("dc:{message}")
}

/// Why Discord says no.
#[derive(Debug)]
pub struct Refused {
    pub status: u16,
    pub code: u64,
    pub message: String,
    /// Field errors, of an invalid form body.
    pub errors: Option<Value>,
}

impl Refused {
    /// A refusal with a code of Discord's list.
    pub fn new(status: u16, code: u64, message: &str) -> Refused {
        Refused { status, code, message: message.to_owned(), errors: None }
    }

    /// 50035, naming the field, such as `embeds.0.title`.
    pub fn form(field: &str, code: &str, message: &str) -> Refused {
        let mut errors = json!({"_errors": [{"code": code, "message": message}]});
        for name in field.split('.').rev() {
            errors = json!({ name: errors });
        }
        let errors = Some(errors);
        Refused { status: 400, code: 50_035, message: "Invalid Form Body".to_owned(), errors }
    }

    /// 50035, for a text of the wrong length.
    pub fn length(field: &str, min: usize, max: usize) -> Refused {
        let words = format!("Must be between {min} and {max} in length.");
        Refused::form(field, "BASE_TYPE_BAD_LENGTH", &words)
    }

    /// 404 for a route that does not exist.
    pub fn not_known() -> Refused {
        Refused::new(404, 0, "404: Not Found")
    }

    /// The body of the answer.
    pub fn body(&self) -> Value {
        let mut body = json!({"message": self.message, "code": self.code});
        if let Some(errors) = &self.errors {
            body["errors"] = errors.clone();
        }
        body
    }
}

/// A number out of the string that Discord writes ids as.
pub fn id(value: &Value) -> Option<u64> {
    match value {
        Value::String(text) => text.parse().ok(),
        Value::Number(number) => number.as_u64(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_rise_even_when_the_clock_is_set_back() {
        let mut server = Server::new();
        let late = server.snowflake("2026-03-02T00:00:00Z".parse().expect("a time"));
        let early = server.snowflake("2026-03-01T00:00:00Z".parse().expect("a time"));
        assert!(early > late);
    }

    #[test]
    fn a_form_error_names_its_field() {
        let body = Refused::length("embeds.0.title", 1, 256).body();
        assert_eq!(body["code"], 50_035);
        let error = &body["errors"]["embeds"]["0"]["title"]["_errors"][0];
        assert_eq!(error["code"], "BASE_TYPE_BAD_LENGTH");
    }
}
