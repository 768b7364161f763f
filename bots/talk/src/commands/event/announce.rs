//! `/event announce`: another channel hears the milestones of an event too, or no more.

use engine::{Error, Event, PostKind, Record, Visibility};

use crate::command::pick_event::{self, Chosen};
use crate::command::{Command, Context, Kind, Param, Who, pick_person};
use crate::locale::Arg;
use crate::message::Reply;
use crate::view::pictures;

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
    let event = match to_stop(ctx).await? {
        Some(event) => event,
        None => match pick_event::event(ctx, Who::Seen, "event-announce").await? {
            Chosen::Event(event) => event,
            Chosen::Ask(reply) => return Ok(reply),
        },
    };
    let Some(channel) = ctx.channel().await? else {
        return Ok(ctx.outside("announce-private"));
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
        let stopped = Reply::only(ctx.text("announce-stopped", &title));
        return Ok(pictures::framed(event.id, stopped.secret_if(ctx.is_secret(&event))));
    }
    if pick_person::is_silenced(ctx, ctx.person.id).await? {
        let silenced = Reply::only(ctx.text("silenced-here", &[]));
        return Ok(silenced.secret_if(ctx.is_secret(&event)));
    }
    if let Some(here) = here
        && ctx.engine().communities().silences_event(here, event.id).await?
    {
        let silenced = Reply::only(ctx.text("announce-silenced", &title));
        return Ok(silenced.secret_if(ctx.is_secret(&event)));
    }
    if event.visibility != Visibility::Public && !ctx.hosts(&event).await? {
        return Ok(Reply::only(ctx.text("announce-not-yours", &[])));
    }
    note(ctx, &event, "announce").await?;
    ctx.engine().events().announce(event.id, channel).await?;
    ctx.engine().events().begin_boards(&event, ctx.now()).await?;
    let members = ctx.engine().leaderboards().count_members(std::slice::from_ref(&event)).await?;
    let words = ctx.place_words().await?;
    let (members, unnamed) = (members.get(&event.id).copied().unwrap_or(0), ctx.unnamed().await?);
    let card = ctx.talk.card(words, &event, members, &unnamed, ctx.now()).await?;
    let text = words.text("announce-done", &title).then(card.text);
    Ok(Reply { text, keep: Some((event.id, PostKind::Card)), ..card })
}

/// What a manager ends by a button, whether they may see it or not: it is told in their place.
async fn to_stop(ctx: &Context<'_>) -> Result<Option<Event>, Error> {
    let (Some(event), Some("no")) = (ctx.pressed_event(), ctx.arg("here")) else { return Ok(None) };
    let Some(channel) = ctx.channel().await? else { return Ok(None) };
    if !ctx.manages().await? || !ctx.engine().events().is_told_at(event, channel).await? {
        return Ok(None);
    }
    ctx.engine().events().get(event).await
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
        world.as_manager("boss", "/admin setup language:es").await;
        let spanish = world.say("host", "/event announce Read").await;
        assert!(!spanish.contains("will be posted") && !spanish.contains("Every day"), "{spanish}");
        let refused = world.say("ken", "/event announce Read").await;
        assert_eq!(refused, "Only the people who run the event can do that. Ask its host.");
        let stopped = world.as_manager("boss", "/event announce event:Read here:no").await;
        assert_eq!(
            stopped.plain(),
            "Nothing about Read will be posted here any more: no board, recap, milestone, result or reminder. Its card here is taken down."
        );
        world.say("ada", "/join").await;
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        assert!(world.told().await.is_empty());
    }

    #[tokio::test]
    async fn what_is_told_no_more_leaves_the_boards_milestones_and_recaps_of_a_place() {
        let mut world = World::with_event("Read").await;
        world.say("host", "/event create Run").await;
        for name in ["ada", "ken"] {
            for title in ["Read", "Run"] {
                world.say(name, &format!("/join {title}")).await;
            }
        }
        let morning = world.notices_at("2026-03-02T09:00:00Z").await;
        assert!(morning.iter().any(|told| told.contains("Run")), "{morning:?}");
        world.as_manager("boss", "/event announce event:Run here:no").await;
        world.now = world.now.plus_s(60);
        let mut told = world.told_where().await;
        assert!(told.iter().any(|(_, told)| told.starts_with("📅")), "the board is written anew");
        for _ in 0..8 {
            for name in ["ada", "ken"] {
                for title in ["Read", "Run"] {
                    world.say(name, &format!("/checkin {title}")).await;
                }
            }
            told.extend(world.told_where().await);
            world.next_day();
        }
        let sure = world.reply_to("host", "/event end Run").await;
        world.press("host", &sure, "End it").await;
        world.next_day();
        told.extend(world.told_where().await);
        let here: Vec<&String> =
            told.iter().filter(|(at, _)| at == "channel").map(|(_, said)| said).collect();
        assert!(here.iter().any(|told| told.contains("Read")), "{here:?}");
        assert!(here.iter().all(|told| !told.contains("Run")), "{here:?}");
    }

    #[tokio::test]
    async fn a_draft_is_on_no_board_of_the_place_where_it_is_made() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.notices_at("2026-03-02T09:00:00Z").await;
        let form = world.reply_to("ken", "/event create").await;
        world.fill("ken", &form, &[("title", "Swim"), ("days", "every day")]).await;
        world.say("ada", "/checkin").await;
        let board = world.notices_at("2026-03-02T09:01:00Z").await;
        assert!(board.iter().any(|told| told.contains("1 of 1 are in")), "{board:?}");
        assert!(board.iter().all(|told| !told.contains("Swim")), "{board:?}");
    }
}
