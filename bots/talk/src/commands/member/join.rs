//! `/join`: becoming a member, by choice or by code.

use engine::Error;

use crate::command::pick_event::{self, Chosen};
use crate::command::{Command, Context, Kind, Param, Who};
use crate::message::Reply;
use crate::view::event_card::CODE;
use crate::view::joining;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("event", "join-event", Kind::Event(Who::NotMine)),
        Param::new("code", "join-code", Kind::Text { length_max: 64 }),
    ],
    free: Some("event"),
    ..Command::new("join", "join-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    if let Some(code) = ctx.pressed_arg().and_then(|arg| arg.strip_prefix(CODE)) {
        return joining::by_code(ctx, code).await;
    }
    if let Some(code) = ctx.arg("code") {
        return joining::by_typed_code(ctx, code).await;
    }
    match which(ctx).await? {
        Chosen::Event(event) => joining::enter(ctx, &event).await,
        // What is no title may be a code.
        Chosen::Ask(reply) => match ctx.arg("event").filter(|words| is_code(words)) {
            Some(code) => joining::by_typed_code(ctx, code).await,
            None => Ok(reply),
        },
    }
}

/// An event to enter; one that I am in already is said to be so rather than not found.
async fn which(ctx: &Context<'_>) -> Result<Chosen, Error> {
    let named = ctx.arg("event").is_some();
    if named
        && pick_event::matching(ctx, Who::NotMine, ctx.arg("event").unwrap_or_default())
            .await?
            .is_empty()
    {
        return pick_event::event(ctx, Who::Seen, "join").await;
    }
    pick_event::event(ctx, Who::NotMine, "join").await
}

