//! The streak of the whole group, in events with one clock for all (R70).

use crate::event::GroupRule;
use crate::{Day, Instant, Life, Rules, Status};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How the group did in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupStatus {
    Met,
    Missed,
    Open,
    /// Nobody voted.
    Neutral,
}

/// One shared period: who kept it, and who did not. Everyone else abstains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupPeriod {
    pub first: Day,
    pub status: GroupStatus,
    pub yes: u32,
    /// Those who missed it; whoever has not yet done it stands against as well until the close.
    pub no: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupLife {
    pub current: u32,
    pub longest: u32,
    pub total: u32,
    pub periods: Vec<GroupPeriod>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Votes {
    yes: u32,
    no: u32,
    pending: u32,
}

impl Votes {
    fn of(&mut self, vote: Vote) -> &mut u32 {
        match vote {
            Vote::Yes => &mut self.yes,
            Vote::No => &mut self.no,
            Vote::Pending => &mut self.pending,
        }
    }
}

/// What a member has to say of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vote {
    Yes,
    No,
    /// Not yet done, and still open.
    Pending,
}

impl Vote {
    /// None of whoever abstains.
    pub fn of(status: Status) -> Option<Vote> {
        match status {
            Status::Met => Some(Vote::Yes),
            Status::Missed => Some(Vote::No),
            Status::Open => Some(Vote::Pending),
            Status::Rest
            | Status::Bonus
            | Status::Excused
            | Status::Paused
            | Status::Frozen
            | Status::Repaired
            | Status::Absent => None,
        }
    }
}

/// The votes of all members, period by period.
#[derive(Debug, Clone, Default)]
pub struct Ballot {
    votes: BTreeMap<Day, Votes>,
}

impl Ballot {
    /// Adds what a member has to say of the period that begins with a label.
    pub fn cast(&mut self, first: Day, vote: Vote) {
        *self.votes.entry(first).or_default().of(vote) += 1;
    }

    /// Takes back what was cast.
    pub fn withdraw(&mut self, first: Day, vote: Vote) {
        *self.votes.entry(first).or_default().of(vote) -= 1;
    }

    /// What the votes come to. None for events without a group streak.
    pub fn count(&self, rules: &Rules, now: Instant) -> Option<GroupLife> {
        let (group, setting) = (rules.group?, rules.setting()?);
        let today = setting.day_of(now);
        let last = rules.end.map_or(today, |end| end.min(today));
        let mut life = GroupLife { current: 0, longest: 0, total: 0, periods: vec![] };
        let mut day = rules.start;
        while day <= last {
            let period = rules.period_of(day);
            let is_closed = period.last.min(rules.end.unwrap_or(period.last)) < today;
            let votes = self.votes.get(&period.first).copied().unwrap_or_default();
            life.add(period.first, votes, group.rule, is_closed);
            day = period.last.plus(1);
        }
        Some(life)
    }
}

impl GroupLife {
    /// What the lives of all members, whole ones, come to. None for events without a group streak.
    pub fn of<'a>(
        rules: &Rules,
        lives: impl IntoIterator<Item = &'a Life>,
        now: Instant,
    ) -> Option<GroupLife> {
        let mut ballot = Ballot::default();
        let periods = lives.into_iter().flat_map(|life| &life.periods);
        for (first, status) in periods {
            if let Some(vote) = Vote::of(*status) {
                ballot.cast(*first, vote);
            }
        }
        ballot.count(rules, now)
    }

    fn add(&mut self, first: Day, votes: Votes, rule: GroupRule, is_closed: bool) {
        let (yes, against) = (votes.yes, votes.no + votes.pending);
        let holds = yes >= 1
            && match rule {
                GroupRule::All => against == 0,
                GroupRule::Any => true,
                GroupRule::Percent(p) => {
                    100 * u64::from(yes) >= u64::from(p) * u64::from(yes + against)
                }
            };
        let status = match (holds, is_closed) {
            (true, _) => GroupStatus::Met,
            (false, false) => GroupStatus::Open,
            (false, true) if votes.no > 0 => GroupStatus::Missed,
            (false, true) => GroupStatus::Neutral,
        };
        match status {
            GroupStatus::Met => {
                self.current += 1;
                self.total += 1;
                self.longest = self.longest.max(self.current);
            }
            GroupStatus::Missed => self.current = 0,
            GroupStatus::Open | GroupStatus::Neutral => {}
        }
        self.periods.push(GroupPeriod { first, status, yes, no: votes.no });
    }
}
