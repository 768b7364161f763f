//! The rules of one event: what its members agreed to when they joined.

use crate::cadence::Period;
use crate::{Cadence, Clock, Day, Goal, Instant, Milestones, Scope, Setting};
use serde::{Deserialize, Serialize};

/// Everything about an event that decides what counts. Immutable after the first check-in, but for the
/// end date (later only) and the milestones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    pub clock: ClockRule,
    pub cadence: Cadence,
    pub goal: Goal,
    #[serde(default)]
    pub scope: Scope,
    #[serde(rename = "start_date")]
    pub start: Day,
    #[serde(rename = "end_date")]
    pub end: Option<Day>,
    /// How many days back a check-in may name (R42), 0 to 7.
    pub backfill_days: i32,
    /// How long an author may take a check-in back (R44).
    pub undo_days: i32,
    /// How late a check-in may arrive after it was sent (R41).
    pub max_delay_s: i64,
    pub milestones: Milestones,
    /// Without it, nothing saves a missed period (R50).
    #[serde(default)]
    pub freeze: Option<FreezeRule>,
    /// Without it, a missed period stays missed (R54).
    #[serde(default)]
    pub repair: Option<RepairRule>,
    /// Without it, nobody can pause (R52).
    #[serde(default = "PauseRule::usual")]
    pub pause: Option<PauseRule>,
    /// The streak of the whole group, for events with one clock for all (R70).
    #[serde(default)]
    pub group: Option<Group>,
}

/// Whose clock counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "mode", rename_all = "snake_case")]
pub enum ClockRule {
    /// One clock for everybody.
    Fixed(Setting),
    /// Each member's own.
    Personal,
}

/// How members get freezes (R50, R51).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FreezeRule {
    /// Given once, on first joining.
    pub initial: u32,
    /// How many a member can hold.
    pub cap: u32,
    /// Met periods that earn one; 0 if none can be earned.
    pub earn_every: u32,
}

/// When a missed period may be mended (R54).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepairRule {
    pub window_days: i32,
    pub cooldown_days: i32,
}

/// How members may be away (R52).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PauseRule {
    pub notice_days: i32,
    pub length_max_days: i32,
}

/// Whose doing keeps the group's streak (R70).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub rule: GroupRule,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupRule {
    All,
    Any,
    Percent(u32),
}

/// Rules that contradict themselves or lie outside the limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidRules(&'static str);

impl FreezeRule {
    pub const USUAL: FreezeRule = FreezeRule { initial: 1, cap: 2, earn_every: 7 };
}

impl RepairRule {
    pub const USUAL: RepairRule = RepairRule { window_days: 3, cooldown_days: 30 };
}

impl PauseRule {
    pub const USUAL: PauseRule = PauseRule { notice_days: 1, length_max_days: 60 };

    fn usual() -> Option<PauseRule> {
        Some(PauseRule::USUAL)
    }
}

impl Rules {
    /// A daily habit among friends, with the decided defaults: a day of backfill, a week of undo, freezes,
    /// repair and pauses.
    pub fn daily(clock: ClockRule, cadence: Cadence, start: Day) -> Rules {
        Rules {
            clock,
            cadence,
            goal: Goal::Check,
            scope: Scope::Day,
            start,
            end: None,
            backfill_days: 1,
            undo_days: 7,
            max_delay_s: 48 * 3600,
            milestones: Milestones::usual(),
            freeze: Some(FreezeRule::USUAL),
            repair: Some(RepairRule::USUAL),
            pause: Some(PauseRule::USUAL),
            group: None,
        }
    }

    /// The same as a contest: nothing is forgiven.
    pub fn contest(self) -> Rules {
        Rules { backfill_days: 0, freeze: None, repair: None, pause: None, ..self }
    }

