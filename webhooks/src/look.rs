//! What is looked at of a leaderboard: by what, of which time, from which place on.

use engine::rules::{Day, Days, Instant};
use engine::{By, Cursor, Event, Question, Window};

use crate::query::{Query, day, written};
use crate::words::{ASKED, Words};

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
    /// A label of the week or month that is meant, where that is an earlier one.
    pub on: Option<Day>,
}

impl Look {
    /// What a query asks for of an event. Every day would be a leaderboard of its own: there are as many as it has days.
    pub fn of(query: &Query, event: &Event, now: Instant) -> Look {
        let look = Look::read(query, event.is_over(now));
        let today = event.rules.shared_setting().day_of(now);
        Look { on: look.on.map(|on| on.max(event.rules.start).min(today)), ..look }
    }

    /// What a query asks for. Weeks and months count days and amounts; when all is over, nobody has a run any more.
    fn read(query: &Query, is_over: bool) -> Look {
        let usual = if is_over { By::Longest } else { By::default() };
        let by = query.get("by").and_then(By::named).unwrap_or(usual);
        let period = query.get("period").and_then(Period::named).unwrap_or_default();
        Look { by, period, on: query.get("on").and_then(day) }.sound()
    }

    /// Whether what is looked at still goes on.
    pub fn is_running(self) -> bool {
        self.on.is_none() && !matches!(self.period, Period::LastWeek | Period::LastMonth)
    }

    /// The same by something else; a run has no week.
    pub fn by(self, by: By) -> Look {
        let counts = matches!(by, By::Total | By::Points);
        Look { by, period: if counts { self.period } else { Period::All }, ..self }.sound()
    }

    /// The same of another time.
    pub fn of_period(self, period: Period) -> Look {
        Look { period, on: None, ..self }.sound()
    }

    /// The same of a week or month that holds a label; none for the running one.
    fn at(self, on: Option<Day>) -> Look {
        let period = match self.period {
            Period::LastWeek => Period::Week,
            Period::LastMonth => Period::Month,
            Period::All | Period::Week | Period::Month => self.period,
        };
        Look { period, on, ..self }
    }

    fn sound(self) -> Look {
        let on = self.on.filter(|_| matches!(self.period, Period::Week | Period::Month));
        match (self.by, self.period) {
            (By::Total | By::Points, _) | (_, Period::All) => Look { on, ..self },
            _ => Look { by: By::Total, on, ..self },
        }
    }

    /// The labels of the week or month that is looked at.
    pub fn days(self, event: &Event, now: Instant) -> Option<Days> {
        let (window, rules) = (self.period.window(), &event.rules);
        let today = rules.shared_setting().day_of(now);
        let running = window.first_day(rules, today)?;
        let first = match (self.period, self.on) {
            (Period::LastWeek | Period::LastMonth, _) => {
                window.first_day(rules, running.plus(-1))?
            }
            (_, Some(day)) => window.first_day(rules, day.min(today))?,
            (_, None) => running,
        };
        // No month is longer than that, and no two are shorter.
        let over = if window == Window::Week { 7 } else { 31 };
        let next = window.first_day(rules, first.plus(over))?;
        Some(Days { first, last: next.plus(-1) })
    }

    /// The week or month before the one that is looked at, and the one after it, as far as there are any.
    pub fn beside(self, event: &Event, now: Instant) -> (Option<Look>, Option<Look>) {
        let Some(days) = self.days(event, now) else { return (None, None) };
        let today = event.rules.shared_setting().day_of(now);
        let earlier = (days.first > event.rules.start).then(|| self.at(Some(days.first.plus(-1))));
        let window = self.period.window();
        let running = window.first_day(&event.rules, today);
        let later = days.last.plus(1);
        let later = match (later.cmp(&today), running) {
            (std::cmp::Ordering::Greater, _) => None,
            (_, running) if running == Some(later) => Some(self.at(None)),
            _ => Some(self.at(Some(later))),
        };
        (earlier, later)
    }

    /// The query that asks for this, in the same language.
    pub fn query(self, after: Option<Cursor>, words: Words) -> String {
        let after = after.map(|after| after.to_string());
        let period = Some(self.period.name()).filter(|_| self.period != Period::All);
        let on = self.on.map(|day| day.to_string());
        let values = [
            ("by", Some(self.by.name())),
            ("period", period),
            ("on", on.as_deref()),
            ("after", after.as_deref()),
            (ASKED, words.asked()),
        ];
        written(values.into_iter().filter_map(|(name, value)| Some((name, value?))))
    }

    /// The question that the engine answers with so many rows.
    pub fn question(self, event: &Event, now: Instant, most: u32) -> Question {
        let days = if self.is_running() { None } else { self.days(event, now) };
        let on = days.map(|days| days.first);
        Question { window: self.period.window(), on, ..Question::top(self.by, most).at_close() }
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
            assert_eq!(
                Look::read(&Query::read(query), false),
                Look { by, period, on: None },
                "{query}"
            );
        }
    }

    #[test]
    fn a_look_is_asked_for_by_its_own_query() {
        for by in By::ALL {
            for period in Period::ALL {
                let look = Look { by, period, on: None }.sound();
                assert_eq!(
                    Look::read(&Query::read(&look.query(None, Words::default())), true),
                    look
                );
            }
        }
    }
}
