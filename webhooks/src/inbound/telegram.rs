//! Updates that Telegram posts, each with the secret that we gave it.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use subtle::ConstantTimeEq as _;
use talk::Receipt;

use crate::inbound::post::{only, read, told};
use crate::web::Web;

const SECRET: &str = "X-Telegram-Bot-Api-Secret-Token";

pub(crate) async fn receive(State(web): State<Web>, headers: HeaderMap, body: Body) -> Response {
    let Some(receiver) = &web.inbound.telegram else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Some(secret) = receiver.authenticator() else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let given = only(&headers, SECRET).unwrap_or_default();
    if !bool::from(given.ct_eq(&secret)) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let body = match read(body).await {
        Ok(body) => body,
        Err(status) => return status.into_response(),
    };
    // Whatever is not taken comes again, for a day: what makes no sense would only be in the way.
    match receiver.receive(&body).await {
        Receipt::Unreadable => StatusCode::OK.into_response(),
        receipt => told(receipt, StatusCode::OK),
    }
}
