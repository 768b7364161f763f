//! `/freeze`: what saves a missed day, and how more are earned.

use engine::{Error, Refusal};

use crate::command::pick_event::{self, Chosen};
use crate::command::refusal::refused_in;
use crate::command::{Command, Context, Kind, Param, Who};
use crate::locale::Arg;
use crate::message::Reply;
use crate::view::{buttons, pictures, progress};

pub const COMMAND: Command = Command {
    params: &[Param::new("event", "freeze-event", Kind::Event(Who::Mine))],
    free: Some("event"),
    ..Command::new("freeze", "freeze-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let event = match pick_event::event(ctx, Who::Mine, "freeze").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    let Some(rule) = event.rules.freeze else {
        let streak = buttons::streak(ctx.words, event.id);
        return Ok(Reply::only(ctx.text("freeze-not-here", &[])).with([streak]));
    };
    let Some(view) = ctx.engine().memberships().view(ctx.membership(event.id), ctx.now()).await?
    else {
        return Ok(refused_in(ctx, Some(event.id), Refusal::NotMember));
    };
    let standing = &view.life.standing;
    let number = |n: u32| Arg::Number(n.into());
    let span = ("span", Arg::Kind(progress::period(&event.rules)));
    let args = [
        span,
        ("title", Arg::Text(&event.title)),
        ("freezes", number(standing.freezes)),
        ("cap", number(rule.cap)),
    ];
    let mut text = ctx.text("freeze-state", &args);
    if rule.earn_every > 0 && standing.freezes < rule.cap {
        let left = rule.earn_every.saturating_sub(standing.freeze_progress);
        text = text.then(ctx.text("freeze-next", &[("left", number(left)), span]));
    }
    if standing.frozen > 0 {
        text = text.then(ctx.text("freeze-spent", &[("n", number(standing.frozen)), span]));
    }
    Ok(pictures::framed(event.id, Reply::only(text).secret_if(ctx.is_secret(&event))))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn freezes_are_counted_and_the_next_one_is_named() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin").await;
        assert_eq!(
            world.say("ada", "/freeze").await,
            "❄️ Read: 1 freeze of at most 2. Each saves one missed day automatically.\n6 more days until the next one."
        );
        world.next_day();
        world.next_day();
        let spent = world.say("ada", "/freeze").await;
        assert!(spent.contains("Read: no freeze of at most 2."), "{spent}");
        assert!(spent.ends_with("1 missed day was saved so far."), "{spent}");
    }
}
