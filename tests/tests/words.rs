//! What people write is read whole, or asked about, on both platforms: the lines of the reports that this began with.

use anyhow::Context;
use serde_json::json;
use tests::{Chat, Streaks};

/// Ada hosts Run (5 km), Steps and Yoga on Discord; she, Ken and Uma are in them.
async fn scene(chat: &Chat) -> anyhow::Result<()> {
    chat.set_clock("2027-06-14T12:00:00Z").await?;
    for event in ["title:Run goal:\"5 km\"", "title:Steps goal:\"8000 steps\"", "title:Yoga"] {
        chat.say("discord", "ada", &format!("/event create {event} zone:UTC visibility:public"))
            .await?;
    }
    for title in ["Run", "Steps", "Yoga"] {
        chat.say("discord", "ada", &format!("/join event:{title}")).await?;
        chat.say("telegram", "ken", &format!("/join {title}")).await?;
    }
    chat.set_clock("2027-06-16T12:00:00Z").await?;
    Ok(())
}

/// Says lines on a platform, each with what the answer has to hold.
async fn hear(
    chat: &Chat,
    platform: &str,
    person: &str,
    lines: &[(&str, &str)],
) -> anyhow::Result<()> {
    for (line, want) in lines {
        let said = chat.say(platform, person, line).await?;
        anyhow::ensure!(said.text().contains(want), "{line}: {} without {want}", said.text());
    }
    Ok(())
}

