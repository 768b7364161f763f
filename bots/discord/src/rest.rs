//! Discord's REST: our own requests, since serenity does not hand on for how long Discord wants to be left alone.

use poise::serenity_prelude as serenity;
use reqwest::multipart::{Form, Part};
use reqwest::{Method, StatusCode, header};
use serde::Deserialize;
use serde_json::{Value, json};
use serenity::CreateAttachment;
use std::time::Duration;
use talk::{Pacer, Urgency};

use crate::Settings;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);
const TIMEOUT: Duration = Duration::from_secs(10);
const USER_AGENT: &str =
    concat!("DiscordBot (https://discord.com, ", env!("CARGO_PKG_VERSION"), ")");

/// Asks Discord, at the pace it allows.
pub(crate) struct Rest {
    http: reqwest::Client,
    base: String,
    token: String,
    pub(crate) pacer: Pacer,
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Discord does not do it.
    Refused(Refused),
    /// Discord wants to be left alone for so long; the request was not done.
    Wait { wait: Duration, why: String },
    /// Discord did not get the request.
    Unreached { why: String },
    /// Discord may have done it.
    Unclear { why: String },
}

/// What Discord says of a request that it does not do.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) status: u16,
    pub(crate) code: i64,
    pub(crate) message: String,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Failure::Refused(Refused { status, code, message }) => {
                write!(f, "status {status}, code {code}: {message}")
            }
            Failure::Wait { why, .. } | Failure::Unreached { why } | Failure::Unclear { why } => {
                f.write_str(why)
            }
        }
    }
}

impl Failure {
    /// Discord's own code of a refusal.
    pub(crate) fn code(&self) -> Option<i64> {
        match self {
            Failure::Refused(refused) => Some(refused.code),
            _ => None,
        }
    }

    /// The HTTP status of a refusal.
    pub(crate) fn status(&self) -> Option<u16> {
        match self {
            Failure::Refused(refused) => Some(refused.status),
            _ => None,
        }
    }
}

/// What an error says.
#[derive(Deserialize, Default)]
struct Said {
    #[serde(default)]
    code: i64,
    #[serde(default)]
    message: String,
    retry_after: Option<f64>,
    #[serde(default)]
    global: bool,
}

/// A request: how it is paced, and whether it says who we are.
pub(crate) struct Ask<'a> {
    method: Method,
    path: String,
    body: Option<Value>,
    files: Vec<CreateAttachment>,
    /// The place to which Discord's limits apply, by its address.
    place: &'a str,
    urgency: Urgency,
    /// What the server's own audit log says of it.
    reason: Option<&'static str>,
}

impl<'a> Ask<'a> {
    /// Something for a channel, or about a server.
    pub(crate) fn news(method: Method, path: String, place: &'a str) -> Ask<'a> {
        Ask { method, path, body: None, files: vec![], place, urgency: Urgency::News, reason: None }
    }

    /// An answer to somebody who waits. Each interaction has limits of its own.
    pub(crate) fn answer(method: Method, path: String, token: &'a str) -> Ask<'a> {
        Ask { urgency: Urgency::Answer, ..Ask::news(method, path, token) }
    }

    pub(crate) fn body(self, body: Value) -> Ask<'a> {
        Ask { body: Some(body), ..self }
    }

    pub(crate) fn reason(self, reason: &'static str) -> Ask<'a> {
        Ask { reason: Some(reason), ..self }
    }

    /// Files go with the message that stands at `pointer` in the body.
    pub(crate) fn files(mut self, files: Vec<CreateAttachment>, pointer: &str) -> Ask<'a> {
        if let Some(message) = self.body.as_mut().and_then(|body| body.pointer_mut(pointer))
            && !files.is_empty()
        {
            let attachment = |(id, file): (usize, &CreateAttachment)| {
                let mut named = json!({"id": id, "filename": file.filename});
                if let Some(description) = &file.description {
                    named["description"] = json!(description);
                }
                named
            };
            message["attachments"] = files.iter().enumerate().map(attachment).collect();
            self.files = files;
        }
        self
    }
}

impl Rest {
    pub(crate) fn new(settings: &Settings, pacer: Pacer) -> anyhow::Result<Rest> {
        let http = reqwest::Client::builder()
            .user_agent(USER_AGENT)
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(TIMEOUT)
            .build()?;
        let base = format!("{}/api/v10", crate::base(&settings.api_base));
        Ok(Rest { http, base, token: settings.token.clone(), pacer })
    }

