//! Amounts as people write and read them: thousandths of a unit inside, `5.5` or `5,5` outside.

use engine::rules::goal::AMOUNT_MAX_MILLI;

use crate::locale::Words;

/// Whether a language writes `5,5`.
fn has_comma(words: Words) -> bool {
    matches!(words.language(), "de" | "es")
}

/// Reads `5`, `5.5 km`, `5,5`, `10,000`: an amount in thousandths. What follows the number is not read. None for
/// what is no number above zero.
pub(crate) fn parse(words: Words, written: &str) -> Option<i64> {
    let written: String = written.trim().chars().map(western).collect();
    let end = written.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '\u{a0}')));
    let number = &written[..end.unwrap_or(written.len())];
    let number = number.trim_end_matches(['.', ',']).replace('\u{a0}', "");
    let decimal = match number.rfind(['.', ',']) {
        Some(at) if is_thousands(words, &number, at) => None,
        other => other,
    };
    let (whole, part) = match decimal {
        Some(at) => (&number[..at], &number[at + 1..]),
        None => (number.as_str(), ""),
    };
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    if whole.is_empty() || whole.len() > 12 {
        return None;
    }
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    let milli = whole.parse::<i64>().ok()? * 1000 + part.parse::<i64>().ok()?;
    (1..=AMOUNT_MAX_MILLI).contains(&milli).then_some(milli)
}

/// Digits of other scripts as Western ones.
fn western(c: char) -> char {
    let from = |zero: char| char::from_digit(c as u32 - zero as u32, 10).unwrap_or(c);
    match c {
        '٠'..='٩' => from('٠'),
        '०'..='९' => from('०'),
        '０'..='９' => from('０'),
        '٫' => '.',
        '٬' => ',',
        other => other,
    }
}

/// Whether the last mark in a number groups thousands: three digits follow, and it is not the language's decimal
/// mark, or it stands there more than once.
fn is_thousands(words: Words, number: &str, at: usize) -> bool {
    let mark = &number[at..=at];
    let is_decimal_mark = (mark == ",") == has_comma(words);
    number.len() - at - 1 == 3 && (!is_decimal_mark || number.matches(mark).count() > 1)
}

/// An amount as it is read.
pub(crate) fn show(words: Words, milli: i64) -> String {
    let (whole, part) = (milli / 1000, (milli % 1000).abs());
    if part == 0 {
        return whole.to_string();
    }
    let mark = if has_comma(words) { ',' } else { '.' };
    format!("{whole}{mark}{part:03}").trim_end_matches('0').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        let (en, de) = (Words::of("en"), Words::of("de"));
        for (words, written, milli) in [
            (en, "5", Some(5000)),
            (en, " 5.5 km", Some(5500)),
            (en, "5,5", Some(5500)),
            (en, "10,000 steps", Some(10_000_000)),
            (de, "10.000 Schritte", Some(10_000_000)),
            (de, "1,125", Some(1125)),
            (en, "1.125", Some(1125)),
            (en, "1,000,000", Some(1_000_000_000)),
            (en, "٥٫٥", Some(5500)),
            (en, "०", None),
            (en, "none", None),
            (en, "-3", None),
            (en, "9999999999999999999", None),
        ] {
            assert_eq!(parse(words, written), milli, "{written}");
        }
    }

    #[test]
    fn amounts_are_shown_without_needless_noughts() {
        assert_eq!(show(Words::of("en"), 5500), "5.5");
        assert_eq!(show(Words::of("de"), 5500), "5,5");
        assert_eq!(show(Words::of("en"), 20_000), "20");
        assert_eq!(show(Words::of("en"), 1), "0.001");
    }
}
