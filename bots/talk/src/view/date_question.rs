//! Which of several days is meant, before anything is done.

use engine::rules::Day;

use crate::command::Context;
use crate::command::context::ASKER;
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Input, Reply, Text};
use crate::parse::dates::Dates;

const IN_A_ROW: usize = 3;

/// The day that was read; otherwise the answer to what is no day, or could be several.
///
/// # Errors
/// That answer.
pub(crate) fn one(
    ctx: &Context<'_>,
    written: &str,
    read: Option<Dates>,
) -> Result<Day, Box<Reply>> {
    let words = ("words", Arg::Text(written));
    match read {
        Some(Dates::Plain(day)) => Ok(day),
        Some(Dates::Either(days)) => Err(Box::new(again(ctx, written, &days))),
        None => Err(Box::new(Reply::only(ctx.text("create-bad-date", &[words])))),
    }
}

/// Asks to write one of several days.
fn again(ctx: &Context<'_>, written: &str, days: &[Day]) -> Reply {
    let days: Vec<String> = days.iter().map(Day::to_string).collect();
    let args = [("words", Arg::Text(written)), ("days", Arg::Text(&days.join(" / ")))];
    Reply::only(ctx.text("date-which-again", &args))
}

/// The same with a button for each of the days, which says the rest again.
pub(crate) fn asked(
    ctx: &Context<'_>,
    (name, written): (&str, &str),
    days: &[Day],
    press: &CallbackId,
) -> Reply {
    let days_named: Vec<(String, String)> =
        days.iter().map(|day| (day.to_string(), day.to_string())).collect();
    let text = ctx.text("date-which", &[("words", Arg::Text(written))]);
    which(ctx, text, name, &days_named, press).unwrap_or_else(|| again(ctx, written, days))
}

/// A question with a choice for each value that a parameter could have, which says the rest again. None where that is too
/// much for a button, or was filled in.
pub(crate) fn which(
    ctx: &Context<'_>,
    text: Text,
    name: &str,
    values: &[(String, String)],
    press: &CallbackId,
) -> Option<Reply> {
    let is_filled_in = matches!(ctx.request.said, Input::Form { .. });
    let is_said_again = |known: &str| ![name, "event", ASKER].contains(&known);
    let said = ctx.args.iter().filter(|(known, _)| is_said_again(known));
    let choice = |(label, value): &(String, String)| {
        let mut said: Vec<(String, String)> = said.clone().cloned().collect();
        said.push((name.to_owned(), value.clone()));
        // Where there is no room to say who was asked, whoever taps answers for themselves.
        let marked: Vec<_> = said.iter().cloned().chain(ctx.asked()).collect();
        let press = press.clone().keeping(&marked).or_else(|| press.clone().keeping(&said))?;
        Some(Button::press(label.clone(), press))
    };
    let buttons = values.iter().map(choice).collect::<Option<Vec<Button>>>()?;
    let rows = buttons.chunks(IN_A_ROW).map(<[Button]>::to_vec);
    (!is_filled_in).then(|| rows.fold(Reply::only(text), Reply::with))
}
