//! How often an event asks for something, and the periods that follow from it.

use crate::Day;
use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The rhythm of an event. Each variant is a rhythm that the fold understands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Cadence {
    /// Every day whose weekday is in the set; the other days are rest days.
    Daily { weekdays: Weekdays },
    /// Once in each block of `n` days, counted from the first day of the event.
    EveryNDays { n: u32 },
    /// On so many days of each week; weeks begin on `week_start`, 1 for Monday to 7 for Sunday.
    Weekly { times: u32, week_start: u8 },
    /// On so many days of each calendar month.
    Monthly { times: u32 },
}

/// The labels that are judged together. A streak counts periods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub first: Day,
    pub last: Day,
}

impl Period {
    /// The number of labels.
    pub fn length(self) -> u32 {
        (self.last.0 - self.first.0 + 1).unsigned_abs()
    }

    pub fn holds(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    pub fn labels(self) -> impl DoubleEndedIterator<Item = Day> + Clone {
        (self.first.0..=self.last.0).map(Day)
    }
}

impl Cadence {
    pub const EVERY_DAY: Cadence = Cadence::Daily { weekdays: Weekdays::ALL };

    /// Whether the event asks for something on this label.
    pub fn asks_on(&self, day: Day) -> bool {
        match self {
            Cadence::Daily { weekdays } => weekdays.contains(day.weekday()),
            Cadence::EveryNDays { .. } | Cadence::Weekly { .. } | Cadence::Monthly { .. } => true,
        }
    }

    /// How many labels of a period have to be met.
    pub fn times(&self) -> u32 {
        match self {
            Cadence::Daily { .. } | Cadence::EveryNDays { .. } => 1,
            Cadence::Weekly { times, .. } | Cadence::Monthly { times } => *times,
        }
    }

    /// Whether it asks for something by the week, the month or a few days rather than on days.
    pub fn is_by_period(&self) -> bool {
        match self {
            Cadence::Daily { .. } => false,
            Cadence::EveryNDays { .. } | Cadence::Weekly { .. } | Cadence::Monthly { .. } => true,
        }
    }

    /// The period that a label lies in; `start` is the first day of the event.
    pub fn period_of(&self, day: Day, start: Day) -> Period {
        let within = |first: Day, length: i32| Period { first, last: first.plus(length - 1) };
        match self {
            Cadence::Daily { .. } => Period { first: day, last: day },
            Cadence::EveryNDays { n } => {
                let n = *n as i32;
                within(day.plus(-(day.0 - start.0).rem_euclid(n)), n)
            }
            Cadence::Weekly { week_start, .. } => {
                let into = (i32::from(day.weekday()) - i32::from(*week_start)).rem_euclid(7);
                within(day.plus(-into), 7)
            }
            Cadence::Monthly { .. } => {
                let first: NaiveDate = day.date().with_day(1).unwrap_or(day.date());
                let next = first.checked_add_months(Months::new(1)).unwrap_or(NaiveDate::MAX);
                Period { first: first.into(), last: Day::from(next).plus(-1) }
            }
        }
    }

    /// Whether it can be kept at all.
    pub(crate) fn is_sound(&self) -> bool {
        match self {
            Cadence::Daily { .. } => true,
            Cadence::EveryNDays { n } => (1..=366).contains(n),
            Cadence::Weekly { times, week_start } => {
                (1..=7).contains(times) && (1..=7).contains(week_start)
            }
            Cadence::Monthly { times } => (1..=31).contains(times),
        }
    }
}

/// A set of weekdays that holds at least one: 1 for Monday to 7 for Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "BTreeSet<u8>", into = "BTreeSet<u8>")]
pub struct Weekdays(u8);

impl Weekdays {
    pub const ALL: Weekdays = Weekdays(0b111_1111);
    pub const WORKDAYS: Weekdays = Weekdays(0b001_1111);
    pub const WEEKEND: Weekdays = Weekdays(0b110_0000);

    /// The set of these days, if each is 1 to 7 and there is at least one.
    pub fn of(days: impl IntoIterator<Item = u8>) -> Option<Weekdays> {
        let mut mask = 0;
        for day in days {
            mask |= 1 << (1..=7).contains(&day).then(|| day - 1)?;
        }
        (mask != 0).then_some(Weekdays(mask))
    }

    pub fn contains(self, weekday: u8) -> bool {
        (1..=7).contains(&weekday) && self.0 & (1 << (weekday - 1)) != 0
    }

    /// Seven bits, Monday first.
    pub fn bits(self) -> i64 {
        i64::from(self.0)
    }

    /// The set that these bits stand for.
    pub fn from_bits(bits: i64) -> Option<Weekdays> {
        Weekdays::of((1..=7).filter(|day| bits & (1 << (day - 1)) != 0))
    }

    pub fn iter(self) -> impl Iterator<Item = u8> {
        (1..=7).filter(move |&day| self.contains(day))
    }
}

impl TryFrom<BTreeSet<u8>> for Weekdays {
    type Error = &'static str;

    fn try_from(days: BTreeSet<u8>) -> Result<Weekdays, &'static str> {
        Weekdays::of(days).ok_or("weekdays are 1 (Monday) to 7 (Sunday), at least one")
    }
}

impl From<Weekdays> for BTreeSet<u8> {
    fn from(weekdays: Weekdays) -> BTreeSet<u8> {
        weekdays.iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse::<NaiveDate>().unwrap().into()
    }

    fn period(cadence: &Cadence, label: &str) -> (Day, Day) {
        let period = cadence.period_of(day(label), day("2025-01-06"));
        (period.first, period.last)
    }

    #[test]
    fn blocks_are_counted_from_the_start() {
        let thirds = Cadence::EveryNDays { n: 3 };
        assert_eq!(period(&thirds, "2025-01-11"), (day("2025-01-09"), day("2025-01-11")));
        assert_eq!(period(&thirds, "2025-01-05"), (day("2025-01-03"), day("2025-01-05")));
    }

    #[test]
    fn weeks_begin_where_the_event_says() {
        let sundays = Cadence::Weekly { times: 2, week_start: 7 };
        assert_eq!(period(&sundays, "2025-01-05"), (day("2025-01-05"), day("2025-01-11")));
        assert_eq!(period(&sundays, "2025-01-11"), (day("2025-01-05"), day("2025-01-11")));
    }

    #[test]
    fn months_are_those_of_the_calendar() {
        let monthly = Cadence::Monthly { times: 1 };
        assert_eq!(period(&monthly, "2024-02-29"), (day("2024-02-01"), day("2024-02-29")));
        assert_eq!(period(&monthly, "2024-12-31"), (day("2024-12-01"), day("2024-12-31")));
    }
}
