//! What can be asked of a leaderboard, and the answer.

use rules::Day;
use rules::ranking::{By, Window};
use std::fmt;
use std::str::FromStr;

use crate::ids::{EventId, PersonId};

/// Rows of a page at most.
pub(crate) const PAGE_MAX: u32 = 100;

/// Those who are in on a day, or those who are not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DaySide {
    pub count: u64,
    /// Names and runs.
    pub names: Vec<(String, u32)>,
}

/// A member's row in a ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardRow {
    /// Standard competition ranking: 1, 2, 2, 4 (R60).
    pub rank: u64,
    pub event: EventId,
    pub person: PersonId,
    pub name: String,
    /// The number that is ranked.
    pub value: i64,
    pub current: u32,
    pub longest: u32,
    pub total: u32,
    /// In basis points; none while nothing was required.
    pub consistency_bp: Option<u32>,
    pub points_milli: i64,
    /// Where the next page begins if this is the last row.
    pub place: Cursor,
}

/// A place in the order of a ranking: rows of equal value are ordered by longest, total, the earlier
/// joining and the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    pub(crate) value: i64,
    pub(crate) longest: i64,
    pub(crate) total: i64,
    /// The instant of joining with its sign turned.
    pub(crate) joined_at_desc: i64,
    /// The person's id with its sign turned.
    pub(crate) person_id_desc: i64,
}

/// What one wants to see of a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    pub by: By,
    /// Only totals and points are counted by week and month; everything else is of all time.
    pub window: Window,
    /// A label of the week or month that is meant; none for the one that holds today.
    pub on: Option<Day>,
    /// Rows of a page.
    pub most: u32,
    /// Where the page begins.
    pub after: Option<Cursor>,
    /// Whose own row is wanted as well.
    pub asks: Option<PersonId>,
    /// Whether a ranking of all time of an event that is over is that of its close, with whoever has left since. A week
    /// and a month always are.
    pub at_close: bool,
}

/// A page of a ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    pub by: By,
    pub window: Window,
    pub rows: Vec<BoardRow>,
    /// How many are in the ranking.
    pub members: u64,
    /// The row of whoever asked, if they are in the ranking.
    pub own: Option<BoardRow>,
    /// Where the next page begins; none after the last row.
    pub next: Option<Cursor>,
}

impl Cursor {
    pub(crate) const TOP: Cursor = Cursor::all(i64::MAX);
    /// Below everybody who has more than nothing.
    pub(crate) const ABOVE_ZERO: Cursor = Cursor { value: 0, ..Cursor::TOP };

    const fn all(n: i64) -> Cursor {
        Cursor { value: n, longest: n, total: n, joined_at_desc: n, person_id_desc: n }
    }

    /// The same in a week or a month, where equals are ordered by the person alone.
    pub(crate) fn in_window(self, value: i64) -> Cursor {
        Cursor {
            value,
            longest: 0,
            total: 0,
            joined_at_desc: 0,
            person_id_desc: self.person_id_desc,
        }
    }

    pub(crate) fn fields(self) -> [i64; 5] {
        [self.value, self.longest, self.total, self.joined_at_desc, self.person_id_desc]
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.fields().map(|field| field.to_string()).join("_"))
    }
}

impl FromStr for Cursor {
    type Err = BadCursor;

    fn from_str(text: &str) -> Result<Cursor, BadCursor> {
        let fields: Result<Vec<i64>, _> = text.split('_').map(str::parse).collect();
        match fields.as_deref() {
            Ok(&[value, longest, total, joined_at_desc, person_id_desc]) => {
                Ok(Cursor { value, longest, total, joined_at_desc, person_id_desc })
            }
            _ => Err(BadCursor),
        }
    }
}

/// A text that no page gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no place in a ranking")]
pub struct BadCursor;

impl Question {
    /// The first rows by a metric, of all time.
    pub fn top(by: By, most: u32) -> Question {
        let (window, at_close) = (Window::AllTime, false);
        Question { by, window, on: None, most, after: None, asks: None, at_close }
    }

    pub fn at_close(self) -> Question {
        Question { at_close: true, ..self }
    }

    pub fn asked_by(self, person: PersonId) -> Question {
        Question { asks: Some(person), ..self }
    }
}

/// A week or a month of an event, and what is counted in it: amounts, or met periods.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WindowOf {
    pub(crate) event: EventId,
    pub(crate) window: Window,
    pub(crate) first: Day,
    /// Its last label, or that of the event: whoever left later was in it.
    pub(crate) last: Day,
    pub(crate) points: bool,
}
