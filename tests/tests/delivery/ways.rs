//! Ways that people close and open themselves: blocked and let in again, put out and brought back.

use anyhow::Context;
use serde_json::json;
use std::time::Duration;
use tests::{Chat, Streaks, bots, bots_with, change, number, sandbox};
use tokio::time::{sleep, timeout};

use crate::{GROUP, SOON, comes, messages, requests};

/// An event of which Grace is reminded in private at eight on each day from the first of March 2027.
async fn begin(chat: &Chat, platform: &str) -> anyhow::Result<()> {
    chat.set_clock("2027-03-01T12:00:00Z").await?;
    chat.say(platform, "ken", "/event create visibility:public title:Reading").await?;
    for line in
        ["/timezone zone:UTC", "/join event:Reading", "/remind event:Reading at:20:00 last:no"]
    {
        chat.say_in(platform, "private", "grace", line).await?;
    }
    Ok(())
}

/// What was sent to a chat on Telegram since a moment, by method and status.
async fn sent_to(chat: &Chat, address: &str, since: &str) -> anyhow::Result<Vec<u64>> {
    let sent = requests(chat, "sendmessage").await?;
    let is_it = |request: &&serde_json::Value| {
        let to = &request["body"]["chat_id"];
        let is_to = to.as_str() == Some(address)
            || to.as_i64().map(|id| id.to_string()).as_deref() == Some(address);
        is_to && request["at"].as_str().is_some_and(|at| at >= since)
    };
    Ok(sent.iter().filter(is_it).filter_map(|request| request["status"].as_u64()).collect())
}

async fn telegram_id(chat: &Chat, person: &str) -> anyhow::Result<String> {
    let people = chat.get("people").await?;
    let known = people.as_array().into_iter().flatten().find(|one| one["id"] == person);
    Ok(known.map(|one| one["telegram_id"].to_string()).unwrap_or_default())
}

#[tokio::test]
async fn whoever_blocks_the_bot_hears_nothing_until_they_let_it_in_again() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    begin(&chat, "telegram").await?;
    let grace = telegram_id(&chat, "grace").await?;
    chat.block("grace", true).await?;
    chat.set_clock("2027-03-01T20:00:30Z").await?;
    assert!(
        sent_to(&chat, &grace, "2027-03-01T19:00").await?.is_empty(),
        "nobody is asked in vain"
    );
    chat.block("grace", false).await?;
    chat.set_clock("2027-03-02T20:00:30Z").await?;
    assert_eq!(sent_to(&chat, &grace, "2027-03-02T19:00").await?, [200]);
    Ok(())
}

#[tokio::test]
async fn who_has_blocked_the_bot_unheard_is_asked_once() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    begin(&chat, "telegram").await?;
    let grace = telegram_id(&chat, "grace").await?;
    let blocked =
        json!({"platform": "telegram", "path": "send", "chat": grace, "status": 403, "times": 100});
    chat.fault(blocked).await?;
    for day in 1..=3 {
        chat.set_clock(&format!("2027-03-0{day}T20:00:30Z")).await?;
    }
    assert_eq!(sent_to(&chat, &grace, "2027-03-01T19:00").await?, [403]);
    Ok(())
}

#[tokio::test]
async fn a_group_that_puts_the_bot_out_is_left_alone_and_served_again_when_it_is_back()
-> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    begin(&chat, "telegram").await?;
    chat.put_out("telegram", "ken").await?;
    chat.set_clock("2027-03-02T09:00:30Z").await?;
    let refused = sent_to(&chat, GROUP, "2027-03-01T13:00").await?;
    assert!(refused.is_empty(), "{refused:?}");
    chat.bring("telegram", "ken").await?;
    chat.set_clock("2027-03-03T09:00:30Z").await?;
    let sent = sent_to(&chat, GROUP, "2027-03-03T08:00").await?;
    assert!(sent.contains(&200), "{sent:?}");
    Ok(())
}

