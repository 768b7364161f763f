//! Two hundred events for few: whoever is in none of them finds none and is told of none (X09).
//! `STREAKS_CANARIES=all` lets every outsider ask everything, rather than one of them.

mod hunt;
mod scene;

use std::collections::BTreeSet;

use crate::testing::canaries::hunt::Hunt;
use crate::testing::canaries::scene::{HOSTS, NAME, Scene, Sort, TITLE, word};
use crate::testing::shown;

#[tokio::test]
async fn of_two_hundred_events_for_few_whoever_asks_finds_nothing() {
    let scene = Scene::new().await;
    let mut hunt = Hunt::of(&scene);
    hunt.everything().await;
    assert!(hunt.found.is_empty(), "{:#?}", hunt.found);
    assert!(hunt.asked > 3_000, "{}", hunt.asked);
    // It is all still there for those who are in them.
    let seen = scene.seen_within().await;
    let unseen: Vec<&String> = scene.canaries.difference(&seen).collect();
    assert!(unseen.is_empty(), "{unseen:?}");
    let joined = scene.world.in_private("zoe", &format!("/join {}", scene.secrets[0].code)).await;
    assert!(joined.plain().contains(&word(TITLE, 0)), "{}", joined.plain());
}

#[tokio::test]
async fn of_events_for_few_nobody_else_is_told_anything() {
    /// Those in which somebody does something, and for how many days.
    const LIVELY: usize = 20;
    const LIVELY_DAYS: usize = 3;
    /// Made here, with proofs that wait for hosts: of one who cannot be written to, and of one who is erased.
    const UNHEARD: [usize; 2] = [24, 54];
    /// With a Monday, and the days on which some of them end.
    const DAYS: usize = 7;
    let mut scene = Scene::new().await;
    // Whoever was taken out has been told so.
    scene.world.deliver().await;
    for secret in &scene.secrets[..LIVELY] {
        let title = word(TITLE, secret.n);
        scene.world.in_private(&secret.member, &format!("/remind event:{title} at:09:00")).await;
        let line = format!("/remind event:{title} at:09:00 via:channel");
        scene.world.reply_to(&secret.host, &line).await;
        scene.world.to_in_private(&secret.member, "/nudge", &secret.host).await;
    }
    // Deb helps to run this place, and could be asked instead of them.
    scene.world.in_private("deb", "/start").await;
    let [closed, erased] = UNHEARD.map(|n| &scene.secrets[n]);
    scene.world.closes_messages(&closed.host).await;
    scene.erase(&erased.host).await;
    let (mut within, mut others, mut files) = (BTreeSet::new(), BTreeSet::new(), 0);
    for day in 0..DAYS {
        if day < LIVELY_DAYS {
            for secret in &scene.secrets[..LIVELY] {
                scene.check_in(secret, &secret.member).await;
                scene.check_in(secret, &secret.host).await;
            }
            for secret in UNHEARD.map(|n| &scene.secrets[n]) {
                assert_eq!(secret.sort, Sort::Proof);
                scene.check_in(secret, &secret.member).await;
            }
            for name in ["stan", "lea", "bob"] {
                scene.world.say(name, "/checkin Read").await;
            }
        }
        for (at, reply) in scene.world.deliver().await {
            let seen = scene.canaries_in(&shown(&reply));
            if !at.starts_with(NAME) {
                assert!(seen.is_empty(), "{at} is told {}", shown(&reply));
                others.insert(at);
                continue;
            }
            within.extend(seen);
            // The winners, with their accounts.
            if !reply.documents.is_empty() {
                assert!(at < word(NAME, HOSTS), "{at} is told {}", shown(&reply));
                files += 1;
            }
        }
        scene.world.next_day();
    }
    assert!(others.contains("channel"), "{others:?}");
    assert!(files > 0, "no host was told who won");
    let told = within.iter().filter(|word| word.starts_with(TITLE)).count();
    assert!(told > LIVELY, "{within:?}");
}
