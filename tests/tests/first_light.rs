//! A check-in travels through every room: two people on two platforms, over the real wire protocols.

use anyhow::Context;
use tests::{Chat, Streaks};

/// An event made by Ada in the Discord server, which the Telegram group hears of too.
async fn reading(chat: &Chat) -> anyhow::Result<String> {
    let card = chat
        .say(
            "discord",
            "ada",
            "/event create visibility:public title:\"Read 20 pages\" text:\"20 pages\" zone:Berlin",
        )
        .await?;
    anyhow::ensure!(card.text().contains("Read 20 pages"), "{:?}", card.0);
    let told = chat.say("telegram", "ada", "/event announce Read 20 pages").await?;
    anyhow::ensure!(
        told.text().contains("results of Read 20 pages") || told.text().contains("Meilensteine"),
        "{:?}",
        told.0
    );
    let board = chat.say("discord", "ada", "/leaderboard event:\"Read 20 pages\"").await?;
    let text = board.text();
    let slug = text.split("/e/").nth(1).and_then(|rest| rest.split(['>', '\n', ' ']).next());
    Ok(slug.with_context(|| format!("no address in {text}"))?.to_owned())
}

#[tokio::test]
async fn two_people_on_two_platforms_stand_on_one_leaderboard() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    let slug = reading(&chat).await?;
    let joined = chat.say("discord", "ada", "/join event:\"Read 20 pages\"").await?;
    assert!(joined.text().contains("You are in **Read 20 pages**"), "{:?}", joined.0);
    assert_eq!(joined.messages()[0]["only_for"], "ada");
    assert!(chat.say("discord", "ada", "/checkin").await?.text().contains("Day 1"));
    chat.say("telegram", "ken", "/join Read 20 pages").await?;
    let done = chat.say("telegram", "ken", "/checkin").await?;
    assert!(done.text().contains("Tag 1"), "Ken is answered in German: {:?}", done.0);
    let (status, page) = streaks.page(&format!("/e/{slug}")).await?;
    assert_eq!(status, 200);
    assert!(page.contains("Ada") && page.contains("Ken"), "{page}");
    let offered = chat.autocomplete("grace", "join", "event", "read").await?;
    assert_eq!(offered["choices"][0]["name"], "Read 20 pages");
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn seven_days_make_a_streak_of_seven_and_a_milestone_told_once_on_each_platform()
-> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.set_clock("2027-03-01T12:00:00Z").await?;
    reading(&chat).await?;
    chat.say("discord", "ada", "/join event:\"Read 20 pages\"").await?;
    for day in 1..=7 {
        chat.set_clock(&format!("2027-03-{day:02}T12:00:00Z")).await?;
        let done = chat.say("discord", "ada", "/checkin").await?;
        assert!(done.text().contains(&format!("Day {day}")), "{:?}", done.0);
    }
    let told = chat.advance(660).await?;
    assert!(told.text().contains("Ada**: 7 days in a row"), "{:?}", told.0);
    chat.set_clock("2027-03-08T12:00:00Z").await?;
    for platform in ["discord", "telegram"] {
        for (length, want) in [(3, 1), (7, 1)] {
            let announcements = chat.transcript().await?.into_iter().filter(|entry| {
                let text = entry["text"].as_str().unwrap_or_default();
                entry["platform"] == platform
                    && (text.contains(&format!(": {length} days in a row at Read 20 pages"))
                        || text.contains(&format!(": {length} Tage am Stück bei Read 20 pages")))
            });
            assert_eq!(announcements.count(), want, "{length} days on {platform}");
        }
    }
    assert!(chat.say("discord", "ada", "/streak").await?.text().contains("7 days in a row"));
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn a_missed_day_ends_the_run_at_the_end_of_the_day_of_whichever_clock_counts()
-> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.set_clock("2027-03-01T12:00:00Z").await?;
    chat.say("discord", "ada", "/timezone zone:America/New_York").await?;
    chat.say("discord", "ada", "/event create visibility:public title:Fixed zone:Asia/Tokyo")
        .await?;
    chat.say("discord", "ada", "/event create visibility:public title:Own clock:personal").await?;
    for title in ["Fixed", "Own"] {
        chat.say("discord", "ada", &format!("/join event:{title}")).await?;
        let done = chat.say("discord", "ada", &format!("/checkin event:{title}")).await?;
        assert!(done.text().contains("Day 1"), "{:?}", done.0);
    }
    // A freeze saves the 2nd. The 3rd ends at 15:00 UTC in Tokyo, and on the 4th at 05:00 UTC in New York.
    for (at, fixed, own) in [
        ("2027-03-03T14:59:59Z", "1 day in a row", "1 day in a row"),
        ("2027-03-03T15:00:00Z", "at 0 for now", "1 day in a row"),
        ("2027-03-04T00:30:00Z", "at 0 for now", "1 day in a row"),
        ("2027-03-04T04:59:55Z", "at 0 for now", "1 day in a row"),
        ("2027-03-04T05:00:00Z", "at 0 for now", "at 0 for now"),
    ] {
        chat.set_clock(at).await?;
        for (title, want) in [("Fixed", fixed), ("Own", own)] {
            let streak = chat.say("discord", "ada", &format!("/streak event:{title}")).await?;
            assert!(streak.text().contains(want), "{title} at {at}: {:?}", streak.text());
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_reminder_comes_at_the_local_time_to_whoever_is_not_in_and_its_button_checks_in()
-> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.set_clock("2027-03-01T12:00:00Z").await?;
    reading(&chat).await?;
    chat.say_in("telegram", "private", "ken", "/start").await?;
    chat.say("discord", "ada", "/timezone zone:Berlin").await?;
    chat.say_in("telegram", "private", "ken", "/timezone Berlin").await?;
    for (platform, place, person) in [("discord", "group", "ada"), ("telegram", "private", "ken")] {
        let say = |text: &'static str| chat.say_in(platform, place, person, text);
        say("/join event:\"Read 20 pages\"").await?;
        let set = say("/remind at:20:00").await?;
        assert!(set.text().contains("20:00"), "{:?}", set.0);
    }
    let done = chat.say("discord", "ada", "/checkin").await?;
    assert!(done.text().contains("Day 1"), "{:?}", done.0);
    // 20:00 in Berlin is 19:00 UTC.
    let before = chat.set_clock("2027-03-01T18:59:50Z").await?;
    assert_eq!(before.fresh().len(), 0, "{:?}", before.0);
    let reminded = chat.set_clock("2027-03-01T19:00:00Z").await?;
    let [message] = reminded.fresh()[..] else {
        anyhow::bail!("one reminder, to Ken: {:?}", reminded.0)
    };
    assert_eq!(
        (message["platform"].as_str(), message["place"].as_str()),
        (Some("telegram"), Some("private"))
    );
    let id = message["id"].as_str().context("a message has an id")?;
    let pressed = chat.press("telegram", "ken", id, "✅ Eintragen").await?;
    assert!(pressed.text().contains("Tag 1"), "{:?}", pressed.0);
    let tomorrow = chat.set_clock("2027-03-02T19:00:00Z").await?;
    assert_eq!(tomorrow.fresh().len(), 2, "both are reminded the next day: {:?}", tomorrow.0);
    Ok(())
}

#[tokio::test]
async fn an_invite_only_event_is_hidden_from_everybody_else() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    let made =
        chat.say("discord", "ada", "/event create title:Secret visibility:invite-only").await?;
    assert_eq!(made.messages()[0]["only_for"], "ada", "{:?}", made.0);
    let (_, home) = streaks.page("/").await?;
    assert!(!home.contains("Secret"));
    assert!(!chat.say("discord", "ken", "/events").await?.text().contains("Secret"));
    let offered = chat.autocomplete("ken", "join", "event", "sec").await?;
    assert_eq!(offered["choices"].as_array().map(Vec::len), Some(0));
    let (unknown, _) = streaks.page("/e/no-such-event").await?;
    assert_eq!(unknown, 404);
    let text = made.text();
    let code = text.split('`').nth(1).context("a code")?;
    let line = format!("/join {code}");
    let typed = chat.say("telegram", "grace", &line).await?;
    let in_group = typed.messages().iter().filter(|message| message["place"] == "group");
    let read: Vec<&str> = in_group.filter_map(|message| message["text"].as_str()).collect();
    assert!(!read.is_empty() && !read.concat().contains("Secret"), "all read it: {:?}", typed.0);
    let asked = typed.message_with("typed a code for")?;
    let let_in = chat.press("discord", "ada", asked, "Let Grace in").await?;
    assert!(let_in.text().contains("Grace is in"), "{:?}", let_in.0);
    let again = chat.say_in("telegram", "private", "grace", "/join Secret").await?;
    assert!(again.text().contains("You are already in Secret"), "{:?}", again.0);
    let events = chat.say("telegram", "grace", "/events").await?;
    assert_eq!(events.messages()[0]["place"], "private", "{:?}", events.0);
    Ok(())
}
