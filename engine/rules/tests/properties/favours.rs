//! What can only help: a freeze, another check-in, an excuse.

use crate::dice::Dice;
use crate::for_all;
use crate::story::{Stories, day, instant, later};
use crate::telling::Telling;
use proptest::{prop_assert, prop_assert_eq};
use rules::event::FreezeRule;
use rules::goal::TaskGoal;
use rules::scenario::Op;
use rules::{
    Cadence, Clock, ClockRule, Day, Days, Entry, Goal, History, Instant, Key, Pause, Rules,
    Setting, Span, Standing, Zone,
};
use std::sync::Arc;

/// P5.
#[test]
fn freezes_never_lower_a_streak() {
    for_all(Stories, |story| {
        let mut dice = story.dice();
        // A repair is refused where a freeze was enough, and its cooldown then begins elsewhere.
        let story = story.under(|event| {
            event.repair = None;
            let usual = FreezeRule { initial: 1, cap: 2, earn_every: 3 };
            event.freeze = Some(event.freeze.unwrap_or(usual));
        });
        let (with, _) = Telling::of(&story);
        let now = story.now();
        let (without, _) = Telling::of(&story.under(|event| event.freeze = None));
        for (with, without) in with.people.iter().zip(&without.people) {
            for at in later(&mut dice, now) {
                let (with, without) =
                    (Standing::of(&with.history, at), Standing::of(&without.history, at));
                prop_assert!(with.current >= without.current, "{with:?} {without:?}");
                prop_assert!(with.longest >= without.longest, "{with:?} {without:?}");
                prop_assert_eq!(with.total, without.total);
            }
        }
        Ok(())
    });
}

/// An entry that could have been accepted for a label, in the words of the goal.
fn entry(dice: &mut Dice, goal: &Goal, day: Day) -> Entry {
    let (task, amount) = match goal {
        Goal::Check | Goal::Count { .. } => (None, None),
        Goal::Metric(metric) => (None, Some(metric.target_milli)),
        Goal::Tasks { tasks, .. } => {
            let task = dice.pick(tasks);
            let amount = match &task.goal {
                TaskGoal::Metric(metric) => Some(metric.target_milli),
                TaskGoal::Check | TaskGoal::Count { .. } => None,
            };
            (Some(task.id), amount)
        }
    };
    Entry {
        key: Key("extra".to_owned()),
        day,
        received_at: Instant(0),
        sent_at: None,
        asked_day: None,
        amount_milli: amount.map(|most| dice.int(1..=most)),
        task,
        note: None,
        undone_at: None,
        undone_by: None,
    }
}

/// P6. Freezes that outlast an absence are like given ones (P6a), and a frozen or mended week
/// forgets in its strength what was done of it, where a missed one remembers.
#[test]
fn one_more_check_in_never_lowers_anything() {
    for_all(Stories, |story| {
        let mut dice = story.dice();
        let earned =
            FreezeRule { initial: 0, cap: dice.count(1..=2), earn_every: dice.count(1..=3) };
        let rule = dice.one_in(2).then_some(earned);
        let story = story.at_least().under(|event| event.freeze = rule);
        let story = story.without(|op| match op {
            Op::GrantFreeze { .. } | Op::Leave => rule.is_some(),
            _ => false,
        });
        let (telling, _) = Telling::of(&story);
        for person in telling.people {
            let days = labels_of_stays(&person.history, story.now());
            if days.is_empty() {
                continue;
            }
            let mut more = person.history.clone();
            let day = dice.pick(&days);
            more.entries.push(entry(&mut dice, &more.rules.goal, day));
            for at in later(&mut dice, story.now()) {
                let (less, more) = (Standing::of(&person.history, at), Standing::of(&more, at));
                let is_plain = rule.is_none() && person.history.repairs.is_empty();
                let strength = |s: Standing| if is_plain { s.strength_ppm } else { 0 };
                let numbers = |s: Standing| [s.current, s.longest, s.total, s.bonus, strength(s)];
                let pairs = numbers(less).into_iter().zip(numbers(more));
                prop_assert!(
                    pairs.into_iter().all(|(less, more)| less <= more),
                    "one more on {day}: {less:?}\n{more:?}"
                );
            }
        }
        Ok(())
    });
}

