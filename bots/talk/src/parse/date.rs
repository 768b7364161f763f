//! Days as people name them: today, yesterday, a date.

use chrono::{Datelike, NaiveDate};
use engine::rules::{Day, Named};

use crate::locale::{LANGUAGES, Words};
use crate::parse::lexicon::{self, DAY, MONTH, WEEK};

/// The days of a year up to today.
pub(crate) fn year_of(year: i32, today: Day) -> Option<(Day, Day)> {
    let this_year = today.date().year();
    if !(2000..=this_year).contains(&year) {
        return None;
    }
    let first = chrono::NaiveDate::from_ymd_opt(year, 1, 1)?;
    let last = chrono::NaiveDate::from_ymd_opt(year, 12, 31)?;
    Some((first.into(), Day::from(last).min(today)))
}

/// `today`, `yesterday`, `2026-11-22`, `22.11.2026`, or the words for them in any language.
pub(crate) fn named(words: &str) -> Option<Named> {
    let folded = words.trim().to_lowercase();
    let is = |key: &str| {
        LANGUAGES
            .iter()
            .any(|(language, _)| Words::of(language).plain(key, &[]).to_lowercase() == folded)
    };
    if folded == "today" || is("choice-today") {
        return Some(Named::Now);
    }
    if folded == "yesterday" || is("choice-yesterday") {
        return Some(Named::DaysAgo(1));
    }
    date(&folded).map(Named::Date)
}

/// A date as people write it, year first or day first.
pub(crate) fn date(words: &str) -> Option<Day> {
    let formats = ["%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d", "%d/%m/%Y"];
    let date =
        formats.iter().find_map(|format| NaiveDate::parse_from_str(words.trim(), format).ok());
    date.map(Day::from)
}

/// What a day is called on another: by its weekday within a week, otherwise by its date.
pub(crate) fn called(words: Words, day: Day, on: Day) -> String {
    if (day.0 - on.0).abs() < 7 {
        return words.plain(&format!("weekday-{}", day.weekday()), &[]);
    }
    day.to_string()
}

/// A day from today on: a date, or a number of days or weeks from today.
pub(crate) fn day_ahead(words: &str, today: Day) -> Option<Day> {
    if let Some(day) = date(words).or_else(|| coming(words, today)) {
        return Some(day);
    }
    let folded = words.trim().to_lowercase();
    let n = i32::try_from(lexicon::number(&folded)?).ok().filter(|n| (1..=3660).contains(n))?;
    if lexicon::holds(&folded, &WEEK) {
        return Some(today.plus(n * 7 - 1));
    }
    if lexicon::holds(&folded, &MONTH) {
        return Some(today.plus(n * 30 - 1));
    }
    lexicon::holds(&folded, &DAY).then(|| today.plus(n - 1))
}

/// The day on which something begins: a date, tomorrow, a weekday, or in so many days or weeks.
pub(crate) fn first_day(words: &str, today: Day) -> Option<Day> {
    if let Some(day) = date(words).or_else(|| coming(words, today)) {
        return Some(day);
    }
    // So many days have that one as their last.
    day_ahead(words, today).map(|day| day.plus(1))
}

/// Today, tomorrow, or the next day of this name.
fn coming(words: &str, today: Day) -> Option<Day> {
    let folded = words.trim().to_lowercase();
    let is = |key: &str| {
        LANGUAGES
            .iter()
            .any(|(language, _)| Words::of(language).plain(key, &[]).to_lowercase() == folded)
    };
    if is("choice-today") {
        return Some(today);
    }
    if is("word-tomorrow") {
        return Some(today.plus(1));
    }
    let named = (1..=7_u8).find(|n| is(&format!("weekday-{n}")))?;
    (1..=7).map(|ahead| today.plus(ahead)).find(|day| day.weekday() == named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_named_as_people_write_them() {
        let day = Day::from(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
        for written in ["2026-11-22", "22.11.2026", "2026/11/22", "22/11/2026"] {
            assert_eq!(named(written), Some(Named::Date(day)), "{written}");
        }
        assert_eq!(named("Today"), Some(Named::Now));
        assert_eq!(named(" gestern "), Some(Named::DaysAgo(1)));
        assert_eq!(named("someday"), None);
    }

    #[test]
    fn an_end_is_a_date_or_so_far_away() {
        let today = Day(100);
        assert_eq!(day_ahead("2 weeks", today), Some(Day(113)));
        assert_eq!(day_ahead("30 Tage", today), Some(Day(129)));
        assert_eq!(day_ahead("1970-05-01", today), Some(Day(120)));
        assert_eq!((day_ahead("soon", today), day_ahead("0 days", today)), (None, None));
        // The day 100 was a Saturday.
        assert_eq!(day_ahead("Sunday", today), Some(Day(101)));
        assert_eq!(first_day("3 days", today), Some(Day(103)));
        assert_eq!(first_day("2 weeks", today), Some(Day(114)));
        assert_eq!(
            (first_day("morgen", today), first_day("today", today)),
            (Some(Day(101)), Some(today))
        );
        assert_eq!(first_day("1970-05-01", today), Some(Day(120)));
    }
}
