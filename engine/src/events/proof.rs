//! What was shown for a check-in.

use rules::Key;
use strum::{EnumString, IntoStaticStr};

use crate::error::Error;
use crate::ids::{Membership, Platform};

/// What was shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    pub id: i64,
    pub of: Membership,
    /// The check-in it belongs to.
    pub key: Key,
    pub platform: Platform,
    /// As the platform names it: an address on Discord, an id on Telegram.
    pub file: String,
    pub state: ProofState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum ProofState {
    Open,
    Approved,
    Rejected,
}

impl ProofState {
    pub(crate) fn name(self) -> &'static str {
        self.into()
    }

    pub(crate) fn named(name: &str) -> Result<ProofState, Error> {
        name.parse().map_err(|_| Error::Unreadable { what: "proof", why: name.to_owned() })
    }
}
