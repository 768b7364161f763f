//! Notifications in browsers, from turning them on to what the browser decrypts: with the sandbox's push service in place
//! of those of browsers' makers.

use anyhow::{Context, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::SecretKey;
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{Signature, VerifyingKey};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use tests::{Chat, Streaks, command, folder};
use web_push_native::{Auth, decrypt};

/// What a browser knows of itself.
struct Browser {
    endpoint: String,
    secret: SecretKey,
    auth: [u8; 16],
}

impl Browser {
    /// A browser of this number, at a push service.
    fn new(service: &str, number: u8) -> anyhow::Result<Browser> {
        let secret = SecretKey::from_slice(&[number + 1; 32])?;
        let endpoint = format!("{service}/sandbox/push/{number}");
        Ok(Browser { endpoint, secret, auth: [number; 16] })
    }

    fn fields(&self, mark: &str) -> [(&'static str, String); 4] {
        let key = self.secret.public_key().to_sec1_bytes();
        [
            ("mark", mark.to_owned()),
            ("endpoint", self.endpoint.clone()),
            ("p256dh", URL_SAFE_NO_PAD.encode(key)),
            ("auth", URL_SAFE_NO_PAD.encode(self.auth)),
        ]
    }

    /// What its service worker gets to see of a message.
    fn read(&self, message: &Value) -> anyhow::Result<Value> {
        let body = message["body"].as_str().context("a body")?;
        let body = URL_SAFE_NO_PAD.decode(body)?;
        let text = decrypt(body, &self.secret, &Auth::from(self.auth))?;
        Ok(serde_json::from_slice(&text)?)
    }
}

/// Somebody who is signed in.
struct Member<'a> {
    http: Client,
    base: &'a str,
    session: String,
    mark: String,
}

impl Member<'_> {
    async fn new<'a>(streaks: &'a Streaks, person: &str) -> anyhow::Result<Member<'a>> {
        let session = streaks.sign_in(person).await?;
        let mut member =
            Member { http: Client::new(), base: &streaks.base, session, mark: String::new() };
        let page = member.settings().await?;
        let mark =
            page.split("name=\"mark\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        member.mark = mark.context("the page has forms")?.to_owned();
        Ok(member)
    }

    async fn settings(&self) -> anyhow::Result<String> {
        let page = self.http.get(format!("{}/me/settings", self.base));
        Ok(page.header("cookie", &self.session).send().await?.text().await?)
    }

    async fn post(&self, path: &str, fields: &[(&str, String)]) -> anyhow::Result<StatusCode> {
        let form = self.http.post(format!("{}{path}", self.base)).form(fields);
        let form = form.header("cookie", &self.session).header("sec-fetch-site", "same-origin");
        Ok(form.send().await?.status())
    }

    async fn turn_on(&self, browser: &Browser) -> anyhow::Result<StatusCode> {
        self.post("/me/push", &browser.fields(&self.mark)).await
    }
}

async fn pushed(chat: &Chat) -> anyhow::Result<Vec<Value>> {
    Ok(chat.get("push").await?["messages"].as_array().context("a list")?.clone())
}

async fn in_chat(chat: &Chat, words: &str) -> anyhow::Result<usize> {
    let shown = chat.get("messages?person=grace").await?;
    let shown = shown["messages"].as_array().context("a list")?.iter();
    let says = |message: &&Value| message["text"].as_str().is_some_and(|text| text.contains(words));
    Ok(shown.filter(says).count())
}

/// Grace is reminded of Reading at eight, from the first of March 2027 on.
async fn begin() -> anyhow::Result<Streaks> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.set_clock("2027-03-01T12:00:00Z").await?;
    chat.say("telegram", "ken", "/event create visibility:public title:Reading").await?;
    for line in
        ["/timezone zone:UTC", "/join event:Reading", "/remind event:Reading at:20:00 last:no"]
    {
        chat.say_in("telegram", "private", "grace", line).await?;
    }
    Ok(streaks)
}

