//! How much one address, one person and one place may ask for; 0 is as much as they like.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    #[serde(deserialize_with = "number")]
    pub pages: u32,
    #[serde(deserialize_with = "number")]
    pub api: u32,
    #[serde(deserialize_with = "number")]
    pub sign_in: u32,
    #[serde(deserialize_with = "number")]
    pub invites: u32,
    #[serde(deserialize_with = "number")]
    pub live_views: u32,
    #[serde(deserialize_with = "number")]
    pub connections: u32,
    #[serde(deserialize_with = "number")]
    pub commands: u32,
    #[serde(deserialize_with = "number")]
    pub commands_at_once: u32,
    #[serde(deserialize_with = "number")]
    pub place_commands: u32,
    #[serde(deserialize_with = "number")]
    pub suggestions: u32,
    #[serde(deserialize_with = "number")]
    pub code_tries: u32,
    #[serde(deserialize_with = "number")]
    pub place_code_tries: u32,
    #[serde(deserialize_with = "number")]
    pub open_codes: u32,
    #[serde(deserialize_with = "number")]
    pub new_events: u32,
    #[serde(deserialize_with = "number")]
    pub check_ins: u32,
    #[serde(deserialize_with = "number")]
    pub person_check_ins: u32,
    #[serde(deserialize_with = "number")]
    pub event_members: u32,
    #[serde(deserialize_with = "number")]
    pub owned_events: u32,
    #[serde(deserialize_with = "number")]
    pub joined_events: u32,
    #[serde(deserialize_with = "number")]
    pub place_notices: u32,
    #[serde(deserialize_with = "number")]
    pub place_apart_s: u32,
    /// Of photos and files that wait for a host, in MiB; 0: none.
    #[serde(deserialize_with = "number")]
    pub proof_mib: u32,
}

impl Limits {
    /// What one address may ask for on the web.
    pub fn rates(&self) -> webhooks::Rates {
        let Limits { pages, api, sign_in, invites, live_views, .. } = *self;
        webhooks::Rates { pages, api, sign_in, invites, live_views }
    }

    /// What people and places may ask for in chats.
    pub fn of_people(&self) -> engine::Limits {
        engine::Limits {
            commands: self.commands,
            commands_at_once: self.commands_at_once,
            place_commands: self.place_commands,
            suggestions: self.suggestions,
            code_tries: self.code_tries,
            place_code_tries: self.place_code_tries,
            open_codes: self.open_codes,
            new_events: self.new_events,
            check_ins: self.check_ins,
            person_check_ins: self.person_check_ins,
            event_members: self.event_members,
            owned_events: self.owned_events,
            joined_events: self.joined_events,
            place_notices: self.place_notices,
            place_apart_s: self.place_apart_s,
        }
    }
}

/// Reads a number, which is text in the environment.
fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Number(u32),
        Text(String),
    }
    match Written::deserialize(deserializer)? {
        Written::Number(number) => Ok(number),
        Written::Text(text) => text.trim().parse().map_err(D::Error::custom),
    }
}
