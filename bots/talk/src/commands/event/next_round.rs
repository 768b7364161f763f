//! `/event again`: the next round of an event, all as it was.

use engine::rules::Key;
use engine::{Error, Event, NewEvent, PostKind, Record};

use crate::command::event_params::OWNED_MAX;
use crate::command::pick_event::{self, Chosen};
use crate::command::{Call, Command, Kind, Param, Who};
use crate::locale::Arg;
use crate::message::Reply;
use crate::view::{event_card, joining};

pub const COMMAND: Command = Command {
    params: &[Param::new("event", "again-event", Kind::Event(Who::Seen))],
    free: Some("event"),
    public: true,
    ..Command::new("event again", "again-about", |call| Box::pin(run(call)))
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let event = match pick_event::event(call, Who::Seen, "event-again").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    if let Some(next) = newest_round(call, &event).await? {
        let of = [call.membership(event.id), call.membership(next.id)];
        let mine = call.engine().memberships().of(call.person.id).await?;
        // Whoever was in goes on; anybody else enters what he may see.
        if call.may_see(&next).await? || of.iter().any(|of| mine.contains(of)) {
            return joining::enter(call, &next).await;
        }
        return Ok(Reply::only(call.text("event-unknown", &[])));
    }
    let title = [("title", Arg::Text(&event.title))];
    if !call.hosts(&event).await? {
        let is_secret = call.is_secret(&event);
        return Ok(Reply::only(call.text("again-not-yet", &title)).secret_if(is_secret));
    }
    let key = Key(call.request.key.clone());
    let Some(new) = NewEvent::next_round(key, &event, call.now()) else {
        let is_secret = call.is_secret(&event);
        return Ok(Reply::only(call.text("again-no-end", &title)).secret_if(is_secret));
    };
    if call.engine().events().count_owned(event.owner).await? >= OWNED_MAX {
        return Ok(Reply::only(call.text("create-too-many", &[])));
    }
    let next = call.engine().events().create(new, call.now()).await?;
    call.engine().events().begin_boards(&next, call.now()).await?;
    let deed = ("again", None, "");
    call.engine()
        .communities()
        .record_audit(Record::of(&next), call.person.id, deed, call.now())
        .await?;
    let begins = next.rules.start.to_string();
    let args = [("title", Arg::Text(&next.title)), ("day", Arg::Text(&begins))];
    let card = event_card::card(call.words, &next, 0, call.now());
    let keep = (!call.is_secret(&next)).then_some((next.id, PostKind::Card));
    let text = call.text("again-done", &args).then(card.text);
    Ok(Reply { text, keep, ..card }.secret_if(call.is_secret(&next)))
}

/// The round that goes on, or the last one there was; none where there is no next round yet.
async fn newest_round(call: &Call<'_>, event: &Event) -> Result<Option<Event>, Error> {
    const ROUNDS_MAX: usize = 100;
    let mut newest = call.engine().events().next_round(event.id).await?;
    for _ in 0..ROUNDS_MAX {
        let Some(round) = newest.as_ref().filter(|round| round.is_over(call.now())) else { break };
        let Some(next) = call.engine().events().next_round(round.id).await? else { break };
        newest = Some(next);
    }
    Ok(newest)
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn the_next_round_is_a_tap_for_the_host_and_then_for_everybody() {
        let mut world = World::new().await;
        world.say("ada", "/event create Read goal:\"20 pages\" ends:\"2 days\" zone:UTC").await;
        assert_eq!(
            world.say("ken", "/event again Read").await,
            "The next round of Read has not begun yet. Whoever runs it can begin it."
        );
        world.next_day();
        world.next_day();
        world.tick().await;
        let begun = world.say("ada", "/event again Read").await;
        assert!(begun.starts_with("The next round of Read begins on 2026-03-03."), "{begun}");
        assert!(begun.contains("20 pages") && begun.contains("Until 2026-03-04."), "{begun}");
        assert!(world.say("ken", "/join Read").await.starts_with("You are in Read."));
        world.say("ada", "/event create Walk").await;
        assert_eq!(
            world.say("ada", "/event again Walk").await,
            "Walk has no end yet. End it with /event end, and begin it again when it is over."
        );
    }
}
