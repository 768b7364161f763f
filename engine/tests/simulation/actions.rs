//! What people do, by chance: mostly what they should, sometimes twice, late, wrong, or not theirs.

use crate::dice::Dice;
use engine::Membership;
use engine::rules::goal::TaskGoal;
use engine::rules::{
    Action, CheckIn, Days, Goal, History, Instant, Key, Named, Repeat, Role, Target,
};
use std::collections::{BTreeMap, HashMap};

const HOUR_S: i64 = 3600;

/// What everybody has said so far.
#[derive(Default)]
pub struct ActionPicker {
    said: HashMap<Membership, Vec<CheckIn>>,
    undone: HashMap<Membership, Vec<Action>>,
    keys: u64,
}

impl ActionPicker {
    /// What somebody asks for next; who is `steady` seldom has second thoughts.
    pub fn next(
        &mut self,
        dice: &mut Dice,
        of: Membership,
        histories: &BTreeMap<Membership, History>,
        now: Instant,
        steady: bool,
    ) -> Action {
        let history = &histories[&of];
        if !history.is_member() && !dice.one_in(8) {
            return Action::Join;
        }
        if steady && !dice.one_in(6) {
            return self.check_in(dice, of, history, now);
        }
        let today = history.clock.day_of(now);
        match dice.int(0..=99) {
            0..=54 => self.check_in(dice, of, history, now),
            55..=62 => self.again(dice, of).unwrap_or(Action::Refresh),
            63..=77 => self.undo(dice, of, history),
            78..=79 => Action::Leave,
            80..=82 => {
                let first = today.plus(dice.int(0..=4) as i32);
                Action::Pause(Days { first, last: first.plus(dice.int(-1..=20) as i32) })
            }
            83..=85 => Action::Resume,
            86..=92 => {
                let role = if dice.one_in(8) { Role::Host } else { Role::Member };
                let back = if role == Role::Host { 60 } else { 9 };
                Action::Repair { day: today.plus(-dice.int(0..=back) as i32), role }
            }
            93..=94 => Action::GrantFreezes(dice.int(0..=2) as u32),
            95..=96 => self.of_others(dice, of, histories, now).unwrap_or(Action::Refresh),
            97 => Action::Join,
            _ => Action::Refresh,
        }
    }

    fn key(&mut self) -> Key {
        self.keys += 1;
        Key(format!("k{}", self.keys))
    }

    pub fn check_in(
        &mut self,
        dice: &mut Dice,
        of: Membership,
        history: &History,
        now: Instant,
    ) -> Action {
        let action = self.new_check_in(dice, history, now);
        self.said.entry(of).or_default().push(action.clone());
        Action::CheckIn(action)
    }

    fn new_check_in(&mut self, dice: &mut Dice, history: &History, now: Instant) -> CheckIn {
        let sent_at = match dice.int(0..=99) {
            0..=69 => None,
            70..=84 => Some(now.plus_s(-dice.int(0..=60))),
            85..=96 => Some(now.plus_s(-dice.int(0..=50 * HOUR_S))),
            _ => Some(now.plus_s(dice.int(0..=600))),
        };
        let today = history.clock.day_of(now);
        let day = match dice.int(0..=99) {
            0..=84 => Named::Now,
            85..=93 => Named::Date(today.plus(dice.int(-8..=1) as i32)),
            _ => Named::DaysAgo(dice.int(0..=3) as i32),
        };
        let (task, measured) = match &history.rules.goal {
            Goal::Check | Goal::Count { .. } => (None, false),
            Goal::Metric(_) => (None, true),
            Goal::Tasks { tasks, .. } => {
                let task = &tasks[dice.int(0..=tasks.len() as i64 - 1) as usize];
                (Some(task.id.clone()), matches!(task.goal, TaskGoal::Metric(_)))
            }
        };
        CheckIn {
            key: self.key(),
            sent_at,
            day,
            amount_milli: (measured != dice.one_in(60)).then(|| dice.int(1..=14) * 1000),
            task: if dice.one_in(60) { Some("z".to_owned()) } else { task },
            note: dice.one_in(20).then(|| "“Done” — it's 20%; ok?".to_owned()),
            repeat: if dice.one_in(6) { Repeat::Refuse } else { Repeat::Keep },
            entries_max: None,
        }
    }

    /// A request that was made before: as it was, or with another content.
    fn again(&mut self, dice: &mut Dice, of: Membership) -> Option<Action> {
        let said = if dice.one_in(4) { pick(dice, self.undone.get(&of)?).cloned() } else { None };
        if said.is_some() {
            return said;
        }
        let mut action = newest(dice, self.said.get(&of)?)?.clone();
        match dice.int(0..=9) {
            0 => action.note = Some("changed".to_owned()),
            1 => action.day = Named::DaysAgo(1),
            2 => action.sent_at = None,
            _ => {}
        }
        Some(Action::CheckIn(action))
    }

    fn undo(&mut self, dice: &mut Dice, of: Membership, history: &History) -> Action {
        let host = dice.one_in(6);
        let said = self.said.get(&of);
        let entries = history.entries.last().map(|entry| entry.key.clone());
        let key = match (host, said) {
            (_, None) => None,
            (true, Some(said)) => pick(dice, said).map(|action| action.key.clone()),
            (false, Some(said)) => newest(dice, said).map(|action| action.key.clone()),
        };
        let key = if dice.one_in(2) { entries.or(key) } else { key };
        let target = key.filter(|_| !dice.one_in(3)).map_or(Target::Newest, Target::Key);
        let role = if host { Role::Host } else { Role::Member };
        let action = Action::Undo { target, by: self.key(), role };
        self.undone.entry(of).or_default().push(action.clone());
        action
    }

    /// A request with a key that belongs to somebody else.
    fn of_others(
        &mut self,
        dice: &mut Dice,
        of: Membership,
        histories: &BTreeMap<Membership, History>,
        now: Instant,
    ) -> Option<Action> {
        let others = histories.iter().filter(|(other, _)| other.event == of.event && **other != of);
        let others: Vec<&History> = others.map(|(_, history)| history).collect();
        let entries = &pick(dice, &others)?.entries;
        let key = pick(dice, entries)?.key.clone();
        if dice.one_in(2) {
            let action = self.new_check_in(dice, &histories[&of], now);
            return Some(Action::CheckIn(CheckIn { key, ..action }));
        }
        Some(Action::Undo { target: Target::Key(key), by: self.key(), role: Role::Member })
    }
}

pub fn pick<'a, T>(dice: &mut Dice, from: &'a [T]) -> Option<&'a T> {
    let last = from.len().checked_sub(1)?;
    Some(&from[dice.int(0..=last as i64) as usize])
}

/// One of the last few.
fn newest<'a, T>(dice: &mut Dice, from: &'a [T]) -> Option<&'a T> {
    pick(dice, &from[from.len().saturating_sub(12)..])
}
