//! Memberships: a person in an event, from asking to join until leaving.

pub(crate) mod acting;
pub(crate) mod entry;
pub(crate) mod joining;
pub(crate) mod notes;
pub(crate) mod rebuild;
pub(crate) mod rebuilt;
pub(crate) mod view;
pub(crate) mod views;

pub use entry::Entry;
pub use rebuilt::{Difference, Refolded};
pub use view::View;
