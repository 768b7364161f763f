//! Reading a typed line: `/command name:value name:"two words" and the rest`.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::command::{Args, Command, Kind};
use crate::conversation::table::COMMANDS;
use crate::locale::{LANGUAGES, Words};

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
    let Some(name) = command.free.filter(|_| !free.is_empty()) else {
        return Some((command, args));
    };
    // `Run goal:20 km a week` without quotes: what follows a value belongs to it.
    let own = args.iter().position(|(known, _)| known == name);
    // Words of one's own have no end; an event, a person or a time is named by what stands alone.
    let is_text = command
        .params
        .iter()
        .any(|param| param.name == name && matches!(param.kind, Kind::Text { .. }));
    let mut before = vec![];
    for (behind, word) in free {
        let behind = behind.filter(|_| is_text || own.is_some());
        match behind.or(own).and_then(|at| args.get_mut(at)) {
            Some((_, value)) => {
                value.push(' ');
                value.push_str(word);
            }
            None => before.push(word),
        }
    }
    if !before.is_empty() {
        args.push((name.to_owned(), before.join(" ")));
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

/// A word without a name, and the value without quotes that it stands behind.
type Free<'a> = (Option<usize>, &'a str);

fn read_args<'a>(command: &Command, line: &'a str) -> (Args, Vec<Free<'a>>) {
    let (mut args, mut free, mut rest, mut behind) = (vec![], vec![], line, None);
    while !rest.is_empty() {
        let (word, tail) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let named = word.split_once(':').and_then(|(name, _)| {
            let folded = name.to_lowercase();
            let param = command.params.iter().find(|param| is_called(param.name, &folded))?;
            Some((name, param))
        });
        match named {
            Some((name, param)) => {
                let written = &rest[name.len() + 1..];
                let (value, tail) = read_value(written);
                let is_whole = written.starts_with('"') || matches!(param.kind, Kind::OneOf(_));
                behind = (!is_whole).then_some(args.len());
                args.push((param.name.to_owned(), value));
                rest = tail.trim_start();
            }
            None => {
                free.push((behind, word.trim_matches('"')));
                rest = tail.trim_start();
            }
        }
    }
    (args, free)
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
    fn what_follows_a_value_without_quotes_belongs_to_it() {
        for (line, want) in [
            ("/event create title:Read goal:20 pages", [("title", "Read"), ("goal", "20 pages")]),
            ("/remind at:20:00 event:Morning run", [("at", "20:00"), ("event", "Morning run")]),
            (
                "/event create Correr meta:20 km por semana",
                [("goal", "20 km por semana"), ("title", "Correr")],
            ),
            ("/cheer user:ada words:well done", [("user", "ada"), ("words", "well done")]),
            ("/checkin event:Run note:ran far", [("event", "Run"), ("note", "ran far")]),
            ("/checkin note:\"far\" Run", [("note", "far"), ("event", "Run")]),
        ] {
            let want = want.map(|(name, value)| (name.to_owned(), value.to_owned()));
            assert_eq!(parse(line).map(|(_, args)| args), Some(want.to_vec()), "{line}");
        }
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
