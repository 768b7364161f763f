//! What is asked by or about somebody who becomes somebody else at that moment: found before, written after.

use super::*;
use engine::{AppCode, FoundBy, Passkey, PersonId, Scope, Subscription};

/// Ada on Discord, and ben on Telegram, who is in the event and waits to be one with her.
async fn two(world: &World) -> (Person, Membership, Person) {
    let ada = person(&world.engine, "ada").await;
    let ben = person_on(&world.engine, Platform::Telegram, "ben").await;
    let of = Membership { event: world.event.id, person: ben.id };
    world.engine.memberships().act(of, NOON, Action::Join).await.unwrap();
    (ada, of, ben)
}

fn browser_of(person: PersonId, n: u32) -> Subscription {
    Subscription {
        id: 0,
        person,
        endpoint: format!("https://push.example/{n}"),
        p256dh: "key".to_owned(),
        auth: "auth".to_owned(),
        browser: "a browser".to_owned(),
        created_at: NOON,
    }
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
    let world = World::new().await;
    let engine = &world.engine;
    let mut people = vec![];
    for n in 0..12 {
        let of = world.member(&format!("p{n}")).await;
        engine.people().plan_erasure(of.person, true, NOON).await.unwrap();
        people.push(of);
    }
    let erase = async { while engine.schedule().tick(day(7)).await.unwrap() > 0 {} };
    let keep = people.iter().map(|of| engine.people().plan_erasure(of.person, false, day(7)));
    let ((), kept) = tokio::join!(erase, join_all(keep));
    for (of, kept) in people.into_iter().zip(kept) {
        assert!(kept.is_ok() || is_outdated(&kept), "{kept:?}");
        let is_there = engine.people().get(of.person).await.unwrap().is_some();
        assert_eq!(is_there, kept.is_ok());
        let is_in = engine.memberships().of(of.person).await.unwrap().contains(&of);
        assert_eq!(is_in, kept.is_ok(), "nor taken out of anything");
    }
}

#[tokio::test]
async fn whoever_is_parted_gets_no_way_in_as_the_one_they_were_parted_from() {
    let world = World::new().await;
    let (engine, people) = (&world.engine, world.engine.people());
    let (ada, _, ben) = two(&world).await;
    let account = people.accounts(ben.id).await.unwrap().remove(0);
    link(engine, &ada, &ben, NOON).await;
    let by_account = people.found_by(FoundBy::Account(&account));
    let code = by_account.sign_in_code(ada.id, NOON).await.unwrap();
    let session = people.sign_in(&code, "a browser", NOON).await.unwrap().unwrap();
    let by_session = people.found_by(FoundBy::Session(&session));
    let app = people.register_app(world.event.owner, "App", vec![], NOON).await.unwrap().unwrap();
    let agreed = AppCode {
        app: app.id.clone(),
        person: Some(ada.id),
        scope: Scope::Read,
        redirect: None,
        challenge: None,
    };
    let code = by_session.app_code(&agreed, NOON).await.unwrap();
    assert!(people.redeem_app_code(&code, NOON).await.unwrap().is_some());
    people.unlink(ada.id, &account, NOON).await.unwrap().unwrap();

    assert!(is_outdated(&by_account.sign_in_code(ada.id, NOON).await));
    let token = by_session.make_token(ada.id, "token", (Scope::Write, None), NOON).await;
    assert!(is_outdated(&token));
    let passkey = Passkey {
        id: "key".to_owned(),
        person: ada.id,
        handle: "handle".to_owned(),
        public_key: "public".to_owned(),
        state: "state".to_owned(),
        name: "a browser".to_owned(),
        created_at: NOON,
        used_at: None,
    };
    assert!(is_outdated(&by_session.add_passkey(&passkey).await));
    assert!(is_outdated(&by_session.register_app(ada.id, "Hers", vec![], NOON).await));
    assert!(is_outdated(&by_session.app_code(&agreed, NOON).await));
    assert!(is_outdated(&by_session.answer_device("abcd", ada.id, true, NOON).await));
    let by_code = people.found_by(FoundBy::Code(&code));
    assert!(is_outdated(&by_code.let_in(ada.id, &app, Scope::Read, NOON).await));
    assert!(is_outdated(&people.subscribe(&browser_of(ada.id, 1), &session, NOON).await));
    // As themselves they come in.
    let found = people.find(Platform::Telegram, "ben").await.unwrap().unwrap();
    assert!(by_account.sign_in_code(found.id, NOON).await.is_ok());
}

