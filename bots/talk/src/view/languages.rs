//! The languages, to choose from.

use crate::command::Context;
use crate::locale::{LANGUAGES, Words};
use crate::message::{Button, CallbackId, Reply};

const IN_A_ROW: usize = 3;

/// A button for each, and one that leaves it to the platform; a tap says `language=de` to a command.
pub(crate) fn ask(ctx: &Context<'_>, verb: &str) -> Reply {
    let button = |label: String, language: &str| {
        Button::press(label, CallbackId::new(verb, None, &format!("language={language}")))
    };
    let mut buttons: Vec<Button> = LANGUAGES
        .iter()
        .map(|(language, _)| button(Words::of(language).plain("language-name", &[]), language))
        .collect();
    buttons.push(button(ctx.words.plain("choice-auto", &[]), "auto"));
    let question = Reply::only(ctx.text("settings-which-language", &[]));
    buttons.chunks(IN_A_ROW).fold(question, |reply, row| reply.with(row.to_vec()))
}
