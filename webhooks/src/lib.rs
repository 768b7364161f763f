//! The web pages: events open to all, their leaderboards, and a live view of them. They only read.

mod about;
mod board;
mod files;
mod headers;
mod health;
mod live;
mod matrix;
mod pages;
mod words;

use axum::Router;
use axum::extract::FromRef;
use axum::http::StatusCode;
use axum::middleware::map_response;
use axum::routing::get;
use engine::Engine;
use engine::rules::Instant;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// A page that takes longer than this is given up.
const TIMEOUT: Duration = Duration::from_secs(10);

/// What the pages need.
#[derive(Clone)]
pub struct Web {
    pub engine: Engine,
    /// Where the pages stand, without a slash at the end.
    pub public_url: String,
    /// The clock.
    pub now: Arc<dyn Fn() -> Instant + Send + Sync>,
    /// Whether the rest of the process is ready for visitors.
    pub ready: Arc<dyn Fn() -> bool + Send + Sync>,
    /// Turns true when the process ends, and with it every live view.
    pub stop: watch::Receiver<bool>,
}

#[derive(Clone, FromRef)]
struct App {
    web: Web,
    boards: live::Boards,
    looks: health::Looks,
}

/// All pages. The headers and limits set here hold for them alone, not for what is merged with them.
pub fn router(web: Web) -> Router {
    let pages = Router::new()
        .route("/", get(pages::events))
        .route("/e/{slug}", get(pages::event))
        .route("/zone", get(pages::zone))
        .route("/static/streaks.css", get(files::style))
        .route("/static/live.js", get(files::script))
        .route("/static/zone.js", get(files::zone_script))
        .route("/static/streaks.svg", get(files::icon))
        .route("/robots.txt", get(files::robots))
        .fallback(pages::missing)
        .layer(CompressionLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, TIMEOUT));
    // A stream outlasts every patience, and compressing it would hold events back.
    let uncompressed = Router::new()
        .route("/e/{slug}/live", get(live::live))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready));
    pages
        .merge(uncompressed)
        .layer(CatchPanicLayer::custom(pages::panicked))
        .layer(map_response(headers::harden))
        .with_state(App { web, boards: live::Boards::default(), looks: health::Looks::default() })
}
