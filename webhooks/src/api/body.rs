//! What a call brings along, read or refused as a problem.

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::api::IDEMPOTENCY_KEY;
use crate::api::problem::Problem;
use crate::me::nonce;
use crate::words::Words;

/// Characters of an idempotency key.
const KEY_MAX: usize = 200;

/// A body that is an object of JSON.
pub(crate) struct Body<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Body<T>, Problem> {
        let read = Json::<Map<String, Value>>::from_request(request, state).await;
        let Json(object) = read.map_err(|error| match error {
            JsonRejection::JsonDataError(error) => Problem::bad(error.body_text()),
            other => Problem::coded(other.status(), "body", other.body_text()),
        })?;
        let body = serde_json::from_value(Value::Object(object));
        body.map(Body).map_err(|error| Problem::bad(error.to_string()))
    }
}

/// What names a call for ever: what the caller says, or else something new.
///
/// # Errors
/// 422 where it is empty or too long.
pub(crate) fn idempotency_key(headers: &HeaderMap, words: Words) -> Result<String, Problem> {
    match headers.get(IDEMPOTENCY_KEY) {
        Some(key) if (1..=KEY_MAX).contains(&key.len()) => {
            Ok(String::from_utf8_lossy(key.as_bytes()).into_owned())
        }
        Some(_) => Err(Problem::bad("Idempotency-Key: 1 to 200 characters")),
        None => nonce().map_err(|error| Problem::of_error(&error, words)),
    }
}

/// The parts of an address. What is no text is nothing that we know.
pub(crate) struct In<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for In<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<In<T>, Problem> {
        let path = Path::<T>::from_request_parts(parts, state).await;
        path.map(|Path(path)| In(path)).map_err(|_| Problem::of(StatusCode::NOT_FOUND))
    }
}
