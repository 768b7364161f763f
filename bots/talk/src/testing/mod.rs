//! A chat to test in.

mod among_others;
mod at_once;
mod canaries;
mod cards;
mod cheats;
mod dated_boards;
mod frames;
mod invite_only_leaks;
mod left_places;
mod limits;
mod names;
mod newcomers;
mod periods;
mod programs;
mod rights;
mod sayings;
mod strangers;
mod ways_on;
pub(crate) mod world;

use crate::message::{ButtonAction, Reply};

/// All that somebody could read in an answer.
fn shown(reply: &Reply) -> String {
    let mut all = vec![reply.plain(), reply.brief.plain()];
    for button in reply.buttons.iter().flatten() {
        all.push(button.label.clone());
        if let ButtonAction::Link(address) = &button.action {
            all.push(address.clone());
        }
    }
    all.extend(reply.choices.iter().map(|choice| choice.label.clone()));
    if let Some(form) = &reply.form {
        all.push(form.title.clone());
        all.extend(form.fields.iter().flat_map(|field| [field.label.clone(), field.value.clone()]));
    }
    all.extend(reply.pictures.iter().map(|picture| picture.alt.clone()));
    for document in &reply.documents {
        all.extend([document.name.clone(), String::from_utf8_lossy(&document.bytes).into_owned()]);
    }
    if let Some(elsewhere) = &reply.elsewhere {
        all.extend([elsewhere.text.plain(), elsewhere.link.clone()]);
    }
    all.extend(reply.frame.iter().filter_map(|frame| frame.author.clone()));
    all.extend(reply.file.iter().chain(&reply.asks_location).cloned());
    all.join(" ")
}
