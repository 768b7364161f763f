//! A person, their accounts and their quiet hours.

use chrono::Timelike;
use rules::reminder::TimeOfDay;
use rules::{Instant, Setting};

use crate::ids::{PersonId, Platform};

/// A Discord or Telegram identity, as the platform describes it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Account {
    pub platform: Platform,
    pub external_id: String,
    /// Cleaned by whoever heard it.
    pub name: String,
    /// The name by which it is mentioned, in lower case and without the @.
    #[serde(default)]
    pub handle: Option<String>,
    pub locale: Option<String>,
}

/// A human being.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    /// As chosen, or as the account is called.
    pub name: String,
    /// A few words about oneself; mostly none.
    pub about: String,
    pub locale: Option<String>,
    /// The zone and the day start that count now.
    pub setting: Setting,
    /// Whether the person said so, or we guess.
    pub zone_known: bool,
    /// In no ranking and on no board.
    pub hidden: bool,
    /// Categories of events.
    pub interests: Vec<String>,
    /// When not to be written to.
    pub quiet: Option<Quiet>,
    /// Whether others may nudge.
    pub allow_nudges: bool,
    /// Whether others may cheer.
    pub allow_cheers: bool,
    /// Whether others are told of the milestones.
    pub share_milestones: bool,
    /// When everything of the person will be erased, if that was asked for; 0 once that has begun.
    pub erase_at: Option<Instant>,
}

impl Person {
    /// When everything about them will be erased, as long as that can be called off.
    pub fn will_be_erased_at(&self) -> Option<Instant> {
        self.erase_at.filter(|at| at.0 > 0)
    }
}

/// A time of each day, by the own clock, in which no reminder comes. It may go over midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    pub from: TimeOfDay,
    pub to: TimeOfDay,
}

impl Quiet {
    /// Whether it is quiet at this instant by a clock.
    pub fn holds(self, setting: Setting, at: Instant) -> bool {
        let wall = at.utc().with_timezone(&setting.zone).time();
        TimeOfDay::from_minutes(i64::from(wall.num_seconds_from_midnight()) / 60)
            .is_some_and(|time| self.has(time))
    }

    /// Whether it is quiet at this time of the wall clock.
    pub fn has(self, time: TimeOfDay) -> bool {
        let (from, to, minutes) = (self.from.minutes(), self.to.minutes(), time.minutes());
        if from <= to { (from..to).contains(&minutes) } else { minutes >= from || minutes < to }
    }

    /// The first instant from `at` on at which it is quiet no more, within a day, to the minute.
    pub fn over_after(self, setting: Setting, at: Instant) -> Instant {
        const DAY_MIN: i64 = 24 * 60;
        let later = (0..=DAY_MIN).map(|minutes| at.plus_s(minutes * 60));
        later.into_iter().find(|at| !self.holds(setting, *at)).unwrap_or(at)
    }
}
