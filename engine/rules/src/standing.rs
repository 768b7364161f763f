//! What follows from a history at an instant: the run, the total and the rest; and how each period ended.

use serde::{Deserialize, Serialize};

use crate::day::{Day, Instant};

/// How a period ended, or stands (R22).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The goal was reached: the run grows.
    Met,
    /// It was asked for, possible and not done: the run ends.
    Missed,
    /// Not met, and not closed yet.
    Open,
    /// Nothing was asked for that day.
    Rest,
    /// Nothing was asked for, and it was done all the same.
    Bonus,
    /// Not required: the day of joining or leaving, a short or skipped day, a clipped week.
    Excused,
    /// Excused by the member's own pause, or for everybody by an amnesty.
    Paused,
    /// Missed, and saved by a freeze.
    Frozen,
    /// Missed, and mended afterwards.
    Repaired,
    /// The person was no member.
    Absent,
}

/// What follows from a history at an instant. `current` counts met periods of the run that is alive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    pub current: u32,
    pub longest: u32,
    pub total: u32,
    /// Periods met beyond what was asked.
    pub bonus: u32,
    /// Check-ins that count, several on a day included.
    pub entries: u32,
    /// The sum of all amounts, in thousandths.
    pub points_milli: i64,
    pub freezes: u32,
    /// Met periods towards the next freeze.
    pub freeze_progress: u32,
    /// Periods that a freeze saved.
    pub frozen: u32,
    pub member: bool,
    /// The label now.
    pub today: Day,
    /// Nothing more is asked for today.
    pub met_today: bool,
    /// R25: every label that is left of the current period is needed.
    pub at_risk: bool,
    /// The next close of a required period that is not met; none where there is nothing to lose.
    pub deadline: Option<Instant>,
    /// When the run ends by itself, freezes spent; none where there is nothing to lose.
    pub alive_until: Option<Instant>,
    /// The next close of a required period that is not met, also where no run is at stake: until then nothing
    /// changes by itself.
    pub next_close: Option<Instant>,
    /// Met periods, and those that count in the denominator of consistency (R24).
    pub consistency: (u32, u32),
    /// R24, in millionths.
    pub strength_ppm: u32,
}

/// A maximal chain of met periods with no break between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    pub first: Day,
    pub last: Day,
    pub length: u32,
}

impl Standing {
    /// Until when a stored standing shows its run: for ever where nothing can end it, and no longer than
    /// the beginning of time for one that has ended.
    pub fn shown_until(&self) -> Instant {
        if self.current == 0 { Instant(0) } else { self.alive_until.unwrap_or(Instant::NEVER) }
    }

    /// Consistency in basis points, rounded down; none while nothing was required.
    pub fn consistency_bp(&self) -> Option<u32> {
        let (met, of) = self.consistency;
        (of > 0).then(|| (u64::from(met) * 10_000 / u64::from(of)) as u32)
    }
}
