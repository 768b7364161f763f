//! What scenarios do not ask: the limits of rules, names, reminders ahead, windows of rankings.

#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

mod edges;

use rules::cadence::Cadence;
use rules::event::{FreezeRule, PauseRule, RepairRule};
use rules::goal::{AMOUNT_MAX_MILLI, Aggregate, Compare, Metric, Need, Task, TaskGoal};
use rules::ranking::{By, Place, Window};
use rules::reminder::{TimeOfDay, is_last_call, next, next_last_call};
use rules::scenario::Scenario;
use rules::{
    Action, CheckIn, Clock, ClockRule, Day, DayStart, Days, Goal, Group, GroupRule, History,
    Instant, Key, Life, Milestones, Repeat, Role, Rules, Scope, Setting, Standing, Status, Target,
    Weekdays,
    matrix::{matrix, periods},
};
use std::sync::Arc;

const DAY_S: i64 = 86_400;

fn day(text: &str) -> Day {
    text.parse::<chrono::NaiveDate>().unwrap().into()
}

fn at(text: &str) -> Instant {
    text.parse::<chrono::DateTime<chrono::Utc>>().unwrap().into()
}

fn setting(zone: &str) -> Setting {
    Setting::midnight(zone.parse().unwrap())
}

fn daily() -> Rules {
    Rules::daily(ClockRule::Fixed(setting("UTC")), Cadence::EVERY_DAY, day("2025-01-01"))
}

fn member(rules: Rules, since: &str) -> History {
    let mut history = History::blank(Arc::new(rules), Clock::fixed(setting("UTC")));
    act(&mut history, since, &Action::Join);
    history
}

fn act(history: &mut History, when: &str, action: &Action) {
    for change in action.decide(history, at(when)).unwrap().changes {
        history.apply(&change);
    }
}

/// A check-in of today whose key is its instant.
fn entry(when: &str) -> CheckIn {
    CheckIn::now(Key(when.to_owned()))
}

fn check_in(history: &mut History, when: &str) {
    act(history, when, &Action::CheckIn(entry(when)));
}

fn metric(target_milli: i64) -> Metric {
    let (agg, cmp) = (Aggregate::Sum, Compare::AtLeast);
    Metric { agg, cmp, target_milli, unit: "page".to_owned() }
}

fn tasks(need: Need, ids: &[&str]) -> Goal {
    let task = |id: &&str| Task { id: (*id).to_owned(), goal: TaskGoal::Check };
    Goal::Tasks { need, tasks: ids.iter().map(task).collect() }
}

#[test]
fn a_daily_habit_has_the_decided_defaults() {
    let rules = daily();
    assert_eq!((rules.backfill_days, rules.undo_days, rules.max_delay_s), (1, 7, 172_800));
    assert_eq!(rules.freeze, Some(FreezeRule { initial: 1, cap: 2, earn_every: 7 }));
    assert_eq!(rules.repair, Some(RepairRule { window_days: 3, cooldown_days: 30 }));
    assert_eq!(rules.pause, Some(PauseRule { notice_days: 1, length_max_days: 60 }));
    assert!(rules.check().is_ok());
}

#[test]
fn a_contest_forgives_nothing() {
    let rules = daily().contest();
    assert_eq!(rules.backfill_days, 0);
    assert_eq!((rules.freeze, rules.repair, rules.pause), (None, None, None));
    let mut history = member(rules, "2025-01-05T12:00:00Z");
    let days = Days { first: day("2025-02-01"), last: day("2025-02-02") };
    let refused = Action::Pause(days).decide(&history, at("2025-01-06T12:00:00Z"));
    assert_eq!(refused.unwrap_err().code(), "disabled");
    check_in(&mut history, "2025-01-06T12:00:00Z");
    assert_eq!(Standing::of(&history, at("2025-01-08T00:00:00Z")).current, 0);
    // Its host may take part.
    for role in [Role::Member, Role::Host] {
        let mend = Action::Repair { day: day("2025-01-07"), role };
        let refused = mend.decide(&history, at("2025-01-08T12:00:00Z"));
        assert_eq!(refused.unwrap_err().code(), "disabled");
    }
}

