//! Freezes as gifts (R50). That they are earned and spent is part of the fold.

use crate::{Change, Decision, Grant, History, Instant, News, Refusal};

/// Gives a member freezes, which count from the current period on, up to the cap.
///
/// # Errors
/// [`Refusal::Disabled`] where the event has no freezes.
pub fn grant_freezes(history: &History, now: Instant, freezes: u32) -> Result<Decision, Refusal> {
    history.rules.freeze.ok_or(Refusal::Disabled)?;
    if !history.is_member() {
        return Err(Refusal::NotMember);
    }
    let grant = Grant { at: now, day: history.clock.day_of(now), freezes };
    Ok(history.decide(now, vec![Change::Grant(grant)], vec![News::FreezesGiven { freezes }]))
}
