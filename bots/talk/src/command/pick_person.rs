//! The person a command is about: a mention, or whoever asks.

use engine::{Error, Person};

use crate::command::context::{Context, Other};
use crate::locale::Arg;
use crate::message::Reply;

/// The person a command is about: whoever is named, or who asks. People who are hidden are shown to nobody else.
pub(crate) async fn whose(ctx: &Context<'_>) -> Result<Result<Person, Reply>, Error> {
    Ok(match whom(ctx).await? {
        Ok(person) if person.hidden && person.id != ctx.person.id => {
            Err(Reply::only(ctx.text("person-hidden", &[("name", Arg::Text(&person.name))])))
        }
        other => other,
    })
}

/// The same for whoever runs an event or a place: hiding is from rankings, not from them.
pub(crate) async fn whom(ctx: &Context<'_>) -> Result<Result<Person, Reply>, Error> {
    Ok(match ctx.other("user").await? {
        Other::Nobody => Ok(ctx.person.clone()),
        Other::Known(person) => Ok(person),
        Other::Several(name) => {
            Err(Reply::only(ctx.text("person-several", &[("name", Arg::Text(&name))])))
        }
        Other::Unknown(name) => {
            Err(Reply::only(ctx.text("person-unknown", &[("name", Arg::Text(&name))])))
        }
    })
}