#[test]
fn rules_have_limits() {
    let freeze = |initial, cap| Some(FreezeRule { initial, cap, earn_every: 1 });
    let repair = |window_days, cooldown_days| Some(RepairRule { window_days, cooldown_days });
    let pause = |notice_days, length_max_days| Some(PauseRule { notice_days, length_max_days });
    let group = |rule| Some(Group { rule });
    let personal = ClockRule::Personal;
    let metric = |milli| Goal::Metric(metric(milli));
    let fine = [
        Rules { freeze: freeze(100, 100), ..daily() },
        Rules { repair: repair(0, 0), ..daily() },
        Rules { repair: repair(7, 366), ..daily() },
        Rules { pause: pause(1, 1), ..daily() },
        Rules { pause: pause(30, 60), ..daily() },
        Rules { group: group(GroupRule::Percent(1)), ..daily() },
        Rules { group: group(GroupRule::Percent(100)), ..daily() },
        Rules { group: group(GroupRule::All), ..daily() },
        Rules { end: Some(day("2025-01-01")), ..daily() },
        Rules { backfill_days: 7, undo_days: 366, max_delay_s: 0, ..daily() },
        Rules { backfill_days: 0, undo_days: 0, ..daily() },
        Rules { cadence: Cadence::EveryNDays { n: 366 }, ..daily() },
        Rules { cadence: Cadence::Weekly { times: 7, week_start: 7 }, ..daily() },
        Rules { cadence: Cadence::Monthly { times: 31 }, ..daily() },
        Rules { goal: Goal::Count { n: 100 }, ..daily() },
        Rules { goal: metric(AMOUNT_MAX_MILLI), ..daily() },
        Rules { goal: tasks(Need::Count(2), &["a", "b"]), ..daily() },
        Rules { goal: tasks(Need::All, &["a"]), ..daily() },
    ];
    for rules in fine {
        assert_eq!(rules.check(), Ok(()), "{rules:?}");
    }
    let measured = |milli| TaskGoal::Metric(self::metric(milli));
    let with_task =
        |goal| Goal::Tasks { need: Need::Any, tasks: vec![Task { id: "a".to_owned(), goal }] };
    let odd = [
        Rules { freeze: freeze(101, 2), ..daily() },
        Rules { freeze: freeze(1, 101), ..daily() },
        Rules { repair: repair(8, 30), ..daily() },
        Rules { repair: repair(-1, 30), ..daily() },
        Rules { repair: repair(3, 367), ..daily() },
        Rules { pause: pause(0, 60), ..daily() },
        Rules { pause: pause(1, 61), ..daily() },
        Rules { pause: pause(1, 0), ..daily() },
        Rules { group: group(GroupRule::Percent(0)), ..daily() },
        Rules { group: group(GroupRule::Percent(101)), ..daily() },
        Rules { group: group(GroupRule::All), clock: personal, ..daily() },
        Rules { end: Some(day("2024-12-31")), ..daily() },
        Rules { start: Day(-25_001), ..daily() },
        Rules { end: Some(Day(200_000)), ..daily() },
        Rules { backfill_days: 8, ..daily() },
        Rules { undo_days: -1, ..daily() },
        Rules { max_delay_s: 172_801, ..daily() },
        Rules { cadence: Cadence::EveryNDays { n: 0 }, ..daily() },
        Rules { cadence: Cadence::EveryNDays { n: 367 }, ..daily() },
        Rules { cadence: Cadence::Weekly { times: 0, week_start: 1 }, ..daily() },
        Rules { cadence: Cadence::Weekly { times: 8, week_start: 1 }, ..daily() },
        Rules { cadence: Cadence::Weekly { times: 1, week_start: 8 }, ..daily() },
        Rules { cadence: Cadence::Monthly { times: 32 }, ..daily() },
        Rules { goal: Goal::Count { n: 0 }, ..daily() },
        Rules { goal: Goal::Count { n: 101 }, ..daily() },
        Rules { goal: metric(0), ..daily() },
        Rules { goal: metric(AMOUNT_MAX_MILLI + 1), ..daily() },
        Rules { goal: tasks(Need::Count(3), &["a", "b"]), ..daily() },
        Rules { goal: tasks(Need::Count(0), &["a", "b"]), ..daily() },
        Rules { goal: tasks(Need::All, &["a", "a"]), ..daily() },
        Rules { goal: tasks(Need::All, &[]), ..daily() },
        Rules { goal: tasks(Need::All, &["x"; 21]), ..daily() },
        Rules { goal: with_task(TaskGoal::Count { n: 0 }), ..daily() },
        Rules { goal: with_task(measured(0)), ..daily() },
    ];
    for rules in odd {
        assert!(rules.check().is_err(), "{rules:?}");
    }
    let many: Vec<String> = (0..21).map(|n| n.to_string()).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert!(Rules { goal: tasks(Need::Any, &many), ..daily() }.check().is_err());
    assert!(Rules { goal: tasks(Need::Any, &many[..20]), ..daily() }.check().is_ok());
}

