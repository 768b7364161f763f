//! What a day that was read means where it is asked for: when something begins, on which day it ends, what it is called.

use chrono::Datelike;
use engine::rules::{Day, Named};

use crate::locale::{LANGUAGES, Words};
use crate::parse::dates::{self, Dates};
use crate::parse::number;
use crate::parse::vocabulary::pieces;

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

/// `today`, `yesterday`, or the words for them in any language.
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
    (folded == "yesterday" || is("choice-yesterday")).then_some(Named::DaysAgo(1))
}

/// What a day is called on another: by its weekday within a week, otherwise by its date.
pub(crate) fn called(words: Words, day: Day, on: Day) -> String {
    if (day.0 - on.0).abs() < 7 {
        return words.plain(&format!("weekday-{}", day.weekday()), &[]);
    }
    words.day(day, on)
}

/// The last day of something: a day, or so many days or weeks from today on.
pub(crate) fn day_ahead(words: Words, locale: &str, written: &str, today: Day) -> Option<Dates> {
    dates::read(words, locale, written, today, false)
        .or_else(|| Some(Dates::Plain(today.plus(lasting(words, written)? - 1))))
}

/// The day on which something begins: a day, or in so many days or weeks.
pub(crate) fn first_day(words: Words, locale: &str, written: &str, today: Day) -> Option<Dates> {
    dates::read(words, locale, written, today, false)
        .or_else(|| Some(Dates::Plain(today.plus(lasting(words, written)?))))
}

/// How many days `2 weeks` are.
pub(crate) fn lasting(words: Words, written: &str) -> Option<i32> {
    const DAYS_MAX: i32 = 3_660;
    let pieces = pieces(words, written)?;
    let [rest @ .., unit] = pieces.as_slice() else { return None };
    let pairs = [("two-days", 1), ("two-weeks", 7)];
    if let Some((_, days)) = pairs.into_iter().find(|(key, _)| rest.is_empty() && unit.is(key)) {
        return Some(2 * days);
    }
    let [number] = rest else { return None };
    let n = number::whole(number).or_else(|| number.is("article").then_some(1))?;
    let n = i32::try_from(n).ok().filter(|n| (1..=DAYS_MAX).contains(n))?;
    let units = [("unit-week", 7), ("unit-month", 30), ("unit-day", 1)];
    let (_, days) = units.into_iter().find(|(key, _)| unit.is(key))?;
    Some(n * days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_is_a_day_or_so_far_away() {
        let (today, en) = (Day(100), Words::of("en"));
        let end = |written: &str| match day_ahead(en, "en", written, today) {
            Some(Dates::Plain(day)) => Some(day.0),
            Some(Dates::Either(_)) | None => None,
        };
        let start = |written: &str| match first_day(en, "en", written, today) {
            Some(Dates::Plain(day)) => Some(day.0),
            Some(Dates::Either(_)) | None => None,
        };
        assert_eq!(
            (end("2 weeks"), end("30 Tage"), end("1970-05-01")),
            (Some(113), Some(129), Some(120))
        );
        assert_eq!((end("soon"), end("0 days"), end("07/04/2027")), (None, None, None));
        // The day 100 was a Saturday.
        assert_eq!(
            (end("Sunday"), start("3 days"), start("2 weeks")),
            (Some(101), Some(103), Some(114))
        );
        assert_eq!(
            (start("morgen"), start("today"), start("1970-05-01")),
            (Some(101), Some(100), Some(120))
        );
        assert_eq!(
            (named("Today"), named(" gestern "), named("someday")),
            (Some(Named::Now), Some(Named::DaysAgo(1)), None)
        );
    }
}
