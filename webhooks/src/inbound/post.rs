//! Reading a post, and acknowledging it.

use axum::Json;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use std::time::Duration;
use talk::Receipt;

/// Neither platform posts more.
const BODY_BYTES_MAX: usize = 256 << 10;
/// How long a body may take to arrive.
const BODY_TIMEOUT: Duration = Duration::from_secs(5);

/// A header that is there once.
pub(crate) fn only<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a [u8]> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?;
    values.next().is_none().then_some(value.as_bytes())
}

pub(crate) async fn read(body: Body) -> Result<Vec<u8>, StatusCode> {
    match tokio::time::timeout(BODY_TIMEOUT, to_bytes(body, BODY_BYTES_MAX)).await {
        Ok(Ok(bytes)) => Ok(bytes.into()),
        Ok(Err(_)) => Err(StatusCode::PAYLOAD_TOO_LARGE),
        Err(_) => Err(StatusCode::REQUEST_TIMEOUT),
    }
}

/// What a platform is told. `stored` is how it says that nothing more comes with this response.
pub(crate) fn told(receipt: Receipt, stored: StatusCode) -> Response {
    match receipt {
        Receipt::Stored => stored.into_response(),
        Receipt::Answer(answer) => Json(answer).into_response(),
        Receipt::Unreadable => StatusCode::BAD_REQUEST.into_response(),
        Receipt::Unstored => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}