#[test]
fn what_reaches_back_is_covered_by_the_horizon() {
    // Five labels of travel in 48 hours, the backfill, and the day itself.
    assert_eq!(Rules { backfill_days: 7, undo_days: 1, ..daily() }.reach_days(), 13);
    assert_eq!(Rules { backfill_days: 0, undo_days: 31, ..daily() }.reach_days(), 32);
    let repair = Some(RepairRule { window_days: 7, cooldown_days: 30 });
    assert_eq!(Rules { backfill_days: 0, undo_days: 0, repair, ..daily() }.reach_days(), 8);
}

#[test]
fn a_set_of_weekdays_survives_being_written() {
    let days = Weekdays::of([1, 3, 7]).unwrap();
    assert_eq!(days.iter().collect::<Vec<_>>(), [1, 3, 7]);
    assert_eq!(serde_json::to_string(&days).unwrap(), "[1,3,7]");
    assert_eq!(serde_json::from_str::<Weekdays>("[1,3,7]").unwrap(), days);
    for odd in ["[]", "[0]", "[8]"] {
        assert!(serde_json::from_str::<Weekdays>(odd).is_err(), "{odd}");
    }
    assert!(!days.contains(0) && !days.contains(8) && !days.contains(2));
}

#[test]
fn milestones_survive_being_written() {
    let usual = Milestones::usual();
    let text = serde_json::to_string(&usual).unwrap();
    assert_eq!(serde_json::from_str::<Milestones>(&text).unwrap(), usual);
    let few = serde_json::from_str::<Milestones>("[7,0,3,7]").unwrap();
    assert_eq!(serde_json::to_string(&few).unwrap(), "[3,7]");
    assert_eq!((few.after(3), few.after(7)), (Some(7), None));
    assert!(!few.contains(14) && few.contains(3) && !few.contains(0));
}

#[test]
fn a_day_start_lies_between_six_in_the_evening_and_noon() {
    for (minutes, fits) in [(-361, false), (-360, true), (720, true), (721, false)] {
        assert_eq!(DayStart::from_minutes(minutes).is_some(), fits, "{minutes}");
        let read = serde_json::from_str::<DayStart>(&minutes.to_string());
        assert_eq!(read.is_ok(), fits, "{minutes}");
    }
    assert_eq!(DayStart::from_minutes(90).unwrap().minutes(), 90);
}

#[test]
fn what_lies_beyond_the_calendar_stands_at_its_ends() {
    assert!(Instant(i64::MIN).utc() < Instant(0).utc());
    assert!(Instant(i64::MAX).utc() > Instant(0).utc());
    assert!(Day(i32::MIN).date() < Day(0).date() && Day(i32::MAX).date() > Day(0).date());
    assert_eq!(Day(1).to_string(), "1970-01-02");
    assert_eq!(Instant(5).plus_s(i64::MAX), Instant(i64::MAX));
}

#[test]
fn events_begin_and_end_by_their_own_clock() {
    let tokyo = ClockRule::Fixed(setting("Asia/Tokyo"));
    let rules = Rules { clock: tokyo, end: Some(day("2025-01-31")), ..daily() };
    assert_eq!(rules.starts_at(), at("2024-12-31T15:00:00Z"));
    assert_eq!(rules.ends_at(), Some(at("2025-01-31T15:00:00Z")));
    // Where everybody has a clock of their own, it is over when the last of them has closed the day.
    let personal = Rules { clock: ClockRule::Personal, ..rules };
    assert_eq!(personal.starts_at(), at("2025-01-01T00:00:00Z"));
    assert_eq!(personal.ends_at(), Some(at("2025-02-02T00:00:00Z")));
    assert_eq!(daily().ends_at(), None);
}

