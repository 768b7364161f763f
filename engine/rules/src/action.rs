//! What a member can do: the closed list of actions on a membership.

use crate::{
    CheckIn, Day, Days, Decision, History, Instant, Key, Refusal, Role, Target, check_in, freeze,
    membership, pause, repair, undo,
};

/// One act on a membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    Join,
    Leave,
    CheckIn(CheckIn),
    Undo {
        target: Target,
        by: Key,
        role: Role,
    },
    Pause(Days),
    Resume,
    Repair {
        day: Day,
        role: Role,
    },
    GrantFreezes(u32),
    /// Nothing: what stands at this instant is worked out and written down.
    Refresh,
}

impl Action {
    /// What the action leads to.
    ///
    /// # Errors
    /// The refusals of the rule that the action concerns.
    pub fn decide(&self, history: &History, now: Instant) -> Result<Decision, Refusal> {
        match self {
            Action::Join => membership::join(history, now),
            Action::Leave => membership::leave(history, now),
            Action::CheckIn(action) => check_in::check_in(history, now, action.clone()),
            Action::Undo { target, by, role } => undo::undo(history, now, target, by, *role),
            Action::Pause(days) => pause::pause(history, now, *days),
            Action::Resume => pause::resume(history, now),
            Action::Repair { day, role } => repair::repair(history, now, *day, *role),
            Action::GrantFreezes(freezes) => freeze::grant_freezes(history, now, *freezes),
            Action::Refresh => Ok(history.repeat(now)),
        }
    }

    /// The keys of requests that have to be looked up, however long ago they were made.
    pub fn keys(&self) -> Vec<&Key> {
        match self {
            Action::CheckIn(action) => vec![&action.key],
            Action::Undo { target: Target::Key(key), by, .. } => vec![key, by],
            Action::Undo { target: Target::Newest, by, .. } => vec![by],
            Action::Join
            | Action::Leave
            | Action::Pause(_)
            | Action::Resume
            | Action::Repair { .. }
            | Action::GrantFreezes(_)
            | Action::Refresh => vec![],
        }
    }

    /// Whether the action may concern what lies before the settled past, so that the whole history has to be
    /// read. What members state day by day never does.
    pub fn reaches_back(&self) -> bool {
        match self {
            Action::Undo { role, .. } => *role == Role::Host,
            // Only the whole history tells a break of long ago from no break.
            Action::Repair { .. } => true,
            Action::Join
            | Action::Leave
            | Action::CheckIn(_)
            | Action::Pause(_)
            | Action::Resume
            | Action::GrantFreezes(_)
            | Action::Refresh => false,
        }
    }
}
