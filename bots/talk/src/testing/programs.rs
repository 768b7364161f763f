//! A program that speaks for its person: what they are to be told once is kept for them.

use engine::Limits;

use crate::message::{Input, Place, Reply, Request};
use crate::testing::world::World;

/// What is answered to ada's program, or to her on a page of ours.
async fn answered(world: &World, is_program: bool) -> Reply {
    let request = world.request("ada", Input::Line("/streak".to_owned()));
    let place = Place { community: None, is_on_web: true, is_program, ..request.place.clone() };
    world.ask(Request { place, ..request }).await
}

#[tokio::test]
async fn that_nobody_can_write_to_somebody_is_told_to_them_and_not_to_their_program() {
    let mut world = World::with_event("Read").await;
    world.say("ada", "/join Read").await;
    world.say("ada", "/remind at:20:00 via:dm").await;
    world.closed.push("ada".to_owned());
    world.notices_at("2026-03-01T20:00:30Z").await;
    let says = async |is_program| {
        answered(&world, is_program).await.plain().contains("I could not write to you in private")
    };
    assert!(!says(true).await);
    assert!(says(false).await);
    assert!(!says(false).await, "once is enough");
}

#[tokio::test]
async fn whoever_has_a_program_that_is_too_quick_is_told_in_their_chat() {
    let mut world = World::with_event("Read").await;
    let limits = Limits { commands: 20, commands_at_once: 10, ..Limits::default() };
    world.talk.engine = world.talk.engine.clone().with_limits(limits);
    for _ in 0..10 {
        assert!(!answered(&world, true).await.optional);
    }
    assert!(answered(&world, true).await.optional, "it is not listened to");
    let told = world.in_private("ada", "/streak").await.plain();
    assert_eq!(told, "That was quick: I am listening again at 12:01.");
}
