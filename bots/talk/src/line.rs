//! Reading a typed line: `/command name:value name:"two words" and the rest`.

use crate::command::{Args, Command};
use crate::commands::COMMANDS;
use crate::{LANGUAGES, Words};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Characters of a line that are read.
const LINE_MAX: usize = 2000;

/// The command of a line and its named values. What is typed without a name goes to the parameter that
/// the command says. None where the line is no command of ours.
pub fn parse(line: &str) -> Option<(&'static Command, Args)> {
    // Phones curl the quotes.
    let straight = |c| if matches!(c, '“' | '”' | '„' | '«' | '»') { '"' } else { c };
    let line: String = line.trim().chars().take(LINE_MAX).map(straight).collect();
    let rest = line.strip_prefix('/')?;
    let (word, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    // A group's menu writes /command@bot.
    let word = word.split('@').next().unwrap_or_default().to_lowercase();
    let (command, rest) = find(&word, rest.trim_start())?;
    let (mut args, free) = read_args(command, rest);
    if let (Some(name), false) = (command.free, free.is_empty()) {
        match args.iter_mut().find(|(known, _)| known == name) {
            // `title:Read 20 pages` without quotes: what follows belongs to it.
            Some((_, value)) => value.push_str(&format!(" {free}")),
            None => args.push((name.to_owned(), free)),
        }
    }
    Some((command, args))
}

/// A command of two words wins over one whose name is the first; the first word of a group alone asks
/// for help on it.
fn find<'a>(word: &str, rest: &'a str) -> Option<(&'static Command, &'a str)> {
    let (second, tail) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let second = second.to_lowercase();
    let mut groups =
        COMMANDS.iter().filter_map(|command| Some((command, command.path.split_once(' ')?)));
    if let Some((command, _)) =
        groups.clone().find(|(_, (one, two))| is_called(one, word) && is_called(two, &second))
    {
        return Some((command, tail.trim_start()));
    }
    if let Some((_, (group, _))) = groups.find(|(_, (group, _))| is_called(group, word)) {
        let help = COMMANDS.iter().find(|command| command.path == "help")?;
        return Some((help, group));
    }
    let command = COMMANDS.iter().find(|command| is_called(command.path, word))?;
    Some((command, rest))
}

/// Whether a word of a command or a parameter is meant: by its name, or by what it is called in any language.
pub(crate) fn is_called(name: &str, word: &str) -> bool {
    name == word || NAMES.get(word).is_some_and(|names| names.contains(&name))
}

/// What is called so in some language.
static NAMES: LazyLock<HashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let words = COMMANDS.iter().flat_map(|command| {
        command.path.split(' ').chain(command.params.iter().map(|param| param.name))
    });
    let mut names: HashMap<String, Vec<&'static str>> = HashMap::new();
    for word in words {
        for (language, _) in LANGUAGES {
            let called = names.entry(Words::of(language).name(word)).or_default();
            if !called.contains(&word) {
                called.push(word);
            }
        }
    }
    names
});

fn read_args(command: &Command, line: &str) -> (Args, String) {
    let (mut args, mut free, mut rest) = (vec![], vec![], line);
    while !rest.is_empty() {
        let (word, tail) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let named = word.split_once(':').and_then(|(name, _)| {
            let folded = name.to_lowercase();
            let param = command.params.iter().find(|param| is_called(param.name, &folded))?;
            Some((name, param))
        });
        match named {
            Some((name, param)) => {
                let (value, tail) = read_value(&rest[name.len() + 1..]);
                args.push((param.name.to_owned(), value));
                rest = tail.trim_start();
            }
            None => {
                free.push(word.trim_matches('"'));
                rest = tail.trim_start();
            }
        }
    }
    (args, free.join(" "))
}

/// A value in quotes, or up to the next blank.
fn read_value(rest: &str) -> (String, &str) {
    if let Some(quoted) = rest.strip_prefix('"')
        && let Some((value, tail)) = quoted.split_once('"')
    {
        return (value.to_owned(), tail);
    }
    let (value, tail) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    (value.to_owned(), tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(&'static str, Vec<(String, String)>)> {
        parse(line).map(|(command, args)| (command.path, args))
    }

    fn pairs(pairs: &[(&str, &str)]) -> Args {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn named_and_free_words_are_told_apart() {
        let line = "/event create Read 20 pages goal:\"20 pages\" visibility:public";
        let want =
            pairs(&[("goal", "20 pages"), ("visibility", "public"), ("title", "Read 20 pages")]);
        assert_eq!(read(line), Some(("event create", want)));
        assert_eq!(read("/CHECKIN@streaks_bot"), Some(("checkin", vec![])));
        assert_eq!(
            read("/checkin event:Reading note:\"five km\""),
            Some(("checkin", pairs(&[("event", "Reading"), ("note", "five km")])))
        );
        assert_eq!(read("/event"), Some(("help", pairs(&[("topic", "event")]))));
        assert_eq!(read("/einchecken notiz:gut"), Some(("checkin", pairs(&[("note", "gut")]))));
        assert_eq!(
            read("/checkin event:“Read it”"),
            Some(("checkin", pairs(&[("event", "Read it")])))
        );
        assert_eq!(read("hello"), None);
        assert_eq!(read("/unknown"), None);
    }
}
