//! Places and values of a leaderboard.

use engine::{BoardRow, By};

use crate::locale::{Arg, Words};
use crate::message::Text;
use crate::parse::amount;

/// The number that is ranked, as it is read.
pub(crate) fn value(words: Words, by: By, row: &BoardRow) -> String {
    match by {
        By::Current | By::Longest | By::Total => row.value.to_string(),
        By::Consistency => format!("{} %", row.value.max(0) / 100),
        By::Points => amount::show(words, row.value),
    }
}

/// Places that a result or a week names.
pub(crate) const PLACES: u32 = 5;

pub(crate) fn place(words: Words, row: &BoardRow) -> Text {
    let (rank, value) = (Arg::Number(row.rank), Arg::Number(row.value.unsigned_abs()));
    words.text("told-place", &[("rank", rank), ("name", Arg::Text(&row.name)), ("value", value)])
}
