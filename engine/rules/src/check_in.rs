//! Checking in (R40 to R42).

use crate::{Change, Day, Decision, Entry, History, Instant, Key, News, Refusal};

/// A platform's clock may run ahead of ours by this much; up to that it means now (R41).
const AHEAD_MAX_S: i64 = 300;

/// As many entries as people get for one label, where callers have no reason to differ.
pub const ENTRIES_A_DAY_MAX: usize = 200;

/// A check-in as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckIn {
    pub key: Key,
    /// When the person sent it, where the platform says so.
    pub sent_at: Option<Instant>,
    /// The label that the person named (R42).
    pub day: Named,
    /// In thousandths of the event's unit.
    pub amount_milli: Option<i64>,
    pub task: Option<String>,
    pub note: Option<String>,
    pub repeat: Repeat,
    /// More entries than this are turned down on one label, where that is wanted.
    pub entries_max: Option<usize>,
}

impl CheckIn {
    /// Of the label on which it arrives, with nothing said about it.
    pub fn now(key: Key) -> CheckIn {
        CheckIn {
            key,
            sent_at: None,
            day: Named::Now,
            amount_milli: None,
            task: None,
            note: None,
            repeat: Repeat::Keep,
            entries_max: None,
        }
    }
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
pub fn check_in(history: &History, now: Instant, check_in: CheckIn) -> Result<Decision, Refusal> {
    if history.taken.contains(&check_in.key) {
        return Err(Refusal::Conflict);
    }
    if let Some(known) = history.entry(&check_in.key) {
        // "Yesterday" meant the day before the first time it was said.
        let asked_day = asked_day(history, known.received_at, &check_in);
        let same = known.sent_at == check_in.sent_at
            && known.asked_day == asked_day
            && known.amount_milli == check_in.amount_milli
            && known.task == check_in.task
            && known.note == check_in.note;
        return if same { Ok(history.repeat(now)) } else { Err(Refusal::Conflict) };
    }
    history.rules.goal.admit(check_in.task.as_deref(), check_in.amount_milli)?;
    if !history.is_member() {
        return Err(Refusal::NotMember);
    }
    let asked_day = asked_day(history, now, &check_in);
    let day = label(history, now, &check_in, asked_day)?;
    if !history.is_member_on(day) {
        return Err(Refusal::NotMember);
    }
    if check_in.repeat == Repeat::Refuse && history.is_done(day) {
        return Err(Refusal::AlreadyIn(day));
    }
    if check_in.entries_max.is_some_and(|most| history.entries_on(day).count() >= most) {
        return Err(Refusal::TooMany);
    }
    let entry = Entry {
        key: check_in.key,
        day,
        received_at: now,
        sent_at: check_in.sent_at,
        asked_day,
        amount_milli: check_in.amount_milli,
        task: check_in.task,
        note: check_in.note,
        undone_at: None,
        undone_by: None,
    };
    Ok(history.decide(now, vec![Change::Enter(entry)], vec![News::CheckedIn { day }]))
}

/// The label that the sender's clock showed; one that is refused for its age is not looked at that far back.
fn label_sent(history: &History, now: Instant, check_in: &CheckIn) -> Day {
    const FARTHEST_S: i64 = 30 * 86_400;
    let sent_at = check_in.sent_at.unwrap_or(now);
    history.clock.day_of(sent_at.clamp(now.plus_s(-FARTHEST_S), now))
}

fn asked_day(history: &History, now: Instant, check_in: &CheckIn) -> Option<Day> {
    match check_in.day {
        Named::Now => None,
        Named::Date(day) => Some(day),
        Named::DaysAgo(days) => {
            Some(Day(label_sent(history, now, check_in).0.saturating_sub(days)))
        }
    }
}

fn label(
    history: &History,
    now: Instant,
    check_in: &CheckIn,
    asked: Option<Day>,
) -> Result<Day, Refusal> {
    let rules = &history.rules;
    let sent_at = check_in.sent_at.unwrap_or(now);
    if sent_at > now.plus_s(AHEAD_MAX_S) {
        return Err(Refusal::InFuture);
    }
    if now.0.saturating_sub(sent_at.0) > rules.max_delay_s {
        return Err(Refusal::TooOld);
    }
    let today = label_sent(history, now, check_in);
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
