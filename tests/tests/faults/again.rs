//! A statement that fails once: the person is told that nothing is to be done, and is told there what came of it.

use anyhow::Context;
use serde_json::Value;
use std::time::Duration;
use tests::{Chat, bots, change, sandbox};
use tokio::time::{sleep, timeout};

const SOON: Duration = Duration::from_secs(20);
const APOLOGY: &str = "I will try again";

/// What a message says now; none where it is gone.
async fn text_of(chat: &Chat, person: &str, id: &str) -> anyhow::Result<Option<String>> {
    let shown = chat.get(&format!("messages?person={person}")).await?;
    let messages = shown["messages"].as_array().context("a list")?.iter();
    let mut found = messages.filter(|message| message["id"] == id);
    Ok(found.next().and_then(|message| message["text"].as_str()).map(str::to_owned))
}

/// How often the bots have said something by now, in messages that are there.
async fn said(chat: &Chat, words: &str) -> anyhow::Result<usize> {
    let shown = chat.get("messages?person=ada").await?;
    let messages = shown["messages"].as_array().context("a list")?.iter();
    let says = |message: &&Value| {
        message["author"] == "Streaks"
            && message["text"].as_str().is_some_and(|text| text.contains(words))
    };
    Ok(messages.filter(says).count())
}

/// A world in which tables go and come back.
struct Scene {
    chat: Chat,
    url: String,
}

impl Scene {
    /// Ada says a line while a table is gone, and reads once what came of it when the table is back.
    async fn say_while_away(
        &self,
        table: &str,
        platform: &str,
        line: &str,
        wanted: &str,
    ) -> anyhow::Result<()> {
        let (chat, url) = (&self.chat, &self.url);
        let before = said(chat, wanted).await?;
        change(url, &format!("alter table {table} rename to {table}_away")).await?;
        let failed = chat.say(platform, "ada", line).await?;
        assert!(failed.text().contains(APOLOGY), "{platform} {line}: {:?}", failed.0);
        let message = failed.message()?;
        change(url, &format!("alter table {table}_away rename to {table}")).await?;
        let outcome = async {
            while said(chat, wanted).await? == before {
                sleep(Duration::from_millis(100)).await;
            }
            anyhow::Ok(())
        };
        let why = || format!("{platform}: {line}");
        timeout(SOON, outcome).await.with_context(why)??;
        // Were it done or told twice, that would be seen by now.
        sleep(Duration::from_secs(1)).await;
        assert_eq!(said(chat, wanted).await?, before + 1, "{platform}: {line}");
        let told = text_of(chat, "ada", message).await?.unwrap_or_default();
        assert!(!told.contains(APOLOGY), "{platform} {line}: {told}");
        Ok(())
    }
}

#[tokio::test]
async fn what_fails_once_is_done_once_and_told_in_its_place() -> anyhow::Result<()> {
    let (url, sandbox) = (engine::testing::url().await?, sandbox().await?);
    let running = bots(&sandbox, &url).await?;
    let scene = Scene { chat: sandbox.chat(), url };
    let chat = &scene.chat;
    chat.say("discord", "ada", "/event create visibility:public title:Run goal:\"20 km a week\"")
        .await?;
    for platform in ["discord", "telegram"] {
        chat.say(platform, "ada", "/join event:Run").await?;
        chat.say(platform, "grace", "/join event:Run").await?;
        let line = "/checkin event:Run amount:\"5 km\"";
        scene.say_while_away("check_in", platform, line, "5 of 20 km").await?;
        let more = chat.say(platform, "ada", "/checkin event:Run amount:\"1 km\"").await?;
        assert!(more.text().contains("6 of 20 km"), "{platform}: {:?}", more.0);
        chat.say(platform, "ada", "/undo event:Run").await?;
        // A card is read by everybody, where an apology is for one person alone.
        let title = format!("Swim on {platform}");
        let line = format!("/event create visibility:public title:\"{title}\"");
        scene.say_while_away("event", platform, &line, &title).await?;
    }
    scene.say_while_away("greeting", "discord", "/cheer user:grace", "Grace").await?;
    assert!(running.terminate().await?.1);
    Ok(())
}

#[tokio::test]
async fn what_never_works_is_said_not_to() -> anyhow::Result<()> {
    let (url, sandbox) = (engine::testing::url().await?, sandbox().await?);
    let running = bots(&sandbox, &url).await?;
    let chat = sandbox.chat();
    chat.say("discord", "ada", "/event create visibility:public title:Read").await?;
    let mut told = vec![];
    for platform in ["discord", "telegram"] {
        chat.say(platform, "ada", "/join event:Read").await?;
    }
    change(&url, "alter table check_in rename to check_in_away").await?;
    for platform in ["discord", "telegram"] {
        let failed = chat.say(platform, "ada", "/checkin").await?;
        told.push(failed.message()?.to_owned());
    }
    for message in told {
        let over = async {
            while !text_of(&chat, "ada", &message)
                .await?
                .unwrap_or_default()
                .contains("stopped trying")
            {
                sleep(Duration::from_millis(200)).await;
            }
            anyhow::Ok(())
        };
        timeout(3 * SOON, over).await.with_context(|| message.clone())??;
    }
    assert!(running.terminate().await?.1);
    Ok(())
}
