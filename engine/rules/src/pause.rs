//! Being away by one's own wish (R52), and excusing everybody (R53).

use crate::{Change, Day, Days, Decision, History, Instant, News, Pause, Refusal};

/// The longest amnesty, in days.
const AMNESTY_MAX_DAYS: i32 = 31;

/// Excuses the labels from `first` to `last`, which lie ahead.
///
/// # Errors
/// [`Refusal::TooSoon`] without a day of notice, [`Refusal::TooLong`] for more days than the event allows (or
/// none), [`Refusal::Overlap`] with another pause.
pub fn pause(history: &History, now: Instant, days: Days) -> Result<Decision, Refusal> {
    let rule = history.rules.pause.ok_or(Refusal::Disabled)?;
    if !history.is_member() {
        return Err(Refusal::NotMember);
    }
    if days.first < history.clock.day_of(now).plus(rule.notice_days) {
        return Err(Refusal::TooSoon);
    }
    if !(1..=rule.length_max_days).contains(&days.length()) {
        return Err(Refusal::TooLong);
    }
    let overlaps = |pause: &Pause| {
        let there = pause.as_it_came();
        there.length() > 0 && there.first <= days.last && days.first <= there.last
    };
    if history.pauses.iter().any(overlaps) {
        return Err(Refusal::Overlap);
    }
    let pause = Pause { at: now, days, resumed: None };
    Ok(history.decide(now, vec![Change::Pause(pause)], vec![News::Paused]))
}

/// Ends the pause: today stays excused, tomorrow counts.
///
/// # Errors
/// [`Refusal::NotPaused`] where no pause reaches beyond today.
pub fn resume(history: &History, now: Instant) -> Result<Decision, Refusal> {
    let today = history.clock.day_of(now);
    let lies_ahead = |pause: &Pause| pause.as_it_came().length() > 0 && pause.last() > today;
    if !history.pauses.iter().any(lies_ahead) {
        return Err(Refusal::NotPaused);
    }
    Ok(history.decide(now, vec![Change::Resume { day: today }], vec![News::Resumed]))
}

/// Whether these labels may be excused for everybody.
///
/// # Errors
/// [`Refusal::TooLong`] for more than 31 days at a time, or none.
pub fn amnesty(first: Day, last: Day) -> Result<Days, Refusal> {
    let days = Days { first, last };
    let is_fine = (1..=AMNESTY_MAX_DAYS).contains(&days.length());
    is_fine.then_some(days).ok_or(Refusal::TooLong)
}