#[test]
fn no_check_in_counts_once_an_event_is_over() {
    let rules = Rules { clock: ClockRule::Personal, end: Some(day("2025-01-31")), ..daily() };
    let ends_at = rules.ends_at().unwrap();
    for (zone, day_start) in
        [("Pacific/Honolulu", 360), ("Etc/GMT+12", 720), ("Pacific/Kiritimati", -360)]
    {
        let day_start = DayStart::from_minutes(day_start).unwrap();
        let own = Clock::fixed(Setting { day_start, ..setting(zone) });
        let last = own.end_of(day("2025-01-31")).plus_s(-1);
        assert!(last < ends_at, "{zone}");
        let mut history = History::blank(Arc::new(rules.clone()), own);
        let (join, check_in) = (Action::Join, Action::CheckIn(entry("the last second")));
        for (when, action) in [(last.plus_s(-3 * DAY_S), join), (last, check_in)] {
            for change in action.decide(&history, when).unwrap().changes {
                history.apply(&change);
            }
        }
        assert_eq!(Standing::of(&history, last).total, 1, "{zone}");
        let late = Action::CheckIn(entry("too late")).decide(&history, ends_at);
        assert_eq!(late.unwrap_err().code(), "ended", "{zone}");
    }
}

#[test]
fn weeks_and_months_turn_in_the_zone_of_the_event() {
    let tokyo = Rules { clock: ClockRule::Fixed(setting("Asia/Tokyo")), ..daily() };
    let now = at("2025-01-29T12:00:00Z");
    let week = Some((at("2025-02-02T15:00:00Z"), day("2025-02-03")));
    let month = Some((at("2025-01-31T15:00:00Z"), day("2025-02-01")));
    assert_eq!(Window::Week.next_turn(&tokyo, now), week);
    assert_eq!(Window::Month.next_turn(&tokyo, now), month);
    assert_eq!(Window::AllTime.next_turn(&tokyo, now), None);
    let sundays = Rules { cadence: Cadence::Weekly { times: 2, week_start: 7 }, ..daily() };
    let first = |window: Window, rules| window.first_day(rules, day("2025-01-29"));
    assert_eq!(first(Window::Week, &sundays), Some(day("2025-01-26")));
    assert_eq!(first(Window::Week, &tokyo), Some(day("2025-01-27")));
    assert_eq!(first(Window::Month, &tokyo), Some(day("2025-01-01")));
    let last = |window: Window, first: &str| window.last_day(&tokyo, day(first));
    assert_eq!(last(Window::Week, "2025-01-27"), Some(day("2025-02-02")));
    assert_eq!(last(Window::Month, "2025-02-01"), Some(day("2025-02-28")));
    assert_eq!(last(Window::AllTime, "2025-02-01"), None);
}

#[test]
fn metrics_and_windows_are_known_by_their_names() {
    assert!(By::ALL.iter().all(|by| By::named(by.name()) == Some(*by)));
    assert!(Window::ALL.iter().all(|window| Window::named(window.name()) == Some(*window)));
    assert_eq!((By::named("x"), Window::named("x")), (None, None));
    assert_eq!((By::Points.name(), Window::AllTime.name()), ("points", "all"));
}

#[test]
fn equal_rows_stand_by_longest_then_total_then_the_earlier_joining() {
    let place =
        |value, longest, total, joined| Place { value, longest, total, joined_at: Instant(joined) };
    let rows = [place(5, 1, 1, 9), place(4, 9, 1, 9), place(4, 8, 9, 9), place(4, 8, 8, 1)];
    assert!(rows.is_sorted_by_key(Place::order));
    assert!(place(4, 8, 8, 1).order() < place(4, 8, 8, 2).order());
}

