//! `/start`: hello, and on to whatever the link led to.

use engine::{Error, EventId};

use crate::command::{Call, Command, Kind, Param};
use crate::locale::Arg;
use crate::message::{Button, Press, Reply, Text};
use crate::view::{clock_question, draft, joining};

pub const COMMAND: Command = Command {
    params: &[Param::new("code", "start-code", Kind::Text { length_max: 64 })],
    free: Some("code"),
    ..Command::new("start", "start-about", |call| Box::pin(run(call)))
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    match call.arg("code") {
        Some(code) if code.starts_with("e_") => {
            let event = code[2..].parse::<EventId>().ok();
            if let Some(event) = event
                && let Some(event) = call.engine().events().get(event).await?
                && call.may_see(&event).await?
            {
                return joining::enter(call, &event).await;
            }
        }
        Some(code) if code.starts_with(draft::LINK) => {
            let event = code[draft::LINK.len()..].parse::<EventId>().ok();
            if let Some(event) = event
                && let Some(event) = draft::of(call, event).await?
            {
                return Ok(draft::preview(call, &event, Text::default()));
            }
        }
        Some(code) if code.starts_with("z_") => {
            return clock_question::linked(call, &code[2..]).await;
        }
        Some(code) if code.starts_with("j_") => {
            return joining::by_typed_code(call, &code[2..]).await;
        }
        _ => {}
    }
    let hello = call.text("start-hello", &[("name", Arg::Text(&call.person.name))]);
    let events =
        Button::press(call.words.plain("button-events", &[]), Press::new("events", None, ""));
    if call.person.zone_known {
        return Ok(Reply::only(hello).with([events]));
    }
    let question = clock_question::question(call, None);
    Ok(Reply { text: hello.then(question.text), ..question }.with([events]))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_newcomer_is_asked_for_the_time_and_for_what_to_look_for() {
        let world = World::new().await;
        world.say("host", "/event create Jog category:move").await;
        let reply = world.hear("ada", "/start").await;
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
