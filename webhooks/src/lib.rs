//! Pages (being written).
use std::sync::Arc;
#[derive(Clone)]
pub struct Web {
    pub engine: engine::Engine,
    pub public_url: String,
    pub now: Arc<dyn Fn() -> engine::rules::Instant + Send + Sync>,
    pub ready: Arc<dyn Fn() -> bool + Send + Sync>,
    pub stop: tokio::sync::watch::Receiver<bool>,
}
pub fn router(_web: Web) -> axum::Router {
    axum::Router::new()
}
