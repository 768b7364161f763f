//! The day function: which local day an instant belongs to, and when a local day begins (R1, R2).

use chrono::{DateTime, MappedLocalTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// An IANA time zone.
pub type Zone = chrono_tz::Tz;

/// A point in UTC, in whole seconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Instant(pub i64);

impl Instant {
    /// Later than anything that happens: what never ends by itself ends here.
    pub const NEVER: Instant = Instant(i64::MAX);

    /// The same instant as a date and time; the ends of chrono's range stand for what lies beyond them.
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.0, 0).unwrap_or(if self.0 < 0 {
            DateTime::<Utc>::MIN_UTC
        } else {
            DateTime::<Utc>::MAX_UTC
        })
    }

    /// This instant `seconds` later (or earlier, if negative).
    pub fn plus_s(self, seconds: i64) -> Instant {
        Instant(self.0.saturating_add(seconds))
    }

    /// A label by which every clock has been on its day for at least `days` days: it is 26 hours from the first
    /// zone in which a day begins to the last in which it ends.
    pub fn days_ago(self, days: i32) -> Day {
        let utc = self.0.div_euclid(86_400).clamp(i32::MIN.into(), i32::MAX.into());
        Day(utc as i32).plus(-days).plus(-2)
    }
}

impl From<DateTime<Utc>> for Instant {
    fn from(at: DateTime<Utc>) -> Instant {
        Instant(at.timestamp())
    }
}

/// The label of a local day: a calendar date, counted in days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "NaiveDate", into = "NaiveDate")]
pub struct Day(pub i32);

impl Day {
    /// Before every other.
    pub const EARLIEST: Day = Day(i32::MIN);

    /// The calendar date of this label.
    pub fn date(self) -> NaiveDate {
        NaiveDate::from_epoch_days(self.0).unwrap_or(if self.0 < 0 {
            NaiveDate::MIN
        } else {
            NaiveDate::MAX
        })
    }

    /// The label `days` later (or earlier, if negative).
    pub fn plus(self, days: i32) -> Day {
        Day(self.0.saturating_add(days))
    }

    /// 1 for Monday to 7 for Sunday.
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        (i64::from(self.0) + 3).rem_euclid(7) as u8 + 1
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Day {
        Day(date.to_epoch_days())
    }
}

impl From<Day> for NaiveDate {
    fn from(day: Day) -> NaiveDate {
        day.date()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date().fmt(f)
    }
}

/// When a local day begins, in minutes from midnight: -360 (18:00 the evening before) to 720 (noon).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct DayStart(i16);

impl DayStart {
    pub const MIDNIGHT: DayStart = DayStart(0);

    /// A day start, if it lies within the allowed range.
    pub fn from_minutes(minutes: i64) -> Option<DayStart> {
        (-360..=720).contains(&minutes).then_some(DayStart(minutes as i16))
    }

    pub fn minutes(self) -> i64 {
        self.0.into()
    }
}

impl<'de> Deserialize<'de> for DayStart {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<DayStart, D::Error> {
        let minutes = i64::deserialize(from)?;
        DayStart::from_minutes(minutes).ok_or_else(|| {
            serde::de::Error::custom("a day starts -360 to 720 minutes from midnight")
        })
    }
}

/// Day arithmetic stays within 9,000 years of 1970; days reach a year farther, so that each instant has one.
const FIRST_DAY: Day = Day(-3_287_550);
const LAST_DAY: Day = Day(2_922_000);
const EARLIEST: Instant = Instant((FIRST_DAY.0 as i64 + 366) * 86_400);
const LATEST: Instant = Instant((LAST_DAY.0 as i64 - 366) * 86_400);

/// A zone and a day start: what turns instants into local days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    #[serde(rename = "tz")]
    pub zone: Zone,
    #[serde(rename = "day_start_min", default)]
    pub day_start: DayStart,
}

impl Setting {
    /// Midnight in `zone` begins the day.
    pub fn midnight(zone: Zone) -> Setting {
        Setting { zone, day_start: DayStart::MIDNIGHT }
    }

    /// What the zone's clock shows; what lies beyond 9,000 years stands at their ends.
    fn wall(&self, at: Instant) -> NaiveDateTime {
        at.clamp(EARLIEST, LATEST).utc().with_timezone(&self.zone).naive_local()
    }

    /// R2: from this instant on, the zone's clock never again shows a time before the boundary of `day`.
    pub fn start_of(&self, day: Day) -> Instant {
        let day = day.clamp(FIRST_DAY, LAST_DAY);
        let boundary = day.date().and_time(chrono::NaiveTime::MIN)
            + TimeDelta::minutes(self.day_start.minutes());
        match self.zone.from_local_datetime(&boundary) {
            MappedLocalTime::Single(at) => at.to_utc().into(),
            MappedLocalTime::Ambiguous(first, last) => {
                let last: Instant = last.to_utc().into();
                // Havana sets its clock back to midnight: it never falls below the boundary again.
                if self.wall(last.plus_s(-1)) < boundary { last } else { first.to_utc().into() }
            }
            MappedLocalTime::None => self.jump_over(boundary),
        }
    }

    /// R1: the last label that has begun.
    pub fn day_of(&self, at: Instant) -> Day {
        let at = at.clamp(EARLIEST, LATEST);
        let wall = self.wall(at) - TimeDelta::minutes(self.day_start.minutes());
        let mut day = Day::from(wall.date()).plus(1);
        while self.start_of(day.plus(1)) <= at {
            day = day.plus(1);
        }
        while self.start_of(day) > at {
            day = day.plus(-1);
        }
        day
    }

    /// The first instant at which the zone's clock shows `wall`, or the jump over it (R21).
    pub fn first_shown(&self, wall: NaiveDateTime) -> Instant {
        match self.zone.from_local_datetime(&wall) {
            MappedLocalTime::Single(at) | MappedLocalTime::Ambiguous(at, _) => at.to_utc().into(),
            MappedLocalTime::None => self.jump_over(wall),
        }
    }

    /// The instant at which the clock jumps over a wall time that it never shows.
    fn jump_over(&self, wall: NaiveDateTime) -> Instant {
        const WINDOW_S: i64 = 36 * 3600;
        let around = wall.and_utc().timestamp();
        let (mut before, mut after) = (around - WINDOW_S, around + WINDOW_S);
        while after - before > 1 {
            let middle = before + (after - before) / 2;
            if self.wall(Instant(middle)) < wall { before = middle } else { after = middle }
        }
        Instant(after)
    }
}