#[tokio::test]
async fn a_reminder_reaches_each_browser_and_nobody_else_can_read_it() -> anyhow::Result<()> {
    let streaks = begin().await?;
    let chat = streaks.chat();
    let grace = Member::new(&streaks, "grace").await?;
    let browsers = [Browser::new(&streaks.base, 1)?, Browser::new(&streaks.base, 2)?];
    for browser in &browsers {
        ensure!(grace.turn_on(browser).await? == StatusCode::NO_CONTENT, "it is taken");
    }
    chat.set_clock("2027-03-01T20:00:30Z").await?;
    let sent = pushed(&chat).await?;
    ensure!(sent.len() == 2, "one for each browser: {sent:?}");
    ensure!(in_chat(&chat, "open today").await? == 0, "they come here instead of to the chat");
    for browser in &browsers {
        let is_its = |message: &&Value| {
            message["browser"].as_str().is_some_and(|number| browser.endpoint.ends_with(number))
        };
        let message = sent.iter().find(is_its).context("it was sent")?;
        let told = browser.read(message)?;
        let text = format!("{} {}", told["title"], told["body"]);
        ensure!(text.contains("Reading"), "{told}");
        ensure!(told["url"] == format!("{}/me", streaks.base), "{told}");
        ensure!(told["tag"] == message["topic"], "a repeat replaces what it repeats");
        let other = browsers.iter().find(|other| other.endpoint != browser.endpoint);
        ensure!(other.is_some_and(|other| other.read(message).is_err()), "it is encrypted");
        let words =
            message["authorization"].as_str().and_then(|words| words.strip_prefix("vapid t="));
        let (token, key) = words.and_then(|words| words.split_once(", k=")).context("RFC 8292")?;
        let (said, signature) = token.rsplit_once('.').context("a signature")?;
        let key = VerifyingKey::from_sec1_bytes(&URL_SAFE_NO_PAD.decode(key)?)?;
        let signature = Signature::from_slice(&URL_SAFE_NO_PAD.decode(signature)?)?;
        key.verify(said.as_bytes(), &signature)?;
        let claims = URL_SAFE_NO_PAD.decode(said.split_once('.').context("claims")?.1)?;
        let claims: Value = serde_json::from_slice(&claims)?;
        ensure!(claims["aud"] == streaks.base, "{claims}");
    }
    // Whoever checked in is not reminded.
    chat.set_clock("2027-03-02T12:00:00Z").await?;
    chat.say_in("telegram", "private", "grace", "/checkin event:Reading").await?;
    chat.set_clock("2027-03-02T20:00:30Z").await?;
    ensure!(pushed(&chat).await?.len() == 2, "nothing is left to say");
    Ok(())
}

#[tokio::test]
async fn what_no_browser_takes_any_more_comes_to_the_chat() -> anyhow::Result<()> {
    let streaks = begin().await?;
    let chat = streaks.chat();
    let grace = Member::new(&streaks, "grace").await?;
    for number in [1, 2] {
        grace.turn_on(&Browser::new(&streaks.base, number)?).await?;
    }
    chat.post_to("push", json!({"browser": "1", "status": 410})).await?;
    chat.set_clock("2027-03-01T20:00:30Z").await?;
    ensure!(pushed(&chat).await?.len() == 2, "both are asked");
    ensure!(
        in_chat(&chat, "Reading").await? > 0 && in_chat(&chat, "today").await? == 0,
        "one took it"
    );
    chat.post_to("push", json!({"browser": "2", "status": 404})).await?;
    chat.set_clock("2027-03-02T20:00:30Z").await?;
    ensure!(pushed(&chat).await?.len() == 3, "who is gone is not asked again");
    let told = chat.get("messages?person=grace").await?.to_string();
    ensure!(in_chat(&chat, "day 1").await? + in_chat(&chat, "today").await? > 0, "{told}");
    let said = chat.say_in("telegram", "private", "grace", "/streak").await?;
    ensure!(
        said.0.to_string().contains("notifications to your browser"),
        "she is told once: {said:?}"
    );
    Ok(())
}

