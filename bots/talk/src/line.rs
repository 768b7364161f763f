//! Reading a typed line: `/command name:value name:"two words" and the rest`.

use crate::command::{Args, Command};
use crate::commands::COMMANDS;

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
    if let (Some(name), false) = (command.free, free.is_empty())
        && !args.iter().any(|(known, _)| known == name)
    {
        args.push((name.to_owned(), free));
    }
    Some((command, args))
}

/// A command of two words wins over one whose name is the first; the first word of a group alone asks
/// for help.
fn find<'a>(word: &str, rest: &'a str) -> Option<(&'static Command, &'a str)> {
    let (second, tail) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let path = format!("{word} {}", second.to_lowercase());
    let by_path = |path: &str| COMMANDS.iter().find(|command| command.path == path);
    if let Some(command) = by_path(&path) {
        return Some((command, tail.trim_start()));
    }
    let is_group = COMMANDS.iter().any(|command| command.path.starts_with(&format!("{word} ")));
    by_path(if is_group { "help" } else { word }).map(|command| (command, rest))
}

fn read_args(command: &Command, line: &str) -> (Args, String) {
    let (mut args, mut free, mut rest) = (vec![], vec![], line);
    while !rest.is_empty() {
        let (word, tail) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let named = word
            .split_once(':')
            .filter(|(name, _)| command.params.iter().any(|param| param.name == *name));
        match named {
            Some((name, _)) => {
                let (value, tail) = read_value(&rest[name.len() + 1..]);
                args.push((name.to_owned(), value));
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
        assert_eq!(read("/event").map(|(path, _)| path), Some("help"));
        assert_eq!(
            read("/checkin event:“Read it”"),
            Some(("checkin", pairs(&[("event", "Read it")])))
        );
        assert_eq!(read("hello"), None);
        assert_eq!(read("/unknown"), None);
    }
}
