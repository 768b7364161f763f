//! The bots are killed in the middle of 1,000 check-ins: nothing acknowledged is missing, nothing counted twice.

use anyhow::Context;
use engine::rules::Day;
use engine::{By, Engine, Membership, Question};
use futures_util::future::try_join_all;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tests::{Chat, bots, sandbox};

const PEOPLE_PER_PLATFORM: usize = 10;
const EVENTS_PER_PLATFORM: usize = 50;
const CHECK_INS: usize = 2 * PEOPLE_PER_PLATFORM * EVENTS_PER_PLATFORM;

/// Makes the events of a platform and gives the messages with their buttons.
async fn cards(chat: &Chat, platform: &str) -> anyhow::Result<Vec<String>> {
    let mut cards = vec![];
    for n in 0..EVENTS_PER_PLATFORM {
        let made = chat
            .say(
                platform,
                "ada",
                &format!("/event create visibility:public title:\"{platform} {n}\""),
            )
            .await?;
        cards.push(made.message_with(&format!("{platform} {n}"))?.to_owned());
    }
    Ok(cards)
}

/// Presses Check in until it is acknowledged, as a person does whose press got no answer.
async fn check_in(chat: &Chat, platform: &str, person: &str, card: &str) -> anyhow::Result<()> {
    for _ in 0..20 {
        let pressed = chat.press(platform, person, card, "✅ Check in").await;
        let text = pressed.map(|pressed| pressed.text()).unwrap_or_default();
        if text.contains("Day 1") || text.contains("already in for today: day 1") {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    }
    anyhow::bail!("{person} got no answer on {platform}")
}

#[tokio::test]
async fn no_acknowledged_check_in_is_lost_and_none_is_counted_twice() -> anyhow::Result<()> {
    let database = engine::testing::url().await?;
    let sandbox = sandbox().await?;
    let running = bots(&sandbox, &database).await?;
    let chat = sandbox.chat();
    let acknowledged = Arc::new(AtomicUsize::new(0));
    let mut people = vec![];
    let (on_discord, on_telegram) =
        tokio::try_join!(cards(&chat, "discord"), cards(&chat, "telegram"))?;
    for (platform, cards) in [("discord", on_discord), ("telegram", on_telegram)] {
        let cards = Arc::new(cards);
        for n in 0..PEOPLE_PER_PLATFORM {
            let person = chat.person(&format!("{platform} {n}"), "en-US", "Europe/Berlin").await?;
            let (chat, cards, acknowledged) = (chat.clone(), cards.clone(), acknowledged.clone());
            people.push(tokio::spawn(async move {
                for card in cards.iter() {
                    check_in(&chat, platform, &person, card).await?;
                    acknowledged.fetch_add(1, Ordering::SeqCst);
                }
                anyhow::Ok(())
            }));
        }
    }
    while acknowledged.load(Ordering::SeqCst) < CHECK_INS / 3 {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    running.kill().await?;
    let at_kill = acknowledged.load(Ordering::SeqCst);
    assert!(at_kill < CHECK_INS, "the kill came too late to mean anything");
    let running = bots(&sandbox, &database).await?;
    for person in try_join_all(people).await? {
        person?;
    }
    assert_eq!(acknowledged.load(Ordering::SeqCst), CHECK_INS);
    let (_, ended_well) = running.terminate().await?;
    assert!(ended_well);
    read_the_database(&database).await
}

/// Each check-in is there, once.
async fn read_the_database(url: &str) -> anyhow::Result<()> {
    let engine = Engine::open(url).await?;
    let events =
        engine.events().public(engine::Search { most: 1000, ..Default::default() }, false).await?;
    assert_eq!(events.len(), 2 * EVENTS_PER_PLATFORM);
    let far_away = engine::rules::Instant(4_000_000_000);
    let mut found = 0;
    for event in events {
        let board =
            engine.leaderboards().page(event.id, &Question::top(By::Total, 100), far_away).await?;
        let keys: Vec<Membership> = board
            .rows
            .iter()
            .map(|row| Membership { event: event.id, person: row.person })
            .collect();
        assert_eq!(keys.len(), PEOPLE_PER_PLATFORM, "{}", event.title);
        let views = engine.memberships().views_since(&keys, Day::EARLIEST, far_away).await?;
        for key in keys {
            let view = views.get(&key).context("a member has a history")?;
            assert_eq!(view.history.entries.len(), 1, "{}", event.title);
            assert_eq!(view.life.standing.total, 1, "{}", event.title);
            found += 1;
        }
    }
    assert_eq!(found, CHECK_INS);
    assert!(
        engine.schedule().is_idle(engine::rules::Instant(0)).await?,
        "no update was left lying"
    );
    Ok(())
}
