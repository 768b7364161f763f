//! Questions about single days, in writing: the same door as scenarios, for the day function and reminders.

use crate::reminder::{TimeOfDay, fires_at};
use crate::{Day, Instant, Setting};
use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

/// One question.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Question {
    /// Which label an instant has.
    LocalDay {
        #[serde(flatten)]
        setting: Setting,
        instant: DateTime<Utc>,
    },
    /// When a label begins, and how long it is.
    DayBounds {
        #[serde(flatten)]
        setting: Setting,
        day: Day,
    },
    /// When a wall time, in minutes since midnight, comes on a label.
    Reminder {
        #[serde(flatten)]
        setting: Setting,
        day: Day,
        at_min: i64,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    Day { expect: Day },
    Bounds { expect_start: String, expect_hours: Hours },
    Instant { expect: String },
}

/// A length in hours, without a fraction where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Hours {
    Whole(i64),
    Part(f64),
}

/// A wall time that no clock shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a wall time is 0 to 1439 minutes since midnight")]
pub struct NoSuchTime;

impl Question {
    /// # Errors
    /// [`NoSuchTime`] for a wall time beyond the day.
    pub fn answer(&self) -> Result<Answer, NoSuchTime> {
        let write = |at: Instant| at.utc().to_rfc3339_opts(SecondsFormat::Secs, true);
        Ok(match self {
            Question::LocalDay { setting, instant } => {
                Answer::Day { expect: setting.day_of(Instant::from(*instant)) }
            }
            Question::DayBounds { setting, day } => {
                let (start, end) = (setting.start_of(*day), setting.start_of(day.plus(1)));
                Answer::Bounds { expect_start: write(start), expect_hours: hours(end.0 - start.0) }
            }
            Question::Reminder { setting, day, at_min } => {
                let time = TimeOfDay::from_minutes(*at_min).ok_or(NoSuchTime)?;
                Answer::Instant { expect: write(fires_at(*setting, *day, time)) }
            }
        })
    }
}

fn hours(seconds: i64) -> Hours {
    if seconds % 3600 == 0 {
        Hours::Whole(seconds / 3600)
    } else {
        Hours::Part(seconds as f64 / 3600.0)
    }
}
