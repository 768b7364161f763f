//! From the facts of a membership to its standing: the life of a member, period by period (R20 to R25).

use std::collections::BTreeMap;

use crate::cadence::Period;
use crate::day::{Day, Instant};
use crate::event::Rules;
use crate::goal::Scope;
use crate::history::{Days, Entry, History, Pause};
use crate::milestone::Reached;
use crate::settled::Settled;
use crate::standing::{Run, Standing, Status};

/// A member's whole life in an event, up to an instant; of a history with a settled past, what comes after
/// that past.
#[derive(Debug, Clone, PartialEq)]
pub struct Life {
    /// Each period by its first label.
    pub periods: Vec<(Day, Status)>,
    pub runs: Vec<Run>,
    /// The missed periods that ended a run: what a repair can mend.
    pub breaks: Vec<Period>,
    /// Each milestone that some run reached.
    pub badges: BTreeMap<u32, Reached>,
    pub standing: Standing,
    /// The past that no member can change any more.
    pub settled: Option<Settled>,
    /// What the settled past was at labels four weeks apart, as far as this fold has passed them; empty unless they
    /// were asked for.
    pub snapshots: Vec<Settled>,
}

impl Standing {
    pub fn of(history: &History, now: Instant) -> Standing {
        Life::of(history, now).standing
    }
}

impl Life {
    /// Whether the period that begins with this label is met.
    pub fn is_met(&self, first: Day) -> bool {
        let place = self.periods.binary_search_by_key(&first, |(first, _)| *first);
        place.is_ok_and(|place| self.periods[place].1 == Status::Met)
    }

    /// Whether all that was asked for between two labels is met, and something was: of the periods that end there.
    pub fn is_perfect(&self, rules: &Rules, days: Days) -> bool {
        let ends = self.periods.iter().rev().map(|(first, status)| {
            let period = rules.period_of(*first);
            (period.last, *status)
        });
        let ends = ends.skip_while(|(last, _)| *last > days.last);
        let mut is_met = false;
        for (_, status) in ends.take_while(|(last, _)| *last >= days.first) {
            match status {
                Status::Met => is_met = true,
                Status::Missed | Status::Open | Status::Frozen | Status::Repaired => return false,
                Status::Rest
                | Status::Bonus
                | Status::Excused
                | Status::Paused
                | Status::Absent => {}
            }
        }
        is_met
    }

    /// The longest part of a run between two labels, in periods that lie there at least in part.
    pub fn longest_between(&self, rules: &Rules, days: Days) -> u32 {
        let is_there = |first: Day| {
            let period = rules.period_of(first);
            period.first <= days.last && days.first <= period.last
        };
        let met = self.periods.iter().filter(|(_, status)| *status == Status::Met);
        let met: Vec<Day> = met.map(|(first, _)| *first).filter(|first| is_there(*first)).collect();
        let part = |run: &Run| {
            met.iter().filter(|first| run.first <= **first && **first <= run.last).count()
        };
        self.runs.iter().map(part).max().unwrap_or(0) as u32
    }

    /// Folds the facts. Costs one step a period from joining, or from the settled past, to `now`.
    pub fn of(history: &History, now: Instant) -> Life {
        Fold::new(history, now).run(false)
    }

    /// The same with the snapshots.
    pub fn with_snapshots(history: &History, now: Instant) -> Life {
        Fold::new(history, now).run(true)
    }
}

/// A label with entries.
struct Done {
    day: Day,
    met: bool,
    /// Where its entries stand in the list that is sorted by label.
    entries: std::ops::Range<usize>,
    /// What the amounts before it come to.
    points_before: i64,
}

/// What a period looks like before the run is asked.
struct Seen {
    status: Status,
    days_met: u32,
    /// Away for a whole required period ends the run.
    ends_run_away: bool,
}

struct Fold<'a> {
    history: &'a History,
    now: Instant,
    today: Day,
    /// The entries that count, by label.
    entries: Vec<&'a Entry>,
    days: Vec<Done>,
    /// What all their amounts come to.
    points: i64,
}

