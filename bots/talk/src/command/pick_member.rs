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
    if matches!(ctx.other("user").await?, Other::Nobody) {
        return Ok(Err(Reply::only(ctx.text("admin-whom", &[]))));
    }
    let whom = match pick_person::whom(ctx).await? {
        Ok(person) => person,
        Err(reply) => return Ok(Err(reply)),
    };
    let event = match pick_event::event(ctx, Who::Seen, verb).await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(Err(reply)),
    };
    if !ctx.hosts(&event).await? {
        return Ok(Err(Reply::only(ctx.text("host-only", &[]))));
    }
    Ok(Ok((whom, event)))
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
