//! An answer about one event looks like it.

use crate::message::Reply;
use crate::testing::world::World;

fn colour(reply: &Reply) -> Option<u32> {
    reply.frame.as_ref().map(|frame| frame.colour)
}

#[tokio::test]
async fn an_answer_about_one_event_stands_in_its_colour() {
    let world = World::with_event("Read").await;
    let own = colour(&world.card);
    assert!(own.is_some());
    for (name, line) in [
        ("ada", "/join Read"),
        ("ada", "/checkin"),
        ("ada", "/checkin"),
        ("ada", "/streak"),
        ("ada", "/matrix"),
        ("ada", "/leaderboard"),
        ("ada", "/freeze"),
        ("ada", "/remind 20:00"),
        ("ada", "/pause"),
        ("ada", "/undo"),
        ("ada", "/leave"),
        ("host", "/event edit Read"),
        ("host", "/event invite Read"),
        ("host", "/event review Read"),
        ("host", "/event record Read"),
        ("host", "/event winners Read"),
        ("host", "/event end Read"),
    ] {
        let reply = world.reply_to(name, line).await;
        assert_eq!(colour(&reply), own, "{line}: {}", reply.plain());
    }
}

#[tokio::test]
async fn an_answer_about_several_events_or_none_has_no_colour() {
    let world = World::with_event("Read").await;
    world.say("host", "/event create Run").await;
    for title in ["Read", "Run"] {
        world.say("ada", &format!("/join {title}")).await;
    }
    for line in ["/checkin", "/streak", "/leaderboard", "/events", "/badges", "/year", "/help"] {
        let reply = world.reply_to("ada", line).await;
        assert_eq!(colour(&reply), None, "{line}: {}", reply.plain());
    }
}
