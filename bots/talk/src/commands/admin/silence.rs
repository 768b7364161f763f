//! `/admin silence`: what a community is told nothing of any more, and whom its posts do not name.

use engine::{Community, Error, Event, EventId, Person, Record};

use crate::command::pick_event::{self, Chosen};
use crate::command::{Command, Context, Kind, Other, Param, Right, Who, pick_person};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply, Text};

/// What a button carries that lets all be announced again that cannot be seen here any more.
const UNSEEN: &str = "unseen";
/// Names in a list of what is silenced.
const SHOWN: usize = 20;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("event", "admin-event", Kind::Event(Who::Seen)),
        Param::new("user", "admin-user", Kind::Person),
        Param::new("action", "moderator-action", Kind::OneOf(&["add", "remove"])),
    ],
    free: Some("event"),
    right: Right::Manager,
    ..Command::new("admin silence", "silence-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let Some(community) = &ctx.community else {
        return Ok(ctx.outside("right-in-group"));
    };
    if ctx.pressed_arg() == Some(UNSEEN) {
        return lift_unseen(ctx, community).await;
    }
    if ctx.pressed_event().is_some() || ctx.arg("event").is_some() {
        return match pick_event::event(ctx, Who::Seen, "admin-silence").await? {
            Chosen::Event(event) => silence_event(ctx, community, &event).await,
            Chosen::Ask(reply) => Ok(reply),
        };
    }
    if matches!(ctx.other("user").await?, Other::Nobody) {
        return list(ctx, community).await.map(Reply::showing);
    }
    match pick_person::of_place(ctx).await? {
        Ok(person) => silence_person(ctx, community, &person).await,
        Err(reply) => Ok(reply),
    }
}

fn is_lifted(ctx: &Context<'_>) -> bool {
    ctx.arg("action") == Some("remove")
}

async fn silence_event(
    ctx: &Context<'_>,
    community: &Community,
    event: &Event,
) -> Result<Reply, Error> {
    let communities = ctx.engine().communities();
    let key = if is_lifted(ctx) {
        communities.hear_event(community.id, event.id).await?;
        "silence-event-lifted"
    } else if communities.silence_event(community.id, event.id, ctx.now()).await? {
        "silence-event-done"
    } else {
        return Ok(Reply::only(ctx.text("silence-full", &[])));
    };
    let record = Record { community: Some(community.id), event: Some(event.id) };
    let entry = (deed(ctx), None, "");
    communities.record_audit(record, ctx.person.id, entry, ctx.now()).await?;
    let said = ctx.text(key, &[("title", Arg::Text(&event.title))]);
    Ok(Reply::only(said).secret_if(ctx.is_secret(event)))
}

async fn silence_person(
    ctx: &Context<'_>,
    community: &Community,
    person: &Person,
) -> Result<Reply, Error> {
    let communities = ctx.engine().communities();
    let key = if is_lifted(ctx) {
        communities.hear_person(community.id, person.id).await?;
        "silence-person-lifted"
    } else if communities.silence_person(community.id, person.id, ctx.now()).await? {
        "silence-person-done"
    } else {
        return Ok(Reply::only(ctx.text("silence-full", &[])));
    };
    let record = Record { community: Some(community.id), event: None };
    let entry = (deed(ctx), Some(person.id), "");
    communities.record_audit(record, ctx.person.id, entry, ctx.now()).await?;
    // Others need not read whom it is about.
    Ok(Reply::only(ctx.text(key, &[("name", Arg::Text(&person.name))])).secret_if(true))
}

