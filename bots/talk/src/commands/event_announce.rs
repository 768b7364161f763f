//! `/event announce`: another channel hears the milestones of an event too.

use super::join;
use crate::Reply;
use crate::choose::{self, Chosen};
use crate::command::{Call, Command, Kind, Param, Who};
use crate::words::Arg;
use engine::{Error, Visibility};

pub const COMMAND: Command = Command {
    path: "event announce",
    about: "announce-about",
    params: &[Param {
        name: "event",
        about: "announce-event",
        kind: Kind::Event(Who::Seen),
        required: false,
    }],
    free: Some("event"),
    public: true,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let event = match choose::event(call, Who::Seen, "event-announce").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    let Some(channel) = call.channel().await? else {
        return Ok(Reply::only(call.text("announce-private", &[])));
    };
    if event.visibility == Visibility::InviteOnly && event.owner != call.person.id {
        return Ok(Reply::only(call.text("announce-not-yours", &[])));
    }
    call.engine().announce(event.id, channel).await?;
    let card = join::card(call, &event);
    let text = call.text("announce-done", &[("title", Arg::Text(&event.title))]).then(card.text);
    Ok(Reply { text, ..card })
}

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn a_second_place_hears_of_the_event_too() {
        let world = World::with_event("Read").await;
        let card = world.say("ken", "/event announce Read").await;
        assert!(card.starts_with("Milestones of Read will be posted here.\nRead"), "{card}");
    }
}
