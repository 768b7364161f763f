//! Milestones: lengths of a run that are worth telling.

use crate::{Day, Life, News};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The lengths that count as milestones, ascending; after the last one, every multiple of `then_every`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Milestones {
    thresholds: Vec<u32>,
    then_every: Option<u32>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    List(Vec<u32>),
    Repeating { thresholds: Vec<u32>, then_every: u32 },
}

/// How often a threshold was reached, and first when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    pub first: Day,
    pub runs: u32,
}

impl Milestones {
    /// 3, 7, 14, 30, 50, 100, 200, 365, then every 365.
    pub fn usual() -> Milestones {
        Milestones { thresholds: vec![3, 7, 14, 30, 50, 100, 200, 365], then_every: Some(365) }
    }

    /// These lengths and no others.
    pub fn of(mut thresholds: Vec<u32>) -> Milestones {
        thresholds.retain(|&length| length > 0);
        thresholds.sort_unstable();
        thresholds.dedup();
        Milestones { thresholds, then_every: None }
    }

    /// The milestones up to this length, ascending.
    fn up_to(&self, length: u32) -> impl Iterator<Item = u32> {
        let last = self.thresholds.last().copied().unwrap_or(0);
        let every = self.then_every.filter(|&every| every > 0);
        let more = every
            .into_iter()
            .flat_map(move |every| (1..).map(move |n| n * every).skip_while(move |&m| m <= last));
        self.thresholds
            .iter()
            .copied()
            .chain(more)
            .take_while(move |&milestone| milestone <= length)
    }

    /// The first milestone beyond this length.
    pub fn after(&self, length: u32) -> Option<u32> {
        let far = length
            .max(self.thresholds.last().copied().unwrap_or(0))
            .saturating_add(self.then_every.unwrap_or(0));
        self.up_to(far).find(|&milestone| milestone > length)
    }

    /// Each milestone that some run reached: derived, so that an undo takes it away and a backfill grants it.
    pub fn reached(&self, life: &Life) -> BTreeMap<u32, Reached> {
        let mut badges: BTreeMap<u32, Reached> = BTreeMap::new();
        let mut met = life
            .periods
            .iter()
            .filter(|(_, status)| *status == crate::Status::Met)
            .map(|(day, _)| *day);
        for run in &life.runs {
            let days: Vec<Day> = met.by_ref().take(run.length as usize).collect();
            for threshold in self.up_to(run.length) {
                let first = days[threshold as usize - 1];
                badges
                    .entry(threshold)
                    .and_modify(|reached| reached.runs += 1)
                    .or_insert(Reached { first, runs: 1 });
            }
        }
        badges
    }
}

impl From<Written> for Milestones {
    fn from(written: Written) -> Milestones {
        match written {
            Written::List(thresholds) => Milestones::of(thresholds),
            Written::Repeating { thresholds, then_every } => {
                Milestones { then_every: Some(then_every), ..Milestones::of(thresholds) }
            }
        }
    }
}

impl From<Milestones> for Written {
    fn from(milestones: Milestones) -> Written {
        match milestones.then_every {
            None => Written::List(milestones.thresholds),
            Some(then_every) => {
                Written::Repeating { thresholds: milestones.thresholds, then_every }
            }
        }
    }
}

/// What changed from one life to another: milestones reached, and milestones taken back.
pub fn difference(old: &Life, new: &Life, milestones: &Milestones) -> Vec<News> {
    let (before, after) = (milestones.reached(old), milestones.reached(new));
    let gained = after.keys().filter(|length| !before.contains_key(length));
    let lost = before.keys().filter(|length| !after.contains_key(length));
    gained
        .map(|&length| News::MilestoneReached { length })
        .chain(lost.map(|&length| News::MilestoneRevoked { length }))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_a_year_every_year_counts() {
        let usual = Milestones::usual();
        assert_eq!(
            usual.up_to(1100).collect::<Vec<_>>(),
            [3, 7, 14, 30, 50, 100, 200, 365, 730, 1095]
        );
        assert_eq!(
            (usual.after(0), usual.after(7), usual.after(365), usual.after(4000)),
            (Some(3), Some(14), Some(730), Some(4015))
        );
    }
}
