//! Which of several days is meant, before anything is done.

use engine::rules::Day;

use crate::command::Context;
use crate::locale::Arg;
use crate::message::{CallbackId, Reply};
use crate::parse::dates::Dates;
use crate::view::which;

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

fn shown(ctx: &Context<'_>, day: Day) -> String {
    ctx.words.day(day, ctx.person.setting.day_of(ctx.now()))
}

/// Asks to write one of several days.
fn again(ctx: &Context<'_>, written: &str, days: &[Day]) -> Reply {
    let days: Vec<String> = days.iter().map(|day| shown(ctx, *day)).collect();
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
        days.iter().map(|day| (shown(ctx, *day), day.to_string())).collect();
    let text = ctx.text("date-which", &[("words", Arg::Text(written))]);
    which::asked(ctx, text, name, &days_named, press).unwrap_or_else(|| again(ctx, written, days))
}
