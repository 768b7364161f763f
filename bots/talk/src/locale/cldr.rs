//! Dates and numbers as each language writes them, by the data of Unicode's CLDR.

use chrono::Datelike as _;
use engine::rules::Day;
use icu_calendar::week::WeekInformation;
use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{M, MDE, YMD};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;
use std::sync::LazyLock;

/// The languages we speak.
pub(crate) const OURS: [&str; 6] = ["en", "de", "es", "hi", "ja", "ar"];
/// The first day of a week by ISO 8601.
const MONDAY: u8 = 1;
/// A day this near needs no year.
const NEAR_DAYS: i32 = 180;

/// The locale whose manner a language of ours is written in: English with the day first, Arabic in its own digits.
fn locale_of(language: &str) -> &str {
    match language {
        "en" => "en-GB",
        "ar" => "ar-EG",
        other => other,
    }
}

struct Formats {
    language: &'static str,
    near: FixedCalendarDateTimeFormatter<Gregorian, MDE>,
    far: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    month: FixedCalendarDateTimeFormatter<Gregorian, M>,
    /// 1 for Monday to 7 for Sunday.
    first_weekday: u8,
    number: DecimalFormatter,
}

static FORMATS: LazyLock<Vec<Formats>> =
    LazyLock::new(|| OURS.into_iter().filter_map(|language| formats(language).ok()).collect());

/// # Errors
/// A language that CLDR does not know: the tests ask for each of ours.
fn formats(language: &'static str) -> Result<Formats, Box<dyn std::error::Error>> {
    let locale: Locale = locale_of(language).parse()?;
    // Nobody writes the short months of Hindi.
    let (near, month) = match language {
        "hi" => (MDE::long(), M::long()),
        _ => (MDE::medium(), M::medium()),
    };
    Ok(Formats {
        language,
        near: FixedCalendarDateTimeFormatter::try_new((&locale).into(), near)?,
        far: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long())?,
        month: FixedCalendarDateTimeFormatter::try_new((&locale).into(), month)?,
        first_weekday: WeekInformation::try_new((&locale).into())?.first_weekday as u8,
        number: DecimalFormatter::try_new((&locale).into(), Default::default())?,
    })
}

fn of(language: &str) -> Option<&'static Formats> {
    FORMATS.iter().find(|formats| formats.language == language)
}

fn date(day: Day) -> Option<Date<Gregorian>> {
    let date = day.date();
    Date::try_new_gregorian(date.year(), date.month() as u8, date.day() as u8).ok()
}

/// A day: with its weekday if it is near another, otherwise with its year.
pub(crate) fn day(language: &str, day: Day, near: Day) -> String {
    let is_near = (day.0 - near.0).abs() <= NEAR_DAYS;
    match of(language).zip(date(day)) {
        Some((formats, date)) if is_near => formats.near.format(&date).to_string(),
        Some((formats, date)) => formats.far.format(&date).to_string(),
        None => day.to_string(),
    }
}

/// A month by its name alone.
pub(crate) fn month(language: &str, day: Day) -> String {
    match of(language).zip(date(day)) {
        Some((formats, date)) => formats.month.format(&date).to_string(),
        None => day.date().month().to_string(),
    }
}

/// The day on which a week begins where a language is spoken: 1 for Monday to 7 for Sunday.
pub(crate) fn first_weekday(language: &str) -> u8 {
    of(language).map_or(MONDAY, |formats| formats.first_weekday)
}

/// Digits that are no amount, in those of the language.
pub(crate) fn digits(language: &str, text: &str) -> String {
    let written = |c: char| match c.to_digit(10).filter(|_| c.is_ascii_digit()) {
        Some(digit) if language == "ar" => char::from_u32('٠' as u32 + digit).unwrap_or(c),
        _ => c,
    };
    text.chars().map(written).collect()
}

/// A whole number.
pub(crate) fn number(language: &str, number: i64) -> String {
    decimal(language, Decimal::from(number))
}

/// A number in thousandths.
pub(crate) fn thousandths(language: &str, milli: i64) -> String {
    let mut number = Decimal::from(milli);
    number.multiply_pow10(-3);
    number.trim_end();
    decimal(language, number)
}

fn decimal(language: &str, number: Decimal) -> String {
    match of(language) {
        Some(formats) => formats.number.format(&number).to_string(),
        None => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_each_language_does() {
        let near: Vec<String> =
            FORMATS.iter().map(|formats| day(formats.language, Day(20_780), Day(20_700))).collect();
        assert_eq!(
            near,
            [
                "Mon 23 Nov",
                "Mo., 23. Nov.",
                "lun, 23 nov",
                "सोमवार, 23 नवंबर",
                "11月23日(月)",
                "الاثنين، ٢٣ نوفمبر"
            ]
        );
        let far: Vec<String> =
            FORMATS.iter().map(|formats| day(formats.language, Day(20_780), Day(20_000))).collect();
        assert_eq!(
            far,
            [
                "23 November 2026",
                "23. November 2026",
                "23 de noviembre de 2026",
                "23 नवंबर, 2026",
                "2026年11月23日",
                "٢٣ نوفمبر ٢٠٢٦"
            ]
        );
    }

    #[test]
    fn months_are_named_as_each_language_does() {
        let all: Vec<String> =
            FORMATS.iter().map(|formats| month(formats.language, Day(20_780))).collect();
        assert_eq!(all, ["Nov", "Nov", "nov", "नवंबर", "11月", "نوفمبر"]);
    }

    #[test]
    fn weeks_begin_where_each_language_begins_them() {
        let all: Vec<u8> = FORMATS.iter().map(|formats| first_weekday(formats.language)).collect();
        let (monday, saturday, sunday): (u8, u8, u8) = (1, 6, 7);
        assert_eq!(all, [monday, monday, monday, sunday, sunday, saturday]);
    }

    #[test]
    fn every_language_is_known_here() {
        assert_eq!(OURS, crate::LANGUAGES.map(|(language, _)| language));
        assert_eq!(FORMATS.len(), OURS.len());
    }

    #[test]
    fn numbers_are_written_as_each_language_does() {
        let all: Vec<String> =
            FORMATS.iter().map(|formats| number(formats.language, 12_345)).collect();
        assert_eq!(all, ["12,345", "12.345", "12.345", "12,345", "12,345", "١٢٬٣٤٥"]);
        let parts: Vec<String> =
            FORMATS.iter().map(|formats| thousandths(formats.language, 5_500)).collect();
        assert_eq!(parts, ["5.5", "5,5", "5,5", "5.5", "5.5", "٥٫٥"]);
    }
}
