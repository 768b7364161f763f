//! When a reminder fires (R21).

use crate::{Day, History, Instant, Setting};
use chrono::{NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

/// A wall time, in minutes since midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    pub fn from_minutes(minutes: i64) -> Option<TimeOfDay> {
        (0..24 * 60).contains(&minutes).then_some(TimeOfDay(minutes as u16))
    }

    pub fn minutes(self) -> i64 {
        self.0.into()
    }
}

impl std::fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// The instant at which the clock first shows this time on this label, or jumps over it.
pub fn fires_at(setting: Setting, day: Day, time: TimeOfDay) -> Instant {
    let day_start = setting.day_start.minutes();
    // A wall time belongs to the label whose 24 hours of wall time, from the day start on, hold it.
    let shift = (day_start - time.minutes()).div_euclid(24 * 60)
        + i64::from((day_start - time.minutes()).rem_euclid(24 * 60) > 0);
    let wall =
        day.date().and_time(NaiveTime::MIN) + TimeDelta::minutes(shift * 24 * 60 + time.minutes());
    setting.first_shown(wall)
}

/// The next instant after `after` at which this member should be reminded, and the label it is for: the
/// member's own wall time on a label that the event asks for and that is not met yet.
pub fn next(history: &History, after: Instant, time: TimeOfDay) -> Option<(Instant, Day)> {
    // A week holds every weekday; a second one covers rest days, short days and what is done already.
    const DAYS_AHEAD: i32 = 15;
    if !history.is_member() {
        return None;
    }
    let own = history.own.setting();
    let today = own.day_of(after);
    (-1..DAYS_AHEAD)
        .map(|ahead| fires_at(own, today.plus(ahead), time))
        .filter(|&at| at > after)
        .map(|at| (at, history.clock.day_of(at)))
        .find(|&(_, day)| history.rules.is_scheduled(day) && !history.is_done(day))
}
