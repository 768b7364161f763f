//! `/nudge`: a friendly word to somebody whose day is still open, from a friend rather than from a machine.

use engine::{Error, Event, Membership, Person, Topic};

use crate::command::{Command, Context, Kind, Other, Param, Who, pick_event, pick_person};
use crate::locale::Arg;
use crate::message::Reply;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("user", "nudge-user", Kind::Person),
        Param::new("event", "nudge-event", Kind::Event(Who::Mine)),
    ],
    free: Some("user"),
    ..Command::new("nudge", "nudge-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    if matches!(ctx.other("user").await?, Other::Nobody) {
        return Ok(Reply::only(ctx.text("nudge-whom", &[])));
    }
    let whom = match pick_person::peer(ctx).await? {
        Ok(person) => person,
        Err(reply) => return Ok(reply),
    };
    let name = [("name", Arg::Text(&whom.name))];
    if whom.id == ctx.person.id {
        return Ok(Reply::only(ctx.text("nudge-self", &[])));
    }
    if pick_person::is_silenced(ctx, ctx.person.id).await? {
        return Ok(Reply::only(ctx.text("silenced-here", &[])));
    }
    if !ctx.engine().people().takes_nudges(whom.id, ctx.person.id).await? {
        return Ok(Reply::only(ctx.text("nudge-off", &name)));
    }
    let Some(event) = open_together(ctx, &whom).await? else {
        return Ok(Reply::only(ctx.text("nudge-nothing", &name)));
    };
    let day = ctx.engine().people().day(ctx.person.id, ctx.now()).await?;
    let pair = (ctx.person.id, whom.id);
    let key = ctx.request.key.as_str();
    let nudged = ctx.engine().people().nudge(pair, (event.id, "", key), day, ctx.now()).await?;
    if nudged.is_none() {
        return Ok(Reply::only(ctx.text("nudge-again", &name)));
    }
    let topic = Topic::Nudge { event: event.id, from: ctx.person.id, to: whom.id };
    let key = format!("nudge:{}:{}:{}", ctx.person.id, whom.id, day.0);
    // Who wants quiet hears of it when they are over, if the day is still open then.
    let quiet = whom.quiet.filter(|quiet| quiet.holds(whom.setting, ctx.now()));
    let at = quiet.map_or(ctx.now(), |quiet| quiet.over_after(whom.setting, ctx.now()));
    let is_sent = ctx.tell_person_at(at, whom.id, topic, &key).await?;
    Ok(Reply::only(ctx.text(if is_sent { "nudge-sent" } else { "nudge-no-way" }, &name)))
}

/// An event that both are in and in which the other has not checked in yet.
async fn open_together(ctx: &Context<'_>, whom: &Person) -> Result<Option<Event>, Error> {
    let mine = pick_event::matching(ctx, Who::Mine, ctx.arg("event").unwrap_or_default()).await?;
    if ctx.arg("event").is_some() {
        mine.iter().for_each(|event| ctx.concerns(event));
    }
    for event in mine {
        let of = Membership { event: event.id, person: whom.id };
        let Some(view) = ctx.engine().memberships().view(of, ctx.now()).await? else { continue };
        if view.is_open_today() {
            return Ok(Some(event));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_nudge_goes_to_whoever_is_still_open_once_a_day() {
        let world = World::with_event("Read").await;
        for name in ["ada", "ken"] {
            world.say(name, "/join").await;
        }
        world.in_private("ada", "/start").await;
        assert_eq!(world.to("ken", "/nudge", "ada").await.plain(), "I passed it on to ada.");
        assert_eq!(
            world.to("ken", "/nudge", "ada").await.plain(),
            "You already nudged ada today. Once is friendly."
        );
        let told = world.told().await;
        assert_eq!(told, ["ken is thinking of you: Read is still open today."]);
        world.say("ada", "/checkin").await;
        assert_eq!(
            world.to("ken", "/nudge", "ada").await.plain(),
            "You and ada have nothing in common that is still open."
        );
        world.say("ada", "/settings nudges:no").await;
        assert_eq!(
            world.to("ken", "/nudge", "ada").await.plain(),
            "ada does not want to be nudged."
        );
    }
}
