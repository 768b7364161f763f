//! More people see an event than before. Whoever is in it came without a word about them: how many they are is said
//! before, and each of them is told, once a day at most; where somebody cannot be told, it stays as it is.

use engine::{Error, Event, Kept, Record, Visibility};

use crate::command::Context;
use crate::command::pick_event::Chosen;
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply, Text};
use crate::view::{buttons, sure};

/// The event as more people see it from now on, or the question whether they should. `note` is what was done before.
pub(crate) async fn widen(
    ctx: &Context<'_>,
    event: &Event,
    to: Visibility,
    note: &Text,
) -> Result<Chosen, Error> {
    let (events, by) = (ctx.engine().events(), ctx.person.id);
    let others = match events.others(event, by, ctx.now()).await? {
        Ok(others) => others,
        Err(kept) => return Ok(Chosen::Ask(stays(ctx, event, kept, note))),
    };
    if others > 0 && !sure::is_said(ctx) {
        return Ok(Chosen::Ask(question(ctx, event, to, others, note).await?));
    }
    match events.widen(event, to, by, ctx.now()).await? {
        Ok(wider) => {
            let (entry, of) = (("edit", None, ""), Record::of(&wider));
            ctx.engine().communities().record_audit(of, by, entry, ctx.now()).await?;
            Ok(Chosen::Event(wider))
        }
        Err(kept) => Ok(Chosen::Ask(stays(ctx, event, kept, note))),
    }
}

/// Who sees an event now that it was widened.
pub(crate) async fn seen_by(ctx: &Context<'_>, event: &Event) -> Result<Text, Error> {
    Ok(match event.visibility {
        Visibility::Public if buttons::has_page(&ctx.talk.public_url, event) => {
            ctx.text("edit-public", &[])
        }
        Visibility::Public => ctx.text("edit-everybody", &[]),
        Visibility::Community => {
            let place = ctx.talk.community_of(event).await?.unwrap_or_default();
            ctx.text("edit-community", &[("place", Arg::Text(&place))])
        }
        Visibility::InviteOnly => Text::default(),
    })
}

async fn question(
    ctx: &Context<'_>,
    event: &Event,
    to: Visibility,
    others: u64,
    note: &Text,
) -> Result<Reply, Error> {
    let title = ("title", Arg::Text(&event.title));
    let (sure, yes) = match to {
        Visibility::Community => {
            let place = ctx.talk.community_of(event).await?.unwrap_or_default();
            let sure = ctx.text("edit-community-sure", &[title, ("place", Arg::Text(&place))]);
            (sure, ctx.words.plain("button-make-community", &[]))
        }
        Visibility::Public | Visibility::InviteOnly => {
            let has_pages = buttons::has_pages(&ctx.talk.public_url);
            let sure = if has_pages { "edit-public-sure" } else { "edit-everybody-sure" };
            let sure = ctx.text(sure, &[title]);
            (sure, ctx.words.plain("button-make-public", &[]))
        }
    };
    let told = ctx.text("edit-others", &[("n", Arg::Number(others))]);
    let said = [("visibility".to_owned(), to.name().to_owned())];
    let press = CallbackId::new("event-edit", Some(event.id), &sure::YES.to_string());
    let yes = press.keeping(&said).map(|press| Button::press(yes, press).danger());
    let text = note.clone().then(sure).then(told);
    Ok(Reply::only(text).with(yes).secret_if(ctx.is_secret(event)))
}

