//! What the Discord server remembers.

use chrono::{DateTime, Utc};
use serde_json::Value;
use std::collections::{HashMap, HashSet, VecDeque};

use crate::discord::endpoint::Endpoint;
use crate::discord::gateway::session::Sessions;
use crate::discord::interaction::Interactions;
use crate::state::message::Place;

/// The first millisecond of Discord's ids.
const EPOCH_MS: i64 = 1_420_070_400_000;
/// The low bits of an id tell apart what is made in one millisecond.
const NUMBER_BITS: u32 = 22;
/// How many nonces are remembered.
const NONCES_MAX: usize = 1_000;
/// How many open forms are remembered.
const MODALS_MAX: usize = 200;

/// A nonce with the message that it led to.
pub struct Nonce {
    pub nonce: String,
    pub key: String,
    pub at: DateTime<Utc>,
}

/// What the Discord server remembers.
pub struct Server {
    /// How many ids were made.
    made: u64,
    pub commands: Vec<Value>,
    pub guild_commands: Vec<Value>,
    pub sessions: Sessions,
    pub(crate) endpoint: Option<Endpoint>,
    pub interactions: Interactions,
    pub modals: VecDeque<Modal>,
    pub nonces: VecDeque<Nonce>,
    pub member_roles: HashMap<u64, HashSet<u64>>,
    /// Facts about people that the application offers to roles, and what it said of each person.
    pub role_metadata: Vec<Value>,
    pub role_connections: HashMap<String, Value>,
    /// When somebody brought the bot in; none where it has been there from long ago.
    pub joined_at: Option<DateTime<Utc>>,
    /// Whether the bot was put out of the guild.
    pub is_out: bool,
}

impl Server {
    /// A server to which no bot has logged in.
    pub fn new() -> Server {
        Server {
            made: 0,
            commands: Vec::new(),
            guild_commands: Vec::new(),
            sessions: Sessions::default(),
            endpoint: None,
            interactions: Interactions::default(),
            modals: VecDeque::new(),
            nonces: VecDeque::new(),
            member_roles: HashMap::new(),
            role_metadata: Vec::new(),
            role_connections: HashMap::new(),
            joined_at: None,
            is_out: false,
        }
    }

    /// A new id, like no other. It is of this time even where the clock was set back: bots read in it when something
    /// was sent.
    pub fn snowflake(&mut self, now: DateTime<Utc>) -> u64 {
        let since = u64::try_from(now.timestamp_millis() - EPOCH_MS).unwrap_or_default();
        self.made += 1;
        (since << NUMBER_BITS) | (self.made & ((1 << NUMBER_BITS) - 1))
    }

    /// Remembers an open form.
    pub fn open(&mut self, modal: Modal) {
        if self.modals.len() == MODALS_MAX {
            self.modals.pop_front();
        }
        self.modals.push_back(modal);
    }

    /// Remembers which message a nonce led to.
    pub fn remember_nonce(&mut self, nonce: Nonce) {
        if self.nonces.len() == NONCES_MAX {
            self.nonces.pop_front();
        }
        self.nonces.push_back(nonce);
    }

    /// The commands that members of the guild see.
    pub fn all_commands(&self) -> impl Iterator<Item = &Value> {
        self.guild_commands.iter().chain(&self.commands)
    }

    /// Forgets all but the bots' sessions and commands.
    pub fn reset(&mut self) {
        self.interactions = Interactions::default();
        self.modals.clear();
        self.nonces.clear();
        self.member_roles.clear();
        self.role_connections.clear();
        self.joined_at = None;
        self.is_out = false;
    }
}

/// A form that a person has before them.
#[derive(Clone)]
pub struct Modal {
    /// How the control API names it.
    pub id: String,
    pub person: String,
    pub place: Place,
    pub channel: u64,
    pub(crate) custom_id: String,
    pub(crate) components: Value,
    /// The message whose button opened it.
    pub(crate) source: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_of_its_time_even_where_the_clock_was_set_back_and_like_no_other() {
        let mut server = Server::new();
        let (early, late) = ("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z");
        let times =
            [early, late, early, late].map(|at| at.parse::<DateTime<Utc>>().expect("a time"));
        let ids = times.map(|at| server.snowflake(at));
        for (id, at) in ids.into_iter().zip(times) {
            assert_eq!(i64::try_from(id >> NUMBER_BITS), Ok(at.timestamp_millis() - EPOCH_MS));
        }
        assert!(ids[0] < ids[2] && ids[2] < ids[1] && ids[1] < ids[3], "{ids:?}");
    }
}
