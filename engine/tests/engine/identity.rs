//! Who is who: accounts that become one person, part again, go, and come back.

use super::*;

#[tokio::test]
async fn who_was_kept_out_and_is_gone_is_kept_out_of_the_next_round() {
    let world = World::new().await;
    let (engine, owner) = (&world.engine, world.event.owner);
    let of = world.member("eve").await;
    engine.memberships().remove(of, true, owner, NOON).await.unwrap();
    engine.people().erase(of.person, NOON).await.unwrap();
    let ended = engine.events().end(&world.event, NOON).await.unwrap();
    let next = NewEvent::next_round(Key("next".to_owned()), &ended, day(2)).unwrap();
    let next = engine.events().create(next, day(2)).await.unwrap();
    let eve = person(engine, "eve").await;
    assert_ne!(eve.id, of.person);
    assert_eq!(engine.memberships().entry(&next, eve.id).await.unwrap(), Entry::Banned);
}

#[tokio::test]
async fn who_comes_back_has_no_new_events_changes_or_cheers() {
    let world = World::new().await;
    let (engine, event) = (&world.engine, world.event.id);
    let (owner, ada) = (world.event.owner, person(engine, "ada").await);
    let today = Setting::midnight("UTC".parse().unwrap()).day_of(NOON);
    let cheer = async |from| {
        let what = (event, "", "test:1");
        engine.people().cheer((from, ada.id), what, today, NOON).await.unwrap()
    };
    assert_eq!(cheer(owner).await, Some(1));
    for (n, zone) in (0..).zip(["Asia/Tokyo", "Asia/Dubai", "Asia/Tokyo", "Asia/Dubai"]) {
        let wanted = Setting::midnight(zone.parse().unwrap());
        engine.people().choose_clock(owner, wanted, NOON.plus_s(n)).await.unwrap();
    }
    engine.people().erase(owner, NOON).await.unwrap();
    let back = person(engine, "owner").await;
    assert_ne!(back.id, owner);
    assert_eq!(engine.events().count_owned(back.id).await.unwrap(), 1);
    assert_eq!(back.setting, Setting::midnight("UTC".parse().unwrap()));
    let wanted = Setting::midnight("Asia/Tokyo".parse().unwrap());
    let refused = engine.people().choose_clock(back.id, wanted, NOON).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::TzLimit))));
    let what = (event, "", "test:2");
    let again = engine.people().cheer((back.id, ada.id), what, today, NOON).await.unwrap();
    assert_eq!(again, None);
    engine.schedule().forget_old(day(31)).await.unwrap();
    assert!(engine.people().choose_clock(back.id, wanted, day(31)).await.unwrap());
}

#[tokio::test]
async fn who_is_kept_out_under_one_name_is_so_under_both() {
    let world = World::new().await;
    let (engine, owner) = (&world.engine, world.event.owner);
    let of = world.member("ada").await;
    let ada = engine.people().get(of.person).await.unwrap().unwrap();
    let other = person_on(engine, Platform::Telegram, "ada").await;
    let banned = Membership { event: of.event, person: other.id };
    engine.memberships().remove(banned, true, owner, NOON).await.unwrap();
    link(engine, &ada, &other, NOON).await;
    assert_eq!(engine.memberships().entry(&world.event, ada.id).await.unwrap(), Entry::Banned);
    assert!(engine.memberships().of(ada.id).await.unwrap().is_empty());
}
