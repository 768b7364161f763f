//! The updates that wait until the bot fetches them.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value, json};
use std::collections::VecDeque;
use tokio::time::{Duration, Instant};

use crate::telegram::api::poll::TAKING;
use crate::telegram::webhook::Webhook;

/// How many updates are kept.
const UPDATES_MAX: usize = 10_000;
/// How long updates are kept, and how long presses are.
const KEPT_HOURS: i64 = 24;
const PRESS_KEPT_S: i64 = 150;
/// A bot that polled this recently counts as listening.
const LISTENING: Duration = Duration::from_secs(5);
/// The kinds that are sent only to a bot that asks for them.
const DEFAULT_OFF: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];
/// Ids count from this second on, so that a restart does not repeat them.
const ID_EPOCH_S: i64 = 1_600_000_000;

struct Update {
    id: i64,
    /// As it stands on the wire.
    text: String,
    expires_at: DateTime<Utc>,
}

/// The queue of the one bot.
pub struct Updates {
    last: i64,
    queue: VecDeque<Update>,
    allowed: Option<Vec<String>>,
    /// The highest id that was given out, and the highest that was confirmed.
    given: i64,
    confirmed: i64,
    given_at: Option<Instant>,
    /// Counts the polls, so that a newer one ends an older one.
    pub(crate) poll: u64,
    pub(crate) polling: bool,
    pub(crate) polled_at: Option<Instant>,
    /// Where updates are posted to instead of being fetched.
    pub(crate) webhook: Option<Webhook>,
}

impl Updates {
    /// An empty queue.
    pub fn new(now: DateTime<Utc>) -> Updates {
        Updates {
            last: (now.timestamp() - ID_EPOCH_S).clamp(1, 1 << 30),
            queue: VecDeque::new(),
            allowed: None,
            given: 0,
            confirmed: 0,
            given_at: None,
            poll: 0,
            polling: false,
            polled_at: None,
            webhook: None,
        }
    }

    /// Adds an update of this kind if the bot wants such; gives its id.
    pub fn add(&mut self, kind: &str, body: &Value, now: DateTime<Utc>) -> Option<i64> {
        let wanted = match &self.allowed {
            Some(allowed) if !allowed.is_empty() => allowed.iter().any(|one| one == kind),
            Some(_) | None => !DEFAULT_OFF.contains(&kind),
        };
        if !wanted {
            return None;
        }
        let kept = if kind == "callback_query" {
            TimeDelta::seconds(PRESS_KEPT_S)
        } else {
            TimeDelta::hours(KEPT_HOURS)
        };
        Some(self.push(|id| json!({"update_id": id, kind: body}).to_string(), now + kept))
    }

    /// Adds an update with these fields beside its id, as they are written, be they JSON or not; gives its id.
    pub fn add_raw(&mut self, fields: &str, now: DateTime<Utc>) -> i64 {
        let expires_at = now + TimeDelta::hours(KEPT_HOURS);
        self.push(|id| format!("{{\"update_id\":{id},{fields}}}"), expires_at)
    }

    fn push(&mut self, text: impl FnOnce(i64) -> String, expires_at: DateTime<Utc>) -> i64 {
        self.last += 1;
        if self.queue.len() == UPDATES_MAX {
            self.queue.pop_front();
        }
        self.queue.push_back(Update { id: self.last, text: text(self.last), expires_at });
        self.last
    }

    /// Whether the bot has been given this update, or can no longer get it.
    pub fn fetched(&self, id: i64) -> bool {
        id <= self.given || self.lost(id)
    }

    /// Whether the bot has this update in its hands: it came back for more, or has had time to read it.
    pub fn taken(&self, id: i64) -> bool {
        let read = self.given_at.is_none_or(|at| at.elapsed() > TAKING);
        self.confirmed(id) || (self.fetched(id) && read)
    }

    /// Whether the bot has confirmed this update, or can no longer get it.
    pub fn confirmed(&self, id: i64) -> bool {
        id < self.confirmed || self.lost(id)
    }

    fn lost(&self, id: i64) -> bool {
        self.queue.iter().all(|update| update.id != id)
    }

    /// Whether a bot polls, or did a moment ago.
    pub fn listened_to(&self) -> bool {
        self.webhook.is_some()
            || self.polling
            || self.polled_at.is_some_and(|at| at.elapsed() < LISTENING)
    }

