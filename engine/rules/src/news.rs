//! Facts that others may hear.

use crate::Day;
use serde::{Deserialize, Serialize};

/// A fact worth telling; who hears it is decided by the engine, in which words by the conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum News {
    Joined,
    Left,
    CheckedIn {
        day: Day,
    },
    Undone {
        day: Day,
    },
    Paused,
    Resumed,
    FreezesGiven {
        freezes: u32,
    },
    Repaired {
        day: Day,
    },
    MilestoneReached {
        length: u32,
    },
    /// An undo or a correction took it back.
    MilestoneRevoked {
        length: u32,
    },
}
