//! P4: what is worked out from the settled past is what the whole log says.

use crate::for_all;
use crate::story::{Stories, later};
use crate::telling::{Act, Telling, done};
use proptest::{prop_assert, prop_assert_eq};
use rules::scenario::code;
use rules::{Decision, Entry, History, Instant, Key, Life, Refusal, Settled};

/// What is read where the past is settled: the facts since then, and the entries that a request names.
fn short(whole: &History, settled: &Settled, keys: &[&Key]) -> History {
    let until = settled.until;
    let mut short = whole.clone();
    let is_named = |entry: &&Entry| {
        keys.contains(&&entry.key) || entry.undone_by.as_ref().is_some_and(|by| keys.contains(&by))
    };
    let old = whole.entries.iter().filter(|entry| entry.day < until).filter(is_named);
    short.old = old.cloned().collect();
    short.entries.retain(|entry| entry.day >= until);
    short.spans.retain(|span| span.left.is_none_or(|(_, left)| left >= until));
    short.pauses.retain(|pause| pause.last() >= until);
    short.grants.retain(|grant| grant.day >= until);
    short.repairs.retain(|repair| repair.day >= until);
    short.settled = Some(settled.clone());
    short
}

/// The part of a life that a reading from the settled past shows as well.
fn since(life: &Life, settled: &Settled) -> impl PartialEq + std::fmt::Debug + use<> {
    let periods = life.periods.iter().filter(|(first, _)| *first >= settled.until).copied();
    let breaks = life.breaks.iter().filter(|period| period.first >= settled.until).copied();
    let (periods, breaks): (Vec<_>, Vec<_>) = (periods.collect(), breaks.collect());
    (life.standing, life.badges.clone(), periods, breaks)
}

/// What a member is told.
fn answer(decision: &Result<Decision, Refusal>) -> impl PartialEq + std::fmt::Debug + use<> {
    let told = decision.clone().map(|told| (told.standing, told.news, told.changes, told.tallies));
    (code(decision.as_ref().map(done).map_err(|refusal| *refusal)), told.ok())
}

#[test]
fn the_settled_past_and_the_days_since_tell_the_whole_life() {
    for_all(Stories, |story| {
        let mut dice = story.dice();
        let mut telling = Telling::begin(&story.scenario);
        let mut past: Vec<Option<Settled>> = vec![None; telling.people.len()];
        for command in story.in_order() {
            let now = Instant::from(command.t);
            let act = telling.act(&command);
            let Ok(Act::Wish(place, wish)) = act else {
                telling.obey(&command);
                continue;
            };
            let whole = &telling.people[place].history;
            let amnesties = whole.amnesties.len();
            let known = past[place].clone().filter(|settled| settled.counts_at(now, amnesties));
            let decision = wish.decide(whole, now);
            let mut settled = decision.as_ref().ok().and_then(|decision| decision.settled.clone());
            if let Some(known) = known {
                let from_short = wish.decide(&short(whole, &known, &wish.keys()), now);
                prop_assert_eq!(
                    answer(&from_short),
                    answer(&decision),
                    "{:?} at {} with what is settled until {}",
                    wish,
                    now.utc(),
                    known.until
                );
                prop_assert!(!wish.reaches_back());
                // The next reading builds on this one, as it does in the store.
                settled = from_short.ok().and_then(|decision| decision.settled);
            }
            let Ok(decision) = decision else { continue };
            telling.apply(place, &decision.changes);
            past[place] = settled.clone();
            let Some(settled) = settled else { continue };
            let whole = &telling.people[place].history;
            let short = short(whole, &settled, &[]);
            let [_, soon, tomorrow, far] = later(&mut dice, now);
            for at in [now, dice.pick(&[soon, tomorrow, far])] {
                prop_assert_eq!(
                    since(&Life::of(&short, at), &settled),
                    since(&Life::of(whole, at), &settled),
                    "settled until {}, seen at {}",
                    settled.until,
                    at.utc()
                );
            }
        }
        Ok(())
    });
}

/// An amnesty may lie in the settled past: the whole log is read again.
#[test]
fn a_later_amnesty_unsettles_the_past() {
    for_all(Stories, |story| {
        let (mut telling, _) = Telling::of(&story);
        let now = story.now();
        let person = &mut telling.people[0];
        let life = Life::of(&person.history, now);
        let Some(settled) = life.settled else { return Ok(()) };
        let known = person.history.amnesties.len();
        prop_assert!(settled.counts_at(now, known));
        prop_assert!(!settled.counts_at(now, known + 1));
        prop_assert!(!settled.counts_at(settled.at.plus_s(-1), known));
        Ok(())
    });
}
