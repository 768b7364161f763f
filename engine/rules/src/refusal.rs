//! Why an action was refused. Not a fault: the answer explains it.

use crate::Day;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    #[error("not a member, or not on that day")]
    NotMember,
    #[error("already a member")]
    AlreadyMember,
    #[error("the event has not started")]
    NotStarted,
    #[error("the event is over")]
    Ended,
    #[error("that day can no longer be filled in")]
    WindowClosed,
    #[error("that day is still to come")]
    FutureDay,
    #[error("that day never was in this zone")]
    EmptyDay,
    #[error("sent from the future")]
    InFuture,
    #[error("arrived too late")]
    TooOld,
    #[error("already checked in on {0}")]
    AlreadyIn(Day),
    #[error("as many check-ins as a day may have")]
    TooMany,
    #[error("the same key with another content")]
    Conflict,
    #[error("nothing to take back")]
    NothingToUndo,
    #[error("no such check-in")]
    NotFound,
    #[error("already taken back")]
    AlreadyUndone,
    #[error("too late to take it back")]
    TooLate,
    #[error("somebody else's check-in")]
    NotOwner,
    #[error("no such task")]
    UnknownTask,
    #[error("an amount that is missing, not asked for or out of range")]
    BadAmount,
    #[error("the event does not know this")]
    Disabled,
    #[error("without the notice that it needs")]
    TooSoon,
    #[error("for too many days")]
    TooLong,
    #[error("overlaps what is there")]
    Overlap,
    #[error("not paused")]
    NotPaused,
    #[error("no missed period that ended a run")]
    NotRepairable,
    #[error("too soon after the last one")]
    Cooldown,
    #[error("zone or day start changed too often")]
    TzLimit,
}

impl Refusal {
    /// One of each.
    pub const ALL: [Refusal; 27] = [
        Refusal::NotMember,
        Refusal::AlreadyMember,
        Refusal::NotStarted,
        Refusal::Ended,
        Refusal::WindowClosed,
        Refusal::FutureDay,
        Refusal::EmptyDay,
        Refusal::InFuture,
        Refusal::TooOld,
        Refusal::AlreadyIn(Day(0)),
        Refusal::TooMany,
        Refusal::Conflict,
        Refusal::NothingToUndo,
        Refusal::NotFound,
        Refusal::AlreadyUndone,
        Refusal::TooLate,
        Refusal::NotOwner,
        Refusal::UnknownTask,
        Refusal::BadAmount,
        Refusal::Disabled,
        Refusal::TooSoon,
        Refusal::TooLong,
        Refusal::Overlap,
        Refusal::NotPaused,
        Refusal::NotRepairable,
        Refusal::Cooldown,
        Refusal::TzLimit,
    ];

    /// The name of this refusal in words, logs and answers.
    pub fn code(self) -> &'static str {
        match self {
            Refusal::NotMember => "not_member",
            Refusal::AlreadyMember => "already_member",
            Refusal::NotStarted => "not_started",
            Refusal::Ended => "ended",
            Refusal::WindowClosed => "window_closed",
            Refusal::FutureDay => "future_day",
            Refusal::EmptyDay => "empty_day",
            Refusal::InFuture => "in_future",
            Refusal::TooOld => "too_old",
            Refusal::AlreadyIn(_) => "already_in",
            Refusal::TooMany => "too_many",
            Refusal::Conflict => "conflict",
            Refusal::NothingToUndo => "nothing_to_undo",
            Refusal::NotFound => "not_found",
            Refusal::AlreadyUndone => "already_undone",
            Refusal::TooLate => "too_late",
            Refusal::NotOwner => "not_owner",
            Refusal::UnknownTask => "unknown_task",
            Refusal::BadAmount => "bad_amount",
            Refusal::Disabled => "disabled",
            Refusal::TooSoon => "too_soon",
            Refusal::TooLong => "too_long",
            Refusal::Overlap => "overlap",
            Refusal::NotPaused => "not_paused",
            Refusal::NotRepairable => "not_repairable",
            Refusal::Cooldown => "cooldown",
            Refusal::TzLimit => "tz_limit",
        }
    }
}
