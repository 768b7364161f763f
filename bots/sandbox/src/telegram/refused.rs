//! Refusals, in the form of the Bot API.

use serde_json::json;

use crate::http::answer::Answer;

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
