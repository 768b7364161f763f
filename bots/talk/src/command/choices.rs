//! Values that must be one of a few: accepted by name or by their label in any language.

use crate::command::context::Context;
use crate::command::definition::{Command, Kind};
use crate::locale::{Arg, LANGUAGES, Words, is_off};
use crate::message::Reply;
use crate::parse::token::{Token, tokens};

/// Replaces labels by the values they stand for.
///
/// # Errors
/// An answer that names the choices, where a value is none of them.
pub(crate) fn settle<'a>(
    command: &Command,
    mut ctx: Context<'a>,
) -> Result<Context<'a>, Box<Reply>> {
    for param in command.params {
        let Kind::OneOf(values) = param.kind else { continue };
        let Some((_, written)) = ctx.args.iter_mut().find(|(name, _)| name == param.name) else {
            continue;
        };
        match meant(values, written) {
            Some(value) => *written = value.to_owned(),
            None if written.trim().is_empty() => {}
            None => {
                let label = |value: &&str| ctx.words.plain(&format!("choice-{value}"), &[]);
                let known: Vec<String> = values.iter().map(label).collect();
                let known = ctx.words.list(known.iter().map(String::as_str));
                let name = ctx.words.name(param.name);
                let args = [
                    ("word", Arg::Text(written)),
                    ("param", Arg::Text(&name)),
                    ("known", Arg::Text(&known)),
                ];
                return Err(Box::new(Reply::only(ctx.words.text("choice-unknown", &args))));
            }
        }
    }
    Ok(ctx)
}

/// The value that is written, by its name or by its label in any language, or by words of one label alone.
fn meant(values: &[&'static str], written: &str) -> Option<&'static str> {
    const LETTERS_MIN: usize = 3;
    let words = tokens(written);
    let is_part = |label: &[Token]| label.windows(words.len()).any(|window| window == words);
    let holds = |value: &&&str| LANGUAGES.iter().any(|language| is_part(&label(value, language)));
    // Whatever can be refused can be switched off.
    let off = values.iter().find(|value| **value == "no" && is_off(written));
    named(values, written).or(off.copied()).or_else(|| {
        let is_said = written.trim().chars().count() >= LETTERS_MIN && !words.is_empty();
        let mut holding = values.iter().filter(|value| is_said && holds(value));
        holding.next().filter(|_| holding.next().is_none()).copied()
    })
}

/// The same by whole names alone.
pub(crate) fn named(values: &[&'static str], written: &str) -> Option<&'static str> {
    let plain = |words: &str| tokens(&words.replace('_', " "));
    let written = plain(written);
    let is_named = |value: &&&str| {
        plain(value) == written
            || LANGUAGES.iter().any(|language| label(value, language) == written)
    };
    values.iter().find(is_named).copied().filter(|_| !written.is_empty())
}

fn label(value: &str, (language, _): &(&str, &str)) -> Vec<Token> {
    tokens(&Words::of(language).plain(&format!("choice-{value}"), &[]))
}
