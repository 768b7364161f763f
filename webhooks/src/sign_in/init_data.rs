//! `/app`: the pages as a Mini App inside Telegram. Its client tells the page who looks at it, signed with the bot's
//! token (core.telegram.org/bots/webapps, "Validating data received via the Mini App").

use askama::Template;
use axum::extract::{Form, State};
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use engine::rules::Instant;
use engine::{Account, Platform};
use hmac::{Hmac, Mac};
use serde::Deserialize;
use sha2::Sha256;
use std::collections::BTreeMap;

use crate::pages::{answer, fault, notice};
use crate::sign_in::enter::{browser, enter};
use crate::visitor::{Fields, Visitor, field, framed_cookie, is_from_here, is_https, is_slug};
use crate::web::Web;
use crate::words::Words;

/// What a client says is good for so long; it says it anew each time the app is opened.
const AGE_MAX_S: i64 = 3600;
/// Clocks differ.
const LEEWAY_S: i64 = 60;
/// What is said, at most; a client says a few hundred bytes.
const BYTES_MAX: usize = 16 * 1024;
const PAIRS_MAX: usize = 64;
/// The link to an event bears its name in addresses behind this.
const EVENT: &str = "e_";

#[derive(Template)]
#[template(path = "app.html")]
struct AppPage {
    words: Words,
}

#[derive(Deserialize)]
struct User {
    id: i64,
    first_name: String,
    #[serde(default)]
    last_name: String,
    username: Option<String>,
    language_code: Option<String>,
}

/// Who looks at the app, and what the link to it bore.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Opened {
    pub account: Account,
    pub start: Option<String>,
}

/// `GET /app`: only the client knows who looks at it, so that a script has to hand it over.
pub(crate) async fn page(words: Words) -> Response {
    answer(words, Ok(Some(AppPage { words })))
}