/// Why no more people see it than before.
fn stays(ctx: &Context<'_>, event: &Event, kept: Kept, note: &Text) -> Reply {
    let title = ("title", Arg::Text(&event.title));
    let why = match kept {
        Kept::TooMany => ctx.text("edit-many", &[title]),
        Kept::Untold(n) => ctx.text("edit-untold", &[("n", Arg::Number(n)), title]),
        Kept::Until(opens) => {
            let when = ctx.date_and_time(opens);
            let when = ("when", Arg::Time(opens, &when));
            let text = note.clone().then(ctx.text("edit-until", &[title, when]));
            return Reply::only(text).secret_if(ctx.is_secret(event));
        }
        Kept::Owned => {
            let text = note.clone().then(ctx.text("edit-owned", &[title]));
            return Reply::only(text).secret_if(ctx.is_secret(event));
        }
    };
    let text = note.clone().then(why).then(ctx.text("edit-next-round", &[]));
    // An event without an end has no next round yet.
    let reply = match event.rules.end {
        Some(_) => Reply::only(text).with([buttons::next_round(ctx.words, event.id)]),
        None => Reply::only(text),
    };
    reply.secret_if(ctx.is_secret(event))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::{World, press_under};

    const YES: &str = "Yes, make it public";
    /// Where anybody can open a page.
    const PAGES: &str = "https://streaks.test";
    const TOLD: &str = "Sober is public now: your name, days and numbers in it and what you say of yourself stand on web pages that anybody can open. You can hide, or leave.";
    const TOLD_LEFT: &str = "Sober is public now: results of the time in which you were in it may name you on a web page that anybody can open. You can hide.";

    /// Four are in an event that is for its community alone, and have heard all there was to hear.
    async fn sober() -> World {
        sober_at(PAGES).await
    }

    async fn sober_at(public_url: &str) -> World {
        let mut world = World::new().await;
        world.talk.public_url = public_url.to_owned();
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
        let told = told.into_iter().filter(|(_, said)| [TOLD, TOLD_LEFT].contains(&said.as_str()));
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
    async fn where_there_are_no_pages_everybody_is_spoken_of_and_no_page() {
        let world = sober_at("http://streaks.test").await;
        let sure = world.reply_to("ada", "/leave Sober").await;
        world.press("ada", &sure, "Leave").await;
        let panel = world.reply_to("host", "/event edit Sober").await;
        let choice = world.tap("host", &panel, "Who sees it").await;
        assert_eq!(
            choice.plain(),
            "Who should see it? Everybody can find a public event, in other places too, with the names, days and numbers of those in it."
        );
        let ask = world.tap("host", &choice, "public").await;
        assert_eq!(
            ask.plain(),
            concat!(
                "Make Sober public? Everybody will find it, in other places too, with its names, days and numbers; ",
                "with yes you agree to that.\n4 others are or were in it, and each of them is told."
            )
        );
        let done = world.press("host", &ask, YES).await;
        let said = "Changed.\nEverybody can find it now, in other places too, with its names, days and numbers; by making it public you agree to that.\nSober\n";
        assert!(done.starts_with(said), "{done}");
        let mut told = world.told_where().await;
        told.retain(|(_, said)| said.starts_with("Sober is public now"));
        told.sort();
        let is_in = "Sober is public now: everybody can see it, in other places too, and your name, days and numbers in it. You can hide, or leave.";
        let has_left = "Sober is public now: results of the time in which you were in it may name you to everybody, in other places too. You can hide.";
        let said = [("ada", has_left), ("ken", is_in), ("mia", is_in), ("zoe", is_in)];
        assert_eq!(told, said.map(|(at, said)| (at.to_owned(), said.to_owned())));
    }

    #[tokio::test]
    async fn nobody_is_told_twice_in_a_day_however_often_it_is_made_public() {
        let mut world = sober().await;
        let line = "/event edit Sober visibility:public";
        let ask = world.reply_to("host", line).await;
        world.press("host", &ask, YES).await;
        assert_eq!(heard(&world).await.len(), 4);
        world.say("host", "/event edit Sober visibility:invite").await;
        let stays = world.reply_to("host", line).await;
        let why = "The others were told within the last day that more people see Sober, so it stays as it is. It can be shown to more people again from Mon 2 Mar 12:00.";
        assert_eq!(stays.plain(), why);
        assert!(stays.secret && press_under(&stays, YES).is_none());
        // The question of before leads nowhere else.
        world.press("host", &ask, YES).await;
        assert!(!is_public(&world).await && heard(&world).await.is_empty());
        world.next_day();
        let ask = world.reply_to("host", line).await;
        world.press("host", &ask, YES).await;
        assert!(is_public(&world).await);
        assert_eq!(heard(&world).await, ["ada", "ken", "mia", "zoe"]);
    }

    #[tokio::test]
    async fn whoever_has_left_is_told_and_whoever_hides_or_is_kept_out_is_not() {
        let world = sober().await;
        let sure = world.reply_to("ada", "/leave Sober").await;
        world.press("ada", &sure, "Leave").await;
        world.say("ken", "/privacy hide").await;
        world.to("host", "/event remove event:Sober ban:yes sure:yes", "mia").await;
        let ask = world.reply_to("host", "/event edit Sober visibility:public").await;
        assert!(ask.plain().ends_with("\n2 others are or were in it, and each of them is told."));
        world.press("host", &ask, YES).await;
        assert_eq!(heard(&world).await, ["ada", "zoe"]);
    }

    #[tokio::test]
    async fn where_somebody_cannot_be_told_it_stays_as_it_is() {
        let mut world = World::new().await;
        world.talk.public_url = PAGES.to_owned();
        world.say("host.tg", "/event create Sober").await;
        // On Telegram nobody can be written to who has not written first.
        let names = ["ada", "ken", "mia", "zoe", "eve"].map(|name| format!("{name}.tg"));
        for name in &names {
            world.where_all_read(name, "/join Sober").await;
        }
        let line = "/event edit Sober visibility:public";
        let stays = world.reply_to("host.tg", line).await;
        assert_eq!(
            stays.plain(),
            concat!(
                "5 people who are or were in Sober cannot be told in private, so it stays as it is. ",
                "Once they write to me there, they can be.\n",
                "Its next round can be for more people: once this one has an end, start it with /event again, and change who sees it before anybody joins."
            )
        );
        assert!(press_under(&stays, YES).is_none() && !is_public(&world).await);
        for name in &names[..4] {
            world.in_private(name, "/start").await;
        }
        let stays = world.say("host.tg", line).await;
        assert!(stays.starts_with("One person who is or was in Sober cannot be told"), "{stays}");
        // Whoever hides is not seen, and needs no word.
        world.say("eve.tg", "/privacy hide").await;
        let ask = world.reply_to("host.tg", line).await;
        assert!(ask.plain().ends_with("\n4 others are or were in it, and each of them is told."));
        world.press("host.tg", &ask, YES).await;
        assert!(is_public(&world).await);
        assert_eq!(heard(&world).await, ["ada", "ken", "mia", "zoe"]);
    }

    #[tokio::test]
    async fn what_was_for_few_is_shown_to_a_community_after_a_second_look_and_a_word_to_each() {
        let world = World::new().await;
        let made = world.say("host", "/event create Support visibility:invite").await;
        let code = made.split("join: ").nth(1).unwrap_or_default().trim().to_owned();
        for name in ["ada", "ken"] {
            world.say(name, &format!("/join {code}")).await;
        }
        let sure = world.reply_to("ken", "/leave Support").await;
        world.press("ken", &sure, "Leave").await;
        world.told().await;
        let ask = world.reply_to("host", "/event edit Support visibility:community").await;
        assert_eq!(
            ask.plain(),
            concat!(
                "Let everybody in Group see Support? They will find it with its names, days and numbers.\n",
                "2 others are or were in it, and each of them is told."
            )
        );
        assert!(ask.secret && !world.say("zoe", "/events").await.contains("Support"));
        let done = world.press("host", &ask, "Yes, let them see it").await;
        let said = "Changed.\nEverybody in Group can find it now, with its names, days and numbers.\nSupport\n";
        assert!(done.starts_with(said), "{done}");
        assert!(world.say("zoe", "/events").await.contains("Support"));
        let mut told = world.told_where().await;
        told.retain(|(_, said)| said.starts_with("Everybody in Group can see Support now"));
        told.sort();
        let is_in = "Everybody in Group can see Support now, and your name, days and numbers in it. You can hide, or leave.";
        let has_left = "Everybody in Group can see Support now: results of the time in which you were in it may name you there. You can hide.";
        let said = [("ada", is_in), ("ken", has_left)];
        assert_eq!(told, said.map(|(at, said)| (at.to_owned(), said.to_owned())));
    }

    #[tokio::test]
    async fn nobody_hears_that_a_community_sees_what_is_for_few_again() {
        let world = World::new().await;
        let made = world.say("host", "/event create Support visibility:invite").await;
        let code = made.split("join: ").nth(1).unwrap_or_default().trim().to_owned();
        world.say("ada", &format!("/join {code}")).await;
        let ask = world.reply_to("host", "/event edit Support visibility:community").await;
        world.press("host", &ask, "Yes, let them see it").await;
        world.say("host", "/event edit Support visibility:invite").await;
        let told = world.told().await;
        assert!(told.iter().all(|said| !said.contains("can see Support now")), "{told:?}");
    }

    #[tokio::test]
    async fn what_is_told_leads_to_hiding_and_to_leaving() {
        let world = sober().await;
        let sure = world.reply_to("ada", "/leave Sober").await;
        world.press("ada", &sure, "Leave").await;
        let ask = world.reply_to("host", "/event edit Sober visibility:public").await;
        world.press("host", &ask, YES).await;
        let told = world.notices().await;
        let says =
            |words: &str| told.iter().filter(|told| told.plain() == words).collect::<Vec<_>>();
        let (to_members, to_others) = (says(TOLD), says(TOLD_LEFT));
        assert_eq!((to_members.len(), to_others.len()), (3, 1));
        // Whoever has left cannot leave.
        assert!(press_under(to_others[0], "Leave").is_none());
        assert!(press_under(to_others[0], "Hide me").is_some());
        let with_leave = to_members[0];
        let hidden = world.press("ken", with_leave, "Hide me").await;
        assert_eq!(hidden, "You are no longer on any leaderboard. Your streaks go on.");
        let sure = world.press("zoe", with_leave, "Leave").await;
        assert!(sure.starts_with("Leave Sober?"), "{sure}");
    }

    #[tokio::test]
    async fn whoever_is_alone_in_it_reads_what_they_agree_to_and_is_not_asked() {
        let mut world = World::new().await;
        world.talk.public_url = PAGES.to_owned();
        world.say("host", "/event create Sober visibility:invite").await;
        world.say("host", "/join Sober").await;
        let panel = world.reply_to("host", "/event edit Sober").await;
        let choice = world.tap("host", &panel, "Who sees it").await;
        let done = world.press("host", &choice, "public").await;
        assert!(done.starts_with("Changed.\nIts names, days and numbers now stand on"), "{done}");
        assert!(is_public(&world).await && heard(&world).await.is_empty());
    }

    #[tokio::test]
    async fn nobody_but_its_maker_shows_an_event_to_more_people() {
        let world = sober().await;
        let refused = world.as_manager("boss", "/event edit Sober visibility:public").await;
        let owned = "Only whoever made Sober can let more people see it: ask them.";
        assert_eq!(refused.plain(), owned);
        assert!(press_under(&refused, YES).is_none() && !is_public(&world).await);
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
