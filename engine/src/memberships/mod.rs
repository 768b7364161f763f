//! Memberships: a person in an event, from asking to join until leaving.

pub(crate) mod acting;
pub(crate) mod entry;
pub(crate) mod group;
pub(crate) mod joining;
pub(crate) mod members;
pub(crate) mod notes;
pub(crate) mod rebuild;
pub(crate) mod rebuilt;
pub(crate) mod recount;
pub(crate) mod room;
pub(crate) mod view;
pub(crate) mod views;

use crate::engine::Engine;

pub use entry::{Answered, Entry, Notice, Removal};
pub use group::GroupStreak;
pub use members::Member;
pub use rebuilt::{Difference, Refolded};
pub use view::View;

/// Memberships: joining, acting, and what follows from it.
#[derive(Clone, Copy)]
pub struct Memberships<'a> {
    engine: &'a Engine,
}

impl Engine {
    pub fn memberships(&self) -> Memberships<'_> {
        Memberships { engine: self }
    }
}
