//! Numbers as people write them: marks, blanks and words for thousands, halves and quarters.

use crate::parse::token::{Token, tokens};
use crate::parse::vocabulary::Piece;

/// Digits of the longest number.
const DIGITS_MAX: usize = 15;

/// How a locale writes numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marks {
    decimal: char,
}

impl Marks {
    /// German and most of Spanish write `1.125,5`; America's Spanish and the others `1,125.5`.
    pub fn of(locale: &str) -> Marks {
        let mut parts = locale.split(['-', '_']);
        let (language, region) =
            (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        const WITH_POINT: [&str; 12] =
            ["MX", "US", "PR", "GT", "SV", "HN", "NI", "PA", "PE", "DO", "419", "CU"];
        let comma = match language {
            "de" => region != "CH" && region != "LI",
            "es" => !WITH_POINT.contains(&region),
            _ => false,
        };
        Marks { decimal: if comma { ',' } else { '.' } }
    }

    fn grouping(self) -> char {
        if self.decimal == '.' { ',' } else { '.' }
    }
}

/// A whole number, in digits or in a word up to twelve.
pub(crate) fn whole(piece: &Piece) -> Option<u32> {
    match &piece.token {
        Token::Number(digits) => digits.parse().ok(),
        _ => piece.nth("number-"),
    }
}

/// A whole number that stands alone, in the digits of any script.
pub(crate) fn alone(written: &str) -> Option<u32> {
    match tokens(written).as_slice() {
        [Token::Number(digits)] => digits.parse().ok(),
        _ => None,
    }
}

/// The number in digits that begins these pieces, in thousandths, and how many pieces it takes. Blanks may part thousands.
pub(crate) fn written(pieces: &[Piece], marks: Marks) -> Option<(i64, usize)> {
    let digits = |at: usize| match &pieces.get(at)?.token {
        Token::Number(digits) => Some(digits.as_str()),
        _ => None,
    };
    let mut number = digits(0)?.to_owned();
    let mut taken = 1;
    let is_head = number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    while let Some(group) = digits(taken).filter(|_| is_head) {
        let head = group.split(['.', ',']).next().unwrap_or_default();
        if head.len() != 3 {
            break;
        }
        number.push_str(group);
        taken += 1;
        if head.len() != group.len() {
            break;
        }
    }
    Some((milli(&number, marks)?, taken))
}

fn milli(number: &str, marks: Marks) -> Option<i64> {
    let number = match number.split_once(['\'', '’']) {
        Some(_) => {
            let parts: Vec<&str> = number.split(['\'', '’']).collect();
            let last = parts.last()?.split(['.', ',']).next()?;
            let is_grouped =
                parts[1..parts.len() - 1].iter().all(|part| part.len() == 3) && last.len() == 3;
            is_grouped.then(|| parts.concat())?
        }
        None => number.to_owned(),
    };
    let decimal = decimal_at(&number, marks);
    let (head, part) = match decimal {
        Some(at) => (&number[..at], &number[at + 1..]),
        None => (number.as_str(), ""),
    };
    let groups: Vec<&str> = head.split(['.', ',']).collect();
    if groups.len() > 1 && !is_grouped(&groups) {
        return None;
    }
    let whole = groups.concat();
    if whole.is_empty() || whole.len() > DIGITS_MAX {
        return None;
    }
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    whole.parse::<i64>().ok()?.checked_mul(1000)?.checked_add(part.parse().ok()?)
}

/// Where the decimal mark is.
fn decimal_at(number: &str, marks: Marks) -> Option<usize> {
    let last = number.rfind(['.', ','])?;
    let mark = number[last..].chars().next()?;
    let other = if mark == '.' { ',' } else { '.' };
    if number.contains(other) {
        // Of two different marks the last one is it.
        return Some(last);
    }
    if number.matches(mark).count() > 1 {
        return None;
    }
    let is_group = number.len() - last - 1 == 3 && last <= 3 && !number.starts_with('0');
    (!(is_group && mark == marks.grouping())).then_some(last)
}

/// Groups of three, or as in India of two before the last three.
fn is_grouped(groups: &[&str]) -> bool {
    let Some((last, rest)) = groups.split_last() else { return false };
    let inner = &rest[1.min(rest.len())..];
    let by = |n: usize| {
        (1..=n).contains(&rest.first().map_or(0, |first| first.len()))
            && inner.iter().all(|group| group.len() == n)
    };
    last.len() == 3 && (by(3) || by(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_alone_is_read_in_the_digits_of_any_script() {
        for written in ["2026", " ٢٠٢٦ ", "२०२६", "２０２６"] {
            assert_eq!(alone(written), Some(2026), "{written}");
        }
        for written in ["", "-7", "7 days", "1.5", "99999999999"] {
            assert_eq!(alone(written), None, "{written}");
        }
    }

    #[test]
    fn marks_are_read_as_the_locale_writes_them() {
        for (locale, number, want) in [
            ("en", "10,000", Some(10_000_000)),
            ("en", "1.125", Some(1_125)),
            ("de", "10.000", Some(10_000_000)),
            ("de", "1,125", Some(1_125)),
            ("es-MX", "10,000", Some(10_000_000)),
            ("es", "10.000", Some(10_000_000)),
            ("en", "5,5", Some(5_500)),
            ("de", "1.234,5", Some(1_234_500)),
            ("en", "1.234,5", Some(1_234_500)),
            ("en", "1,00,000", Some(100_000_000)),
            ("en", "1,000,000", Some(1_000_000_000)),
            ("en", "10'000", Some(10_000_000)),
            ("en", "0,125", Some(125)),
            ("en", "1,0000", Some(1_000)),
            ("en", "1,00,00", None),
            ("en", "1.000.00", None),
            ("en", "9999999999999999", None),
        ] {
            assert_eq!(milli(number, Marks::of(locale)), want, "{locale} {number}");
        }
    }
}
