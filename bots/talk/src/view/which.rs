//! Which of several values is meant: a question whose buttons say the rest of the call again.

use crate::command::Context;
use crate::message::{Button, CallbackId, Input, Reply, Text};

const IN_A_ROW: usize = 3;

/// A question with a choice for each value that a parameter could have, which says the rest again. None where that is too
/// much for a button, or was filled in.
pub(crate) fn asked(
    ctx: &Context<'_>,
    text: Text,
    name: &str,
    values: &[(String, String)],
    press: &CallbackId,
) -> Option<Reply> {
    let is_filled_in = matches!(ctx.request.said, Input::Form { .. });
    let is_said_again = |known: &str| ![name, "event"].contains(&known);
    let said = ctx.args.iter().filter(|(known, _)| is_said_again(known));
    let choice = |(label, value): &(String, String)| {
        let mut said: Vec<(String, String)> = said.clone().cloned().collect();
        said.push((name.to_owned(), value.clone()));
        // Where there is no room to say who was asked, it is asked in private.
        let marked: Vec<_> = said.iter().cloned().chain(ctx.asked()).collect();
        let press = press.clone().keeping(&marked).or_else(|| press.clone().keeping(&said))?;
        Some(Button::press(label.clone(), press))
    };
    let buttons = values.iter().map(choice).collect::<Option<Vec<Button>>>()?;
    let rows = buttons.chunks(IN_A_ROW).map(<[Button]>::to_vec);
    (!is_filled_in).then(|| rows.fold(Reply::only(text), Reply::with))
}
