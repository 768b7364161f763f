//! Whatever people write is read, or not; nothing panics, and what is read is within its limits.

use engine::rules::goal::AMOUNT_MAX_MILLI;
use engine::rules::{Cadence, ClockRule, Day, Goal, Instant, Rules, Scope, Weekdays};
use proptest::prelude::*;

use crate::locale::{LANGUAGES, Words};
use crate::message::{CallbackId, Text, clean};
use crate::parse::check_in::{self, Known, Manner};
use crate::parse::dates::{self, Dates};
use crate::parse::number::Marks;
use crate::parse::times::Times;
use crate::parse::{amount, date, fold, goal, schedule, time, times, zone};
use crate::view::{event_card, progress};

const TODAY: Day = Day(20_500);
const NOW: Instant = Instant(1_772_366_400);

/// A word such as people write, or any signs.
fn word() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] = &[
        "every",
        "day",
        "days",
        "week",
        "month",
        "times",
        "x",
        "5",
        "20",
        "10,5",
        "1.000",
        "-3",
        "99999999999999999999",
        "km",
        "pages",
        "at",
        "most",
        "mon",
        "Friday",
        "und",
        "weekly",
        "no",
        "2026-02-30",
        "31.12.2026",
        "8pm",
        "20:00",
        "25:99",
        "UTC+5",
        "Berlin",
        "週3回",
        "毎日",
        "تمارين",
        "مرتين",
        "في",
        "الأسبوع",
        "रोज़",
        "३",
        "٣",
        "zweimal",
        "höchstens",
        "todos",
        "los",
        "días",
        "\u{202e}",
        "\u{200d}",
        "🇩🇪",
        "%",
        "{",
        "}",
        "\"",
        ":",
        "&",
        "\u{e000}",
        "\u{e001}",
        "\0",
    ];
    prop_oneof![
        4 => proptest::sample::select(KNOWN).prop_map(str::to_owned),
        1 => proptest::collection::vec(any::<char>(), 0..6).prop_map(String::from_iter),
    ]
}

fn line() -> impl Strategy<Value = String> {
    (proptest::collection::vec(word(), 0..9), proptest::sample::select(&[" ", "", ", "][..]))
        .prop_map(|(words, between)| words.join(between))
}

fn words() -> impl Strategy<Value = Words> {
    let languages: Vec<&'static str> = LANGUAGES.iter().map(|(name, _)| *name).collect();
    proptest::sample::select(languages).prop_map(Words::of)
}

fn cadence() -> impl Strategy<Value = Cadence> {
    prop_oneof![
        proptest::sample::subsequence((1..=7_u8).collect::<Vec<_>>(), 1..=7).prop_map(|days| {
            Cadence::Daily { weekdays: Weekdays::of(days).expect("a day at least") }
        }),
        (2..=366_u32).prop_map(|n| Cadence::EveryNDays { n }),
        (1..=7_u32, 1..=7_u8).prop_map(|(times, week_start)| Cadence::Weekly { times, week_start }),
        (1..=28_u32).prop_map(|times| Cadence::Monthly { times }),
    ]
}

/// A goal that is counted, with over how long it is.
fn counted() -> impl Strategy<Value = (Goal, Cadence, Scope)> {
    let unit = proptest::sample::select(
        &["km", "pages", "Seiten", "vasos", "push-ups", "杯", "صفحة", "मिनट"][..],
    );
    let amount = (1..=AMOUNT_MAX_MILLI, unit, proptest::sample::select(&["sum", "most"][..]))
        .prop_map(|(milli, unit, count)| Goal::Metric(goal::metric(milli, unit, count)));
    let goal = prop_oneof![amount, (2..=1_000_u32).prop_map(|n| Goal::Count { n })];
    let span = proptest::sample::select(
        &[
            (Cadence::EVERY_DAY, Scope::Day),
            (Cadence::Weekly { times: 1, week_start: 1 }, Scope::Period),
            (Cadence::Monthly { times: 1 }, Scope::Period),
        ][..],
    );
    // So many times a week or month are a rhythm where they fit into it.
    (goal, span)
        .prop_map(|(goal, (cadence, scope))| (goal, cadence, scope))
        .prop_filter("a rhythm", |(goal, _, scope)| {
            !matches!((goal, scope), (Goal::Count { n: ..=28 }, Scope::Period))
        })
}

