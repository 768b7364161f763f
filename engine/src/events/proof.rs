//! What was shown for a check-in.

use rules::Key;

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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProofState {
    Open,
    Approved,
    Rejected,
}

impl ProofState {
    pub(crate) fn name(self) -> &'static str {
        match self {
            ProofState::Open => "open",
            ProofState::Approved => "approved",
            ProofState::Rejected => "rejected",
        }
    }

    pub(crate) fn named(name: &str) -> Result<ProofState, Error> {
        match name {
            "open" => Ok(ProofState::Open),
            "approved" => Ok(ProofState::Approved),
            "rejected" => Ok(ProofState::Rejected),
            _ => Err(Error::Unreadable { what: "proof", why: name.to_owned() }),
        }
    }
}
