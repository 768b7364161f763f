//! A newcomer on the page of the sandbox, and a leaderboard that follows without a reload.

use anyhow::Context;
use fantoccini::key::Key;
use serde_json::json;
use tests::{Streaks, root};

use crate::scene::{become_person, browser, find, holds, picture, press, reads, say};

#[tokio::test]
async fn ada_and_ken_check_in_on_two_platforms_and_the_leaderboard_follows() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let browser = browser(1280, 900).await?;
    let client = &browser.client;
    client.goto(&format!("{}/sandbox", streaks.base)).await?;
    find(client, "body[data-ready=true]").await?;
    become_person(client, "ada").await?;
    say(
        client,
        "discord",
        "/event create visibility:public title:\"Read 20 pages\" text:\"20 pages\"",
    )
    .await?;
    reads(client, "section[data-platform=discord]", "Days follow the clock").await?;
    let (_, home) = streaks.page("/").await?;
    let slug = home
        .split("/e/")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .context("the event is on the home page")?;
    let sandbox = client.window().await?;
    let board = client.new_window(true).await?;
    client.switch_to_window(board.handle.clone()).await?;
    client.goto(&format!("{}/e/{slug}", streaks.base)).await?;
    client.execute("window.notReloaded = true", vec![]).await?;
    client.switch_to_window(sandbox.clone()).await?;
    say(client, "discord", "/join event:\"Read 20 pages\"").await?;
    reads(client, "section[data-platform=discord]", "You are in").await?;
    say(client, "discord", "/checkin").await?;
    reads(client, "section[data-platform=discord]", "Day 1").await?;
    become_person(client, "ken").await?;
    say(client, "telegram", "/join Read 20 pages").await?;
    reads(client, "section[data-platform=telegram]", "Du bist bei").await?;
    say(client, "telegram", "/checkin").await?;
    reads(client, "section[data-platform=telegram]", "Tag 1").await?;
    become_person(client, "ada").await?;
    reads(client, "section[data-platform=discord]", "Day 1").await?;
    picture(client, "sandbox").await?;
    client.switch_to_window(board.handle).await?;
    reads(client, "#board", "Ada").await?;
    reads(client, "#board", "Ken").await?;
    assert_eq!(client.execute("return window.notReloaded", vec![]).await?, json!(true));
    picture(client, "leaderboard").await?;
    let chat = streaks.chat();
    chat.assert_nothing_unknown().await?;
    browser.client.close().await?;
    Ok(())
}

#[tokio::test]
async fn with_forty_people_the_header_still_fits() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    for number in 4..=40 {
        chat.person(&format!("Person {number}"), "en-US", "America/Argentina/Buenos_Aires").await?;
    }
    for (width, height) in [(375, 812), (1280, 900)] {
        let browser = browser(width, height).await?;
        browser.screen(width, height).await?;
        let client = &browser.client;
        client.goto(&format!("{}/sandbox", streaks.base)).await?;
        find(client, "body[data-ready=true]").await?;
        become_person(client, "person-40").await?;
        let fits = "const inside = (at) => at.left >= 0 && at.right <= innerWidth + 1;
            const all = ['#people label:has(:checked)', '#add-person', '#set-clock', '#reset', '#utc'];
            const out = all.filter((css) => !inside(document.querySelector(css).getBoundingClientRect()));
            const over = document.documentElement.scrollWidth - innerWidth;
            const high = document.querySelector('.top').offsetHeight / innerHeight;
            return over <= 0 && high < 0.3 ? out : [...out, over, high]";
        let out = client.execute(fits, vec![]).await?;
        assert_eq!(out, json!([]), "at {width}");
        picture(client, &format!("sandbox-forty-{width}")).await?;
        browser.client.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_photo_is_sent_on_telegram_with_a_caption_and_as_a_reply() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let browser = browser(1280, 900).await?;
    let client = &browser.client;
    client.goto(&format!("{}/sandbox", streaks.base)).await?;
    find(client, "body[data-ready=true]").await?;
    become_person(client, "ada").await?;
    let chat = "section[data-platform=telegram]";
    say(
        client,
        "telegram",
        "/event create visibility:public title:\"Read 20 pages\" text:\"20 pages\"",
    )
    .await?;
    reads(client, chat, "Days follow").await?;
    find(client, &format!("{chat} .photo")).await?.click().await?;
    find(client, &format!("{chat} article.bot .reply")).await?.click().await?;
    reads(client, &format!("{chat} .replying"), "Streaks").await?;
    say(client, "telegram", "five km").await?;
    reads(client, chat, "five km").await?;
    find(client, &format!("{chat} article.mine img[alt='photo.png']")).await?;
    let loaded = "return document.querySelector('article.mine img').naturalWidth > 0";
    assert_eq!(client.execute(loaded, vec![]).await?, json!(true));
    find(client, &format!("{chat} .photo[aria-pressed=false]")).await?;
    let shown = streaks.chat().get("messages?person=ada").await?;
    let sent = shown["messages"].as_array().into_iter().flatten();
    let photos = sent.filter(|message| message["files"][0]["name"] == "photo.png").count();
    assert_eq!(photos, 1);
    browser.client.close().await?;
    Ok(())
}