impl<'a> Fold<'a> {
    fn new(history: &'a History, now: Instant) -> Fold<'a> {
        let mut entries: Vec<&Entry> =
            history.entries.iter().filter(|entry| entry.undone_at.is_none()).collect();
        entries.sort_by_key(|entry| entry.day);
        let mut days: Vec<Done> = Vec::with_capacity(entries.len());
        let (mut from, mut points) = (0, 0_i64);
        for chunk in entries.chunk_by(|a, b| a.day == b.day) {
            let to = from + chunk.len();
            let met = history.rules.goal.is_met(chunk.iter().copied());
            days.push(Done { day: chunk[0].day, met, entries: from..to, points_before: points });
            let amounts = chunk.iter().filter_map(|entry| entry.amount_milli);
            (from, points) = (to, amounts.fold(points, i64::saturating_add));
        }
        Fold { history, now, today: history.clock.day_of(now), entries, days, points }
    }

    fn run(&self, keeps_snapshots: bool) -> Life {
        let rules = &self.history.rules;
        let mut past = self.history.settled.clone().unwrap_or_default();
        let mut life = Life {
            periods: vec![],
            runs: vec![],
            breaks: vec![],
            badges: BTreeMap::new(),
            standing: self.blank(),
            settled: self.history.settled.clone(),
            snapshots: vec![],
        };
        let horizon = self.today.plus(-rules.reach_days());
        let mut current_days_met = 0;
        let mut cursor = 0;
        if let Some((mut day, last)) = self.stretch() {
            let mut is_open = true;
            while day <= last {
                let period = rules.period_of(day);
                if is_open && period.last >= horizon {
                    life.settled = self.settle(&past, period.first);
                    is_open = false;
                } else if keeps_snapshots && is_open && self.is_kept(period) {
                    life.snapshots.extend(self.settle(&past, period.first));
                }
                while cursor < self.days.len() && self.days[cursor].day < period.first {
                    cursor += 1;
                }
                // A grant counts from the period on in which it was given.
                past.receive(self.history, period.last);
                let seen = self.look(period, cursor, past.run > 0, past.freezes);
                self.step(&mut life, &mut past, period, &seen);
                current_days_met = seen.days_met;
                day = period.last.plus(1);
            }
            if is_open {
                life.settled = self.settle(&past, day);
            }
        }
        self.conclude(&mut life, &past, current_days_met);
        life.badges = past.badges;
        life
    }

    /// Whether the settled past is kept as it is before this period: the first one to begin in its four weeks.
    fn is_kept(&self, period: Period) -> bool {
        const SNAPSHOT_DAYS: i32 = 28;
        let before = self.history.rules.period_of(period.first.plus(-1));
        let weeks = |period: Period| period.first.0.div_euclid(SNAPSHOT_DAYS);
        weeks(before) != weeks(period)
    }

    /// What the periods before `until` come to, and the entries in them.
    fn settle(&self, past: &Settled, until: Day) -> Option<Settled> {
        let before = self.history.settled.as_ref().map_or(Day(i32::MIN), |settled| settled.until);
        if until <= before {
            return self.history.settled.clone();
        }
        // What was granted before the first period is in the pool as well.
        let mut past = past.clone();
        past.receive(self.history, until.plus(-1));
        let next = self.days.get(self.days.partition_point(|done| done.day < until));
        let entries = next.map_or(self.entries.len(), |done| done.entries.start) as u32;
        let points = next.map_or(self.points, |done| done.points_before);
        let last_repair = self.history.repairs.iter().map(|repair| repair.at).max();
        Some(Settled {
            until,
            at: self.now,
            entries: past.entries + entries,
            points_milli: past.points_milli.saturating_add(points),
            last_repair: past.last_repair.max(last_repair),
            amnesties: self.history.amnesties.len() as u32,
            ..past
        })
    }

    /// Where the walk goes: from the period of the first label (or the settled past) to today or the end.
    fn stretch(&self) -> Option<(Day, Day)> {
        let rules = &self.history.rules;
        let first = match &self.history.settled {
            Some(settled) => settled.until,
            None => self.history.spans.first()?.joined_day.max(rules.start),
        };
        let last = rules.end.map_or(self.today, |end| end.min(self.today));
        (first <= last).then_some((first, last))
    }

    fn step(&self, life: &mut Life, past: &mut Settled, period: Period, seen: &Seen) {
        let rules = &self.history.rules;
        match seen.status {
            Status::Met => {
                past.grow(period, rules);
                match life.runs.last_mut() {
                    Some(run) if past.run > 1 => {
                        (run.last, run.length) = (period.first, past.run);
                    }
                    _ => life.runs.push(Run {
                        first: past.run_first,
                        last: period.first,
                        length: past.run,
                    }),
                }
            }
            Status::Missed => {
                if past.run > 0 {
                    life.breaks.push(period);
                }
                past.missed += 1;
                let share = f64::from(seen.days_met) / f64::from(rules.times());
                past.strengthen(period, rules.times(), share);
                past.end_run();
            }
            Status::Frozen => {
                past.freezes -= 1;
                past.frozen += 1;
            }
            Status::Repaired => past.repaired += 1,
            Status::Bonus => past.bonus += 1,
            Status::Absent if seen.ends_run_away => past.end_run(),
            Status::Absent | Status::Open | Status::Rest | Status::Excused | Status::Paused => {}
        }
        life.periods.push((period.first, seen.status));
    }

    fn blank(&self) -> Standing {
        let past = self.history.settled.as_ref();
        Standing {
            current: 0,
            longest: 0,
            total: 0,
            bonus: 0,
            entries: past.map_or(0, |past| past.entries) + self.entries.len() as u32,
            points_milli: past.map_or(0, |past| past.points_milli).saturating_add(self.points),
            freezes: 0,
            freeze_progress: 0,
            frozen: 0,
            member: self.history.is_member(),
            today: self.today,
            met_today: self.history.is_done(self.today),
            at_risk: false,
            deadline: None,
            alive_until: None,
            next_close: None,
            consistency: (0, 0),
            strength_ppm: 0,
        }
    }

    fn conclude(&self, life: &mut Life, past: &Settled, days_met: u32) {
        let standing = &mut life.standing;
        standing.longest = past.longest;
        standing.total = past.total;
        standing.bonus = past.bonus;
        standing.freezes = past.freezes;
        standing.freeze_progress = past.freeze_progress;
        standing.frozen = past.frozen;
        standing.strength_ppm = (past.strength * 1e6).round() as u32;
        let required = past.total + past.missed + past.frozen + past.repaired;
        standing.consistency = (past.total, required);
        if !standing.member {
            return;
        }
        standing.current = past.run;
        let (next_close, alive_until) = self.ends(past.freezes);
        standing.next_close = next_close;
        if past.run > 0 {
            (standing.deadline, standing.alive_until) = (next_close, alive_until);
            standing.at_risk = life.periods.last().is_some_and(|&(first, status)| {
                let period = self.history.rules.period_of(first);
                status == Status::Open
                    && period.holds(self.today)
                    && self.history.rules.times().saturating_sub(days_met)
                        >= self.usable_left(period)
            });
        }
        debug_assert!(standing.current <= standing.longest && standing.longest <= standing.total);
    }

    /// R25: the labels of the period that can still be used, today only while it is not done.
    fn usable_left(&self, period: Period) -> u32 {
        let left = period.labels().filter(|&day| day >= self.today && self.is_usable(day));
        left.filter(|&day| !self.is_met(day)).count() as u32
    }

    fn look(&self, period: Period, cursor: usize, runs: bool, freezes: u32) -> Seen {
        let rules = &self.history.rules;
        let days = self.days[cursor..].iter().take_while(|done| done.day <= period.last);
        let is_asked = period.labels().any(|day| rules.is_scheduled(day));
        let (days_met, is_met) = match rules.scope {
            Scope::Day => {
                let counts = |done: &&Done| done.met && (!is_asked || rules.is_scheduled(done.day));
                let met = days.filter(counts).count() as u32;
                (met, met >= if is_asked { rules.times() } else { 1 })
            }
            Scope::Period => {
                let to = days.last().map_or(0, |done| done.entries.end);
                let from = self.days.get(cursor).map_or(to, |done| done.entries.start.min(to));
                (0, rules.goal.is_met(self.entries[from..to].iter().copied()))
            }
        };
        let seen = |status| Seen { status, days_met, ends_run_away: false };
        if !is_asked {
            return seen(if is_met { Status::Bonus } else { Status::Rest });
        }
        if is_met {
            return seen(Status::Met);
        }
        let is_closed = period.last.min(rules.end.unwrap_or(period.last)) < self.today;
        if !self.history.spans.iter().any(|span| span.touches(period.first, period.last)) {
            let ends_run_away = is_closed && self.is_required_but_for_membership(period);
            return Seen { status: Status::Absent, days_met, ends_run_away };
        }
        let is_inside =
            self.history.spans.iter().any(|span| span.encloses(period.first, period.last));
        if !is_inside || !self.is_required_but_for_membership(period) {
            let is_away = self.is_away_throughout(period);
            return seen(if is_away { Status::Paused } else { Status::Excused });
        }
        if !is_closed {
            return seen(Status::Open);
        }
        let is_repaired = self.history.repairs.iter().any(|repair| period.holds(repair.day));
        if runs && is_repaired {
            return seen(Status::Repaired);
        }
        seen(if runs && freezes > 0 { Status::Frozen } else { Status::Missed })
    }

    fn is_met(&self, day: Day) -> bool {
        self.days.binary_search_by_key(&day, |done| done.day).is_ok_and(|n| self.days[n].met)
    }

    /// R20 but for the membership: enough labels can be used, the last one is whole, and all are inside the
    /// event.
    fn is_required_but_for_membership(&self, period: Period) -> bool {
        let (rules, clock) = (&self.history.rules, &self.history.clock);
        if !rules.is_on(period.first) || !rules.is_on(period.last) {
            return false;
        }
        let last = period.labels().rev().find(|&day| rules.is_scheduled(day));
        let usable = period.labels().filter(|&day| self.is_usable(day));
        usable.take(rules.times() as usize).count() == rules.times() as usize
            && last.is_some_and(|last| !clock.is_empty(last) && !clock.is_short(last))
    }

    /// Whether the label can be asked of anybody.
    fn is_usable(&self, day: Day) -> bool {
        let (rules, clock) = (&self.history.rules, &self.history.clock);
        rules.is_scheduled(day)
            && !self.history.is_away(day)
            && !clock.is_empty(day)
            && !clock.is_short(day)
    }

    /// No label can be used, and it is not the clock alone that forbids it.
    fn is_away_throughout(&self, period: Period) -> bool {
        let rules = &self.history.rules;
        let mut asked = period.labels().filter(|&day| rules.is_scheduled(day));
        asked.clone().any(|day| self.history.is_away(day)) && asked.all(|day| !self.is_usable(day))
    }

    /// The next close of a required period that is not met, and the one at which no freeze is left.
    fn ends(&self, mut freezes: u32) -> (Option<Instant>, Option<Instant>) {
        let rules = &self.history.rules;
        let (mut deadline, mut day) = (None, self.today);
        let last = rules.end.unwrap_or(Day(i32::MAX)).min(self.far_ahead(freezes));
        while day <= last {
            let period = rules.period_of(day);
            day = period.last.plus(1);
            let is_current = period.holds(self.today);
            if is_current && self.is_period_met(period) {
                continue;
            }
            let mut spans = self.history.spans.iter();
            let is_required = spans.any(|span| span.encloses(period.first, period.last))
                && self.is_required_but_for_membership(period);
            if !is_required {
                continue;
            }
            let close = self.history.clock.end_of(period.last);
            deadline.get_or_insert(close);
            if freezes == 0 {
                return (deadline, Some(close));
            }
            freezes -= 1;
        }
        (deadline, None)
    }

    /// A label by which the run has met its end, whatever excuses are known: each freeze takes a period, and a
    /// few more may be short or begin inside a pause.
    fn far_ahead(&self, freezes: u32) -> Day {
        const SPARE_PERIODS: i32 = 8;
        let pauses = self.history.pauses.iter().map(Pause::last);
        let amnesties = self.history.amnesties.iter().map(|days| days.last);
        let away = pauses.chain(amnesties).fold(self.today, Day::max);
        let length = self.history.rules.period_of(away).length().max(31) as i32;
        away.plus(length.saturating_mul(freezes as i32 + SPARE_PERIODS))
    }

    fn is_period_met(&self, period: Period) -> bool {
        let cursor = self.days.partition_point(|done| done.day < period.first);
        self.look(period, cursor, false, 0).status == Status::Met
    }
}
