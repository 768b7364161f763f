//! A community that puts us out takes nothing from the people who are in its events.

use engine::{Kind, Platform};

use crate::message::{CallbackId, Input, Place, Reply, Request};
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

/// What is answered in the group to whoever has brought us along.
async fn as_guest(world: &World, name: &str, line: &str) -> Reply {
    let request = world.request(name, Input::Line(line.to_owned()));
    let place = Place { is_guest: true, ..request.place.clone() };
    world.ask(Request { place, ..request }).await
}

#[tokio::test]
async fn whoever_brings_us_along_does_not_let_us_in_again() {
    let mut world = scene().await;
    leaves(&mut world, 5).await;
    let streak = as_guest(&world, "ada", "/streak").await.plain();
    assert!(streak.starts_with("Read: at 0"), "{streak}");
    let made = as_guest(&world, "ada", "/event create title:Run visibility:public").await;
    assert!(made.plain().starts_with("Run"), "{}", made.plain());
    let refused = "I am not a member of this server, so I can post nothing here by myself. Whoever manages it can add me.";
    for line in ["/event announce event:Run", "/remind event:Read at:20:00 via:channel"] {
        assert_eq!(as_guest(&world, "ada", line).await.plain(), refused, "{line}");
    }
    let engine = &world.talk.engine;
    let request = world.request("ada", Input::Line(String::new()));
    let group = engine.communities().find(request.place.community.as_ref().expect("a group")).await;
    let group = group.expect("it can be read").expect("it is known");
    assert!(group.left_at.is_some());
    let channel = world.talk.destination(&request, Kind::Channel(group.id));
    let open = engine.communities().new_destination(&channel, world.now).await;
    assert_eq!(open.expect("it can be read"), None, "it stays closed");
    world.now = world.now.plus_s(26 * DAY_S);
    world.talk.engine.schedule().forget_old(world.now).await.expect("it is forgotten");
    let refused = world.say("eve", "/join Read").await;
    assert!(refused.starts_with("I cannot find an event called “Read”."), "{refused}");
}

/// Whether the group has us; none where it is not known.
async fn has_us(world: &World) -> Option<bool> {
    let address = world.request("ada", Input::Line(String::new())).place.community;
    let group = world.talk.engine.communities().find(&address.expect("a group")).await;
    group.expect("it can be read").map(|group| group.left_at.is_none())
}

#[tokio::test]
async fn a_press_below_a_message_that_is_handed_out_no_more_does_not_let_us_in_again() {
    let mut world = scene().await;
    let press = CallbackId::new("streak", None, "").to_string();
    let streak = world.presses_where_all_read("ada", &press, true).await.plain();
    assert!(streak.contains("Read"), "{streak}");
    assert_eq!(has_us(&world).await, Some(true));
    leaves(&mut world, 2).await;
    let streak = world.presses_where_all_read("ada", &press, true).await.plain();
    assert!(streak.contains("Read"), "{streak}");
    assert_eq!(has_us(&world).await, Some(false));
    world.presses_where_all_read("ada", &press, false).await;
    assert_eq!(has_us(&world).await, Some(true), "the message of such a button is there");
}

#[tokio::test]
async fn a_server_that_we_were_never_in_is_told_that_we_are_not_in_it() {
    let world = World::new().await;
    as_guest(&world, "ada", "/event create title:Run visibility:public").await;
    let refused = "I am not a member of this server, so I can post nothing here by myself. Whoever manages it can add me.";
    for line in [
        "/event invite event:Run here:yes",
        "/event announce event:Run",
        "/event create title:Walk visibility:community",
        "/admin setup",
        "/admin role",
        "/admin silence",
        "/admin moderator",
        "/admin audit",
    ] {
        assert_eq!(as_guest(&world, "ada", line).await.plain(), refused, "{line}");
    }
    let alone = world.in_private("ada", "/admin setup").await.plain();
    assert_eq!(alone, "That works in a channel or group, for the people who manage it.");
}

#[tokio::test]
async fn a_server_that_we_were_never_in_is_not_kept() {
    let world = World::new().await;
    let said = as_guest(&world, "ada", "/streak").await.plain();
    assert!(said.starts_with("You are not in any event yet"), "{said}");
    assert_eq!(has_us(&world).await, None);
    // Nobody says of a form that its place has not let us in.
    let form = as_guest(&world, "ada", "/event create").await;
    let draft = world.fill("ada", &form, &[("title", "Swim")]).await;
    assert!(draft.plain().starts_with("A draft. Only you see it"), "{}", draft.plain());
    assert_eq!(has_us(&world).await, None);
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
