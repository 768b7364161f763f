//! One process, several, and the end of one.

use anyhow::Context;
use serde_json::json;
use std::process::Stdio;
use std::time::Duration;
use tests::{Chat, bots, change, command, folder, number, sandbox, settle_in};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use crate::{SOON, comes, requests};

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
        chat.say("telegram", "ken", "/event create visibility:public title:Reading").await?;
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
    chat.say("telegram", "ken", "/event create visibility:public title:Reading").await?;
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

/// A way to a PostgreSQL server on which nothing moves any more once it is held.
async fn way_to(url: &str, held: watch::Receiver<bool>) -> anyhow::Result<String> {
    let mut url: reqwest::Url = url.parse()?;
    let server = (url.host_str().context("a host")?.to_owned(), url.port().context("a port")?);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    url.set_port(Some(listener.local_addr()?.port())).ok().context("a port")?;
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let server = TcpStream::connect(server.clone()).await?;
            let ((from_client, to_client), (from_server, to_server)) =
                (client.into_split(), server.into_split());
            tokio::spawn(pass(from_client, to_server, held.clone()));
            tokio::spawn(pass(from_server, to_client, held.clone()));
        }
        anyhow::Ok(())
    });
    Ok(url.into())
}

async fn pass(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    mut held: watch::Receiver<bool>,
) -> anyhow::Result<()> {
    let mut bytes = [0; 4096];
    loop {
        let count = from.read(&mut bytes).await?;
        held.wait_for(|held| !held).await?;
        to.write_all(&bytes[..count]).await?;
        anyhow::ensure!(count > 0, "the end");
    }
}

#[tokio::test]
async fn told_to_stop_while_the_database_is_silent_it_ends_in_time() -> anyhow::Result<()> {
    let url = engine::testing::url().await?;
    let sandbox = sandbox().await?;
    let (hold, held) = watch::channel(false);
    let is_postgres = url.starts_with("postgres");
    let way = if is_postgres { way_to(&url, held).await? } else { url.clone() };
    let running = bots(&sandbox, &way).await?;
    let chat = sandbox.chat();
    chat.say("telegram", "ken", "/event create visibility:public title:Reading").await?;
    chat.say_in("telegram", "private", "grace", "/join Reading").await?;
    let silence = if is_postgres {
        hold.send(true)?;
        None
    } else {
        Some(tokio::spawn(async move { crate::hold(&url, SOON).await }))
    };
    let waits = tokio::spawn({
        let chat = chat.clone();
        async move { chat.say_in("telegram", "private", "grace", "/checkin").await }
    });
    sleep(Duration::from_secs(1)).await;
    let (took, _) = running.terminate().await?;
    assert!(took < Duration::from_secs(10), "{took:?}");
    // What was said meanwhile is heard by whoever is next.
    hold.send(false)?;
    if let Some(silence) = silence {
        silence.abort();
        let _ = silence.await;
    }
    let _next = bots(&sandbox, &way).await?;
    comes(&chat, "grace", "Day 1").await?;
    waits.await??;
    Ok(())
}

#[tokio::test]
async fn a_gateway_that_closes_after_each_introduction_is_left_alone() -> anyhow::Result<()> {
    let url = engine::testing::url().await?;
    let sandbox = sandbox().await?;
    let chat = sandbox.chat();
    chat.gateway(json!({"turn_away": 4000, "times": 1000})).await?;
    let _bots = bots(&sandbox, &url).await?;
    let introduced = async || {
        let known = chat.get("gateway").await?;
        known["identified"].as_u64().context("a number")
    };
    let thrice = async {
        while introduced().await? < 3 {
            sleep(Duration::from_millis(100)).await;
        }
        anyhow::Ok(())
    };
    timeout(SOON, thrice).await??;
    // The fourth comes a minute after the third.
    sleep(Duration::from_secs(12)).await;
    assert_eq!(introduced().await?, 3);
    Ok(())
}

/// Waits until a bot has introduced itself so often.
async fn introduces_itself(chat: &Chat, times: u64, within: Duration) -> anyhow::Result<()> {
    let introduced = async {
        while chat.get("gateway").await?["identified"].as_u64().context("a number")? < times {
            sleep(Duration::from_millis(50)).await;
        }
        anyhow::Ok(())
    };
    timeout(within, introduced).await.with_context(|| format!("not the {times}. time"))?
}

/// Says a line until it is answered: an introduction comes a moment before its answer.
async fn is_heard_again(chat: &Chat) -> anyhow::Result<()> {
    let heard = async {
        while !chat.say("discord", "ada", "/help").await?.text().contains("/checkin") {
            sleep(Duration::from_millis(200)).await;
        }
        anyhow::Ok(())
    };
    timeout(SOON, heard).await.context("nobody hears on Discord")?
}

