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

/// Takes a check-in back, as if it had never been made. Its key stays burnt.
pub fn undo(history: &History, now: Instant, target: &Target) -> Result<Decision, Refusal> {
    let today = history.clock.day_of(now);
    let entry = match target {
        Target::Key(key) => history.entries.iter().find(|entry| entry.key == *key),
        Target::Newest => history
            .entries
            .iter()
            .rev()
            .find(|e| e.undone_at.is_none() && history.clock.day_of(e.received_at) == today),
    };
    let entry = entry.ok_or(Refusal::NothingToUndo)?;
    if entry.undone_at.is_some() {
        return Err(Refusal::AlreadyUndone);
    }
    if entry.day < today.plus(-history.rules.undo_days) {
        return Err(Refusal::TooLate);
    }
    let change = Change::Undo { key: entry.key.clone(), at: now };
    Ok(history.decide(now, vec![change], vec![News::Undone { day: entry.day }]))
}
