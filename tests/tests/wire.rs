//! What the platforms may do to us: refuse, be slow, answer late, repeat.

use serde_json::json;
use tests::Streaks;

#[tokio::test]
async fn an_answer_that_discord_refuses_for_a_moment_is_given_again() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say("discord", "ada", "/event create visibility:public title:Reading").await?;
    chat.fault(json!({"platform": "discord", "method": "POST", "path": "/callback", "status": 429, "retry_after": 0.2, "times": 1})).await?;
    let joined = chat.say("discord", "ada", "/join event:Reading").await?;
    assert!(joined.text().contains("You are in"), "{:?}", joined.0);
    chat.fault(json!({"platform": "discord", "method": "POST", "path": "/callback", "status": 500, "times": 1, "after_effect": true})).await?;
    let done = chat.say("discord", "ada", "/checkin").await?;
    assert!(done.text().contains("Day 1"), "{:?}", done.0);
    Ok(())
}

#[tokio::test]
async fn a_message_that_telegram_delays_comes_later_and_once() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.set_clock("2027-03-01T12:00:00Z").await?;
    chat.say("telegram", "ken", "/event create visibility:public title:Reading").await?;
    chat.say("telegram", "ken", "/join Reading").await?;
    for day in 1..=3 {
        chat.set_clock(&format!("2027-03-{day:02}T12:00:00Z")).await?;
        chat.say("telegram", "ken", "/checkin").await?;
    }
    chat.fault(json!({"platform": "telegram", "path": "sendPhoto", "status": 400, "times": 1,
        "body": {"ok": false, "error_code": 429, "description": "Too Many Requests: retry after 40", "parameters": {"retry_after": 40}}})).await?;
    let told = chat.advance(640).await?;
    assert!(told.fresh().is_empty(), "Telegram refused: {:?}", told.0);
    let told = chat.advance(60).await?;
    let [message] = told.fresh()[..] else { anyhow::bail!("one message: {:?}", told.0) };
    assert_eq!(message["text"], "🎉 Ken: 3 Tage am Stück bei Reading");
    assert!(chat.advance(600).await?.fresh().is_empty());
    Ok(())
}

#[tokio::test]
async fn a_gateway_that_goes_away_comes_back_without_anybody_noticing() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say("discord", "ada", "/event create visibility:public title:Reading").await?;
    let http = reqwest::Client::new();
    http.post(format!("{}/sandbox/api/gateway", streaks.base))
        .json(&json!({"close": 4000}))
        .send()
        .await?;
    let joined = chat.say("discord", "ada", "/join event:Reading").await?;
    assert!(joined.text().contains("You are in"), "{:?}", joined.0);
    Ok(())
}

#[tokio::test]
async fn a_location_on_telegram_sets_the_clock() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    let now = chat.say_in("telegram", "private", "ada", "/timezone").await?;
    let hours = chat.press("telegram", "ada", now.message()?, "No, other time").await?;
    let label = "📍 Send my location";
    let asked = chat.press("telegram", "ada", hours.message()?, label).await?;
    assert_eq!(asked.fresh().last().map(|asked| &asked["location_button"]), Some(&json!(label)));
    let set = chat.locate("ada", 35.689_487, 139.691_711).await?;
    assert!(set.text().contains("Your day ends at midnight, Asia/Tokyo time."), "{:?}", set.0);
    let asked = chat.get("messages?platform=telegram&person=ada&place=private").await?.to_string();
    assert!(!asked.contains("location_button"), "the button below the text field is gone");
    // Where others read along, it is said that the answer is elsewhere.
    let group = chat.say("telegram", "ada", "/timezone").await?;
    let read = group.messages().iter().filter(|message| message["place"] == "group");
    let read: Vec<&str> = read.filter_map(|message| message["text"].as_str()).collect();
    assert!(!read.concat().contains("Tokyo"), "{:?}", group.0);
    assert!(group.text().contains("Asia/Tokyo"), "{:?}", group.0);
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn a_reminder_on_telegram_is_answered_with_a_word() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.set_clock("2027-03-01T12:00:00Z").await?;
    chat.say_in("telegram", "private", "ada", "/event create visibility:public title:Reading")
        .await?;
    chat.say_in("telegram", "private", "ada", "/join Reading").await?;
    chat.say_in("telegram", "private", "ada", "/remind 20:00").await?;
    let told = chat.set_clock("2027-03-01T20:00:30Z").await?;
    let reminder = told.message_with("Reading")?.to_owned();
    let unclear = chat.reply("ada", &reminder, "in a moment").await?;
    assert!(unclear.text().contains("Answer “done” to check in"), "{:?}", unclear.0);
    let done = chat.reply("ada", &reminder, "Done!").await?;
    assert!(done.text().contains("Day 1"), "{:?}", done.0);
    Ok(())
}

#[tokio::test]
async fn whoever_is_too_quick_is_told_once_and_then_only_where_discord_waits() -> anyhow::Result<()>
{
    let mut command = tests::command(&tests::folder("quick"), &[]);
    command.env("STREAKS_DATABASE_URL", engine::testing::url().await?);
    command.env("STREAKS_LIMITS_COMMANDS", "1").env("STREAKS_LIMITS_COMMANDS_AT_ONCE", "3");
    let streaks = Streaks::launch(command, "Leaderboards:").await?;
    let chat = streaks.chat();
    for (platform, again) in [("discord", "One moment, please."), ("telegram", "")] {
        let say = async || -> anyhow::Result<String> {
            Ok(chat.say_in(platform, "private", "grace", "/streak").await?.text())
        };
        for _ in 0..3 {
            let heard = say().await?;
            assert!(heard.starts_with("You are not in any event yet"), "{platform}: {heard}");
        }
        let told = say().await?;
        assert!(told.starts_with("That was quick: I am listening again"), "{platform}: {told}");
        assert_eq!(say().await?, again, "{platform}");
    }
    Ok(())
}
