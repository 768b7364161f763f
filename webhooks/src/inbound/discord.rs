//! Interactions that Discord posts, each signed with Ed25519 over the time and the body.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use ed25519_dalek::{Signature, VerifyingKey};
use engine::rules::Instant;

use crate::inbound::post::{only, read, told};
use crate::web::Web;

const SIGNATURE: &str = "X-Signature-Ed25519";
const TIMESTAMP: &str = "X-Signature-Timestamp";
/// What was signed longer ago, or later, than this is not taken, so that nobody can play it again.
const FRESH_S: u64 = 300;

pub(crate) async fn receive(State(web): State<Web>, headers: HeaderMap, body: Body) -> Response {
    let Some(receiver) = &web.inbound.discord else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Some(key) = receiver.authenticator() else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let Some(signed) = Signed::of(&headers) else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    let body = match read(body).await {
        Ok(body) => body,
        Err(status) => return status.into_response(),
    };
    if !signed.is_by(&key, &body) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let now = (web.now)();
    if signed.at.0.abs_diff(now.0) > FRESH_S {
        // Played again; or our clock is wrong, and nobody else will say so.
        web.engine.health().note_clock(signed.at, now);
        return StatusCode::UNAUTHORIZED.into_response();
    }
    // Discord takes the answer from the callback then.
    told(receiver.receive(&body).await, StatusCode::ACCEPTED)
}

/// What the headers say of a signature.
struct Signed<'a> {
    at: Instant,
    /// The same as it is written.
    written: &'a [u8],
    signature: Signature,
}

impl Signed<'_> {
    fn of(headers: &HeaderMap) -> Option<Signed<'_>> {
        let written = only(headers, TIMESTAMP)?;
        let signature = Signature::from_bytes(&bytes(only(headers, SIGNATURE)?)?);
        let is_number = !written.is_empty() && written.iter().all(u8::is_ascii_digit);
        let at =
            std::str::from_utf8(written).ok().filter(|_| is_number)?.parse().ok().map(Instant)?;
        Some(Signed { at, written, signature })
    }

    fn is_by(&self, key: &[u8], body: &[u8]) -> bool {
        let key =
            <&[u8; 32]>::try_from(key).ok().and_then(|key| VerifyingKey::from_bytes(key).ok());
        let message = [self.written, body].concat();
        key.is_some_and(|key| key.verify_strict(&message, &self.signature).is_ok())
    }
}

/// Reads 64 bytes as Discord writes them: in small hexadecimal digits.
fn bytes(hex: &[u8]) -> Option<[u8; 64]> {
    let digit = |sign: u8| match sign {
        b'0'..=b'9' => Some(sign - b'0'),
        b'a'..=b'f' => Some(sign - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = hex.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    let read: Option<Vec<u8>> =
        pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect();
    read?.try_into().ok()
}
