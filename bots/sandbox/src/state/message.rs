//! A message, whichever platform it stands on.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};
use std::collections::{HashMap, VecDeque};

use crate::{discord, telegram};

/// The most messages that a world remembers.
const MESSAGES_MAX: usize = 10_000;

/// One of the two servers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Platform {
    Discord,
    Telegram,
}

impl Platform {
    /// The platform of this name.
    pub fn named(name: &str) -> Option<Platform> {
        match name {
            "discord" => Some(Platform::Discord),
            "telegram" => Some(Platform::Telegram),
            _ => None,
        }
    }

    /// The name that the control API uses.
    pub fn name(self) -> &'static str {
        match self {
            Platform::Discord => "discord",
            Platform::Telegram => "telegram",
        }
    }
}

/// Where a message stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    Group,
    /// Between the bot and the person of this id.
    Private(String),
}

impl Place {
    /// The name that the control API uses.
    pub fn name(&self) -> &'static str {
        match self {
            Place::Group => "group",
            Place::Private(_) => "private",
        }
    }

    /// Whether the person of this id is there.
    pub fn holds(&self, person: &str) -> bool {
        match self {
            Place::Group => true,
            Place::Private(owner) => owner == person,
        }
    }
}

/// Who wrote a message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Author {
    Bot,
    /// The person of this id.
    Person(String),
}

impl Author {
    /// The name that the control API uses.
    pub fn name(&self) -> &str {
        match self {
            Author::Bot => "Streaks",
            Author::Person(id) => id,
        }
    }
}

/// A file that a message bears.
#[derive(Clone)]
pub struct ShownFile {
    pub name: String,
    pub content_type: String,
    pub bytes: usize,
    pub url: String,
}

/// A message as its platform keeps it, and what the sandbox knows of it besides.
#[derive(Clone)]
pub struct Message {
    /// Unique over both platforms, such as `dc:123` or `tg:-100123:5`.
    pub key: String,
    pub platform: Platform,
    pub place: Place,
    pub author: Author,
    /// The only person who sees it, where it is ephemeral.
    pub only_for: Option<String>,
    /// The message object of the platform's own API.
    pub raw: Value,
    /// The text as the bot marked it up.
    pub markup: String,
    pub files: Vec<ShownFile>,
    /// The button below the text field that came with it and sends a location, until it is used or taken away.
    pub location_button: Option<String>,
    /// Since when it stays at the top of the place.
    pub pinned_at: Option<DateTime<Utc>>,
    pub edited: bool,
    pub deleted: bool,
    /// Stands in for an answer that was deferred.
    pub loading: bool,
    pub at: DateTime<Utc>,
}

impl Message {
    /// Whether the person of this id can see it.
    pub fn visible_to(&self, person: &str) -> bool {
        let addressed = self.only_for.as_deref().is_none_or(|only| only == person);
        addressed && self.place.holds(person)
    }

    /// The message as a reader sees it.
    pub fn shown(&self) -> Value {
        let mut shown = json!({
            "id": self.key, "platform": self.platform.name(), "place": self.place.name(),
            "author": self.author.name(), "markup": self.markup, "only_for": self.only_for,
            "pinned": self.pinned_at.is_some(), "edited": self.edited, "deleted": self.deleted, "loading": self.loading,
            "at": rfc3339(self.at), "modal": null,
        });
        if let Place::Private(person) = &self.place {
            shown["person"] = json!(person);
        }
        let mut files = Vec::new();
        for file in &self.files {
            files.push(json!({
                "name": file.name, "type": file.content_type, "bytes": file.bytes, "url": file.url,
            }));
        }
        shown["files"] = Value::Array(files);
        let seen = match self.platform {
            Platform::Discord => discord::objects::shown::seen(&self.raw),
            Platform::Telegram => telegram::objects::shown::seen(&self.raw),
        };
        for (field, value) in seen {
            shown[field] = value;
        }
        if let Some(label) = &self.location_button {
            shown["location_button"] = json!(label);
        }
        shown
    }
}

/// A time as every answer of the control API writes it.
pub fn rfc3339(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The messages of a world, in the order in which they appeared.
#[derive(Default)]
pub struct Messages {
    by_key: HashMap<String, Message>,
    order: VecDeque<String>,
}

impl Messages {
    /// Adds a message, and forgets the oldest if there are too many.
    pub fn add(&mut self, message: Message) {
        self.order.push_back(message.key.clone());
        self.by_key.insert(message.key.clone(), message);
        if self.order.len() > MESSAGES_MAX
            && let Some(oldest) = self.order.pop_front()
        {
            self.by_key.remove(&oldest);
        }
    }

    /// The message of this key, deleted or not.
    pub fn get(&self, key: &str) -> Option<&Message> {
        self.by_key.get(key)
    }

    /// The message of this key, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Message> {
        self.by_key.get_mut(key)
    }

    /// All messages, newest first.
    pub fn newest_first(&self) -> impl Iterator<Item = &Message> {
        self.order.iter().rev().filter_map(|key| self.by_key.get(key))
    }

    /// Forgets them all.
    pub fn clear(&mut self) {
        self.by_key.clear();
        self.order.clear();
    }
}
