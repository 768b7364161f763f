//! Hostile texts in every sentence that takes one, in every language: the tests of each adapter look at what becomes of
//! them there.

use std::collections::BTreeSet;
use talk::{Arg, LANGUAGES, Text, Words};

const TEXTS: &str = include_str!("texts.jsonl");
/// Beside it every other text is compared: no sentence of ours has such a word.
const HARMLESS: &str = "Xyzzy";
/// What stands for a command, which nobody writes but we.
const COMMAND: &str = "path";
/// Letters of a text that platforms cut.
const LONG: usize = 1000;
/// Of other languages than English, and of long texts, one sentence in so many is said.
const SAMPLED: usize = 7;
/// What isolates a text, and what keeps it from being a mention: nobody sees them.
const UNSEEN: [char; 3] = ['\u{2060}', '\u{2068}', '\u{2069}'];

/// What a platform makes of a text: the letters that are seen, and what they do besides.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    pub(crate) visible: String,
    pub(crate) active: Vec<String>,
}

/// Says everything, and panics where a text is active or not shown as it was written. Gives how often it looked.
pub(crate) fn check_all(show: impl Fn(&Text) -> Shown) -> usize {
    let lines = TEXTS.lines().map(|line| serde_json::from_str(line).expect("a line is JSON"));
    let texts: Vec<String> = lines.collect();
    assert!(texts.len() >= 200, "{}", texts.len());
    let (mut turn, mut looked) = (0_usize, 0_usize);
    for (language, source) in LANGUAGES {
        let words = Words::of(language);
        for (key, variables) in sentences(source) {
            let say = |text: &str| {
                let arg =
                    |name| if name == COMMAND { Arg::Ours("streak") } else { Arg::Text(text) };
                let args: Vec<(&str, Arg<'_>)> =
                    variables.iter().map(|name| (*name, arg(*name))).collect();
                show(&words.text(key, &args))
            };
            let harmless = say(HARMLESS);
            if !harmless.visible.contains(HARMLESS) {
                continue;
            }
            for text in &texts {
                turn += 1;
                let is_long = text.chars().count() >= LONG;
                if (is_long || language != "en") && !turn.is_multiple_of(SAMPLED) {
                    continue;
                }
                let shown = say(text);
                looked += 1;
                let mut ours = harmless.active.clone();
                for one in &shown.active {
                    let known = ours.iter().position(|known| known == one);
                    let known = known.unwrap_or_else(|| {
                        panic!("{language} {key}: {one} by {text:?}: {shown:?}")
                    });
                    ours.remove(known);
                }
                if !is_long {
                    let wanted = harmless.visible.replace(HARMLESS, &cleaned(words, text));
                    assert_eq!(seen(&shown.visible), seen(&wanted), "{language} {key}: {text:?}");
                }
            }
        }
    }
    looked
}

/// What is left of a text in a sentence: without the marks that are ours, and what turns letters round.
fn cleaned(words: Words, text: &str) -> String {
    words.isolated(text).replace(|c: char| ('\u{e000}'..='\u{e007}').contains(&c), "")
}

/// Code stands on one line, with other quotes.
fn seen(text: &str) -> String {
    text.replace(UNSEEN, "").replace(['\n', '\r'], " ").replace('`', "'")
}

/// The messages of a file that take something, each with the names of what it takes.
fn sentences(source: &str) -> Vec<(&str, BTreeSet<&str>)> {
    let mut found: Vec<(&str, BTreeSet<&str>)> = vec![];
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let is_of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let key = line.split_once(" =").map(|(key, _)| key);
        if let Some(key) = key.filter(|key| !key.is_empty() && key.chars().all(is_of_name)) {
            found.push((key, BTreeSet::new()));
        }
        let Some((_, names)) = found.last_mut() else { continue };
        for rest in line.split('$').skip(1) {
            let end = rest.find(|c: char| !is_of_name(c)).unwrap_or(rest.len());
            names.insert(&rest[..end]);
        }
    }
    found.retain(|(_, names)| !names.is_empty());
    found
}
