//! `/events`: what there is to join, by what one likes, and what is ready to be made.

use super::event_create::template_button;
use super::{join, settings};
use crate::choose;
use crate::command::{Call, Command, Kind, Param, Who};
use crate::templates::{CATEGORIES, TEMPLATES};
use crate::words::Arg;
use crate::{Button, Press, Reply, Text};
use engine::{Error, Event};

const SHOWN: usize = 8;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("show", "events-show", Kind::OneOf(&["all", "mine", "open", "templates"])),
        Param::new("search", "events-search", Kind::Text { length_max: 80 }),
        Param::new("category", "events-category", Kind::OneOf(CATEGORIES)),
    ],
    free: Some("search"),
    ..Command::new("events", "events-about", |call| Box::pin(run(call)))
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let show = call.pressed_arg().or(call.arg("show")).unwrap_or("all");
    if show == "templates" {
        return Ok(templates(call));
    }
    if show == "interests" {
        return Ok(settings::interests(call, &call.person.interests));
    }
    let words = call.arg("search").unwrap_or_default();
    let fits = |event: &Event| match call.arg("category") {
        Some(category) => event.category.as_deref() == Some(category),
        None => true,
    };
    let mut mine = choose::matching(call, Who::Mine, words).await?;
    let mut open = choose::matching(call, Who::NotMine, words).await?;
    mine.retain(fits);
    open.retain(fits);
    // What somebody likes comes first; otherwise the order stays.
    open.sort_by_key(|event| !likes(call, event));
    let mine: &[Event] = if show == "open" { &[] } else { &mine };
    let open: &[Event] = if show == "mine" { &[] } else { &open };
    let ready = Button::press(
        call.words.plain("button-templates", &[]),
        Press::new("events", None, "templates"),
    );
    let interests = Button::press(
        call.words.plain("button-interests", &[]),
        Press::new("events", None, "interests"),
    );
    if mine.is_empty() && open.is_empty() {
        let key = if words.is_empty() { "event-none-open" } else { "event-not-found" };
        let args = [("words", Arg::Text(words))];
        let args = if words.is_empty() { &[][..] } else { &args[..] };
        return Ok(Reply::only(call.text(key, args)).with([ready.main()]));
    }
    let counts = call.engine().count_members(&[mine, open].concat()).await?;
    let is_secret = mine.iter().any(|event| call.is_secret(event));
    let mut text = Text::default();
    for (heading, events) in [("events-mine", mine), ("events-open", open)] {
        if !events.is_empty() {
            text = text.then(call.text(heading, &[]));
        }
        for event in events.iter().take(SHOWN) {
            let members = counts.get(&event.id).copied().unwrap_or(0);
            text = text.then(line(call, event, members));
        }
    }
    let buttons: Vec<_> =
        open.iter().take(SHOWN).map(|event| join::titled_button(call, event)).collect();
    let reply = buttons
        .chunks(2)
        .fold(Reply::only(text).secret_if(is_secret), |reply, row| reply.with(row.to_vec()));
    Ok(reply.with([ready, interests]))
}

fn likes(call: &Call<'_>, event: &Event) -> bool {
    event.category.as_ref().is_some_and(|category| call.person.interests.contains(category))
}

fn line(call: &Call<'_>, event: &Event, members: u64) -> Text {
    let title = join::titled(event);
    let args = [("title", Arg::Text(&title)), ("members", Arg::Number(members))];
    let line = call.text("events-line", &args);
    if likes(call, event) { line.beside(call.text("events-likes", &[])) } else { line }
}

/// Ready-made events; a tap makes one.
fn templates(call: &Call<'_>) -> Reply {
    let (mut liked, others): (Vec<_>, Vec<_>) = TEMPLATES.iter().partition(|template| {
        call.person.interests.iter().any(|interest| interest == template.category)
    });
    liked.extend(others);
    let buttons: Vec<Button> =
        liked.into_iter().map(|template| template_button(call, template)).collect();
    let own = Button::press(
        call.words.plain("button-own-event", &[]),
        Press::new("event-create", None, ""),
    );
    let reply = Reply::only(call.text("events-templates", &[]));
    let reply = buttons.chunks(4).fold(reply, |reply, row| reply.with(row.to_vec()));
    reply.with([own.main()])
}

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn open_events_can_be_joined_by_a_tap() {
        let world = World::with_event("Read").await;
        let events = world.hear("ken", "/events").await;
        assert_eq!(events.plain(), "Open to join:\n• Read · nobody yet");
        assert!(world.press("ken", &events, "Join Read").await.starts_with("You are in Read."));
        assert_eq!(world.say("ken", "/events").await, "You are in:\n• Read · 1 person");
    }

    #[tokio::test]
    async fn events_are_found_by_words_and_by_what_one_likes() {
        let world = World::with_event("Read").await;
        world.say("ada", "/event create Jog category:move emoji:🏃").await;
        world.say("ken", "/settings interest:move").await;
        assert_eq!(
            world.say("ken", "/events").await,
            "Open to join:\n• 🏃 Jog · nobody yet ⭐\n• Read · nobody yet"
        );
        assert_eq!(world.say("ken", "/events jo").await, "Open to join:\n• 🏃 Jog · nobody yet ⭐");
        assert_eq!(
            world.say("ken", "/events category:learn").await,
            "There is nothing to join yet. Make the first one with /event create."
        );
        assert!(
            world
                .say("ken", "/events search:xyz")
                .await
                .starts_with("I find no event called “xyz”")
        );
    }

    #[tokio::test]
    async fn a_ready_made_event_is_a_tap() {
        let world = World::new().await;
        let ready = world.hear("ken", "/events show:templates").await;
        let card = world.tap("ken", &ready, "💧 Drink water").await;
        assert!(
            card.plain().starts_with("💧 Drink water\nAt least 8 glasses a day"),
            "{}",
            card.plain()
        );
    }
}
