//! `/resume`: back before the pause is over.

use engine::Error;
use engine::rules::Action;

use crate::command::pick_event::{self, Chosen};
use crate::command::{Command, Context, Kind, Param, Who};
use crate::locale::Arg;
use crate::message::Reply;
use crate::view::pictures;

pub const COMMAND: Command = Command {
    params: &[Param::new("event", "resume-event", Kind::Event(Who::Mine))],
    free: Some("event"),
    ..Command::new("resume", "resume-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let event = match pick_event::event(ctx, Who::Mine, "resume").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    ctx.engine().memberships().act(ctx.membership(event.id), ctx.now(), Action::Resume).await?;
    let title = [("title", Arg::Text(&event.title))];
    let reply = Reply::only(ctx.text("resume-done", &title)).secret_if(ctx.is_secret(&event));
    Ok(pictures::framed(event.id, reply))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn nobody_comes_back_who_was_not_away() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        assert_eq!(world.say("ada", "/resume").await, "You are not paused.");
    }
}
