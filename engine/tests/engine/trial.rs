//! A database that is on trial, and one that is not.

use super::*;

/// An engine on trial, with everything that a world has.
async fn on_trial() -> World {
    let engine = engine::testing::engine().await.unwrap();
    assert!(engine.trial().begin(NOON).await.unwrap());
    World::over(engine).await
}

#[tokio::test]
async fn a_database_on_trial_begins_anew_and_can_be_used_at_once() {
    let world = on_trial().await;
    let ada = world.member("ada").await;
    let check_in = Action::CheckIn(CheckIn::now(Key("1".to_owned())));
    world.engine.memberships().act(ada, NOON, check_in).await.unwrap();
    let update = NewUpdate {
        source: "discord".to_owned(),
        source_id: "1".to_owned(),
        ordering_key: "ada".to_owned(),
        payload: "hello".to_owned(),
    };
    world.engine.updates().store(&[update], Some(("discord", 7)), NOON).await.unwrap();
    assert!(world.engine.trial().begin_anew(NOON).await.unwrap());
    assert!(world.engine.events().get(world.event.id).await.unwrap().is_none());
    assert!(world.engine.people().find(Platform::Discord, "ada").await.unwrap().is_none());
    assert!(world.engine.updates().read_to("discord").await.unwrap().is_none());
    assert!(world.engine.schedule().is_idle(day(400)).await.unwrap());
    world.engine.schedule().tick(NOON).await.unwrap();
    let again = World::over(world.engine.clone()).await;
    let ada = again.member("ada").await;
    let check_in = Action::CheckIn(CheckIn::now(Key("1".to_owned())));
    let decision = again.engine.memberships().act(ada, NOON, check_in).await.unwrap();
    assert_eq!((decision.standing.total, decision.repeated), (1, false));
    assert!(again.engine.trial().begin_anew(NOON).await.unwrap(), "it is still on trial");
}

#[tokio::test]
async fn what_was_not_begun_on_trial_is_never_emptied() {
    let world = World::new().await;
    assert!(!world.engine.trial().begin(NOON).await.unwrap(), "somebody is there already");
    assert!(!world.engine.trial().begin_anew(NOON).await.unwrap());
    assert!(world.engine.events().get(world.event.id).await.unwrap().is_some());
}

#[tokio::test]
async fn where_real_bots_have_been_nothing_is_put_on_trial_though_nobody_came_yet() {
    let engine = engine::testing::engine().await.unwrap();
    engine.trial().end(NOON).await.unwrap();
    assert!(!engine.trial().begin(NOON).await.unwrap());
}

#[tokio::test]
async fn a_trial_that_has_ended_does_not_begin_again() {
    let world = on_trial().await;
    world.engine.trial().end(NOON).await.unwrap();
    assert!(!world.engine.trial().begin(NOON).await.unwrap());
    assert!(!world.engine.trial().begin_anew(NOON).await.unwrap());
    assert!(world.engine.events().get(world.event.id).await.unwrap().is_some());
}
