//! A message that is kept up to date.

use rules::{Day, Instant};
use strum::IntoStaticStr;

use crate::error::Error;
use crate::ids::{DestinationId, EventId};

/// What a message shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum PostKind {
    /// What the event is, how many are in, and the ways in.
    Card,
    /// Who is in on this day and who is not yet.
    Board(Day),
    /// That a card stood here, of which nothing else is known any more.
    Withdrawn,
}

impl PostKind {
    pub(crate) fn name(self) -> &'static str {
        self.into()
    }

    pub(crate) fn day(self) -> Day {
        match self {
            PostKind::Card | PostKind::Withdrawn => Day(0),
            PostKind::Board(day) => day,
        }
    }

    pub(crate) fn named(name: &str, day: Day) -> Result<PostKind, Error> {
        match name {
            "card" => Ok(PostKind::Card),
            "board" => Ok(PostKind::Board(day)),
            "withdrawn" => Ok(PostKind::Withdrawn),
            _ => Err(Error::Unreadable { what: "post", why: name.to_owned() }),
        }
    }
}

/// A message that is kept up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    pub id: i64,
    pub event: EventId,
    pub destination: DestinationId,
    pub kind: PostKind,
    /// The message, once it was sent.
    pub remote_id: Option<String>,
    /// When it is written for the last time, if it is of a day.
    pub closes_at: Option<Instant>,
}
