//! A platform that fails, hangs, or asks to wait: nothing is lost or told twice, and nobody waits for somebody else.

mod answers;
mod news;
mod processes;
mod ways;
mod webhooks;

use anyhow::Context;
use serde_json::Value;
use std::time::Duration;
use tests::Chat;
use tokio::time::{sleep, timeout};

const SOON: Duration = Duration::from_secs(40);
/// The Telegram group of the sandbox.
const GROUP: &str = "-1001234567890";

/// The bots' messages that a person can see, with these words.
async fn messages(chat: &Chat, person: &str, words: &str) -> anyhow::Result<Vec<Value>> {
    let shown = chat.get(&format!("messages?person={person}")).await?;
    let messages = shown["messages"].as_array().context("a list")?.iter();
    let says = |message: &&Value| {
        message["author"] == "Streaks"
            && message["deleted"] != true
            && message["text"].as_str().is_some_and(|text| text.contains(words))
    };
    Ok(messages.filter(says).cloned().collect())
}

/// Keeps the bots from writing for a while.
async fn hold(url: &str, lasts: Duration) -> anyhow::Result<()> {
    if url.starts_with("postgres") {
        let pool = sqlx::PgPool::connect(url).await?;
        let mut tx = pool.begin().await?;
        sqlx::query("lock table inbox in exclusive mode").execute(&mut *tx).await?;
        sleep(lasts).await;
        tx.rollback().await?;
        pool.close().await;
    } else {
        let pool = sqlx::SqlitePool::connect(url).await?;
        let tx = pool.begin_with("begin immediate").await?;
        sleep(lasts).await;
        tx.rollback().await?;
        pool.close().await;
    }
    Ok(())
}

/// Waits until a person sees a message with these words, and gives it.
async fn comes(chat: &Chat, person: &str, words: &str) -> anyhow::Result<Value> {
    let come = async {
        loop {
            if let Some(found) = messages(chat, person, words).await?.pop() {
                return anyhow::Ok(found);
            }
            sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(SOON, come).await.with_context(|| format!("{person} never reads {words}"))?
}

/// Lets time go by until a person sees a message with these words.
async fn comes_in_time(chat: &Chat, person: &str, words: &str) -> anyhow::Result<()> {
    let come = async {
        while messages(chat, person, words).await?.is_empty() {
            chat.advance(5).await?;
            sleep(Duration::from_millis(200)).await;
        }
        anyhow::Ok(())
    };
    timeout(SOON, come).await.with_context(|| format!("{person} never reads {words}"))?
}

/// The requests of the bots whose path has this in it, in lower case.
async fn requests(chat: &Chat, path: &str) -> anyhow::Result<Vec<Value>> {
    let shown = chat.get("requests").await?;
    let requests = shown["requests"].as_array().context("a list")?.iter();
    let is_it = |request: &&Value| {
        request["path"].as_str().is_some_and(|it| it.to_lowercase().contains(path))
    };
    Ok(requests.filter(is_it).cloned().collect())
}
