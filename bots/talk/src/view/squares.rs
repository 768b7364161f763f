//! The squares of a matrix or a card: days, or the weeks or months of an event that asks by them.

use engine::rules::matrix::{Tallied, matrix, periods, tally};
use engine::rules::{Day, Period, Rules, Status};
use engine::{Event, Person, View};

use crate::locale::Arg;
use crate::view::progress;

/// How the days, weeks or months of a time went.
pub(crate) struct Squares {
    /// The oldest first.
    pub(crate) all: Vec<(Period, Option<Status>)>,
    tallied: Tallied,
}

impl Squares {
    /// Those that begin from `first` to `last`, of a view that reaches back to there.
    pub(crate) fn of(view: &View, first: Day, last: Day) -> Squares {
        let (history, life) = (&view.history, &view.life);
        let all = if is_by_period(&history.rules) {
            periods(history, life, first, last)
        } else {
            // Where one of several days is asked for, each of them is shown, and the one is counted.
            let days = matrix(history, life, first, last).into_iter();
            days.map(|(day, status)| (Period { first: day, last: day }, status)).collect()
        };
        Squares { all, tallied: tally(life, first, last) }
    }

    /// What a sentence says of them.
    pub(crate) fn args<'a>(
        &self,
        event: &'a Event,
        whose: &'a Person,
        view: &View,
    ) -> [(&'static str, Arg<'a>); 8] {
        let standing = &view.life.standing;
        [
            ("title", Arg::Text(&event.title)),
            ("name", Arg::Text(&whose.name)),
            ("met", Arg::Number(self.tallied.met as u64)),
            ("asked", Arg::Number(self.tallied.asked as u64)),
            ("bonus", Arg::Number(self.tallied.bonus as u64)),
            ("span", Arg::Kind(progress::period(&event.rules))),
            ("longest", Arg::Number(standing.longest.into())),
            ("current", Arg::Number(standing.current.into())),
        ]
    }
}

/// Whether a square is a week or a month.
pub(crate) fn is_by_period(rules: &Rules) -> bool {
    matches!(progress::period(rules), "week" | "month")
}

/// The first label of the last so many days, or of so many weeks or months, up to today.
pub(crate) fn since(rules: &Rules, today: Day, days: i32, weeks: u32, months: u32) -> Day {
    let periods = match progress::period(rules) {
        "week" => weeks,
        "month" => months,
        _ => return today.plus(1 - days),
    };
    let before = |first: Day, _| rules.period_of(first.plus(-1)).first;
    (1..periods).fold(rules.period_of(today).first, before)
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::rules::{Cadence, ClockRule};

    #[test]
    fn a_year_is_so_many_days_weeks_or_months() {
        let today = Day(20_529);
        assert_eq!(today.to_string(), "2026-03-17");
        let since = |cadence: Cadence| {
            let rules = Rules::daily(ClockRule::Personal, cadence, Day(20_000));
            since(&rules, today, 365, 52, 12).to_string()
        };
        assert_eq!(since(Cadence::EVERY_DAY), "2025-03-18");
        assert_eq!(since(Cadence::Weekly { times: 2, week_start: 1 }), "2025-03-24");
        assert_eq!(since(Cadence::Weekly { times: 2, week_start: 7 }), "2025-03-23");
        assert_eq!(since(Cadence::Monthly { times: 3 }), "2025-04-01");
    }
}
