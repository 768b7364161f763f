//! For tests: databases of their own, and scenarios that are played again.

mod replay;
mod statements;
mod temp_database;

pub use replay::{ReplayError, replay};
pub use temp_database::{Fresh, engine, url};
