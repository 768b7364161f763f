//! The requests that the bots made, those in flight, and those that nobody here understands.

use serde_json::{Value, json};
use std::collections::VecDeque;
use std::time::Duration;
use tokio::time::Instant;

use crate::state::fault::Wait;

/// The most requests that are remembered, and the most unknown ones.
const REQUESTS_MAX: usize = 20_000;
const UNKNOWN_MAX: usize = 100;
/// The most beginnings that are remembered to tell a quiet moment.
const BEGUN_MAX: usize = 4_096;

/// A request that has begun.
struct Begun {
    number: u64,
    at: Instant,
    subject: Option<String>,
    /// A long poll is no activity.
    idle: bool,
}

/// What the bots asked for.
#[derive(Default)]
pub struct RequestLog {
    requests: VecDeque<Value>,
    dropped: u64,
    begun: VecDeque<Begun>,
    in_flight: Vec<Begun>,
    unknown_count: u64,
    unknown: VecDeque<Value>,
}

impl RequestLog {
    /// Notes that a request began, and gives it a number.
    pub fn begin(&mut self, recorded: Value, subject: Option<String>, idle: bool) -> u64 {
        if self.requests.len() == REQUESTS_MAX {
            self.requests.pop_front();
            self.dropped += 1;
        }
        self.requests.push_back(recorded);
        let number = self.dropped + self.requests.len() as u64 - 1;
        let at = Instant::now();
        if !idle {
            if self.begun.len() == BEGUN_MAX {
                self.begun.pop_front();
            }
            self.begun.push_back(Begun { number, at, subject: subject.clone(), idle });
        }
        self.in_flight.push(Begun { number, at, subject, idle });
        number
    }

    /// Notes that a request ended; no status where the bot hung up.
    pub fn end(&mut self, number: u64, status: Option<u16>, wait: Option<Wait>, at: &str) {
        self.in_flight.retain(|begun| begun.number != number);
        let place = number.checked_sub(self.dropped).and_then(|n| usize::try_from(n).ok());
        if let Some(request) = place.and_then(|place| self.requests.get_mut(place)) {
            request["status"] = json!(status);
            request["ended_at"] = json!(at);
            if let Some(wait) = wait {
                request["wait"] = json!(wait);
            }
        }
    }

    /// How long it has been quiet about a subject, or at all; none while a request is in flight.
    pub fn quiet_for(&self, subject: Option<&str>) -> Option<Duration> {
        let about = |begun: &&Begun| {
            !begun.idle && subject.is_none_or(|subject| begun.subject.as_deref() == Some(subject))
        };
        if self.in_flight.iter().any(|begun| about(&begun)) {
            return None;
        }
        let last = self.begun.iter().rev().find(about);
        Some(last.map_or(Duration::MAX, |begun| begun.at.elapsed()))
    }

    /// Notes a request that no endpoint knows.
    pub fn not_known(&mut self, recorded: Value) {
        self.unknown_count += 1;
        if self.unknown.len() == UNKNOWN_MAX {
            self.unknown.pop_front();
        }
        self.unknown.push_back(recorded);
    }

    /// What the bots asked for, from the request with this number on.
    pub fn shown(&self, from: u64) -> Value {
        let known = usize::try_from(from.saturating_sub(self.dropped)).unwrap_or(usize::MAX);
        let requests: Vec<&Value> = self.requests.iter().skip(known).collect();
        json!({"requests": requests, "dropped": self.dropped})
    }

    /// What nobody here understands.
    pub fn unknown_shown(&self) -> Value {
        json!({"count": self.unknown_count, "last": self.unknown})
    }
}
