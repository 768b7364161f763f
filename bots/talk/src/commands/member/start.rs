//! `/start`: hello, and on to whatever the link led to.

use engine::{Error, EventId};

use crate::command::{Command, Context, Kind, Param, pick_event};
use crate::locale::Arg;
use crate::message::{Reply, Text};
use crate::view::{clock_question, draft, event_card, joining};

pub const COMMAND: Command = Command {
    params: &[Param::new("code", "start-code", Kind::Text { length_max: 64 })],
    free: Some("code"),
    ..Command::new("start", "start-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    match ctx.arg("code") {
        Some(code) if code.starts_with("e_") => {
            let event = code[2..].parse::<EventId>().ok();
            if let Some(event) = event
                && let Some(event) = ctx.engine().events().get(event).await?
                && ctx.may_see(&event).await?
            {
                return joining::enter(ctx, &event).await;
            }
        }
        Some(code) if code.starts_with(draft::LINK) => {
            let event = code[draft::LINK.len()..].parse::<EventId>().ok();
            if let Some(event) = event
                && let Some(event) = draft::of(ctx, event).await?
            {
                return Ok(draft::preview(ctx, &event, Text::default()));
            }
        }
        Some(code) if code.starts_with(event_card::OWN) => {
            let event = code[event_card::OWN.len()..].parse::<EventId>().ok();
            if let Some(event) = event
                && let Some(event) = ctx.engine().events().get(event).await?
                && event.owner == ctx.person.id
            {
                return Ok(event_card::own(ctx, &event));
            }
        }
        Some(code) if code.starts_with("z_") => {
            return clock_question::linked(ctx, &code[2..]).await;
        }
        Some(code) if code.starts_with("j_") => {
            return joining::by_typed_code(ctx, &code[2..]).await;
        }
        _ => {}
    }
    let welcome = ctx.text("start-hello", &[("name", Arg::Text(&ctx.person.name))]);
    let events = pick_event::events_button(ctx.words);
    if ctx.person.zone_known {
        return Ok(Reply::only(welcome).with([events]));
    }
    let question = clock_question::question(ctx, None);
    Ok(Reply { text: welcome.then(question.text), ..question }.with([events]))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn whoever_made_an_event_for_few_finds_the_way_to_its_code() {
        let world = World::new().await;
        let made = world.where_all_read("ada", "/event create Diary visibility:invite").await;
        let elsewhere = made.elsewhere.as_ref().expect("it waits in private");
        assert_eq!(
            elsewhere.text.plain(),
            "It is made. Open a private chat with me: the code that lets people in is there.",
            "others read it"
        );
        let (_, code) = elsewhere.link.split_once("start=").expect("a link");
        let own = world.in_private("ada", &format!("/start {code}")).await;
        assert!(own.plain().starts_with("Diary\n"), "{}", own.plain());
        let invite = world.tap("ada", &own, "Invite").await;
        assert!(invite.plain().contains("A code for Diary"), "{}", invite.plain());
        let other = world.in_private("ken", &format!("/start {code}")).await;
        assert!(!other.plain().contains("Diary"), "{}", other.plain());
    }

    #[tokio::test]
    async fn a_newcomer_is_asked_for_the_time_and_for_what_to_look_for() {
        let world = World::new().await;
        world.say("host", "/event create Jog category:move").await;
        let reply = world.reply_to("ada", "/start").await;
        assert!(reply.plain().starts_with("Hi ada"), "{}", reply.plain());
        assert!(reply.plain().contains("Is it 12:00 where you are?"));
        let interests = world.tap("ada", &reply, "Yes, 12:00").await;
        assert_eq!(
            interests.plain(),
            "Good. Your day ends at midnight, UTC time.\nWhat do you like? Tap as many as you want."
        );
        let chosen = world.tap("ada", &interests, "Moving").await;
        let events = world.tap("ada", &chosen, "See the events").await;
        assert_eq!(events.plain(), "Open to join:\n• Jog · nobody yet ⭐");
    }
}
