//! The activity of a member: how each of the last days went, as squares that words stand behind.

use crate::words::Words;
use chrono::Datelike;
use engine::rules::matrix::{matrix, tally};
use engine::rules::{Day, Status};
use engine::{Event, View};

const WEEKS: i32 = 12;
/// The days that these weeks may reach back.
pub(crate) const DAYS: i32 = 7 * WEEKS;

/// How a square looks, and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Done,
    Extra,
    Missed,
    Open,
    Rest,
    Excused,
    Paused,
    Frozen,
    Repaired,
    Away,
}

impl Mark {
    /// Those that the legend explains; the others look like one of these, or like nothing.
    pub const LEGEND: [Mark; 6] =
        [Mark::Done, Mark::Extra, Mark::Missed, Mark::Frozen, Mark::Open, Mark::Rest];

    fn of(status: Option<Status>) -> Mark {
        match status {
            Some(Status::Met) => Mark::Done,
            Some(Status::Bonus) => Mark::Extra,
            Some(Status::Missed) => Mark::Missed,
            Some(Status::Open) => Mark::Open,
            Some(Status::Rest) => Mark::Rest,
            Some(Status::Excused) => Mark::Excused,
            Some(Status::Paused) => Mark::Paused,
            Some(Status::Frozen) => Mark::Frozen,
            Some(Status::Repaired) => Mark::Repaired,
            Some(Status::Absent) | None => Mark::Away,
        }
    }

    /// The name of its look.
    pub fn name(self) -> &'static str {
        match self {
            Mark::Done => "done",
            Mark::Extra => "extra",
            Mark::Missed => "missed",
            Mark::Open => "open",
            Mark::Rest => "rest",
            Mark::Excused => "excused",
            Mark::Paused => "paused",
            Mark::Frozen => "frozen",
            Mark::Repaired => "repaired",
            Mark::Away => "away",
        }
    }

    pub fn word(self, words: Words) -> String {
        words.say(&format!("mark-{}", self.name()))
    }

    pub fn is_done(self) -> bool {
        matches!(self, Mark::Done | Mark::Extra)
    }
}

/// One day.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Square {
    pub mark: Mark,
    pub word: String,
    /// The date, and how it went.
    pub label: String,
}

/// A column: a week, as weeks begin where the language is spoken.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Week {
    pub label: String,
    /// The month, where a new one begins.
    pub month: Option<String>,
}

/// A row: one weekday through all weeks. A day that lies ahead has no square.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    pub weekday: String,
    pub short: String,
    pub squares: Vec<Option<Square>>,
}

/// The last weeks of a member.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Activity {
    pub name: String,
    pub summary: String,
    pub weeks: Vec<Week>,
    pub rows: Vec<Row>,
}

impl Activity {
    /// The last twelve weeks.
    pub fn of(name: &str, event: &Event, view: &View, words: Words) -> Activity {
        let today = view.life.standing.today;
        let days = (week_start(today, words).plus(-7 * (WEEKS - 1)), today);
        Activity::over(name, (event, view), days, words)
    }

    /// The weeks from the beginning of one on to a day.
    pub fn over(
        name: &str,
        (event, view): (&Event, &View),
        (first, last): (Day, Day),
        words: Words,
    ) -> Activity {
        let standing = &view.life.standing;
        let weeks_shown = (last.0 - first.0) / 7 + 1;
        let squares = squares(view, first, last, words);
        let tallied = tally(&view.life, first, last);
        let summary = words.tell_ours(
            "activity-summary",
            [
                ("done", tallied.met.into()),
                ("asked", tallied.asked.into()),
                ("bonus", tallied.bonus.into()),
                ("span", talk::period(&event.rules).into()),
                ("longest", standing.longest.into()),
                ("current", standing.current.into()),
            ],
        );
        let starts: Vec<Day> = (0..weeks_shown).map(|week| first.plus(7 * week)).collect();
        let rows = (0..7).map(|day| row(day, starts.len(), &squares, words)).collect();
        Activity { name: name.to_owned(), summary, weeks: weeks(&starts, words), rows }
    }
}

/// The day on which the week of a day begins where the language is spoken.
pub(crate) fn week_start(day: Day, words: Words) -> Day {
    let first = i32::from(words.chat().first_weekday());
    day.plus(-(i32::from(day.weekday()) - first).rem_euclid(7))
}

/// One square a day from `first` to `last`.
pub(crate) fn squares(view: &View, first: Day, last: Day, words: Words) -> Vec<Square> {
    let square = |(day, status): (Day, Option<Status>)| {
        let mark = Mark::of(status);
        let word = mark.word(words);
        Square { mark, label: format!("{}: {word}", words.short_date(day.date())), word }
    };
    matrix(&view.history, &view.life, first, last).into_iter().map(square).collect()
}

fn row(day: usize, weeks: usize, squares: &[Square], words: Words) -> Row {
    let number = (usize::from(words.chat().first_weekday()) - 1 + day) % 7 + 1;
    Row {
        weekday: words.tell("weekday", [("day", number.into())]),
        short: words.tell("weekday-short", [("day", number.into())]),
        squares: (0..weeks).map(|week| squares.get(week * 7 + day).cloned()).collect(),
    }
}

fn weeks(starts: &[Day], words: Words) -> Vec<Week> {
    let month = |week: usize| starts.get(week).map(|start| start.date().month());
    let begins = |week: usize| match week {
        // The name of a month that shows only its last week would run into the next.
        0 => month(0) == month(1),
        _ => month(week) != month(week - 1),
    };
    let name = |day: &Day| words.tell("month-short", [("month", day.date().month().into())]);
    let week = |(n, start): (usize, &Day)| Week {
        label: words.tell("week-of", [("date", words.short_date(start.date()).into())]),
        month: begins(n).then(|| name(start)),
    };
    starts.iter().enumerate().map(week).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_begin_where_each_language_begins_them() {
        let tuesday = Day(20_514).plus(1);
        assert_eq!((tuesday.to_string().as_str(), tuesday.weekday()), ("2026-03-03", 2));
        let begun = |language: &str| week_start(tuesday, Words::wanted(language)).to_string();
        assert_eq!([begun("en"), begun("de"), begun("es")], ["2026-03-02"; 3]);
        assert_eq!([begun("hi"), begun("ja")], ["2026-03-01"; 2]);
        assert_eq!(begun("ar"), "2026-02-28");
        for (language, first) in [("en", "Monday"), ("ja", "日曜日"), ("ar", "السبت")] {
            assert_eq!(row(0, 0, &[], Words::wanted(language)).weekday, first);
        }
    }
}
