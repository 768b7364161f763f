//! Notifications: turned on in the settings, shown by the service worker.

use anyhow::Context;
use serde_json::{Value, json};
use tests::Streaks;

use crate::scene::{Browser, browser, find, gone, picture, reads};

/// Asks the browser itself, as its developer tools do.
async fn tools(browser: &Browser, command: &str, params: Value) -> anyhow::Result<Value> {
    let session = browser.client.session_id().await?.context("no session")?;
    let address = format!("{}/session/{session}/goog/cdp/execute", browser.driver);
    let asked = json!({"cmd": command, "params": params});
    let told: Value =
        reqwest::Client::new().post(address).json(&asked).send().await?.json().await?;
    anyhow::ensure!(told["value"]["error"].is_null(), "{command}: {told}");
    Ok(told)
}

#[tokio::test]
async fn reminders_are_turned_on_shown_and_turned_off() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    streaks.chat().is_heard_on(&["telegram"]).await?;
    let browser = browser(390, 844).await?;
    let (client, base) = (&browser.client, &streaks.base);
    client.goto(&format!("{base}/sign-in/telegram")).await?;
    find(client, "#as-ken").await?.click().await?;
    reads(client, "h1", "Ken").await?;
    let settings = format!("{base}/me/settings");
    client.goto(&settings).await?;
    // A browser that may not is told so.
    let permission = |setting: &str| json!({"permission": {"name": "notifications"}, "setting": setting, "origin": base});
    tools(&browser, "Browser.setPermission", permission("denied")).await?;
    find(client, "#push button").await?.click().await?;
    reads(client, "#push-failed", "does not allow it").await?;
    tools(&browser, "Browser.setPermission", permission("granted")).await?;
    client.goto(&settings).await?;
    // The push service of this browser's maker is out of reach: the sandbox's stands in its place.
    let subscribe = "PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
            if (applicationServerKey.length !== 65) throw new Error('no key');
            return { toJSON: () => ({ endpoint: arguments[0] + '/sandbox/push/1', keys: arguments[1] }) };
        };
        PushManager.prototype.getSubscription = async () => null;";
    let keys = json!({
        "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "auth": "BTBZMqHH6r4Tts7J_aSIgg",
    });
    client.execute(subscribe, vec![json!(base), keys]).await?;
    find(client, "#push button").await?.click().await?;
    find(client, "button[name=push]").await?;
    picture(client, "settings-push").await?;
    // What comes is shown, and what comes twice is shown once.
    tools(&browser, "ServiceWorker.enable", json!({})).await?;
    let data = json!({"title": "Streaks", "body": "Reading is open", "tag": "t1", "url": format!("{base}/me")});
    for _ in 0..2 {
        let message = json!({"origin": base, "registrationId": "0", "data": data.to_string()});
        tools(&browser, "ServiceWorker.deliverPushMessage", message).await?;
    }
    let shown = "const [done] = arguments;
        navigator.serviceWorker.ready.then((registration) => registration.getNotifications())
            .then((all) => done(all.map(({ title, body, tag, data }) => [title, body, tag, data])));";
    let mut seen = json!([]);
    for _ in 0..50 {
        seen = client.execute_async(shown, vec![]).await?;
        if seen != json!([]) {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!(seen, json!([["Streaks", "Reading is open", "t1", format!("{base}/me")]]));
    find(client, "button[name=push]").await?.click().await?;
    gone(client, "button[name=push]").await?;
    browser.client.close().await?;
    Ok(())
}
