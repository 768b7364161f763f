//! Changing one's zone or day start (R13).

use crate::{ClockChange, Instant, Refusal, Setting};

const CHANGES_MAX: usize = 4;
const WINDOW_S: i64 = 30 * 24 * 3600;

/// When the setting may be changed again, where that is not now.
pub fn opens_again(now: Instant, moves: &[ClockChange]) -> Option<Instant> {
    let oldest = moves.len().checked_sub(CHANGES_MAX).and_then(|at| moves.get(at))?;
    Some(oldest.at.plus_s(WINDOW_S)).filter(|opens| *opens > now)
}

/// Whether a change still counts among those that limit further ones.
pub fn is_recent(now: Instant, moved: &ClockChange) -> bool {
    moved.at > now.plus_s(-WINDOW_S)
}

/// What another setting leads to: a change to store, or nothing where it is the same already.
/// `moves` are the accepted changes so far.
pub fn change_zone(
    now: Instant,
    current: Setting,
    moves: &[ClockChange],
    wanted: Setting,
) -> Result<Option<ClockChange>, Refusal> {
    if wanted == current {
        return Ok(None);
    }
    let recent = moves.iter().filter(|moved| is_recent(now, moved)).count();
    if recent >= CHANGES_MAX {
        return Err(Refusal::TzLimit);
    }
    Ok(Some(ClockChange { at: now, setting: wanted }))
}
