//! What is looked at of a leaderboard: by what, of which time, from which place on.

use engine::rules::Day;
use engine::rules::Instant;
use engine::{By, Cursor, Event, Question, Window};

use crate::query::{Query, written};

/// The time that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) enum Period {
    #[default]
    All,
    Week,
    LastWeek,
    Month,
    LastMonth,
}

impl Period {
    pub const ALL: [Period; 5] =
        [Period::All, Period::Week, Period::LastWeek, Period::Month, Period::LastMonth];

    /// The name that `/leaderboard` gives it.
    pub fn name(self) -> &'static str {
        match self {
            Period::All => "all",
            Period::Week => "week",
            Period::LastWeek => "last_week",
            Period::Month => "month",
            Period::LastMonth => "last_month",
        }
    }

    fn named(name: &str) -> Option<Period> {
        Period::ALL.into_iter().find(|period| period.name() == name)
    }

    fn window(self) -> Window {
        match self {
            Period::All => Window::AllTime,
            Period::Week | Period::LastWeek => Window::Week,
            Period::Month | Period::LastMonth => Window::Month,
        }
    }
}

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Look {
    pub by: By,
    pub period: Period,
}

impl Look {
    /// What a query asks for. Weeks and months count days and amounts; when all is over, nobody has a run any more.
    pub fn of(query: &Query, is_over: bool) -> Look {
        let usual = if is_over { By::Longest } else { By::default() };
        let by = query.get("by").and_then(By::named).unwrap_or(usual);
        let period = query.get("period").and_then(Period::named).unwrap_or_default();
        Look { by, period }.sound()
    }

    /// The same by something else; a run has no week.
    pub fn by(self, by: By) -> Look {
        let counts = matches!(by, By::Total | By::Points);
        Look { by, period: if counts { self.period } else { Period::All } }
    }

    /// The same of another time.
    pub fn of_period(self, period: Period) -> Look {
        Look { period, ..self }.sound()
    }

    fn sound(self) -> Look {
        match (self.by, self.period) {
            (By::Total | By::Points, _) | (_, Period::All) => self,
            _ => Look { by: By::Total, ..self },
        }
    }

    /// The query that asks for this.
    pub fn query(self, after: Option<Cursor>) -> String {
        let after = after.map(|after| after.to_string());
        let period = Some(self.period.name()).filter(|_| self.period != Period::All);
        let values =
            [("by", Some(self.by.name())), ("period", period), ("after", after.as_deref())];
        written(values.into_iter().filter_map(|(name, value)| Some((name, value?))))
    }

    /// The question that the engine answers with so many rows.
    pub fn question(self, event: &Event, now: Instant, most: u32) -> Question {
        let window = self.period.window();
        let rules = &event.rules;
        let first = |day: Day| window.first_day(rules, day);
        let on = match self.period {
            Period::All | Period::Week | Period::Month => None,
            Period::LastWeek | Period::LastMonth => {
                first(rules.shared_setting().day_of(now)).and_then(|day| first(day.plus(-1)))
            }
        };
        Question { window, on, ..Question::top(self.by, most) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_is_the_usual() {
        for (query, by, period) in [
            ("", By::Current, Period::All),
            ("by=total", By::Total, Period::All),
            ("x=1&by=longest", By::Longest, Period::All),
            ("by=%00&by=&&&", By::Current, Period::All),
            ("by=current&period=week", By::Total, Period::Week),
            ("by=points&period=last_month", By::Points, Period::LastMonth),
            ("period=never", By::Current, Period::All),
        ] {
            assert_eq!(Look::of(&Query::read(query), false), Look { by, period }, "{query}");
        }
    }

    #[test]
    fn a_look_is_asked_for_by_its_own_query() {
        for by in By::ALL {
            for period in Period::ALL {
                let look = Look { by, period }.sound();
                assert_eq!(Look::of(&Query::read(&look.query(None)), true), look);
            }
        }
    }
}
