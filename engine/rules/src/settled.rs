//! The settled past: what the periods come to that no member can change any more. With it, a fold reads the
//! last days instead of all years.

use crate::cadence::Period;
use crate::milestone::Reached;
use crate::{Day, History, Instant, Rules};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The state of the fold before the period that begins with `until`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Settled {
    /// The first label that is not in it: the first one of a period.
    pub until: Day,
    /// When it was worked out. At an earlier instant it says nothing.
    pub at: Instant,
    pub(crate) run: u32,
    pub(crate) run_first: Day,
    pub(crate) longest: u32,
    pub(crate) total: u32,
    pub(crate) bonus: u32,
    pub(crate) missed: u32,
    pub(crate) frozen: u32,
    pub(crate) repaired: u32,
    pub(crate) freezes: u32,
    pub(crate) freeze_progress: u32,
    /// Whether the freezes of joining were given (R50).
    pub(crate) has_begun: bool,
    /// Where the reading of grants stands: those of earlier labels are in the pool.
    pub(crate) granted_until: Day,
    pub(crate) strength: f64,
    pub(crate) entries: u32,
    pub(crate) points_milli: i64,
    pub(crate) badges: BTreeMap<u32, Reached>,
    /// The last repair, for the time until the next one.
    pub(crate) last_repair: Option<Instant>,
    /// How many amnesties were known: a later one may lie behind the horizon.
    pub amnesties: u32,
}

impl Default for Settled {
    /// Nothing has happened.
    fn default() -> Settled {
        Settled {
            until: Day(i32::MIN),
            at: Instant(i64::MIN),
            run: 0,
            run_first: Day(0),
            longest: 0,
            total: 0,
            bonus: 0,
            missed: 0,
            frozen: 0,
            repaired: 0,
            freezes: 0,
            freeze_progress: 0,
            has_begun: false,
            granted_until: Day(i32::MIN),
            strength: 0.0,
            entries: 0,
            points_milli: 0,
            badges: BTreeMap::new(),
            last_repair: None,
            amnesties: 0,
        }
    }
}

impl Settled {
    /// Whether a fold at `now` may start from here, under these amnesties.
    pub fn counts_at(&self, now: Instant, amnesties: usize) -> bool {
        self.at <= now && self.amnesties as usize == amnesties
    }

    /// R50: the first freezes on joining, and what hosts gave up to this label.
    pub(crate) fn receive(&mut self, history: &History, to: Day) {
        let Some(rule) = history.rules.freeze else { return };
        if !self.has_begun {
            self.has_begun = true;
            self.freezes = rule.initial.min(rule.cap);
        }
        let from = self.granted_until;
        for grant in history.grants.iter().filter(|grant| from <= grant.day && grant.day <= to) {
            self.freezes = self.freezes.saturating_add(grant.freezes).min(rule.cap);
            if self.freezes == rule.cap {
                self.freeze_progress = 0;
            }
        }
        self.granted_until = to.plus(1);
    }

    /// A met period: the run grows (R23), reaches milestones and earns freezes (R51).
    pub(crate) fn grow(&mut self, period: Period, rules: &Rules) {
        self.run += 1;
        if self.run == 1 {
            self.run_first = period.first;
        }
        self.longest = self.longest.max(self.run);
        self.total += 1;
        self.strengthen(period, rules.times(), 1.0);
        if rules.milestones.contains(self.run) {
            let new = Reached { first: period.first, runs: 0 };
            self.badges.entry(self.run).or_insert(new).runs += 1;
        }
        if let Some(rule) = rules.freeze
            && rule.earn_every > 0
            && self.freezes < rule.cap
        {
            self.freeze_progress += 1;
            if self.freeze_progress >= rule.earn_every {
                self.freezes += 1;
                self.freeze_progress = 0;
            }
        }
    }

    /// A break (R23, R51).
    pub(crate) fn end_run(&mut self) {
        self.run = 0;
        self.freeze_progress = 0;
    }

    /// R24: strength moves towards what was done, by a half in about thirteen daily periods.
    pub(crate) fn strengthen(&mut self, period: Period, times: u32, done: f64) {
        let (labels, times) = (f64::from(period.length()), f64::from(times));
        let keeps = 0.5_f64.powf(labels * (times / labels).sqrt() / 13.0);
        self.strength = self.strength * keeps + done * (1.0 - keeps);
    }
}
