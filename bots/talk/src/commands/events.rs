//! `/events`: what there is to join.

use super::join;
use crate::choose;
use crate::command::{Call, Command, Kind, Param, Who};
use crate::words::Arg;
use crate::{Reply, Text};
use engine::{Error, Event};

const SHOWN: usize = 8;

pub const COMMAND: Command = Command {
    path: "events",
    about: "events-about",
    params: &[Param {
        name: "show",
        about: "events-show",
        kind: Kind::OneOf(&["all", "mine", "open"]),
        required: false,
    }],
    free: Some("show"),
    public: false,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let show = call.arg("show").unwrap_or("all");
    let mine = choose::matching(call, Who::Mine, "").await?;
    let open = choose::matching(call, Who::NotMine, "").await?;
    let mine: &[Event] = if show == "open" { &[] } else { &mine };
    let open: &[Event] = if show == "mine" { &[] } else { &open };
    if mine.is_empty() && open.is_empty() {
        return Ok(Reply::only(call.text("event-none-open", &[])));
    }
    let counts = call.engine().count_members(&[mine, open].concat()).await?;
    let is_secret = mine.iter().any(Event::is_hidden);
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
    Ok(buttons
        .chunks(2)
        .fold(Reply::only(text).secret_if(is_secret), |reply, row| reply.with(row.to_vec())))
}

fn line(call: &Call<'_>, event: &Event, members: u64) -> Text {
    let args = [("title", Arg::Text(&event.title)), ("members", Arg::Number(members))];
    call.text("events-line", &args)
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
}