    /// Asks Discord, unless it wants to be left alone.
    pub(crate) async fn ask(&self, ask: Ask<'_>) -> Result<Value, Failure> {
        let Ask { method, path, body, files, place, urgency, reason } = ask;
        let now = self.pacer.now();
        let turn = match urgency {
            Urgency::News => self.pacer.admit(place, urgency, now),
            // Interactions are exempt from the limit of all requests ("Rate Limits", Global Rate Limit).
            Urgency::Answer => self.pacer.left_of_place(place, now).map_or(Ok(()), Err),
        };
        turn.map_err(|wait| Failure::Wait { wait, why: "this place has to wait".to_owned() })?;
        let mut request = self.http.request(method, format!("{}{path}", self.base));
        if urgency == Urgency::News {
            request = request.header(header::AUTHORIZATION, format!("Bot {}", self.token));
        }
        if let Some(reason) = reason {
            request = request.header("X-Audit-Log-Reason", reason);
        }
        request = match (body, files.is_empty()) {
            (Some(body), true) => request.json(&body),
            (Some(body), false) => request.multipart(multipart(&body, files)),
            (None, _) => request,
        };
        let answered = async {
            let response = request.send().await?;
            let status = response.status();
            let after = response
                .headers()
                .get(header::RETRY_AFTER)
                .and_then(|after| after.to_str().ok()?.parse::<f64>().ok());
            Ok((status, after, response.bytes().await?))
        };
        let (status, after, bytes) = match answered.await {
            Ok(answered) => answered,
            Err(error) => return Err(self.failed(error)),
        };
        self.judge(place, status, after, &bytes)
    }

    fn note_failure(&self) {
        if self.pacer.failed(self.pacer.now()) {
            tracing::warn!("Discord fails again and again: news are tried once in a while only");
        }
    }

    fn failed(&self, error: reqwest::Error) -> Failure {
        self.note_failure();
        let is_unreached = error.is_connect();
        // The address may hold the token of an interaction.
        let why = error.without_url().to_string();
        if is_unreached { Failure::Unreached { why } } else { Failure::Unclear { why } }
    }

    fn judge(
        &self,
        place: &str,
        status: StatusCode,
        after: Option<f64>,
        bytes: &[u8],
    ) -> Result<Value, Failure> {
        let now = self.pacer.now();
        if status.is_server_error() {
            self.note_failure();
            // Some faults come after the effect.
            return Err(Failure::Unclear { why: format!("status {}", status.as_u16()) });
        }
        self.pacer.answered();
        if status.is_success() {
            return Ok(serde_json::from_slice(bytes).unwrap_or_default());
        }
        let said: Said = serde_json::from_slice(bytes).unwrap_or_default();
        if matches!(status.as_u16(), 401 | 403 | 429) {
            self.pacer.invalid(now);
        }
        if status == StatusCode::TOO_MANY_REQUESTS {
            let wait = said.retry_after.or(after).filter(|wait| wait.is_finite()).unwrap_or(1.0);
            let wait = Duration::from_secs_f64(wait.clamp(0.0, 3600.0));
            self.pacer.wait(place, wait, said.global, now);
            let why = format!("Discord asks to wait {:.3} s", wait.as_secs_f64());
            return Err(Failure::Wait { wait, why });
        }
        Err(Failure::Refused(Refused {
            status: status.as_u16(),
            code: said.code,
            message: said.message,
        }))
    }
}

/// A body with files beside it.
fn multipart(body: &Value, files: Vec<CreateAttachment>) -> Form {
    let form = Form::new().text("payload_json", body.to_string());
    files.into_iter().enumerate().fold(form, |form, (n, file)| {
        let part = Part::bytes(file.data).file_name(file.filename);
        form.part(format!("files[{n}]"), part)
    })
}
