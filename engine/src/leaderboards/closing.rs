//! What a record of a day is about, and when nothing changes it any more.

use rules::{Day, Instant, Rules};

/// A day of an event, or the period that holds it, as it was when it closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closing {
    /// The label that is asked about.
    pub day: Day,
    /// The last label that counts: whoever left later was in it, by their own clock.
    pub last: Day,
    /// When it is over on every clock. What comes later changes nothing.
    pub at: Instant,
}

impl Closing {
    /// Of a day by itself, also where its period goes on.
    pub fn of_day(rules: &Rules, day: Day) -> Closing {
        Closing { day, last: day, at: rules.day_closes_at(day) }
    }

    /// Of the whole period of a day, as far as the event is on in it.
    pub fn of_period(rules: &Rules, day: Day) -> Closing {
        let last = last_on(rules, rules.period_of(day).last);
        Closing { day, last, at: rules.day_closes_at(last) }
    }

    pub fn is_over(&self, now: Instant) -> bool {
        self.at <= now
    }
}

/// A label, or the last one of an event that ends before it.
pub(crate) fn last_on(rules: &Rules, day: Day) -> Day {
    rules.end.map_or(day, |end| day.min(end))
}
