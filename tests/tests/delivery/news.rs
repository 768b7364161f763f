//! What is told without being asked for.

use serde_json::json;
use tests::{Chat, Streaks};

use crate::{GROUP, comes, messages, requests};

const OPEN: &str = "Reading";

/// People in an event, on Discord and on Telegram, who are reminded of it at eight.
async fn reminded(chat: &Chat, platform: &str, people: &[&str]) -> anyhow::Result<()> {
    chat.set_clock("2027-03-01T12:00:00Z").await?;
    chat.say(platform, "ken", "/event create visibility:public title:Reading").await?;
    for person in people {
        let line = |words: &str| match platform {
            "discord" => words.to_owned(),
            _ => words.replace("event:Reading ", "").replace("event:", "").replace("at:", ""),
        };
        chat.say_in(platform, "private", person, &line("/timezone zone:UTC")).await?;
        chat.say_in(platform, "private", person, &line("/join event:Reading")).await?;
        chat.say_in(platform, "private", person, &line("/remind event:Reading at:20:00")).await?;
    }
    chat.set_clock("2027-03-01T19:59:50Z").await?;
    Ok(())
}

/// The reminders that a person can see.
async fn reminders(chat: &Chat, person: &str) -> anyhow::Result<usize> {
    let read = messages(chat, person, OPEN).await?;
    let is_late = |message: &&serde_json::Value| {
        message["at"].as_str().is_some_and(|at| at >= "2027-03-01T19:59:55")
    };
    Ok(read.iter().filter(is_late).count())
}

#[tokio::test]
async fn what_discord_did_and_denied_is_read_back_and_not_told_again() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    reminded(&chat, "discord", &["ada"]).await?;
    let fault = |status: u16, after_effect: bool, times: u32| {
        json!({"platform": "discord", "method": "POST", "path": "/messages", "status": status,
            "after_effect": after_effect, "times": times})
    };
    chat.fault(fault(500, true, 1)).await?;
    chat.fault(fault(503, false, 7)).await?;
    // Longer than Discord knows a nonce again.
    for _ in 0..20 {
        chat.advance(30).await?;
    }
    assert_eq!(reminders(&chat, "ada").await?, 1);
    let read_back = requests(&chat, "/messages").await?;
    assert!(read_back.iter().any(|asked| asked["method"] == "GET"), "nobody looked");
    Ok(())
}

#[tokio::test]
async fn a_chat_that_fails_hangs_or_has_to_wait_delays_no_other() -> anyhow::Result<()> {
    let people = ["ada", "grace", "ken"];
    for (status, delay_ms) in [(429, 0), (500, 0), (0, 600_000)] {
        let streaks = Streaks::start().await?;
        let chat = streaks.chat();
        reminded(&chat, "telegram", &people).await?;
        let mine = chat.get("people").await?;
        let of_ada = mine.as_array().into_iter().flatten().find(|person| person["id"] == "ada");
        let ada = of_ada.map(|person| person["telegram_id"].to_string()).unwrap_or_default();
        let fault = json!({"platform": "telegram", "path": "send", "chat": ada, "status": status,
            "retry_after": if status == 429 { Some(600) } else { None }, "delay_ms": delay_ms, "times": 50});
        chat.fault(fault).await?;
        let begun = chat.clone();
        let tick = tokio::spawn(async move { begun.advance(15).await });
        for person in ["grace", "ken"] {
            comes(&chat, person, OPEN).await?;
            let come = async {
                while reminders(&chat, person).await? == 0 {
                    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                }
                anyhow::Ok(())
            };
            tokio::time::timeout(crate::SOON, come).await??;
        }
        assert_eq!(reminders(&chat, "ada").await?, 0, "{status}");
        tick.abort();
    }
    Ok(())
}

#[tokio::test]
async fn a_token_that_telegram_does_not_take_for_a_while_loses_no_reminder() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    reminded(&chat, "telegram", &["ada", "grace"]).await?;
    chat.fault(json!({"platform": "telegram", "path": "send", "status": 401, "body": "Unauthorized", "times": 6}))
        .await?;
    for _ in 0..10 {
        chat.advance(30).await?;
    }
    for person in ["ada", "grace"] {
        assert_eq!(reminders(&chat, person).await?, 1, "{person}");
    }
    Ok(())
}

#[tokio::test]
async fn a_group_that_became_a_supergroup_is_told_once_in_its_new_place() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.set_clock("2027-03-01T12:00:00Z").await?;
    chat.say("telegram", "ken", "/event create visibility:public title:Reading").await?;
    chat.say("telegram", "ken", "/join Reading").await?;
    chat.say("telegram", "ken", "/checkin").await?;
    chat.set_clock("2027-03-02T12:00:00Z").await?;
    chat.say("telegram", "ken", "/checkin").await?;
    // From here on the group has another number, and an answer is the first to hear of it.
    let moved = json!({"ok": false, "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": 7_000_001}});
    chat.fault(json!({"platform": "telegram", "path": "send", "chat": GROUP, "status": 400, "body": moved, "times": 50}))
        .await?;
    chat.set_clock("2027-03-03T12:00:00Z").await?;
    chat.say("telegram", "ken", "/checkin").await?;
    chat.advance(60).await?;
    let asked = requests(&chat, "send").await?;
    let to = |chat: &str| {
        asked
            .iter()
            .filter(|one| {
                one["body"]["chat_id"].as_i64() == chat.parse().ok()
                    && one["at"].as_str() > Some("2027-03-03T12")
            })
            .count()
    };
    let to_old = to(GROUP);
    assert!((1..=2).contains(&to_old), "the old number was asked {to_old} times");
    assert!(to("7000001") > 0, "{asked:?}");
    Ok(())
}
