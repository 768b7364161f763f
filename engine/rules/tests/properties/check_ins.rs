//! Check-ins in any order, sent twice, taken back, or seen from another zone.

use crate::for_all;
use crate::story::{Stories, Story, later};
use crate::telling::Telling;
use proptest::{prop_assert, prop_assert_eq};
use rules::scenario::{Command, Op, Outcome};
use rules::{
    Action, Cadence, CheckIn, Clock, Day, Goal, Instant, Key, Life, Named, Refusal, Repeat,
};

fn is_check_in(op: &Op) -> bool {
    matches!(op, Op::CheckIn { .. })
}

/// What was received so long before `until` that it cannot arrive any later, and the check-ins
/// since then, each received when it was sent.
fn before_and_since(story: &Story, until: Instant) -> (Vec<Command>, Vec<Command>) {
    let from = until.plus_s(-story.scenario.event.max_delay_s);
    let (before, mut since): (Vec<Command>, Vec<Command>) =
        story.in_order().into_iter().partition(|command| Instant::from(command.t) < from);
    let mut known = vec![];
    since.retain_mut(|command| {
        let received = command.t;
        let Op::CheckIn { id, at, .. } = &mut command.op else { return false };
        let sent = at.unwrap_or(received).min(received);
        (*at, command.t) = (Some(sent), sent);
        let is_new = !known.contains(id);
        known.push(id.clone());
        is_new && Instant::from(received) <= until && Instant::from(sent) >= from
    });
    since.sort_by_key(|command| command.t);
    (before, since)
}

/// P1: what counts is when it was sent.
#[test]
fn late_check_ins_in_any_order_come_to_the_same() {
    for_all(Stories, |story| {
        let mut dice = story.dice();
        let all = story.in_order().into_iter().filter(|command| is_check_in(&command.op));
        let all: Vec<Command> = all.collect();
        if all.is_empty() {
            return Ok(());
        }
        let until = Instant::from(dice.pick(&all).t);
        let (before, mut since) = before_and_since(&story, until);
        let mut on_time = Telling::begin(&story.scenario);
        for command in &before {
            on_time.execute(command);
        }
        let mut late = on_time.clone();
        since.retain(|command| on_time.execute(command) == "ok");
        dice.shuffle(&mut since);
        for command in since {
            let command = Command { t: until.utc(), ..command };
            prop_assert_eq!(late.execute(&command), "ok", "{:?}", command);
        }
        for at in later(&mut dice, until) {
            prop_assert_eq!(on_time.outcome(at), late.outcome(at));
        }
        Ok(())
    });
}

/// P1 of the fold alone.
#[test]
fn entries_in_any_order_come_to_the_same_life() {
    for_all(Stories, |story| {
        let mut dice = story.dice();
        let (telling, _) = Telling::of(&story);
        for mut person in telling.people {
            let life = Life::of(&person.history, story.now());
            dice.shuffle(&mut person.history.entries);
            prop_assert_eq!(life, Life::of(&person.history, story.now()));
        }
        Ok(())
    });
}

/// P2.
#[test]
fn a_check_in_sent_again_is_a_duplicate_and_changes_nothing() {
    for_all(Stories, |story| {
        let mut dice = story.dice();
        let (mut telling, mut accepted) = (Telling::begin(&story.scenario), vec![]);
        for command in story.in_order() {
            let code = telling.execute(&command);
            if code == "ok" && is_check_in(&command.op) {
                accepted.push(command.clone());
            }
            if accepted.is_empty() || !dice.one_in(3) {
                continue;
            }
            let again = Command { t: command.t, ..dice.pick(&accepted) };
            let before = telling.outcome(command.t.into());
            prop_assert_eq!(telling.execute(&again), "duplicate", "{:?}", again);
            prop_assert_eq!(telling.outcome(command.t.into()), before);
        }
        Ok(())
    });
}

/// P2 for a label that is named as yesterday's.
#[test]
fn a_check_in_for_so_many_days_ago_sent_again_is_a_repeat() {
    for_all(Stories, |story| {
        let mut dice = story.dice();
        let mut telling = Telling::begin(&story.scenario);
        let mut accepted: Vec<(usize, Action)> = vec![];
        for (n, command) in story.in_order().iter().enumerate() {
            telling.execute(command);
            let now = Instant::from(command.t);
            if !accepted.is_empty() {
                let (place, action) = dice.pick(&accepted);
                let decision = action.decide(&telling.people[place].history, now);
                let repeated = decision.map(|decision| decision.repeated);
                prop_assert_eq!(repeated, Ok(true), "{:?} at {}", action, now.utc());
            }
            let place = dice.int(0..=telling.people.len() as i64 - 1) as usize;
            let sent_at = dice.pick(&[None, Some(now), Some(now.plus_s(200))]);
            let action = Action::CheckIn(CheckIn {
                key: Key(format!("again {n}")),
                sent_at,
                day: Named::DaysAgo(dice.days(0..=1)),
                amount_milli: None,
                task: None,
                note: None,
                repeat: dice.pick(&[Repeat::Keep, Repeat::Refuse]),
                entries_max: None,
            });
            if let Ok(decision) = action.decide(&telling.people[place].history, now) {
                telling.apply(place, &decision.changes);
                accepted.push((place, action));
            }
        }
        Ok(())
    });
}