#[test]
fn the_next_reminder_passes_over_days_that_are_done_excused_or_not_asked_for() {
    let eight = TimeOfDay::from_minutes(20 * 60).unwrap();
    let workdays = Rules { cadence: Cadence::Daily { weekdays: Weekdays::WORKDAYS }, ..daily() };
    let mut history = member(workdays, "2025-01-06T12:00:00Z");
    let reminded = |history: &History, after: &str| next(history, at(after), eight, Weekdays::ALL);
    let monday = Some((at("2025-01-06T20:00:00Z"), day("2025-01-06")));
    assert_eq!(reminded(&history, "2025-01-06T12:00:00Z"), monday);
    let tuesday = Some((at("2025-01-07T20:00:00Z"), day("2025-01-07")));
    assert_eq!(reminded(&history, "2025-01-06T20:00:00Z"), tuesday);
    check_in(&mut history, "2025-01-06T13:00:00Z");
    assert_eq!(reminded(&history, "2025-01-06T13:00:00Z"), tuesday);
    let days = Days { first: day("2025-01-07"), last: day("2025-02-28") };
    act(&mut history, "2025-01-06T14:00:00Z", &Action::Pause(days));
    let march = Some((at("2025-03-03T20:00:00Z"), day("2025-03-03")));
    assert_eq!(reminded(&history, "2025-01-06T14:00:00Z"), march);
    act(&mut history, "2025-01-08T14:00:00Z", &Action::Leave);
    assert_eq!(reminded(&history, "2025-01-08T14:00:00Z"), None);
}

#[test]
fn a_wall_time_is_a_minute_of_the_day() {
    let time = TimeOfDay::from_minutes(9 * 60 + 5).unwrap();
    assert_eq!((time.to_string().as_str(), time.minutes()), ("09:05", 545));
    assert!(TimeOfDay::from_minutes(1440).is_none() && TimeOfDay::from_minutes(-1).is_none());
}

#[test]
fn the_last_call_comes_two_hours_before_a_run_would_end() {
    let mut history = member(daily().contest(), "2025-01-05T12:00:00Z");
    check_in(&mut history, "2025-01-06T12:00:00Z");
    let noon = at("2025-01-07T12:00:00Z");
    let standing = Standing::of(&history, noon);
    let call = at("2025-01-07T22:00:00Z");
    assert_eq!(next_last_call(&standing, noon), Some(call));
    assert_eq!(next_last_call(&standing, call), Some(at("2025-01-08T00:00:00Z")));
    assert!(is_last_call(&standing, call) && !is_last_call(&standing, noon));
    check_in(&mut history, "2025-01-07T13:00:00Z");
    let done = Standing::of(&history, call);
    assert!(!is_last_call(&done, call));
    assert_eq!(next_last_call(&done, call), Some(at("2025-01-08T22:00:00Z")));
}

#[test]
fn a_run_is_shown_until_it_ends_by_itself() {
    let mut history = member(daily().contest(), "2025-01-05T12:00:00Z");
    let now = at("2025-01-06T12:00:00Z");
    assert_eq!(Standing::of(&history, now).shown_until(), Instant(0));
    check_in(&mut history, "2025-01-06T12:00:00Z");
    assert_eq!(Standing::of(&history, now).shown_until(), at("2025-01-08T00:00:00Z"));
    let ended = Rules { end: Some(day("2025-01-06")), ..daily() };
    let mut history = member(ended, "2025-01-05T12:00:00Z");
    check_in(&mut history, "2025-01-06T12:00:00Z");
    let standing = Standing::of(&history, at("2025-03-01T12:00:00Z"));
    assert_eq!((standing.current, standing.shown_until()), (1, Instant::NEVER));
    assert_eq!(standing.next_close, None);
}

#[test]
fn a_host_is_bound_by_no_window() {
    let mut history = member(Rules { freeze: None, ..daily() }, "2025-01-05T12:00:00Z");
    check_in(&mut history, "2025-01-06T12:00:00Z");
    check_in(&mut history, "2025-01-08T12:00:00Z");
    let now = at("2025-02-08T12:00:00Z");
    let mend = |role| Action::Repair { day: day("2025-01-07"), role };
    assert_eq!(mend(Role::Member).decide(&history, now).unwrap_err().code(), "window_closed");
    let mended = mend(Role::Host).decide(&history, now).unwrap();
    assert_eq!(mended.standing.longest, 2);
    let undo = |role| Action::Undo {
        target: Target::Key(Key("2025-01-06T12:00:00Z".to_owned())),
        by: Key("by".to_owned()),
        role,
    };
    assert_eq!(undo(Role::Member).decide(&history, now).unwrap_err().code(), "too_late");
    assert_eq!(undo(Role::Host).decide(&history, now).unwrap().standing.total, 1);
    assert!(mend(Role::Host).reaches_back() && undo(Role::Host).reaches_back());
    assert!(!undo(Role::Member).reaches_back() && !Action::Refresh.reaches_back());
}

