//! The events of the simulation: every cadence, every kind of goal, both kinds of clock.

use engine::rules::event::{FreezeRule, RepairRule};
use engine::rules::goal::{Aggregate, Compare, Metric, Need, Task, TaskGoal};
use engine::rules::{
    Cadence, ClockRule, Day, DayStart, Goal, Milestones, Rules, Scope, Setting, Weekdays, Zone,
};

/// Where people live, and move to.
pub const ZONES: [Zone; 16] = [
    Zone::UTC,
    Zone::Europe__Berlin,
    Zone::Europe__Lisbon,
    Zone::America__New_York,
    Zone::America__Los_Angeles,
    Zone::America__Havana,
    Zone::America__Santiago,
    Zone::America__St_Johns,
    Zone::Africa__Cairo,
    Zone::Africa__Casablanca,
    Zone::Asia__Kolkata,
    Zone::Asia__Kathmandu,
    Zone::Asia__Tokyo,
    Zone::Australia__Lord_Howe,
    Zone::Pacific__Kiritimati,
    Zone::Pacific__Pago_Pago,
];

/// When days begin, in minutes from midnight.
pub const DAY_STARTS: [i64; 6] = [0, 0, 0, 180, 720, -360];

pub fn setting(zone: Zone, day_start: i64) -> Setting {
    Setting { zone, day_start: DayStart::from_minutes(day_start).unwrap() }
}

fn metric(agg: Aggregate, cmp: Compare, target_milli: i64) -> Metric {
    Metric { agg, cmp, target_milli, unit: "page".to_owned() }
}

/// The rules of all events, the first of which begins on `start`.
pub fn all(start: Day) -> Vec<Rules> {
    let fixed = |zone, day_start| ClockRule::Fixed(setting(zone, day_start));
    let rules = |clock, cadence| Rules {
        milestones: Milestones::of(vec![2, 3, 5, 7, 10, 14, 21, 30, 50, 100, 200, 365]),
        ..Rules::daily(clock, cadence, start)
    };
    let task = |id: &str, goal| Task { id: id.to_owned(), goal };
    let pages = TaskGoal::Metric(metric(Aggregate::Sum, Compare::AtLeast, 10_000));
    let tasks =
        vec![task("a", TaskGoal::Check), task("b", pages), task("c", TaskGoal::Count { n: 2 })];
    let daily = Cadence::EVERY_DAY;
    vec![
        rules(ClockRule::Personal, daily.clone()),
        rules(fixed(Zone::Europe__Berlin, 0), Cadence::Daily { weekdays: Weekdays::WORKDAYS }),
        rules(ClockRule::Personal, Cadence::Weekly { times: 3, week_start: 1 }),
        Rules {
            goal: Goal::Metric(metric(Aggregate::Sum, Compare::AtLeast, 40_000)),
            scope: Scope::Period,
            ..rules(
                fixed(Zone::America__New_York, 180),
                Cadence::Weekly { times: 1, week_start: 7 },
            )
        },
        Rules {
            goal: Goal::Count { n: 2 },
            backfill_days: 7,
            ..rules(ClockRule::Personal, Cadence::Monthly { times: 8 })
        },
        Rules {
            goal: Goal::Metric(metric(Aggregate::Max, Compare::AtLeast, 10_000)),
            repair: Some(RepairRule { window_days: 7, cooldown_days: 3 }),
            ..rules(fixed(Zone::Asia__Kathmandu, -360), Cadence::EveryNDays { n: 3 })
        },
        Rules {
            goal: Goal::Metric(metric(Aggregate::Sum, Compare::AtMost, 20_000)),
            freeze: Some(FreezeRule { initial: 2, cap: 4, earn_every: 3 }),
            undo_days: 30,
            ..rules(ClockRule::Personal, daily.clone())
        },
        Rules {
            goal: Goal::Tasks { need: Need::Count(2), tasks },
            ..rules(fixed(Zone::America__Santiago, 0), daily.clone()).contest()
        },
        Rules {
            start: start.plus(9),
            end: Some(start.plus(60)),
            freeze: None,
            ..rules(ClockRule::Personal, daily)
        },
        rules(
            fixed(Zone::Australia__Lord_Howe, 720),
            Cadence::Daily { weekdays: Weekdays::WEEKEND },
        ),
    ]
}
