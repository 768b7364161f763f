//! What the clocks of zones show, and how far they are ahead.

use chrono::{Offset, Timelike};
use engine::rules::{Instant, Zone};
use std::collections::BTreeSet;

use crate::parse::zone::known::KNOWN;

const DAY_MIN: i64 = 24 * 60;
pub(super) const HALF_A_YEAR_S: i64 = 182 * 86_400;

/// What clocks show somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Shown {
    /// Since midnight.
    pub(crate) minutes: i64,
    /// How far these clocks are ahead of UTC, in minutes up to a day.
    pub(crate) ahead: i64,
}

impl Shown {
    pub(crate) fn is_on_the_hour(self) -> bool {
        self.ahead % 60 == 0
    }
}

/// All that clocks show anywhere now, in the order of the day.
pub(crate) fn shown(now: Instant) -> BTreeSet<Shown> {
    let utc = minutes_of_day(now);
    let shown = KNOWN.iter().map(|zone| {
        let ahead = ahead(*zone, now).rem_euclid(DAY_MIN);
        Shown { minutes: (utc + ahead) % DAY_MIN, ahead }
    });
    shown.collect()
}

/// The zones whose clocks are that far ahead of UTC now, up to a day, the most populous first.
pub(crate) fn ahead_by(minutes: i64, now: Instant) -> Vec<Zone> {
    let fits = |zone: &Zone| ahead(*zone, now).rem_euclid(DAY_MIN) == minutes;
    KNOWN.iter().copied().filter(fits).collect()
}

/// The zones whose clock shows this time, give or take a few minutes.
pub(crate) fn showing(minutes: i64, now: Instant) -> Vec<Zone> {
    const TOLERANCE_MIN: i64 = 7;
    let utc = minutes_of_day(now);
    let fits = |zone: &Zone| {
        let apart = (utc + ahead(*zone, now) - minutes).rem_euclid(DAY_MIN);
        apart.min(DAY_MIN - apart) <= TOLERANCE_MIN
    };
    KNOWN.iter().copied().filter(fits).collect()
}

fn minutes_of_day(now: Instant) -> i64 {
    i64::from(now.utc().time().num_seconds_from_midnight()) / 60
}

/// How far the clock of a zone is ahead of UTC now, in minutes.
pub(super) fn ahead(zone: Zone, now: Instant) -> i64 {
    i64::from(now.utc().with_timezone(&zone).offset().fix().local_minus_utc()) / 60
}

/// Whole hours are a zone without summer time; else the most populous zone that has the offset all the year, or now.
pub(super) fn at_offset(minutes: i64, now: Instant) -> Option<Zone> {
    match (minutes / 60, minutes % 60) {
        (0, 0) => Some(chrono_tz::UTC),
        // In these names the sign is that of what has to be added to reach UTC.
        (hours, 0) => format!("Etc/GMT{:+}", -hours).parse().ok(),
        _ => {
            let later = now.plus_s(HALF_A_YEAR_S);
            let has_it = |zone: &Zone| [now, later].iter().all(|at| ahead(*zone, *at) == minutes);
            let now_only = || KNOWN.iter().copied().find(|zone| ahead(*zone, now) == minutes);
            KNOWN.iter().copied().find(has_it).or_else(now_only)
        }
    }
}