    /// Forgets what waits.
    pub fn forget(&mut self) {
        self.queue.clear();
    }

    /// What `getWebhookInfo` says.
    pub fn info(&self) -> Value {
        let url = self.webhook.as_ref().map_or("", |webhook| &webhook.url);
        let mut info = json!({
            "url": url, "has_custom_certificate": false, "pending_update_count": self.queue.len(),
        });
        if let Some(trouble) = self.webhook.as_ref().and_then(|webhook| webhook.trouble.as_ref()) {
            info["last_error_message"] = json!(trouble);
        }
        if let Some(allowed) = &self.allowed {
            info["allowed_updates"] = json!(allowed);
        }
        info
    }

    /// Takes over what a call says of the kinds of updates.
    pub fn allow(&mut self, parameters: &Map<String, Value>) {
        if let Some(kinds) = parameters.get("allowed_updates").and_then(Value::as_array) {
            let kinds = kinds.iter().filter_map(Value::as_str);
            self.allowed = Some(kinds.map(str::to_owned).collect());
        }
    }

    /// A positive offset confirms all before it; a negative one keeps only the last few.
    pub(crate) fn confirm(&mut self, offset: i64, now: DateTime<Utc>) {
        self.queue.retain(|update| update.expires_at > now);
        if offset > 0 {
            self.queue.retain(|update| update.id >= offset);
            self.confirmed = self.confirmed.max(offset);
        }
        if offset < 0 {
            let kept = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            while self.queue.len() > kept {
                self.queue.pop_front();
            }
            if let Some(first) = self.queue.front() {
                self.confirmed = self.confirmed.max(first.id);
            }
        }
    }

    /// The update that is posted next.
    pub(crate) fn next(&mut self, now: DateTime<Utc>) -> Option<(i64, String)> {
        let text = self.give(1, now).pop()?;
        Some((self.queue.front()?.id, text))
    }

    pub(crate) fn give(&mut self, limit: usize, now: DateTime<Utc>) -> Vec<String> {
        self.queue.retain(|update| update.expires_at > now);
        let mut given = Vec::new();
        for update in self.queue.iter().take(limit) {
            if update.id > self.given {
                self.given = update.id;
                self.given_at = Some(Instant::now());
            }
            given.push(update.text.clone());
        }
        given
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_772_000_000 + second, 0).expect("a time")
    }

    #[test]
    fn an_offset_confirms_what_is_before_it() {
        let mut updates = Updates::new(at(0));
        let first = updates.add("message", &json!({}), at(0)).expect("wanted");
        let second = updates.add("message", &json!({}), at(0)).expect("wanted");
        assert_eq!(updates.give(100, at(1)).len(), 2);
        assert!(updates.fetched(second) && !updates.confirmed(first));
        updates.confirm(second, at(1));
        assert!(updates.confirmed(first) && !updates.confirmed(second));
        assert_eq!(updates.give(100, at(1)).len(), 1);
    }

    #[test]
    fn a_press_is_kept_150_seconds_and_a_message_a_day() {
        let mut updates = Updates::new(at(0));
        updates.add("callback_query", &json!({}), at(0));
        updates.add("message", &json!({}), at(0));
        assert_eq!(updates.give(100, at(149)).len(), 2);
        assert_eq!(updates.give(100, at(151)).len(), 1);
        assert_eq!(updates.give(100, at(24 * 3_600 + 1)).len(), 0);
    }

    #[test]
    fn kinds_that_were_not_asked_for_are_not_sent() {
        let mut updates = Updates::new(at(0));
        assert!(updates.add("message_reaction", &json!({}), at(0)).is_none());
        let only = json!({"allowed_updates": ["callback_query"]});
        updates.allow(only.as_object().expect("an object"));
        assert!(updates.add("message", &json!({}), at(0)).is_none());
        assert!(updates.add("callback_query", &json!({}), at(0)).is_some());
    }

    #[test]
    fn a_negative_offset_keeps_the_last_updates() {
        let mut updates = Updates::new(at(0));
        for _ in 0..3 {
            updates.add("message", &json!({}), at(0));
        }
        updates.confirm(-1, at(0));
        assert_eq!(updates.give(100, at(0)).len(), 1);
    }
}
