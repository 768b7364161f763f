//! The local Telegram Bot API server.

pub mod chat;
pub mod check;
pub mod edit;
pub mod entity;
pub mod html;
pub mod markdown;
pub mod menu;
pub mod methods;
pub mod parameter;
pub mod send;
pub mod shown;
pub mod speak;
pub mod updates;

use std::collections::{HashMap, VecDeque};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::answer::Answer;
use menu::Menu;
use updates::Updates;

/// The bot's user id: the first part of its token.
pub const BOT: i64 = 7_000_000_001;
/// The bot's name for mentions and commands.
pub const USERNAME: &str = "streaks_sandbox_bot";
/// The group.
pub const GROUP: i64 = -1_001_234_567_890;

/// How long a callback query can be answered.
const QUERY_S: i64 = 150;
/// How many callback queries are remembered.
const QUERIES_MAX: usize = 5_000;

/// A press that waits for its answer.
pub struct Query {
    pub id: String,
    pub person: String,
    pub at: DateTime<Utc>,
}

/// What the Telegram server remembers.
pub struct Server {
    pub updates: Updates,
    pub menu: Menu,
    last_message: HashMap<i64, i64>,
    queries: VecDeque<Query>,
    last_query: u64,
    /// The message of each chat that wants to be answered, until somebody writes.
    asking: HashMap<i64, i64>,
    /// Whether the bot is an administrator of the group who may pin.
    pub may_pin: bool,
}

impl Server {
    /// A server to which no bot listens.
    pub fn new(now: DateTime<Utc>) -> Server {
        Server {
            updates: Updates::new(now),
            menu: Menu::default(),
            last_message: HashMap::new(),
            queries: VecDeque::new(),
            last_query: 0,
            asking: HashMap::new(),
            may_pin: false,
        }
    }

    /// Notes that a message wants to be answered: clients then open a reply to it.
    pub fn ask_for_reply(&mut self, chat: i64, message: i64) {
        self.asking.insert(chat, message);
    }

    /// The message that whoever writes next replies to.
    pub fn take_asking(&mut self, chat: i64) -> Option<i64> {
        self.asking.remove(&chat)
    }

    /// The next message number of a chat.
    pub fn next_message(&mut self, chat: i64) -> i64 {
        let last = self.last_message.entry(chat).or_default();
        *last += 1;
        *last
    }

    /// Remembers a press, and names it as Telegram does: a large number.
    pub fn ask(&mut self, person: &str, now: DateTime<Utc>) -> String {
        self.last_query += 1;
        let id = format!("{}{:06}", now.timestamp_millis(), self.last_query);
        if self.queries.len() == QUERIES_MAX {
            self.queries.pop_front();
        }
        self.queries.push_back(Query { id: id.clone(), person: person.to_owned(), at: now });
        id
    }

    /// The press of this id, while it can still be answered.
    pub fn query(&self, id: &str, now: DateTime<Utc>) -> Option<&Query> {
        let fresh =
            |query: &&Query| query.id == id && now - query.at <= TimeDelta::seconds(QUERY_S);
        self.queries.iter().find(fresh)
    }

    /// Forgets all but the menus and the numbering.
    pub fn reset(&mut self) {
        self.updates.forget();
        self.queries.clear();
        self.asking.clear();
        self.may_pin = false;
    }
}

/// The key under which the sandbox knows a Telegram message.
pub fn key(chat: i64, message: i64) -> String {
    format!("tg:{chat}:{message}")
}

/// Why Telegram says no.
#[derive(Debug, PartialEq)]
pub struct Refused {
    pub code: u16,
    pub description: String,
}

impl Refused {
    /// A refusal with a status of its own.
    pub fn new(code: u16, description: &str) -> Refused {
        Refused { code, description: description.to_owned() }
    }

    /// 400, with the words after `Bad Request: `.
    pub fn bad(words: &str) -> Refused {
        Refused { code: 400, description: format!("Bad Request: {words}") }
    }

    /// The answer on the wire.
    pub fn answer(&self) -> Answer {
        let body = json!({
            "ok": false, "error_code": self.code, "description": self.description,
        });
        Answer::json(self.code, body)
    }
}

/// The answer to a wrong token.
pub fn unauthorized() -> Answer {
    Refused::new(401, "Unauthorized").answer()
}

/// The answer to a body that is no JSON.
pub fn unreadable() -> Answer {
    Refused::bad("can't parse the request body").answer()
}

/// The bot as it stands in messages.
pub fn bot_user() -> Value {
    json!({"id": BOT, "is_bot": true, "first_name": "Streaks", "username": USERNAME})
}
