//! Handing a session to a browser, and taking it away.

use axum::http::header::{CACHE_CONTROL, LOCATION, SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::visitor::{self, Wish, cookie};
use crate::web::Web;

/// What a browser calls itself.
pub(crate) fn browser(headers: &HeaderMap) -> &str {
    headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Hands a new session to the browser, and sends it to what it wished for. The session before ends: whoever signs in
/// anew has one, and not two.
pub(crate) async fn enter(web: &Web, headers: &HeaderMap, session: &str) -> Response {
    if let Some(before) = visitor::session(headers, web)
        && let Err(error) = web.engine.people().replace_session(&before, session).await
    {
        tracing::warn!(%error, "the session before ends when nobody uses it");
    }
    let wished = Wish::address(headers);
    go(web, wished.as_deref().unwrap_or("/me"), Some(session))
}

pub(crate) fn go(web: &Web, to: &str, session: Option<&str>) -> Response {
    let headers = [
        (LOCATION, to.to_owned()),
        (SET_COOKIE, cookie(web, session)),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    (StatusCode::SEE_OTHER, headers).into_response()
}
