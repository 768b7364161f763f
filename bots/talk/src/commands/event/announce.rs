//! `/event announce`: another channel hears of an event too, or no more. Who is in it is told there, so it is for
//! places that may know: its own community, or any where everybody may see it. Where it is for few, its host is asked before.

use engine::{Error, Event, PostKind, Record, Visibility};

use crate::command::pick_event::{self, Chosen};
use crate::command::{Command, Context, Kind, Param, Who, pick_person};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply};
use crate::view::{pictures, sure};

pub const COMMAND: Command = Command {
    params: &[
        Param::new("event", "announce-event", Kind::Event(Who::Seen)),
        Param::new("here", "announce-here", Kind::OneOf(&["yes", "no"])),
        sure::PARAM,
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
    if let Some(reply) = kept_back(ctx, &event).await? {
        return Ok(reply);
    }
    ctx.engine().events().announce_as_read(&event, channel).await?;
    note(ctx, &event, "announce").await?;
    ctx.engine().events().begin_boards(&event, ctx.now()).await?;
    let members = ctx.engine().leaderboards().count_members(std::slice::from_ref(&event)).await?;
    let words = ctx.place_words().await?;
    let (members, unnamed) = (members.get(&event.id).copied().unwrap_or(0), ctx.unnamed().await?);
    let card = ctx.talk.card(words, &event, members, &unnamed, ctx.now()).await?;
    let text = words.text("announce-done", &title).then(card.text);
    Ok(Reply { text, keep: Some((event.id, PostKind::Card)), ..card })
}

/// Why an event that not everybody may see is not told here, or the question whether it should be.
async fn kept_back(ctx: &Context<'_>, event: &Event) -> Result<Option<Reply>, Error> {
    let here = ctx.community.as_ref().map(|community| community.id);
    let reply = match event.visibility {
        Visibility::Public => return Ok(None),
        Visibility::Community if event.community == here => return Ok(None),
        // Whoever is in it came to be seen by that community.
        Visibility::Community => {
            Reply::only(ctx.text("announce-elsewhere", &[("title", Arg::Text(&event.title))]))
        }
        Visibility::InviteOnly if !ctx.hosts(event).await? => {
            Reply::only(ctx.text("announce-not-yours", &[]))
        }
        Visibility::InviteOnly if sure::is_said(ctx) => return Ok(None),
        Visibility::InviteOnly => question(ctx, event),
    };
    Ok(Some(reply.secret_if(ctx.is_secret(event))))
}

fn question(ctx: &Context<'_>, event: &Event) -> Reply {
    let text = ctx.text("announce-sure", &[("title", Arg::Text(&event.title))]);
    // Where there are no private answers, this one is read elsewhere, and a button knows no way back.
    if ctx.is_overheard() {
        return Reply::only(text.then(ctx.text("sure-again", &[])));
    }
    let press = CallbackId::new("event-announce", Some(event.id), &sure::YES.to_string());
    let yes = Button::press(ctx.words.plain("button-tell-here", &[]), press).danger();
    Reply::only(text).with([yes])
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
    async fn an_event_for_few_is_told_after_its_host_has_said_yes() {
        const YES: &str = "Yes, tell it here";
        let mut world = World::new().await;
        let made = world.say("ada", "/event create Diary visibility:invite").await;
        let code = made.split("/join code:").nth(1).unwrap_or_default().trim().to_owned();
        for name in ["ada", "ken"] {
            world.say(name, &format!("/join {code}")).await;
        }
        let ask = world.reply_to("ada", "/event announce Diary").await;
        let asked = "Tell Diary here? Everybody here will see who is in it: its board of each day, milestones, recaps and results name them.";
        assert_eq!(ask.plain(), asked);
        assert!(ask.secret && ask.private);
        world.press("ken", &ask, YES).await;
        let mut told = vec![];
        for _ in 0..3 {
            world.say("ken", "/checkin").await;
            world.next_day();
            told.extend(world.told_where().await);
        }
        assert!(told.iter().all(|(at, _)| at != "channel"), "{told:?}");
        let done = world.press("ada", &ask, YES).await;
        let said = "Boards, milestones, recaps and results of Diary will be posted here, as far as /admin setup has them on.";
        assert!(done.starts_with(said), "{done}");
    }

    #[tokio::test]
    async fn where_all_read_every_answer_the_yes_is_said_there() {
        let world = World::new().await;
        world.say("ada", "/event create Diary visibility:invite").await;
        let ask = world.where_answers_are_seen("ada", "/event announce Diary").await;
        assert!(ask.plain().ends_with("say it again with sure:yes at its end."), "{ask:?}");
        assert!(ask.secret && ask.buttons.is_empty(), "{ask:?}");
        let done = world.where_answers_are_seen("ada", "/event announce Diary sure:yes").await;
        assert!(done.plain().contains("of Diary will be posted here, "), "{done:?}");
    }

    #[tokio::test]
    async fn a_second_place_hears_of_the_event_too() {
        let mut world = World::with_event("Read").await;
        let card = world.say("host", "/event announce Read").await;
        let said = "Boards, milestones, recaps and results of Read will be posted here, as far as /admin setup has them on.\nRead";
        assert!(card.starts_with(said), "{card}");
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
