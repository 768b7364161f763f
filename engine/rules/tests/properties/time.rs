//! What time does to a streak while nobody does anything.

use crate::for_all;
use crate::story::{Stories, later};
use crate::telling::Telling;
use proptest::{prop_assert, prop_assert_eq};
use rules::scenario::Op;
use rules::{Instant, Life, Standing};

const DAY_S: i64 = 86_400;

/// P7: what was reached stays.
#[test]
fn time_takes_nothing_that_was_reached() {
    for_all(Stories, |story| {
        let mut dice = story.dice();
        let (telling, _) = Telling::of(&story);
        let mut instants: Vec<i64> =
            (0..8).map(|_| story.now().0 + dice.int(0..=20 * DAY_S)).collect();
        instants.sort_unstable();
        for person in telling.people {
            let reached = instants.iter().map(|&at| Standing::of(&person.history, Instant(at)));
            let reached: Vec<Standing> = reached.collect();
            prop_assert!(reached.is_sorted_by_key(|standing| standing.longest), "{reached:?}");
            prop_assert!(reached.is_sorted_by_key(|standing| standing.total), "{reached:?}");
        }
        Ok(())
    });
}

/// P7: nor does anything that is done, but for taking back, breaking a limit, and P6a.
#[test]
fn longest_and_total_never_fall_while_nothing_is_taken_back() {
    for_all(Stories, |story| {
        let story = story.at_least().under(|event| event.freeze = None);
        let story = story.without(|op| matches!(op, Op::Undo { .. }));
        let mut telling = Telling::begin(&story.scenario);
        let mut reached = vec![(0, 0); telling.people.len()];
        for command in story.in_order() {
            telling.execute(&command);
            for (person, reached) in telling.people.iter().zip(&mut reached) {
                let standing = Standing::of(&person.history, command.t.into());
                prop_assert!(reached.0 <= standing.longest, "{:?}", command);
                prop_assert!(reached.1 <= standing.total, "{:?}", command);
                *reached = (standing.longest, standing.total);
            }
        }
        Ok(())
    });
}

/// The numbers that a close changes.
fn numbers(standing: &Standing) -> impl PartialEq + std::fmt::Debug + use<> {
    let Standing { current, longest, total, freezes, freeze_progress, frozen, .. } = *standing;
    ((current, longest, total), (freezes, freeze_progress, frozen), standing.consistency)
}

/// P8.
#[test]
fn a_deadline_is_exact_to_the_second() {
    for_all(Stories, |story| {
        let mut dice = story.dice();
        let (telling, _) = Telling::of(&story);
        for person in telling.people {
            for at in later(&mut dice, story.now()) {
                let standing = Standing::of(&person.history, at);
                let Some(deadline) = standing.deadline else { continue };
                let before = Standing::of(&person.history, deadline.plus_s(-1));
                let after = Standing::of(&person.history, deadline);
                prop_assert!(deadline > at);
                prop_assert_eq!(numbers(&before), numbers(&standing), "before the deadline");
                prop_assert_eq!(before.deadline, Some(deadline));
                let lost = after.consistency.1 - after.consistency.0;
                let had = before.consistency.1 - before.consistency.0;
                prop_assert_eq!(lost, had + 1, "at the deadline {}", deadline.utc());
                prop_assert!(after.current == 0 || after.frozen == before.frozen + 1);
            }
        }
        Ok(())
    });
}

/// P8.
#[test]
fn a_run_ends_at_alive_until_to_the_second() {
    for_all(Stories, |story| {
        let mut dice = story.dice();
        let (telling, _) = Telling::of(&story);
        for person in telling.people {
            for at in later(&mut dice, story.now()) {
                let standing = Standing::of(&person.history, at);
                let Some(alive_until) = standing.alive_until else { continue };
                let before = Standing::of(&person.history, alive_until.plus_s(-1));
                let after = Standing::of(&person.history, alive_until);
                prop_assert!(alive_until > at);
                prop_assert_eq!(before.current, standing.current, "{}", alive_until.utc());
                prop_assert_eq!(before.freezes, 0);
                prop_assert_eq!(before.alive_until, Some(alive_until));
                prop_assert_eq!((after.current, after.freezes), (0, 0), "{}", alive_until.utc());
                prop_assert_eq!((after.deadline, after.alive_until), (None, None));
            }
        }
        Ok(())
    });
}

/// P8 from the other side.
#[test]
fn a_run_without_an_end_goes_on() {
    for_all(Stories, |story| {
        let mut dice = story.dice();
        let (telling, _) = Telling::of(&story);
        for person in telling.people {
            let standing = Standing::of(&person.history, story.now());
            if standing.alive_until.is_some() {
                continue;
            }
            for days in [1, 7, 40, dice.int(0..=900)] {
                let then = Standing::of(&person.history, story.now().plus_s(days * DAY_S));
                prop_assert_eq!(then.current, standing.current, "{} days later", days);
            }
        }
        Ok(())
    });
}

/// P8: who is at risk has a deadline, and no run ends before one.
#[test]
fn risk_deadline_and_end_belong_together() {
    for_all(Stories, |story| {
        let mut dice = story.dice();
        let (telling, _) = Telling::of(&story);
        for person in telling.people {
            for at in later(&mut dice, story.now()) {
                let standing = Standing::of(&person.history, at);
                prop_assert!(!standing.at_risk || standing.deadline.is_some());
                prop_assert!(standing.current > 0 || standing.deadline.is_none());
                // Freezes may last until the event is over: then there is a deadline and no end.
                let is_in_order = |end| standing.deadline.is_some_and(|deadline| deadline <= end);
                prop_assert!(standing.alive_until.is_none_or(is_in_order));
            }
        }
        Ok(())
    });
}

/// P13.
#[test]
fn reading_needs_no_job_and_no_order() {
    for_all(Stories, |story| {
        let mut dice = story.dice();
        let (telling, _) = Telling::of(&story);
        for person in telling.people {
            let mut instants = later(&mut dice, story.now());
            let lives = instants.map(|at| (at, Life::of(&person.history, at)));
            dice.shuffle(&mut instants);
            for at in instants {
                let again = Life::of(&person.history, at);
                prop_assert!(lives.iter().any(|(then, life)| *then == at && *life == again));
            }
        }
        Ok(())
    });
}
