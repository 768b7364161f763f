//! A chat to test in.

mod cheats;
mod dated_boards;
mod invite_only_leaks;
mod limits;
mod periods;
mod rights;
pub(crate) mod world;

use crate::message::Reply;

/// All that somebody could read in an answer.
fn shown(reply: &Reply) -> String {
    let buttons = reply.buttons.iter().flatten().map(|button| button.label.clone());
    let choices = reply.choices.iter().map(|choice| choice.label.clone());
    let form = reply.form.iter().flat_map(|form| {
        form.fields.iter().map(|field| field.value.clone()).chain([form.title.clone()])
    });
    let pictures = reply.pictures.iter().map(|picture| picture.alt.clone());
    let rest: Vec<String> = buttons.chain(choices).chain(form).chain(pictures).collect();
    format!("{} {} {}", reply.plain(), reply.brief.plain(), rest.join(" "))
}