#[tokio::test]
async fn a_gateway_that_falls_silent_is_begun_anew_within_two_heartbeats_and_twelve_seconds()
-> anyhow::Result<()> {
    const HEARTBEAT: Duration = Duration::from_millis(2000);
    let url = engine::testing::url().await?;
    let sandbox = sandbox().await?;
    let chat = sandbox.chat();
    chat.gateway(json!({"heartbeat_ms": 2000})).await?;
    let _bots = bots(&sandbox, &url).await?;
    is_heard_again(&chat).await?;
    // Nothing is closed: only the heartbeats that nobody answers tell of it.
    chat.gateway(json!({"silent": true})).await?;
    introduces_itself(&chat, 2, 2 * HEARTBEAT + Duration::from_secs(12)).await?;
    is_heard_again(&chat).await
}

#[tokio::test]
async fn a_gateway_that_does_not_come_up_is_begun_anew_within_twelve_seconds() -> anyhow::Result<()>
{
    let url = engine::testing::url().await?;
    let sandbox = sandbox().await?;
    let chat = sandbox.chat();
    chat.gateway(json!({"silent": true, "times": 1})).await?;
    let _bots = bots(&sandbox, &url).await?;
    introduces_itself(&chat, 1, SOON).await?;
    introduces_itself(&chat, 2, Duration::from_secs(12)).await?;
    is_heard_again(&chat).await
}

#[tokio::test]
async fn a_bot_that_may_introduce_itself_no_more_waits_until_it_may() -> anyhow::Result<()> {
    const RESET_MS: u64 = 4000;
    let url = engine::testing::url().await?;
    let sandbox = sandbox().await?;
    let chat = sandbox.chat();
    let limit =
        json!({"total": 1000, "remaining": 0, "reset_after": RESET_MS, "max_concurrency": 1});
    let base = sandbox.base.replace("http://", "ws://");
    let body = json!({"url": format!("{base}/sandbox/gateway"), "shards": 1, "session_start_limit": limit});
    chat.fault(json!({"platform": "discord", "path": "/gateway/bot", "status": 200, "body": body, "times": 1}))
        .await?;
    let begun = std::time::Instant::now();
    let _bots = bots(&sandbox, &url).await?;
    let introduced = async {
        while chat.get("gateway").await?["identified"] == 0 {
            sleep(Duration::from_millis(50)).await;
        }
        anyhow::Ok(())
    };
    timeout(SOON, introduced).await??;
    assert!(begun.elapsed() >= Duration::from_millis(RESET_MS), "{:?}", begun.elapsed());
    Ok(())
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_refused_in_words() -> anyhow::Result<()> {
    let url = engine::testing::url().await?;
    drop(engine::Engine::open(&url).await?);
    let newer = "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
         select 9999, 'what comes one day', success, checksum, 0 from _sqlx_migrations where version = 1";
    change(&url, newer).await?;
    let mut program = command(&folder("newer"), &[]);
    program.env("STREAKS_DATABASE_URL", &url).stderr(Stdio::piped());
    let ended = timeout(SOON, program.output()).await??;
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(!ended.status.success() && said.contains("newer version"), "{said}");
    Ok(())
}

#[tokio::test]
async fn several_processes_that_start_at_once_migrate_once() -> anyhow::Result<()> {
    let url = engine::testing::url().await?;
    if url.starts_with("sqlite") {
        // SQLite is for one.
        return Ok(());
    }
    let opened = futures_util::future::join_all((0..8).map(|_| engine::Engine::open(&url))).await;
    assert!(
        opened.iter().all(Result::is_ok),
        "{:?}",
        opened.iter().find_map(|one| one.as_ref().err())
    );
    Ok(())
}

#[tokio::test]
async fn figures_are_served_where_they_are_asked_for() -> anyhow::Result<()> {
    let url = engine::testing::url().await?;
    let mut program = command(&folder("metrics"), &[]);
    program.env("STREAKS_DATABASE_URL", &url).env("STREAKS_METRICS_LISTEN", "127.0.0.1:0");
    let streaks = tests::Streaks::launch(program, "Leaderboards:").await?;
    let chat = streaks.chat();
    chat.is_heard_on(&["discord", "telegram"]).await?;
    chat.say("telegram", "ken", "/event create visibility:public title:Reading").await?;
    chat.say("discord", "ada", "/join event:Reading").await?;
    let at = streaks.told("Metrics:").await?;
    let figures = reqwest::get(at).await?.text().await?;
    for line in [
        "streaks_updates_total{source=\"telegram\",result=\"done\"}",
        "streaks_updates_total{source=\"discord\",result=\"done\"}",
        "streaks_update_seconds_bucket{source=\"discord\",le=\"0.5\"}",
        "streaks_queue_rows{queue=\"outbox\",name=\"discord\"} 0",
        "streaks_dead_letters{queue=\"inbox\"} 0",
        "streaks_platform_up{platform=\"telegram\"} 1",
        "process_resident_memory_bytes",
    ] {
        assert!(figures.contains(line), "no {line} in {figures}");
    }
    assert_eq!(streaks.page("/metrics").await?.0, 404, "they are not among the pages");
    Ok(())
}
