//! What the Telegram server remembers.

use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{HashMap, HashSet, VecDeque};

use crate::telegram::menu::Menu;
use crate::telegram::updates::Updates;

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
    /// Whether the bot was put out of the group.
    pub is_out: bool,
    /// The people who have blocked the bot.
    pub blocked_by: HashSet<String>,
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
            is_out: false,
            blocked_by: HashSet::new(),
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

    /// Forgets all but the menus for everybody and the numbering.
    pub fn reset(&mut self) {
        self.updates.forget();
        self.menu.forget_chats();
        self.queries.clear();
        self.asking.clear();
        self.may_pin = false;
        self.is_out = false;
        self.blocked_by.clear();
    }
}
