//! Life in a community over the real wire: hello, the card that is kept up to date, roles for milestones, a group that
//! becomes a supergroup, what members show to hosts.

use anyhow::{Context, bail};
use serde_json::{Value, json};
use tests::{Chat, Streaks};

/// A message as it is now.
async fn message(chat: &Chat, platform: &str, id: &str) -> anyhow::Result<Value> {
    let messages =
        chat.get(&format!("messages?platform={platform}&person=ada&place=group")).await?;
    let list = messages["messages"].as_array().or(messages.as_array()).cloned().unwrap_or_default();
    list.into_iter().find(|message| message["id"] == id).context("the message is there")
}

/// The messages on a platform that begin with these words.
async fn said(chat: &Chat, platform: &str, words: &str) -> anyhow::Result<Vec<Value>> {
    let mut entries = chat.transcript().await?;
    entries.retain(|entry| {
        let text = entry["text"].as_str().unwrap_or_default();
        entry["platform"] == platform && text.starts_with(words)
    });
    Ok(entries)
}

#[tokio::test]
async fn whoever_brings_the_bot_in_gets_one_welcome_with_a_way_on() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    for (platform, words, label) in [
        ("discord", "Hi. I count streaks.", "Set up"),
        ("telegram", "Hallo. Ich zähle Serien.", "Einrichten"),
    ] {
        // From now on the bot is there.
        chat.say_in(platform, "private", "ada", "/help").await?;
        chat.advance(10).await?;
        assert_eq!(said(&chat, platform, words).await?.len(), 0, "{platform}");
        chat.bring(platform, "ken").await?;
        for _ in 0..100 {
            chat.advance(10).await?;
            if !said(&chat, platform, words).await?.is_empty() {
                break;
            }
        }
        // The server tells of it once more, as it does at each connection.
        chat.bring(platform, "ken").await?;
        for _ in 0..5 {
            chat.advance(10).await?;
        }
        let hellos = said(&chat, platform, words).await?;
        let [hello] = &hellos[..] else { anyhow::bail!("one hello: {hellos:?}") };
        let id = hello["id"].as_str().context("a message has an id")?;
        let panel = chat.press(platform, "ada", id, label).await?;
        assert!(panel.text().contains("This community"), "{:?}", panel.0);
    }
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn the_card_counts_along_on_both_platforms() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    let made = chat.say("discord", "ada", "/event create visibility:public title:Read").await?;
    let discord = made.message_with("Read")?.to_owned();
    let announced = chat.say("telegram", "ada", "/event announce Read").await?;
    let telegram = announced.message_with("Read")?.to_owned();
    chat.say("discord", "ada", "/join event:Read").await?;
    chat.say("telegram", "ken", "/join Read").await?;
    chat.advance(6).await?;
    chat.advance(6).await?;
    let card = message(&chat, "discord", &discord).await?;
    assert!(card["text"].as_str().is_some_and(|text| text.contains("2 people are in.")), "{card}");
    assert_eq!(card["edited"], true);
    let card = message(&chat, "telegram", &telegram).await?;
    assert!(card["text"].as_str().is_some_and(|text| text.contains('2')), "{card}");
    chat.assert_nothing_unknown().await
}

/// The messages in the groups that nobody has deleted and that begin so, or have a button for this.
async fn standing(chat: &Chat, words: &str, button: &str) -> anyhow::Result<Vec<String>> {
    let shown = chat.get("messages?person=ada").await?;
    let messages = shown["messages"].as_array().context("a list")?.iter();
    let is_it = |message: &&Value| {
        let buttons = message["buttons"].as_array().map(Vec::as_slice).unwrap_or_default();
        let is_button = |known: &Value| known["id"].as_str().is_some_and(|id| id.contains(button));
        let text = message["text"].as_str().unwrap_or_default();
        let is_there = message["place"] == "group" && message["author"] == "Streaks";
        is_there && text.starts_with(words) && buttons.iter().any(is_button)
    };
    Ok(messages.filter(is_it).filter_map(|it| it["id"].as_str().map(str::to_owned)).collect())
}