/// `POST /app`
pub(crate) async fn open(
    State(web): State<Web>,
    words: Words,
    visitor: Visitor,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Response {
    if !is_from_here(&headers, &web) {
        return notice(StatusCode::FORBIDDEN, "foreign", words);
    }
    let now = (web.now)();
    let told = field(&fields, "data").unwrap_or_default();
    let token = web.doors.telegram_token.as_deref();
    let Some(Opened { account, start }) = token.and_then(|token| read(told, token, now)) else {
        return notice(StatusCode::FORBIDDEN, "not-signed-in", words);
    };
    // Nobody becomes somebody else without a press.
    let is_sure = field(&fields, "sure") == Some("yes");
    let known = web.engine.people().find(account.platform, &account.external_id).await;
    let known = known.map(|known| known.map(|person| person.id));
    match (&visitor.0, known) {
        (_, Err(error)) => return fault(&error, words),
        (Some(signed_in), Ok(known)) if known != Some(signed_in.person.id) && !is_sure => {
            return StatusCode::CONFLICT.into_response();
        }
        _ => {}
    }
    let people = web.engine.people();
    match people.sign_in_as(&account, web.talk.zone, browser(&headers), now).await {
        Ok(session) => {
            let slug = start.as_deref().and_then(|start| start.strip_prefix(EVENT));
            let slug = slug.or(field(&fields, "event"));
            let slug = slug.filter(|slug| is_slug(slug));
            // A script asks, and goes where it is told to.
            let to = slug.map_or_else(|| "/me".to_owned(), |slug| format!("/e/{slug}"));
            let mut response = enter(&web, &headers, &session).await;
            *response.status_mut() = StatusCode::OK;
            response.headers_mut().remove(LOCATION);
            let is_framed = field(&fields, "framed") == Some("yes") && is_https(&web);
            if is_framed && let Ok(cookie) = framed_cookie(&web, &session).parse() {
                response.headers_mut().insert(SET_COOKIE, cookie);
            }
            *response.body_mut() = to.into_response().into_body();
            response
        }
        Err(error) => fault(&error, words),
    }
}

/// Reads what a client says, if this bot's token signed it lately.
pub(crate) fn read(told: &str, token: &str, now: Instant) -> Option<Opened> {
    if told.len() > BYTES_MAX {
        return None;
    }
    let mut pairs = BTreeMap::new();
    for (name, value) in form_urlencoded::parse(told.as_bytes()) {
        // What is said twice could be meant in two ways.
        if pairs.len() == PAIRS_MAX || pairs.insert(name.into_owned(), value.into_owned()).is_some()
        {
            return None;
        }
    }
    let hash = unhex(&pairs.remove("hash")?)?;
    let lines: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let key = mac(b"WebAppData", token.as_bytes())?.finalize().into_bytes();
    // The library compares in constant time.
    mac(&key, lines.join("\n").as_bytes())?.verify_slice(&hash).ok()?;
    let said_at: i64 = pairs.get("auth_date")?.parse().ok()?;
    if said_at > now.0 + LEEWAY_S || said_at < now.0 - AGE_MAX_S {
        return None;
    }
    let user: User = serde_json::from_str(pairs.get("user")?).ok()?;
    let name = format!("{} {}", user.first_name, user.last_name);
    let account = Account {
        platform: Platform::Telegram,
        external_id: Some(user.id).filter(|id| *id > 0)?.to_string(),
        name: talk::clean_name(name.trim(), "someone"),
        handle: user.username.map(|name| name.to_lowercase()),
        locale: user.language_code,
    };
    Some(Opened { account, start: pairs.remove("start_param") })
}

fn mac(key: &[u8], text: &[u8]) -> Option<Hmac<Sha256>> {
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key).ok()?;
    mac.update(text);
    Some(mac)
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let is_hex = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let byte = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
    is_hex.then(|| (0..64).step_by(2).map(byte).collect())?
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "7000000001:AAsandbox-localhost-only-not-a-secret";
    const NOW: i64 = 1_790_000_000;

    fn pairs() -> Vec<(&'static str, String)> {
        let user = r#"{"id":5000000002,"first_name":"Ken","last_name":"& \"Co\" 👋","username":"Ken","language_code":"de"}"#;
        vec![
            ("query_id", "AAE".to_owned()),
            ("user", user.to_owned()),
            ("auth_date", NOW.to_string()),
            ("start_param", "e_reading-1".to_owned()),
            ("signature", "a-signature_of-telegram".to_owned()),
        ]
    }

    fn written(pairs: &[(&str, String)]) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
    }

    /// As Telegram signs for the bot with this token.
    fn signed(pairs: &[(&str, String)], token: &str) -> String {
        let mut lines: Vec<String> =
            pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
        lines.sort();
        let key = mac(b"WebAppData", token.as_bytes()).unwrap().finalize().into_bytes();
        let hash = mac(&key, lines.join("\n").as_bytes()).unwrap().finalize().into_bytes();
        let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{}&hash={hash}", written(pairs))
    }

    fn read_now(told: &str) -> Option<Opened> {
        read(told, TOKEN, Instant(NOW + 1))
    }

    #[test]
    fn what_telegram_signed_says_who_looks() {
        let opened = read_now(&signed(&pairs(), TOKEN)).expect("it is signed");
        assert_eq!(opened.start.as_deref(), Some("e_reading-1"));
        let Account { platform, external_id, name, handle, locale } = opened.account;
        assert_eq!((platform, external_id.as_str()), (Platform::Telegram, "5000000002"));
        assert_eq!((name.as_str(), handle.as_deref()), ("Ken & \"Co\" 👋", Some("ken")));
        assert_eq!(locale.as_deref(), Some("de"));
    }

    #[test]
    fn a_vector_that_others_agree_on_is_read() {
        // Made by aiogram 3.31 and taken by its `check_webapp_signature`.
        let told = include_str!("../../tests/keys/init_data.txt").trim();
        assert!(read(told, "42:TEST", Instant(1_650_385_342)).is_some());
    }

    #[test]
    fn what_is_altered_late_or_of_another_bot_says_nothing() {
        let whole = signed(&pairs(), TOKEN);
        assert!(read_now(&whole).is_some());
        for at in 0..pairs().len() {
            let (mut altered, mut missing) = (pairs(), pairs());
            altered[at].1.push('x');
            missing.remove(at);
            let hash = whole.split_once("&hash=").unwrap().1;
            assert!(read_now(&format!("{}&hash={hash}", written(&altered))).is_none(), "{at}");
            assert!(read_now(&format!("{}&hash={hash}", written(&missing))).is_none(), "{at}");
        }
        let (body, hash) = whole.split_once("&hash=").unwrap();
        let login = {
            // The older login widget signs with another key: it is no Mini App's.
            let digest = <sha2::Sha256 as sha2::Digest>::digest(TOKEN.as_bytes());
            let mut lines: Vec<String> =
                pairs().iter().map(|(name, value)| format!("{name}={value}")).collect();
            lines.sort();
            let hash = mac(&digest, lines.join("\n").as_bytes()).unwrap().finalize().into_bytes();
            hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>()
        };
        let without_id = vec![("auth_date", NOW.to_string()), ("user", "{}".to_owned())];
        let negative = vec![
            ("auth_date", NOW.to_string()),
            ("user", r#"{"id":-1,"first_name":"x"}"#.to_owned()),
        ];
        for told in [
            body.to_owned(),
            format!("{body}&hash="),
            format!("{body}&hash={}", &hash[..62]),
            format!("{body}&hash={hash}00"),
            format!("{body}&hash={login}"),
            format!("{whole}&user=%7B%22id%22%3A1%7D"),
            format!("user=%7B%22id%22%3A1%7D&{whole}"),
            format!("{whole}&extra=1"),
            signed(&pairs(), "7000000002:another"),
            signed(&without_id, TOKEN),
            signed(&negative, TOKEN),
            signed(&pairs()[1..2], TOKEN),
            String::new(),
            "hash".to_owned(),
            "&".repeat(100_000),
        ] {
            assert!(read_now(&told).is_none(), "{told:.200}");
        }
        for at in [NOW - 61, NOW + 3601, 0, NOW * 2] {
            assert!(read(&whole, TOKEN, Instant(at)).is_none(), "{at}");
        }
    }
}
