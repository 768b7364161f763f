//! Why an act on the membership of somebody else was turned down.

use engine::{Error, Event, Person, Refusal};

use crate::command::Context;
use crate::locale::Arg;
use crate::message::Reply;

/// Why an act on the membership of somebody else was turned down, in words for whoever wanted it.
///
/// # Errors
/// Whatever says nothing about that person.
pub(crate) fn refused(
    ctx: &Context<'_>,
    event: &Event,
    whom: &Person,
    error: Error,
) -> Result<Reply, Error> {
    let name = ("name", Arg::Text(&whom.name));
    let text = match error {
        Error::Refused(Refusal::NotMember) => {
            ctx.text("host-not-member", &[name, ("title", Arg::Text(&event.title))])
        }
        Error::Refused(Refusal::NotRepairable) => ctx.text("host-not-repairable", &[name]),
        other => return Err(other),
    };
    Ok(Reply::only(text).secret_if(ctx.is_secret(event)))
}