#[tokio::test]
async fn a_browser_is_told_nothing_after_signing_out_there() -> anyhow::Result<()> {
    let streaks = begin().await?;
    let chat = streaks.chat();
    let (grace, other) =
        (Member::new(&streaks, "grace").await?, Member::new(&streaks, "grace").await?);
    grace.turn_on(&Browser::new(&streaks.base, 1)?).await?;
    other.turn_on(&Browser::new(&streaks.base, 2)?).await?;
    other.post("/logout", &[("mark", other.mark.clone())]).await?;
    chat.set_clock("2027-03-01T20:00:30Z").await?;
    let sent = pushed(&chat).await?;
    ensure!(sent.len() == 1 && sent[0]["browser"] == "1", "{sent:?}");
    // Turned off on its page.
    let page = grace.settings().await?;
    let id = page.split("name=\"push\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let id = id.context("the browser is on the page")?.to_owned();
    grace.post("/me/settings", &[("mark", grace.mark.clone()), ("push", id)]).await?;
    chat.set_clock("2027-03-02T20:00:30Z").await?;
    ensure!(pushed(&chat).await?.len() == 1, "nothing is sent any more");
    ensure!(
        in_chat(&chat, "today").await? + in_chat(&chat, "day 1").await? > 0,
        "it comes to the chat"
    );
    Ok(())
}

#[tokio::test]
async fn a_browser_that_changes_hands_is_told_what_is_for_whom_it_belongs_to() -> anyhow::Result<()>
{
    let streaks = begin().await?;
    let chat = streaks.chat();
    let browser = Browser::new(&streaks.base, 1)?;
    Member::new(&streaks, "grace").await?.turn_on(&browser).await?;
    Member::new(&streaks, "ken").await?.turn_on(&browser).await?;
    chat.set_clock("2027-03-01T20:00:30Z").await?;
    ensure!(pushed(&chat).await?.is_empty(), "Grace's reminders are not for Ken's browser");
    ensure!(
        in_chat(&chat, "today").await? + in_chat(&chat, "day 1").await? > 0,
        "they come to the chat"
    );
    Ok(())
}

#[tokio::test]
async fn nobody_makes_us_ask_elsewhere() -> anyhow::Result<()> {
    let streaks = begin().await?;
    let grace = Member::new(&streaks, "grace").await?;
    let foreign = std::net::TcpListener::bind("127.0.0.1:0")?;
    foreign.set_nonblocking(true)?;
    let elsewhere = format!("http://{}", foreign.local_addr()?);
    let mut browser = Browser::new(&elsewhere, 1)?;
    let port = streaks.base.rsplit(':').next().context("a port")?.to_owned();
    for endpoint in [
        browser.endpoint.clone(),
        String::new(),
        "https://127.0.0.1/x".to_owned(),
        "https://fcm.googleapis.com.evil.example/x".to_owned(),
        format!("http://user@127.0.0.1:{port}/x"),
        format!("http://localhost:{port}/x"),
        format!("{}/{}", streaks.base, "x".repeat(1001)),
    ] {
        browser.endpoint = endpoint;
        let status = grace.turn_on(&browser).await?;
        ensure!(status == StatusCode::UNPROCESSABLE_ENTITY, "{}: {status}", browser.endpoint);
    }
    ensure!(foreign.accept().is_err(), "nobody came");
    // Without the mark of a page of ours, or without being signed in.
    let good = Browser::new(&streaks.base, 1)?;
    let status = grace.post("/me/push", &good.fields("")).await?;
    ensure!(status == StatusCode::FORBIDDEN, "{status}");
    let stranger =
        Client::new().post(format!("{}/me/push", streaks.base)).form(&good.fields(&grace.mark));
    ensure!(stranger.send().await?.status() == StatusCode::UNAUTHORIZED, "not signed in");
    ensure!(!grace.settings().await?.contains("name=\"push\""), "nothing was turned on");
    Ok(())
}

#[tokio::test]
async fn a_made_key_can_be_set() -> anyhow::Result<()> {
    let made = command(&folder("vapid"), &["vapid"]).output().await?;
    let made = String::from_utf8(made.stdout)?;
    let (name, key) = made.trim().split_once('=').context("NAME=KEY")?;
    let mut started = command(&folder("vapid-run"), &[]);
    started.env("STREAKS_DATABASE_URL", engine::testing::url().await?).env(name, key);
    let streaks = Streaks::launch(started, "Leaderboards:").await?;
    let grace = Member::new(&streaks, "grace").await?;
    let public = SecretKey::from_slice(&URL_SAFE_NO_PAD.decode(key)?)?.public_key().to_sec1_bytes();
    ensure!(grace.settings().await?.contains(&URL_SAFE_NO_PAD.encode(public)), "it is on the page");
    let mut refused = command(&folder("vapid-wrong"), &[]);
    refused.env("STREAKS_DATABASE_URL", engine::testing::url().await?).env(name, "no key");
    let refused = refused.stderr(std::process::Stdio::piped()).output().await?;
    let words = String::from_utf8(refused.stderr)?;
    ensure!(!refused.status.success() && words.contains("streaks vapid"), "{words}");
    Ok(())
}
