//! E-mail addresses: whose they are, and what becomes of them.

use super::*;
use engine::Email;

/// The address of a person, with its codes.
async fn email(engine: &Engine, who: &Person) -> Email {
    engine.people().email(who.id).await.unwrap().unwrap()
}

async fn ask(engine: &Engine, who: &Person, address: &str) -> bool {
    engine.people().ask_email(who.id, address, NOON).await.unwrap()
}

async fn confirm(engine: &Engine, who: &Person, address: &str) {
    assert!(ask(engine, who, address).await);
    let code = email(engine, who).await.confirm_code.unwrap();
    assert!(engine.people().confirm_email(&code, NOON).await.unwrap().is_some());
}

#[tokio::test]
async fn an_export_does_not_tell_what_only_whoever_reads_the_mail_may_know() {
    let engine = engine::testing::engine().await.unwrap();
    let ada = person(&engine, "ada").await;
    ask(&engine, &ada, "victim@example.org").await;
    let known = email(&engine, &ada).await;
    let exported = engine.people().export(ada.id, NOON).await.unwrap().to_string();
    assert!(exported.contains("victim@example.org"));
    assert!(
        !exported.contains(&known.confirm_code.unwrap()) && !exported.contains(&known.leave_code)
    );
}

#[tokio::test]
async fn naming_and_forgetting_an_address_again_and_again_floods_nobody() {
    let engine = engine::testing::engine().await.unwrap();
    let ada = person(&engine, "ada").await;
    for _ in 0..3 {
        assert!(ask(&engine, &ada, "victim@example.org").await);
        engine.people().forget_email(ada.id).await.unwrap();
    }
    assert!(!ask(&engine, &ada, "victim@example.org").await);
    // Nor does another, however they write it.
    let ben = person(&engine, "ben").await;
    assert!(!ask(&engine, &ben, "Victim@Example.org").await);
    let tomorrow = NOON.plus_s(DAY_S);
    assert!(engine.people().ask_email(ben.id, "victim@example.org", tomorrow).await.unwrap());
}

#[tokio::test]
async fn an_old_mail_stops_nothing_at_a_new_address() {
    let engine = engine::testing::engine().await.unwrap();
    let ada = person(&engine, "ada").await;
    confirm(&engine, &ada, "old@example.org").await;
    let old = email(&engine, &ada).await.leave_code;
    confirm(&engine, &ada, "new@example.org").await;
    assert!(engine.people().email_to_leave(&old).await.unwrap().is_none());
    assert!(!engine.people().leave_email(&old).await.unwrap());
    assert_eq!(email(&engine, &ada).await.address.as_deref(), Some("new@example.org"));
}

#[tokio::test]
async fn of_two_who_become_one_the_confirmed_address_stays() {
    for (of_ada, of_ben, want) in [
        (None, Some(("ben@example.org", true)), Some("ben@example.org")),
        (
            Some(("ada@example.org", false)),
            Some(("ben@example.org", true)),
            Some("ben@example.org"),
        ),
        (Some(("ada@example.org", true)), Some(("ben@example.org", true)), Some("ada@example.org")),
        (Some(("ada@example.org", true)), None, Some("ada@example.org")),
        (
            Some(("same@example.org", true)),
            Some(("same@example.org", true)),
            Some("same@example.org"),
        ),
        (
            Some(("same@example.org", false)),
            Some(("same@example.org", true)),
            Some("same@example.org"),
        ),
    ] {
        let engine = engine::testing::engine().await.unwrap();
        let ada = person(&engine, "ada").await;
        let ben = person_on(&engine, Platform::Telegram, "ben").await;
        for (who, named) in [(&ada, of_ada), (&ben, of_ben)] {
            match named {
                Some((address, true)) => confirm(&engine, who, address).await,
                Some((address, false)) => assert!(ask(&engine, who, address).await),
                None => {}
            }
        }
        link(&engine, &ada, &ben, NOON).await;
        let known = email(&engine, &ada).await;
        assert_eq!(known.address.as_deref(), want);
        let place =
            engine.communities().private_destination(ada.id, Platform::Email).await.unwrap();
        assert_eq!(place.map(|place| place.address).as_deref(), want);
    }
}

#[tokio::test]
async fn every_address_that_nobody_confirmed_is_forgotten_after_a_day() {
    let engine = engine::testing::engine().await.unwrap();
    let ada = person(&engine, "ada").await;
    ask(&engine, &ada, "stranger@example.org").await;
    ask(&engine, &ada, "another@example.org").await;
    engine.schedule().forget_old(NOON.plus_s(DAY_S + 1)).await.unwrap();
    let kept = engine.people().export(ada.id, NOON).await.unwrap().to_string();
    assert!(!kept.contains("example.org"), "{kept}");
}

#[tokio::test]
async fn what_waits_for_a_forgotten_address_goes_to_a_chat() {
    let engine = engine::testing::engine().await.unwrap();
    let ada = person(&engine, "ada").await;
    let chat = NewDestination {
        platform: Platform::Discord,
        address: "ada".to_owned(),
        thread: String::new(),
        kind: Kind::Private(ada.id),
        locale: None,
    };
    let chat = engine.communities().destination(&chat, NOON).await.unwrap();
    confirm(&engine, &ada, "ada@example.org").await;
    let mailbox = engine.communities().private_destination(ada.id, Platform::Email).await.unwrap();
    let topic = Topic::LinkRefused { person: ada.id };
    let deliveries = engine.deliveries();
    deliveries
        .send(mailbox.unwrap().id, topic, "waits".to_owned(), NOON, 3600, NOON)
        .await
        .unwrap();
    engine.people().forget_email(ada.id).await.unwrap();
    deliveries.send(chat, topic, "marker".to_owned(), NOON, 3600, NOON).await.unwrap();
    let waiting = engine.health().depths(NOON).await.unwrap();
    let at = |name: &str| {
        let found =
            waiting.queues.iter().find(|queue| queue.queue == "outbox" && queue.name == name);
        found.map(|queue| queue.waiting)
    };
    assert_eq!((at("discord"), at("email")), (Some(2), Some(0)));
}
