//! A newcomer in a real browser: the sandbox page, and a leaderboard that follows without a reload.

use anyhow::Context;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::json;
use std::process::Stdio;
use std::time::Duration;
use tests::{Streaks, TIME_LIMIT, folder, root};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// A headless Chromium under a driver of its own.
struct Browser {
    client: Client,
    _driver: Child,
}

async fn browser(width: u32, height: u32) -> anyhow::Result<Browser> {
    let mut driver = Command::new("chromedriver")
        .arg("--port=0")
        .kill_on_drop(true)
        .stdout(Stdio::piped())
        .spawn();
    let driver = driver
        .as_mut()
        .map_err(|error| anyhow::anyhow!("chromedriver: {error} (scripts/test installs it)"))?;
    let mut lines =
        BufReader::new(driver.stdout.take().context("chromedriver has no output")?).lines();
    let port = loop {
        let line = tokio::time::timeout(TIME_LIMIT, lines.next_line())
            .await??
            .context("chromedriver ended")?;
        if let Some(rest) = line.split("successfully on port ").nth(1) {
            break rest.trim_end_matches('.').parse::<u16>()?;
        }
    };
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    let profile = folder("chromium");
    let arguments = json!([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        format!("--user-data-dir={}", profile.display()),
        format!("--window-size={width},{height}"),
    ]);
    let options = json!({"goog:chromeOptions": {"binary": "/usr/bin/chromium", "args": arguments}});
    let capabilities = options.as_object().context("options are an object")?.clone();
    let http = hyper_util::client::legacy::connect::HttpConnector::new();
    let client = ClientBuilder::new(http)
        .capabilities(capabilities)
        .connect(&format!("http://127.0.0.1:{port}"))
        .await?;
    Ok(Browser { client, _driver: std::mem::replace(driver, Command::new("true").spawn()?) })
}

/// Keeps what the page looks like, for people to look at.
async fn picture(client: &Client, name: &str) -> anyhow::Result<()> {
    let folder = root().join("target/pictures");
    std::fs::create_dir_all(&folder)?;
    Ok(std::fs::write(folder.join(format!("{name}.png")), client.screenshot().await?)?)
}

async fn find(client: &Client, css: &str) -> anyhow::Result<fantoccini::elements::Element> {
    let found = client.wait().at_most(Duration::from_secs(15)).for_element(Locator::Css(css)).await;
    found.with_context(|| format!("no {css} on the page"))
}

