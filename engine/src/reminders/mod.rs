//! Reminders: when somebody wants to hear of an event that is still open.

pub(crate) mod reminder;
pub(crate) mod settings;

use crate::engine::Engine;

pub use reminder::{REMINDERS_MAX, Reminder, When};

/// When somebody wants to be reminded, and of what.
#[derive(Clone, Copy)]
pub struct Reminders<'a> {
    engine: &'a Engine,
}

impl Engine {
    pub fn reminders(&self) -> Reminders<'_> {
        Reminders { engine: self }
    }
}
