//! Updates: what came in from a platform, worked in order, once.

pub(crate) mod inbox;
pub(crate) mod update;

pub use update::{NewUpdate, Update, Worked};
