//! P4: what is worked out from the settled past is what the whole log says.

use crate::story::{Stories, Story, later};
use crate::telling::{Act, Telling, done};
use crate::{Verdict, for_all};
use proptest::{prop_assert, prop_assert_eq};
use rules::scenario::code;
use rules::{Action, Decision, Entry, History, Instant, Key, Life, Refusal, Settled};

/// What is read where the past is settled: the facts since then, and the entries that a request
/// names.
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

/// What a member is told, and what is stored.
fn answer(decision: &Result<Decision, Refusal>) -> impl PartialEq + std::fmt::Debug + use<> {
    let told = decision.clone().map(|told| (told.standing, told.news, told.changes, told.tallies));
    (code(decision.as_ref().map(done).map_err(|refusal| *refusal)), told.ok())
}

/// An action, and what is known when it is made.
struct Moment<'a> {
    whole: &'a History,
    /// What was settled before, each time worked out from what was settled before that.
    settled: Option<&'a Settled>,
    action: &'a Action,
    now: Instant,
}

/// Tells a story action by action, reading no more than the settled past leaves open.
fn tell(story: &Story, mut looks: impl FnMut(Moment<'_>) -> Verdict) -> Verdict {
    let mut telling = Telling::begin(&story.scenario);
    let mut past: Vec<Option<Settled>> = vec![None; telling.people.len()];
    for command in story.in_order() {
        let now = Instant::from(command.t);
        let Ok(Act::Action(place, action)) = telling.act(&command) else {
            telling.execute(&command);
            continue;
        };
        let whole = &telling.people[place].history;
        let counts = |settled: &&Settled| settled.counts_at(now, whole.amnesties.len());
        let settled = past[place].as_ref().filter(counts);
        looks(Moment { whole, settled, action: &action, now })?;
        let read = settled.map_or_else(|| whole.clone(), |s| short(whole, s, &action.keys()));
        let Ok(decision) = action.decide(&read, now) else { continue };
        telling.apply(place, &decision.changes);
        past[place] = decision.settled;
    }
    Ok(())
}

/// The answer from the settled past and the one from the whole log.
fn answers_agree(moment: &Moment<'_>, settled: &Settled) -> Verdict {
    let Moment { whole, action, now, .. } = moment;
    prop_assert_eq!(
        answer(&action.decide(&short(whole, settled, &action.keys()), *now)),
        answer(&action.decide(whole, *now)),
        "{:?} at {} with what is settled until {}",
        action,
        now.utc(),
        settled.until
    );
    Ok(())
}

/// Whether the action is for mending what lies in the settled past.
fn mends_the_past(action: &Action, settled: &Settled) -> bool {
    matches!(action, Action::Repair { day, .. } if *day < settled.until)
}

/// P4.
#[test]
fn wishes_are_answered_from_the_settled_past_as_from_the_whole_log() {
    for_all(Stories, |story| {
        tell(&story, |moment| match moment.settled {
            Some(settled) if !moment.action.reaches_back() => answers_agree(&moment, settled),
            _ => Ok(()),
        })
    });
}

/// P4 for the one action that may name the settled past.
#[test]
fn a_wish_that_may_mend_the_settled_past_has_the_whole_log_read() {
    for_all(Stories, |story| {
        tell(&story, |moment| {
            let mends =
                moment.settled.is_some_and(|settled| mends_the_past(moment.action, settled));
            prop_assert!(!mends || moment.action.reaches_back(), "{:?}", moment.action);
            Ok(())
        })
    });
}

/// P4 after every accepted command, at once and later.
#[test]
fn the_settled_past_and_the_days_since_tell_the_whole_life() {
    for_all(Stories, |story| {
        let mut dice = story.dice();
        tell(&story, |Moment { whole, settled, action, now }| {
            let read = settled.map_or_else(|| whole.clone(), |s| short(whole, s, &action.keys()));
            let Ok(decision) = action.decide(&read, now) else { return Ok(()) };
            let mut whole = whole.clone();
            decision.changes.iter().for_each(|change| whole.apply(change));
            for settled in decision.settled.iter().chain(&decision.snapshots) {
                let short = short(&whole, settled, &[]);
                let [_, soon, tomorrow, far] = later(&mut dice, now);
                for at in [now, dice.pick(&[soon, tomorrow, far])] {
                    prop_assert_eq!(
                        since(&Life::of(&short, at), settled),
                        since(&Life::of(&whole, at), settled),
                        "settled until {}, seen at {}",
                        settled.until,
                        at.utc()
                    );
                }
            }
            Ok(())
        })
    });
}

/// An amnesty may lie in the settled past: the whole log is read again.
#[test]
fn a_later_amnesty_unsettles_the_past() {
    for_all(Stories, |story| {
        let (telling, _) = Telling::of(&story);
        let history = &telling.people[0].history;
        let Some(settled) = Life::of(history, story.now()).settled else { return Ok(()) };
        let known = history.amnesties.len();
        prop_assert!(settled.counts_at(story.now(), known));
        prop_assert!(!settled.counts_at(story.now(), known + 1));
        prop_assert!(!settled.counts_at(settled.at.plus_s(-1), known));
        Ok(())
    });
}