proptest! {
    #[test]
    fn a_rhythm_as_it_is_shown_is_read_again(cadence in cadence(), words in words()) {
        let shown = event_card::cadence(words, &cadence).plain();
        prop_assert_eq!(schedule::cadence(words, &shown), Some(cadence), "{}", shown);
    }

    #[test]
    fn a_goal_as_it_is_shown_is_read_again((goal, cadence, scope) in counted(), words in words()) {
        let mut rules = Rules::daily(ClockRule::Personal, cadence.clone(), TODAY);
        (rules.goal, rules.scope) = (goal.clone(), scope);
        let shown = progress::goal(words, &rules).expect("it is counted").plain();
        let manner = goal::Manner { words, marks: Marks::of(words.language()), count: None };
        let read = goal::read(manner, &shown).map(|spec| (spec.goal, spec.cadence, spec.scope));
        prop_assert_eq!(read, Some((goal, Some(cadence), scope)), "{}", shown);
    }

    #[test]
    fn times_and_days_as_they_are_shown_are_read_again(
        minutes in proptest::collection::btree_set(0..24 * 60_u32, 1..4),
        day in 10_000..40_000_i32,
        words in words(),
    ) {
        let minutes: Vec<u32> = minutes.into_iter().collect();
        let shown: Vec<String> = minutes.iter().map(|minutes| time::clock((*minutes).into())).collect();
        let shown = shown.join(", ");
        prop_assert_eq!(times::read(words, &shown), Some(Times::Plain(minutes)), "{}", shown);
        let near = Day(TODAY.0 - day % 180);
        for day in [Day(day), near] {
            for shown in [day.to_string(), words.day(day, TODAY)] {
                let looks_back = day <= TODAY;
                let read = dates::read(words, words.language(), &shown, TODAY, looks_back);
                prop_assert_eq!(read, Some(Dates::Plain(day)), "{}", shown);
            }
        }
    }

    #[test]
    fn every_reader_takes_every_line(line in line(), words in words(), count in proptest::option::of(word())) {
        let count = count.as_deref();
        let marks = Marks::of(words.language());
        if let Some(milli) = amount::read(words, marks, &line, None) {
            let shown = amount::show(words, milli);
            prop_assert_eq!(amount::read(words, marks, &shown, None), Some(milli), "{} is shown as {}", milli, shown);
        }
        let manner = goal::Manner { words, marks, count };
        if let Some(spec) = goal::read(manner, &line) {
            prop_assert!(!matches!(spec.goal, Goal::Metric(metric) if metric.target_milli <= 0));
        }
        let _ = (goal::need(words, &line, 5), goal::tasks(manner, &line));
        let _ = (schedule::cadence(words, &line), schedule::weekdays(words, &line));
        let language = words.language();
        let days = [
            date::day_ahead(words, language, &line, TODAY),
            date::first_day(words, language, &line, TODAY),
        ];
        for days in days.into_iter().flatten() {
            prop_assert!(!matches!(days, Dates::Either(days) if days.len() < 2), "{}", line);
        }
        let _ = (date::named(&line), times::read(words, &line), times::quiet(words, &line));
        if let Some(minutes) = time::clock_time(&line) {
            prop_assert!((0..24 * 60).contains(&minutes), "{minutes}");
        }
        let known = [
            Known { title: "Run", goal: &Goal::Check, is_due: true },
            Known { title: "75 Hard", goal: &Goal::Count { n: 3 }, is_due: false },
        ];
        let manner = Manner { words, marks, locale: words.language(), today: TODAY, bot: None };
        if let Some(said) = check_in::read(manner, &known, &line) {
            prop_assert!(said.event.is_some() || said.missing.is_some(), "{}", line);
            prop_assert!(said.day.is_none_or(|day| day.value <= TODAY), "{}", line);
        }
        prop_assert!(zone::suggest(&line, NOW).len() <= crate::SUGGESTIONS_MAX);
        let _ = zone::read(&line, NOW);
    }

    #[test]
    fn every_line_is_a_command_or_none(line in line(), n in 0..crate::COMMANDS.len()) {
        let _ = crate::read_line(&line);
        let called = format!("/{} {line}", crate::COMMANDS[n].path);
        let (command, args) = crate::read_line(&called).expect("it begins with a command");
        prop_assert!(args.iter().all(|(given, _)| command.params.iter().any(|param| param.name == given)));
    }

    #[test]
    fn cleaned_text_stays_as_it_is(line in line(), length_max in 1_usize..100) {
        let once = clean(&line, length_max);
        prop_assert!(once.chars().count() <= length_max);
        prop_assert_eq!(clean(&once, length_max), once);
        let folded = fold::folded(&line);
        prop_assert_eq!(fold::folded(&folded), folded);
    }

    #[test]
    fn marks_and_ids_of_buttons_are_read_whatever_they_hold(line in line()) {
        let _ = Text::read(&line).plain();
        if let Ok(id) = line.parse::<CallbackId>() {
            let written = id.to_string();
            prop_assert_eq!(written.parse::<CallbackId>().ok().map(|id| id.to_string()), Some(written));
        }
    }
}
