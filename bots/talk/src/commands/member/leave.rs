//! `/leave`: ending a membership, after a second look.

use engine::rules::Action;
use engine::{Error, Refusal};

use crate::command::pick_event::{self, Chosen};
use crate::command::refusal::refused_in;
use crate::command::{Command, Context, Kind, Param, Who};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply};
use crate::view::{event_card, pictures};

pub const COMMAND: Command = Command {
    params: &[Param::new("event", "leave-event", Kind::Event(Who::Mine))],
    free: Some("event"),
    ..Command::new("leave", "leave-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let event = match pick_event::event(ctx, Who::Mine, "leave").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    let title = [("title", Arg::Text(&event.title))];
    let of = ctx.membership(event.id);
    // The second look is the asker's own: whoever else presses is asked anew.
    let yes = format!("yes{}", ctx.person.id);
    if ctx.pressed_arg() == Some(&yes) {
        ctx.engine().memberships().act(of, ctx.now(), Action::Leave).await?;
        let reply = Reply::only(ctx.text("leave-done", &title))
            .with([event_card::join_button(ctx.words, event.id)])
            .secret_if(ctx.is_secret(&event));
        return Ok(pictures::framed(event.id, reply.replacing()));
    }
    if !ctx.engine().memberships().of(ctx.person.id).await?.contains(&of) {
        return Ok(refused_in(ctx, Some(event.id), Refusal::NotMember));
    }
    let leave_button = Button::press(
        ctx.words.plain("button-leave", &[]),
        CallbackId::new("leave", Some(event.id), &yes),
    )
    .danger();
    let reply = Reply::only(ctx.text("leave-sure", &title)).with([leave_button]);
    Ok(pictures::framed(event.id, reply.secret_if(ctx.is_secret(&event))))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn leaving_asks_first_and_keeps_the_history() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin").await;
        let sure = world.reply_to("ada", "/leave").await;
        assert_eq!(
            sure.plain(),
            "Leave Read? What you did stays on record, and you can come back."
        );
        assert_eq!(world.press("ada", &sure, "Leave").await, "You have left Read.");
        assert_eq!(world.press("ada", &sure, "Leave").await, "You are not in this event.");
        assert!(world.say("ada", "/join").await.starts_with("You are in Read."));
        assert!(world.say("ada", "/streak").await.starts_with("Read: 1 day in a row"));
    }

    #[tokio::test]
    async fn nobody_leaves_by_the_button_of_another() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ken", "/join").await;
        let sure = world.reply_to("ada", "/leave").await;
        assert!(world.press("ken", &sure, "Leave").await.starts_with("Leave Read?"));
        assert!(world.say("ken", "/streak").await.starts_with("Read: at 0"));
    }
}