#[tokio::test]
async fn what_somebody_agreed_to_lets_an_app_in_once() {
    let world = World::new().await;
    let (owner, people) = (world.event.owner, world.engine.people());
    let ada = person(&world.engine, "ada").await.id;
    let app = people.register_app(owner, "App", vec![], NOON).await.unwrap().unwrap();
    let agreed = AppCode {
        app: app.id.clone(),
        person: Some(ada),
        scope: Scope::Read,
        redirect: None,
        challenge: None,
    };
    let code = people.app_code(&agreed, NOON).await.unwrap();
    let by_code = people.found_by(FoundBy::Code(&code));
    // What nobody has redeemed yet may be meant for another app.
    assert!(is_outdated(&by_code.let_in(ada, &app, Scope::Read, NOON).await));
    assert_eq!(people.redeem_app_code(&code, NOON).await.unwrap(), Some(agreed));
    assert_eq!(people.redeem_app_code(&code, NOON).await.unwrap(), None);
    assert!(by_code.let_in(ada, &app, Scope::Read, NOON).await.unwrap().is_some());
    assert!(is_outdated(&by_code.let_in(ada, &app, Scope::Read, NOON).await));
}

#[tokio::test]
async fn whoever_signs_in_while_they_are_parted_is_signed_in_as_themselves() {
    let world = World::new().await;
    let (engine, people) = (&world.engine, world.engine.people());
    let (ada, ..) = two(&world).await;
    for n in 0..16 {
        let ben = people.find(Platform::Telegram, "ben").await.unwrap().unwrap();
        let account = people.accounts(ben.id).await.unwrap().remove(0);
        link(engine, &ada, &ben, day(n)).await;
        let zone = "UTC".parse().unwrap();
        let (parted, signed_in) = tokio::join!(
            people.unlink(ada.id, &account, day(n)),
            people.sign_in_as(&account, zone, "a browser", day(n)),
        );
        assert!(parted.unwrap().is_some(), "time {n}");
        assert!(signed_in.is_ok() || is_outdated(&signed_in), "time {n}: {signed_in:?}");
        assert!(people.sessions(ada.id).await.unwrap().is_empty(), "time {n}");
    }
}

#[tokio::test]
async fn a_browser_whose_session_ends_in_the_moment_in_which_it_is_turned_on_is_told_nothing() {
    let world = World::new().await;
    let (engine, people) = (&world.engine, world.engine.people());
    let (ada, _, ben) = two(&world).await;
    let account = people.accounts(ben.id).await.unwrap().remove(0);
    let zone = "UTC".parse().unwrap();
    let new_session = || people.sign_in_as(&account, zone, "a browser", NOON);
    for n in 0..24 {
        let whose = people.find(Platform::Telegram, "ben").await.unwrap().unwrap();
        let [session, other] = [new_session().await.unwrap(), new_session().await.unwrap()];
        people.subscribe(&browser_of(whose.id, 0), &session, NOON).await.unwrap();
        let end = async {
            match n % 4 {
                0 => people.sign_out(&session, None).await.unwrap(),
                1 => people.replace_session(&session, &other).await.unwrap(),
                2 => drop(people.sign_out_everywhere(whose.id).await.unwrap()),
                _ => {
                    people.sign_out(&session, None).await.unwrap();
                    people.sign_out_everywhere(whose.id).await.unwrap();
                }
            }
        };
        let turned = async {
            match n % 4 {
                // The two become one, and are parted again.
                3 if whose.id == ben.id => {
                    link(engine, &ada, &ben, day(n)).await;
                    Ok(())
                }
                3 => people.unlink(ada.id, &account, day(n)).await.map(drop),
                _ => people.subscribe(&browser_of(whose.id, 1), &session, NOON).await,
            }
        };
        let ((), turned) = tokio::join!(end, turned);
        assert!(turned.is_ok() || is_outdated(&turned), "time {n}: {turned:?}");
        let is_on = people.subscriptions(whose.id).await.unwrap();
        // What goes on is of a session that goes on.
        assert!(n % 4 == 1 || is_on.is_empty(), "time {n}: {is_on:?}");
        let _ = people.sign_out_everywhere(whose.id).await;
    }
}
