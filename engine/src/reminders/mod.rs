//! Reminders: when somebody wants to hear of an event that is still open.

pub(crate) mod reminder;
pub(crate) mod settings;

pub use reminder::{REMINDERS_MAX, Reminder, When};
