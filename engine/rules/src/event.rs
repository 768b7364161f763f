//! The rules of one event: what its members agreed to when they joined.

use crate::{Cadence, Clock, Day, Goal, Milestones, Setting};
use serde::{Deserialize, Serialize};

/// Everything about an event that decides what counts. Immutable after the first check-in, but for the
/// end date (later only) and the milestones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    pub clock: ClockRule,
    pub cadence: Cadence,
    pub goal: Goal,
    #[serde(rename = "start_date")]
    pub start: Day,
    #[serde(rename = "end_date")]
    pub end: Option<Day>,
    /// How many days back a check-in may name (R42), 0 to 7.
    pub backfill_days: i32,
    /// How long an author may take a check-in back (R44).
    pub undo_days: i32,
    /// How late a check-in may arrive after it was sent (R41).
    pub max_delay_s: i64,
    pub milestones: Milestones,
}

/// Whose clock counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "mode", rename_all = "snake_case")]
pub enum ClockRule {
    /// One clock for everybody.
    Fixed(Setting),
    /// Each member's own.
    Personal,
}

impl Rules {
    /// A daily habit with the usual limits: a day of backfill, a week of undo, two days of delay.
    pub fn daily(clock: ClockRule, cadence: Cadence, start: Day) -> Rules {
        Rules {
            clock,
            cadence,
            goal: Goal::Check,
            start,
            end: None,
            backfill_days: 1,
            undo_days: 7,
            max_delay_s: 48 * 3600,
            milestones: Milestones::usual(),
        }
    }

    /// The clock that counts for a member with this clock of his own.
    pub fn clock_for(&self, own: &Clock) -> Clock {
        match self.clock {
            ClockRule::Fixed(setting) => Clock::fixed(setting),
            ClockRule::Personal => own.clone(),
        }
    }

    /// The event's own zone, where it has one.
    pub fn setting(&self) -> Option<Setting> {
        match self.clock {
            ClockRule::Fixed(setting) => Some(setting),
            ClockRule::Personal => None,
        }
    }

    /// Whether the event is on at this label.
    pub fn is_on(&self, day: Day) -> bool {
        day >= self.start && self.end.is_none_or(|end| day <= end)
    }

    /// Whether the event asks for something on this label.
    pub fn is_scheduled(&self, day: Day) -> bool {
        self.is_on(day) && self.cadence.asks_on(day)
    }
}
