//! The facts of one membership. Everything else is derived from them.

use crate::{Clock, Day, Instant, Life, News, Rules, Standing};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Names one request for ever, so that a repeat of it changes nothing (R40).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Key(pub String);

/// The facts of a person in an event, in the order in which they were received.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    pub rules: Arc<Rules>,
    /// The clock that counts in this event.
    pub clock: Clock,
    /// The person's own clock, which reminders follow whatever the event's clock is.
    pub own: Clock,
    pub spans: Vec<Span>,
    pub entries: Vec<Entry>,
}

/// A stay in the event, from joining to leaving. The labels of both are partial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub joined_at: Instant,
    pub joined_day: Day,
    pub left: Option<(Instant, Day)>,
}

/// One check-in as it was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub key: Key,
    /// The label, fixed when the check-in was accepted.
    pub day: Day,
    pub received_at: Instant,
    /// What the request itself said of its time and its day, to tell a repeat from a conflict.
    pub sent_at: Option<Instant>,
    pub asked_day: Option<Day>,
    pub note: Option<String>,
    pub undone_at: Option<Instant>,
    /// The request that took it back.
    pub undone_by: Option<Key>,
}

/// Every way a history can grow. The store writes each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Enter(Entry),
    Undo { key: Key, at: Instant, by: Key },
    Join { at: Instant, day: Day },
    Leave { at: Instant, day: Day },
}

/// What a member's wish led to: what to store, what follows from it, and what others may hear.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    pub changes: Vec<Change>,
    pub standing: Standing,
    pub news: Vec<News>,
    /// The request was made before; this is the answer to it again.
    pub repeated: bool,
}

impl History {
    /// A person who never joined.
    pub fn blank(rules: Arc<Rules>, own: Clock) -> History {
        let clock = rules.clock_for(&own);
        History { rules, clock, own, spans: vec![], entries: vec![] }
    }

    /// The stay that is not over.
    pub fn open_span(&self) -> Option<&Span> {
        self.spans.last().filter(|span| span.left.is_none())
    }

    pub fn is_member(&self) -> bool {
        self.open_span().is_some()
    }

    /// The entries that count on a label.
    pub fn entries_on(&self, day: Day) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.day == day && entry.undone_at.is_none())
    }

    pub fn is_met(&self, day: Day) -> bool {
        self.rules.goal.is_met(self.entries_on(day))
    }

    /// Adds a fact.
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::Enter(entry) => self.entries.push(entry.clone()),
            Change::Undo { key, at, by } => {
                for entry in self.entries.iter_mut().filter(|entry| entry.key == *key) {
                    entry.undone_at = Some(*at);
                    entry.undone_by = Some(by.clone());
                }
            }
            Change::Join { at, day } => {
                self.spans.push(Span { joined_at: *at, joined_day: *day, left: None })
            }
            Change::Leave { at, day } => {
                if let Some(span) = self.spans.last_mut() {
                    span.left = Some((*at, *day));
                }
            }
        }
    }

    /// What follows from these changes at `now`, with the milestones they reach or take back.
    pub fn decide(&self, now: Instant, changes: Vec<Change>, mut news: Vec<News>) -> Decision {
        let mut after = self.clone();
        for change in &changes {
            after.apply(change);
        }
        let (old, new) = (Life::of(self, now), Life::of(&after, now));
        news.extend(crate::milestone::difference(&old, &new, &self.rules.milestones));
        Decision { changes, standing: new.standing, news, repeated: false }
    }

    /// Nothing to change: what stands already is the answer.
    pub fn repeat(&self, now: Instant) -> Decision {
        Decision {
            changes: vec![],
            standing: Standing::of(self, now),
            news: vec![],
            repeated: true,
        }
    }
}
