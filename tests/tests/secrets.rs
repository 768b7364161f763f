//! What identifies somebody, lets somebody in or was written by somebody stands in no log, at whatever level, in no
//! figures, and on no page that says what went wrong. `scripts/secrets` looks through the logs of all other tests.

use anyhow::{Context, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use p256::SecretKey;
use reqwest::Client;
use serde_json::json;
use std::process::Stdio;
use std::time::Duration;
use tests::mail_server::MailServer;
use tests::{Answer, Chat, Streaks, TIME_LIMIT, command, folder};
use tokio::io::AsyncReadExt as _;
use tokio::time::{sleep, timeout};

const NAME: &str = "Quuxworth";
const OTHER_NAME: &str = "Plimsollian";
const TITLE: &str = "Vellichor Marathon";
const HIDDEN_TITLE: &str = "Borborygmus Club";
const GOAL: &str = "brindlewick pages";
const NOTE: &str = "susurrus 4711 remembered";
const MENTION: &str = "gobbledygook between us";
const WORDS: &str = "flibbertigibbet rejoices";
const ABOUT: &str = "kumquat collector";
const SEARCH: &str = "snollygoster";
const MAIL: &str = "quuxworth.z@example.org";
const PROGRAM: &str = "gallimaufry program";
/// What is tried as a code, and is none.
const GUESS: &str = "zzguess0123456789guesszz";
/// The bot's own user on the sandbox's Discord.
const BOT: &str = "1180000000000000001";

/// What may stand nowhere, each with what it is.
#[derive(Default)]
struct Secrets(Vec<(&'static str, String)>);

impl Secrets {
    fn add(&mut self, what: &'static str, secret: &str) {
        if !self.0.iter().any(|(_, known)| known == secret) {
            self.0.push((what, secret.to_owned()));
        }
    }

    /// The lines of a text in which one of them stands, in whatever form.
    fn found_in(&self, text: &str) -> Vec<String> {
        let text = text.to_lowercase();
        let forms = self.0.iter().flat_map(|(what, secret)| {
            forms(secret).into_iter().map(move |form| (*what, form.to_lowercase()))
        });
        let found = forms.filter(|(_, form)| text.contains(form.as_str()));
        let shown = |(what, form): (&str, String)| {
            let line = text.lines().find(|line| line.contains(form.as_str())).unwrap_or_default();
            format!("{what} as {form} in {line}")
        };
        found.map(shown).collect()
    }
}

/// How something may be written: as it is, in an address, and inside of base 64, which depends on what stands before.
fn forms(secret: &str) -> Vec<String> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let escaped = |byte: u8| match is_plain(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02x}"),
    };
    let mut forms =
        vec![secret.to_owned(), secret.bytes().map(escaped).collect(), secret.replace(' ', "+")];
    for before in 0..3 {
        let bytes = [&[0_u8; 3][..before], secret.as_bytes()].concat();
        let (first, last) = ((before * 8).div_ceil(6), bytes.len() * 8 / 6);
        for encoded in [STANDARD_NO_PAD.encode(&bytes), URL_SAFE_NO_PAD.encode(&bytes)] {
            forms.push(encoded[first..last].to_owned());
        }
    }
    forms
}

#[test]
fn what_is_looked_for_is_found_in_every_form() {
    let mut secrets = Secrets::default();
    secrets.add("a note", "my note: ä");
    for before in ["", "a", "ab", "abc"] {
        let text = format!("{before}my note: ä!");
        for written in [
            text.clone(),
            text.to_uppercase(),
            STANDARD_NO_PAD.encode(&text),
            URL_SAFE_NO_PAD.encode(&text),
            format!("{before}my%20note%3A%20%C3%A4"),
        ] {
            assert!(!secrets.found_in(&format!("x={written}")).is_empty(), "{written}");
        }
    }
    assert!(secrets.found_in("my notes are mine").is_empty());
}

/// Somebody who says lines that all make sense.
struct Voice<'a> {
    chat: &'a Chat,
    person: &'a str,
}

impl Voice<'_> {
    async fn say(&self, platform: &str, place: &str, line: &str) -> anyhow::Result<Answer> {
        let answer = self.chat.say_in(platform, place, self.person, line).await?;
        ensure!(answer.0["error"].is_null(), "{line}: {}", answer.0);
        Ok(answer)
    }
}

/// What follows these words in a text, as far as letters and digits go.
fn after(text: &str, words: &str) -> anyhow::Result<String> {
    let rest = text.split(words).nth(1).with_context(|| format!("no {words} in {text}"))?;
    let is_part = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    Ok(rest.chars().take_while(is_part).collect())
}

