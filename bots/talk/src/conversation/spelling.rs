//! Which command is meant by a name that is written differently, or with a letter wrong.

use std::sync::LazyLock;

use crate::command::Command;
use crate::conversation::command_line::is_called;
use crate::conversation::table::COMMANDS;
use crate::locale::{LANGUAGES, Words};
use crate::parse::fold::is_one_apart;
use crate::parse::token::{Token, tokens};

/// Names of fewer letters are too like each other.
const LETTERS_MIN: usize = 4;
/// Bytes of the longest name that is compared letter by letter.
const LENGTH_MAX: usize = 64;
/// Words of a line that can be a name.
const WORDS_MAX: usize = 3;

/// What a line is.
#[derive(Debug)]
pub(crate) enum Heard {
    Command(&'static Command),
    /// One that is much like it.
    Meant(&'static Command),
    /// No command of ours.
    Nothing,
}

/// Every command by its names, in all languages, as they are compared.
static NAMES: LazyLock<Vec<(String, &'static Command)>> = LazyLock::new(|| {
    let named = |command: &'static Command| {
        let languages = LANGUAGES.iter().map(|(language, _)| Words::of(language));
        let translated = languages.map(move |words| {
            let parts = command.path.split(' ').map(|word| words.name(word));
            parts.collect::<Vec<_>>().concat()
        });
        translated.chain([command.path.to_owned()]).map(move |name| (plain(&name), command))
    };
    COMMANDS.iter().flat_map(named).collect()
});

/// A name without case, accents and what joins its words.
fn plain(name: &str) -> String {
    let words = tokens(name).into_iter().filter_map(|token| match token {
        Token::Word(word) => Some(word),
        Token::Number(_) | Token::Fraction(_) | Token::Mark(_) => None,
    });
    words.collect()
}

/// What a line says; `bot` is our own name, after an `@`.
pub(crate) fn heard(line: &str, bot: Option<&str>) -> Heard {
    let line = line.trim();
    let (rest, is_slash) = match line.strip_prefix(['/', '／']) {
        Some(rest) => (rest, true),
        None => (line, false),
    };
    // With a blank behind the slash no platform knows it.
    let is_apart = rest.starts_with(char::is_whitespace);
    let mut words: Vec<&str> = rest.split_whitespace().take(WORDS_MAX + 1).collect();
    let Some(first) = words.first_mut() else { return Heard::Nothing };
    if let Some((name, other)) = first.split_once('@') {
        if bot.is_some_and(|bot| !bot.eq_ignore_ascii_case(other)) {
            return Heard::Nothing;
        }
        *first = name;
    }
    let most = if is_slash { WORDS_MAX.min(words.len()) } else { words.len() };
    if !is_slash && most > WORDS_MAX {
        return Heard::Nothing;
    }
    // A name without a slash is the whole line, or it is talk.
    let fewest = if is_slash { 1 } else { most };
    for is_exact in [true, false] {
        for count in (fewest..=most).rev() {
            let name = plain(&words[..count].join(" "));
            let Some(command) = named(&name, is_exact) else { continue };
            let is_said = is_exact && is_slash && !is_apart;
            return if is_said { Heard::Command(command) } else { Heard::Meant(command) };
        }
    }
    let help = COMMANDS.iter().find(|command| command.path == "help");
    let is_group = is_slash
        && COMMANDS.iter().any(|command| {
            command
                .path
                .split_once(' ')
                .is_some_and(|(group, _)| is_called(group, &words[0].to_lowercase()))
        });
    match help.filter(|_| is_group) {
        Some(help) => Heard::Command(help),
        None => Heard::Nothing,
    }
}

fn named(name: &str, is_exact: bool) -> Option<&'static Command> {
    if is_exact {
        return NAMES.iter().find(|(known, _)| known == name).map(|(_, command)| *command);
    }
    if name.len() > LENGTH_MAX {
        return None;
    }
    let is_like = |known: &str| {
        let letters = known.chars().count().min(name.chars().count());
        letters >= LETTERS_MIN && is_one_apart(known, name)
    };
    NAMES.iter().find(|(known, _)| is_like(known)).map(|(_, command)| *command)
}
