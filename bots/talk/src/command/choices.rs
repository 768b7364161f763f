//! Values that must be one of a few: accepted by name or by their label in any language.

use crate::command::context::Context;
use crate::command::definition::{Command, Kind};
use crate::locale::{Arg, LANGUAGES, Words};
use crate::message::Reply;

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
        match values.iter().find(|value| stands_for(value, written)) {
            Some(value) => *written = (*value).to_owned(),
            None if written.trim().is_empty() => {}
            None => {
                let known = values.join(", ");
                let args = [
                    ("word", Arg::Text(written)),
                    ("param", Arg::Text(param.name)),
                    ("known", Arg::Text(&known)),
                ];
                return Err(Box::new(Reply::only(ctx.words.text("choice-unknown", &args))));
            }
        }
    }
    Ok(ctx)
}

fn stands_for(value: &str, written: &str) -> bool {
    let written = written.trim().to_lowercase();
    let label = |(language, _): &(&str, &str)| {
        Words::of(language).plain(&format!("choice-{value}"), &[]).to_lowercase()
    };
    value == written || LANGUAGES.iter().any(|language| label(language) == written)
}