/// The label of the button with this in its id.
fn label(answer: &Answer, id: &str) -> anyhow::Result<String> {
    let buttons = answer.messages().iter().filter_map(|message| message["buttons"].as_array());
    let mut buttons = buttons.flatten();
    let found = buttons.find(|button| button["id"].as_str().is_some_and(|it| it.contains(id)));
    let label = found.and_then(|button| button["label"].as_str());
    Ok(label.with_context(|| format!("no button {id} in {}", answer.0))?.to_owned())
}

/// Two people use all of it in the chats.
async fn talk(chat: &Chat, people: [&str; 2], secrets: &mut Secrets) -> anyhow::Result<()> {
    let [one, other] = people.map(|person| Voice { chat, person });
    for voice in [&one, &other] {
        for line in ["/start", "/timezone zone:UTC"] {
            voice.say("telegram", "private", line).await?;
        }
    }
    let card = one
        .say(
            "discord",
            "group",
            &format!("/event create visibility:public title:\"{TITLE}\" goal:\"{GOAL}\""),
        )
        .await?;
    let join = label(&card, ":join:")?;
    chat.press("discord", other.person, card.message_with(TITLE)?, &join).await?;
    one.say("discord", "group", &format!("/join event:\"{TITLE}\"")).await?;
    let check_in = format!("/checkin event:\"{TITLE}\" note:\"{NOTE}\"");
    one.say("discord", "group", &check_in).await?;
    for voice in [&one, &other] {
        voice.say("telegram", "private", &format!("/join event:\"{TITLE}\"")).await?;
        voice.say("telegram", "private", &check_in).await?;
    }
    one.say("discord", "group", &format!("/cheer user:@{OTHER_NAME} words:\"{WORDS}\"")).await?;
    one.say("discord", "private", &format!("/profile about:\"{ABOUT}\"")).await?;
    for platform in ["discord", "telegram"] {
        for line in ["/streak", "/leaderboard", "/badges", "/privacy", "/settings"] {
            one.say(platform, "private", line).await?;
        }
        one.say(platform, "private", &format!("/events search:\"{SEARCH}\"")).await?;
    }
    chat.autocomplete(one.person, "join", "event", SEARCH).await?;
    // In private on Discord, also where it begins with the name of the bot.
    for text in [NOTE.to_owned(), format!("<@{BOT}> {MENTION}")] {
        let said =
            json!({"platform": "discord", "place": "private", "person": one.person, "text": text});
        chat.say_as(said).await?;
    }
    let hidden = format!("/event create title:\"{HIDDEN_TITLE}\" visibility:invite");
    one.say("discord", "private", &hidden).await?;
    let invited =
        one.say("discord", "private", &format!("/event invite event:\"{HIDDEN_TITLE}\"")).await?;
    let text = invited.text();
    let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let code = words.find(|word| word.len() == 16).with_context(|| text.clone())?;
    secrets.add("an invite code", code);
    other.say("telegram", "private", &format!("/join {code}")).await?;
    let linked = one.say("discord", "private", "/link").await?.text();
    let code = linked.split(['“', '”']).nth(1).with_context(|| linked.clone())?;
    secrets.add("a link code", code);
    for code in [GUESS, code] {
        one.say("telegram", "private", &format!("/link {code}")).await?;
    }
    Ok(())
}

/// What goes wrong on the way to the platforms, and what they send that cannot be read.
async fn fail(chat: &Chat, people: [&str; 2]) -> anyhow::Result<()> {
    let [one, other] = people;
    let from = json!({"id": 5_000_000_003_i64, "is_bot": false, "first_name": NAME});
    let unreadable = json!({"message": {"message_id": 9000, "date": 1, "from": from,
        "chat": {"id": NOTE}, "text": NOTE}});
    chat.update(&unreadable).await?;
    for (path, status) in [("/callback", 500), ("/callback", 400), ("@original", 404)] {
        let fault = json!({"platform": "discord", "path": path, "status": status, "times": 1});
        chat.fault(fault).await?;
        chat.say("discord", one, "/streak").await?;
    }
    chat.fault(json!({"platform": "discord", "path": "/callback", "status": 404, "times": 1}))
        .await?;
    chat.autocomplete(one, "join", "event", SEARCH).await?;
    let description = format!("Bad Request: button URL 'https://x/login/{GUESS}' is invalid");
    chat.fault(json!({"platform": "telegram", "path": "sendMessage", "status": 400, "times": 1,
        "body": {"ok": false, "error_code": 400, "description": description}}))
        .await?;
    chat.say_in("telegram", "private", other, "/help").await?;
    Ok(())
}