    /// Whether everything lies within its limits.
    ///
    /// # Errors
    /// The first limit that does not hold, in words for whoever wrote the rules.
    pub fn check(&self) -> Result<(), InvalidRules> {
        let freeze = self.freeze.is_none_or(|freeze| freeze.cap <= 100 && freeze.initial <= 100);
        let repair = self.repair.is_none_or(|repair| {
            (0..=7).contains(&repair.window_days) && (0..=366).contains(&repair.cooldown_days)
        });
        let pause = self.pause.is_none_or(|pause| {
            (1..=30).contains(&pause.notice_days) && (1..=60).contains(&pause.length_max_days)
        });
        let group = self.group.is_none_or(|group| {
            let sane = !matches!(group.rule, GroupRule::Percent(p) if !(1..=100).contains(&p));
            sane && self.setting().is_some()
        });
        // Day arithmetic stays far away from the ends of the calendar.
        let years = Day(-25_000)..Day(200_000);
        let dates = years.contains(&self.start) && self.end.is_none_or(|end| years.contains(&end));
        let held = [
            (self.cadence.is_sound(), "the cadence asks for more than its period has"),
            (self.goal.is_sound(), "the goal cannot be reached"),
            (self.end.is_none_or(|end| end >= self.start), "the event ends before it starts"),
            (dates, "the dates are too far away"),
            ((0..=7).contains(&self.backfill_days), "backfill_days is 0 to 7"),
            ((0..=366).contains(&self.undo_days), "undo_days is 0 to 366"),
            ((0..=172_800).contains(&self.max_delay_s), "max_delay_s is 0 to 172800"),
            (freeze, "at most 100 freezes"),
            (repair, "repair: a window of 0 to 7 days, a cooldown of 0 to 366"),
            (pause, "pause: 1 to 30 days of notice, 1 to 60 days"),
            (group, "a group streak needs one clock for all and 1 to 100 percent"),
        ];
        held.iter().find(|(holds, _)| !holds).map_or(Ok(()), |(_, why)| Err(InvalidRules(why)))
    }

    /// The clock that counts for a member with this clock of their own.
    pub fn clock_for(&self, own: &Clock) -> Clock {
        match self.clock {
            ClockRule::Fixed(setting) => Clock::fixed(setting),
            ClockRule::Personal => own.clone(),
        }
    }

    /// The event's own zone, where it has one.
    pub fn setting(&self) -> Option<Setting> {
        match self.clock {
            ClockRule::Fixed(setting) => Some(setting),
            ClockRule::Personal => None,
        }
    }

    /// When the first label begins. Where everybody has a clock of their own, UTC stands for all.
    pub fn starts_at(&self) -> Instant {
        self.shared_setting().start_of(self.start)
    }

    /// When the last label is over for everybody: until then somebody may still check in.
    pub fn ends_at(&self) -> Option<Instant> {
        Some(self.day_closes_at(self.end?))
    }

    /// The label that anybody's day can have at an instant: the event's, or that of those who live farthest east.
    pub fn latest_day(&self, now: Instant) -> Day {
        const FARTHEST_EAST_S: i64 = 14 * 3600;
        match self.setting() {
            Some(setting) => setting.day_of(now),
            None => self.shared_setting().day_of(now.plus_s(FARTHEST_EAST_S)),
        }
    }

    /// The clock by which weeks turn: the event's, or UTC.
    pub fn shared_setting(&self) -> Setting {
        self.setting().unwrap_or(Setting::midnight(crate::Zone::UTC))
    }

    /// Whether the event is on at this label.
    pub fn is_on(&self, day: Day) -> bool {
        day >= self.start && self.end.is_none_or(|end| day <= end)
    }

    /// Whether the event asks for something on this label.
    pub fn is_scheduled(&self, day: Day) -> bool {
        self.is_on(day) && self.cadence.asks_on(day)
    }

    /// The period that a label lies in.
    pub fn period_of(&self, day: Day) -> Period {
        self.cadence.period_of(day, self.start)
    }

    /// The same, as far as the event is on in it.
    pub fn period_within(&self, day: Day) -> Period {
        let Period { first, last } = self.period_of(day);
        Period { first: first.max(self.start), last: self.end.map_or(last, |end| last.min(end)) }
    }

    /// Whether something begins or ends to be asked for on this label: a day, or the first or last one of a longer period.
    pub fn is_turning(&self, day: Day) -> bool {
        let Period { first, last } = self.period_within(day);
        self.is_scheduled(day) && (day == first || day == last)
    }

    /// When a label is over for everybody: by the clock of the event, or by the last that anybody can live by.
    pub fn day_closes_at(&self, day: Day) -> Instant {
        const LAST_CLOCK_S: i64 = (12 + 12) * 3600;
        let end = self.shared_setting().start_of(day.plus(1));
        // Those who live farthest west may begin their days as late as noon.
        if self.setting().is_some() { end } else { end.plus_s(LAST_CLOCK_S) }
    }

    /// How many labels of a period have to be met; the goal of a whole period is met once.
    pub fn times(&self) -> u32 {
        match self.scope {
            Scope::Day => self.cadence.times(),
            Scope::Period => 1,
        }
    }

    /// How far before today a fact can still be stated by a member: by backfill after a late delivery, by undo
    /// or by repair. In 48 hours of travel at most 5 labels can be seen.
    pub fn reach_days(&self) -> i32 {
        const DELIVERY_DAYS: i32 = 5;
        let repair = self.repair.map_or(0, |repair| repair.window_days);
        (self.backfill_days + DELIVERY_DAYS).max(self.undo_days).max(repair) + 1
    }
}