/// As it stands on record.
fn deed(ctx: &Context<'_>) -> &'static str {
    if is_lifted(ctx) { "no_silence" } else { "silence" }
}

/// The titles of silenced events, and the ids of those that whoever asks cannot see (any more).
async fn silenced_events(
    ctx: &Context<'_>,
    community: &Community,
) -> Result<(Vec<String>, Vec<EventId>), Error> {
    let (mut titles, mut unseen) = (vec![], vec![]);
    for id in ctx.engine().communities().silenced_events(community.id).await? {
        match ctx.engine().events().get(id).await? {
            Some(event) if ctx.may_see(&event).await? => titles.push(event.title),
            _ => unseen.push(id),
        }
    }
    Ok((titles, unseen))
}

/// Lets be announced again what nobody could name.
async fn lift_unseen(ctx: &Context<'_>, community: &Community) -> Result<Reply, Error> {
    let communities = ctx.engine().communities();
    let (_, unseen) = silenced_events(ctx, community).await?;
    for event in unseen {
        communities.hear_event(community.id, event).await?;
        let record = Record { community: Some(community.id), event: Some(event) };
        let entry = ("no_silence", None, "");
        communities.record_audit(record, ctx.person.id, entry, ctx.now()).await?;
    }
    Ok(Reply::only(ctx.text("silence-unseen-lifted", &[])).secret_if(true))
}

/// What is silenced, with the titles that whoever asks may know of.
async fn list(ctx: &Context<'_>, community: &Community) -> Result<Reply, Error> {
    let communities = ctx.engine().communities();
    let (titles, unseen) = silenced_events(ctx, community).await?;
    let people = communities.silenced_people(community.id).await?;
    let known = ctx.engine().people().names(&people).await?;
    let names: Vec<String> = people.iter().filter_map(|one| known.get(one).cloned()).collect();
    if titles.is_empty() && unseen.is_empty() && names.is_empty() {
        return Ok(Reply::only(ctx.text("silence-none", &[])));
    }
    let line = |key: &str, said: &[String]| {
        let shown = ctx.words.list(said.iter().take(SHOWN).map(String::as_str));
        let args = [("n", Arg::Number(said.len() as u64)), ("names", Arg::Text(&shown))];
        ctx.text(key, &args)
    };
    let mut text = Text::default();
    if !titles.is_empty() || unseen.is_empty() {
        text = text.then(line("silence-events", &titles));
    }
    if !unseen.is_empty() {
        let count = [("n", Arg::Number(unseen.len() as u64))];
        text = text.then(ctx.text("silence-unseen", &count));
    }
    let list = Reply::only(text.then(line("silence-people", &names))).secret_if(true);
    if unseen.is_empty() {
        return Ok(list);
    }
    let press = CallbackId::new("admin-silence", None, UNSEEN);
    Ok(list.with([Button::press(ctx.words.plain("button-hear-unseen", &[]), press)]))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    async fn scene() -> World {
        let world = World::with_event("Read").await;
        world.say("host", "/event create Run").await;
        for name in ["ada", "ken", "eve"] {
            for title in ["Read", "Run"] {
                world.say(name, &format!("/join {title}")).await;
            }
        }
        world
    }

    /// What is told in the channel while some people check in, for so many days.
    async fn told_here(world: &mut World, days: u32, people: &[&str]) -> Vec<String> {
        let mut told = vec![];
        for _ in 0..days {
            for name in people {
                for title in ["Read", "Run"] {
                    world.say(name, &format!("/checkin {title}")).await;
                }
            }
            told.extend(world.told_where().await);
            world.next_day();
        }
        told.extend(world.told_where().await);
        told.retain(|(at, _)| at == "channel");
        told.into_iter().map(|(_, said)| said).collect()
    }

    #[tokio::test]
    async fn an_event_that_is_silenced_is_told_here_no_more_whoever_wants_it() {
        let mut world = scene().await;
        assert_eq!(
            world.say("host", "/admin silence Run").await,
            "Only the people who manage this place can do that. Ask one of them."
        );
        let done = world.as_manager("boss", "/admin silence Run").await.plain();
        assert_eq!(
            done,
            "Run is silenced here: nothing about it is posted, and nobody can announce it here. The same command with action:remove lifts that."
        );
        let refused = "Run is silenced here. Only the people who manage this place can lift that: /admin silence.";
        assert_eq!(world.say("host", "/event announce Run").await, refused);
        assert_eq!(world.say("host", "/event invite event:Run here:yes").await, refused);
        let told = told_here(&mut world, 9, &["ada", "ken"]).await;
        assert!(told.iter().any(|told| told.contains("Read")), "{told:?}");
        assert!(told.iter().all(|told| !told.contains("Run")), "{told:?}");
        let lifted = world.as_manager("boss", "/admin silence Run action:remove").await.plain();
        assert_eq!(lifted, "Run may be announced here again, with /event announce.");
        let card = world.say("host", "/event announce Run").await;
        assert!(card.contains("results of Run will be posted here, "), "{card}");
    }

    #[tokio::test]
    async fn a_person_who_is_silenced_is_named_in_no_post_of_the_place() {
        let mut world = scene().await;
        world.as_manager("boss", "/admin setup budget:lively").await;
        let done = world.to_as_manager("boss", "/admin silence", "ada").await;
        assert!(done.secret && done.plain().starts_with("ada is silenced here:"), "{done:?}");
        let told = told_here(&mut world, 9, &["ada", "ken", "eve"]).await;
        for kind in ["📅", "🎉", "Last week"] {
            assert!(told.iter().any(|told| told.starts_with(kind)), "{kind}: {told:?}");
        }
        assert!(told.iter().all(|told| !told.contains("ada")), "{told:?}");
        let sure = world.reply_to("host", "/event end Read").await;
        world.press("host", &sure, "End it").await;
        world.next_day();
        let results = told_here(&mut world, 0, &[]).await;
        let result = results.iter().find(|told| told.starts_with("Read is over."));
        assert!(
            result.is_some_and(|told| told.contains("ken") && !told.contains("ada")),
            "{results:?}"
        );
    }

    #[tokio::test]
    async fn a_person_who_is_silenced_cheers_and_nudges_nobody_from_here() {
        let world = scene().await;
        world.to_as_manager("boss", "/admin silence", "ada").await;
        let here = "The people who manage this place have silenced you here. In private I do what you ask.";
        assert_eq!(world.to("ada", "/cheer", "ken").await.plain(), here);
        assert_eq!(world.to("ada", "/nudge", "ken").await.plain(), here);
        assert_eq!(world.say("ada", "/remind at:20:00 event:Read via:channel").await, here);
        let sent = world.to_in_private("ada", "/cheer", "ken").await.plain();
        assert_eq!(sent, "I passed your cheer on to ken.");
        assert_eq!(
            world.to("ken", "/cheer", "ada").await.plain(),
            "Nothing about ada is posted here. Cheer in a private chat with me, and I pass it on."
        );
        world.to_as_manager("boss", "/admin silence action:remove", "ada").await;
        assert_eq!(world.to("ada", "/cheer", "eve").await.plain(), "👏 ada cheers for eve.");
    }

    #[tokio::test]
    async fn what_is_silenced_is_listed_and_on_record() {
        let world = scene().await;
        let list = async || world.as_manager("boss", "/admin silence").await.plain();
        assert_eq!(
            list().await,
            "Nothing and nobody is silenced here. /admin silence with an event or a person does that."
        );
        world.as_manager("boss", "/admin silence Run").await;
        world.to_as_manager("boss", "/admin silence", "ada").await;
        assert_eq!(list().await, "One event is silenced: Run\nOne person is silenced: ada");
        world.as_manager("boss", "/admin silence Run action:remove").await;
        let record = world.as_manager("boss", "/admin audit").await.plain();
        let said: Vec<_> = record.lines().filter_map(|line| line.split(" · ").nth(2)).collect();
        assert_eq!(said, ["no longer silenced", "silenced", "silenced"], "{record}");
    }

    #[tokio::test]
    async fn what_cannot_be_seen_any_more_is_lifted_without_its_name() {
        let world = scene().await;
        world.as_manager("boss", "/admin silence Run").await;
        world.say("host", "/event edit Run visibility:invite").await;
        let list = world.as_manager("boss", "/admin silence").await;
        assert_eq!(
            list.plain(),
            "One event is silenced that cannot be seen here any more.\nNobody is silenced."
        );
        let label = "Lift what cannot be seen";
        let refused = world.press("eve", &list, label).await;
        assert_eq!(refused, "Only the people who manage this place can do that. Ask one of them.");
        let lifted = world.press_as_manager("boss", &list, label).await;
        assert!(lifted.secret);
        assert_eq!(lifted.plain(), "What cannot be seen here is no longer silenced.");
        let list = world.as_manager("boss", "/admin silence").await.plain();
        assert_eq!(
            list,
            "Nothing and nobody is silenced here. /admin silence with an event or a person does that."
        );
        let record = world.as_manager("boss", "/admin audit").await.plain();
        assert!(!record.contains("Run"), "{record}");
        let card = world.say("host", "/event announce Run sure:yes").await;
        assert!(card.contains("results of Run will be posted here, "), "{card}");
    }

    #[tokio::test]
    async fn whoever_is_in_an_event_for_few_still_lifts_it_by_name() {
        let world = scene().await;
        world.as_manager("ada", "/admin silence Run").await;
        world.say("host", "/event edit Run visibility:invite").await;
        let list = world.as_manager("ada", "/admin silence").await;
        assert_eq!(list.plain(), "One event is silenced: Run\nNobody is silenced.");
        assert!(list.buttons.is_empty());
        let lifted = world.as_manager("ada", "/admin silence Run action:remove").await.plain();
        assert_eq!(lifted, "Run may be announced here again, with /event announce.");
    }

    #[tokio::test]
    async fn the_next_round_of_what_is_silenced_is_told_here_no_more_than_it() {
        let mut world = World::new().await;
        world.say("host", "/event create title:Read ends:2026-03-03").await;
        for name in ["ada", "ken"] {
            world.say(name, "/join Read").await;
        }
        world.as_manager("boss", "/admin silence Read").await;
        world.next_day();
        world.say("host", "/event again Read").await;
        let list = world.as_manager("boss", "/admin silence").await.plain();
        assert!(list.starts_with("2 events are silenced: Read, Read"), "{list}");
        let told = told_here(&mut world, 5, &["ada", "ken"]).await;
        assert!(told.iter().all(|told| !told.contains("Read")), "{told:?}");
    }
}
