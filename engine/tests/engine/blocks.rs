//! Whom somebody has blocked, and who is near enough to be cheered for.

use super::*;
use engine::BLOCKS_MAX;

async fn names(engine: &Engine, who: &Person) -> Vec<String> {
    let blocked = engine.people().blocked(who.id).await.unwrap();
    let mut names: Vec<String> = blocked.into_iter().map(|(_, name)| name).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_block_holds_off_cheers_and_nudges_until_it_is_lifted() {
    let engine = engine::testing::engine().await.unwrap();
    let (ada, ken) = (person(&engine, "ada").await, person(&engine, "ken").await);
    let takes = async || {
        let people = engine.people();
        let cheers = people.takes_cheers(ada.id, ken.id).await.unwrap();
        (cheers, people.takes_nudges(ada.id, ken.id).await.unwrap())
    };
    assert_eq!(takes().await, (true, true));
    assert!(engine.people().block(ada.id, ken.id, NOON).await.unwrap());
    assert_eq!(takes().await, (false, false));
    assert!(engine.people().takes_cheers(ken.id, ada.id).await.unwrap(), "not the other way round");
    assert!(engine.people().unblock(ada.id, ken.id).await.unwrap());
    engine.people().allow_cheers(ada.id, false).await.unwrap();
    assert_eq!(takes().await, (false, true));
    let gone = engine::PersonId(1);
    assert!(!engine.people().block(ada.id, gone, NOON).await.unwrap(), "there is nobody to block");
}

#[tokio::test]
async fn nobody_blocks_more_than_a_hundred() {
    let engine = engine::testing::engine().await.unwrap();
    let ada = person(&engine, "ada").await;
    for n in 0..=BLOCKS_MAX {
        let other = person(&engine, &format!("other {n}")).await;
        let is_blocked = engine.people().block(ada.id, other.id, NOON).await.unwrap();
        assert_eq!(is_blocked, n < BLOCKS_MAX, "{n}");
    }
    assert_eq!(engine.people().blocked(ada.id).await.unwrap().len(), BLOCKS_MAX);
}

#[tokio::test]
async fn an_export_says_whom_one_has_blocked_and_not_by_whom_one_is() {
    let engine = engine::testing::engine().await.unwrap();
    let (ada, ken) = (person(&engine, "ada").await, person(&engine, "ken").await);
    engine.people().block(ada.id, ken.id, NOON).await.unwrap();
    let rows = async |who: &Person| {
        let exported = engine.people().export(who.id, NOON).await.unwrap();
        exported["tables"]["block"].as_array().map_or(0, Vec::len)
    };
    assert_eq!((rows(&ada).await, rows(&ken).await), (1, 0));
}

#[tokio::test]
async fn of_two_who_become_one_all_blocks_stay_and_none_is_of_themselves() {
    let engine = engine::testing::engine().await.unwrap();
    let ada = person(&engine, "ada").await;
    let twin = person_on(&engine, Platform::Telegram, "twin").await;
    let (ken, eve, zoe) =
        (person(&engine, "ken").await, person(&engine, "eve").await, person(&engine, "zoe").await);
    for (one, other) in [
        (&ada, &ken),
        (&twin, &ken),
        (&twin, &eve),
        (&ada, &twin),
        (&zoe, &ada),
        (&zoe, &twin),
        (&ken, &twin),
    ] {
        engine.people().block(one.id, other.id, NOON).await.unwrap();
    }
    link(&engine, &ada, &twin, NOON).await;
    assert_eq!(names(&engine, &ada).await, ["eve", "ken"]);
    for other in [&zoe, &ken] {
        let blocked = engine.people().blocked(other.id).await.unwrap();
        assert_eq!(blocked.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [ada.id]);
    }
}

#[tokio::test]
async fn two_are_near_who_share_an_event_or_the_community_in_which_one_speaks() {
    let world = World::new().await;
    let engine = &world.engine;
    let ada = world.member("ada").await.person;
    let ken = person(engine, "ken").await.id;
    let Kind::Channel(here) = world.channel.kind else { panic!("it is a channel") };
    let near = async |one, other, at| engine.people().are_near(one, other, at).await.unwrap();
    assert!(!near(ken, ada, None).await);
    assert!(near(ken, ada, Some(here)).await, "ada is in an event of this community");
    assert!(near(ken, world.event.owner, Some(here)).await, "it is run by its owner");
    assert!(!near(ada, ken, Some(here)).await, "ken is in none");
    world.member("ken").await;
    assert!(near(ken, ada, None).await && near(ada, ken, None).await);
}

#[tokio::test]
async fn whoever_is_in_an_event_for_few_alone_is_unknown_in_its_community() {
    let world = World::new().await;
    let engine = &world.engine;
    let ada = world.member("ada").await.person;
    let ken = person(engine, "ken").await.id;
    let Kind::Channel(here) = world.channel.kind else { panic!("it is a channel") };
    let near = async |other| engine.people().are_near(ken, other, Some(here)).await.unwrap();
    assert!(near(ada).await && near(world.event.owner).await);
    let hidden = Event { visibility: Visibility::InviteOnly, ..world.event.clone() };
    let hidden = engine.events().edit(&world.event, &hidden, NOON).await.unwrap();
    assert!(!near(ada).await && !near(world.event.owner).await);
    let channel = engine.communities().destination(&world.channel, NOON).await.unwrap();
    engine.events().announce(hidden.id, channel).await.unwrap();
    assert!(near(ada).await, "its host lets the place hear of it");
    world.member("ken").await;
    assert!(near(ada).await);
}
