//! Updates of Telegram's that cannot be read, or not by the library: they cost nobody else anything.

use anyhow::Context;
use serde_json::{Value, json};
use std::time::Duration;
use tests::{Chat, Streaks};
use tokio::time::{sleep, timeout};

const SOON: Duration = Duration::from_secs(20);

/// An update as it stands on the wire.
async fn send(streaks: &Streaks, text: String) -> anyhow::Result<()> {
    let http = reqwest::Client::new();
    let sent = http.post(format!("{}/sandbox/api/update", streaks.base)).body(text).send().await?;
    anyhow::ensure!(sent.status().is_success(), "{}", sent.text().await?);
    Ok(())
}

/// A message of Grace's in the group, with more fields.
fn message(fields: &str) -> String {
    let now = std::time::UNIX_EPOCH.elapsed().expect("it is later than 1970").as_secs();
    format!(
        r#"{{"message":{{"message_id":9000,"date":{now},
        "from":{{"id":5000000003,"is_bot":false,"first_name":"Grace","language_code":"en"}},
        "chat":{{"id":-1001234567890,"type":"supergroup","title":"Streaks"}},{fields}}}}}"#
    )
}

/// Waits until the bot has said something of which this is a part.
async fn is_said(chat: &Chat, words: &str) -> anyhow::Result<Value> {
    let says = async {
        loop {
            let shown = chat.get("messages?person=ada").await?;
            let messages = shown["messages"].as_array().context("a list")?.iter();
            let text = |message: &Value| message["text"].as_str().unwrap_or_default().to_owned();
            let mut found = messages.filter(|message| text(message).contains(words));
            if let Some(message) = found.next() {
                return anyhow::Ok(message.clone());
            }
            sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(SOON, says).await.with_context(|| words.to_owned())?
}

/// Waits until this press has got its answer, and gives the note.
async fn is_answered(chat: &Chat, query: &str) -> anyhow::Result<String> {
    let answered = async {
        loop {
            let requests = chat.get("requests").await?;
            let bodies =
                requests["requests"].as_array().context("a list")?.iter().map(|one| &one["body"]);
            let mut answers = bodies.filter(|body| body["callback_query_id"] == query);
            if let Some(body) = answers.next() {
                return anyhow::Ok(body["text"].as_str().unwrap_or_default().to_owned());
            }
            sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(SOON, answered).await.with_context(|| query.to_owned())?
}

fn deep() -> String {
    format!("{}1{}", "[".repeat(140), "]".repeat(140))
}

#[tokio::test]
async fn an_update_that_cannot_be_read_stops_nobody() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say("telegram", "ada", "/event create visibility:public title:Read").await?;
    // Half a sign in a name, a text that is no text, brackets that never close.
    send(&streaks, message(r#""text":"/join Read","from":{"id":5000000003,"is_bot":false,"first_name":"Gra\ud83dce","language_code":"en"}"#).replacen(r#""from":{"id":5000000003,"is_bot":false,"first_name":"Grace","language_code":"en"},"#, "", 1)).await?;
    send(&streaks, format!(r#"{{"message":{}}}"#, deep())).await?;
    send(&streaks, message(r#""chat":{"id":"none"},"text":"/help""#)).await?;
    send(&streaks, r#"{"message":{"text":"\x"}}"#.to_owned()).await?;
    chat.say("telegram", "ada", "/help").await?;
    is_said(&chat, "One tap a day").await?;
    is_said(&chat, "You are in").await?;
    let board = chat.say("telegram", "ada", "/leaderboard Read").await?;
    assert!(board.text().contains("Gra\u{FFFD}ce"), "{:?}", board.0);
    Ok(())
}

#[tokio::test]
async fn a_field_that_is_not_used_costs_no_message() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say("telegram", "ada", "/event create visibility:public title:Read").await?;
    let origin = r#"{"type":"hidden_user","date":1,"sender_user_name":"x"}"#;
    let reply = format!(
        r#""text":"/join Read","external_reply":{{"origin":{origin},"video":{{"duration":1}},"x":{}}}"#,
        deep()
    );
    send(&streaks, message(&reply)).await?;
    is_said(&chat, "You are in").await?;
    send(&streaks, message(r#""caption":"/checkin Read","video":{"file_id":"v","duration":1}"#))
        .await?;
    is_said(&chat, "Day 1").await?;
    let entities = r#""text":"/streak Read","entities":[{"type":"bot_command","offset":0,"length":7},{"type":"text_link","offset":900,"length":9,"url":"no address"},{"type":"of_the_future"}]"#;
    send(&streaks, message(entities)).await?;
    is_said(&chat, "1 day in a row").await?;
    Ok(())
}

#[tokio::test]
async fn every_press_gets_its_answer() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    let card = chat.say("telegram", "ada", "/event create visibility:public title:Read").await?;
    let message = card.message_with("Read")?.to_owned();
    let buttons = chat.get("messages?person=ada").await?;
    let list = buttons["messages"].as_array().context("a list")?.iter();
    let found = list.clone().find(|one| one["id"] == message.as_str()).context("the card")?;
    let join = found["buttons"][0]["id"].as_str().context("a button")?;
    let number: i64 = message.rsplit(':').next().context("a number")?.parse()?;
    let press = |id: &str, more: Value| {
        let mut query = json!({
            "id": id, "chat_instance": "1",
            "from": {"id": 5_000_000_003_i64, "is_bot": false, "first_name": "Grace", "language_code": "en"},
        });
        for (name, value) in more.as_object().into_iter().flatten() {
            query[name] = value.clone();
        }
        json!({"callback_query": query}).to_string()
    };
    let group = json!({"id": -1_001_234_567_890_i64, "type": "supergroup", "title": "Streaks"});
    // A message that is too old to be handed out: its button works all the same.
    let old = json!({"message_id": number, "date": 0, "chat": group});
    send(&streaks, press("7001", json!({"message": old, "data": join}))).await?;
    is_answered(&chat, "7001").await?;
    let board = chat.say("telegram", "ada", "/leaderboard Read").await?;
    assert!(board.text().contains("Grace"), "{:?}", board.0);
    // One of another version, one without anything, one that cannot be read.
    send(&streaks, press("7002", json!({"message": old, "data": "v2:what::"}))).await?;
    send(&streaks, press("7003", json!({"inline_message_id": "x"}))).await?;
    send(&streaks, press("7004", json!({"message": {"chat": {"id": "none"}}, "data": join})))
        .await?;
    for query in ["7002", "7003", "7004"] {
        let note = is_answered(&chat, query).await?;
        assert!(note.contains("I don’t know this button"), "{query}: {note}");
    }
    Ok(())
}
