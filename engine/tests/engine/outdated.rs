//! What is asked by or about somebody who becomes somebody else at that moment: found before, written after.

use super::*;

/// Ada on Discord, and ben on Telegram, who is in the event and waits to be one with her.
async fn two(world: &World) -> (Person, Membership, Person) {
    let ada = person(&world.engine, "ada").await;
    let ben = person_on(&world.engine, Platform::Telegram, "ben").await;
    let of = Membership { event: world.event.id, person: ben.id };
    world.engine.memberships().act(of, NOON, Action::Join).await.unwrap();
    (ada, of, ben)
}

fn is_outdated<T>(done: &Result<T, Error>) -> bool {
    matches!(done, Err(Error::Outdated))
}

#[tokio::test]
async fn what_somebody_asks_while_they_become_one_with_another_is_asked_anew() {
    let world = World::new().await;
    let engine = &world.engine;
    let (ada, of, ben) = two(&world).await;
    link(engine, &ada, &ben, NOON).await;
    assert!(is_outdated(&world.check_in(of, "tg:1:1", NOON).await));
    assert!(is_outdated(&engine.memberships().join(of, NOON).await));
    let rules = (*world.event.rules).clone();
    let new = NewEvent::of(Key("tg:1:2".to_owned()), "Swim", ben.id, rules);
    assert!(is_outdated(&engine.events().create(new, NOON).await));
    for wanted in [true, false] {
        assert!(is_outdated(&engine.people().plan_erasure(ben.id, wanted, NOON).await));
    }
    // Found anew, it is done.
    let found = engine.people().find(Platform::Telegram, "ben").await.unwrap().unwrap();
    let of = Membership { person: found.id, ..of };
    assert_eq!(world.check_in(of, "tg:1:1", NOON).await.unwrap(), 1);
}

#[tokio::test]
async fn whoever_is_kept_out_while_they_become_one_with_another_is_found_anew_and_kept_out() {
    let world = World::new().await;
    let (engine, owner) = (&world.engine, world.event.owner);
    let (ada, of, ben) = two(&world).await;
    link(engine, &ada, &ben, NOON).await;
    for ban in [true, false] {
        assert!(is_outdated(&engine.memberships().remove(of, ban, owner, NOON).await), "{ban}");
    }
    assert!(is_outdated(&engine.memberships().pardon(of, owner).await));
    let found = engine.people().find(Platform::Telegram, "ben").await.unwrap().unwrap();
    let of = Membership { person: found.id, ..of };
    assert_eq!(engine.memberships().remove(of, true, owner, NOON).await.unwrap().left, [of]);
    assert_eq!(engine.memberships().join(of, NOON).await.unwrap(), Entry::Banned);
}

#[tokio::test]
async fn whoever_reads_that_nothing_is_erased_is_not_erased() {
    let engine = engine::testing::engine().await.unwrap();
    let mut people = vec![];
    for n in 0..12 {
        let person = person(&engine, &format!("p{n}")).await.id;
        engine.people().plan_erasure(person, true, NOON).await.unwrap();
        people.push(person);
    }
    let erase = async { while engine.schedule().tick(day(7)).await.unwrap() > 0 {} };
    let keep = people.iter().map(|person| engine.people().plan_erasure(*person, false, day(7)));
    let ((), kept) = tokio::join!(erase, join_all(keep));
    for (person, kept) in people.into_iter().zip(kept) {
        assert!(kept.is_ok() || is_outdated(&kept), "{kept:?}");
        let is_there = engine.people().get(person).await.unwrap().is_some();
        assert_eq!(is_there, kept.is_ok());
    }
}
