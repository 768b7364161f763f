//! Opening a Mini App: Telegram's client tells the page who looks at it, signed with the bot's token.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use hmac::{Hmac, Mac};
use serde_json::json;
use sha2::Sha256;

use crate::identity::choose::{Fields, is_local};
use crate::state::sandbox::{Sandbox, TELEGRAM_TOKEN};

/// The colours of Telegram's dark theme, as its client hands them on.
const THEME: &str = r##"{"bg_color":"#17212b","text_color":"#f5f5f5","hint_color":"#708499","link_color":"#6ab3f3","button_color":"#5288c1","button_text_color":"#ffffff","secondary_bg_color":"#232e3c"}"##;

/// `GET /sandbox/mini-app?as=&url=`, with `start=` for what the link to the app bore.
pub async fn open(State(sandbox): State<Sandbox>, Query(asked): Query<Fields>) -> Response {
    let value = |name: &str| asked.get(name).map(String::as_str).unwrap_or_default();
    let world = sandbox.world();
    let (Some(person), true) = (world.person(value("as")), is_local(value("url"))) else {
        return (StatusCode::BAD_REQUEST, "as is nobody, or url is not of this machine")
            .into_response();
    };
    let user = json!({
        "id": person.telegram_id, "first_name": person.name, "username": person.id,
        "language_code": person.telegram_language(), "allows_write_to_pm": person.started,
    });
    let mut pairs = vec![
        ("auth_date", sandbox.now().timestamp().to_string()),
        ("query_id", "sandbox".to_owned()),
        ("user", user.to_string()),
    ];
    if !value("start").is_empty() {
        pairs.push(("start_param", value("start").to_owned()));
    }
    pairs.sort();
    let hash = sign(&pairs);
    pairs.push(("hash", hash));
    let written = |pairs: &[(&str, String)]| {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
    };
    let data = written(&pairs);
    let rest = [
        ("tgWebAppData", data),
        ("tgWebAppVersion", "9.1".to_owned()),
        ("tgWebAppPlatform", "weba".to_owned()),
        ("tgWebAppThemeParams", THEME.to_owned()),
    ];
    Redirect::to(&format!("{}#{}", value("url"), written(&rest))).into_response()
}

/// As Telegram signs: sorted lines, by a key that is made from the bot's token.
fn sign(pairs: &[(&str, String)]) -> String {
    let lines: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let key = mac(b"WebAppData", TELEGRAM_TOKEN.as_bytes());
    let hash = mac(&key, lines.join("\n").as_bytes());
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn mac(key: &[u8], text: &[u8]) -> Vec<u8> {
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key).expect("a key may have any length");
    mac.update(text);
    mac.finalize().into_bytes().to_vec()
}
