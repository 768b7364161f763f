//! `/event announce`: another channel hears the milestones of an event too, or no more.

use engine::{Error, Event, PostKind, Record, Visibility};

use crate::command::pick_event::{self, Chosen};
use crate::command::{Command, Context, Kind, Param, Who};
use crate::locale::Arg;
use crate::message::Reply;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("event", "announce-event", Kind::Event(Who::Seen)),
        Param::new("here", "announce-here", Kind::OneOf(&["yes", "no"])),
    ],
    free: Some("event"),
    public: true,
    ..Command::new("event announce", "announce-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let event = match pick_event::event(ctx, Who::Seen, "event-announce").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    let Some(channel) = ctx.channel().await? else {
        return Ok(Reply::only(ctx.text("announce-private", &[])));
    };
    let title = [("title", Arg::Text(&event.title))];
    // What stands in a channel is decided by whoever runs it, or runs an event of its community.
    let here = ctx.community.as_ref().map(|community| community.id);
    let is_at_home = event.community == here && ctx.hosts(&event).await?;
    if !is_at_home && !ctx.manages().await? {
        let key = if event.community == here { "host-only" } else { "right-manager" };
        return Ok(Reply::only(ctx.text(key, &[])));
    }
    if ctx.arg("here") == Some("no") {
        ctx.engine().events().stop_announcing(event.id, channel).await?;
        note(ctx, &event, "silent").await?;
        return Ok(Reply::only(ctx.text("announce-stopped", &title)));
    }
    if event.visibility != Visibility::Public && !ctx.hosts(&event).await? {
        return Ok(Reply::only(ctx.text("announce-not-yours", &[])));
    }
    note(ctx, &event, "announce").await?;
    ctx.engine().events().announce(event.id, channel).await?;
    ctx.engine().events().begin_boards(&event, ctx.now()).await?;
    let members = ctx.engine().leaderboards().count_members(std::slice::from_ref(&event)).await?;
    let words = ctx.place_words().await?;
    let card = ctx
        .talk
        .card(words, &event, members.get(&event.id).copied().unwrap_or(0), ctx.now())
        .await?;
    let text = ctx.text("announce-done", &title).then(card.text);
    Ok(Reply { text, keep: Some((event.id, PostKind::Card)), ..card })
}

/// Keeps it on record in the community that hears of it, and in that of the event.
async fn note(ctx: &Context<'_>, event: &Event, what: &str) -> Result<(), Error> {
    let here = ctx.community.as_ref().map(|community| community.id);
    let record = Record { community: here.or(event.community), event: Some(event.id) };
    ctx.engine()
        .communities()
        .record_audit(record, ctx.person.id, (what, None, ""), ctx.now())
        .await
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_second_place_hears_of_the_event_too() {
        let mut world = World::with_event("Read").await;
        let card = world.say("host", "/event announce Read").await;
        assert!(card.starts_with("Milestones of Read will be posted here.\nRead"), "{card}");
        let refused = world.say("ken", "/event announce Read").await;
        assert_eq!(refused, "Only the people who run the event can do that.");
        let stopped = world.as_manager("boss", "/event announce event:Read here:no").await;
        assert_eq!(stopped.plain(), "Nothing about Read will be posted here any more.");
        world.say("ada", "/join").await;
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        assert!(world.told().await.is_empty());
    }
}
