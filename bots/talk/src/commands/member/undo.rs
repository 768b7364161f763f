//! `/undo`: takes a check-in back.

use engine::rules::{Action, Key, Role, Target};
use engine::{Error, Refusal};

use crate::command::pick_event::{self, Chosen, Mine};
use crate::command::refusal::refused;
use crate::command::{Command, Context, Kind, Param, Who};
use crate::locale::Arg;
use crate::message::Reply;
use crate::view::{buttons, pictures, progress};

pub const COMMAND: Command = Command {
    params: &[Param::new("event", "undo-event", Kind::Event(Who::Mine))],
    free: Some("event"),
    ..Command::new("undo", "undo-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let event = match which(ctx).await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    ctx.concerns(&event);
    let target = match ctx.pressed_arg() {
        Some(key) => Target::Key(Key(key.to_owned())),
        None => Target::Newest,
    };
    let by = Key(ctx.request.key.clone());
    let action = Action::Undo { target, by, role: Role::Member };
    let decision =
        ctx.engine().memberships().act(ctx.membership(event.id), ctx.now(), action).await?;
    let run = progress::run(ctx.words, &event.rules, decision.standing.current);
    let args = [
        ("current", Arg::Number(decision.standing.current.into())),
        ("run", Arg::Ours(&run)),
        ("title", Arg::Text(&event.title)),
    ];
    let again = buttons::check_in(ctx.words, event.id);
    let reply = Reply::only(ctx.text("undo-done", &args))
        .with([again, buttons::leaderboard(ctx.words, event.id)])
        .secret_if(ctx.is_secret(&event));
    let reply = pictures::framed(event.id, reply);
    Ok(if ctx.press.is_some() { reply.replacing() } else { reply })
}

/// Without a name, the event of the check-in that was received last.
async fn which(ctx: &Context<'_>) -> Result<Chosen, Error> {
    if ctx.press.is_some() || ctx.arg("event").is_some() {
        return pick_event::event(ctx, Who::Mine, "undo").await;
    }
    let newest = |mine: &Mine| {
        let entries = mine.view.history.entries.iter().filter(|entry| entry.undone_at.is_none());
        entries.map(|entry| entry.received_at).max()
    };
    let mine = pick_event::mine(ctx).await?;
    let latest = mine.into_iter().filter(|mine| newest(mine).is_some()).max_by_key(newest);
    let nothing = || Chosen::Ask(refused(ctx, Refusal::NothingToUndo));
    Ok(latest.map_or_else(nothing, |mine| Chosen::Event(mine.event)))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_check_in_can_be_taken_back_and_made_again() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        let done = world.reply_to("ada", "/checkin").await;
        assert_eq!(
            world.press("ada", &done, "Undo").await,
            "Taken back. Your streak in Read is at 0 for now."
        );
        assert_eq!(
            world.press("ada", &done, "Undo").await,
            "That one has already been taken back."
        );
        assert!(world.say("ada", "/checkin").await.starts_with("✅ Day 1"));
        assert_eq!(
            world.say("ada", "/undo").await,
            "Taken back. Your streak in Read is at 0 for now."
        );
        assert_eq!(world.say("ada", "/undo").await, "There is nothing from today to take back.");
    }

    #[tokio::test]
    async fn what_is_left_is_told_in_the_unit_of_the_event() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        let yesterday = world.say("ada", "/checkin day:yesterday").await;
        assert_eq!(yesterday, "Yesterday is already done. Your streak in Read: 3 days in a row.");
        world.say("ada", "/checkin").await;
        let taken = world.say("ada", "/undo").await;
        assert_eq!(taken, "Taken back. Your streak in Read: 3 days in a row.");
    }
}
