//! A community that puts us out takes nothing from the people who are in its events.

use engine::Platform;

use crate::testing::world::World;

const DAY_S: i64 = 86_400;

/// Puts us out of the group and looks after so many days what is to be forgotten.
async fn leaves(world: &mut World, days: i64) {
    let engine = world.talk.engine.clone();
    let communities = engine.communities();
    communities
        .set_present(Platform::Discord, "group", false, world.now)
        .await
        .expect("it is noted");
    world.now = world.now.plus_s(days * DAY_S);
    engine.schedule().forget_old(world.now).await.expect("it is forgotten");
}

/// An event for the group alone, in which ada is, and deb, who helps to run the group.
async fn scene() -> World {
    let world = World::new().await;
    world.say("host", "/event create Read visibility:community").await;
    for name in ["ada", "deb"] {
        world.say(name, "/join Read").await;
    }
    world.to_as_manager("boss", "/admin moderator", "deb").await;
    world
}

#[tokio::test]
async fn an_event_without_its_community_goes_on_for_its_members_and_its_host() {
    let mut world = scene().await;
    leaves(&mut world, 31).await;
    let done = world.in_private("ada", "/checkin Read").await.plain();
    assert!(done.starts_with("✅ Day 1 · Read"), "{done}");
    let made = world.in_private("host", "/event invite event:Read").await.plain();
    let code = made.split("/join code:").nth(1).and_then(|rest| rest.lines().next());
    let line = format!("/join code:{}", code.unwrap_or_default());
    let joined = world.in_private("eve", &line).await.plain();
    assert!(joined.starts_with("You are in Read."), "{joined}");
}

#[tokio::test]
async fn a_community_that_comes_back_too_late_begins_anew() {
    let mut world = scene().await;
    leaves(&mut world, 31).await;
    let refused = world.say("eve", "/join Read").await;
    assert!(refused.starts_with("I cannot find an event called “Read”."), "{refused}");
    world.say("host", "/event create Run visibility:community").await;
    let joined = world.say("eve", "/join Run").await;
    assert!(joined.starts_with("You are in Run."), "{joined}");
    for title in ["Read", "Run"] {
        let ended = world.say("deb", &format!("/event end event:{title}")).await;
        assert_eq!(
            ended, "Only the people who run the event can do that. Ask its host.",
            "{title}"
        );
    }
}

#[tokio::test]
async fn a_community_that_comes_back_in_time_has_all_that_it_had() {
    let mut world = scene().await;
    leaves(&mut world, 29).await;
    let joined = world.say("eve", "/join Read").await;
    assert!(joined.starts_with("You are in Read."), "{joined}");
    world.now = world.now.plus_s(60 * DAY_S);
    world.talk.engine.schedule().forget_old(world.now).await.expect("it is forgotten");
    let ended = world.say("deb", "/event end event:Read").await;
    assert!(!ended.starts_with("Only") && !ended.starts_with("I cannot find"), "{ended}");
}
