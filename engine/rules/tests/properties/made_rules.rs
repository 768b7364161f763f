//! Random rules of events.

use crate::dice::Dice;
use rules::event::{FreezeRule, Group, GroupRule, PauseRule, RepairRule};
use rules::goal::{Aggregate, Compare, Metric, Need, Task, TaskGoal};
use rules::{Cadence, ClockRule, Day, Goal, Milestones, Rules, Scope, Setting, Weekdays};

const HOUR_S: i64 = 3600;

pub fn rules(dice: &mut Dice, home: Setting, begins: Day, length: i32) -> Rules {
    let clock = if dice.one_in(2) { ClockRule::Fixed(home) } else { ClockRule::Personal };
    let start = begins.plus(dice.days(-3..=4));
    let group_rules = [GroupRule::All, GroupRule::Any, GroupRule::Percent(60)];
    let group_rule = dice.pick(&group_rules);
    let freeze = FreezeRule {
        initial: dice.count(0..=3),
        cap: dice.pick(&[0, 1, 1, 2, 2, 3, 100]),
        earn_every: dice.pick(&[0, 1, 2, 3, 7]),
    };
    let repair =
        RepairRule { window_days: dice.days(0..=7), cooldown_days: dice.pick(&[0, 5, 30]) };
    let pause = dice.pick(&[
        Some(PauseRule::USUAL),
        Some(PauseRule::USUAL),
        Some(PauseRule { notice_days: 2, length_max_days: 7 }),
        None,
    ]);
    Rules {
        clock,
        cadence: cadence(dice, length),
        goal: goal(dice),
        scope: if dice.one_in(4) { Scope::Period } else { Scope::Day },
        start,
        end: dice.one_in(4).then(|| start.plus(dice.days(0..=length))),
        backfill_days: dice.pick(&[0, 1, 1, 3, 7]),
        undo_days: dice.pick(&[7, 7, 7, 0, 1, 14]),
        max_delay_s: dice.pick(&[48 * HOUR_S, 48 * HOUR_S, 48 * HOUR_S, HOUR_S, 0]),
        milestones: if dice.one_in(2) {
            Milestones::of(vec![1, 2, 3, 5, 8])
        } else {
            Milestones::usual()
        },
        freeze: (!dice.one_in(3)).then_some(freeze),
        repair: dice.one_in(2).then_some(repair),
        pause,
        group: (clock != ClockRule::Personal && dice.one_in(2))
            .then_some(Group { rule: group_rule }),
    }
}

fn cadence(dice: &mut Dice, length: i32) -> Cadence {
    match dice.int(0..=9) {
        0..=3 => Cadence::EVERY_DAY,
        4 => {
            let days: Vec<u8> = (1..=7).filter(|_| dice.one_in(2)).collect();
            Cadence::Daily { weekdays: Weekdays::of(days).unwrap_or(Weekdays::WEEKEND) }
        }
        5 => Cadence::EveryNDays { n: dice.count(1..=6) },
        6..=8 => {
            let week_start = dice.int(1..=7) as u8;
            Cadence::Weekly { times: dice.count(1..=7), week_start }
        }
        _ if length < 40 => Cadence::EveryNDays { n: dice.count(2..=3) },
        _ => Cadence::Monthly { times: dice.pick(&[1, 2, 5, 20, 28, 31]) },
    }
}

fn goal(dice: &mut Dice) -> Goal {
    match dice.int(0..=7) {
        0..=3 => Goal::Check,
        4 => Goal::Count { n: dice.count(1..=3) },
        5..=6 => Goal::Metric(metric(dice)),
        _ => {
            let tasks = ["a", "b", "c"].map(|id| {
                let goal = match dice.int(0..=2) {
                    0 => TaskGoal::Check,
                    1 => TaskGoal::Count { n: dice.count(1..=2) },
                    _ => TaskGoal::Metric(metric(dice)),
                };
                Task { id: id.to_owned(), goal }
            });
            Goal::Tasks {
                need: dice.pick(&[Need::All, Need::Any, Need::Count(2)]),
                tasks: tasks.into(),
            }
        }
    }
}

fn metric(dice: &mut Dice) -> Metric {
    Metric {
        agg: dice.pick(&[Aggregate::Sum, Aggregate::Max]),
        cmp: dice.pick(&[Compare::AtLeast, Compare::AtLeast, Compare::AtMost]),
        target_milli: dice.pick(&[1, 5_000, 20_000]),
        unit: "page".to_owned(),
    }
}
