//! Checking in (R40 to R42).

use crate::{Change, Day, Decision, Entry, History, Instant, Key, News, Refusal};

/// A platform's clock may run ahead of ours by this much; up to that it means now (R41).
const AHEAD_MAX_S: i64 = 300;

/// A wish to check in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckIn {
    pub key: Key,
    /// When the person sent it, where the platform says so.
    pub sent_at: Option<Instant>,
    /// A label named by the person (R42).
    pub day: Option<Day>,
    pub note: Option<String>,
    pub repeat: Repeat,
}

/// What a second check-in on a met label means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// Another entry, kept beside the first.
    Keep,
    /// Nothing new: the person is told that the day is done.
    Refuse,
}

/// Counts the check-in for the label it was sent on. Validity never depends on other check-ins, so that
/// the order of arrival is irrelevant (P1).
pub fn check_in(history: &History, now: Instant, wish: CheckIn) -> Result<Decision, Refusal> {
    if let Some(known) = history.entries.iter().find(|entry| entry.key == wish.key) {
        let same =
            known.sent_at == wish.sent_at && known.asked_day == wish.day && known.note == wish.note;
        return if same { Ok(history.repeat(now)) } else { Err(Refusal::Conflict) };
    }
    let day = label(history, now, &wish)?;
    let is_member_on = |day| {
        history
            .spans
            .iter()
            .any(|s| s.joined_day <= day && s.left.is_none_or(|(_, left)| day <= left))
    };
    if !history.is_member() || !is_member_on(day) {
        return Err(Refusal::NotMember);
    }
    if wish.repeat == Repeat::Refuse && history.is_met(day) {
        return Err(Refusal::AlreadyIn(day));
    }
    let entry = Entry {
        key: wish.key,
        day,
        received_at: now,
        sent_at: wish.sent_at,
        asked_day: wish.day,
        note: wish.note,
        undone_at: None,
    };
    Ok(history.decide(now, vec![Change::Enter(entry)], vec![News::CheckedIn { day }]))
}

fn label(history: &History, now: Instant, wish: &CheckIn) -> Result<Day, Refusal> {
    let rules = &history.rules;
    let sent_at = wish.sent_at.unwrap_or(now);
    if sent_at > now.plus_s(AHEAD_MAX_S) {
        return Err(Refusal::InFuture);
    }
    if now.0.saturating_sub(sent_at.0) > rules.max_delay_s {
        return Err(Refusal::TooOld);
    }
    let today = history.clock.day_of(sent_at.min(now));
    let day = wish.day.unwrap_or(today);
    if day > today {
        return Err(Refusal::FutureDay);
    }
    if day < today.plus(-rules.backfill_days) {
        return Err(Refusal::WindowClosed);
    }
    if history.clock.is_empty(day) {
        return Err(Refusal::EmptyDay);
    }
    if day < rules.start {
        return Err(Refusal::NotStarted);
    }
    if !rules.is_on(day) {
        return Err(Refusal::Ended);
    }
    Ok(day)
}
