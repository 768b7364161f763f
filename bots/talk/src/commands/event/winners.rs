//! `/event winners`: who is ahead, with an account to write to, for whoever runs the event.

use engine::Error;

use crate::command::pick_event::{self, Chosen};
use crate::command::{Command, Context, Kind, Param, Who};
use crate::message::Reply;
use crate::view::{pictures, winners};

pub const COMMAND: Command = Command {
    params: &[Param::new("event", "winners-event", Kind::Event(Who::Seen))],
    free: Some("event"),
    only_shows: true,
    ..Command::new("event winners", "winners-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let event = match pick_event::event(ctx, Who::Seen, "event-winners").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    if !ctx.hosts(&event).await? {
        return Ok(Reply::only(ctx.text("host-only", &[])));
    }
    // Accounts are for the host's eyes, whatever the event is.
    let platform = ctx.request.account.platform;
    let list = winners::list(ctx.talk, ctx.words, &event, platform, ctx.now()).await?;
    Ok(pictures::framed(event.id, list.secret_if(true)))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn the_host_of_a_contest_is_sent_the_winners() {
        let mut world = World::new().await;
        world.say("host", "/start").await;
        world.say("host", "/event create Steps mode:contest").await;
        for name in ["ada", "=ken", "zoe"] {
            world.say(name, "/join Steps").await;
            world.say(name, "/checkin Steps").await;
        }
        world.next_day();
        world.say("zoe", "/checkin Steps").await;
        assert_eq!(
            world.say("ada", "/event winners Steps").await,
            "Only the people who run the event can do that. Ask its host."
        );
        let so_far = world.reply_to("host", "/event winners Steps").await;
        assert!(so_far.secret);
        assert_eq!(
            so_far.plain(),
            "Steps, so far:\n1 · zoe — 2 days (discord: zoe)\n2 · ada — 1 day (discord: ada)\n2 · =ken — 1 day (discord: =ken)"
        );
        let file = String::from_utf8_lossy(&so_far.documents[0].bytes).into_owned();
        assert!(file.contains("2,'=ken,1,"), "{file}");
        let sure = world.reply_to("host", "/event end Steps").await;
        world.tap("host", &sure, "End it").await;
        world.next_day();
        let told = world.told().await;
        let winners: Vec<_> = told
            .iter()
            .filter(|told| told.starts_with("Steps is over. The first places"))
            .collect();
        assert_eq!(winners.len(), 1, "{told:?}");
        assert!(winners[0].contains("1 · zoe — 2 days"), "{told:?}");
    }

    #[tokio::test]
    async fn with_nothing_nobody_wins_a_medal() {
        let mut world = World::new().await;
        world.say("host", "/start").await;
        world.say("host", "/event create Steps mode:contest").await;
        for name in ["host", "ada"] {
            world.say(name, "/join Steps").await;
        }
        let sure = world.reply_to("host", "/event end Steps").await;
        world.tap("host", &sure, "End it").await;
        let mut told = vec![];
        for _ in 0..3 {
            world.next_day();
            told.extend(world.told().await);
        }
        assert!(told.contains(&"Steps is over.".to_owned()), "{told:?}");
        told.push(world.say("ada", "/leaderboard Steps").await);
        told.push(world.say("host", "/event winners Steps").await);
        assert!(told.ends_with(&["Nobody is in the ranking of Steps.".to_owned()]), "{told:?}");
        let wins = |said: &String| said.contains(['🥇', '🥈', '🥉']) || said.contains("1 · ada");
        assert!(!told.iter().any(wins), "{told:?}");
    }
}
