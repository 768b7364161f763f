//! `/event announce`: another channel hears the milestones of an event too.

use super::join;
use crate::Reply;
use crate::choose::{self, Chosen};
use crate::command::{Call, Command, Kind, Param, Who};
use crate::words::Arg;
use engine::{Error, PostKind, Visibility};

pub const COMMAND: Command = Command {
    params: &[Param::new("event", "announce-event", Kind::Event(Who::Seen))],
    free: Some("event"),
    public: true,
    ..Command::new("event announce", "announce-about", |call| Box::pin(run(call)))
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let event = match choose::event(call, Who::Seen, "event-announce").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    let Some(channel) = call.channel().await? else {
        return Ok(Reply::only(call.text("announce-private", &[])));
    };
    if event.visibility != Visibility::Public && !call.hosts(&event).await? {
        return Ok(Reply::only(call.text("announce-not-yours", &[])));
    }
    call.engine().announce(event.id, channel).await?;
    call.engine().begin_boards(&event, call.now()).await?;
    let members = call.engine().count_members(std::slice::from_ref(&event)).await?;
    let card =
        join::card(call.words, &event, members.get(&event.id).copied().unwrap_or(0), call.now());
    let text = call.text("announce-done", &[("title", Arg::Text(&event.title))]).then(card.text);
    Ok(Reply { text, keep: Some((event.id, PostKind::Card)), ..card })
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
