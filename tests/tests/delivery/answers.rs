//! Answers to people who wait.

use serde_json::json;
use std::time::Duration;
use tests::{Answer, Chat, Streaks};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

use crate::{GROUP, SOON, comes, comes_in_time, hold, messages, requests};

#[tokio::test]
async fn answers_that_hang_are_in_nobodys_way_on_discord() -> anyhow::Result<()> {
    const HANG: usize = 70;
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say("discord", "ada", "/event create visibility:public title:Reading").await?;
    let hangs = json!({"platform": "discord", "path": "/callback", "status": 0, "delay_ms": 600_000, "times": HANG});
    chat.fault(hangs).await?;
    let mut crowd = vec![];
    for n in 0..HANG {
        let person = chat.person(&format!("person {n}"), "en-US", "UTC").await?;
        let chat = chat.clone();
        crowd.push(tokio::spawn(async move {
            chat.say("discord", &person, "/join event:Reading").await
        }));
    }
    let all_hang = async {
        while requests(&chat, "/callback").await?.len() <= HANG {
            sleep(Duration::from_millis(20)).await;
        }
        anyhow::Ok(())
    };
    timeout(SOON, all_hang).await??;
    let joined = chat.say("discord", "grace", "/join event:Reading").await?;
    assert!(joined.text().contains("You are in"), "{:?}", joined.0);
    crowd.iter().for_each(JoinHandle::abort);
    Ok(())
}

/// Ada asks in a group for a leaderboard, and Telegram takes nothing there for a while.
async fn has_to_wait(chat: &Chat) -> anyhow::Result<JoinHandle<anyhow::Result<Answer>>> {
    let wait = json!({"platform": "telegram", "path": "send", "chat": GROUP, "status": 429, "retry_after": 15});
    chat.fault(wait).await?;
    let asking = chat.clone();
    let group =
        tokio::spawn(async move { asking.say("telegram", "ada", "/leaderboard Reading").await });
    let refused = async {
        while requests(chat, "sendmessage").await?.iter().all(|asked| asked["status"] != 429) {
            sleep(Duration::from_millis(20)).await;
        }
        anyhow::Ok(())
    };
    timeout(SOON, refused).await??;
    Ok(group)
}

