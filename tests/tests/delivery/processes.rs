//! One process, several, and the end of one.

use anyhow::Context;
use serde_json::json;
use std::process::Stdio;
use std::time::Duration;
use tests::{bots, command, folder, sandbox, settle_in};
use tokio::time::{sleep, timeout};

use crate::{SOON, comes, requests};

/// A number that the database behind the bots gives.
async fn number(url: &str, query: &'static str) -> anyhow::Result<i64> {
    Ok(if url.starts_with("postgres") {
        let pool = sqlx::PgPool::connect(url).await?;
        sqlx::query_scalar(query).fetch_one(&pool).await?
    } else {
        let pool = sqlx::SqlitePool::connect(url).await?;
        sqlx::query_scalar(query).fetch_one(&pool).await?
    })
}

#[tokio::test]
async fn a_second_process_is_refused_on_sqlite_and_takes_over_on_postgresql() -> anyhow::Result<()>
{
    let url = engine::testing::url().await?;
    let sandbox = sandbox().await?;
    let first = bots(&sandbox, &url).await?;
    let chat = sandbox.chat();
    if url.starts_with("sqlite") {
        let mut second = command(&folder("second"), &[]);
        settle_in(&mut second, &sandbox, &url);
        let ended = timeout(SOON, second.stderr(Stdio::piped()).output()).await??;
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(!ended.status.success() && said.contains("SQLite is for one process"), "{said}");
    } else {
        let second = bots(&sandbox, &url).await?;
        chat.say("telegram", "ken", "/event create Reading").await?;
        comes(&chat, "ken", "Reading").await?;
        // Telegram answers 409 to whoever polls beside another.
        let polls = requests(&chat, "getupdates").await?;
        assert!(polls.iter().all(|poll| poll["status"] != 409), "both poll");
        first.kill().await?;
        let heard = async {
            loop {
                let joined = chat.say("discord", "ada", "/join event:Reading").await?;
                if joined.text().contains("You are") {
                    return anyhow::Ok(());
                }
                sleep(Duration::from_millis(200)).await;
            }
        };
        timeout(Duration::from_secs(60), heard).await.context("nobody takes over")??;
        chat.say_in("telegram", "private", "grace", "/join Reading").await?;
        timeout(Duration::from_secs(60), comes(&chat, "grace", "You are in")).await??;
        drop(second);
    }
    Ok(())
}

#[tokio::test]
async fn told_to_stop_while_sends_hang_it_ends_in_time_and_leaves_no_lease() -> anyhow::Result<()> {
    let url = engine::testing::url().await?;
    let sandbox = sandbox().await?;
    let running = bots(&sandbox, &url).await?;
    let chat = sandbox.chat();
    chat.say("telegram", "ken", "/event create Reading").await?;
    for (platform, path) in [("discord", "/callback"), ("telegram", "send")] {
        let hangs = json!({"platform": platform, "path": path, "status": 0, "delay_ms": 600_000, "times": 100});
        chat.fault(hangs).await?;
    }
    for n in 0..10 {
        let person = chat.person(&format!("person {n}"), "en-US", "UTC").await?;
        for platform in ["discord", "telegram"] {
            let (chat, person) = (chat.clone(), person.clone());
            tokio::spawn(async move { chat.say_in(platform, "private", &person, "/streak").await });
        }
    }
    let all_hang = async {
        while requests(&chat, "send")
            .await?
            .iter()
            .filter(|asked| asked["status"].is_null())
            .count()
            < 10
        {
            sleep(Duration::from_millis(20)).await;
        }
        anyhow::Ok(())
    };
    timeout(SOON, all_hang).await??;
    let (took, ended_well) = running.terminate().await?;
    assert!(ended_well && took < Duration::from_secs(10), "{took:?}");
    assert_eq!(number(&url, "select count(*) from outbox where lease_until > 0").await?, 0);
    let open = number(&url, "select count(*) from inbox where state = 'open'").await?;
    assert!(open > 0, "what could not be said is said by whoever is next");
    Ok(())
}
