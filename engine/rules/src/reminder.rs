//! When a reminder fires (R21).

use crate::{Clock, Day, History, Instant, Rules, Setting, Standing, Weekdays};
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
/// member's own wall time on a label that the event asks for, that is neither done nor excused, in a period that is
/// not done either, and on one of these weekdays.
pub fn next(
    history: &History,
    after: Instant,
    time: TimeOfDay,
    weekdays: Weekdays,
) -> Option<(Instant, Day)> {
    let is_open = |day: Day| {
        weekdays.contains(day.weekday()) && !history.asks_nothing_on(day) && !history.is_away(day)
    };
    history
        .is_member()
        .then(|| next_open(&history.rules, &history.clock, &history.own, is_open, after, time))?
}

/// The same for a member, where it is known otherwise which labels are open.
pub fn next_open(
    rules: &Rules,
    clock: &Clock,
    own: &Clock,
    is_open: impl Fn(Day) -> bool,
    after: Instant,
    time: TimeOfDay,
) -> Option<(Instant, Day)> {
    // Longer than any month that is done already, any pause, and the wait for an event to begin.
    const DAYS_AHEAD: i32 = 400;
    let own = own.setting();
    let today = own.day_of(after);
    (-1..DAYS_AHEAD)
        .map(|ahead| fires_at(own, today.plus(ahead), time))
        .filter(|&at| at > after)
        .map(|at| (at, clock.day_of(at)))
        .find(|&(_, day)| rules.is_scheduled(day) && is_open(day))
}

/// How long before the deadline the last call comes.
const LAST_CALL_S: i64 = 2 * 3600;

/// When to look at a last call next: two hours before the deadline; once that has passed, at the close,
/// which brings another deadline or none.
pub fn next_last_call(standing: &Standing, after: Instant) -> Option<Instant> {
    let deadline = standing.deadline?;
    let call = deadline.plus_s(-LAST_CALL_S);
    Some(if call > after { call } else { deadline })
}

/// Whether the last call that was set for this instant is to be made: the run is at risk, and this is its
/// deadline.
pub fn is_last_call(standing: &Standing, set_for: Instant) -> bool {
    standing.at_risk && standing.deadline == Some(set_for.plus_s(LAST_CALL_S))
}
