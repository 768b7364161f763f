//! Faults that a test or a visitor orders.

use axum::http::{HeaderName, header};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::time::Duration;

use crate::http::answer::Answer;
use crate::http::asked::Asked;
use crate::state::message::Platform;

/// The most faults that may be ordered at a time.
pub const FAULTS_MAX: usize = 100;
const DELAY_MS_MAX: u64 = 600_000;

/// What `POST fault` says.
#[derive(Deserialize)]
pub struct Order {
    pub platform: String,
    #[serde(default)]
    pub method: Option<String>,
    #[serde(default)]
    pub path: Option<String>,
    #[serde(default)]
    pub status: u16,
    #[serde(default)]
    pub body: Option<Value>,
    #[serde(default)]
    pub retry_after: Option<f64>,
    /// With 429: everything has to wait, and not this route alone. Discord only.
    #[serde(default)]
    pub global: bool,
    #[serde(default)]
    pub times: Option<u32>,
    #[serde(default)]
    pub after_effect: bool,
    /// Only what is for this chat or channel.
    #[serde(default)]
    pub chat: Option<String>,
    /// The answer comes after so many milliseconds.
    #[serde(default)]
    pub delay_ms: u64,
}

/// For how long a bot is asked to wait.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Wait {
    pub seconds: f64,
    pub is_global: bool,
}

/// A fault that waits for its requests.
#[derive(Clone)]
pub struct Fault {
    pub(crate) platform: Platform,
    method: Option<String>,
    path: String,
    status: u16,
    body: Option<Value>,
    retry_after: Option<f64>,
    is_global: bool,
    times: u32,
    chat: Option<String>,
    /// The request takes effect first.
    pub after_effect: bool,
    /// How long the answer takes.
    pub delay: Duration,
}

impl Fault {
    /// Reads an order; the error says what is wrong with it.
    pub fn ordered(order: Order) -> Result<Fault, &'static str> {
        let platform = Platform::named(&order.platform).ok_or("platform is discord or telegram")?;
        if order.status != 0 && !(100..600).contains(&order.status) {
            return Err("status is an HTTP status, or 0 to drop the connection");
        }
        // On Telegram the HTTP method says nothing; the API method may be given in either field.
        let (method, path) = match platform {
            Platform::Discord => (order.method, order.path.unwrap_or_default()),
            Platform::Telegram => {
                let called = order.path.filter(|path| !path.is_empty()).or(order.method);
                (None, called.unwrap_or_default().to_ascii_lowercase())
            }
        };
        Ok(Fault {
            platform,
            method,
            path,
            status: order.status,
            body: order.body,
            retry_after: order.retry_after,
            is_global: order.global && platform == Platform::Discord,
            times: order.times.unwrap_or(1),
            chat: order.chat,
            after_effect: order.after_effect,
            delay: Duration::from_millis(order.delay_ms.min(DELAY_MS_MAX)),
        })
    }

    /// Whether it breaks nothing.
    pub(crate) fn is_none(&self) -> bool {
        self.times == 0
    }

    fn matches(&self, asked: &Asked) -> bool {
        let is_for = |chat: &String| match self.platform {
            Platform::Discord => asked.path.split('/').any(|part| part == chat),
            Platform::Telegram => asked.body.as_ref().is_some_and(|body| {
                let asked = &body["chat_id"];
                asked.as_str() == Some(chat)
                    || asked.as_i64().is_some_and(|id| chat.parse() == Ok(id))
            }),
        };
        if self.platform != asked.platform || !self.chat.as_ref().is_none_or(is_for) {
            return false;
        }
        match self.platform {
            Platform::Discord => {
                let method = self.method.as_ref();
                let same = method.is_none_or(|method| asked.method.eq_ignore_ascii_case(method));
                same && path_matches(&self.path, &asked.path)
            }
            Platform::Telegram => path_matches(&self.path, &asked.called()),
        }
    }

    /// The answer that the bot gets instead of the true one.
    pub fn answer(&self) -> Answer {
        if self.status == 0 {
            return Answer::Dropped;
        }
        let mut headers = Vec::new();
        let body = match self.platform {
            Platform::Discord => self.discord_body(&mut headers),
            Platform::Telegram => self.telegram_body(),
        };
        Answer::Json { status: self.status, body, headers }
    }

    /// For how long the bot has to wait, and whether with everything.
    pub fn wait(&self) -> Option<Wait> {
        let asked_s = self.retry_after.or((self.status == 429).then_some(1.0))?;
        let seconds = match self.platform {
            Platform::Discord => asked_s,
            // Telegram counts whole seconds.
            Platform::Telegram => asked_s.ceil(),
        };
        Some(Wait { seconds, is_global: self.is_global })
    }

    fn discord_body(&self, headers: &mut Vec<(HeaderName, String)>) -> Value {
        let limited = self.status == 429;
        let retry_after = self.wait().map(|wait| wait.seconds);
        if let Some(wait_s) = retry_after {
            let scope = if self.is_global { "global" } else { "user" };
            headers.push((header::RETRY_AFTER, format!("{}", wait_s.ceil())));
            let named = [
                ("x-ratelimit-limit", "5".to_owned()),
                ("x-ratelimit-remaining", "0".to_owned()),
                ("x-ratelimit-reset-after", format!("{wait_s:.3}")),
                ("x-ratelimit-bucket", "sandbox-fault".to_owned()),
                ("x-ratelimit-scope", scope.to_owned()),
            ];
            let global = self.is_global.then(|| ("x-ratelimit-global", "true".to_owned()));
            for (name, value) in named.into_iter().chain(global) {
                headers.push((HeaderName::from_static(name), value));
            }
        }
        if let Some(body) = &self.body {
            return body.clone();
        }
        if limited {
            let message = "You are being rate limited.";
            return json!({"message": message, "retry_after": retry_after, "global": self.is_global});
        }
        json!({"message": format!("{}: a fault was ordered", self.status), "code": 0})
    }

    fn telegram_body(&self) -> Value {
        let wait_s = self.wait().map(|wait| wait.seconds as i64);
        let description = match (self.status, wait_s) {
            (429, Some(wait_s)) => format!("Too Many Requests: retry after {wait_s}"),
            (500, _) => "Internal Server Error".to_owned(),
            (502, _) => "Bad Gateway".to_owned(),
            (403, _) => "Forbidden: bot was blocked by the user".to_owned(),
            (status, _) => format!("{status}: a fault was ordered"),
        };
        let mut answer = json!({"ok": false, "error_code": self.status});
        answer["description"] = json!(description);
        if let Some(wait_s) = wait_s {
            answer["parameters"] = json!({"retry_after": wait_s});
        }
        match &self.body {
            Some(Value::Object(fields)) => {
                for (name, value) in fields {
                    answer[name] = value.clone();
                }
            }
            Some(Value::String(description)) => answer["description"] = json!(description),
            Some(body) => return body.clone(),
            None => {}
        }
        answer
    }
}

