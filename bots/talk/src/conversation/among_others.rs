//! What an answer to one person becomes where everybody reads every answer: its buttons are for that person alone, what
//! fits into a note says enough, and what is long, asks or is nobody else's business is given in a private chat.

use crate::command::context::ASKER;
use crate::command::{Command, Context, Right};
use crate::message::{ButtonAction, Reply, is_brief};

/// Buttons and choices that are not too many for such a place.
const BUTTONS_MAX: usize = 9;

/// The answer as such a place takes it. What is for everybody stays as it is: cards, boards and their pages, and buttons
/// that count along. `settles`: a question was answered that was put to this person alone.
pub(crate) fn placed(ctx: &Context<'_>, command: &Command, settles: bool, reply: Reply) -> Reply {
    if !ctx.is_read_by_all() || !reply.private || reply.pages || reply.rebuttons {
        return reply;
    }
    let is_of_place = is_of_place(command) || reply.of_place;
    let is_picture = ctx.press.is_some() && !reply.pictures.is_empty();
    let is_grid = count(&reply) > BUTTONS_MAX && !is_of_place;
    let reply =
        with_brief(&command.verb(), reply.secret_if(command.alone || is_picture || is_grid));
    let aside = reply.aside || (ctx.press.is_some() && !is_of_place);
    let reply = Reply { aside, settles, ..reply };
    if reply.secret {
        return reply;
    }
    let asks = reply.brief.0.is_empty() && asks(&command.verb(), &reply);
    let (reply, all_fit) = marked(reply, &ctx.mark(asks));
    // Where a right is asked for at every press, a button without room does without.
    reply.secret_if(!all_fit && !is_of_place)
}

/// Whether a command goes by the place that it is said in, or by who manages that: its buttons mean nothing elsewhere.
fn is_of_place(command: &Command) -> bool {
    command.right == Right::Manager || command.path.starts_with("event ")
}

fn count(reply: &Reply) -> usize {
    reply.choices.len() + reply.buttons.iter().map(Vec::len).sum::<usize>()
}

/// Whether some of its buttons answer it, or open what nothing else opens; others lead on to something else.
fn asks(verb: &str, reply: &Reply) -> bool {
    let answers = |action: &ButtonAction| match action {
        ButtonAction::Callback(press) => press.verb == verb,
        ButtonAction::Link(_) => true,
    };
    let is_filled_in = reply.form.is_some() || reply.asks_location.is_some();
    let mut buttons = reply.buttons.iter().flatten();
    is_filled_in || !reply.choices.is_empty() || buttons.any(|button| answers(&button.action))
}

/// What asks nothing says enough without its buttons.
fn with_brief(verb: &str, reply: Reply) -> Reply {
    if !is_brief(&reply.text.plain()) || !reply.brief.0.is_empty() || asks(verb, &reply) {
        return reply;
    }
    let brief = reply.text.clone();
    reply.in_brief(brief)
}

/// The answer with whoever asked in each of its buttons, and whether all of them had room for it.
fn marked(mut reply: Reply, mark: &(String, String)) -> (Reply, bool) {
    let buttons = reply.buttons.iter_mut().flatten();
    let buttons = buttons.filter_map(|button| match &mut button.action {
        ButtonAction::Callback(press) => Some(press),
        ButtonAction::Link(_) => None,
    });
    let choices = reply.choices.iter_mut().map(|choice| &mut choice.press);
    let form = reply.form.iter_mut().map(|form| &mut form.press);
    let mut all_fit = true;
    for press in buttons.chain(choices).chain(form).filter(|press| !press.keeps(ASKER)) {
        match press.clone().keeping_too(mark.clone()) {
            Some(marked) => *press = marked,
            None => all_fit = false,
        }
    }
    (reply, all_fit)
}
