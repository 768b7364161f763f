//! The clock that counts for a member: one for all (fixed), or the member's own with its changes (R10 to R14).

use crate::{Day, Instant, Setting};
use serde::{Deserialize, Serialize};

/// A day that has less than this ahead when it begins is short, and excused (R14).
const SHORT_DAY_S: i64 = 20 * 3600;

/// A change of zone or day start, at the instant it was received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockChange {
    pub at: Instant,
    pub setting: Setting,
}

/// Turns instants into labels over the whole life of a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    stretches: Vec<Stretch>,
}

/// From `from` on, the label is the later of `floor` and what `setting` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretch {
    from: Instant,
    setting: Setting,
    floor: Day,
    /// When the change was received: before that, nobody knew of this stretch.
    known_at: Instant,
}

const LONG_AGO: Instant = Instant(i64::MIN);
const NO_FLOOR: Day = Day(i32::MIN);

impl Clock {
    /// One setting for ever.
    pub fn fixed(setting: Setting) -> Clock {
        Clock {
            stretches: vec![Stretch {
                from: LONG_AGO,
                setting,
                floor: NO_FLOOR,
                known_at: LONG_AGO,
            }],
        }
    }

    /// The first setting counts from the beginning of time, each later one as R10 to R12 say. `moves` is in order.
    pub fn personal(first: Setting, moves: impl IntoIterator<Item = ClockChange>) -> Clock {
        let mut clock = Clock::fixed(first);
        for moved in moves {
            clock.change(moved);
        }
        clock
    }

    /// R10, R11: the day in progress ends at the later of its old and new end, and labels never go back.
    pub fn change(&mut self, moved: ClockChange) {
        let in_progress = self.day_of(moved.at);
        let from = self.end_of(in_progress);
        self.stretches.push(Stretch {
            from,
            setting: moved.setting,
            floor: in_progress,
            known_at: moved.at,
        });
    }

    /// The setting that was received last.
    pub fn setting(&self) -> Setting {
        self.last().setting
    }

    /// The label at an instant.
    pub fn day_of(&self, at: Instant) -> Day {
        let stretch =
            self.stretches.iter().rev().find(|s| s.from <= at).unwrap_or(&self.stretches[0]);
        stretch.setting.day_of(at).max(stretch.floor)
    }

    /// The first instant with this label or a later one.
    pub fn start_of(&self, day: Day) -> Instant {
        self.end_of(day.plus(-1))
    }

    /// The first instant with a later label.
    pub fn end_of(&self, day: Day) -> Instant {
        end_of(&self.stretches, day)
    }

    /// No instant has this label: a date the zone skipped, or that a journey jumped over (R12).
    pub fn is_empty(&self, day: Day) -> bool {
        self.start_of(day) >= self.end_of(day)
    }

    /// Less than 20 hours lay ahead when the day began, as it looked then (R14).
    pub fn is_short(&self, day: Day) -> bool {
        let start = self.start_of(day);
        let known = self.stretches.iter().take_while(|s| s.known_at <= start).count().max(1);
        end_of(&self.stretches[..known], day).0.saturating_sub(start.0) < SHORT_DAY_S
    }

    fn last(&self) -> &Stretch {
        self.stretches.last().expect("a clock has a first setting")
    }
}

fn end_of(stretches: &[Stretch], day: Day) -> Instant {
    let mut end = Instant::NEVER;
    for (n, stretch) in stretches.iter().enumerate() {
        let until = stretches.get(n + 1).map_or(Instant::NEVER, |next| next.from);
        end = if stretch.floor > day {
            stretch.from
        } else {
            stretch.setting.start_of(day.plus(1)).max(stretch.from)
        };
        if end < until {
            break;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse::<chrono::DateTime<chrono::Utc>>().unwrap().into()
    }

    fn day(text: &str) -> Day {
        text.parse::<chrono::NaiveDate>().unwrap().into()
    }

    fn clock(first: &str, moves: &[(&str, &str)]) -> Clock {
        let moves = moves.iter().map(|(when, zone)| ClockChange {
            at: at(when),
            setting: Setting::midnight(zone.parse().unwrap()),
        });
        Clock::personal(Setting::midnight(first.parse().unwrap()), moves)
    }

    #[test]
    fn the_day_in_progress_keeps_its_old_end_when_flying_east() {
        let clock = clock("America/Los_Angeles", &[("2025-06-04T03:00:00Z", "Asia/Tokyo")]);
        assert_eq!(clock.day_of(at("2025-06-04T06:59:59Z")), day("2025-06-03"));
        assert_eq!(clock.day_of(at("2025-06-04T07:00:00Z")), day("2025-06-04"));
        assert_eq!(clock.end_of(day("2025-06-04")), at("2025-06-04T15:00:00Z"));
        assert!(clock.is_short(day("2025-06-04")));
        assert!(!clock.is_short(day("2025-06-05")));
    }

    #[test]
    fn a_label_jumped_over_is_empty() {
        let clock = clock("Pacific/Pago_Pago", &[("2025-07-03T21:00:00Z", "Pacific/Kiritimati")]);
        assert!(clock.is_empty(day("2025-07-04")));
        assert_eq!(clock.day_of(at("2025-07-04T11:00:00Z")), day("2025-07-05"));
    }

    #[test]
    fn hopping_there_and_back_wins_nothing() {
        let clock = clock(
            "Pacific/Pago_Pago",
            &[
                ("2025-07-04T10:40:00Z", "Pacific/Kiritimati"),
                ("2025-07-04T11:05:00Z", "Pacific/Pago_Pago"),
            ],
        );
        assert_eq!(clock.day_of(at("2025-07-04T11:00:00Z")), day("2025-07-05"));
        assert_eq!(clock.day_of(at("2025-07-05T11:30:00Z")), day("2025-07-05"));
        assert_eq!(clock.day_of(at("2025-07-06T11:30:00Z")), day("2025-07-06"));
    }
}
