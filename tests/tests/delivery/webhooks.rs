//! Platforms that post what people do, instead of being listened to.

use anyhow::Context;
use serde_json::Value;
use std::time::Duration;
use tests::{Chat, Streaks, bots_with, sandbox};
use tokio::time::{sleep, timeout};

use crate::{SOON, comes, messages, requests};

const POSTED: [(&str, &str); 2] =
    [("STREAKS_DISCORD_RECEIVE", "webhook"), ("STREAKS_TELEGRAM_RECEIVE", "webhook")];

/// Says a line until it is answered: a platform learns where to post a moment after the bots have started.
async fn is_answered(chat: &Chat, platform: &str, line: &str, words: &str) -> anyhow::Result<()> {
    let answered = async {
        while !chat.say(platform, "ken", line).await?.text().contains(words) {
            sleep(Duration::from_millis(100)).await;
        }
        anyhow::Ok(())
    };
    timeout(SOON, answered).await.with_context(|| format!("{line} on {platform}"))?
}

async fn posted_bots(sandbox: &Streaks, url: &str) -> anyhow::Result<Streaks> {
    let bots = bots_with(sandbox, url, &POSTED).await?;
    for platform in ["discord", "telegram"] {
        is_answered(&sandbox.chat(), platform, "/help", "/checkin").await?;
    }
    Ok(bots)
}

/// The labels of what is suggested.
fn labels(suggested: &Value) -> Vec<&str> {
    let choices = suggested["choices"].as_array().map(Vec::as_slice).unwrap_or_default();
    choices.iter().filter_map(|choice| choice["name"].as_str()).collect()
}

#[tokio::test]
async fn what_platforms_post_is_answered_and_nobody_polls_or_connects() -> anyhow::Result<()> {
    let url = engine::testing::url().await?;
    let sandbox = sandbox().await?;
    let _bots = posted_bots(&sandbox, &url).await?;
    let chat = sandbox.chat();
    chat.say("discord", "ada", "/event create visibility:public title:Reading").await?;
    comes(&chat, "ada", "Reading").await?;
    chat.say("telegram", "grace", "/join Reading").await?;
    let message = comes(&chat, "grace", "You are in").await?;
    let key = message["id"].as_str().context("a message has an id")?;
    chat.press("telegram", "grace", key, "✅ Check in").await?;
    let joined = chat.say("discord", "ada", "/join event:Reading").await?;
    assert!(joined.text().contains("You are in"), "{}", joined.text());
    let pressed = chat.press("discord", "ada", joined.message()?, "✅ Check in").await?;
    assert!(pressed.text().contains('1'), "{}", pressed.text());
    let suggested = chat.autocomplete("ada", "checkin", "event", "rea").await?;
    assert_eq!(labels(&suggested).len(), 1, "{suggested}");
    assert!(requests(&chat, "getupdates").await?.is_empty());
    assert!(requests(&chat, "gateway").await?.is_empty());
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn what_is_posted_while_nobody_is_there_is_worked_once_afterwards() -> anyhow::Result<()> {
    let url = engine::testing::url().await?;
    let sandbox = sandbox().await?;
    let mut bots = posted_bots(&sandbox, &url).await?;
    let chat = sandbox.chat();
    chat.say("telegram", "ken", "/event create visibility:public title:Reading").await?;
    comes(&chat, "ken", "Reading").await?;
    for round in 0..3 {
        bots.kill().await?;
        for n in 0..5 {
            let (chat, title) = (chat.clone(), format!("Walking {round}{n}"));
            let line = format!("/event create visibility:public title:{title}");
            tokio::spawn(async move { chat.say_in("telegram", "private", "ada", &line).await });
        }
        bots = posted_bots(&sandbox, &url).await?;
        for n in 0..5 {
            comes(&chat, "ada", &format!("Walking {round}{n}")).await?;
        }
    }
    for round in 0..3 {
        for n in 0..5 {
            let told = messages(&chat, "ada", &format!("Walking {round}{n}")).await?;
            assert_eq!(told.len(), 1, "{told:?}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_bot_that_polls_and_connects_again_takes_its_webhooks_back() -> anyhow::Result<()> {
    let url = engine::testing::url().await?;
    let sandbox = sandbox().await?;
    let free = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
    let here = ("STREAKS_WEB_LISTEN", free.as_str());
    let posted = bots_with(&sandbox, &url, &[POSTED[0], POSTED[1], here]).await?;
    let chat = sandbox.chat();
    for platform in ["discord", "telegram"] {
        is_answered(&chat, platform, "/help", "/checkin").await?;
    }
    let (took, ended_well) = posted.terminate().await?;
    assert!(ended_well && took < Duration::from_secs(10), "{took:?}");
    let _bots = bots_with(&sandbox, &url, &[here]).await?;
    for platform in ["discord", "telegram"] {
        is_answered(&chat, platform, "/help", "/checkin").await?;
    }
    assert!(!requests(&chat, "getupdates").await?.is_empty());
    Ok(())
}
