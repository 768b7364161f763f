//! P16: no panic and no overflow, whatever somebody sends.

use crate::dice::Dice;
use crate::story::{Stories, Story};
use crate::telling::Telling;
use crate::{Verdict, for_all};
use chrono::{DateTime, NaiveDate, Utc};
use proptest::prop_assert;
use rules::scenario::Op;
use rules::{Action, CheckIn, Day, Instant, Key, Named, Repeat};

fn absurd_day(dice: &mut Dice, day: Day) -> Day {
    let far = [NaiveDate::MIN, NaiveDate::MAX].map(Day::from);
    match dice.int(0..=5) {
        0 => far[0],
        1 => far[1],
        2 => Day(dice.pick(&[i32::MIN, i32::MIN + 1, i32::MAX - 1, i32::MAX])),
        3 => day.plus(dice.pick(&[-800_000, -40_000, 40_000, 800_000])),
        _ => day,
    }
}

fn absurd_instant(dice: &mut Dice, at: DateTime<Utc>) -> DateTime<Utc> {
    let year_0 = Instant(-62_167_219_200).utc();
    dice.pick(&[DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC, year_0, at])
}

fn absurd_amount(dice: &mut Dice) -> i64 {
    dice.pick(&[i64::MIN, -1, 0, 1, 1_000_000_000_000, 1_000_000_000_001, i64::MAX])
}

#[test]
fn absurd_dates_and_amounts_are_answered() {
    for_all(Stories, |mut story| {
        let mut dice = story.dice();
        for command in &mut story.scenario.commands {
            match &mut command.op {
                Op::CheckIn { at, day, amount_milli, .. } => {
                    *at = at.map(|at| absurd_instant(&mut dice, at));
                    *day = day.map(|day| absurd_day(&mut dice, day));
                    *amount_milli = amount_milli.map(|_| absurd_amount(&mut dice));
                }
                Op::Pause { from, to } | Op::Amnesty { from, to } => {
                    *from = absurd_day(&mut dice, *from);
                    let ends = [from.plus(3), from.plus(-3), absurd_day(&mut dice, *to)];
                    *to = dice.pick(&ends);
                }
                Op::Repair { day } => *day = absurd_day(&mut dice, *day),
                Op::GrantFreeze { n } => *n = dice.pick(&[0, u32::MAX]),
                Op::SetTz { tz, day_start_min } => {
                    *tz = dice.pick(&["", "Mars/Olympus", tz.as_str()]).to_owned();
                    *day_start_min = dice.pick(&[i64::MIN, -361, 721, i64::MAX, 0]);
                }
                Op::Join | Op::Leave | Op::Undo { .. } | Op::Resume => {}
            }
        }
        prop_assert!(story.scenario.run().is_ok());
        Ok(())
    });
}

/// A check-in by everybody, sent at any time that a platform may claim.
fn sent_at_any_time(story: &Story, days: &[Named]) -> Verdict {
    let mut dice = story.dice();
    let (telling, _) = Telling::of(story);
    for (n, person) in telling.people.iter().enumerate() {
        let action = CheckIn {
            key: Key(format!("absurd {n}")),
            sent_at: Some(absurd_instant(&mut dice, Instant(0).utc()).into()),
            day: dice.pick(days),
            amount_milli: None,
            task: None,
            note: None,
            repeat: Repeat::Keep,
            entries_max: None,
        };
        prop_assert!(Action::CheckIn(action).decide(&person.history, story.now()).is_err());
    }
    Ok(())
}

#[test]
fn absurd_times_of_sending_are_answered() {
    let days = [Named::Now, Named::Date(Day(i32::MIN)), Named::Date(Day(i32::MAX))];
    for_all(Stories, |story| sent_at_any_time(&story, &days));
}

#[test]
fn so_many_days_before_an_absurd_time_are_answered() {
    let days = [0, 1, i32::MAX, i32::MIN].map(Named::DaysAgo);
    for_all(Stories, |story| sent_at_any_time(&story, &days));
}

/// Sums of the greatest amounts stay within their type.
#[test]
fn the_greatest_amounts_add_up() {
    for_all(Stories, |mut story| {
        for command in &mut story.scenario.commands {
            if let Op::CheckIn { amount_milli: Some(amount), .. } = &mut command.op {
                *amount = rules::goal::AMOUNT_MAX_MILLI;
            }
        }
        let outcome = story.scenario.run();
        prop_assert!(outcome.is_ok_and(|o| o.users.values().all(|user| user.points_milli >= 0)));
        Ok(())
    });
}
