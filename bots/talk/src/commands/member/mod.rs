//! What members say every day.

pub(crate) mod badges;
pub(crate) mod check_in;
pub(crate) mod cheer;
pub(crate) mod events;
pub(crate) mod freeze;
pub(crate) mod join;
pub(crate) mod leaderboard;
pub(crate) mod leave;
pub(crate) mod matrix;
pub(crate) mod nudge;
pub(crate) mod pause;
pub(crate) mod profile;
pub(crate) mod remind;
pub(crate) mod repair;
pub(crate) mod resume;
pub(crate) mod start;
pub(crate) mod streak;
pub(crate) mod undo;
pub(crate) mod year;
