//! Milestones: lengths of a run that are worth telling.

use crate::{Day, News};
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

/// How often a threshold was reached, and first when: derived, so that an undo takes it away and a backfill
/// grants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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

    /// Whether a run of this length is worth telling.
    pub fn contains(&self, length: u32) -> bool {
        let last = self.thresholds.last().copied().unwrap_or(0);
        self.thresholds.binary_search(&length).is_ok()
            || length > last && self.then_every.is_some_and(|n| n > 0 && length.is_multiple_of(n))
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

/// What changed: milestones reached, and milestones taken back.
pub fn difference(before: &BTreeMap<u32, Reached>, after: &BTreeMap<u32, Reached>) -> Vec<News> {
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
        assert!((1..1500).all(|n| usual.contains(n) == usual.up_to(n).any(|m| m == n)));
        assert_eq!(
            (usual.after(0), usual.after(7), usual.after(365), usual.after(4000)),
            (Some(3), Some(14), Some(730), Some(4015))
        );
    }
}
