//! Letting in a device that has no browser (RFC 8628): it shows a code, which its person types at `/device`.

use askama::Template;
use axum::Json;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::{DEVICE_S, Error, FoundBy, POLL_S};
use serde_json::json;

use crate::apps::authorize::{Consent, maker, scope};
use crate::apps::token::refused;
use crate::pages::{answer, fault, notice};
use crate::query::Query;
use crate::sign_in::ways;
use crate::visitor::{Fields, Sent, SignedIn, Visitor, Wish, field};
use crate::web::Web;
use crate::words::Words;

/// Characters of what is typed.
const TYPED_MAX: usize = 20;

#[derive(Template)]
#[template(path = "device.html")]
struct DevicePage {
    words: Words,
    /// What was typed, and is no code.
    wrong: bool,
}

/// `POST /oauth/device`
pub(crate) async fn ask(
    State(web): State<Web>,
    words: Words,
    Form(fields): Form<Fields>,
) -> Response {
    match asked(&web, &fields).await {
        Ok(response) => response,
        Err(error) => fault(&error, words),
    }
}

async fn asked(web: &Web, fields: &Fields) -> Result<Response, Error> {
    let app = field(fields, "client_id").unwrap_or_default();
    if web.engine.people().app(app).await?.is_none() {
        return Ok(refused(StatusCode::UNAUTHORIZED, "invalid_client"));
    }
    let Some(scope) = scope(field(fields, "scope")) else {
        return Ok(refused(StatusCode::BAD_REQUEST, "invalid_scope"));
    };
    let (code, typed) = web.engine.people().ask_for_device(app, scope, (web.now)()).await?;
    let typed = format!("{}-{}", &typed[..4], &typed[4..]).to_ascii_uppercase();
    let page = format!("{}/device", web.public_url);
    Ok(Json(json!({
        "device_code": code, "user_code": typed, "verification_uri": page,
        "verification_uri_complete": format!("{page}?user_code={typed}"),
        "expires_in": DEVICE_S, "interval": POLL_S,
    }))
    .into_response())
}

/// `GET /device`, with `user_code` where somebody comes by a picture of its address.
pub(crate) async fn page(
    State(web): State<Web>,
    words: Words,
    visitor: Visitor,
    query: Query,
) -> Response {
    let typed = query.get("user_code").unwrap_or_default();
    let is_code = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let is_typed = typed.len() <= TYPED_MAX
        && typed.bytes().all(is_code)
        && typed.bytes().any(|byte| byte.is_ascii_alphanumeric());
    let typed = if is_typed { typed } else { "" };
    let Some(signed_in) = visitor.0 else {
        return ways::first(&web, words, Some(Wish::Device(typed)));
    };
    match shown(&web, words, &signed_in, typed).await {
        Ok(response) => response,
        Err(error) => fault(&error, words),
    }
}

async fn shown(
    web: &Web,
    words: Words,
    signed_in: &SignedIn,
    typed: &str,
) -> Result<Response, Error> {
    let people = web.engine.people();
    let asked = match typed {
        "" => None,
        typed => people.device(typed, (web.now)()).await?,
    };
    let app = match &asked {
        Some(asked) => people.app(&asked.app).await?,
        None => None,
    };
    let (Some(asked), Some(app)) = (asked, app) else {
        let page = DevicePage { words, wrong: !typed.is_empty() };
        return Ok(answer(words, Ok(Some(page))));
    };
    let hidden = vec![("user_code", typed.to_owned())];
    let then = words.tell("consent-device", [("code", typed.to_ascii_uppercase().into())]);
    let by = (maker(web, &app).await?, then);
    let page = Consent::of(words, signed_in, (&app, asked.scope), by, hidden);
    Ok(page.shown(None))
}

/// `POST /device`
pub(crate) async fn agree(
    State(web): State<Web>,
    words: Words,
    Sent { signed_in, fields }: Sent,
) -> Response {
    let typed = field(&fields, "user_code").unwrap_or_default();
    let agrees = field(&fields, "agree").is_some();
    let people = web.engine.people().found_by(FoundBy::Session(signed_in.session()));
    match people.answer_device(typed, signed_in.person.id, agrees, (web.now)()).await {
        Ok(true) if agrees => notice(StatusCode::OK, "device-in", words),
        Ok(true) => notice(StatusCode::OK, "device-out", words),
        Ok(false) => notice(StatusCode::NOT_FOUND, "device-over", words),
        Err(error) => fault(&error, words),
    }
}
