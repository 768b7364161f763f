//! People: their accounts, settings, links between accounts, their data, and what they send one another.

pub(crate) mod alike;
pub(crate) mod app;
pub(crate) mod block;
pub(crate) mod email;
pub(crate) mod found_by;
pub(crate) mod link;
pub(crate) mod linking;
pub(crate) mod own;
pub(crate) mod parting;
pub(crate) mod passkey;
pub(crate) mod peer_message;
pub(crate) mod peer_messages;
pub(crate) mod person;
pub(crate) mod privacy;
pub(crate) mod profile;
pub(crate) mod push;
pub(crate) mod sign_in;
pub(crate) mod token;

use crate::engine::Engine;

pub use alike::tell_apart;
pub use app::{App, AppCode, DEVICE_S, POLL_S, REDIRECTS_MAX, REFRESH_PREFIX, Waiting};
pub use block::BLOCKS_MAX;
pub use email::Email;
pub use found_by::FoundBy;
pub use link::{Hindrance, LinkAsked, Merge};
pub use parting::Parted;
pub use passkey::{PASSKEYS_MAX, Passkey};
pub use person::{Account, Person, Quiet};
pub use privacy::GRACE_S;
pub use push::{SUBSCRIPTIONS_MAX, Subscription};
pub use sign_in::Session;
pub use token::{Scope, TOKEN_PREFIX, Token};

/// People: their accounts, settings, links and data.
#[derive(Clone, Copy)]
pub struct People<'a> {
    engine: &'a Engine,
    found_by: Option<FoundBy<'a>>,
}

/// Characters of the key by which accounts are known again, 5 bits each.
const TRACE_KEY_LENGTH: usize = 32;

impl People<'_> {
    /// A key in case there is none yet.
    pub(crate) fn fresh_trace_key(self) -> String {
        self.engine.ids.code(TRACE_KEY_LENGTH)
    }
}

impl Engine {
    pub fn people(&self) -> People<'_> {
        People { engine: self, found_by: None }
    }
}
