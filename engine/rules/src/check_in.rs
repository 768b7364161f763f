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
    /// The label that the person named (R42).
    pub day: Named,
    pub note: Option<String>,
    pub repeat: Repeat,
}

/// How a person names a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// Not at all: the label at the time of sending is meant.
    Now,
    /// By its date.
    Date(Day),
    /// As so many days before the label at the time of sending.
    DaysAgo(i32),
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
        let asked_day = asked_day(history, now, &wish);
        let same = known.sent_at == wish.sent_at
            && known.asked_day == asked_day
            && known.note == wish.note;
        return if same { Ok(history.repeat(now)) } else { Err(Refusal::Conflict) };
    }
    let asked_day = asked_day(history, now, &wish);
    let day = label(history, now, &wish, asked_day)?;
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
        asked_day,
        note: wish.note,
        undone_at: None,
        undone_by: None,
    };
    Ok(history.decide(now, vec![Change::Enter(entry)], vec![News::CheckedIn { day }]))
}

/// The label that the sender's clock showed.
fn label_sent(history: &History, now: Instant, wish: &CheckIn) -> Day {
    history.clock.day_of(wish.sent_at.unwrap_or(now).min(now))
}

fn asked_day(history: &History, now: Instant, wish: &CheckIn) -> Option<Day> {
    match wish.day {
        Named::Now => None,
        Named::Date(day) => Some(day),
        Named::DaysAgo(days) => Some(label_sent(history, now, wish).plus(-days)),
    }
}

fn label(
    history: &History,
    now: Instant,
    wish: &CheckIn,
    asked: Option<Day>,
) -> Result<Day, Refusal> {
    let rules = &history.rules;
    let sent_at = wish.sent_at.unwrap_or(now);
    if sent_at > now.plus_s(AHEAD_MAX_S) {
        return Err(Refusal::InFuture);
    }
    if now.0.saturating_sub(sent_at.0) > rules.max_delay_s {
        return Err(Refusal::TooOld);
    }
    let today = label_sent(history, now, wish);
    let day = asked.unwrap_or(today);
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