fn is_code(words: &str) -> bool {
    words.len() == 16 && words.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::is_code;
    use crate::testing::world::World;
    use engine::Platform;

    /// Lets somebody in who asks: where nobody was, nothing is left without the host.
    async fn let_in(world: &World, name: &str) {
        world.say(name, "/join Club").await;
        let waiting = world.reply_to("host", "/event review Club").await;
        let answer = world.press("host", &waiting, &format!("Let {name} in")).await;
        assert_eq!(answer, format!("{name} is in."));
    }

    async fn erase(world: &World, name: &str) {
        let engine = &world.talk.engine;
        let person = engine.people().find(Platform::Discord, name).await.unwrap().unwrap();
        engine.people().erase(person.id, world.now).await.unwrap();
    }

    #[tokio::test]
    async fn nobody_is_asked_to_let_people_in_where_nobody_can() {
        let world = World::new().await;
        let line = "/event create title:Club approval:yes visibility:public";
        world.in_private("host", line).await;
        let_in(&world, "mia").await;
        assert_eq!(world.say("ken", "/join Club").await, "I asked the host of Club to let you in.");
        erase(&world, "host").await;
        for name in ["ken", "eve"] {
            assert_eq!(
                world.say(name, "/join Club").await,
                "Nobody can let you in any more: the host of Club is gone."
            );
        }
    }

    #[tokio::test]
    async fn a_community_goes_on_letting_people_in_without_the_host() {
        let world = World::new().await;
        world.say("host", "/event create title:Club approval:yes").await;
        let_in(&world, "mia").await;
        erase(&world, "host").await;
        assert_eq!(world.say("ken", "/join Club").await, "I asked the host of Club to let you in.");
        let waiting = world.as_manager("boss", "/event review Club").await;
        let answer = world.press_as_manager("boss", &waiting, "Let ken in").await;
        assert_eq!(answer.plain(), "ken is in.");
    }

    #[tokio::test]
    async fn where_all_read_nobody_is_asked_for_their_clock() {
        let world = World::with_event("Read").await;
        let joined = world.where_all_read("ken", "/join Read").await;
        assert_eq!(
            joined.plain(),
            "You are in Read. Write to me in private to set your clock and reminders."
        );
        let grid = world.where_all_read("ken", "/timezone 3am").await;
        assert!(grid.secret || grid.choices.len() <= 9, "{}", grid.plain());
    }

    #[tokio::test]
    async fn whoever_joins_what_has_a_page_reads_that_their_name_stands_there() {
        let mut world = World::new().await;
        world.talk.public_url = "https://streaks.test".to_owned();
        let public = world.say("host", "/event create Read visibility:public").await;
        let page = "Public: names, days and numbers stand on a web page that anybody can open.";
        assert!(public.ends_with(page), "{public}");
        let joined = world.say("ken", "/join Read").await;
        assert_eq!(
            joined,
            "You are in Read. Your name, days, numbers and what you say of yourself stand on web pages that anybody can open; /privacy can hide you. Is it 12:00 where you are?"
        );
        let own = world.say("host", "/event create Walk").await;
        assert!(!own.contains("web page"), "{own}");
        assert!(world.say("ken", "/join Walk").await.starts_with("You are in Walk. Is it"));
        // A tap that checks in joins, too.
        let board = world.reply_to("host", "/event announce Read").await;
        let agreed = "\nYour name, days, numbers and what you say of yourself stand on web pages that anybody can open; /privacy can hide you.";
        for (number, is_said) in [(1, true), (2, false)] {
            let tapped = world.tap("ada", &board, "✅ Check in").await;
            assert_eq!(tapped.plain().ends_with(agreed), is_said, "tap {number}: {tapped:?}");
            assert_eq!(tapped.brief.0.is_empty(), is_said, "what is said in brief leaves it out");
        }
        let card = world.reply_to("host", "/event announce Walk").await;
        let tapped = world.press("zoe", &card, "✅ Check in").await;
        assert!(tapped.contains("Day 1") && !tapped.contains("web pages"), "{tapped}");
    }

    #[tokio::test]
    async fn whoever_is_let_in_by_a_host_reads_that_their_name_stands_on_a_page() {
        let mut world = World::new().await;
        world.talk.public_url = "https://streaks.test".to_owned();
        world.in_private("host", "/start").await;
        world.say("host", "/event create title:Club approval:yes visibility:public").await;
        assert_eq!(
            world.say("ken", "/join Club").await,
            "I asked the host of Club to let you in. Once you are in, your name, days, numbers and what you say of yourself stand on web pages that anybody can open."
        );
        let waiting = world.reply_to("host", "/event review Club").await;
        assert_eq!(world.press("host", &waiting, "Let ken in").await, "ken is in.");
        let told = world.told_where().await;
        let his: Vec<&str> =
            told.iter().filter(|(at, _)| at == "ken").map(|(_, said)| said.as_str()).collect();
        assert_eq!(
            his,
            [
                "You are in Club now. Welcome. Your name, days, numbers and what you say of yourself stand on web pages that anybody can open; /privacy can hide you."
            ]
        );
    }

    #[tokio::test]
    async fn three_taps_lead_to_the_first_day() {
        let world = World::with_event("Read 20 minutes").await;
        let card = world.card.clone();
        let joined = world.tap("ken", &card, "Join").await;
        assert_eq!(joined.plain(), "You are in Read 20 minutes. Is it 12:00 where you are?");
        let known = world.tap("ken", &joined, "Yes, 12:00").await;
        assert_eq!(known.plain(), "Good. Your day ends at midnight, UTC time. Today still counts.");
        let done = world.tap("ken", &known, "✅ Check in").await;
        assert_eq!(done.plain(), "✅ Day 1 · Read 20 minutes\n2 more to reach 3 days in a row.");
    }

    #[tokio::test]
    async fn an_invite_only_event_is_entered_by_its_code_alone() {
        let world = World::new().await;
        let made = world.say("ada", "/event create Secret visibility:invite").await;
        let code = made
            .split_whitespace()
            .find(|word| word.len() == 16 && word.bytes().all(|b| b.is_ascii_alphanumeric()));
        let code = code.unwrap_or_else(|| panic!("no code in {made}"));
        assert_eq!(
            world.say("ken", "/join Secret").await,
            world.say("ken", "/join Nowhere").await.replace("Nowhere", "Secret")
        );
        assert!(!world.say("ken", "/events").await.contains("Secret"));
        assert!(
            world.say("ken", &format!("/join code:{code}")).await.starts_with("You are in Secret.")
        );
        assert_eq!(
            world.say("grace", "/join code:0000000000000000").await,
            "This code does not work (any more). Ask for a new one."
        );
    }

    /// An invite-only event of the host's, and a code for it.
    async fn club() -> (World, String) {
        let world = World::new().await;
        world.in_private("host", "/event create title:Club visibility:invite").await;
        let made = world.in_private("host", "/event invite event:Club").await.plain();
        let is_code = |word: &&str| is_code(word);
        let mut words = made.split(|c: char| !c.is_ascii_alphanumeric());
        let code = words.find(is_code).unwrap_or_else(|| panic!("no code in {made}")).to_owned();
        (world, code)
    }

    #[tokio::test]
    async fn a_code_that_others_could_read_lets_nobody_in_but_by_the_host() {
        let (world, code) = club().await;
        let seen = world.where_answers_are_seen("ada", &format!("/join code:{code}")).await;
        assert!(seen.plain().starts_with("Others read along here"), "{}", seen.plain());
        assert!(!seen.plain().contains("Club"));
        let late = world.say("grace", &format!("/join code:{code}")).await;
        assert_eq!(late, "This code does not work (any more). Ask for a new one.");
        let notices = world.notices().await;
        let words = "ada typed a code for Club where others read. It does not work any more.";
        let told = notices.iter().find(|told| told.plain() == words).expect("the host is told");
        assert_eq!(world.press("host", told, "Let ada in").await, "ada is in.");
        assert!(world.in_private("ada", "/streak").await.plain().contains("Club"));
    }

    #[tokio::test]
    async fn a_code_that_its_host_posted_is_there_to_be_read() {
        let (world, code) = club().await;
        let post = format!("/join {code}");
        world.talk.engine.events().post_invite(&code).await.expect("it is posted");
        let seen = world.where_answers_are_seen("ada", &post).await;
        assert!(seen.plain().starts_with("You are in Club"), "{}", seen.plain());
    }
}