#[tokio::test]
async fn a_card_and_a_board_that_somebody_deletes_stay_deleted() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.set_clock("2027-03-01T12:00:00Z").await?;
    chat.say("discord", "ada", "/event create visibility:public title:Read zone:UTC").await?;
    chat.say("telegram", "ada", "/event announce Read").await?;
    let cards = standing(&chat, "", ":join").await?;
    assert_eq!(cards.len(), 2, "{cards:?}");
    for card in &cards {
        chat.delete(card).await?;
    }
    chat.say("discord", "ada", "/join event:Read").await?;
    chat.say("telegram", "ken", "/join Read").await?;
    for _ in 0..3 {
        chat.advance(6).await?;
    }
    assert_eq!(standing(&chat, "", ":join").await?, Vec::<String>::new());
    // Whoever wants one says so.
    chat.say("telegram", "ada", "/event announce Read").await?;
    chat.say("discord", "grace", "/join event:Read").await?;
    for _ in 0..3 {
        chat.advance(6).await?;
    }
    assert_eq!(standing(&chat, "", ":join").await?.len(), 1);

    chat.set_clock("2027-03-02T09:00:00Z").await?;
    chat.advance(6).await?;
    let boards = standing(&chat, "📅", ":checkin").await?;
    assert_eq!(boards.len(), 2, "{boards:?}");
    for board in &boards {
        chat.delete(board).await?;
    }
    chat.say("discord", "ada", "/checkin event:Read").await?;
    for _ in 0..3 {
        chat.advance(6).await?;
    }
    chat.set_clock("2027-03-03T00:00:10Z").await?;
    assert_eq!(standing(&chat, "📅", ":").await?, Vec::<String>::new());
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn a_card_is_taken_down_where_its_event_is_told_no_more() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    let made = chat.say("discord", "ada", "/event create visibility:public title:Read").await?;
    let discord = made.message_with("Read")?.to_owned();
    let announced = chat.say("telegram", "ada", "/event announce Read").await?;
    let telegram = announced.message_with("Read")?.to_owned();
    for (platform, id) in [("discord", discord), ("telegram", telegram)] {
        chat.say(platform, "ada", "/event announce event:Read here:no").await?;
        chat.advance(6).await?;
        chat.advance(6).await?;
        let card = message(&chat, platform, &id).await?;
        assert_eq!(card["edited"], true, "{card}");
        let text = card["text"].as_str().context("it says something")?;
        assert!(!text.is_empty() && !text.contains("Read"), "{card}");
        assert!(card["buttons"].as_array().is_none_or(Vec::is_empty), "{card}");
    }
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn a_leaderboard_in_a_telegram_group_turns_its_pages_in_place() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say("telegram", "ada", "/event create visibility:public title:Read").await?;
    chat.say("telegram", "ada", "/join Read").await?;
    let board = chat.say("telegram", "ada", "/leaderboard Read").await?;
    let id = board.message_with("current streak")?.to_owned();
    for (label, time) in [("Week", "this week"), ("Month", "this month")] {
        let pressed = chat.press("telegram", "ada", &id, label).await?;
        assert!(pressed.fresh().is_empty(), "no message more: {:?}", pressed.0);
        let now = message(&chat, "telegram", &id).await?;
        assert!(now["text"].as_str().is_some_and(|text| text.contains(time)), "{now}");
    }
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn whoever_taps_in_a_telegram_group_is_asked_in_private_or_once_by_name() -> anyhow::Result<()>
{
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    let line = "/event create visibility:public title:Run goal:\"20 km a week\"";
    let card = chat.say("telegram", "ada", line).await?.message_with("Run")?.to_owned();
    let tap = async |person: &str, message: &str, label: &str| {
        chat.press("telegram", person, message, label).await
    };
    // Grace has no private chat with us.
    tap("grace", &card, "✅ Check in").await?;
    let asked = tap("grace", &card, "✅ Check in").await?;
    let question = asked.message_with("Grace\nHow much (km)?")?.to_owned();
    let group = chat.get("messages?platform=telegram&person=ada&place=group").await?;
    let list = group["messages"].as_array().or(group.as_array()).cloned().unwrap_or_default();
    let asks = |one: &&Value| one["text"].as_str().is_some_and(|text| text.contains("How much"));
    assert_eq!(list.iter().filter(asks).count(), 1, "one question stands there: {group}");
    let other = tap("ken", &question, "10 km").await?;
    assert!(other.text().contains("Diese Frage galt jemand anderem."), "{:?}", other.0);
    let done = tap("grace", &question, "10 km").await?;
    assert!(other.fresh().is_empty() && done.fresh().is_empty(), "{:?}", done.0);
    let now = message(&chat, "telegram", &question).await?;
    assert!(now["text"].as_str().is_some_and(|text| text.contains("10 of 20 km")), "{now}");
    chat.say_in("telegram", "private", "grace", "/start").await?;
    let asked = tap("grace", &card, "✅ Check in").await?;
    assert!(asked.text().contains("I sent it to you in private."), "{:?}", asked.0);
    assert!(asked.fresh().iter().all(|message| message["place"] == "private"), "{:?}", asked.0);
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn a_draft_is_made_step_by_step_and_published_in_its_group() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say_in("telegram", "private", "ada", "/help").await?;
    chat.say("telegram", "ada", "/event create").await?;
    let draft = chat.say("telegram", "ada", "Swim").await?;
    assert_eq!(draft.messages()[0]["place"], "private", "{:?}", draft.0);
    let id = draft.message_with("A draft.")?.to_owned();
    chat.press("telegram", "ada", &id, "How often").await?;
    let draft = chat.say_in("telegram", "private", "ada", "mon, wed").await?;
    let id = draft.message_with("On Monday, Wednesday")?.to_owned();
    for label in ["Who sees it", "this community only"] {
        let pressed = chat.press("telegram", "ada", &id, label).await?;
        assert!(pressed.fresh().is_empty(), "no message more: {:?}", pressed.0);
    }
    let group = "messages?platform=telegram&person=ken&place=group";
    let before = chat.get(group).await?.to_string();
    assert!(!before.contains("On Monday, Wednesday"), "{before}");
    let published = chat.press("telegram", "ada", &id, "Publish").await?;
    assert!(published.text().contains("Swim is published."), "{:?}", published.0);
    chat.advance(6).await?;
    chat.advance(6).await?;
    let after = chat.get(group).await?.to_string();
    assert!(after.contains("On Monday, Wednesday"), "{after}");
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn a_draft_of_somebody_without_a_private_chat_waits_behind_a_link() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say("telegram", "grace", "/event create").await?;
    let told = chat.say("telegram", "grace", "Swim").await?;
    let [message] = told.fresh()[..] else { anyhow::bail!("one message: {:?}", told.0) };
    assert!(!message["text"].to_string().contains("Swim"), "{message}");
    let link = message["buttons"][0]["url"].as_str().context("a link")?;
    let code = link.split("start=").nth(1).context("a code")?;
    let draft = chat.say_in("telegram", "private", "grace", &format!("/start {code}")).await?;
    assert!(draft.text().contains("A draft."), "{:?}", draft.0);
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn a_role_is_given_for_a_milestone_and_a_failure_is_told_once() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.set_clock("2027-03-01T12:00:00Z").await?;
    chat.say_in("discord", "private", "ada", "/start").await?;
    let set = chat.say("discord", "ada", "/admin role length:3 role:Champion").await?;
    assert!(set.text().contains("3 in a row"), "{:?}", set.0);
    chat.say("discord", "ada", "/event create visibility:public title:Read").await?;
    for person in ["grace", "ken"] {
        chat.say("discord", person, "/join event:Read").await?;
    }
    for day in 1..=3 {
        chat.set_clock(&format!("2027-03-{day:02}T13:00:00Z")).await?;
        chat.say("discord", "grace", "/checkin event:Read").await?;
    }
    chat.advance(40).await?;
    let requests = chat.get("requests").await?.to_string();
    assert!(requests.contains("/roles/"), "a role was given");
    // A role that stands above the bot's own cannot be given.
    chat.say("discord", "ada", "/admin role length:7 role:Admin").await?;
    let mut told = 0;
    for day in 4..=9 {
        chat.set_clock(&format!("2027-03-{day:02}T13:00:00Z")).await?;
        for person in ["grace", "ken"] {
            chat.say("discord", person, "/checkin event:Read").await?;
        }
        let later = chat.advance(40).await?;
        told += later
            .messages()
            .iter()
            .filter(|m| m["text"].as_str().is_some_and(|t| t.contains("could not give the role")))
            .count();
    }
    assert_eq!(told, 1, "the host hears of it once");
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn honours_are_pinned_on_telegram_where_that_is_wanted_and_allowed() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.set_clock("2027-03-01T12:00:00Z").await?;
    let unset = chat.say("telegram", "ada", "/admin setup").await?;
    assert!(unset.text().contains("results are pinned: no"), "{:?}", unset.0);
    assert!(!unset.text().contains("Pin messages"), "nobody misses a right that nothing needs");
    let set = chat.say("telegram", "ada", "/admin setup pin:yes").await?;
    assert!(set.text().contains("✗ Pin messages is missing"), "{:?}", set.0);
    let mut pinned = vec![];
    for (title, allowed) in [("Read", false), ("Run", true)] {
        chat.let_pin(allowed).await?;
        chat.say("telegram", "ada", &format!("/event create visibility:public title:{title}"))
            .await?;
        chat.say("telegram", "ada", &format!("/join {title}")).await?;
        chat.say("telegram", "ada", &format!("/checkin {title}")).await?;
        let ended = chat.say("telegram", "ada", &format!("/event end {title}")).await?;
        chat.press("telegram", "ada", ended.message()?, "End it").await?;
        let told = chat.advance(86_400).await?;
        let result = |message: &&Value| {
            message["text"].as_str().is_some_and(|text| text.contains("is over"))
        };
        let result = told.messages().iter().rfind(result).context("the result is told")?;
        pinned.push(result["pinned"].clone());
    }
    assert_eq!(pinned, [false, true]);
    let set = chat.say("telegram", "ada", "/admin setup").await?;
    assert!(set.text().contains("✓ Pin messages"), "{:?}", set.0);
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn cheers_are_counted_on_the_milestone_whose_picture_stays() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.set_clock("2027-03-01T12:00:00Z").await?;
    chat.say("discord", "ada", "/event create visibility:public title:Read").await?;
    chat.say("telegram", "ada", "/event announce Read").await?;
    chat.say("discord", "ada", "/join event:Read").await?;
    for day in 1..=7 {
        chat.set_clock(&format!("2027-03-{day:02}T13:00:00Z")).await?;
        chat.say("discord", "ada", "/checkin event:Read").await?;
    }
    let told = chat.advance(660).await?;
    let milestones: Vec<Value> = told.fresh().into_iter().cloned().collect();
    assert_eq!(milestones.len(), 2, "one on each platform: {:?}", told.0);
    for (milestone, person, cheers) in
        milestones.iter().zip(["ken", "grace"]).zip(1..).map(|((m, p), n)| (m, p, n))
    {
        let platform = milestone["platform"].as_str().context("a platform")?;
        let id = milestone["id"].as_str().context("an id")?;
        let label = milestone["buttons"][0]["label"].as_str().context("a button")?;
        let pressed = chat.press(platform, person, id, label).await?;
        assert!(
            pressed.fresh().iter().all(|seen| seen["id"] == id),
            "no message more: {:?}",
            pressed.0
        );
        let now = message(&chat, platform, id).await?;
        let label = now["buttons"][0]["label"].as_str().context("a button")?;
        assert!(label.contains(&format!("({cheers})")), "{now}");
        assert_eq!(now["files"].as_array().map(Vec::len), Some(1), "the picture stays: {now}");
        assert_eq!(now["text"], milestone["text"]);
    }
    chat.assert_nothing_unknown().await
}