/// Waits until the text of an element holds these words.
async fn reads(client: &Client, css: &str, words: &str) -> anyhow::Result<()> {
    let mut text = String::new();
    for _ in 0..150 {
        // A page that is being left may go between the two.
        text = find(client, css).await?.text().await.unwrap_or_default();
        if text.contains(words) {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    anyhow::bail!("{css} does not say {words:?}: {text}")
}

async fn become_person(client: &Client, person: &str) -> anyhow::Result<()> {
    client
        .execute(
            &format!("document.querySelector('input[name=person][value={person}]').click()"),
            vec![],
        )
        .await?;
    find(client, "body[data-ready=true]").await?;
    Ok(())
}

/// Presses the newest button of these words.
async fn press(client: &Client, words: &str) -> anyhow::Result<()> {
    let press = "const all = [...document.querySelectorAll('button')];
        all.filter((button) => button.textContent === arguments[0] && button.offsetParent).at(-1).click()";
    // A prompt that opens ends the script early.
    let _ = client.execute(press, vec![json!(words)]).await;
    Ok(())
}

async fn say(client: &Client, platform: &str, line: &str) -> anyhow::Result<()> {
    let input = find(client, &format!("form[data-platform={platform}] input[name=text]")).await?;
    input.send_keys(line).await?;
    // The first Enter may take a suggestion, the next one sends.
    for _ in 0..3 {
        if input.prop("value").await?.unwrap_or_default().is_empty() {
            break;
        }
        input
            .send_keys(&(char::from(Key::Escape).to_string() + &char::from(Key::Enter).to_string()))
            .await?;
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    Ok(())
}

#[tokio::test]
async fn ada_and_ken_check_in_on_two_platforms_and_the_leaderboard_follows() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let browser = browser(1280, 900).await?;
    let client = &browser.client;
    client.goto(&format!("{}/sandbox", streaks.base)).await?;
    find(client, "body[data-ready=true]").await?;
    become_person(client, "ada").await?;
    say(client, "discord", "/event create title:\"Read 20 pages\" goal:\"20 pages\"").await?;
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
    client.goto(&format!("{}/zone?bot=streaks_bot", streaks.base)).await?;
    let own = "return Intl.DateTimeFormat().resolvedOptions().timeZone";
    let own = client.execute(own, vec![]).await?;
    let own = own.as_str().context("the browser has a zone")?;
    reads(client, "#zone", &own.replace('_', " ")).await?;
    let link = find(client, "#use").await?.attr("href").await?;
    let want = format!("https://t.me/streaks_bot?start=z_{}", own.replace('/', "--"));
    assert_eq!(link.as_deref(), Some(want.as_str()));
    client.goto(&format!("{}/zone?bot=%22%3E%3Cscript", streaks.base)).await?;
    reads(client, "#line", &format!("/timezone zone:{own}")).await?;
    picture(client, "zone").await?;
    browser.client.close().await?;
    Ok(())
}

#[tokio::test]
async fn whoever_opens_the_link_of_a_chat_is_signed_in_and_checks_in() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    let made = chat.say("discord", "ada", "/event create title:\"Read 20 pages\"").await?;
    made.message_with("Read 20 pages")?;
    let told = chat.say("discord", "grace", "/login").await?.text();
    let address = told.split_whitespace().find(|word| word.contains("/login/"));
    let address = address.with_context(|| format!("no link in {told}"))?;
    let address = address.trim_matches(['<', '>']);
    let browser = browser(390, 844).await?;
    let client = &browser.client;
    client.goto(address).await?;
    reads(client, "main", "Grace").await?;
    find(client, "main button").await?.click().await?;
    reads(client, "main", "You are in no event yet").await?;
    client.goto(&streaks.base).await?;
    find(client, "a[href^='/e/']").await?.click().await?;
    let event = client.current_url().await?;
    find(client, ".intro button").await?.click().await?;
    reads(client, "#answer", "You are in Read 20 pages").await?;
    client.goto(&format!("{}/me", streaks.base)).await?;
    reads(client, ".mine", "open today").await?;
    find(client, ".mine button").await?.click().await?;
    reads(client, "#answer", "Day 1").await?;
    picture(client, "me").await?;
    client.goto(event.as_str()).await?;
    reads(client, ".place", "Grace").await?;
    picture(client, "own-place").await?;
    client.goto(&format!("{}/me", streaks.base)).await?;
    find(client, "#line").await?.send_keys("/matrix\n").await?;
    find(client, "#answer img").await?;
    picture(client, "me-matrix").await?;
    let width = "return document.documentElement.scrollWidth - window.innerWidth";
    let width = client.execute(width, vec![]).await?;
    assert!(width.as_i64().is_some_and(|over| over <= 0), "{width} pixels too wide");
    find(client, ".out button").await?.click().await?;
    client.goto(&format!("{}/me", streaks.base)).await?;
    reads(client, "main", "/login").await?;
    browser.client.close().await?;
    Ok(())
}

#[tokio::test]
async fn the_pages_fit_a_phone() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say("discord", "ada", "/event create title:\"Read 20 pages\"").await?;
    chat.say("discord", "ada", "/join event:\"Read 20 pages\"").await?;
    chat.say("discord", "ada", "/checkin").await?;
    let browser = browser(390, 844).await?;
    let client = &browser.client;
    client.goto(&streaks.base).await?;
    find(client, "a[href^='/e/']").await?.click().await?;
    reads(client, "#board", "Ada").await?;
    for path in ["", "/sandbox"] {
        if !path.is_empty() {
            client.goto(&format!("{}{path}", streaks.base)).await?;
            find(client, "body[data-ready=true]").await?;
        }
        let width = client
            .execute("return document.documentElement.scrollWidth - window.innerWidth", vec![])
            .await?;
        assert!(
            width.as_i64().is_some_and(|over| over <= 0),
            "the page is {width} pixels too wide"
        );
    }
    browser.client.close().await?;
    Ok(())
}
