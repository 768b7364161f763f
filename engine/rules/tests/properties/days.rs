//! Labels of instants: the day function and the clocks made of it.

use crate::dice::{Dice, throws};
use crate::story::setting;
use crate::{Verdict, for_all};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use proptest::{prop_assert, prop_assert_eq};
use rules::reminder::{TimeOfDay, fires_at};
use rules::zone_change::change_zone;
use rules::{Clock, Day, Instant, Setting, Zone};

const HOUR_S: i64 = 3600;
const DAY_S: i64 = 24 * HOUR_S;
/// The first second of 2100.
const Y2100: i64 = 4_102_444_800;

fn wall(zone: Zone, at: Instant) -> NaiveDateTime {
    at.utc().with_timezone(&zone).naive_local()
}

/// The seconds by which a zone's clock is ahead of UTC.
fn ahead_s(zone: Zone, at: Instant) -> i64 {
    wall(zone, at).and_utc().timestamp() - at.0
}

/// The earliest time that the clock shows from an instant on.
fn earliest_shown(zone: Zone, from: Instant) -> NaiveDateTime {
    const STEP_S: i64 = HOUR_S / 4;
    let mut earliest = wall(zone, from);
    // No clock has been set back by more than two days.
    for before in (0..2 * DAY_S / STEP_S).map(|n| from.plus_s(n * STEP_S)) {
        let old = ahead_s(zone, before);
        if ahead_s(zone, before.plus_s(STEP_S)) >= old {
            continue;
        }
        let (mut low, mut high) = (0, STEP_S);
        while high - low > 1 {
            let middle = (low + high) / 2;
            if ahead_s(zone, before.plus_s(middle)) == old { low = middle } else { high = middle }
        }
        earliest = earliest.min(wall(zone, before.plus_s(high)));
    }
    earliest
}

/// R1 in its other form: the date of the earliest wall time still to come, less the day start.
fn day_by_the_wall(setting: Setting, at: Instant) -> NaiveDate {
    let day_start = TimeDelta::minutes(setting.day_start.minutes());
    (earliest_shown(setting.zone, at) - day_start).date()
}

/// An instant near a clock change of the zone, or any.
fn instant(dice: &mut Dice, zone: Zone) -> Instant {
    let mut at = Instant(dice.int(0..=Y2100));
    if dice.one_in(4) {
        return at;
    }
    let old = ahead_s(zone, at);
    for _ in 0..200 {
        if ahead_s(zone, at) != old {
            break;
        }
        at = at.plus_s(DAY_S);
    }
    let at = at.plus_s(-dice.int(0..=2 * DAY_S));
    let quarter = at.0.div_euclid(900) * 900;
    if dice.one_in(2) { Instant(quarter + dice.int(-1..=1)) } else { at }
}

/// R1.
#[test]
fn a_label_is_the_date_of_the_earliest_wall_time_still_to_come() {
    for_all(throws(), |mut dice| {
        let setting = setting(&mut dice);
        let at = instant(&mut dice, setting.zone);
        prop_assert_eq!(
            setting.day_of(at).date(),
            day_by_the_wall(setting, at),
            "{:?} {}",
            setting,
            at.utc()
        );
        Ok(())
    });
}

/// P10 and P16 of one setting.
fn labels_hold_their_instants(setting: Setting, at: Instant) -> Verdict {
    let day = setting.day_of(at);
    let (start, end) = (setting.start_of(day), setting.start_of(day.plus(1)));
    prop_assert!(start <= at && at < end, "{:?} {}", setting, at.utc());
    prop_assert_eq!(setting.day_of(start), day);
    prop_assert_eq!(setting.day_of(end.plus_s(-1)), day);
    prop_assert!(setting.day_of(end) > day);
    for time in [0, 150, 1439].into_iter().filter_map(TimeOfDay::from_minutes) {
        let fires = fires_at(setting, day, time);
        prop_assert!(fires >= start.plus_s(-3 * HOUR_S) && fires <= end.plus_s(DAY_S));
    }
    Ok(())
}

/// P16.
#[test]
fn every_zone_labels_every_instant() {
    let mut dice = Dice::of(16);
    for zone in chrono_tz::TZ_VARIANTS {
        for _ in 0..4 {
            let setting = Setting { zone, ..setting(&mut dice) };
            let at = instant(&mut dice, zone);
            labels_hold_their_instants(setting, at).expect("a label holds its instants");
        }
    }
}

/// P10, P16.
#[test]
fn a_label_holds_exactly_its_instants() {
    for_all(throws(), |mut dice| {
        let setting = setting(&mut dice);
        let at = instant(&mut dice, setting.zone);
        labels_hold_their_instants(setting, at)
    });
}

/// A clock that has seen many journeys, and the time around them.
fn journeys(dice: &mut Dice) -> (Clock, Instant, Instant) {
    let first = setting(dice);
    let begins = instant(dice, first.zone);
    let (mut clock, mut moves, mut at) = (Clock::fixed(first), vec![], begins);
    for _ in 0..dice.int(0..=9) {
        let pause = dice.pick(&[60, HOUR_S, DAY_S, 9 * DAY_S]);
        at = at.plus_s(dice.int(0..=pause));
        if dice.one_in(3) {
            let end = clock.end_of(clock.day_of(at));
            at = end.plus_s(dice.int(-1..=1)).max(at);
        }
        let accepted = change_zone(at, clock.setting(), &moves, setting(dice));
        if let Ok(Some(moved)) = accepted {
            moves.push(moved);
            clock.change(moved);
        }
    }
    (clock, begins.plus_s(-3 * DAY_S), at.plus_s(5 * DAY_S))
}

/// P10.
#[test]
fn labels_never_go_back_and_leave_no_gap() {
    for_all(throws(), |mut dice| {
        let (clock, from, to) = journeys(&mut dice);
        let (first, last) = (clock.day_of(from), clock.day_of(to));
        for day in (first.0..=last.0).map(Day) {
            let (start, end) = (clock.start_of(day), clock.end_of(day));
            prop_assert!(start <= end, "{} ends before it starts", day);
            prop_assert_eq!(end, clock.start_of(day.plus(1)));
            prop_assert_eq!(clock.is_empty(day), start == end);
            if start < end {
                prop_assert_eq!(clock.day_of(start), day);
                prop_assert_eq!(clock.day_of(end.plus_s(-1)), day);
            }
            prop_assert!(clock.day_of(start.plus_s(-1)) < day, "{} starts late", day);
            prop_assert!(clock.day_of(end) > day, "{} ends early", day);
        }
        let mut instants: Vec<i64> = (0..20).map(|_| dice.int(from.0..=to.0)).collect();
        instants.sort_unstable();
        let labels: Vec<Day> = instants.into_iter().map(|at| clock.day_of(Instant(at))).collect();
        prop_assert!(labels.is_sorted());
        Ok(())
    });
}

/// P10, the fairness bound.
#[test]
fn journeys_win_two_labels_at_most() {
    for_all(throws(), |mut dice| {
        let (clock, from, to) = journeys(&mut dice);
        for _ in 0..8 {
            let hours = dice.pick(&[1, 4, 24, 28, 48, 76, 240, 720]);
            let start = Instant(dice.int(from.0..=to.0));
            let last = start.plus_s(hours * HOUR_S - 1);
            let (first, last) = (clock.day_of(start), clock.day_of(last));
            let seen = (first.0..=last.0).filter(|&day| !clock.is_empty(Day(day))).count() as i64;
            prop_assert!(
                seen <= (hours + 44) / 24 + 2,
                "{seen} labels in {hours} hours from {}",
                start.utc()
            );
        }
        Ok(())
    });
}
