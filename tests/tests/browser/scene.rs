//! A real browser: a headless Chromium, and what a test does in it.

use anyhow::Context;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::json;
use std::process::Stdio;
use std::time::Duration;
use tests::{TIME_LIMIT, folder, root};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// A headless Chromium under a driver of its own.
pub struct Browser {
    pub client: Client,
    /// Where its driver listens.
    pub driver: String,
    _driver: Child,
}

pub async fn browser(width: u32, height: u32) -> anyhow::Result<Browser> {
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
    let address = format!("http://127.0.0.1:{port}");
    Ok(Browser {
        client,
        driver: address,
        _driver: std::mem::replace(driver, Command::new("true").spawn()?),
    })
}

impl Browser {
    /// Shows pages on a screen of exactly this size, which a window may not have.
    pub async fn screen(&self, width: u32, height: u32) -> anyhow::Result<()> {
        let session = self.client.session_id().await?.context("no session")?;
        let address = format!("{}/session/{session}/goog/cdp/execute", self.driver);
        let screen =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        let order = json!({"cmd": "Emulation.setDeviceMetricsOverride", "params": screen});
        let answer = reqwest::Client::new().post(address).json(&order).send().await?;
        anyhow::ensure!(answer.status().is_success(), "no screen of {width} by {height}");
        Ok(())
    }
}

/// Keeps what the page looks like, for people to look at.
pub async fn picture(client: &Client, name: &str) -> anyhow::Result<()> {
    let folder = root().join("target/pictures");
    std::fs::create_dir_all(&folder)?;
    Ok(std::fs::write(folder.join(format!("{name}.png")), client.screenshot().await?)?)
}

pub async fn find(client: &Client, css: &str) -> anyhow::Result<fantoccini::elements::Element> {
    let found = client.wait().at_most(Duration::from_secs(15)).for_element(Locator::Css(css)).await;
    found.with_context(|| format!("no {css} on the page"))
}

/// Waits until the text of an element holds these words.
pub async fn reads(client: &Client, css: &str, words: &str) -> anyhow::Result<()> {
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

/// Waits until a field holds these words.
pub async fn holds(client: &Client, css: &str, words: &str) -> anyhow::Result<()> {
    let mut value = String::new();
    for _ in 0..150 {
        value = find(client, css).await?.prop("value").await?.unwrap_or_default();
        if value.contains(words) {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    anyhow::bail!("{css} does not hold {words:?}: {value}")
}

/// Waits until no such element is on the page.
pub async fn gone(client: &Client, css: &str) -> anyhow::Result<()> {
    for _ in 0..150 {
        if client.find(Locator::Css(css)).await.is_err() {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    anyhow::bail!("{css} stays on the page")
}

pub async fn become_person(client: &Client, person: &str) -> anyhow::Result<()> {
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
pub async fn press(client: &Client, words: &str) -> anyhow::Result<()> {
    let press = "const all = [...document.querySelectorAll('button')];
        all.filter((button) => button.textContent === arguments[0] && button.offsetParent).at(-1).click()";
    // A prompt that opens ends the script early.
    let _ = client.execute(press, vec![json!(words)]).await;
    Ok(())
}

pub async fn say(client: &Client, platform: &str, line: &str) -> anyhow::Result<()> {
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
