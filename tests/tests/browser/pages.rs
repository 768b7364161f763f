//! The pages on a phone, for whoever is signed in and whoever is not.

use anyhow::Context;
use tests::Streaks;

use crate::scene::{browser, find, picture, reads};

#[tokio::test]
async fn whoever_opens_the_link_of_a_chat_is_signed_in_and_checks_in() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    let made = chat
        .say("discord", "ada", "/event create visibility:public title:\"Read 20 pages\"")
        .await?;
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
    reads(client, "h1", "Open events").await?;
    client.goto(&format!("{}/me", streaks.base)).await?;
    reads(client, "main", "/login").await?;
    browser.client.close().await?;
    Ok(())
}

#[tokio::test]
async fn the_pages_fit_a_phone() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say("discord", "ada", "/event create visibility:public title:\"Read 20 pages\"").await?;
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
