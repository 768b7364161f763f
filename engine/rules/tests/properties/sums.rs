//! Numbers that have to agree: runs and totals, badges and runs, ranks and values.

use crate::for_all;
use crate::story::Stories;
use crate::telling::{Act, Telling};
use proptest::{prop_assert, prop_assert_eq};
use rules::ranking::{By, ranks};
use rules::{Day, GroupStatus, Life, Status};
use std::collections::BTreeMap;

/// P11.
#[test]
fn runs_add_up_to_the_total() {
    for_all(Stories, |story| {
        let (telling, _) = Telling::of(&story);
        for person in telling.people {
            let life = Life::of(&person.history, story.now());
            let standing = life.standing;
            let lengths: Vec<u32> = life.runs.iter().map(|run| run.length).collect();
            let number = |status| life.periods.iter().filter(|(_, s)| *s == status).count() as u32;
            prop_assert_eq!(lengths.iter().sum::<u32>(), standing.total);
            prop_assert_eq!(standing.consistency.0, standing.total);
            prop_assert_eq!(number(Status::Met), standing.total);
            let required = [Status::Missed, Status::Frozen, Status::Repaired].map(number);
            prop_assert_eq!(standing.consistency.1, standing.total + required.iter().sum::<u32>());
            prop_assert_eq!(number(Status::Frozen), standing.frozen);
            prop_assert_eq!(number(Status::Bonus), standing.bonus);
            prop_assert_eq!(lengths.iter().copied().max().unwrap_or(0), standing.longest);
            let last = lengths.last().copied().unwrap_or(0);
            prop_assert!(standing.current == 0 || standing.current == last);
            prop_assert!(standing.member || standing.current == 0);
            let first_labels = life.periods.iter().map(|(first, _)| *first);
            prop_assert!(first_labels.is_sorted_by(|a, b| a < b), "a period twice");
        }
        Ok(())
    });
}

/// Section 3.9: a badge counts the runs that reached it.
#[test]
fn badges_are_those_of_the_runs() {
    for_all(Stories, |story| {
        let (telling, _) = Telling::of(&story);
        for person in telling.people {
            let life = Life::of(&person.history, story.now());
            let milestones = &story.scenario.event.milestones;
            let lengths = (1..=life.standing.longest).filter(|&length| milestones.contains(length));
            let runs = |length| life.runs.iter().filter(|run| run.length >= length).count() as u32;
            let expected: BTreeMap<u32, u32> = lengths.map(|l| (l, runs(l))).collect();
            let badges: BTreeMap<u32, u32> =
                life.badges.iter().map(|(&length, reached)| (length, reached.runs)).collect();
            prop_assert_eq!(badges, expected);
        }
        Ok(())
    });
}

/// What the rankings of weeks and months are told, change by change, adds up to what the fold says.
#[test]
fn tallies_add_up_to_the_total() {
    for_all(Stories, |story| {
        let mut telling = Telling::begin(&story.scenario);
        let mut sums: Vec<BTreeMap<Day, i32>> = vec![BTreeMap::new(); telling.people.len()];
        let mut points = vec![0; telling.people.len()];
        for command in story.in_order() {
            let Ok(Act::Action(place, action)) = telling.act(&command) else {
                telling.execute(&command);
                continue;
            };
            let decision = action.decide(&telling.people[place].history, command.t.into());
            let Ok(decision) = decision else { continue };
            telling.apply(place, &decision.changes);
            for tally in decision.tallies {
                *sums[place].entry(tally.day).or_default() += tally.met;
                points[place] += tally.points_milli;
            }
        }
        for ((person, sums), points) in telling.people.iter().zip(sums).zip(points) {
            let life = Life::of(&person.history, story.now());
            prop_assert_eq!(sums.values().sum::<i32>(), life.standing.total as i32);
            prop_assert_eq!(points, life.standing.points_milli);
            let history = &person.history;
            let is_right = |(day, met): (&Day, &i32)| {
                let met_on = history.met_on(&life, history.rules.period_of(*day).first);
                *met == i32::from(met_on == Some(*day))
            };
            prop_assert!(sums.iter().all(is_right), "{:?}", sums);
        }
        Ok(())
    });
}

/// P12.
#[test]
fn a_rank_is_one_more_than_those_ahead() {
    for_all(Stories, |story| {
        let (telling, _) = Telling::of(&story);
        let outcome = telling.outcome(story.now());
        let members = outcome.users.iter().filter(|(_, user)| user.member).count();
        for by in By::ALL {
            let rows = &outcome.ranking[by.name()];
            prop_assert_eq!(rows.len(), members);
            for (rank, id, value) in rows {
                let ahead = rows.iter().filter(|(_, _, other)| other > value).count() as u64;
                prop_assert_eq!(*rank, ahead + 1, "{} by {}", id, by.name());
                let person = telling.people.iter().find(|person| person.id == *id);
                let standing = person.map(|p| Life::of(&p.history, story.now()).standing);
                prop_assert_eq!(standing.map(|standing| by.value(&standing)), Some(*value));
            }
            for place in 0..rows.len() {
                let starts = place == 0 || rows[place - 1].2 > rows[place].2;
                let page = rows[place..].iter().map(|(_, _, value)| *value);
                let whole: Vec<u64> = rows[place..].iter().map(|(rank, _, _)| *rank).collect();
                prop_assert!(!starts || ranks(page, place as u64) == whole);
            }
        }
        Ok(())
    });
}

/// R70: what the votes of the members come to.
#[test]
fn the_group_holds_by_the_votes_of_its_members() {
    for_all(Stories, |story| {
        let (telling, _) = Telling::of(&story);
        let outcome = telling.outcome(story.now());
        let Some(group) = outcome.group else { return Ok(()) };
        let votes = |first, status| {
            let lives = outcome.users.values().map(|user| &user.periods);
            lives.filter(|periods| periods.contains(&(first, status))).count() as u32
        };
        for &(first, status, yes, no) in &group.periods {
            prop_assert_eq!(yes, votes(first, Status::Met));
            prop_assert_eq!(no, votes(first, Status::Missed));
            prop_assert!(status != GroupStatus::Met || yes > 0);
            prop_assert!(status != GroupStatus::Missed || no > 0);
        }
        let met = group.periods.iter().filter(|(_, status, _, _)| *status == GroupStatus::Met);
        prop_assert_eq!(group.total, met.count() as u32);
        prop_assert!(group.current <= group.longest && group.longest <= group.total);
        Ok(())
    });
}