/// Takes the fault that is due for this request, if any.
pub fn take(faults: &mut Vec<Fault>, asked: &Asked) -> Option<Fault> {
    let place = faults.iter().position(|fault| fault.times > 0 && fault.matches(asked))?;
    let fault = &mut faults[place];
    fault.times -= 1;
    let taken = fault.clone();
    if taken.times == 0 {
        faults.remove(place);
    }
    Some(taken)
}

/// A part of the path, or a glob in which `*` stands for anything.
fn path_matches(pattern: &str, path: &str) -> bool {
    if !pattern.contains('*') {
        return path.contains(pattern);
    }
    let mut rest = path;
    for (place, piece) in pattern.split('*').enumerate() {
        let Some(found) = rest.find(piece) else {
            return false;
        };
        let anchored = place == 0 && piece.starts_with("/api");
        if anchored && found != 0 {
            return false;
        }
        rest = &rest[found + piece.len()..];
    }
    pattern.ends_with('*') || rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glob_or_a_part_of_the_path_matches() {
        assert!(path_matches("callback", "/api/v10/interactions/1/t/callback"));
        assert!(path_matches("/channels/*/messages", "/api/v10/channels/5/messages"));
        assert!(!path_matches("/channels/*/messages", "/api/v10/channels/5/messages/6"));
        assert!(path_matches("", "/anything"));
    }

    #[test]
    fn a_flood_answer_says_how_long_to_wait() {
        let order =
            json!({"platform": "telegram", "path": "sendMessage", "status": 429, "retry_after": 3});
        let order = serde_json::from_value(order).expect("an order");
        let answer = Fault::ordered(order).expect("a fault").answer();
        let Answer::Json { status, body, .. } = answer else { panic!("an answer was ordered") };
        assert_eq!(status, 429);
        assert_eq!(body["parameters"]["retry_after"], 3);
        assert_eq!(body["description"], "Too Many Requests: retry after 3");
    }
}
