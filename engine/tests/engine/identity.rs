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
    world.member("eve").await;
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
async fn who_was_silenced_or_blocked_is_so_again_when_they_come_back() {
    let world = World::new().await;
    let (engine, here) = (&world.engine, world.event.community.unwrap());
    let (eve, ada) = (person(engine, "eve").await.id, person(engine, "ada").await.id);
    assert!(engine.communities().silence_person(here, eve, NOON).await.unwrap());
    assert!(engine.people().block(ada, eve, NOON).await.unwrap());
    engine.people().erase(eve, NOON).await.unwrap();
    assert!(engine.communities().silenced_people(here).await.unwrap().is_empty());
    let back = person(engine, "eve").await.id;
    assert_ne!(back, eve);
    assert!(engine.communities().silences_person(here, back).await.unwrap());
    assert!(!engine.people().takes_cheers(ada, back).await.unwrap());
    // They are let go for good.
    engine.communities().hear_person(here, back).await.unwrap();
    engine.people().unblock(ada, back).await.unwrap();
    engine.people().erase(back, NOON).await.unwrap();
    let again = person(engine, "eve").await.id;
    assert!(!engine.communities().silences_person(here, again).await.unwrap());
    assert!(engine.people().takes_cheers(ada, again).await.unwrap());
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

/// The account of a person on a platform.
async fn account_on(engine: &Engine, who: &Person, platform: Platform) -> Account {
    let accounts = engine.people().accounts(who.id).await.unwrap();
    accounts.into_iter().find(|account| account.platform == platform).unwrap()
}

#[tokio::test]
async fn parting_gives_everybody_back_what_they_brought_and_did_since() {
    let world = World::new().await;
    let engine = &world.engine;
    let of = world.member("ada").await;
    let ada = engine.people().get(of.person).await.unwrap().unwrap();
    let ben = person_on(engine, Platform::Telegram, "ben").await;
    let of_ben = Membership { event: of.event, person: ben.id };
    engine.memberships().act(of_ben, NOON, Action::Join).await.unwrap();
    // What was said on a page is told by its place among the facts.
    for (of, key, n) in [(of, "dc:1", 0), (of_ben, "tg:1", 0), (of_ben, "web:1", 1)] {
        world.check_in(of, key, day(n)).await.unwrap();
    }
    link(engine, &ada, &ben, day(1)).await;
    for (key, n) in [("tg:2", 2), ("dc:2", 3)] {
        world.check_in(of, key, day(n)).await.unwrap();
    }
    let total = async |person| {
        let of = Membership { event: of.event, person };
        let view = engine.memberships().view(of, day(3)).await.unwrap().unwrap();
        view.life.standing.total
    };
    assert_eq!(total(ada.id).await, 4);
    assert!(engine.people().gives_back(ada.id).await.unwrap());
    let account = account_on(engine, &ada, Platform::Telegram).await;
    let parted = engine.people().unlink(ada.id, &account, day(3)).await.unwrap();
    assert_eq!(parted, Some(Parted::WithItsOwn));
    let back = engine.people().find(Platform::Telegram, "ben").await.unwrap().unwrap();
    assert_eq!((total(ada.id).await, total(back.id).await), (2, 3));
    assert_eq!(engine.memberships().of(back.id).await.unwrap().len(), 1);
    let found = engine.memberships().rebuild(true, day(3)).await.unwrap();
    assert!(found.differences.is_empty(), "{:?}", found.differences);
    assert!(!engine.people().gives_back(ada.id).await.unwrap());
}

#[tokio::test]
async fn a_clock_and_an_event_go_with_whoever_brought_them() {
    let world = World::new().await;
    let engine = &world.engine;
    let of = world.member("ada").await;
    let ada = engine.people().get(of.person).await.unwrap().unwrap();
    let ben = person_on(engine, Platform::Telegram, "ben").await;
    let [berlin, tokyo] =
        ["Europe/Berlin", "Asia/Tokyo"].map(|zone| Setting::midnight(zone.parse().unwrap()));
    engine.people().move_clock(ada.id, berlin, NOON).await.unwrap();
    engine.people().move_clock(ben.id, tokyo, NOON).await.unwrap();
    link(engine, &ada, &ben, NOON).await;
    // It is the one who made the code whose account goes.
    let account = account_on(engine, &ada, Platform::Discord).await;
    engine.people().unlink(ada.id, &account, day(1)).await.unwrap();
    let back = engine.people().find(Platform::Discord, "ada").await.unwrap().unwrap();
    let rest = engine.people().find(Platform::Telegram, "ben").await.unwrap().unwrap();
    assert_eq!((back.setting, rest.setting), (berlin, tokyo));
    let mine = Membership { event: of.event, person: back.id };
    assert_eq!(engine.memberships().of(back.id).await.unwrap(), [mine]);
    assert!(engine.memberships().of(rest.id).await.unwrap().is_empty());
}

#[tokio::test]
async fn both_sides_of_a_contest_count_again_once_they_are_apart() {
    let world = World::new().await;
    let (engine, owner) = (&world.engine, world.event.owner);
    let rules = (*world.event.rules).clone().contest();
    let race = NewEvent::of(Key("race".to_owned()), "Race", owner, rules);
    let race = engine.events().create(race, NOON).await.unwrap();
    let ada = person(engine, "ada").await;
    let ben = person_on(engine, Platform::Telegram, "ben").await;
    for (person, key) in [(ada.id, "dc:1"), (ben.id, "tg:1")] {
        let of = Membership { event: race.id, person };
        engine.memberships().act(of, NOON, Action::Join).await.unwrap();
        world.check_in(of, key, NOON).await.unwrap();
    }
    let of_ben = Membership { event: race.id, person: ben.id };
    world.check_in(of_ben, "tg:2", day(1)).await.unwrap();
    engine.memberships().act(of_ben, day(1), Action::Leave).await.unwrap();
    link(engine, &ada, &ben, day(1)).await;
    let total = async |person| {
        let of = Membership { event: race.id, person };
        let view = engine.memberships().view(of, day(1)).await.unwrap().unwrap();
        view.life.standing.total
    };
    assert_eq!(total(ada.id).await, 1);
    let account = account_on(engine, &ada, Platform::Telegram).await;
    engine.people().unlink(ada.id, &account, day(1)).await.unwrap();
    let back = engine.people().find(Platform::Telegram, "ben").await.unwrap().unwrap();
    assert_eq!((total(ada.id).await, total(back.id).await), (1, 2));
}