#[test]
fn a_repeat_may_be_refused_once_the_day_is_done() {
    let mut history = member(daily(), "2025-01-05T12:00:00Z");
    check_in(&mut history, "2025-01-06T12:00:00Z");
    let action = CheckIn { repeat: Repeat::Refuse, ..entry("again") };
    let refused = Action::CheckIn(action).decide(&history, at("2025-01-06T13:00:00Z"));
    assert_eq!(refused.unwrap_err().code(), "already_in");
}

#[test]
fn the_newest_check_in_of_today_is_taken_back_and_no_other() {
    let mut history = member(daily(), "2025-01-05T12:00:00Z");
    check_in(&mut history, "2025-01-06T12:00:00Z");
    check_in(&mut history, "2025-01-06T13:00:00Z");
    let undo = |by: &str| Action::Undo {
        target: Target::Newest,
        by: Key(by.to_owned()),
        role: Role::Member,
    };
    act(&mut history, "2025-01-06T14:00:00Z", &undo("u1"));
    assert!(history.entries[1].undone_at.is_some() && history.entries[0].undone_at.is_none());
    let again = undo("u1").decide(&history, at("2025-01-06T15:00:00Z")).unwrap();
    assert!(again.repeated && again.changes.is_empty());
    let tomorrow = undo("u2").decide(&history, at("2025-01-07T14:00:00Z"));
    assert_eq!(tomorrow.unwrap_err().code(), "nothing_to_undo");
}

#[test]
fn a_week_shows_the_days_that_were_used() {
    let weekly =
        Rules { cadence: Cadence::Weekly { times: 2, week_start: 1 }, freeze: None, ..daily() };
    let mut history = member(weekly, "2025-01-05T12:00:00Z");
    check_in(&mut history, "2025-01-06T12:00:00Z");
    check_in(&mut history, "2025-01-08T12:00:00Z");
    check_in(&mut history, "2025-01-14T12:00:00Z");
    let life = Life::of(&history, at("2025-01-22T12:00:00Z"));
    let shown = |first: &str, last: &str| -> Vec<Option<Status>> {
        let days = matrix(&history, &life, day(first), day(last));
        days.into_iter().map(|(_, status)| status).collect()
    };
    let (met, rest) = (Some(Status::Met), Some(Status::Rest));
    assert_eq!(shown("2025-01-06", "2025-01-09"), [met, rest, met, rest]);
    let missed = Some(Status::Missed);
    assert_eq!(shown("2025-01-13", "2025-01-15"), [missed, met, missed]);
    let open = Some(Status::Open);
    assert_eq!(shown("2025-01-20", "2025-01-23"), [rest, rest, open, open]);
    assert_eq!(shown("2024-12-29", "2024-12-29"), [None]);
    assert_eq!(shown("2025-01-05", "2025-01-05"), [Some(Status::Excused)]);
}

#[test]
fn a_matrix_by_weeks_has_each_week_where_it_begins() {
    let weekly =
        Rules { cadence: Cadence::Weekly { times: 2, week_start: 1 }, freeze: None, ..daily() };
    let mut history = member(weekly, "2025-01-05T12:00:00Z");
    check_in(&mut history, "2025-01-06T12:00:00Z");
    check_in(&mut history, "2025-01-08T12:00:00Z");
    check_in(&mut history, "2025-01-14T12:00:00Z");
    let life = Life::of(&history, at("2025-01-22T12:00:00Z"));
    let shown = |first: &str, last: &str| -> Vec<(String, Option<Status>)> {
        let weeks = periods(&history, &life, day(first), day(last));
        weeks.into_iter().map(|(week, status)| (week.first.to_string(), status)).collect()
    };
    let expected = [
        ("2024-12-23", None),
        ("2024-12-30", Some(Status::Excused)),
        ("2025-01-06", Some(Status::Met)),
        ("2025-01-13", Some(Status::Missed)),
        ("2025-01-20", Some(Status::Open)),
    ];
    let expected = expected.map(|(first, status)| (first.to_owned(), status));
    assert_eq!(shown("2024-12-23", "2025-01-22"), expected);
    // A year has the weeks that begin in it.
    assert_eq!(shown("2025-01-01", "2025-01-22"), expected[2..]);
    assert!(shown("2025-01-07", "2025-01-12").is_empty());
}

