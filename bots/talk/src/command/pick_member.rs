//! The member and the event that a host acts on.

use engine::rules::{Day, Named};
use engine::{Error, Event, Person};

use crate::command::pick_event::{self, Chosen};
use crate::command::{Context, Other, Who, pick_person};
use crate::locale::Arg;
use crate::message::Reply;

/// Who is meant, and in which event, if whoever asks hosts it; otherwise the answer that says what is missing. `verb`
/// is what a button of a question does.
pub(crate) async fn hosted(
    ctx: &Context<'_>,
    verb: &str,
) -> Result<Result<(Person, Event), Reply>, Error> {
    let nobody = || Reply::only(ctx.text("admin-whom", &[]));
    let is_named = !matches!(ctx.other("user").await?, Other::Nobody);
    if !is_named && ctx.press.is_none() {
        return Ok(Err(nobody()));
    }
    let event = match pick_event::event(ctx, Who::Seen, verb).await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(Err(reply)),
    };
    if !ctx.hosts(&event).await? {
        return Ok(Err(Reply::only(ctx.text("host-only", &[]))));
    }
    let whom = if is_named { pick_person::of_event(ctx, &event).await? } else { Err(nobody()) };
    Ok(match whom {
        Ok(whom) => Ok((whom, event)),
        // The button of a question names whom we have met, and nobody else: its answer must not tell the two apart.
        Err(_) if ctx.press.is_some() => Err(nobody()),
        Err(reply) => Err(reply),
    })
}

/// The day of a member that is meant; `usual` where none is named.
///
/// # Errors
/// The answer to what is no day.
pub(crate) fn day(
    ctx: &Context<'_>,
    event: &Event,
    whom: &Person,
    usual: &str,
) -> Result<Day, Box<Reply>> {
    let today = event.rules.setting().unwrap_or(whom.setting).day_of(ctx.now());
    let written = ctx.arg("day").unwrap_or(usual);
    match ctx.named_day(written, today) {
        Some(Named::Now) => Ok(today),
        Some(Named::DaysAgo(days)) => Ok(today.plus(-days)),
        Some(Named::Date(day)) => Ok(day),
        None => {
            let words = [("words", Arg::Text(written))];
            Err(Box::new(Reply::only(ctx.text("checkin-bad-day", &words))))
        }
    }
}
