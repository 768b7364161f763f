//! What came for browsers at the push service, and how it answers.

use axum::http::StatusCode;
use serde_json::Value;
use std::collections::{BTreeMap, VecDeque};

/// Messages that are kept, and browsers of which something was ordered.
const KEPT_MAX: usize = 1_000;

#[derive(Default)]
pub struct Pushed {
    messages: VecDeque<Value>,
    answers: BTreeMap<String, StatusCode>,
}

impl Pushed {
    pub fn messages(&self) -> &VecDeque<Value> {
        &self.messages
    }

    pub fn keep(&mut self, message: Value) {
        self.messages.push_back(message);
        if self.messages.len() > KEPT_MAX {
            self.messages.pop_front();
        }
    }

    /// How messages to a browser are answered.
    pub fn answer(&self, browser: &str) -> StatusCode {
        self.answers.get(browser).copied().unwrap_or(StatusCode::CREATED)
    }

    /// Answers messages to a browser so from now on; false where that was ordered for too many.
    pub fn order(&mut self, browser: String, status: StatusCode) -> bool {
        let has_room = self.answers.len() < KEPT_MAX || self.answers.contains_key(&browser);
        if has_room {
            self.answers.insert(browser, status);
        }
        has_room
    }
}
