//! What people write is read whole, or asked about, on both platforms: the lines of the reports that this began with.

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
            ("/checkin event:Steps 10 000", "10000 of 8000 steps"),
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
            ("/checkin Steps 10 000", "10000 von 8000 steps"),
            ("/checkin Yoga war super", "Tag 1"),
            ("/checkin Yoga heute nicht", "Yoga heute nicht"),
        ],
    )
    .await?;
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn plain_words_in_private_check_in_on_telegram() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    scene(&chat).await?;
    for (words, want) in [
        ("/start", ""),
        ("5 km", "5 von 5 km"),
        ("gestern Yoga", "Tag 1"),
        ("Yoga geschafft 💪", "Tag 2"),
        ("9k steps", "9000 von 8000 steps"),
    ] {
        let said = chat.say_in("telegram", "private", "ken", words).await?;
        anyhow::ensure!(said.text().contains(want), "{words}: {}", said.text());
    }
    for talk in ["guten Morgen", "wie geht's?"] {
        let said = chat.say_in("telegram", "private", "ken", talk).await?;
        anyhow::ensure!(said.text().lines().count() <= 2, "{talk}: {}", said.text());
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
                "/event create title:Alpha days:every day except sunday zone:UTC",
                "On Monday, Tuesday, Wednesday, Thursday, Friday, Saturday",
            ),
            ("/event create title:Beta goal:20 pages zone:UTC", "At least 20 pages a day"),
            ("/event create title:Gamma days:every 2 months zone:UTC", "I do not know the days"),
            ("/event create title:Delta zone:IST", "Which one do you mean by “IST”?"),
            (
                "/event create title:Epsilon days:weekly, weeks start on sunday zone:UTC",
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
            ("/event create Correr meta:20 km por semana", "Mindestens 20 km pro Woche"),
            ("/event create Duell mode:Wettbewerb ends:2 Wochen", "Duell"),
            ("/event create Zeta days:jeden Tag außer Sonntag", "Montag, Dienstag, Mittwoch"),
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
        chat.say(platform, &uma, &format!("/event create title:\"{title}\" zone:UTC")).await?;
        let line = format!("/event amnesty from:07/04/2027 until:07/05/2027 event:\"{title}\"");
        let mut shown = chat.say(platform, &uma, &line).await?;
        // Telegram does not say in which country somebody is.
        for day in ["2027-07-04", "2027-07-05"] {
            if shown.text().contains("Which day do you mean") {
                shown = chat.press(platform, &uma, shown.message()?, day).await?;
            }
        }
        anyhow::ensure!(
            shown.text().contains("Excuse 2027-07-04 to 2027-07-05 for everybody"),
            "{}",
            shown.text()
        );
        let done = chat.press(platform, &uma, shown.message()?, "Yes, do it").await?;
        anyhow::ensure!(
            done.text().contains("2027-07-04 to 2027-07-05 are excused"),
            "{}",
            done.text()
        );
        let zone = chat.say(platform, &uma, "/timezone zone:IST").await?;
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