#[tokio::test]
async fn check_ins_are_said_in_any_order_on_both_platforms() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    scene(&chat).await?;
    hear(
        &chat,
        "discord",
        "ada",
        &[
            ("/checkin event:Run gestern 5", "5 of 5 km"),
            ("/checkin event:5,3 km", "5.3 of 5 km"),
            ("/checkin event:Steps 10 000", "10,000 of 8,000 steps"),
            ("/checkin event:Yoga felt great", "Day 1"),
            ("/checkin event:Yoga not today", "Yoga not today"),
            ("/checkin event:Run 5-6 km", "Run 5-6 km"),
        ],
    )
    .await?;
    hear(
        &chat,
        "telegram",
        "ken",
        &[
            ("/checkin Run gestern 5", "5 von 5 km"),
            ("/checkin 5,3 km", "5,3 von 5 km"),
            ("/checkin Steps 10 000", "10.000 von 8.000 steps"),
            ("/checkin Yoga war super", "Tag 1"),
            ("/checkin Yoga heute nicht", "Yoga heute nicht"),
        ],
    )
    .await?;
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn plain_words_in_private_check_in_on_both_platforms() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    scene(&chat).await?;
    let talk = [
        (
            "telegram",
            "ken",
            "/start",
            "von",
            "Tag",
            "9.000 von 8.000 steps",
            ["guten Morgen", "wie geht's?"],
        ),
        (
            "discord",
            "ada",
            "/start",
            "of",
            "Day",
            "9,000 of 8,000 steps",
            ["good morning", "how are you?"],
        ),
    ];
    for (platform, person, start, of, day, steps, chatter) in talk {
        chat.say_in(platform, "private", person, start).await?;
        for (words, want) in [
            ("5 km", format!("5 {of} 5 km")),
            ("gestern Yoga", format!("{day} 1")),
            ("Yoga geschafft 💪", format!("{day} 2")),
            ("9k steps", steps.to_owned()),
            ("/checkin Yoga", String::new()),
        ] {
            let said = chat.say_in(platform, "private", person, words).await?;
            anyhow::ensure!(said.text().contains(&want), "{platform} {words}: {}", said.text());
        }
        for words in chatter {
            let said = chat.say_in(platform, "private", person, words).await?;
            let is_short = (1..=2).contains(&said.text().lines().count());
            anyhow::ensure!(is_short, "{platform} {words}: {}", said.text());
        }
    }
    let meant = chat.say_in("telegram", "private", "ken", "/chekin").await?;
    anyhow::ensure!(
        meant.text().contains("/einchecken") || meant.text().contains("/checkin"),
        "{}",
        meant.text()
    );
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn a_photo_and_a_reply_check_in_on_discord_too() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.set_clock("2027-06-16T12:00:00Z").await?;
    chat.say("discord", "ada", "/event create visibility:public title:Yoga zone:UTC").await?;
    chat.say("discord", "ada", "/join event:Yoga").await?;
    let private = |text: &str| json!({"platform": "discord", "place": "private", "person": "ada", "text": text});
    let mut photo = private("Yoga on the beach");
    photo["photo"] = json!(true);
    let shown = chat.say_as(photo).await?;
    anyhow::ensure!(shown.text().contains("**Day 1** · Yoga"), "{}", shown.text());

    let kept = chat.say_in("discord", "private", "ada", "/remind at:20:00").await?;
    anyhow::ensure!(kept.text().contains("20:00"), "{:?}", kept.0);
    let told = chat.set_clock("2027-06-17T20:00:30Z").await?;
    let reminder = told.messages().iter().find(|message| message["place"] != "group");
    let mut reply = private("done");
    reply["reply_to"] = reminder.context("a reminder")?["id"].clone();
    let done = chat.say_as(reply).await?;
    anyhow::ensure!(done.text().contains("**Day 2** · Yoga"), "{}", done.text());

    // The language is that of the commands before.
    let kim = chat.person("Kim", "de", "UTC").await?;
    chat.say("discord", &kim, "/join event:Yoga").await?;
    let german = json!({"platform": "discord", "place": "private", "person": kim, "text": "Yoga"});
    let german = chat.say_as(german).await?;
    anyhow::ensure!(german.text().contains("Tag 1"), "{}", german.text());

    // What people say among each other is not told to the bot.
    let among = chat.say("discord", "ada", "done with Yoga").await?;
    anyhow::ensure!(among.messages().is_empty(), "{:?}", among.0);
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn events_are_made_as_they_are_said_on_both_platforms() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.set_clock("2027-06-14T12:00:00Z").await?;
    hear(
        &chat,
        "discord",
        "ada",
        &[
            (
                "/event create visibility:public title:Alpha days:every day except sunday zone:UTC",
                "On Monday, Tuesday, Wednesday, Thursday, Friday, Saturday",
            ),
            ("/event create visibility:public title:Beta goal:20 pages zone:UTC", "At least 20 pages a day"),
            ("/event create visibility:public title:Gamma days:every 2 months zone:UTC", "I do not know the days"),
            ("/event create title:Delta zone:IST", "Which one do you mean by “IST”?"),
            (
                "/event create visibility:public title:Epsilon days:weekly, weeks start on sunday zone:UTC",
                "Once a week",
            ),
        ],
    )
    .await?;
    hear(
        &chat,
        "telegram",
        "ken",
        &[
            (
                "/event create visibility:public title:Correr meta:20 km por semana",
                "Mindestens 20 km pro Woche",
            ),
            ("/event create visibility:public title:Duell mode:Wettbewerb ends:2 Wochen", "Duell"),
            (
                "/event create visibility:public title:Zeta days:jeden Tag außer Sonntag",
                "Montag, Dienstag, Mittwoch",
            ),
        ],
    )
    .await?;
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn what_could_be_two_days_is_asked_and_shown_before_it_is_done() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    scene(&chat).await?;
    let uma = chat.person("Uma", "en-US", "America/New_York").await?;
    for platform in ["discord", "telegram"] {
        let title = format!("Swim {platform}");
        chat.say(
            platform,
            &uma,
            &format!("/event create visibility:public title:\"{title}\" zone:UTC"),
        )
        .await?;
        let line = format!("/event amnesty from:07/04/2027 until:07/05/2027 event:\"{title}\"");
        let mut shown = chat.say(platform, &uma, &line).await?;
        // Telegram does not say in which country somebody is.
        for day in ["Sun 4 Jul", "Mon 5 Jul"] {
            if shown.text().contains("Which day do you mean") {
                shown = chat.press(platform, &uma, shown.message()?, day).await?;
            }
        }
        anyhow::ensure!(
            shown.text().contains("Excuse Sun 4 Jul to Mon 5 Jul for everybody"),
            "{}",
            shown.text()
        );
        let done = chat.press(platform, &uma, shown.message()?, "Yes, do it").await?;
        anyhow::ensure!(
            done.text().contains("Sun 4 Jul to Mon 5 Jul are excused"),
            "{}",
            done.text()
        );
        let zone = chat.say_in(platform, "private", &uma, "/timezone zone:IST").await?;
        anyhow::ensure!(zone.text().contains("Which of these is closest?"), "{}", zone.text());
    }
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn other_commands_take_their_words_in_any_order_too() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    scene(&chat).await?;
    chat.say_in("telegram", "private", "ken", "/start").await?;
    hear(
        &chat,
        "telegram",
        "ken",
        &[
            ("/remind Run 9:00, 21:00", "09:00, 21:00"),
            ("/remind 20:00 Run", "Wie soll es sein?"),
            ("/pause Run 2 semanas", "Run"),
            ("/cheer Ada", "Ada"),
            ("/privacy behalten", ""),
        ],
    )
    .await?;
    hear(
        &chat,
        "discord",
        "ada",
        &[
            ("/remind at:Run 20:00", "I will remind you of Run at 20:00"),
            ("/pause event:Yoga 2 weeks", "Yoga rests for you"),
            ("/cheer user:Ken", "Ken"),
        ],
    )
    .await?;
    chat.assert_nothing_unknown().await
}
