//! Leaderboards, boards of a day, and recaps of a week.

pub(crate) mod day;
pub(crate) mod leaderboard;
pub(crate) mod ranking;
pub(crate) mod recap;
pub(crate) mod sources;

pub use leaderboard::{BadCursor, Board, BoardRow, Cursor, DaySide, Question};
pub use recap::{Climb, Recap};
