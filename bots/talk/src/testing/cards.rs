//! Cards that are kept up to date, up to their end.

use engine::Platform;

use crate::message::{Input, Reply};
use crate::testing::world::World;

const TAKEN_DOWN: &str = "The card of an event that stood here has been taken down.";

/// Notes the message in which a card stands in the group.
async fn stands(world: &World, card: &Reply, message: &str) {
    let request = world.request("host", Input::Line(String::new()));
    let kept = card.keep.expect("it is kept up to date");
    world.talk.keep(&request, kept, message).await.expect("it is noted");
}

/// A card that stands in the group, below the name of its host.
async fn scene() -> World {
    let mut world = World::with_event("Read").await;
    stands(&world, &world.card, "7").await;
    world.say("ada", "/join Read").await;
    let written = written(&mut world).await;
    assert!(written.iter().any(|card| author(card) == Some("host")), "{written:?}");
    world
}

/// What is written or written anew some seconds later.
async fn written(world: &mut World) -> Vec<Reply> {
    world.now = world.now.plus_s(15 * 60);
    world.notices().await
}

fn author(card: &Reply) -> Option<&str> {
    card.frame.as_ref().and_then(|frame| frame.author.as_deref())
}

fn taken_down(written: &[Reply]) -> Vec<&Reply> {
    written.iter().filter(|card| card.plain() == TAKEN_DOWN).collect()
}

#[tokio::test]
async fn where_an_event_is_told_no_more_its_card_is_taken_down_once() {
    for line in [
        "/event announce event:Read here:no",
        "/admin silence Read",
        "/event edit event:Read visibility:invite",
    ] {
        let mut world = scene().await;
        world.as_manager("host", line).await;
        let last = written(&mut world).await;
        let [card] = taken_down(&last)[..] else { panic!("{line}: {last:?}") };
        assert!(card.frame.is_none() && card.buttons.is_empty(), "{line}: {card:?}");
        world.say("ada", "/checkin Read").await;
        let later = written(&mut world).await;
        assert!(taken_down(&later).is_empty(), "{line}: {later:?}");
        assert!(later.iter().all(|card| author(card).is_none()), "{line}: {later:?}");
    }
}

#[tokio::test]
async fn a_card_that_comes_up_once_its_event_is_told_no_more_is_taken_down_once() {
    for line in [
        "/event announce event:Read here:no",
        "/admin silence Read",
        "/event edit event:Read visibility:invite",
    ] {
        let mut world = World::with_event("Read").await;
        world.as_manager("host", line).await;
        stands(&world, &world.card, "7").await;
        let last = written(&mut world).await;
        let [card] = taken_down(&last)[..] else { panic!("{line}: {last:?}") };
        assert!(card.frame.is_none() && card.buttons.is_empty(), "{line}: {card:?}");
        let later = written(&mut world).await;
        assert!(taken_down(&later).is_empty(), "{line}: {later:?}");
    }
}

#[tokio::test]
async fn the_card_of_an_event_that_goes_with_whoever_made_it_is_taken_down() {
    let mut world = World::with_event("Read").await;
    stands(&world, &world.card, "7").await;
    let people = world.talk.engine.people();
    let host = people.find(Platform::Discord, "host").await.expect("people are known");
    people.erase(host.expect("they are one").id, world.now).await.expect("they go");
    let last = written(&mut world).await;
    let [card] = taken_down(&last)[..] else { panic!("{last:?}") };
    assert!(card.frame.is_none() && card.buttons.is_empty(), "{card:?}");
    assert!(taken_down(&written(&mut world).await).is_empty(), "once");
}

#[tokio::test]
async fn a_card_that_is_posted_anew_takes_the_place_of_the_one_before() {
    let mut world = scene().await;
    let anew = world.reply_to("host", "/event announce Read").await;
    // The same message noted twice is one card.
    for _ in 0..2 {
        stands(&world, &anew, "8").await;
    }
    assert_eq!(taken_down(&written(&mut world).await).len(), 1);
    world.say("ken", "/join Read").await;
    let written = written(&mut world).await;
    assert!(taken_down(&written).is_empty(), "{written:?}");
    let card = written.iter().find(|card| author(card) == Some("host"));
    assert!(card.is_some_and(|card| card.plain().contains("2 people are in.")), "{written:?}");
}

#[tokio::test]
async fn a_card_names_no_host_who_became_one_with_somebody_who_hides() {
    let mut world = scene().await;
    world.in_private("host2.tg", "/privacy hide").await;
    world.link("host", "host2.tg").await;
    let written = written(&mut world).await;
    let card = written.iter().find(|card| card.plain().contains("One person is in."));
    assert!(card.is_some_and(|card| author(card).is_none()), "{written:?}");
}

#[tokio::test]
async fn the_card_of_what_is_over_names_nobody() {
    let mut world = scene().await;
    let sure = world.reply_to("host", "/event end Read").await;
    world.press("host", &sure, "End it").await;
    world.next_day();
    let written = written(&mut world).await;
    let mut cards = written.iter().filter(|card| card.plain().contains("One person is in."));
    assert!(cards.all(|card| author(card).is_none()), "{written:?}");
    assert!(written.iter().any(|card| card.plain().contains("One person is in.")), "{written:?}");
}
