//! What happened, in order: for the transcript, for the answers of the control API, and for the feed.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use std::collections::VecDeque;
use tokio::sync::broadcast;

use crate::state::message::{Author, Message, Place, Platform, rfc3339};
use crate::state::news::News;

/// The most entries of the transcript, and the most changes, that are kept.
const ENTRIES_MAX: usize = 20_000;

/// Why something changed, as far as the wire tells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cause {
    /// A request bore this Discord interaction token.
    Interaction(String),
    /// A request bore this Telegram callback query id.
    Query(String),
    /// A request replied to, or edited, the message of this key.
    About(String),
    /// A bot did it of its own accord, or does not say why.
    Unknown,
}

/// A note that one person sees for a moment.
#[derive(Clone)]
pub struct Toast {
    pub platform: Platform,
    pub person: String,
    pub text: String,
    pub alert: bool,
}

impl Toast {
    /// What the control API says of it.
    pub fn shown(&self) -> Value {
        json!({
            "platform": self.platform.name(), "person": self.person,
            "text": self.text, "alert": self.alert,
        })
    }
}

/// What changed.
#[derive(Clone)]
pub enum What {
    /// The message of this key appeared, changed or went.
    Message(String),
    Toast(Toast),
    /// A form opened; the value is shown like a message.
    Modal(Value),
}

/// One change that a bot made.
#[derive(Clone)]
pub struct Change {
    pub place: Place,
    pub cause: Cause,
    /// The watch that this surely belongs to.
    pub owner: Option<u64>,
    pub what: What,
}

/// The course of events.
pub struct Story {
    news: broadcast::Sender<News>,
    entries: VecDeque<Value>,
    changes: VecDeque<Change>,
    last: u64,
}

impl Story {
    /// An empty story that tells its news to `news`.
    pub fn new(news: broadcast::Sender<News>) -> Story {
        Story { news, entries: VecDeque::new(), changes: VecDeque::new(), last: 0 }
    }

    /// The number of the newest change.
    pub fn last(&self) -> u64 {
        self.last
    }

    /// The changes after the one of this number, oldest first.
    pub fn since(&self, number: u64) -> impl Iterator<Item = &Change> {
        let behind = usize::try_from(self.last.saturating_sub(number)).unwrap_or(usize::MAX);
        let skipped = self.changes.len().saturating_sub(behind);
        self.changes.iter().skip(skipped)
    }

    /// The whole transcript.
    pub fn entries(&self) -> Vec<Value> {
        self.entries.iter().cloned().collect()
    }

    /// Notes that a message appeared, changed or went.
    pub fn changed(
        &mut self,
        message: &Message,
        (cause, owner): (Cause, Option<u64>),
        now: DateTime<Utc>,
    ) {
        let shown = message.shown();
        let mut entry = shown.clone();
        entry["at"] = json!(rfc3339(now));
        entry["kind"] = json!("message");
        self.enter(entry);
        self.tell(News::message(message, shown));
        if message.author == Author::Bot {
            let what = What::Message(message.key.clone());
            self.change(message.place.clone(), (cause, owner), what);
        }
    }

    /// Notes a toast.
    pub fn toasted(&mut self, toast: Toast, cause: Cause, now: DateTime<Utc>) {
        let mut entry = toast.shown();
        entry["at"] = json!(rfc3339(now));
        entry["kind"] = json!("toast");
        entry["author"] = json!("Streaks");
        entry["only_for"] = json!(toast.person);
        self.enter(entry);
        self.tell(News::to("toast", &toast.person, toast.shown()));
        let place = Place::Private(toast.person.clone());
        self.change(place, (cause, None), What::Toast(toast));
    }

    /// Notes that a form opened for one person.
    pub fn opened(&mut self, person: &str, place: Place, cause: Cause, shown: Value) {
        let mut entry = shown.clone();
        entry["kind"] = json!("modal");
        self.enter(entry);
        self.tell(News::to("message", person, shown.clone()));
        self.change(place, (cause, None), What::Modal(shown));
    }

    /// Notes what a person did that is no message: a press, a form sent.
    pub fn did(&mut self, entry: Value) {
        self.enter(entry);
    }

    /// Tells the pages.
    pub fn tell(&self, news: News) {
        // Nobody may be looking.
        let _ = self.news.send(news);
    }

    /// Forgets all but the numbering.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.changes.clear();
    }

    fn enter(&mut self, entry: Value) {
        if self.entries.len() == ENTRIES_MAX {
            self.entries.pop_front();
        }
        self.entries.push_back(entry);
    }

    fn change(&mut self, place: Place, (cause, owner): (Cause, Option<u64>), what: What) {
        self.last += 1;
        if self.changes.len() == ENTRIES_MAX {
            self.changes.pop_front();
        }
        self.changes.push_back(Change { place, cause, owner, what });
    }
}