/// The web: signing in by link and by account, tokens, notifications.
async fn browse(streaks: &Streaks, people: [&str; 2], secrets: &mut Secrets) -> anyhow::Result<()> {
    let (chat, base) = (streaks.chat(), &streaks.base);
    let [one, other] = people;
    let http = Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
    let told = chat.say_in("telegram", "private", other, "/login").await?.text();
    let code = after(&told, "/login/")?;
    secrets.add("a link to sign in", &code);
    let entered = http
        .post(format!("{base}/login/{code}"))
        .header("origin", base)
        .header("sec-fetch-site", "same-origin")
        .send()
        .await?;
    for cookie in entered.headers().get_all("set-cookie") {
        let value = cookie.to_str()?.split(';').next().and_then(|cookie| cookie.split_once('='));
        if let Some((_, session)) = value.filter(|(_, session)| session.len() > 20) {
            secrets.add("a session by a link", session);
        }
    }
    let cookie = streaks.sign_in(one).await?;
    secrets.add("a session", cookie.split_once('=').context("a cookie")?.1);
    let page = async |path: &str| {
        let page = http.get(format!("{base}{path}")).header("cookie", &cookie).send().await?;
        anyhow::Ok(page.text().await?)
    };
    let mark = after(&page("/me/settings").await?, "name=\"mark\" value=\"")?;
    let post = async |path: &str, fields: &[(&str, &str)]| {
        let form = http.post(format!("{base}{path}")).form(fields).header("cookie", &cookie);
        let answer = form.header("sec-fetch-site", "same-origin").send().await?;
        let status = answer.status();
        ensure!(status.is_success() || status.is_redirection(), "{path}: {status}");
        anyhow::Ok(answer.text().await?)
    };
    for scope in ["write", "calendar"] {
        let made = [("mark", mark.as_str()), ("name", PROGRAM), ("scope", scope)];
        let secret = after(&post("/me/tokens", &made).await?, "<p><code>")?;
        ensure!(secret.len() > 20, "no token is shown");
        secrets.add("an API token", &secret);
        let path = match scope {
            "calendar" => format!("{base}/calendar/{secret}.ics"),
            _ => format!("{base}/api/v1/me"),
        };
        let asked = http.get(path).header("authorization", format!("Bearer {secret}"));
        ensure!(asked.send().await?.status().is_success(), "the token works");
    }
    let key = SecretKey::from_slice(&[7; 32])?.public_key().to_sec1_bytes();
    let (key, auth) = (URL_SAFE_NO_PAD.encode(key), URL_SAFE_NO_PAD.encode([77; 16]));
    let endpoint = format!("{base}/sandbox/push/7");
    let browser = [
        ("mark", mark.as_str()),
        ("endpoint", endpoint.as_str()),
        ("p256dh", key.as_str()),
        ("auth", auth.as_str()),
    ];
    // What reminds already comes to the browser from now on.
    let remind = format!("/remind event:\"{TITLE}\" at:20:00 last:no");
    chat.say_in("telegram", "private", one, &remind).await?;
    post("/me/push", &browser).await?;
    secrets.add("the key of a browser", &key);
    secrets.add("the secret of a browser", &auth);
    secrets.add("the address of a browser", "/sandbox/push/7");
    page("/me").await?;
    page("/me/tokens").await?;
    chat.set_clock("2027-03-02T20:00:30Z").await?;
    ensure!(!chat.get("push").await?["messages"].as_array().context("a list")?.is_empty());
    Ok(())
}

/// An address is confirmed by mail.
async fn write_mail(
    streaks: &Streaks,
    server: &MailServer,
    person: &str,
    secrets: &mut Secrets,
) -> anyhow::Result<()> {
    let line = format!("/email {MAIL}");
    streaks.chat().say_in("telegram", "private", person, &line).await?;
    let mail = server.arrives(&format!("To: {MAIL}")).await?;
    let code = after(&mail, "/email/confirm/")?;
    secrets.add("a code in a mail", &code);
    let confirmed = Client::new().post(format!("{}/email/confirm/{code}", streaks.base));
    ensure!(confirmed.send().await?.status().is_success(), "the address is confirmed");
    Ok(())
}

/// Pages that say what went wrong.
async fn guess(streaks: &Streaks) -> anyhow::Result<String> {
    let mut pages = String::new();
    for path in [
        "/login/GUESS",
        "/join/GUESS",
        "/calendar/GUESS.ics",
        "/check-in/GUESS",
        "/email/confirm/GUESS",
        "/email/leave/GUESS",
        "/e/GUESS",
        "/u/GUESS",
        "/GUESS",
        "/api/v1/events/GUESS",
        "/sign-in/discord/back?code=GUESS&state=GUESS",
        "/sign-in/telegram/back?code=GUESS&state=GUESS",
    ] {
        let address = format!("{}{}", streaks.base, path.replace("GUESS", GUESS));
        let asked = Client::new().get(address).header("authorization", format!("Bearer {GUESS}"));
        let answer = asked.send().await?;
        if !answer.status().is_success() {
            pages += &answer.text().await?;
        }
    }
    ensure!(pages.len() > 1000, "there are such pages");
    Ok(pages)
}

