//! Updates: what came in from a platform, worked in order, once.

pub(crate) mod inbox;
pub(crate) mod update;

use crate::engine::Engine;

pub use update::{NewUpdate, Update, Worked};

/// What came in from the platforms.
#[derive(Clone, Copy)]
pub struct Updates<'a> {
    engine: &'a Engine,
}

impl Engine {
    pub fn updates(&self) -> Updates<'_> {
        Updates { engine: self }
    }
}
