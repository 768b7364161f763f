//! A time of day in digits, and how we write one. What people say in words is read by `times`.

use crate::parse::token::western;

/// Minutes of a day as HH:MM; before midnight they are those of the day before.
pub(crate) fn clock(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes.div_euclid(60).rem_euclid(24), minutes.rem_euclid(60))
}

/// `14:05`, `9.30`, `8pm` as minutes since midnight.
pub(crate) fn clock_time(words: &str) -> Option<i64> {
    let words: String = words.trim().chars().map(western).collect();
    let (digits, shift) = match words.to_lowercase() {
        text if text.ends_with("am") || text.ends_with("pm") => {
            let half = if text.ends_with("pm") { 12 } else { 0 };
            (text[..text.len() - 2].trim().to_owned(), Some(half))
        }
        text => (text, None),
    };
    let (hours, minutes) = match digits.split_once([':', '.']) {
        Some((hours, minutes)) if minutes.len() == 2 => {
            (hours.parse::<i64>().ok()?, minutes.parse::<i64>().ok()?)
        }
        Some(_) => return None,
        // A bare number is a time only with am or pm.
        None => (shift.and(digits.parse::<i64>().ok())?, 0),
    };
    let hours = match shift {
        Some(half) if (1..=12).contains(&hours) => hours % 12 + half,
        Some(_) => return None,
        None => hours,
    };
    ((0..24).contains(&hours) && (0..60).contains(&minutes)).then(|| hours * 60 + minutes)
}
