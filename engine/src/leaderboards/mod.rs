//! Leaderboards, boards of a day, and recaps of a week.

pub(crate) mod closing;
pub(crate) mod day;
pub(crate) mod glance;
pub(crate) mod leaderboard;
pub(crate) mod milestones;
pub(crate) mod ranking;
pub(crate) mod recap;
pub(crate) mod sources;

use crate::engine::Engine;

pub use closing::Closing;
pub use glance::Glance;
pub use leaderboard::{BadCursor, Board, BoardRow, Cursor, DaySide, Question};
pub use milestones::Milestone;
pub use recap::{Climb, Recap};

/// Leaderboards, boards of a day, recaps.
#[derive(Clone, Copy)]
pub struct Leaderboards<'a> {
    engine: &'a Engine,
}

impl Engine {
    pub fn leaderboards(&self) -> Leaderboards<'_> {
        Leaderboards { engine: self }
    }
}
