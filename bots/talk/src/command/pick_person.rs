//! The person a command is about: a mention, or whoever asks.

use engine::{DestinationId, Error, Event, Membership, Person, PersonId};

use crate::command::context::{Context, Other};
use crate::locale::Arg;
use crate::message::Reply;

/// The person a command is about: somebody of whom whoever asks may know, or themselves. People who are hidden are shown to
/// nobody else.
pub(crate) async fn whose(ctx: &Context<'_>) -> Result<Result<Person, Reply>, Error> {
    Ok(match known(ctx, "user").await? {
        Ok(person) => hidden(ctx, &person).map_or(Ok(person), Err),
        unknown => unknown,
    })
}

/// What is said of a person who is hidden.
fn hidden(ctx: &Context<'_>, person: &Person) -> Option<Reply> {
    let is_hidden = person.hidden && person.id != ctx.person.id;
    let text = || ctx.text("person-hidden", &[("name", Arg::Text(&person.name))]);
    is_hidden.then(|| Reply::only(text()))
}

/// Somebody who is named by a parameter and of whom whoever asks may know: by an event or place that they share, or by a
/// leaderboard that everybody sees. Anybody else is as unknown as whom we have never met.
pub(crate) async fn known(ctx: &Context<'_>, param: &str) -> Result<Result<Person, Reply>, Error> {
    let person = match named_by(ctx, param).await? {
        Ok(person) => person,
        Err(reply) => return Ok(Err(reply)),
    };
    let is_known = is_known(ctx, param, &person).await?;
    Ok(if is_known { Ok(person) } else { Err(unknown(ctx, &ctx.called(param))) })
}

/// The same, or somebody who has cheered for whoever asks, or nudged them: those know it, whatever they share by now.
pub(crate) async fn known_or_sender(
    ctx: &Context<'_>,
    param: &str,
) -> Result<Result<Person, Reply>, Error> {
    if let Ok(person) = named_by(ctx, param).await?
        && ctx.engine().people().has_sent(person.id, ctx.person.id).await?
    {
        return Ok(Ok(person));
    }
    known(ctx, param).await
}

async fn is_known(ctx: &Context<'_>, param: &str, person: &Person) -> Result<bool, Error> {
    Ok(ctx.is_shown_here(param)
        || is_near(ctx, person).await?
        || (!person.hidden && ctx.engine().people().is_in_public(person.id).await?))
}

fn unknown(ctx: &Context<'_>, name: &str) -> Reply {
    // A button names nobody whom one may not know.
    if name.is_empty() {
        return Reply::only(ctx.text("admin-whom", &[]));
    }
    Reply::only(ctx.text("person-unknown", &[("name", Arg::Text(name))]))
}

/// Whom a cheer or a nudge is for: somebody with whom whoever asks shares an event or this place. Anybody else is as
/// unknown as whom we have never met.
pub(crate) async fn peer(ctx: &Context<'_>) -> Result<Result<Person, Reply>, Error> {
    let whom = match whom(ctx).await? {
        Ok(person) => person,
        Err(reply) => return Ok(Err(reply)),
    };
    if !ctx.is_shown_here("user") && !is_near(ctx, &whom).await? {
        return Ok(Err(unknown(ctx, &ctx.called("user"))));
    }
    Ok(hidden(ctx, &whom).map_or(Ok(whom), Err))
}

/// Whether whoever asks shares an event or this place with a person.
pub(crate) async fn is_near(ctx: &Context<'_>, person: &Person) -> Result<bool, Error> {
    let here = ctx.community.as_ref().map(|community| community.id);
    Ok(person.id == ctx.person.id
        || ctx.engine().people().are_near(ctx.person.id, person.id, here).await?)
}

/// Whether the community of this place has silenced a person.
pub(crate) async fn is_silenced(ctx: &Context<'_>, person: PersonId) -> Result<bool, Error> {
    match &ctx.community {
        Some(community) => ctx.engine().communities().silences_person(community.id, person).await,
        None => Ok(false),
    }
}

/// This place, if what whoever asks makes may be told there: it has not silenced them.
pub(crate) async fn open_channel(ctx: &Context<'_>) -> Result<Option<DestinationId>, Error> {
    if is_silenced(ctx, ctx.person.id).await? { Ok(None) } else { ctx.channel().await }
}

/// Somebody whom a host acts on: who is or was in the event, asks to be let in or is kept out, or is near. Anybody else is
/// as unknown as whom we have never met; nobody of them is hidden.
pub(crate) async fn of_event(
    ctx: &Context<'_>,
    event: &Event,
) -> Result<Result<Person, Reply>, Error> {
    let whom = match whom(ctx).await? {
        Ok(person) => person,
        Err(reply) => return Ok(Err(reply)),
    };
    let of = Membership { event: event.id, person: whom.id };
    let is_known = is_replied_to(ctx)
        || is_near(ctx, &whom).await?
        || ctx.engine().memberships().is_known(of, ctx.person.id).await?;
    Ok(if is_known { Ok(whom) } else { Err(unknown(ctx, &ctx.called("user"))) })
}

/// Somebody whom those who run a place act on there: who is near, whom the place itself shows, or who is silenced there.
/// Anybody else is as unknown as whom we have never met; nobody of them is hidden.
pub(crate) async fn of_place(ctx: &Context<'_>) -> Result<Result<Person, Reply>, Error> {
    let whom = match whom(ctx).await? {
        Ok(person) => person,
        Err(reply) => return Ok(Err(reply)),
    };
    let is_known = is_replied_to(ctx)
        || ctx.is_present("user")
        || is_near(ctx, &whom).await?
        || is_silenced(ctx, whom.id).await?;
    Ok(if is_known { Ok(whom) } else { Err(unknown(ctx, &ctx.called("user"))) })
}

/// Whether a message of whom a call is about is replied to in this place. What a button carries shows nothing: a program
/// can press one that never was.
fn is_replied_to(ctx: &Context<'_>) -> bool {
    ctx.press.is_none() && ctx.is_shown_here("user")
}

async fn whom(ctx: &Context<'_>) -> Result<Result<Person, Reply>, Error> {
    named_by(ctx, "user").await
}

async fn named_by(ctx: &Context<'_>, param: &str) -> Result<Result<Person, Reply>, Error> {
    Ok(match ctx.other(param).await? {
        Other::Nobody => Ok(ctx.person.clone()),
        Other::Known(person) => Ok(person),
        Other::Several(name) => {
            Err(Reply::only(ctx.text("person-several", &[("name", Arg::Text(&name))])))
        }
        Other::Unknown(name) => Err(unknown(ctx, &name)),
    })
}
