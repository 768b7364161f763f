//! Joining and leaving.

use crate::{Change, Decision, History, Instant, News, Refusal};

/// Makes the person a member. The current label may be used from now on, but is excused.
pub fn join(history: &History, now: Instant) -> Result<Decision, Refusal> {
    let today = history.clock.day_of(now);
    if history.is_member() {
        return Err(Refusal::AlreadyMember);
    }
    if history.rules.end.is_some_and(|end| today > end) {
        return Err(Refusal::Ended);
    }
    Ok(history.decide(now, vec![Change::Join { at: now, day: today }], vec![News::Joined]))
}

/// Ends the membership. The current label is excused; longest and total stay.
pub fn leave(history: &History, now: Instant) -> Result<Decision, Refusal> {
    let span = history.open_span().ok_or(Refusal::NotMember)?;
    // A clock set back must not make a stay end before it began.
    let day = history.clock.day_of(now).max(span.joined_day);
    Ok(history.decide(now, vec![Change::Leave { at: now, day }], vec![News::Left]))
}
