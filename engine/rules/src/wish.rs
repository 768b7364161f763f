//! What a member can wish for: the closed list of acts on a membership.

use crate::{
    CheckIn, Day, Days, Decision, History, Instant, Key, Refusal, Role, Target, check_in, freeze,
    membership, pause, repair, undo,
};

/// One act on a membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
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
    Look,
}

impl Wish {
    /// What the wish leads to.
    ///
    /// # Errors
    /// The refusals of the rule that the wish concerns.
    pub fn decide(&self, history: &History, now: Instant) -> Result<Decision, Refusal> {
        match self {
            Wish::Join => membership::join(history, now),
            Wish::Leave => membership::leave(history, now),
            Wish::CheckIn(wish) => check_in::check_in(history, now, wish.clone()),
            Wish::Undo { target, by, role } => undo::undo(history, now, target, by, *role),
            Wish::Pause(days) => pause::pause(history, now, *days),
            Wish::Resume => pause::resume(history, now),
            Wish::Repair { day, role } => repair::repair(history, now, *day, *role),
            Wish::GrantFreezes(freezes) => freeze::grant_freezes(history, now, *freezes),
            Wish::Look => Ok(history.repeat(now)),
        }
    }

    /// The keys of requests that have to be looked up, however long ago they were made.
    pub fn keys(&self) -> Vec<&Key> {
        match self {
            Wish::CheckIn(wish) => vec![&wish.key],
            Wish::Undo { target: Target::Key(key), by, .. } => vec![key, by],
            Wish::Undo { target: Target::Newest, by, .. } => vec![by],
            Wish::Join
            | Wish::Leave
            | Wish::Pause(_)
            | Wish::Resume
            | Wish::Repair { .. }
            | Wish::GrantFreezes(_)
            | Wish::Look => vec![],
        }
    }

    /// Whether the wish may concern what lies before the settled past, so that the whole history has to be
    /// read. What members state day by day never does.
    pub fn reaches_back(&self) -> bool {
        match self {
            Wish::Undo { role, .. } => *role == Role::Host,
            // Only the whole history tells a break of long ago from no break.
            Wish::Repair { .. } => true,
            Wish::Join
            | Wish::Leave
            | Wish::CheckIn(_)
            | Wish::Pause(_)
            | Wish::Resume
            | Wish::GrantFreezes(_)
            | Wish::Look => false,
        }
    }
}
