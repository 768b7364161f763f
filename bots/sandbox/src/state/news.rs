//! News for open pages.

use serde_json::Value;

use crate::state::message::{Message, Place};

/// One piece of news.
#[derive(Clone)]
pub struct News {
    pub(crate) kind: &'static str,
    /// The only person who hears of it.
    pub(crate) only_for: Option<String>,
    pub(crate) data: String,
}

impl News {
    /// News for everybody.
    pub fn for_all(kind: &'static str, data: &Value) -> News {
        News { kind, only_for: None, data: data.to_string() }
    }

    /// News for one person.
    pub fn to(kind: &'static str, person: &str, data: Value) -> News {
        News { kind, only_for: Some(person.to_owned()), data: data.to_string() }
    }

    /// News of a message, for those who can see it.
    pub fn message(message: &Message, shown: Value) -> News {
        let only_for = match (&message.only_for, &message.place) {
            (Some(person), _) | (None, Place::Private(person)) => Some(person.clone()),
            (None, Place::Group) => None,
        };
        News { kind: "message", only_for, data: shown.to_string() }
    }
}
