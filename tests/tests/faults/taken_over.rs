//! Codes that others could read: nobody becomes somebody else by them, and nobody comes in.

use anyhow::Context;
use tests::{Answer, Streaks};

/// The code in an answer, which stands between its quotation marks.
fn code(answer: &Answer) -> anyhow::Result<String> {
    let text = answer.text();
    let found = text.split(['“', '„', '”']).nth(1).map(str::to_owned);
    found.with_context(|| format!("no code in {text}"))
}

/// The id of the button with this in it, and its message.
fn button<'a>(answer: &'a Answer, id: &str) -> anyhow::Result<(&'a str, &'a str)> {
    let found = answer.messages().iter().find_map(|message| {
        let buttons = message["buttons"].as_array()?.iter();
        let known =
            buttons.filter_map(|button| Some((button["id"].as_str()?, button["label"].as_str()?)));
        let (_, label) = known.clone().find(|(known, _)| known.contains(id))?;
        Some((message["id"].as_str()?, label))
    });
    found.with_context(|| format!("no button {id} in {:?}", answer.0))
}

#[tokio::test]
async fn nobody_becomes_whoever_typed_a_code_in_a_group() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say("discord", "ken", "/event create visibility:public title:Read").await?;
    chat.say("telegram", "ken", "/start").await?;
    let code = code(&chat.say("discord", "ken", "/link").await?)?;
    // As they were told not to: in the group.
    let seen = chat.say("telegram", "ken", &format!("/link {code}")).await?;
    assert!(seen.text().contains("gilt dieser Code nicht mehr"), "{:?}", seen.0);
    let stolen = chat.say_in("telegram", "private", "grace", &format!("/link {code}")).await?;
    assert!(stolen.text().contains("This code does not work"), "{:?}", stolen.0);
    Ok(())
}

#[tokio::test]
async fn whoever_made_a_code_says_who_typed_it() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say("discord", "ada", "/event create visibility:public title:Read").await?;
    chat.say("discord", "ada", "/join event:Read").await?;
    let stolen = code(&chat.say("discord", "ada", "/link").await?)?;
    let preview = chat.say_in("telegram", "private", "grace", &format!("/link {stolen}")).await?;
    let (message, label) = button(&preview, ":link:")?;
    let asked = chat.press("telegram", "grace", message, label).await?;
    assert!(asked.text().contains("Now say yes on Discord"), "{:?}", asked.0);
    let (message, label) = button(&asked, ":link::no")?;
    let refused = chat.press("discord", "ada", message, label).await?;
    assert!(refused.text().contains("Nothing was linked"), "{:?}", refused.0);
    let streak = chat.say_in("telegram", "private", "grace", "/streak").await?;
    assert!(streak.text().contains("not in any event"), "{:?}", streak.0);
    // Ada herself, on her other account.
    let own = code(&chat.say("discord", "ada", "/link").await?)?;
    let preview = chat.say_in("telegram", "private", "ada", &format!("/link {own}")).await?;
    let (message, label) = button(&preview, ":link:")?;
    let asked = chat.press("telegram", "ada", message, label).await?;
    let (message, label) = button(&asked, ":link::yes")?;
    let linked = chat.press("discord", "ada", message, label).await?;
    let told = linked.messages().iter().filter(|message| {
        message["text"].as_str().is_some_and(|text| text.contains("From now on you are"))
    });
    let mut platforms: Vec<_> = told.filter_map(|message| message["platform"].as_str()).collect();
    platforms.sort_unstable();
    assert_eq!(platforms, ["discord", "telegram"], "{:?}", linked.0);
    let streak = chat.say_in("telegram", "private", "ada", "/streak").await?;
    assert!(streak.text().contains("Read"), "{:?}", streak.0);
    // Either side parts the other one again.
    let which = chat.say_in("telegram", "private", "ada", "/unlink").await?;
    let (message, label) = button(&which, "unlink::discord")?;
    let parted = chat.press("telegram", "ada", message, label).await?;
    assert!(parted.text().contains("is now on its own"), "{:?}", parted.0);
    // What one side brought goes with it.
    let streak = chat.say("discord", "ada", "/streak").await?;
    assert!(streak.text().contains("Read"), "{:?}", streak.0);
    let streak = chat.say_in("telegram", "private", "ada", "/streak").await?;
    assert!(streak.text().contains("not in any event"), "{:?}", streak.0);
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn a_code_for_an_event_that_was_typed_in_a_group_lets_nobody_in() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say_in("discord", "private", "ada", "/event create title:Club visibility:invite").await?;
    let made = chat.say_in("discord", "private", "ada", "/event invite event:Club").await?;
    let text = made.text();
    let code = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .find(|word| word.len() == 16)
        .with_context(|| text.clone())?;
    let seen = chat.say("telegram", "grace", &format!("/join {code}")).await?;
    assert!(seen.text().contains("Others read along here"), "{:?}", seen.0);
    let stolen = chat.say_in("telegram", "private", "ken", &format!("/join {code}")).await?;
    assert!(!stolen.text().contains("Club"), "{:?}", stolen.0);
    let (message, label) = button(&seen, "event-review")?;
    let let_in = chat.press("discord", "ada", message, label).await?;
    assert!(let_in.text().contains("Grace is in"), "{:?}", let_in.0);
    Ok(())
}
