//! All ways to sign in without the link of a chat: with either platform, inside Telegram, and by a passkey.

use anyhow::Context;
use serde_json::{Value, json};
use std::net::TcpListener;
use tests::{Streaks, command, folder};

use crate::scene::{Browser, browser, find, gone, picture, reads};

#[tokio::test]
async fn an_account_with_either_platform_signs_in() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    streaks.chat().is_heard_on(&["discord", "telegram"]).await?;
    let browser = browser(390, 844).await?;
    let client = &browser.client;
    for (platform, id, name) in [("discord", "grace", "Grace"), ("telegram", "ken", "Ken")] {
        client.goto(&format!("{}/me", streaks.base)).await?;
        reads(client, "main", "No password is needed").await?;
        picture(client, "sign-in").await?;
        let begin = format!("a[href='/sign-in/{platform}']");
        find(client, &begin).await?.click().await?;
        find(client, "#as-nobody").await?.click().await?;
        reads(client, "main", "You are not signed in").await?;
        client.goto(&format!("{}/sign-in", streaks.base)).await?;
        find(client, &begin).await?.click().await?;
        picture(client, &format!("sandbox-{platform}")).await?;
        find(client, &format!("#as-{id}")).await?.click().await?;
        reads(client, "h1", name).await?;
        find(client, ".out button").await?.click().await?;
        reads(client, "main", "No open events yet").await?;
    }
    // It is the account that writes in the chat.
    let chat = streaks.chat();
    chat.say("discord", "ada", "/event create visibility:public title:Reading").await?;
    chat.say("discord", "grace", "/join event:Reading").await?;
    client.goto(&format!("{}/sign-in/discord", streaks.base)).await?;
    find(client, "#as-grace").await?.click().await?;
    reads(client, ".mine", "Reading").await?;
    chat.assert_nothing_unknown().await?;
    browser.client.close().await?;
    Ok(())
}

#[tokio::test]
async fn inside_telegram_the_pages_know_who_looks() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.say("discord", "ada", "/event create visibility:public title:Reading").await?;
    let (_, home) = streaks.page("/").await?;
    let slug = home.split("/e/").nth(1).and_then(|rest| rest.split('"').next());
    let slug = slug.context("the event is on the home page")?;
    let browser = browser(390, 844).await?;
    let client = &browser.client;
    let base = &streaks.base;
    client.goto(&format!("{base}/sandbox/mini-app?as=ken&url={base}/app&start=e_{slug}")).await?;
    // A browser is not Telegram's client: it takes a press, since anybody could have sent the link.
    reads(client, "#go", "Ken").await?;
    find(client, "#go").await?.click().await?;
    // The link bore an event, and whoever opened it is signed in there.
    reads(client, "h1", "Reading").await?;
    find(client, ".intro button").await?.click().await?;
    reads(client, "#answer", "Reading").await?;
    client.goto(&format!("{base}/me")).await?;
    reads(client, "h1", "Ken").await?;
    let colour = "return getComputedStyle(document.body).backgroundColor";
    assert_eq!(client.execute(colour, vec![]).await?, json!("rgb(23, 33, 43)"));
    picture(client, "mini-app").await?;
    // What the client said is not left in the address, and nobody becomes somebody else without a press.
    client.goto(&format!("{base}/sandbox/mini-app?as=grace&url={base}/app")).await?;
    reads(client, "#go", "Grace").await?;
    assert_eq!(client.current_url().await?.fragment(), None);
    client.goto(&format!("{base}/me")).await?;
    reads(client, "h1", "Ken").await?;
    // What nobody signed opens nothing, and elsewhere there is nobody who says anything.
    client.goto(&format!("{base}/app?x#tgWebAppData=user%3D1%26hash%3D00")).await?;
    find(client, "#go").await?.click().await?;
    reads(client, "#failed", "Nobody could show who you are").await?;
    client.goto(&format!("{base}/app")).await?;
    reads(client, "#outside", "inside Telegram").await?;
    browser.client.close().await?;
    Ok(())
}

/// Gives a browser an authenticator that asks nobody (WebAuthn Level 3, 11).
async fn authenticator(browser: &Browser) -> anyhow::Result<()> {
    let session = browser.client.session_id().await?.context("no session")?;
    let address = format!("{}/session/{session}/webauthn/authenticator", browser.driver);
    let options = json!({
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
        "hasUserVerification": true, "isUserVerified": true,
    });
    let client = reqwest::Client::new();
    let made: Value = client.post(address).json(&options).send().await?.json().await?;
    anyhow::ensure!(made["value"].is_string(), "no authenticator: {made}");
    Ok(())
}

#[tokio::test]
async fn a_passkey_is_made_signs_in_and_is_taken_back() -> anyhow::Result<()> {
    // Passkeys are bound to a name, which a bare address is not.
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let base = format!("http://localhost:{port}");
    let mut started = command(&folder("passkeys"), &[]);
    started.env("STREAKS_DATABASE_URL", engine::testing::url().await?);
    started.env("STREAKS_WEB_LISTEN", format!("127.0.0.1:{port}"));
    started.env("STREAKS_WEB_PUBLIC_URL", &base);
    let _streaks = Streaks::launch(started, "Leaderboards:").await?;
    let browser = browser(390, 844).await?;
    let client = &browser.client;
    client.goto(&format!("{base}/sign-in/telegram")).await?;
    find(client, "#as-ken").await?.click().await?;
    reads(client, "h1", "Ken").await?;
    authenticator(&browser).await?;
    client.goto(&format!("{base}/me/settings")).await?;
    find(client, "#passkey button").await?.click().await?;
    find(client, "button[name=passkey]").await?;
    picture(client, "settings").await?;
    find(client, ".out button").await?.click().await?;
    reads(client, "h1", "Open events").await?;
    client.goto(&format!("{base}/sign-in")).await?;
    find(client, "#passkey button").await?.click().await?;
    reads(client, "h1", "Ken").await?;
    client.goto(&format!("{base}/me/settings")).await?;
    reads(client, ".mine", "last used on").await?;
    find(client, "button[name=passkey]").await?.click().await?;
    gone(client, "button[name=passkey]").await?;
    find(client, ".out button").await?.click().await?;
    reads(client, "h1", "Open events").await?;
    // The device has it still, but it opens nothing any more.
    client.goto(&format!("{base}/sign-in")).await?;
    find(client, "#passkey button").await?.click().await?;
    reads(client, "#passkey-failed", "did not work").await?;
    client.goto(&format!("{base}/me")).await?;
    reads(client, "main", "No password is needed").await?;
    browser.client.close().await?;
    Ok(())
}
