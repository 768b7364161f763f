//! Turning on notifications in a browser.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use engine::Subscription;

use crate::pages::{fault, notice};
use crate::sign_in::enter::browser;
use crate::visitor::{Sent, field};
use crate::web::Web;
use crate::words::Words;

/// `POST /me/push`: what the browser's push service gave it.
pub(crate) async fn subscribe(
    State(web): State<Web>,
    words: Words,
    headers: HeaderMap,
    Sent { signed_in, fields }: Sent,
) -> Response {
    let Some(push) = &web.push else { return notice(StatusCode::NOT_FOUND, "missing", words) };
    let value = |name: &str| field(&fields, name).unwrap_or_default().to_owned();
    let now = (web.now)();
    let subscription = Subscription {
        id: 0,
        person: signed_in.person.id,
        endpoint: value("endpoint"),
        p256dh: value("p256dh"),
        auth: value("auth"),
        browser: browser(&headers).to_owned(),
        created_at: now,
    };
    if !(push.takes)(&subscription) {
        tracing::info!("a browser names a push service that is not in push.services, or no keys");
        return StatusCode::UNPROCESSABLE_ENTITY.into_response();
    }
    match web.engine.people().subscribe(&subscription, signed_in.session(), now).await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => fault(&error, words),
    }
}