#[tokio::test]
async fn no_secret_and_nothing_of_people_is_logged_at_any_level() -> anyhow::Result<()> {
    let server = MailServer::start().await?;
    let mut program = command(&folder("secrets"), &[]);
    program
        .env("STREAKS_DATABASE_URL", engine::testing::url().await?)
        .env("STREAKS_EMAIL_SMTP", format!("smtp://127.0.0.1:{}", server.port))
        .env("STREAKS_EMAIL_FROM", "Streaks <streaks@bots.test>")
        .env("STREAKS_METRICS_LISTEN", "127.0.0.1:0")
        .env("STREAKS_LOG_FILTER", "trace")
        .stderr(Stdio::piped());
    let mut streaks = Streaks::launch(program, "Leaderboards:").await?;
    let mut log = streaks.log().context("the log can be read")?;
    let logged = tokio::spawn(async move {
        let mut text = Vec::new();
        log.read_to_end(&mut text).await.map(|_| text)
    });
    let chat = streaks.chat();
    chat.is_heard_on(&["discord", "telegram"]).await?;
    chat.set_clock("2027-03-01T12:00:00Z").await?;
    let one = chat.person(NAME, "en-US", "UTC").await?;
    let other = chat.person(OTHER_NAME, "en-US", "UTC").await?;
    let mut secrets = Secrets::default();
    for text in [
        NAME,
        OTHER_NAME,
        TITLE,
        HIDDEN_TITLE,
        GOAL,
        NOTE,
        MENTION,
        WORDS,
        ABOUT,
        SEARCH,
        MAIL,
        PROGRAM,
    ] {
        secrets.add("what somebody wrote", text);
    }
    secrets.add("a guess", GUESS);
    secrets.add("the token of the Discord bot", sandbox::DISCORD_TOKEN);
    secrets.add("the token of the Telegram bot", sandbox::TELEGRAM_TOKEN);
    secrets.add("the client secret", sandbox::CLIENT_SECRET);
    for person in chat.get("people").await?.as_array().context("a list")? {
        if [&one, &other].iter().any(|id| person["id"] == id.as_str()) {
            secrets.add("an id on Discord", person["discord_id"].as_str().context("an id")?);
            secrets.add("an id on Telegram", &person["telegram_id"].to_string());
        }
    }
    let people = [one.as_str(), other.as_str()];
    talk(&chat, people, &mut secrets).await?;
    write_mail(&streaks, &server, &one, &mut secrets).await?;
    browse(&streaks, people, &mut secrets).await?;
    fail(&chat, people).await?;
    let pages = guess(&streaks).await?;
    let at = streaks.told("Metrics:").await?;
    let counted = async {
        loop {
            let figures = reqwest::get(&at).await?.text().await?;
            if !figures.contains("streaks_dead_letters{queue=\"inbox\"} 0") {
                return anyhow::Ok(figures);
            }
            sleep(Duration::from_millis(50)).await;
        }
    };
    let figures = timeout(TIME_LIMIT, counted).await.context("nothing could not be read")??;
    let requests = chat.get("requests?limit=5000").await?;
    let requests = requests["requests"].as_array().context("a list")?;
    for path in requests.iter().filter_map(|request| request["path"].as_str()) {
        let mut parts =
            path.split('/').skip_while(|part| !["interactions", "webhooks"].contains(part));
        if let Some(token) = parts.nth(2) {
            secrets.add("the token of an interaction", token);
        }
    }
    let tokens = secrets.0.iter().filter(|(what, _)| *what == "the token of an interaction");
    ensure!(tokens.count() > 10, "many interactions were answered");
    let printed = streaks.printed().join("\n");
    ensure!(streaks.terminate().await?.1, "it ended well");
    let logged = String::from_utf8(logged.await??)?;
    for (what, text) in
        [("log", &logged), ("output", &printed), ("figures", &figures), ("pages", &pages)]
    {
        let found = secrets.found_in(text);
        ensure!(found.is_empty(), "in the {what}:\n{}", found.join("\n"));
    }
    // It was looked at where there is something to see.
    for line in ["sqlx::query", "an update cannot be read", "button URL …"] {
        ensure!(logged.contains(line), "nothing is logged of {line}");
    }
    Ok(())
}
