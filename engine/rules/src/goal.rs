//! What a day's entries must amount to.

use crate::Entry;
use serde::{Deserialize, Serialize};

/// When a label is met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Goal {
    /// At least one entry.
    Check,
}

impl Goal {
    /// Whether these entries of one label, none of them undone, meet the goal.
    pub fn is_met<'a>(&self, entries: impl IntoIterator<Item = &'a Entry>) -> bool {
        match self {
            Goal::Check => entries.into_iter().next().is_some(),
        }
    }
}