#[tokio::test]
async fn a_group_that_has_to_wait_keeps_nobody_else_waiting() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say("telegram", "ken", "/event create visibility:public title:Reading").await?;
    let group = has_to_wait(&chat).await?;
    let alone = chat.say_in("telegram", "private", "grace", "/join Reading").await?;
    assert!(alone.text().contains("You are in"), "{:?}", alone.0);
    assert!(messages(&chat, "ada", "🏆 Reading").await?.is_empty());
    chat.advance(17).await?;
    comes(&chat, "ada", "🏆 Reading").await?;
    group.await??;
    assert_eq!(messages(&chat, "ada", "🏆 Reading").await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn an_answer_that_comes_late_shows_nothing_that_is_for_few_by_then() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say_in("telegram", "private", "ken", "/start").await?;
    chat.say("telegram", "ken", "/event create visibility:public title:Reading").await?;
    let group = has_to_wait(&chat).await?;
    let edit = "/event edit event:Reading visibility:invite";
    let edited = chat.say_in("telegram", "private", "ken", edit).await?;
    assert!(edited.text().contains("Geändert."), "{:?}", edited.0);
    chat.advance(17).await?;
    comes(&chat, "ada", "I cannot find an event").await?;
    group.await??;
    assert!(messages(&chat, "ada", "🏆 Reading").await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn an_answer_outlives_an_outage_on_telegram() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say("telegram", "ken", "/event create visibility:public title:Reading").await?;
    // Whatever it answers, and whether it answers.
    for status in [0, 401, 429] {
        chat.fault(json!({"platform": "telegram", "path": "send", "status": status, "times": 2}))
            .await?;
    }
    chat.say_in("telegram", "private", "grace", "/join Reading").await?;
    comes_in_time(&chat, "grace", "You are in").await?;
    assert_eq!(messages(&chat, "grace", "You are in").await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn an_answer_in_private_outlives_an_outage_on_discord() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say("discord", "grace", "/event create visibility:public title:Reading").await?;
    chat.say("discord", "grace", "/join event:Reading").await?;
    // Whatever it answers, and whether it answers: the last has arrived.
    for status in [0, 503, 429] {
        chat.fault(
            json!({"platform": "discord", "path": "/messages", "status": status, "times": 2}),
        )
        .await?;
    }
    chat.fault(
        json!({"platform": "discord", "path": "/messages", "status": 0, "after_effect": true}),
    )
    .await?;
    chat.say_in("discord", "private", "grace", "done with Reading").await?;
    comes_in_time(&chat, "grace", "**Day 1** · Reading").await?;
    assert_eq!(messages(&chat, "grace", "**Day 1** · Reading").await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn a_slow_database_is_announced_and_what_follows_outlives_an_outage() -> anyhow::Result<()> {
    let url = engine::testing::url().await?;
    let mut command = tests::command(&tests::folder("slow"), &[]);
    command.env("STREAKS_DATABASE_URL", &url);
    let streaks = Streaks::launch(command, "Leaderboards:").await?;
    let chat = streaks.chat();
    chat.say("discord", "ada", "/event create visibility:public title:Reading").await?;
    // Discord gives a command up after three seconds, and the database is slow for longer than that.
    let slow = hold(&url, Duration::from_millis(4300));
    let down = json!({"platform": "discord", "path": "/webhooks/", "status": 503, "times": 6});
    chat.fault(down).await?;
    let (held, joined) = tokio::join!(slow, chat.say("discord", "ada", "/join event:Reading"));
    held?;
    let joined = joined?;
    assert!(joined.0["error"].is_null(), "{:?}", joined.0);
    comes_in_time(&chat, "ada", "You are in").await?;
    assert_eq!(messages(&chat, "ada", "You are in").await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn where_we_may_not_write_the_person_is_told_in_private_at_once() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say("telegram", "ken", "/event create visibility:public title:Reading").await?;
    chat.say_in("telegram", "private", "grace", "/start").await?;
    let why = "Bad Request: not enough rights to send text messages to the chat";
    let mute = json!({"platform": "telegram", "path": "send", "chat": GROUP, "status": 400, "body": why, "times": 20});
    chat.fault(mute).await?;
    chat.say("telegram", "grace", "/join Reading").await?;
    let told = comes(&chat, "grace", "You are in").await?;
    assert_eq!(told["place"], "private");
    // Nothing is tried again, and the next command is heard.
    let asked = |requests: Vec<serde_json::Value>| {
        requests.iter().filter(|one| one["body"]["chat_id"].to_string().contains(GROUP)).count()
    };
    let before = asked(requests(&chat, "sendmessage").await?);
    chat.say("telegram", "grace", "/leave Reading").await?;
    comes(&chat, "grace", "Leave Reading?").await?;
    assert!(asked(requests(&chat, "sendmessage").await?) <= before + 2);
    Ok(())
}

#[tokio::test]
async fn what_an_older_or_newer_version_registered_is_answered_too() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    let made = chat.say("discord", "ada", "/event create visibility:public title:Reading").await?;
    let message = made.message()?;
    let command =
        |name: &str, options| json!({"id": "1", "name": name, "type": 1, "options": options});
    let typed = json!([{"name": "what", "type": 3, "value": "re", "focused": true}]);
    let acts = [
        json!({"kind": "command", "data": command("conquer", json!([]))}),
        json!({"kind": "component", "message": message,
            "data": {"custom_id": "v2:what::", "component_type": 2}}),
        json!({"kind": "component", "message": message,
            "data": {"custom_id": "what", "component_type": 3, "values": ["1"]}}),
        json!({"kind": "modal", "data": {"custom_id": "v2:what::", "components": []}}),
        json!({"kind": "autocomplete", "data": command("conquer", typed.clone())}),
        json!({"kind": "autocomplete", "data": command("join", typed)}),
    ];
    for mut act in acts {
        act["person"] = json!("ada");
        let answered = chat.interact(act.clone()).await?;
        assert!(answered.0["error"].is_null(), "{act}: {:?}", answered.0);
        let is_told = !answered.text().is_empty();
        assert_eq!(is_told, act["kind"] != "autocomplete", "{act}: {:?}", answered.0);
    }
    Ok(())
}