#[tokio::test]
async fn a_server_that_puts_the_bot_out_is_left_alone_and_one_that_is_away_is_not()
-> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    begin(&chat, "discord").await?;
    let posted = async || {
        let posts = requests(&chat, "/messages").await?;
        let is_post = |post: &&serde_json::Value| post["method"] == "POST" && post["status"] == 200;
        anyhow::Ok(posts.iter().filter(is_post).count())
    };
    chat.guild_is_unavailable().await?;
    chat.set_clock("2027-03-02T09:00:30Z").await?;
    assert!(!messages(&chat, "ken", "Reading").await?.is_empty());
    let before = posted().await?;
    assert!(before > 0, "a server that is away for a moment still gets its board");
    chat.put_out("discord", "ken").await?;
    let tried = requests(&chat, "/messages").await?.len();
    chat.set_clock("2027-03-03T09:00:30Z").await?;
    let in_channel = requests(&chat, "/messages").await?.into_iter().skip(tried);
    let refused = in_channel.filter(|asked| asked["status"] == 403).count();
    assert_eq!(refused, 0, "nobody is asked in vain");
    chat.bring("discord", "ken").await?;
    let before = posted().await?;
    chat.set_clock("2027-03-04T09:00:30Z").await?;
    assert!(posted().await? > before, "it is served again");
    Ok(())
}

/// Waits until so many communities are known to have put us out.
async fn have_put_us_out(url: &str, count: i64) -> anyhow::Result<()> {
    let known = async {
        while number(url, "select count(*) from community where left_at is not null").await?
            != count
        {
            sleep(Duration::from_millis(100)).await;
        }
        anyhow::Ok(())
    };
    timeout(SOON, known).await.with_context(|| format!("it is never {count}"))?
}

#[tokio::test]
async fn who_puts_the_bot_out_while_it_is_away_is_missed_and_found_again() -> anyhow::Result<()> {
    // By webhook nothing is heard in between: only the list says that it is back.
    for (receive, is_heard) in [("connection", true), ("webhook", false)] {
        let settings = [("STREAKS_DISCORD_RECEIVE", receive)];
        let url = engine::testing::url().await?;
        let sandbox = sandbox().await?;
        let chat = sandbox.chat();
        let first = bots(&sandbox, &url).await?;
        chat.say("discord", "ken", "/event create visibility:public title:Reading").await?;
        comes(&chat, "ken", "Reading").await?;
        first.terminate().await?;
        chat.put_out("discord", "ken").await?;
        let second = bots_with(&sandbox, &url, &settings).await?;
        have_put_us_out(&url, 1).await?;
        let away = "select count(*) from destination where kind = 'channel' and state = 'away'";
        assert!(number(&url, away).await? > 0, "nothing is sent there");
        if is_heard {
            chat.bring("discord", "ken").await?;
            have_put_us_out(&url, 0).await?;
        } else {
            second.terminate().await?;
            chat.bring("discord", "ken").await?;
            let _third = bots_with(&sandbox, &url, &settings).await?;
            have_put_us_out(&url, 0).await?;
        }
        assert_eq!(number(&url, away).await?, 0, "it is served again");
    }
    Ok(())
}

#[tokio::test]
async fn who_puts_the_bot_out_while_that_cannot_be_stored_is_found_once_it_can()
-> anyhow::Result<()> {
    let url = engine::testing::url().await?;
    let sandbox = sandbox().await?;
    let chat = sandbox.chat();
    let _bots = bots(&sandbox, &url).await?;
    chat.say("discord", "ken", "/event create visibility:public title:Reading").await?;
    comes(&chat, "ken", "Reading").await?;
    change(&url, "alter table community rename to elsewhere").await?;
    chat.put_out("discord", "ken").await?;
    let asked = async {
        while requests(&chat, "/users/@me/guilds").await?.is_empty() {
            sleep(Duration::from_millis(50)).await;
        }
        anyhow::Ok(())
    };
    timeout(SOON, asked).await.context("nobody asks which servers the bot is in")??;
    change(&url, "alter table elsewhere rename to community").await?;
    have_put_us_out(&url, 1).await
}
