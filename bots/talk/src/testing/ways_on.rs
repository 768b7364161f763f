//! No dead end: what turns somebody down has something to tap, or says what next.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::conversation::table::COMMANDS;
use crate::locale::LANGUAGES;

/// The rooms whose answers are read here.
const ROOMS: [&str; 4] = ["command", "commands", "conversation", "view"];
const TESTS: &str = "#[cfg(test)]\nmod tests {";

/// Words of a text that turns somebody down.
const NOT: [&str; 9] =
    ["already", "cannot", "never", "no", "nobody", "not", "nothing", "only", "too"];
/// The same in its key.
const NOT_IN_KEY: [&str; 8] = ["bad", "before", "full", "long", "many", "self", "short", "unsound"];

/// How a text begins to say what to do, or what would do.
const SAYS: [&str; 21] = [
    "Ask ",
    "Cheer in ",
    "Give ",
    "I can show ",
    "It is one of",
    "Lift ",
    "Name ",
    "Open ",
    "Say ",
    "Try ",
    "Type ",
    "again on ",
    "another day",
    "can be ",
    "first command",
    "lease ",
    "such as ",
    "to me first",
    "works for ",
    "works in ",
    "In private I ",
];

/// Where nothing is to be done: since when, and why.
const STANDS: [(&str, &str, &str); 12] = [
    ("announce-guest", "2026-11-30", "it says who can let the bot in"),
    ("cheer-off", "2026-11-30", "it is for the other one to say"),
    ("cheer-self", "2026-11-30", "a slip: it says for whom a cheer is"),
    ("nudge-again", "2026-11-30", "it comes to once a day, and says that this is enough"),
    ("nudge-nothing", "2026-11-30", "there is nothing to remind of"),
    ("nudge-off", "2026-11-30", "it is for the other one to say"),
    ("nudge-self", "2026-11-30", "a slip: it says for whom a nudge is"),
    ("privacy-unplanned", "2026-12-01", "there is nothing to call off"),
    ("settings-block-self", "2026-11-30", "a slip: nothing is wanted of oneself"),
    ("streak-other-none", "2026-11-30", "there is nothing that may be seen"),
    ("told-alone", "2026-11-30", "the answer stands below"),
    ("winners-none", "2026-11-30", "there is nobody to send anything to"),
];

/// What was asked for is done, in words that deny something.
const DONE: [&str; 15] = [
    "announce-stopped",
    "cheer-kept",
    "draft-discarded",
    "link-refused",
    "privacy-hidden",
    "remind-none-today",
    "remind-not-today",
    "remind-off",
    "role-unset",
    "settings-cheers-off",
    "settings-nudges-off",
    "settings-quiet-off",
    "silence-person-done",
    "silence-person-lifted",
    "silence-unseen-lifted",
];

/// The texts of a file by their keys.
fn texts(source: &str) -> BTreeMap<&str, String> {
    let mut all: BTreeMap<&str, String> = BTreeMap::new();
    let mut key = "";
    for line in source.lines() {
        match line.split_once(" =") {
            Some((name, text)) if line.starts_with(|c: char| c.is_ascii_lowercase()) => {
                key = name;
                all.insert(key, text.to_owned());
            }
            _ if line.starts_with([' ', '}']) => all.entry(key).or_default().push_str(line),
            _ => {}
        }
    }
    all
}

/// The commands that a text names.
fn named(text: &str) -> BTreeSet<String> {
    let word = |rest: &str| -> String {
        rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect()
    };
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices('/') {
        let before = text[..at].chars().next_back().unwrap_or(' ');
        let (rest, first) = (&text[at + 1..], word(&text[at + 1..]));
        // Not `and/or`, nor an address.
        if first.is_empty() || before.is_alphanumeric() || "/:<".contains(before) {
            continue;
        }
        let second = rest[first.len()..].strip_prefix(' ').map(word).unwrap_or_default();
        let both = format!("{first} {second}");
        let is_path = COMMANDS.iter().any(|command| command.path == both);
        found.insert(if is_path { both } else { first });
    }
    found
}

