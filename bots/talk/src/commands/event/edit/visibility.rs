//! An event becomes public that was not. Whoever is in it came without a word about the web: how many they are is said
//! before, and each of them is told.

use engine::{Error, Event, Record};

use crate::command::Context;
use crate::command::pick_event::Chosen;
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply, Text};
use crate::view::{buttons, sure};

/// The event as everybody sees it from now on, or the question whether they should. `note` is what was done before.
pub(crate) async fn made_public(
    ctx: &Context<'_>,
    event: &Event,
    note: &Text,
) -> Result<Chosen, Error> {
    let (events, by) = (ctx.engine().events(), ctx.person.id);
    let Some(others) = events.others(event.id, by).await? else {
        return Ok(Chosen::Ask(too_many(ctx, event, note)));
    };
    if others > 0 && !sure::is_said(ctx) {
        return Ok(Chosen::Ask(question(ctx, event, others, note)));
    }
    let Some(public) = events.make_public(event.id, by, ctx.now()).await? else {
        return Ok(Chosen::Ask(too_many(ctx, event, note)));
    };
    let entry = ("edit", None, "");
    ctx.engine().communities().record_audit(Record::of(&public), by, entry, ctx.now()).await?;
    Ok(Chosen::Event(public))
}

fn question(ctx: &Context<'_>, event: &Event, others: u64, note: &Text) -> Reply {
    let sure = ctx.text("edit-public-sure", &[("title", Arg::Text(&event.title))]);
    let told = ctx.text("edit-public-others", &[("n", Arg::Number(others))]);
    let said = [("visibility".to_owned(), "public".to_owned())];
    let press = CallbackId::new("event-edit", Some(event.id), &sure::YES.to_string());
    let yes = press
        .keeping(&said)
        .map(|press| Button::press(ctx.words.plain("button-make-public", &[]), press).danger());
    let text = note.clone().then(sure).then(told);
    Reply::only(text).with(yes).secret_if(ctx.is_secret(event))
}

/// There are so many in it that they cannot all be told.
fn too_many(ctx: &Context<'_>, event: &Event, note: &Text) -> Reply {
    let many = ctx.text("edit-public-many", &[("title", Arg::Text(&event.title))]);
    let next = buttons::next_round(ctx.words, event.id);
    Reply::only(note.clone().then(many)).with([next]).secret_if(ctx.is_secret(event))
}

#[cfg(test)]
mod tests {
    use crate::message::Reply;
    use crate::testing::world::{World, press_under};

    const YES: &str = "Yes, make it public";
    const TOLD: &str = "Sober is public now: your name, days and numbers in it stand on a web page that anybody can open. You can hide, or leave.";

    /// Four are in an event that is for its community alone, and have heard all there was to hear.
    async fn sober() -> World {
        let world = World::new().await;
        world.say("host", "/event create Sober").await;
        for name in ["ada", "ken", "mia", "zoe"] {
            world.say(name, "/join Sober").await;
        }
        world.told().await;
        world
    }

    /// Who hears that it is public, in which order ever.
    async fn heard(world: &World) -> Vec<String> {
        let told = world.told_where().await;
        let told = told.into_iter().filter(|(_, said)| said == TOLD);
        let mut heard: Vec<String> = told.map(|(at, _)| at).collect();
        heard.sort();
        heard
    }

    async fn is_public(world: &World) -> bool {
        let events = world.talk.engine.events();
        let search = engine::Search { words: "", category: None, liked: &[], skip: 0, most: 9 };
        let public = events.public(search, false).await.expect("events are found");
        public.iter().any(|event| event.title == "Sober")
    }

    #[tokio::test]
    async fn nobody_who_came_in_before_is_put_on_the_web_without_a_second_look_and_a_word() {
        let world = sober().await;
        let ask = world.reply_to("host", "/event edit Sober visibility:public").await;
        assert_eq!(
            ask.plain(),
            concat!(
                "Make Sober public? Its names, days and numbers will stand on a web page that anybody can open; ",
                "with yes you agree to that.\n4 others are or were in it, and each of them is told."
            )
        );
        assert!(!is_public(&world).await && heard(&world).await.is_empty());
        let refused = world.press("ken", &ask, YES).await;
        assert_eq!(refused, "Only the people who run the event can do that. Ask its host.");
        let done = world.press("host", &ask, YES).await;
        let said = "Changed.\nIts names, days and numbers now stand on a web page that anybody can open; by making it public you agree to that.\nSober\n";
        assert!(done.starts_with(said), "{done}");
        assert!(is_public(&world).await);
        assert_eq!(heard(&world).await, ["ada", "ken", "mia", "zoe"]);
        // A second tap changes nothing, and nobody hears of it again.
        world.press("host", &ask, YES).await;
        assert!(heard(&world).await.is_empty());
    }

    #[tokio::test]
    async fn whoever_has_left_is_told_and_whoever_hides_or_is_kept_out_is_not() {
        let world = sober().await;
        let sure = world.reply_to("ada", "/leave Sober").await;
        world.press("ada", &sure, "Leave").await;
        world.say("ken", "/privacy hide").await;
        world.to("host", "/event remove event:Sober ban:yes sure:yes", "mia").await;
        let ask = world.reply_to("host", "/event edit Sober visibility:public").await;
        world.press("host", &ask, YES).await;
        assert_eq!(heard(&world).await, ["ada", "zoe"]);
    }

    #[tokio::test]
    async fn what_is_told_leads_to_hiding_and_to_leaving() {
        let world = sober().await;
        let sure = world.reply_to("ada", "/leave Sober").await;
        world.press("ada", &sure, "Leave").await;
        let ask = world.reply_to("host", "/event edit Sober visibility:public").await;
        world.press("host", &ask, YES).await;
        let told: Vec<Reply> =
            world.notices().await.into_iter().filter(|told| told.plain() == TOLD).collect();
        // Whoever has left cannot leave.
        let leaves = |told: &&Reply| press_under(told, "Leave").is_some();
        assert_eq!((told.len(), told.iter().filter(leaves).count()), (4, 3));
        let with_leave = told.iter().find(leaves).expect("three are in it");
        let hidden = world.press("ken", with_leave, "Hide me").await;
        assert_eq!(hidden, "You are no longer on any leaderboard. Your streaks go on.");
        let sure = world.press("zoe", with_leave, "Leave").await;
        assert!(sure.starts_with("Leave Sober?"), "{sure}");
    }

    #[tokio::test]
    async fn whoever_is_alone_in_it_reads_what_they_agree_to_and_is_not_asked() {
        let world = World::new().await;
        world.say("host", "/event create Sober visibility:invite").await;
        world.say("host", "/join Sober").await;
        let panel = world.reply_to("host", "/event edit Sober").await;
        let choice = world.tap("host", &panel, "Who sees it").await;
        let done = world.press("host", &choice, "public").await;
        assert!(done.starts_with("Changed.\nIts names, days and numbers stand on"), "{done}");
        assert!(is_public(&world).await && heard(&world).await.is_empty());
    }

    #[tokio::test]
    async fn what_is_changed_beside_it_is_changed_at_once() {
        let world = sober().await;
        let line = "/event edit event:Sober title:Dry visibility:public";
        let ask = world.reply_to("host", line).await;
        assert!(ask.plain().starts_with("Changed.\nMake Dry public?"), "{}", ask.plain());
        assert!(world.press("host", &ask, YES).await.starts_with("Changed.\nIts names"));
    }
}