#[tokio::test]
async fn an_option_on_discord_that_takes_a_file_asks_for_one() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let browser = browser(1280, 900).await?;
    let client = &browser.client;
    client.goto(&format!("{}/sandbox", streaks.base)).await?;
    find(client, "body[data-ready=true]").await?;
    become_person(client, "ada").await?;
    let chat = "section[data-platform=discord]";
    let create = "/event create visibility:public title:Gym proof:approved";
    say(client, "discord", create).await?;
    reads(client, chat, "Days follow").await?;
    become_person(client, "grace").await?;
    say(client, "discord", "/join event:Gym").await?;
    reads(client, chat, "You are in").await?;
    let line = "form[data-platform=discord] input[name=text]";
    find(client, line).await?.send_keys("/checkin event:Gym pro").await?;
    reads(client, "#discord-choices", "proof:").await?;
    find(client, line).await?.send_keys(&char::from(Key::Tab).to_string()).await?;
    let file = root().join("bots/sandbox/picture.png");
    let file = file.to_str().context("the folder has a name")?;
    find(client, &format!("{chat} .file-picker")).await?.send_keys(file).await?;
    holds(client, line, "/checkin event:Gym proof:picture.png").await?;
    say(client, "discord", " ").await?;
    reads(client, chat, "Day 1").await?;
    browser.client.close().await?;
    Ok(())
}

#[tokio::test]
async fn a_time_zone_comes_from_a_place_or_from_the_device() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let browser = browser(1280, 900).await?;
    let client = &browser.client;
    client.goto(&format!("{}/sandbox", streaks.base)).await?;
    find(client, "body[data-ready=true]").await?;
    become_person(client, "ada").await?;
    find(client, "#telegram-private-tab").await?.click().await?;
    let chat = "section[data-platform=telegram]";
    say(client, "telegram", "/timezone").await?;
    reads(client, chat, "No, other time").await?;
    press(client, "No, other time").await?;
    reads(client, chat, "What does your clock show?").await?;
    press(client, "📍 Send my location").await?;
    reads(client, chat, "Tap the button below the text field.").await?;
    picture(client, "location").await?;
    press(client, "📍 Send my location").await?;
    client.send_alert_text("35.69, 139.69").await?;
    client.accept_alert().await?;
    reads(client, chat, "Asia/Tokyo time").await?;
    client.goto(&format!("{}/zone?bot=streaks_sandbox_bot", streaks.base)).await?;
    let own = "return Intl.DateTimeFormat().resolvedOptions().timeZone";
    let own = client.execute(own, vec![]).await?;
    let own = own.as_str().context("the browser has a zone")?;
    reads(client, "#zone", &own.replace('_', " ")).await?;
    let link = find(client, "#use").await?.attr("href").await?;
    let want = format!("https://t.me/streaks_sandbox_bot?start=z_{}", own.replace('/', "--"));
    assert_eq!(link.as_deref(), Some(want.as_str()));
    client.goto(&format!("{}/zone?bot=%22%3E%3Cscript", streaks.base)).await?;
    reads(client, "#line", &format!("/timezone zone:{own}")).await?;
    picture(client, "zone").await?;
    browser.client.close().await?;
    Ok(())
}