/// Whether there is such a command, or a group of them.
fn is_known(path: &str) -> bool {
    COMMANDS.iter().any(|one| one.path == path || one.path.split(' ').next() == Some(path))
}

fn turns_down(key: &str, text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_ascii_alphabetic()).map(str::to_lowercase);
    text.contains('?')
        || words.any(|word| NOT.contains(&word.as_str()))
        || key.split('-').any(|part| NOT_IN_KEY.contains(&part))
}

/// Whether a text names a command, or says what to do.
pub(super) fn leads_on(text: &str) -> bool {
    !named(text).is_empty() || SAYS.iter().any(|says| text.contains(says))
}

/// Where the bracket closes that was opened right before a piece of code.
fn closing(code: &str) -> usize {
    let (mut depth, mut is_quoted, mut is_escaped) = (1, false, false);
    for (at, c) in code.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            '(' if !is_quoted => depth += 1,
            ')' if !is_quoted => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    code.len()
}

/// Whether an answer that is made between two pieces of code gets something to tap.
fn has_way_on(before: &str, after: &str) -> bool {
    let calls = after.split([';', '}']).next().unwrap_or_default();
    let calls = calls.split(",\n").next().unwrap_or_default();
    let before = before.trim_end();
    let fields = before.rsplit(['{', ';']).next().unwrap_or_default();
    let is_filled =
        before.ends_with("..") && ["buttons", "choices"].iter().any(|name| fields.contains(name));
    let name = before.strip_suffix('=').and_then(|code| code.split_whitespace().next_back());
    let function = after.split("\n}\n").next().unwrap_or_default();
    let is_used = name.is_some_and(|name| {
        function.contains(&format!("{name}.with")) || function.contains(&format!("fold({name},"))
    });
    calls.contains(".with") || before.ends_with("fold(") || is_filled || is_used
}

/// The keys of what is answered with nothing to tap.
fn bare(code: &str) -> Vec<&str> {
    let mut keys = vec![];
    for (at, made) in code.match_indices("Reply::only(") {
        let (before, rest) = (&code[..at], &code[at + made.len()..]);
        let (words, after) = rest.split_at(closing(rest));
        if has_way_on(before, after) {
            continue;
        }
        // Where a key was chosen before, any of those may be said.
        let said = match words.contains("text(key,") {
            true => &before[before.rfind("let key").unwrap_or(at)..],
            false => words,
        };
        keys.extend(said.split('"').skip(1).step_by(2));
    }
    keys
}

/// The code of all files of a folder, without their tests.
fn sources(folder: &Path, into: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, into);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            into.push(text.split(TESTS).next().unwrap_or_default().to_owned());
        }
    }
}

#[test]
fn whatever_turns_somebody_down_has_something_to_tap_or_says_what_next() {
    let english = texts(LANGUAGES[0].1);
    let mut code = vec![];
    for room in ROOMS {
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room), &mut code);
    }
    let keys: BTreeSet<&str> = code.iter().flat_map(|code| bare(code)).collect();
    let said = keys.into_iter().filter_map(|key| Some((key, english.get(key)?)));
    let said: Vec<(&str, &String)> = said.collect();
    assert!(said.len() > 100, "{}", said.len());
    let dead = said.iter().filter(|(key, text)| turns_down(key, text) && !leads_on(text));
    let dead: BTreeSet<&str> = dead.map(|(key, _)| *key).collect();
    let known = STANDS.iter().map(|(key, ..)| *key).chain(DONE);
    assert_eq!(dead, known.collect(), "a button, a command, or a line here why not");
}

#[test]
fn every_command_that_a_text_names_exists_and_is_named_in_every_language() {
    let english = texts(LANGUAGES[0].1);
    for (language, source) in LANGUAGES {
        let own = texts(source);
        for (key, text) in &english {
            let said = own.get(key).map(|text| named(text)).unwrap_or_default();
            assert!(said.iter().all(|path| is_known(path)), "{language} {key}: {said:?}");
            assert_eq!(said, named(text), "{language} {key}");
        }
    }
}