/// What a host is told in private of an event with a file, as soon as it is there.
async fn told_with_file(chat: &Chat, platform: &str, title: &str) -> anyhow::Result<Value> {
    for _ in 0..100 {
        let is_told = |entry: &Value| {
            entry["platform"] == platform
                && entry["place"] == "private"
                && entry["author"] == "Streaks"
                && entry["text"].as_str().is_some_and(|text| text.contains(title))
                && entry["files"][0]["url"].is_string()
        };
        if let Some(told) = chat.transcript().await?.into_iter().find(is_told) {
            return Ok(told);
        }
        chat.advance(1).await?;
    }
    bail!("nobody on {platform} is told of a file for {title}")
}

/// The bytes of the file of a message.
async fn file_of(message: &Value) -> anyhow::Result<Vec<u8>> {
    let address = message["files"][0]["url"].as_str().context("a file has an address")?;
    Ok(reqwest::get(address).await?.bytes().await?.to_vec())
}

#[tokio::test]
async fn a_host_sees_what_was_shown_on_the_other_platform() -> anyhow::Result<()> {
    let photo = std::fs::read(tests::root().join("bots/sandbox/picture.png"))?;
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    // Both hosts can be written to.
    chat.say_in("discord", "private", "ada", "/help").await?;
    chat.say_in("telegram", "private", "ken", "/start").await?;
    chat.say("discord", "ada", "/event create visibility:public title:Gym proof:approved").await?;
    chat.say("telegram", "ken", "/event create visibility:public title:Swim proof:approved")
        .await?;
    chat.say("telegram", "ken", "/join Gym").await?;
    chat.say("discord", "grace", "/join event:Swim").await?;

    let shown = chat.show("ken", "/checkin Gym").await?;
    anyhow::ensure!(shown.text().contains("Tag 1"), "{:?}", shown.0);
    let told = told_with_file(&chat, "discord", "Gym").await?;
    anyhow::ensure!(file_of(&told).await? == photo, "{told}");
    anyhow::ensure!(!told["text"].as_str().context("words")?.contains("Telegram"), "{told}");
    let id = told["id"].as_str().context("a message has an id")?;
    let approved = chat.press("discord", "ada", id, "Approve").await?;
    let anew = approved.messages().iter().find(|message| message["id"] == id);
    let anew = anew.context("the message is written anew")?;
    anyhow::ensure!(anew["files"] == json!([]), "the photo goes: {anew}");

    let shown = chat
        .say_as(json!({"platform": "discord", "place": "private", "person": "grace",
            "text": "Swim", "photo": true}))
        .await?;
    anyhow::ensure!(shown.text().contains("Day 1"), "{:?}", shown.0);
    let told = told_with_file(&chat, "telegram", "Swim").await?;
    anyhow::ensure!(file_of(&told).await? == photo, "{told}");
    let waiting = chat.say_in("telegram", "private", "ken", "/event review Swim").await?;
    let waiting = waiting.messages().first().context("it waits")?;
    anyhow::ensure!(file_of(waiting).await? == photo, "{waiting}");
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn a_file_that_goes_with_a_command_on_discord_reaches_the_host() -> anyhow::Result<()> {
    let photo = std::fs::read(tests::root().join("bots/sandbox/picture.png"))?;
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say_in("telegram", "private", "ken", "/start").await?;
    chat.say("telegram", "ken", "/event create visibility:public title:Swim proof:approved")
        .await?;
    chat.say("discord", "grace", "/join event:Swim").await?;
    let files = format!("{}/sandbox/api/files?name=pool.png", streaks.base);
    let picked = reqwest::Client::new().post(files).body(photo.clone()).send().await?;
    anyhow::ensure!(picked.status().is_success(), "{}", picked.text().await?);
    chat.say("discord", "grace", "/checkin event:Swim proof:pool.png").await?;
    let told = told_with_file(&chat, "telegram", "Swim").await?;
    anyhow::ensure!(file_of(&told).await? == photo, "{told}");
    chat.assert_nothing_unknown().await
}
