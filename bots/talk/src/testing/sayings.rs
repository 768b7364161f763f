//! Every text of the catalogue, said in every language with what belongs into it.

use engine::rules::{Cadence, ClockRule, Day, Instant, Rules};
use std::collections::{BTreeMap, BTreeSet};

use crate::locale::{Arg, LANGUAGES, Words};
use crate::view::progress;

const TODAY: Day = Day(20_780);
/// So many that it is seen whether a number is written as the language does.
const MANY: u32 = 12_345;
/// What comes as a number.
const COUNTED: [&str; 19] = [
    "all",
    "asked",
    "bonus",
    "cap",
    "consistency",
    "current",
    "done",
    "freezes",
    "in",
    "left",
    "members",
    "met",
    "n",
    "needed",
    "next",
    "percent",
    "rank",
    "strength",
    "uses",
];
const SPANS: [(&str, Cadence); 4] = [
    ("day", Cadence::EVERY_DAY),
    ("week", Cadence::Weekly { times: 2, week_start: 1 }),
    ("month", Cadence::Monthly { times: 2 }),
    ("time", Cadence::EveryNDays { n: 3 }),
];

/// The texts of a file with the names of what goes into each.
fn texts(source: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut all: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut key = "";
    for line in source.lines() {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            key = line.split(" =").next().unwrap_or_default();
        }
        let names = all.entry(key).or_default();
        names.extend(line.split('$').skip(1).map(|rest| {
            let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
            rest.split(|c: char| !is_of_name(c)).next().unwrap_or_default()
        }));
    }
    all.remove("");
    all
}

/// A name that runs the other way than the language.
fn foreign(words: Words) -> &'static str {
    if words.is_right_to_left() { "Ben" } else { "أميرة" }
}

/// A text with all that it takes, each of its kind: as it is read, and as it stands on a button.
fn said(words: Words, key: &str, names: &BTreeSet<&str>, span: usize) -> [String; 2] {
    let (span, cadence) = SPANS[span].clone();
    let rules = Rules::daily(ClockRule::Personal, cadence, TODAY);
    let (run, count) = (progress::run(words, &rules, MANY), progress::count(words, &rules, MANY));
    let (day, month) = (words.day(TODAY, TODAY), words.month_of(TODAY));
    let arg = |name: &str| match name {
        "span" => Arg::Kind(span),
        "is-check" => Arg::Kind("yes"),
        "run" | "length" => Arg::Ours(&run),
        "best" | "longest" | "total" | "more" | "lately" => Arg::Ours(&count),
        "day" | "first" | "last" | "made" | "until" => Arg::Text(&day),
        "month" => Arg::Text(&month),
        "when" => Arg::Time(Instant(0), &day),
        "address" | "terms" => Arg::Link("http://streaks.test"),
        "role" => Arg::Role("42"),
        // How many days, or which.
        "days" if key.starts_with("year-") || key.starts_with("invite-") => {
            Arg::Number(MANY.into())
        }
        "left" if key == "left-over" => Arg::Text(foreign(words)),
        name if COUNTED.contains(&name) => Arg::Number(MANY.into()),
        _ => Arg::Text(foreign(words)),
    };
    let args: Vec<(&str, Arg<'_>)> = names.iter().map(|name| (*name, arg(name))).collect();
    [words.text(key, &args).plain(), words.plain(key, &args)]
}

/// Calls back with every text in every language and every rhythm.
fn each(mut check: impl FnMut(Words, &str, &str)) {
    for (language, source) in LANGUAGES {
        let words = Words::of(language);
        for (key, names) in texts(source) {
            for span in 0..SPANS.len() {
                for said in said(words, key, &names, span) {
                    check(words, key, &said);
                }
            }
        }
    }
}

#[test]
fn no_text_says_a_date_or_a_number_as_we_keep_it() {
    each(|words, key, said| {
        let letters: Vec<char> = said.chars().collect();
        let is_date = |ten: &[char]| {
            ten.iter().enumerate().all(|(n, c)| match n {
                4 | 7 => *c == '-',
                _ => c.is_ascii_digit(),
            })
        };
        let language = words.language();
        assert!(!letters.windows(10).any(is_date), "{language} {key}: {said}");
        assert!(!said.contains(&MANY.to_string()), "{language} {key}: {said}");
    });
}

#[test]
fn a_streak_of_nothing_is_a_number_of_the_language() {
    let args = [("title", Arg::Text("")), ("current", Arg::Number(0)), ("run", Arg::Text(""))];
    let said = Words::of("ar").plain("streak-line", &args);
    assert!(said.contains('٠') && !said.contains('0'), "{said}");
}

#[test]
fn every_name_that_runs_the_other_way_is_isolated_in_every_text() {
    let mut seen = 0;
    each(|words, key, said| {
        let name = foreign(words);
        let rest = said.replace(&format!("\u{2068}{name}\u{2069}"), "");
        assert!(!rest.contains(name), "{} {key}: {said}", words.language());
        seen += usize::from(rest.len() < said.len());
    });
    assert!(seen > 1_000, "{seen}");
}

#[test]
fn no_text_says_how_long_a_streak_is_without_its_unit() {
    // How far one is from a badge is a length out of another, behind a bar.
    const BESIDE_A_BAR: &str = "badges-next";
    for (language, source) in LANGUAGES {
        for (key, names) in texts(source).into_iter().filter(|(key, _)| *key != BESIDE_A_BAR) {
            let has_unit = names.contains("run") || names.contains("span");
            assert!(has_unit || !names.contains("current"), "{language} {key}");
        }
    }
}
