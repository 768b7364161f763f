//! What cannot be undone is shown before it is done.

use crate::command::{Args, Context, Kind, Param};
use crate::message::{Button, CallbackId, Reply, Text};

/// Says that it has been looked at.
const SURE: &str = "sure";

/// The parameter of commands that show what they will do.
pub(crate) const PARAM: Param = Param::new(SURE, "sure-about", Kind::OneOf(&["yes"]));

/// What a button begins with that says yes: buttons are short.
pub(crate) const YES: char = 'y';

pub(crate) fn is_said(ctx: &Context<'_>) -> bool {
    ctx.arg(SURE) == Some("yes") || said(ctx).is_some()
}

/// What stands behind the yes of a button.
pub(crate) fn said<'c>(ctx: &'c Context<'_>) -> Option<&'c str> {
    ctx.pressed_arg()?.strip_prefix(YES)
}

/// The question whether to do what a text says. The button, whose id begins with [`YES`], says again what was said beside
/// it; where that is too long for a button, the line has to be said again.
pub(crate) fn ask(ctx: &Context<'_>, text: Text, press: CallbackId, said: &Args) -> Reply {
    match press.keeping(said) {
        Some(press) => {
            let label = ctx.words.plain("button-sure", &[]);
            Reply::only(text).with([Button::press(label, press).danger()])
        }
        None => Reply::only(text.then(ctx.text("sure-again", &[]))),
    }
}
