//! `/event end`: closes an event after today. What everybody did stays.

use engine::{Error, Record, Refusal};

use crate::command::pick_event::{self, Chosen};
use crate::command::{Command, Context, Kind, Param, Who};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply};
use crate::view::{buttons, pictures};

pub const COMMAND: Command = Command {
    params: &[Param::new("event", "end-event", Kind::Event(Who::Seen))],
    free: Some("event"),
    ..Command::new("event end", "end-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let event = match pick_event::event(ctx, Who::Seen, "event-end").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    if !ctx.hosts(&event).await? {
        return Ok(Reply::only(ctx.text("host-only", &[])));
    }
    if event.is_over(ctx.now()) {
        let again = buttons::next_round(ctx.words, event.id);
        return Ok(Reply::only(ctx.words.refused(Refusal::Ended)).with([again]));
    }
    let title = [("title", Arg::Text(&event.title))];
    let yes = format!("yes{}", ctx.person.id);
    if ctx.pressed_arg() != Some(&yes) {
        let sure = CallbackId::new("event-end", Some(event.id), &yes);
        let sure = Button::press(ctx.words.plain("button-end", &[]), sure).danger();
        let reply = Reply::only(ctx.text("end-sure", &title)).with([sure]);
        return Ok(pictures::framed(event.id, reply.secret_if(ctx.is_secret(&event))));
    }
    let event = ctx.engine().events().end(&event, ctx.now()).await?;
    let record = Record::of(&event);
    ctx.engine()
        .communities()
        .record_audit(record, ctx.person.id, ("end", None, ""), ctx.now())
        .await?;
    let today = ctx.today(&event);
    let last = event.rules.end.unwrap_or(today);
    let told = ctx.engine().events().result_told_on(&event).await?.unwrap_or(last.plus(1));
    let (last, told) = (ctx.words.day(last, today), ctx.words.day(told, today));
    let args =
        [("title", Arg::Text(&event.title)), ("last", Arg::Text(&last)), ("day", Arg::Text(&told))];
    let reply = Reply::only(ctx.text("end-done", &args)).secret_if(ctx.is_secret(&event));
    Ok(pictures::framed(event.id, reply.replacing()))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn an_event_ends_with_its_day_and_its_result_is_told() {
        let mut world = World::with_event("Read").await;
        for name in ["ada", "ken"] {
            world.say(name, "/join").await;
            world.say(name, "/checkin").await;
        }
        assert_eq!(
            world.say("ken", "/event end Read").await,
            "Only the people who run the event can do that. Ask its host."
        );
        let sure = world.reply_to("host", "/event end Read").await;
        let done = world.press("host", &sure, "End it").await;
        assert_eq!(
            done,
            "Read ends with Sun 1 Mar. The result is told on Mon 2 Mar; what everybody did stays."
        );
        world.next_day();
        assert_eq!(world.say("ada", "/checkin").await, "This event is over. What you did stays.");
        let told = world.told().await;
        assert!(told.iter().any(|told| told.starts_with("Read is over.")), "{told:?}");
        assert_eq!(world.say("ada", "/streak").await, "Read is over. Best 1 day · 1 day in all");
        // Nobody opens it again by accident, and nobody is told twice.
        world.next_day();
        let over = world.say("host", "/event end Read").await;
        assert_eq!(over, "This event is over. What you did stays.");
        let later = world.say("host", "/event edit Read ends:2026-06-01").await;
        assert_eq!(later, "This event is over. What you did stays.");
        world.say("host", "/event edit Read title:Reading").await;
        assert!(world.told().await.iter().all(|told| !told.contains("is over")));
        world.say("host", "/event edit Reading title:Read").await;
        assert_eq!(world.say("ada", "/streak").await, "Read is over. Best 1 day · 1 day in all");
        let board = world.say("ada", "/leaderboard Read").await;
        assert!(board.starts_with("🏆 Read · longest streak"), "{board}");
    }

    #[tokio::test]
    async fn what_is_said_of_the_result_is_when_it_comes() {
        for clock in ["clock:fixed zone:UTC", "clock:personal"] {
            let mut world = World::new().await;
            world.as_manager("host", "/admin setup zone:America/Los_Angeles").await;
            world.say("host", &format!("/event create Read {clock}")).await;
            for name in ["ada", "ken"] {
                world.say(name, "/join").await;
                world.say(name, "/checkin").await;
            }
            let sure = world.reply_to("host", "/event end Read").await;
            let done = world.press("host", &sure, "End it").await;
            let (_, rest) = done.split_once("The result is told on ").expect("a date");
            let (said, _) = rest.split_once(';').expect("a date");
            // From hour to hour until it is told.
            let mut hours = 0;
            let place = chrono_tz::America::Los_Angeles;
            let date = loop {
                let told = world.told().await;
                if told.iter().any(|told| told.starts_with("Read is over.")) {
                    break world.now.utc().with_timezone(&place).date_naive();
                }
                hours += 1;
                assert!(hours < 96, "{clock}: it is never told");
                world.now = world.now.plus_s(3600);
            };
            let date = engine::rules::Day::from(date);
            assert_eq!(said, crate::locale::Words::of("en").day(date, date), "{clock}");
        }
    }
}
