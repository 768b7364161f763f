//! The person a command is about: a mention, or whoever asks.

use engine::{Error, Person};

use crate::command::context::{Call, Other};
use crate::locale::Arg;
use crate::message::Reply;

/// The person a command is about: whoever is named, or who asks. People who are hidden are shown to nobody else.
pub(crate) async fn whose(call: &Call<'_>) -> Result<Result<Person, Reply>, Error> {
    Ok(match whom(call).await? {
        Ok(person) if person.hidden && person.id != call.person.id => {
            Err(Reply::only(call.text("person-hidden", &[("name", Arg::Text(&person.name))])))
        }
        other => other,
    })
}

/// The same for whoever runs an event or a place: hiding is from rankings, not from them.
pub(crate) async fn whom(call: &Call<'_>) -> Result<Result<Person, Reply>, Error> {
    Ok(match call.other("user").await? {
        Other::Nobody => Ok(call.person.clone()),
        Other::Known(person) => Ok(person),
        Other::Unknown(name) => {
            Err(Reply::only(call.text("person-unknown", &[("name", Arg::Text(&name))])))
        }
    })
}
