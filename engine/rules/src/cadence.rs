//! How often an event asks for something.

use crate::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The rhythm of an event. Each variant is a rhythm that the fold understands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Cadence {
    /// Every day whose weekday is in the set; the other days are rest days.
    Daily { weekdays: Weekdays },
}

impl Cadence {
    pub const EVERY_DAY: Cadence = Cadence::Daily { weekdays: Weekdays::ALL };

    /// Whether the event asks for something on this label.
    pub fn asks_on(&self, day: Day) -> bool {
        match self {
            Cadence::Daily { weekdays } => weekdays.contains(day.weekday()),
        }
    }
}

/// A set of weekdays that holds at least one: 1 for Monday to 7 for Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "BTreeSet<u8>", into = "BTreeSet<u8>")]
pub struct Weekdays(u8);

impl Weekdays {
    pub const ALL: Weekdays = Weekdays(0b111_1111);
    pub const WORKDAYS: Weekdays = Weekdays(0b001_1111);
    pub const WEEKEND: Weekdays = Weekdays(0b110_0000);

    /// The set of these days, if each is 1 to 7 and there is at least one.
    pub fn of(days: impl IntoIterator<Item = u8>) -> Option<Weekdays> {
        let mut mask = 0;
        for day in days {
            mask |= 1 << (1..=7).contains(&day).then(|| day - 1)?;
        }
        (mask != 0).then_some(Weekdays(mask))
    }

    pub fn contains(self, weekday: u8) -> bool {
        (1..=7).contains(&weekday) && self.0 & (1 << (weekday - 1)) != 0
    }

    pub fn iter(self) -> impl Iterator<Item = u8> {
        (1..=7).filter(move |&day| self.contains(day))
    }
}

impl TryFrom<BTreeSet<u8>> for Weekdays {
    type Error = &'static str;

    fn try_from(days: BTreeSet<u8>) -> Result<Weekdays, &'static str> {
        Weekdays::of(days).ok_or("weekdays are 1 (Monday) to 7 (Sunday), at least one")
    }
}

impl From<Weekdays> for BTreeSet<u8> {
    fn from(weekdays: Weekdays) -> BTreeSet<u8> {
        weekdays.iter().collect()
    }
}
