//! Where a rule begins to hold and where it ends: the last second, the last day, nothing at all.

use super::*;
use rules::change_zone;
use rules::milestone::difference;
use rules::reminder::fires_at;
use rules::{ClockChange, Named, News, Refusal, Tally};

/// What is decided at an instant, without its happening.
fn decide(history: &History, when: &str, action: &Action) -> Result<rules::Decision, Refusal> {
    action.decide(history, at(when))
}

/// A member who checks in on each of these days of January at noon.
fn present(rules: Rules, days: impl IntoIterator<Item = u32>) -> History {
    let mut history = member(rules, "2025-01-01T08:00:00Z");
    for n in days {
        check_in(&mut history, &format!("2025-01-{n:02}T12:00:00Z"));
    }
    history
}

#[test]
fn every_instant_has_a_day() {
    const YEAR_DAYS: i32 = 366;
    let utc = setting("UTC");
    for day in [-2_500_000, -700_000, -60_000, 0, 60_000, 700_000, 2_500_000].map(Day) {
        let noon = Instant(i64::from(day.0) * DAY_S + DAY_S / 2);
        assert_eq!(utc.day_of(noon), day);
        assert_eq!(utc.start_of(day), noon.plus_s(-DAY_S / 2));
    }
    assert_eq!(utc.day_of(Instant(i64::MIN)), Day(-3_287_550 + YEAR_DAYS));
    assert_eq!(utc.day_of(Instant::NEVER), Day(2_922_000 - YEAR_DAYS));
}

#[test]
fn a_reminder_at_the_day_start_comes_as_the_day_begins() {
    let late = DayStart::from_minutes(4 * 60).unwrap();
    let setting = Setting { day_start: late, ..setting("UTC") };
    let fires = |hour: i64| {
        let time = TimeOfDay::from_minutes(hour * 60).unwrap();
        fires_at(setting, day("2025-01-06"), time)
    };
    assert_eq!(fires(4), at("2025-01-06T04:00:00Z"));
    assert_eq!(fires(5), at("2025-01-06T05:00:00Z"));
    assert_eq!(fires(3), at("2025-01-07T03:00:00Z"));
    assert_eq!(fires(0), at("2025-01-07T00:00:00Z"));
}

#[test]
fn a_zone_may_change_again_once_the_oldest_change_is_thirty_days_old() {
    let change = |text: &str| ClockChange { at: at(text), setting: setting("Asia/Tokyo") };
    let moves = [
        change("2025-01-01T12:00:00Z"),
        change("2025-01-02T12:00:00Z"),
        change("2025-01-03T12:00:00Z"),
        change("2025-01-04T12:00:00Z"),
    ];
    let action = |when| change_zone(at(when), setting("Asia/Tokyo"), &moves, setting("UTC"));
    assert_eq!(action("2025-01-31T11:59:59Z").unwrap_err().code(), "tz_limit");
    assert!(action("2025-01-31T12:00:00Z").unwrap().is_some());
}

