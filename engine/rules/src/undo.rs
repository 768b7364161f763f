//! Taking a check-in back (R44).

use crate::{Change, Decision, History, Instant, Key, News, Refusal};

/// Which check-in is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The one with this key.
    Key(Key),
    /// The newest one that was received on the label that is now.
    Newest,
}

/// In what capacity somebody acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// For themselves, within the windows of the event.
    Member,
    /// For the event: the windows do not count.
    Host,
}

/// Takes a check-in back, as if it had never been made. Its key stays burnt. `by` names this request, so
/// that a repeat of it takes nothing else back.
pub fn undo(
    history: &History,
    now: Instant,
    target: &Target,
    by: &Key,
    role: Role,
) -> Result<Decision, Refusal> {
    let mut entries = history.entries.iter().chain(&history.old);
    if entries.any(|entry| entry.undone_by.as_ref() == Some(by)) {
        return Ok(history.repeat(now));
    }
    let today = history.clock.day_of(now);
    let entry = match target {
        Target::Key(key) if history.taken.contains(key) => return Err(Refusal::NotOwner),
        Target::Key(key) => history.entry(key),
        Target::Newest => history
            .entries
            .iter()
            .rev()
            .find(|e| e.undone_at.is_none() && history.clock.day_of(e.received_at) == today),
    };
    let entry = entry.ok_or(match target {
        Target::Key(_) => Refusal::NotFound,
        Target::Newest => Refusal::NothingToUndo,
    })?;
    if entry.undone_at.is_some() {
        return Err(Refusal::AlreadyUndone);
    }
    if role == Role::Member && entry.day < today.plus(-history.rules.undo_days) {
        return Err(Refusal::TooLate);
    }
    let change = Change::Undo { key: entry.key.clone(), at: now, by: by.clone() };
    Ok(history.decide(now, vec![change], vec![News::Undone { day: entry.day }]))
}