#[test]
fn a_week_that_is_done_asks_for_nothing_more() {
    let twice = Rules { cadence: Cadence::Weekly { times: 2, week_start: 1 }, ..daily() };
    let mut history = member(twice, "2025-01-05T12:00:00Z");
    check_in(&mut history, "2025-01-06T12:00:00Z");
    assert!(history.asks_nothing_on(day("2025-01-06")));
    assert!(!history.asks_nothing_on(day("2025-01-07")));
    check_in(&mut history, "2025-01-08T12:00:00Z");
    assert!(history.asks_nothing_on(day("2025-01-12")) && !history.is_done(day("2025-01-12")));
    assert!(!history.asks_nothing_on(day("2025-01-13")));
}

#[test]
fn a_goal_of_a_period_is_done_once_for_all_its_days() {
    let weekly = Rules {
        cadence: Cadence::Weekly { times: 1, week_start: 1 },
        scope: Scope::Period,
        ..daily()
    };
    let mut history = member(weekly, "2025-01-05T12:00:00Z");
    check_in(&mut history, "2025-01-07T12:00:00Z");
    assert!(history.is_done(day("2025-01-06")) && history.is_done(day("2025-01-12")));
    assert!(!history.is_done(day("2025-01-13")) && !history.is_done(day("2025-01-05")));
}

#[test]
fn an_amnesty_is_at_most_31_days_and_at_least_one() {
    let amnesty = |first: &str, last: &str| rules::pause::amnesty(day(first), day(last)).is_ok();
    assert!(amnesty("2025-01-01", "2025-01-31") && amnesty("2025-01-01", "2025-01-01"));
    assert!(!amnesty("2025-01-01", "2025-02-01") && !amnesty("2025-01-02", "2025-01-01"));
}

#[test]
fn a_scenario_that_contradicts_itself_is_told_so() {
    let text = r#"{"event": {"clock": {"mode": "personal"}, "cadence": {"type": "daily", "weekdays": [1]},
        "goal": {"type": "check"}, "start_date": "2025-01-01", "end_date": null, "backfill_days": 1,
        "undo_days": 7, "max_delay_s": 172800, "milestones": [7]},
        "users": [{"id": "u1", "tz": "UTC", "day_start_min": 0}],
        "commands": [{"t": "2025-01-05T12:00:00Z", "op": "join", "user": "u1"}], "now": "2025-01-06T12:00:00Z"}"#;
    let scenario: Scenario = serde_json::from_str(text).unwrap();
    let outcome = scenario.run().unwrap();
    assert_eq!(outcome.results, ["ok"]);
    assert_eq!(outcome.group, None);
    let mut twins = scenario.clone();
    twins.users.push(scenario.users[0].clone());
    let mut nobody = scenario.clone();
    nobody.commands[0].user = "u2".to_owned();
    let mut unsound = scenario.clone();
    unsound.event.backfill_days = 99;
    let told = |scenario: Scenario| scenario.run().unwrap_err().to_string();
    assert_eq!(told(twins), "two users are called u1");
    assert_eq!(told(nobody), "nobody is called u2");
    assert_eq!(told(unsound), "backfill_days is 0 to 7");
}

#[test]
fn a_settled_past_counts_from_then_on_and_under_the_same_amnesties() {
    let mut history = member(daily(), "2025-01-05T12:00:00Z");
    for n in 0..30 {
        check_in(&mut history, &at("2025-01-06T12:00:00Z").plus_s(n * DAY_S).utc().to_rfc3339());
    }
    let now = at("2025-02-04T12:00:00Z");
    let settled = Life::of(&history, now).settled.unwrap();
    assert_eq!(settled.until, day("2025-02-04").plus(-history.rules.reach_days()));
    assert!(settled.counts_at(now, 0) && !settled.counts_at(now.plus_s(-1), 0));
    assert!(!settled.counts_at(now, 1));
    let text = serde_json::to_string(&settled).unwrap();
    assert_eq!(serde_json::from_str::<rules::Settled>(&text).unwrap(), settled);
}
