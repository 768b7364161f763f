//! From the facts of a membership to its standing: the life of a member, period by period (R22 to R25).

use crate::{Day, Entry, History, Instant};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How a period ended, or stands (R22).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Not required: the day of joining or leaving, a short or skipped day.
    Excused,
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
    pub member: bool,
    /// The label now.
    pub today: Day,
    pub met_today: bool,
    /// R25: without another check-in the run ends at the next close.
    pub at_risk: bool,
    /// The next close of a required period that is not met; none where there is nothing to lose.
    pub deadline: Option<Instant>,
    /// When the run ends by itself; none where there is nothing to lose.
    pub alive_until: Option<Instant>,
    /// Met periods, and those that count in the denominator of consistency.
    pub consistency: (u32, u32),
}

/// A maximal chain of met periods with no break between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    pub first: Day,
    pub last: Day,
    pub length: u32,
}

/// A member's whole life in an event, up to an instant.
#[derive(Debug, Clone, PartialEq)]
pub struct Life {
    pub periods: Vec<(Day, Status)>,
    pub runs: Vec<Run>,
    pub standing: Standing,
}

impl Standing {
    pub fn of(history: &History, now: Instant) -> Standing {
        Life::of(history, now).standing
    }

    /// Until when a stored standing shows its run: for ever where nothing can end it, and no longer than
    /// the beginning of time for one that has ended.
    pub fn shown_until(&self) -> Instant {
        if self.current == 0 { Instant(0) } else { self.alive_until.unwrap_or(Instant::NEVER) }
    }
}

impl Life {
    /// Folds the facts. Costs one step a label from joining to `now`.
    pub fn of(history: &History, now: Instant) -> Life {
        let fold = Fold { history, now, today: history.clock.day_of(now), met: met_days(history) };
        fold.run()
    }
}

/// The labels that hold entries, and whether they meet the goal.
fn met_days(history: &History) -> BTreeMap<Day, bool> {
    let mut days: BTreeMap<Day, Vec<&Entry>> = BTreeMap::new();
    for entry in history.entries.iter().filter(|entry| entry.undone_at.is_none()) {
        days.entry(entry.day).or_default().push(entry);
    }
    days.into_iter().map(|(day, entries)| (day, history.rules.goal.is_met(entries))).collect()
}

struct Fold<'a> {
    history: &'a History,
    now: Instant,
    today: Day,
    met: BTreeMap<Day, bool>,
}

impl Fold<'_> {
    fn run(&self) -> Life {
        let mut life = Life { periods: vec![], runs: vec![], standing: self.blank() };
        let mut current = 0;
        for day in self.days() {
            let status = self.status(day);
            match status {
                Status::Met => {
                    current += 1;
                    life.standing.total += 1;
                    life.grow(current, day);
                }
                Status::Missed => current = 0,
                Status::Absent if self.required_but_for_membership(day) && self.is_closed(day) => {
                    current = 0
                }
                Status::Bonus => life.standing.bonus += 1,
                Status::Absent | Status::Open | Status::Rest | Status::Excused => {}
            }
            life.periods.push((day, status));
        }
        self.conclude(&mut life, current);
        life
    }

    fn blank(&self) -> Standing {
        Standing {
            current: 0,
            longest: 0,
            total: 0,
            bonus: 0,
            entries: self.history.entries.iter().filter(|e| e.undone_at.is_none()).count() as u32,
            member: self.history.is_member(),
            today: self.today,
            met_today: self.is_met(self.today),
            at_risk: false,
            deadline: None,
            alive_until: None,
            consistency: (0, 0),
        }
    }

    fn conclude(&self, life: &mut Life, current: u32) {
        let missed =
            life.periods.iter().filter(|(_, status)| *status == Status::Missed).count() as u32;
        let standing = &mut life.standing;
        standing.consistency = (standing.total, standing.total + missed);
        if !standing.member {
            return;
        }
        standing.current = current;
        if current > 0 {
            standing.deadline = self.next_close();
            standing.alive_until = standing.deadline;
            standing.at_risk = life.periods.last() == Some(&(self.today, Status::Open));
        }
        debug_assert!(standing.current <= standing.longest && standing.longest <= standing.total);
    }

    /// From the start of the event or the first label of membership to today or the end of the event.
    fn days(&self) -> impl Iterator<Item = Day> + use<> {
        let first =
            self.history.spans.first().map(|span| span.joined_day.max(self.history.rules.start));
        let last = self.history.rules.end.map_or(self.today, |end| end.min(self.today));
        let (first, last) = first.map_or((1, 0), |first| (first.0, last.0));
        (first..=last).map(Day)
    }

    fn status(&self, day: Day) -> Status {
        let met = self.is_met(day);
        if !self.history.rules.is_scheduled(day) {
            return if met { Status::Bonus } else { Status::Rest };
        }
        if met {
            return Status::Met;
        }
        if !self.touches_membership(day) {
            return Status::Absent;
        }
        if !self.is_inside_membership(day) || !self.required_but_for_membership(day) {
            return Status::Excused;
        }
        if self.is_closed(day) { Status::Missed } else { Status::Open }
    }

    fn is_met(&self, day: Day) -> bool {
        self.met.get(&day).copied().unwrap_or(false)
    }

    fn is_closed(&self, day: Day) -> bool {
        self.history.clock.end_of(day) <= self.now
    }

    /// R20 without its third part.
    fn required_but_for_membership(&self, day: Day) -> bool {
        let clock = &self.history.clock;
        self.history.rules.is_scheduled(day) && !clock.is_empty(day) && !clock.is_short(day)
    }

    fn touches_membership(&self, day: Day) -> bool {
        self.history
            .spans
            .iter()
            .any(|span| span.joined_day <= day && span.left.is_none_or(|(_, left)| day <= left))
    }

    /// The labels of joining and of leaving are partial.
    fn is_inside_membership(&self, day: Day) -> bool {
        self.history
            .spans
            .iter()
            .any(|span| span.joined_day < day && span.left.is_none_or(|(_, left)| day < left))
    }

    /// The close of the first period from today on that is required and not met.
    fn next_close(&self) -> Option<Instant> {
        // A weekly set of days asks at least once in 7; skipped and short days are never 60 in a row.
        const FAR_ENOUGH: i32 = 60;
        (0..FAR_ENOUGH)
            .map(|ahead| self.today.plus(ahead))
            .find(|&day| {
                !self.is_met(day)
                    && self.is_inside_membership(day)
                    && self.required_but_for_membership(day)
            })
            .map(|day| self.history.clock.end_of(day))
    }
}

impl Life {
    fn grow(&mut self, length: u32, day: Day) {
        self.standing.longest = self.standing.longest.max(length);
        match self.runs.last_mut() {
            Some(run) if length > 1 => (run.last, run.length) = (day, length),
            _ => self.runs.push(Run { first: day, last: day, length }),
        }
    }
}