#[test]
fn milestones_may_only_repeat_or_never() {
    let read = |text: &str| serde_json::from_str::<Milestones>(text).unwrap();
    let each_ten = read(r#"{"thresholds":[],"then_every":10}"#);
    assert_eq!([0, 9, 10, 20].map(|n| each_ten.contains(n)), [false, false, true, true]);
    assert_eq!([0, 10].map(|n| each_ten.after(n)), [Some(10), Some(20)]);
    let never = read(r#"{"thresholds":[3],"then_every":0}"#);
    assert_eq!([2, 3].map(|n| never.after(n)), [Some(3), None]);
    assert_eq!([0, 3, 6].map(|n| never.contains(n)), [false, true, false]);
}

#[test]
fn a_milestone_is_news_when_it_is_reached_and_when_it_is_taken_back() {
    let history = present(daily(), [1, 2]);
    let third = Action::CheckIn(entry("2025-01-03T12:00:00Z"));
    let reached = decide(&history, "2025-01-03T12:00:00Z", &third).unwrap();
    assert!(reached.news.contains(&News::MilestoneReached { length: 3 }), "{:?}", reached.news);

    let mut history = present(daily(), [1, 2, 3]);
    let undo =
        Action::Undo { target: Target::Newest, by: Key("undo".to_owned()), role: Role::Member };
    let revoked = decide(&history, "2025-01-03T13:00:00Z", &undo).unwrap();
    assert!(revoked.news.contains(&News::MilestoneRevoked { length: 3 }), "{:?}", revoked.news);

    let (before, fourth) = (Life::of(&history, at("2025-01-04T11:00:00Z")), "2025-01-04T12:00:00Z");
    check_in(&mut history, fourth);
    assert_eq!(difference(&before.badges, &Life::of(&history, at(fourth)).badges), []);
}

#[test]
fn weeks_and_months_hear_of_what_is_met_and_of_amounts() {
    let rules = Rules { goal: Goal::Metric(metric(5_000)), ..daily() };
    let history = present(rules, []);
    let amount = |when: &str, amount_milli| {
        Action::CheckIn(CheckIn { amount_milli: Some(amount_milli), ..entry(when) })
    };
    let sums = |tallies: &[Tally]| {
        let sum = |(met, points), tally: &Tally| (met + tally.met, points + tally.points_milli);
        tallies.iter().fold((0, 0), sum)
    };
    let (morning, evening) = ("2025-01-02T08:00:00Z", "2025-01-02T20:00:00Z");
    let first = decide(&history, morning, &amount(morning, 3_000)).unwrap();
    assert_eq!(sums(&first.tallies), (0, 3_000));
    let mut history = history;
    act(&mut history, morning, &amount(morning, 3_000));
    let second = decide(&history, evening, &amount(evening, 2_000)).unwrap();
    assert_eq!(sums(&second.tallies), (1, 2_000));
    act(&mut history, evening, &amount(evening, 2_000));
    let undo =
        Action::Undo { target: Target::Newest, by: Key("undo".to_owned()), role: Role::Member };
    let taken = decide(&history, "2025-01-02T21:00:00Z", &undo).unwrap();
    assert_eq!(sums(&taken.tallies), (-1, -2_000));
    assert_eq!(taken.tallies[0].day, day("2025-01-02"));
}

#[test]
fn a_period_counts_in_the_week_and_the_month_in_which_it_was_met() {
    let met = |decided: rules::Decision| {
        let met = decided.tallies.into_iter().filter(|tally| tally.met != 0);
        met.map(|tally| (tally.day.to_string(), tally.met)).collect::<Vec<_>>()
    };
    let named = |when: &str, label: &str| {
        Action::CheckIn(CheckIn { day: Named::Date(day(label)), ..entry(when) })
    };
    let on = |day: &str, met: i32| (day.to_owned(), met);
    // Twice a month, and the second time in the middle of it.
    let twice = Rules { cadence: Cadence::Monthly { times: 2 }, backfill_days: 7, ..daily() };
    let mut history = present(twice, [9]);
    let when = "2025-01-20T12:00:00Z";
    assert_eq!(
        met(decide(&history, when, &Action::CheckIn(entry(when))).unwrap()),
        [on("2025-01-20", 1)]
    );
    check_in(&mut history, when);
    // What is filled in before it meets the month earlier, and what is taken back later again.
    let filled = named("2025-01-20T13:00:00Z", "2025-01-15");
    let moved = [on("2025-01-20", -1), on("2025-01-15", 1)];
    assert_eq!(met(decide(&history, "2025-01-20T13:00:00Z", &filled).unwrap()), moved);
    act(&mut history, "2025-01-20T13:00:00Z", &filled);
    let target = Target::Key(Key("2025-01-20T13:00:00Z".to_owned()));
    let undo = Action::Undo { target, by: Key("undo".to_owned()), role: Role::Member };
    let back = [on("2025-01-15", -1), on("2025-01-20", 1)];
    assert_eq!(met(decide(&history, "2025-01-20T14:00:00Z", &undo).unwrap()), back);
    // Once in seven days from a Wednesday on: a Monday is one of its own week.
    let blocks = Rules { cadence: Cadence::EveryNDays { n: 7 }, ..daily() };
    let history = present(blocks, []);
    let monday = "2025-01-13T12:00:00Z";
    let decided = decide(&history, monday, &Action::CheckIn(entry(monday))).unwrap();
    assert_eq!(met(decided), [on("2025-01-13", 1)]);
    // So many kilometres in a month: with the amount that reaches them.
    let sum = Rules {
        cadence: Cadence::Monthly { times: 1 },
        goal: Goal::Metric(metric(5_000)),
        scope: Scope::Period,
        ..daily()
    };
    let mut history = member(sum, "2025-01-01T08:00:00Z");
    let amount = |when: &str| Action::CheckIn(CheckIn { amount_milli: Some(3_000), ..entry(when) });
    act(&mut history, "2025-01-07T12:00:00Z", &amount("2025-01-07T12:00:00Z"));
    let decided = decide(&history, when, &amount(when)).unwrap();
    assert_eq!(met(decided), [on("2025-01-20", 1)]);
}

#[test]
fn what_was_known_at_a_close_is_what_was_so_then() {
    let mut history = present(daily(), 2..=6);
    let (close, last) = (at("2025-01-06T00:00:00Z"), day("2025-01-05"));
    let undo = |when: &str| Action::Undo {
        target: Target::Key(Key(when.to_owned())),
        by: Key(format!("undo {when}")),
        role: Role::Member,
    };
    let run = |history: &History, at| {
        Standing::of(&history.as_of(last, at), history.clock.end_of(last)).current
    };
    let before = run(&history, close);
    assert_eq!((before, Standing::of(&history, at("2025-01-06T13:00:00Z")).current), (4, 5));
    // Neither what is taken back nor who leaves changes what was so.
    act(&mut history, "2025-01-06T14:00:00Z", &undo("2025-01-04T12:00:00Z"));
    act(&mut history, "2025-01-06T15:00:00Z", &Action::Leave);
    assert!(!history.is_member() && history.as_of(last, close).is_member());
    assert_eq!(run(&history, close), 4);
    // Whatever is known by now, of the labels up to that one: a freeze has taken the place of the day.
    assert_eq!(run(&history, Instant::NEVER), 3);
    // Whoever leaves on a day is not in at its close.
    assert!(!history.as_of(day("2025-01-06"), Instant::NEVER).is_member());
}

#[test]
fn a_pause_that_was_called_off_is_in_nobodys_way() {
    let mut history = member(daily(), "2025-01-05T12:00:00Z");
    let away = |first, last| Action::Pause(Days { first: day(first), last: day(last) });
    act(&mut history, "2025-01-05T12:00:00Z", &away("2025-01-10", "2025-01-12"));
    let twice = decide(&history, "2025-01-05T13:00:00Z", &away("2025-01-12", "2025-01-13"));
    assert_eq!(twice.unwrap_err().code(), "overlap");
    act(&mut history, "2025-01-06T12:00:00Z", &Action::Resume);
    assert!(decide(&history, "2025-01-06T13:00:00Z", &away("2025-01-09", "2025-01-12")).is_ok());
    let again = decide(&history, "2025-01-06T13:00:00Z", &Action::Resume);
    assert_eq!(again.unwrap_err().code(), "not_paused");
}

#[test]
fn on_the_last_day_of_a_pause_there_is_nothing_to_resume() {
    let mut history = member(daily(), "2025-01-05T12:00:00Z");
    let days = Days { first: day("2025-01-10"), last: day("2025-01-12") };
    act(&mut history, "2025-01-05T12:00:00Z", &Action::Pause(days));
    assert!(decide(&history, "2025-01-11T12:00:00Z", &Action::Resume).is_ok());
    let last = decide(&history, "2025-01-12T12:00:00Z", &Action::Resume);
    assert_eq!(last.unwrap_err().code(), "not_paused");
}

#[test]
fn a_repair_waits_for_the_end_of_the_cooldown() {
    let repair = Some(RepairRule { window_days: 3, cooldown_days: 4 });
    let mut history = present(Rules { freeze: None, repair, ..daily() }, [1, 2, 4, 5, 7]);
    let mend = |text| Action::Repair { day: day(text), role: Role::Member };
    act(&mut history, "2025-01-04T12:30:00Z", &mend("2025-01-03"));
    let early = decide(&history, "2025-01-08T12:29:59Z", &mend("2025-01-06"));
    assert_eq!(early.unwrap_err().code(), "cooldown");
    assert!(decide(&history, "2025-01-08T12:30:00Z", &mend("2025-01-06")).is_ok());
}

#[test]
fn the_cooldown_counts_from_a_repair_in_the_settled_past() {
    let repair = Some(RepairRule { window_days: 3, cooldown_days: 40 });
    let rules = Rules { freeze: None, repair, ..daily() };
    let mut history = present(rules, [1, 2, 4]);
    let mend = |text| Action::Repair { day: day(text), role: Role::Member };
    act(&mut history, "2025-01-04T12:30:00Z", &mend("2025-01-03"));
    for n in (5..=31).filter(|n| *n != 29) {
        check_in(&mut history, &format!("2025-01-{n:02}T12:00:00Z"));
    }
    let settled = Life::of(&history, at("2025-01-31T13:00:00Z")).settled.unwrap();
    assert!(settled.until > day("2025-01-04"), "{}", settled.until);
    history.entries.retain(|entry| entry.day >= settled.until);
    history.repairs.clear();
    history.settled = Some(settled);
    let early = decide(&history, "2025-01-31T13:00:00Z", &mend("2025-01-29"));
    assert_eq!(early.unwrap_err().code(), "cooldown");
}

#[test]
fn who_was_away_when_nothing_was_asked_for_keeps_the_run() {
    let workdays = Rules { cadence: Cadence::Daily { weekdays: Weekdays::WORKDAYS }, ..daily() };
    let away = |left: &str, back: &str, next: &str| {
        let mut history = member(workdays.clone(), "2025-01-01T08:00:00Z");
        history.amnesties =
            Arc::new(vec![Days { first: day("2025-01-08"), last: day("2025-01-08") }]);
        for n in [2, 3, 6, 7] {
            let noon = format!("2025-01-{n:02}T12:00:00Z");
            if at(&noon) < at(left) {
                check_in(&mut history, &noon);
            }
        }
        act(&mut history, left, &Action::Leave);
        act(&mut history, back, &Action::Join);
        check_in(&mut history, next);
        Standing::of(&history, at(next)).current
    };
    let over_the_amnesty =
        away("2025-01-07T20:00:00Z", "2025-01-09T08:00:00Z", "2025-01-09T12:00:00Z");
    assert_eq!(over_the_amnesty, 5);
    let over_a_workday =
        away("2025-01-06T20:00:00Z", "2025-01-08T08:00:00Z", "2025-01-09T12:00:00Z");
    assert_eq!(over_a_workday, 1);
}

#[test]
fn a_day_is_asked_for_when_twenty_hours_of_it_lie_ahead() {
    let rules = Rules { freeze: None, clock: ClockRule::Personal, ..daily() };
    // The day of the journey ends at midnight UTC, and the next one in the new zone.
    let current_after = |zone: &str| {
        let mut clock = Clock::fixed(setting("UTC"));
        clock.change(ClockChange { at: at("2025-01-03T10:00:00Z"), setting: setting(zone) });
        let mut history = History::blank(Arc::new(rules.clone()), clock.clone());
        act(&mut history, "2025-01-01T08:00:00Z", &Action::Join);
        for n in [2, 3, 5] {
            check_in(&mut history, &format!("2025-01-{n:02}T12:00:00Z"));
        }
        let is_short = clock.is_short(day("2025-01-04"));
        (is_short, Standing::of(&history, at("2025-01-05T13:00:00Z")).current)
    };
    assert_eq!(current_after("Asia/Dubai"), (false, 1), "four hours ahead");
    assert_eq!(current_after("Asia/Kabul"), (true, 3), "four and a half");
}

#[test]
fn a_week_whose_last_day_is_short_is_excused() {
    let cadence = Cadence::Weekly { times: 1, week_start: 1 };
    let rules = Rules { cadence, freeze: None, clock: ClockRule::Personal, ..daily() };
    let current_after = |zone: &str| {
        let mut clock = Clock::fixed(setting("UTC"));
        clock.change(ClockChange { at: at("2025-01-18T10:00:00Z"), setting: setting(zone) });
        let mut history = History::blank(Arc::new(rules.clone()), clock);
        act(&mut history, "2025-01-01T08:00:00Z", &Action::Join);
        for n in [7, 21] {
            check_in(&mut history, &format!("2025-01-{n:02}T12:00:00Z"));
        }
        Standing::of(&history, at("2025-01-21T13:00:00Z")).current
    };
    assert_eq!([current_after("Asia/Dubai"), current_after("Asia/Kabul")], [1, 2]);
}

#[test]
fn a_grant_counts_from_its_own_day_beside_a_settled_past_too() {
    let freeze = Some(FreezeRule { initial: 0, cap: 2, earn_every: 100 });
    let mut history = present(Rules { freeze, ..daily() }, 1..=9);
    act(&mut history, "2025-01-11T09:00:00Z", &Action::GrantFreezes(1));
    for n in 11..=31 {
        let noon = format!("2025-01-{n:02}T12:00:00Z");
        check_in(&mut history, &noon);
        let life = Life::of(&history, at(&noon));
        assert_eq!((life.standing.current, life.standing.freezes), (n - 10, 1));
        let Some(settled) = life.settled else { continue };
        let mut near = history.clone();
        near.entries.retain(|entry| entry.day >= settled.until);
        near.grants.retain(|grant| grant.day >= settled.until);
        near.settled = Some(settled);
        assert_eq!(Standing::of(&near, at(&noon)), life.standing, "{noon}");
    }
}

#[test]
fn a_day_missed_without_a_run_cannot_be_repaired() {
    let history = present(Rules { freeze: None, ..daily() }, [3]);
    let mend = Action::Repair { day: day("2025-01-02"), role: Role::Member };
    let refused = decide(&history, "2025-01-03T13:00:00Z", &mend);
    assert_eq!(refused.unwrap_err().code(), "not_repairable");
}

#[test]
fn a_week_is_at_risk_when_every_day_left_is_needed() {
    let weekly = Cadence::Weekly { times: 3, week_start: 1 };
    let rules = Rules { cadence: weekly, freeze: None, ..daily() };
    // The weeks of January 6 and 13; the first is met.
    let is_at_risk = |days: &[u32], when: &str| {
        let history = present(rules.clone(), [6, 7, 8].into_iter().chain(days.iter().copied()));
        Standing::of(&history, at(when)).at_risk
    };
    assert!(!is_at_risk(&[], "2025-01-16T12:00:00Z"), "Thursday of four");
    assert!(is_at_risk(&[], "2025-01-17T12:00:00Z"), "Friday of three");
    assert!(!is_at_risk(&[13], "2025-01-17T12:00:00Z"), "two of three days");
    assert!(is_at_risk(&[13], "2025-01-18T12:00:00Z"), "two of two days");
    assert!(is_at_risk(&[13, 18], "2025-01-18T13:00:00Z"), "one of one day: Saturday is done");
    assert!(!is_at_risk(&[13, 14], "2025-01-18T12:00:00Z"), "one of two days");
    assert!(!is_at_risk(&[13, 14, 15], "2025-01-19T12:00:00Z"), "met");
}

#[test]
fn a_group_of_percent_is_counted_over_all_who_were_asked() {
    let group = Some(Group { rule: GroupRule::Percent(50) });
    let rules = Rules { group, freeze: None, ..daily() };
    let lives = |present_days: [&[u32]; 3]| {
        let now = at("2025-01-04T00:00:00Z");
        let lives =
            present_days.map(|days| Life::of(&present(rules.clone(), days.iter().copied()), now));
        rules::GroupLife::of(&rules, lives.iter(), now).unwrap()
    };
    assert_eq!(lives([&[2, 3], &[], &[]]).total, 0, "one of three is not half");
    assert_eq!(lives([&[2, 3], &[2], &[]]).total, 1);
}

fn days(first: &str, last: &str) -> Days {
    Days { first: day(first), last: day(last) }
}

#[test]
fn a_week_is_perfect_where_all_that_was_asked_for_is_met() {
    // A freeze saves the 13th.
    let history = present(daily(), (6..=12).chain(14..=19));
    let life = Life::of(&history, at("2025-01-21T12:00:00Z"));
    let is_perfect = |first: &str, last: &str| life.is_perfect(&history.rules, days(first, last));
    assert!(is_perfect("2025-01-06", "2025-01-12"));
    assert!(!is_perfect("2025-01-13", "2025-01-19"), "a day was missed");
    assert!(!is_perfect("2025-01-20", "2025-01-26"), "a day is open");
    assert!(!is_perfect("2024-12-25", "2024-12-31"), "nothing was asked for");
}

#[test]
fn a_week_is_perfect_around_a_pause() {
    let mut history = present(daily(), 6..=8);
    act(&mut history, "2025-01-08T13:00:00Z", &Action::Pause(days("2025-01-09", "2025-01-12")));
    let life = Life::of(&history, at("2025-01-14T12:00:00Z"));
    assert!(life.is_perfect(&history.rules, days("2025-01-06", "2025-01-12")));
}

#[test]
fn a_run_between_two_days_is_as_long_as_what_lies_there() {
    // One run of thirteen: a freeze saves the 13th.
    let history = present(daily(), (6..=12).chain(14..=19));
    let life = Life::of(&history, at("2025-01-21T12:00:00Z"));
    let longest = |first: &str, last: &str| life.longest_between(&history.rules, days(first, last));
    assert_eq!(longest("2025-01-01", "2025-12-31"), 13);
    assert_eq!(longest("2025-01-10", "2025-01-15"), 5);
    assert_eq!(longest("2025-01-13", "2025-01-13"), 0);
}

#[test]
fn a_week_that_lies_between_two_days_in_part_counts_there() {
    let weekly = Rules { cadence: Cadence::Weekly { times: 1, week_start: 1 }, ..daily() };
    let history = present(weekly, [7, 14]);
    let life = Life::of(&history, at("2025-01-21T12:00:00Z"));
    assert_eq!(life.longest_between(&history.rules, days("2025-01-12", "2025-01-13")), 2);
}
