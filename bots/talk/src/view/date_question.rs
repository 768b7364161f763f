//! Which of several days is meant, before anything is done.

use engine::rules::Day;

use crate::command::Context;
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply};
use crate::parse::dates::Dates;

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
    let said = ctx.args.iter().filter(|(known, _)| known != name && known != "event");
    let button = |day: &Day| {
        let mut said: Vec<(String, String)> = said.clone().cloned().collect();
        said.push((name.to_owned(), day.to_string()));
        Some(Button::press(day.to_string(), press.clone().keeping(&said)?))
    };
    match days.iter().map(button).collect::<Option<Vec<Button>>>() {
        Some(row) => {
            Reply::only(ctx.text("date-which", &[("words", Arg::Text(written))])).with(row)
        }
        None => again(ctx, written, days),
    }
}
