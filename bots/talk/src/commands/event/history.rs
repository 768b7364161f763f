//! `/event record`: what was done in an event, for whoever hosts it; also what members did to their own past.

use engine::{Asker, Deed, Error, RecordOf};

use crate::command::pick_event::{self, Chosen};
use crate::command::{Command, Context, Kind, Param, Who};
use crate::locale::Arg;
use crate::message::Reply;
use crate::view::audit::{self, Shown};
use crate::view::pictures;

pub const COMMAND: Command = Command {
    params: &[Param::new("event", "record-event", Kind::Event(Who::Seen))],
    free: Some("event"),
    only_shows: true,
    ..Command::new("event record", "record-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let event = match pick_event::event(ctx, Who::Seen, "event-record").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    if !ctx.hosts(&event).await? {
        return Ok(Reply::only(ctx.text("host-only", &[])));
    }
    // Pages are turned in private, where nobody manages anything.
    let asker = Asker::person(ctx.person.id);
    let is_host = ctx.engine().authorize(asker, Deed::Host(&event)).await?;
    let title = [("title", Arg::Text(&event.title))];
    let shown = Shown {
        of: RecordOf::Event(event.id),
        heading: ctx.text("record-heading", &title),
        nothing: ctx.text("record-empty", &title),
        verb: "event-record",
        event: Some(event.id),
        turns: is_host || !ctx.is_overheard(),
    };
    Ok(pictures::framed(event.id, audit::page(ctx, shown).await?))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;
    use engine::Platform;

    #[tokio::test]
    async fn whoever_hosts_an_event_sees_what_was_done_in_it() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join Read").await;
        let empty = world.reply_to("host", "/event record Read").await;
        assert_eq!(empty.plain(), "No host has done anything in Read yet.");
        world.to("host", "/event remove event:Read ban:pardon", "ada").await;
        let record = world.reply_to("host", "/event record Read").await;
        assert_eq!(
            record.plain(),
            "What was done in Read\nSun 1 Mar 12:00 · host · let back in · ada"
        );
        assert!(empty.secret && record.secret);
        assert_eq!(
            world.say("ada", "/event record Read").await,
            "Only the people who run the event can do that. Ask its host."
        );
    }

    #[tokio::test]
    async fn an_event_that_belongs_to_no_community_has_a_record() {
        let world = World::new().await;
        world.say("eve", "/start").await;
        world.in_private("host", "/event create Diary").await;
        world.to("host", "/event remove event:Diary ban:yes sure:yes", "eve").await;
        let record = world.in_private("host", "/event record Diary").await.plain();
        assert!(record.ends_with("host · kept out · eve"), "{record}");
    }

    #[tokio::test]
    async fn a_day_filled_in_later_is_on_record_for_the_host_alone() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join Read").await;
        world.next_day();
        world.say("ada", "/checkin event:Read day:yesterday").await;
        let record = world.say("host", "/event record Read").await;
        assert!(record.ends_with("ada · filled in a day · Sun 1 Mar"), "{record}");
        assert_eq!(
            world.as_manager("boss", "/admin audit").await.plain(),
            "Nothing has been done here yet."
        );
    }

    #[tokio::test]
    async fn what_a_member_did_to_his_past_is_erased_with_him() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join Read").await;
        world.next_day();
        world.say("ada", "/checkin event:Read day:yesterday").await;
        let engine = &world.talk.engine;
        let ada = engine.people().find(Platform::Discord, "ada").await.unwrap().unwrap();
        engine.people().erase(ada.id, world.now).await.unwrap();
        let record = world.say("host", "/event record Read").await;
        assert_eq!(record, "No host has done anything in Read yet.");
    }

    #[tokio::test]
    async fn a_check_in_for_today_is_on_no_record() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join Read").await;
        world.say("ada", "/checkin event:Read day:2026-03-01").await;
        let record = world.say("host", "/event record Read").await;
        assert_eq!(record, "No host has done anything in Read yet.");
    }

    #[tokio::test]
    async fn the_pages_of_an_event_are_turned_wherever_its_host_reads_them() {
        let world = World::new().await;
        world.say("eve", "/start").await;
        world.in_private("host", "/event create Diary").await;
        for n in 1..=11 {
            let line = format!("/event remove event:Diary ban:pardon reason:{n}");
            world.to("host", &line, "eve").await;
        }
        let first = world.in_private("host", "/event record Diary").await;
        let second = world.tap("host", &first, "Next ▶").await;
        assert!(second.plain().ends_with("eve · 1"), "{}", second.plain());
        assert!(second.replaces && second.secret);
    }
}
