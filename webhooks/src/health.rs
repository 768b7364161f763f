//! Whether this process lives, and whether it is ready for visitors.

use crate::Web;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use std::time::Duration;

/// A database that takes longer to answer is not ready.
const PATIENCE: Duration = Duration::from_secs(2);

const NEVER_KEPT: [(header::HeaderName, &str); 1] = [(header::CACHE_CONTROL, "no-store")];

pub(crate) async fn alive() -> impl IntoResponse {
    (NEVER_KEPT, "ok")
}

pub(crate) async fn ready(State(web): State<Web>) -> impl IntoResponse {
    let is_ready = (web.ready)()
        && tokio::time::timeout(PATIENCE, web.engine.is_ready()).await.unwrap_or(false);
    match is_ready {
        true => (StatusCode::OK, NEVER_KEPT, "ready"),
        false => (StatusCode::SERVICE_UNAVAILABLE, NEVER_KEPT, "not ready"),
    }
}
