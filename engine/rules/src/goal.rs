//! What the entries of a label, or of a whole period, must amount to.

use crate::{Entry, Refusal};
use serde::{Deserialize, Serialize};

/// The greatest amount of one entry, in thousandths.
pub const AMOUNT_MAX_MILLI: i64 = 1_000_000_000_000;
/// How many tasks an event may ask for.
pub const TASKS_MAX: usize = 20;
/// How many entries a day may be asked for.
const COUNT_MAX: u32 = 100;

/// When a label (or a period, see [`Scope`]) is met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Goal {
    /// At least one entry.
    Check,
    /// At least `n` entries.
    Count { n: u32 },
    /// An amount: pages, kilometres.
    Metric(Metric),
    /// Some of several tasks, each with a goal of its own.
    Tasks { need: Need, tasks: Vec<Task> },
}

/// What the goal is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The entries of each label.
    #[default]
    Day,
    /// All entries of a period together.
    Period,
}

/// A goal in numbers. Amounts are thousandths of the unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metric {
    pub agg: Aggregate,
    pub cmp: Compare,
    pub target_milli: i64,
    pub unit: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aggregate {
    /// All entries together.
    Sum,
    /// The best single entry.
    Max,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Compare {
    AtLeast,
    /// A limit. Without an entry it is not kept (R32), and until the close it can still be broken.
    AtMost,
}

/// How many of the tasks have to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    All,
    Any,
    #[serde(untagged)]
    Count(u32),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Its name in check-ins.
    pub id: String,
    pub goal: TaskGoal,
}

/// The goal of one task: one that needs no tasks itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TaskGoal {
    Check,
    Count { n: u32 },
    Metric(Metric),
}

impl Goal {
    /// Whether these entries, none of them undone, meet the goal.
    pub fn is_met<'a>(&self, entries: impl Iterator<Item = &'a Entry> + Clone) -> bool {
        match self {
            Goal::Check => has(entries, 1),
            Goal::Count { n } => has(entries, *n),
            Goal::Metric(metric) => metric.is_met(entries),
            Goal::Tasks { need, tasks } => {
                let done = |task: &&Task| {
                    let own = entries.clone().filter(|e| e.task.as_ref() == Some(&task.id));
                    task.goal.is_met(own)
                };
                let done = tasks.iter().filter(done).count();
                done >= match need {
                    Need::All => tasks.len(),
                    Need::Any => 1,
                    Need::Count(k) => *k as usize,
                }
            }
        }
    }

    /// Whether an entry may name this task and this amount.
    ///
    /// # Errors
    /// [`Refusal::UnknownTask`], or [`Refusal::BadAmount`] for an amount that is missing, not asked for, not
    /// positive or beyond [`AMOUNT_MAX_MILLI`].
    pub fn admit(&self, task: Option<&str>, amount_milli: Option<i64>) -> Result<(), Refusal> {
        let measured = match (self, task) {
            (Goal::Tasks { tasks, .. }, Some(id)) => {
                let task = tasks.iter().find(|task| task.id == id).ok_or(Refusal::UnknownTask)?;
                matches!(task.goal, TaskGoal::Metric(_))
            }
            (Goal::Tasks { .. }, None) | (_, Some(_)) => return Err(Refusal::UnknownTask),
            (Goal::Metric(_), None) => true,
            (Goal::Check | Goal::Count { .. }, None) => false,
        };
        let is_fine = match amount_milli {
            Some(amount) => measured && (1..=AMOUNT_MAX_MILLI).contains(&amount),
            None => !measured,
        };
        if is_fine { Ok(()) } else { Err(Refusal::BadAmount) }
    }

    /// Whether it can be reached at all.
    pub(crate) fn is_sound(&self) -> bool {
        match self {
            Goal::Check => true,
            Goal::Count { n } => is_count(*n),
            Goal::Metric(metric) => metric.is_sound(),
            Goal::Tasks { need, tasks } => {
                let mut ids: Vec<&String> = tasks.iter().map(|task| &task.id).collect();
                ids.sort();
                ids.dedup();
                let needed = match need {
                    Need::All | Need::Any => 1,
                    Need::Count(k) => *k as usize,
                };
                ids.len() == tasks.len()
                    && tasks.len() <= TASKS_MAX
                    && (1..=tasks.len()).contains(&needed)
                    && tasks.iter().all(|task| task.goal.is_sound())
            }
        }
    }
}

impl TaskGoal {
    fn is_met<'a>(&self, entries: impl Iterator<Item = &'a Entry> + Clone) -> bool {
        match self {
            TaskGoal::Check => has(entries, 1),
            TaskGoal::Count { n } => has(entries, *n),
            TaskGoal::Metric(metric) => metric.is_met(entries),
        }
    }

    fn is_sound(&self) -> bool {
        match self {
            TaskGoal::Check => true,
            TaskGoal::Count { n } => is_count(*n),
            TaskGoal::Metric(metric) => metric.is_sound(),
        }
    }
}

impl Metric {
    fn is_met<'a>(&self, entries: impl Iterator<Item = &'a Entry>) -> bool {
        let amounts = entries.filter_map(|entry| entry.amount_milli);
        let reached = match self.agg {
            Aggregate::Sum => amounts.reduce(i64::saturating_add),
            Aggregate::Max => amounts.max(),
        };
        reached.is_some_and(|reached| match self.cmp {
            Compare::AtLeast => reached >= self.target_milli,
            Compare::AtMost => reached <= self.target_milli,
        })
    }

    fn is_sound(&self) -> bool {
        (1..=AMOUNT_MAX_MILLI).contains(&self.target_milli)
    }
}

fn has<'a>(entries: impl Iterator<Item = &'a Entry>, n: u32) -> bool {
    entries.take(n as usize).count() == n as usize
}

fn is_count(n: u32) -> bool {
    (1..=COUNT_MAX).contains(&n)
}
