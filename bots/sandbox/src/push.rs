//! A push service (RFC 8030), as each browser has one: it takes messages that only the browser can read.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;

use crate::state::message::rfc3339;
use crate::state::sandbox::Sandbox;

/// Bytes of a message (RFC 8030, section 7.2).
const BYTES_MAX: usize = 4_096;

pub fn routes() -> Router<Sandbox> {
    Router::new().route("/sandbox/push/{browser}", post(take))
}

/// `POST /sandbox/push/{browser}`
async fn take(
    State(sandbox): State<Sandbox>,
    Path(browser): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    let header =
        |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let is_encrypted = header("content-encoding") == "aes128gcm";
    if !is_encrypted || header("ttl").parse::<u32>().is_err() {
        return StatusCode::BAD_REQUEST;
    }
    if !header("authorization").starts_with("vapid t=") {
        return StatusCode::UNAUTHORIZED;
    }
    if body.len() > BYTES_MAX {
        return StatusCode::PAYLOAD_TOO_LARGE;
    }
    let at = rfc3339(sandbox.now());
    let mut world = sandbox.world();
    let status = world.pushed.answer(&browser);
    world.pushed.keep(json!({
        "browser": browser, "at": at, "status": status.as_u16(), "body": URL_SAFE_NO_PAD.encode(&body),
        "authorization": header("authorization"), "topic": header("topic"), "urgency": header("urgency"),
        "ttl": header("ttl"),
    }));
    status
}
