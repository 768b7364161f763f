//! The sandbox begins anew, and its clock is set back.

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use tests::{Chat, Streaks, bots, command, folder, number, sandbox};

/// Everything in one process, on this database.
async fn on(url: &str) -> anyhow::Result<Streaks> {
    let mut command = command(&folder("anew"), &[]);
    command.env("STREAKS_DATABASE_URL", url);
    let streaks = Streaks::launch(command, "Leaderboards:").await?;
    streaks.chat().is_heard_on(&["discord", "telegram"]).await?;
    Ok(streaks)
}

async fn clock(chat: &Chat) -> anyhow::Result<DateTime<Utc>> {
    let clock = chat.get("clock").await?;
    Ok(clock["now"].as_str().context("a time")?.parse()?)
}

/// Ada makes an event on Discord and checks in.
async fn juggle(chat: &Chat) -> anyhow::Result<()> {
    chat.say("discord", "ada", "/event create visibility:public title:Juggle zone:UTC").await?;
    chat.say("discord", "ada", "/join event:Juggle").await?;
    let done = chat.say("discord", "ada", "/checkin").await?;
    anyhow::ensure!(done.text().contains("Day 1"), "{:?}", done.0);
    Ok(())
}

#[tokio::test]
async fn a_reset_leaves_nothing_and_everything_goes_on_at_once() -> anyhow::Result<()> {
    let url = engine::testing::url().await?;
    let streaks = on(&url).await?;
    let chat = streaks.chat();
    let began = clock(&chat).await?;
    let kim = chat.person("Kim", "ja", "Asia/Tokyo").await?;
    chat.advance(40 * 86_400).await?;
    juggle(&chat).await?;
    chat.say("telegram", &kim, "/join Juggle").await?;
    assert!(streaks.page("/").await?.1.contains("Juggle"));
    let gateway = chat.get("gateway").await?;

    let done = chat.post_to("reset", json!({})).await?;
    assert_eq!((&done["error"], &done["bots_forget"]), (&Value::Null, &json!(true)), "{done}");
    for query in ["select count(*) from person", "select count(*) from event"] {
        assert_eq!(number(&url, query).await?, 0, "{query}");
    }
    assert!(!streaks.page("/").await?.1.contains("Juggle"));
    let people = chat.get("people").await?;
    assert_eq!(people.as_array().map(Vec::len), Some(3));
    assert_eq!(chat.get("messages?person=ada").await?["messages"], json!([]));
    let now = clock(&chat).await?;
    assert!(began <= now && now < began + TimeDelta::days(1), "{now}");

    juggle(&chat).await?;
    chat.say("telegram", "ken", "/join Juggle").await?;
    let done = chat.say("telegram", "ken", "/checkin").await?;
    assert!(done.text().contains("Tag 1"), "{:?}", done.0);
    assert_eq!(chat.get("gateway").await?, gateway, "nobody had to log in again");
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn what_real_bots_have_written_is_never_deleted() -> anyhow::Result<()> {
    let url = engine::testing::url().await?;
    let sandbox = sandbox().await?;
    let bots = bots(&sandbox, &url).await?;
    juggle(&sandbox.chat()).await?;
    // A sandbox alone has only its own world to begin anew.
    let alone = sandbox.chat().post_to("reset", json!({})).await?;
    assert_eq!((&alone["error"], &alone["bots_forget"]), (&Value::Null, &json!(false)), "{alone}");
    bots.terminate().await?;
    let streaks = on(&url).await?;
    let refused = streaks.chat().post_to("reset", json!({})).await?;
    assert_eq!(refused["error"]["code"], "not_anew", "{refused}");
    assert!(streaks.page("/").await?.1.contains("Juggle"));
    Ok(())
}

#[tokio::test]
async fn with_a_clock_that_was_set_back_a_check_in_counts_for_the_day_that_it_shows()
-> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.set_clock("2027-03-01T12:00:00Z").await?;
    chat.say("discord", "ada", "/event create visibility:public title:Juggle zone:UTC").await?;
    chat.say("discord", "ada", "/join event:Juggle").await?;
    chat.set_clock("2027-03-05T12:00:00Z").await?;
    chat.say("discord", "ada", "/streak").await?;
    for (date, day) in [("2027-03-02", "Day 1"), ("2027-03-03", "Day 2")] {
        chat.set_clock(&format!("{date}T12:00:00Z")).await?;
        let done = chat.say("discord", "ada", "/checkin").await?;
        assert!(done.text().contains(day), "{date}: {:?}", done.0);
    }
    chat.set_clock("2027-03-10T12:00:00Z").await?;
    chat.say("telegram", "ken", "/join Juggle").await?;
    chat.set_clock("2027-03-04T12:00:00Z").await?;
    let early = chat.say("telegram", "ken", "/checkin Juggle").await?;
    assert!(early.text().contains("Meine Uhr wurde zurückgestellt"), "{:?}", early.0);
    Ok(())
}
