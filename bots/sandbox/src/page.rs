//! The page on which a newcomer plays.

use axum::Router;
use axum::http::header;
use axum::response::{Html, IntoResponse, Redirect};
use axum::routing::get;

use crate::state::sandbox::Sandbox;

/// The page, its style and its script.
pub fn routes() -> Router<Sandbox> {
    Router::new()
        .route("/sandbox", get(|| async { Html(include_str!("../page/index.html")) }))
        .route("/sandbox/", get(|| async { Redirect::permanent("/sandbox") }))
        .route("/sandbox/sandbox.css", get(style))
        .route("/sandbox/sandbox.js", get(script))
}

async fn style() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("../page/sandbox.css"))
}

async fn script() -> impl IntoResponse {
    let javascript = "text/javascript; charset=utf-8";
    ([(header::CONTENT_TYPE, javascript)], include_str!("../page/sandbox.js"))
}
