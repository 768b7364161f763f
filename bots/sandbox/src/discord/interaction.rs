//! The interactions that wait for an answer, or have one.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{HashMap, VecDeque};
use std::time::Duration;
use tokio::time::Instant;

use crate::state::message::Place;

/// How many interactions are remembered.
const INTERACTIONS_MAX: usize = 5_000;
/// How long a bot may take to answer; real time, for it is a person who waits.
const ANSWER_MAX: Duration = Duration::from_secs(3);
/// How long a token is valid.
const TOKEN_MINUTES: i64 = 15;

/// What a person did.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Command,
    Component,
    Autocomplete,
    Modal,
}

impl Kind {
    /// The number in the payload.
    pub fn number(self) -> u8 {
        match self {
            Kind::Command => 2,
            Kind::Component => 3,
            Kind::Autocomplete => 4,
            Kind::Modal => 5,
        }
    }
}

/// What the bot answered first.
#[derive(Clone, PartialEq, Debug)]
pub enum Response {
    Message,
    /// A message that says that the bot thinks; it stays until it is edited.
    Deferred {
        resolved: bool,
    },
    DeferredUpdate,
    Updated,
    Choices(Vec<Value>),
    Modal,
}

/// One interaction.
#[derive(Clone)]
pub struct Interaction {
    pub id: u64,
    pub token: String,
    pub kind: Kind,
    pub person: String,
    pub channel: u64,
    pub place: Place,
    pub begun: Instant,
    pub at: DateTime<Utc>,
    pub response: Option<Response>,
    /// The message that `@original` means.
    pub original: Option<String>,
    /// The message whose button was pressed.
    pub source: Option<String>,
    /// The messages that were made with this token.
    pub made: Vec<String>,
}

impl Interaction {
    /// Whether the three seconds for a first answer have passed.
    pub fn too_late(&self) -> bool {
        self.begun.elapsed() >= ANSWER_MAX
    }

    /// Whether the token may still be used at this time.
    pub fn valid(&self, now: DateTime<Utc>) -> bool {
        now - self.at < TimeDelta::minutes(TOKEN_MINUTES)
    }

    fn settled(&self) -> bool {
        match &self.response {
            None => self.too_late(),
            Some(Response::Deferred { resolved }) => *resolved,
            Some(
                Response::Message
                | Response::DeferredUpdate
                | Response::Updated
                | Response::Choices(_)
                | Response::Modal,
            ) => true,
        }
    }
}

/// The interactions by their tokens.
#[derive(Default)]
pub struct Interactions {
    by_token: HashMap<String, Interaction>,
    order: VecDeque<String>,
    /// How long the first answers took, in microseconds, as far as nobody asked for them yet.
    answered_us: VecDeque<u64>,
}

impl Interactions {
    /// Remembers an interaction.
    pub fn add(&mut self, interaction: Interaction) {
        self.order.push_back(interaction.token.clone());
        self.by_token.insert(interaction.token.clone(), interaction);
        if self.order.len() > INTERACTIONS_MAX
            && let Some(oldest) = self.order.pop_front()
        {
            self.by_token.remove(&oldest);
        }
    }

    /// Notes the first answer to an interaction.
    pub fn answered(&mut self, token: &str) {
        let Some(interaction) = self.by_token.get(token) else { return };
        if self.answered_us.len() == INTERACTIONS_MAX {
            self.answered_us.pop_front();
        }
        let took = interaction.begun.elapsed().as_micros();
        self.answered_us.push_back(u64::try_from(took).unwrap_or(u64::MAX));
    }

    /// How long the first answers took since somebody asked last.
    pub fn take_answered(&mut self) -> Vec<u64> {
        self.answered_us.drain(..).collect()
    }

    /// The interaction of this token.
    pub fn get(&self, token: &str) -> Option<&Interaction> {
        self.by_token.get(token)
    }

    /// The interaction of this token, to be changed.
    pub fn get_mut(&mut self, token: &str) -> Option<&mut Interaction> {
        self.by_token.get_mut(token)
    }

    /// Whether nothing more must come: answered and, if deferred, edited; or too late.
    pub fn settled(&self, token: &str) -> bool {
        self.by_token.get(token).is_none_or(Interaction::settled)
    }

    /// What the person is told when no answer came.
    pub fn failure(&self, token: &str) -> Option<Value> {
        let interaction = self.by_token.get(token)?;
        let silent = interaction.response.is_none();
        silent.then(no_response)
    }
}

/// What the client says of a bot that keeps silent.
pub fn no_response() -> Value {
    json!({"code": "no_response", "message": "The application did not respond"})
}
