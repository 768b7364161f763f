//! What a journey does to a streak.

use crate::for_all;
use crate::story::{Stories, setting};
use crate::telling::Telling;
use proptest::{prop_assert, prop_assert_eq};
use rules::{ClockRule, Instant, Standing};

const HOUR_S: i64 = 3600;

/// P9.
#[test]
fn a_journey_never_breaks_a_streak() {
    for_all(Stories, |story| {
        let mut dice = story.dice();
        let story = story.under(|event| {
            event.clock = ClockRule::Personal;
            event.group = None;
        });
        let mut telling = Telling::begin(&story.scenario);
        for command in story.in_order() {
            telling.execute(&command);
            if !dice.one_in(12) {
                continue;
            }
            for person in &telling.people {
                let clock = &person.history.clock;
                let end = clock.end_of(clock.day_of(command.t.into()));
                let now = match dice.int(0..=3) {
                    0 => end.plus_s(-1),
                    1 => end,
                    _ => Instant::from(command.t).plus_s(dice.int(0..=24 * HOUR_S)),
                };
                let wanted = setting(&mut dice);
                let mut moved = person.clone();
                if moved.move_clock(now, wanted.zone.name(), wanted.day_start.minutes()).is_err() {
                    continue;
                }
                let before = Standing::of(&person.history, now);
                let after = Standing::of(&moved.history, now);
                let numbers = |s: Standing| (s.current, s.longest, s.total, s.today, s.frozen);
                prop_assert_eq!(numbers(before), numbers(after), "{:?}", wanted);
                let ends = |s: Standing| s.alive_until.unwrap_or(Instant::NEVER);
                prop_assert!(
                    ends(after) >= ends(before).min(now.plus_s(20 * HOUR_S)),
                    "{} then {} after {:?} at {}",
                    ends(before).utc(),
                    ends(after).utc(),
                    wanted,
                    now.utc()
                );
            }
        }
        Ok(())
    });
}