/// The labels that a member could check in on.
fn labels_of_stays(history: &History, now: Instant) -> Vec<Day> {
    let Some(Span { joined_day, .. }) = history.spans.first() else { return vec![] };
    let is_open = |day: &Day| {
        history.is_member_on(*day) && history.rules.is_on(*day) && !history.clock.is_empty(*day)
    };
    (joined_day.0..=history.clock.day_of(now).0).map(Day).filter(is_open).collect()
}

/// A member since 5 January 2025, by UTC.
fn member(freeze: FreezeRule, cadence: Cadence) -> History {
    let setting = Setting::midnight(Zone::UTC);
    let clock = ClockRule::Fixed(setting);
    let rules = Rules::daily(clock, cadence, day("2025-01-01"));
    let rules = Rules { freeze: Some(freeze), repair: None, ..rules };
    let mut history = History::blank(Arc::new(rules), Clock::fixed(setting));
    history.spans.push(Span {
        joined_at: instant("2025-01-05T12:00:00Z"),
        joined_day: day("2025-01-05"),
        left: None,
    });
    history
}

fn check_in_on(history: &mut History, label: Day) {
    history.entries.push(entry(&mut Dice::of(0), &Goal::Check, label));
}

/// P6a: the known exception, B85 and B86.
#[test]
fn a_given_freeze_may_be_spent_on_an_older_run() {
    let freeze = FreezeRule { initial: 1, cap: 1, earn_every: 0 };
    let mut history = member(freeze, Cadence::EVERY_DAY);
    let now = instant("2025-01-11T12:00:00Z");
    check_in_on(&mut history, day("2025-01-09"));
    assert_eq!(Standing::of(&history, now).current, 1);
    check_in_on(&mut history, day("2025-01-06"));
    assert_eq!(Standing::of(&history, now).current, 0);
}

/// The exception to P6 that R24 makes: what is not missed leaves strength alone.
#[test]
fn a_frozen_week_leaves_strength_where_it_stood() {
    let freeze = FreezeRule { initial: 0, cap: 1, earn_every: 1 };
    let mut history = member(freeze, Cadence::Weekly { times: 7, week_start: 1 });
    for label in (6..=11).chain(13..=18).map(|n| day("2025-01-01").plus(n - 1)) {
        check_in_on(&mut history, label);
    }
    let now = instant("2025-01-20T12:00:00Z");
    let missed = Standing::of(&history, now);
    check_in_on(&mut history, day("2025-01-12"));
    let frozen = Standing::of(&history, now);
    assert_eq!((missed.frozen, frozen.frozen), (0, 1));
    assert!(frozen.strength_ppm < missed.strength_ppm);
}

/// P14.
#[test]
fn an_excuse_never_lowers_a_streak() {
    for_all(Stories, |story| {
        let mut dice = story.dice();
        let story = story.under(|event| event.freeze = None);
        let story = story.without(|op| matches!(op, Op::Pause { .. }));
        let (telling, _) = Telling::of(&story);
        for person in telling.people {
            let today = person.history.clock.day_of(story.now());
            let first = today.plus(dice.days(-30..=4));
            let mut excused = person.history.clone();
            if dice.one_in(2) {
                let days = Days { first, last: first.plus(dice.days(0..=30)) };
                Arc::make_mut(&mut excused.amnesties).push(days);
            } else {
                let days = Days { first, last: first.plus(dice.days(0..=59)) };
                let resumed = dice.one_in(3).then(|| first.plus(dice.days(-2..=20)));
                excused.pauses.push(Pause { at: story.now(), days, resumed });
            }
            for at in later(&mut dice, story.now()) {
                let (with, without) =
                    (Standing::of(&excused, at), Standing::of(&person.history, at));
                prop_assert!(with.current >= without.current, "{with:?} {without:?}");
                prop_assert!(with.longest >= without.longest, "{with:?} {without:?}");
                prop_assert_eq!(with.total, without.total);
            }
        }
        Ok(())
    });
}
