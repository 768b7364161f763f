//! Eighty hostile names: each takes one line, one place on a board and one row of a picture.

use engine::Account;
use std::collections::BTreeSet;

use crate::message::{Input, Request, clean_name};
use crate::testing::world::World;

const NAMES: &str = include_str!("../../../../tests/attacks/names.jsonl");
/// Those that are read as one: an m is an r and an n beside letters of another alphabet.
const ALIKE: [&[&str]; 2] = [
    &[
        "Ada",
        "ada",
        "\u{410}d\u{430}",
        "\u{ff21}\u{ff44}\u{ff41}",
        "A\u{200d}da",
        "Ada\u{fe0f}",
        "A d a",
    ],
    &["Emma", "\u{415}mma", "\u{ff25}\u{ff4d}\u{ff4d}\u{ff41}", "Ernrna", "Emma ·x7f"],
];
const ROW_HEIGHT: u32 = 46;
/// What says which way to read, and what looks like anything.
const STEERING: [(char, char); 5] = [
    ('\u{61c}', '\u{61c}'),
    ('\u{200e}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2066}', '\u{2069}'),
    ('\u{e000}', '\u{f8ff}'),
];
const MARKS: [(char, char); 4] = [
    ('\u{300}', '\u{36f}'),
    ('\u{64b}', '\u{652}'),
    ('\u{e47}', '\u{e4e}'),
    ('\u{20d0}', '\u{20f0}'),
];

/// All of them that are texts. What is half a letter gets no further than to the readers of the platforms.
fn names() -> Vec<String> {
    assert_eq!(NAMES.lines().count(), 80);
    let names: Vec<String> =
        NAMES.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    assert_eq!(names.len(), 77);
    names
}

/// Somebody with a number, who is called so on their platform.
async fn say(world: &World, n: usize, name: &str, line: &str) {
    let request = world.request(&format!("n{n}"), Input::Line(line.to_owned()));
    let account = Account { name: clean_name(name, "someone"), ..request.account.clone() };
    world.ask(Request { account, ..request }).await;
}

#[test]
fn what_is_left_of_a_hostile_name_is_short_and_turns_nothing_round() {
    let is_in = |ranges: &[(char, char)], c: char| {
        ranges.iter().any(|(first, last)| (*first..=*last).contains(&c))
    };
    for name in names() {
        let cleaned = clean_name(&name, "someone");
        assert!((1..=64).contains(&cleaned.chars().count()), "{name:?}");
        let is_hostile = |c: char| c.is_control() || is_in(&STEERING, c);
        assert!(!cleaned.contains(is_hostile), "{cleaned:?}");
        assert!(cleaned.chars().any(|c| !c.is_whitespace()), "{name:?}");
        let seen = cleaned.replace('\u{fe0f}', "");
        let piles = seen.split(|c: char| !is_in(&MARKS, c));
        assert!(piles.map(|pile| pile.chars().count()).all(|pile| pile <= 4), "{cleaned:?}");
        assert_eq!(clean_name(&cleaned, "someone"), cleaned);
    }
}

#[tokio::test]
async fn a_hostile_name_takes_one_line_one_place_and_one_row() {
    let names = names();
    let mut rest_heights = BTreeSet::new();
    for ten in names.chunks(10) {
        let mut world = World::with_event("Read").await;
        for (n, name) in ten.iter().enumerate() {
            say(&world, n, name, "/join").await;
            say(&world, n, name, "/checkin").await;
        }
        let board = world.reply_to("host", "/leaderboard").await;
        let plain = board.plain();
        let rows: Vec<&str> =
            plain.lines().skip(1).take_while(|line| !line.starts_with("http")).collect();
        assert_eq!(rows.len(), ten.len(), "{plain}");
        assert!(rows.iter().all(|row| row.ends_with(" — 1")), "{plain}");
        let picture = world.tap("host", &board, "Picture").await;
        // A PNG begins with its width and height.
        let size = |at: usize| {
            let bytes = picture.pictures[0].png[at..at + 4].try_into().expect("four bytes");
            u32::from_be_bytes(bytes)
        };
        assert_eq!(size(16), 960);
        rest_heights.insert(size(20) - ten.len() as u32 * ROW_HEIGHT);
        let told = world.notices_at("2026-03-02T09:00:00Z").await;
        let day =
            told.iter().find(|text| text.starts_with("📅 Mon 2 Mar")).expect("a board is told");
        let lines: Vec<&str> = day.lines().collect();
        assert_eq!(lines.len(), 3, "{day}");
        assert_eq!(lines[2].split(" · ").count(), ten.len(), "{day}");
    }
    assert_eq!(rest_heights.len(), 1, "{rest_heights:?}");
}

#[tokio::test]
async fn who_is_called_like_somebody_else_is_told_apart() {
    for alike in ALIKE {
        let world = World::with_event("Read").await;
        for (n, name) in alike.iter().chain(&["Bo"]).enumerate() {
            say(&world, n, name, "/join").await;
            say(&world, n, name, "/checkin").await;
        }
        let plain = world.say("host", "/leaderboard").await;
        let rows: BTreeSet<&str> = plain.lines().filter(|line| line.ends_with(" — 1")).collect();
        assert_eq!(rows.len(), alike.len() + 1, "{plain}");
        assert_eq!(rows.iter().filter(|row| row.contains(" ·")).count(), alike.len(), "{plain}");
        assert!(plain.contains("Bo — 1"), "{plain}");
    }
}

#[tokio::test]
async fn lists_of_people_tell_them_apart_too() {
    let world = World::with_event("Read").await;
    for (n, name) in ["Emma", "\u{415}mma"].into_iter().enumerate() {
        say(&world, n, name, "/join").await;
    }
    for whom in ["n0", "n1"] {
        world.to_as_manager("boss", "/admin silence", whom).await;
        world.naming("ada", &format!("/settings block:@{whom}"), whom).await;
    }
    for line in ["/admin silence", "/admin audit"] {
        let list = world.as_manager("boss", line).await.plain();
        assert_eq!(list.matches("mma ·").count(), 2, "{list}");
    }
    let panel = world.reply_to("ada", "/settings").await;
    let blocked = world.tap("ada", &panel, "Blocked people").await;
    let labels = blocked.buttons.iter().flatten().map(|button| button.label.as_str());
    assert_eq!(labels.filter(|label| label.contains("mma ·")).count(), 2, "{blocked:?}");
    world.say("host", "/event edit Read approval:yes").await;
    for (n, name) in ["Tom", "Torn"].into_iter().enumerate() {
        say(&world, 7 + n, name, "/join").await;
    }
    let waiting = world.reply_to("host", "/event review Read").await;
    let labels = waiting.buttons.iter().flatten().map(|button| button.label.as_str());
    let told_apart = labels.filter(|label| label.starts_with("Let To") && label.contains(" ·"));
    assert_eq!(told_apart.count(), 2, "{waiting:?}");
}