/// What is left of an outcome when the burnt keys are forgotten.
fn without_labels(mut outcome: Outcome, id: &str) -> Outcome {
    for user in outcome.users.values_mut() {
        user.labels.remove(id);
    }
    outcome
}

/// P3.
#[test]
fn a_check_in_taken_back_was_never_made() {
    for_all(Stories, |story| {
        let mut dice = story.dice();
        // Whether a period can be repaired is asked once, so that it may depend on the check-in.
        let is_at_once = dice.one_in(2);
        let story =
            if is_at_once { story } else { story.without(|op| matches!(op, Op::Repair { .. })) };
        let commands = story.in_order();
        if commands.is_empty() {
            return Ok(());
        }
        let made = dice.int(1..=commands.len() as i64) as usize;
        let lasts = if is_at_once { 0 } else { dice.int(0..=12) as usize };
        let taken_back = (made + lasts).min(commands.len());
        let mut telling = Telling::begin(&story.scenario);
        let mut without = telling.clone();
        let template = commands.iter().filter(|command| is_check_in(&command.op));
        let template: Vec<&Command> = template.collect();
        if template.is_empty() {
            return Ok(());
        }
        let mut extra = dice.pick(&template).clone();
        if let Op::CheckIn { id, at, day, .. } = &mut extra.op {
            *id = "extra".to_owned();
            *at = None;
            *day = day.filter(|_| dice.one_in(2));
        }
        let mut code = "";
        for n in 0..=commands.len() {
            let before = commands[n.saturating_sub(1)].t;
            if n == made {
                extra.t = before;
                code = telling.execute(&extra);
            }
            if n == taken_back {
                let op = Op::Undo { target: "extra".to_owned() };
                let answer = telling.execute(&Command { t: before, user: extra.user.clone(), op });
                let hopes = if code == "ok" { ["ok", "too_late"] } else { ["not_found"; 2] };
                prop_assert!(hopes.contains(&answer), "{} after {}", answer, code);
                if answer == "too_late" {
                    return Ok(());
                }
            }
            if let Some(command) = commands.get(n) {
                prop_assert_eq!(
                    telling.execute(command),
                    without.execute(command),
                    "{:?}",
                    command
                );
            }
        }
        for at in later(&mut dice, story.now()) {
            prop_assert_eq!(
                without_labels(telling.outcome(at), "extra"),
                without.outcome(at),
                "{:?} undone {} commands later",
                &extra,
                lasts
            );
        }
        Ok(())
    });
}

/// P3 from the other side: the key of a check-in that was taken back stays burnt.
#[test]
fn a_key_is_burnt_by_what_was_accepted_and_by_nothing_else() {
    for_all(Stories, |story| {
        let mut telling = Telling::begin(&story.scenario);
        let mut accepted: Vec<String> = vec![];
        for command in story.in_order() {
            let code = telling.execute(&command);
            let Op::CheckIn { id, .. } = &command.op else { continue };
            let is_burnt = accepted.contains(id);
            prop_assert_eq!(is_burnt, ["duplicate", Refusal::Conflict.code()].contains(&code));
            if code == "ok" {
                accepted.push(id.clone());
            }
        }
        Ok(())
    });
}

/// P15: other boundaries, as after an update of the zones, take nothing from what was accepted.
#[test]
fn what_was_credited_does_not_follow_the_clock() {
    for_all(Stories, |story| {
        let story = story.under(|event| {
            event.goal = Goal::Check;
            event.cadence = Cadence::EVERY_DAY;
        });
        let mut dice = story.dice();
        let (telling, _) = Telling::of(&story);
        // Two days on, every label that was credited lies in the past of every zone.
        let at = story.now().plus_s(3 * 86_400);
        for person in telling.people {
            let before = Life::of(&person.history, at);
            let mut moved = person.history.clone();
            moved.clock = Clock::fixed(crate::story::setting(&mut dice));
            let after = Life::of(&moved, at);
            prop_assert_eq!(&moved.entries, &person.history.entries);
            prop_assert_eq!(before.standing.total, after.standing.total);
            prop_assert_eq!(before.standing.entries, after.standing.entries);
            let met = |life: &Life| -> Vec<Day> {
                let met = life.periods.iter().filter(|(_, s)| *s == rules::Status::Met);
                met.map(|(day, _)| *day).collect()
            };
            prop_assert_eq!(met(&before), met(&after));
        }
        Ok(())
    });
}
