//! Whether this process lives, and whether it is ready for visitors.

use crate::web::Web;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use engine::Outage;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::Instant;

/// A database that takes longer to write is not ready.
const TIMEOUT: Duration = Duration::from_secs(2);
/// Each look writes; however many ask, it is written no more often than this.
const KEPT: Duration = Duration::from_secs(1);

const NEVER_KEPT: [(header::HeaderName, &str); 1] = [(header::CACHE_CONTROL, "no-store")];

/// The last look at the database: when, and whether it could be written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Looks(Arc<Mutex<Option<(Instant, bool)>>>);

impl Looks {
    async fn is_written(&self, web: &Web) -> bool {
        // Whoever asks meanwhile waits for the same answer.
        let mut last = self.0.lock().await;
        if let Some((at, is_written)) = *last
            && at.elapsed() < KEPT
        {
            return is_written;
        }
        let look = web.engine.health().is_ready((web.now)());
        let is_written = tokio::time::timeout(TIMEOUT, look).await.unwrap_or(false);
        *last = Some((Instant::now(), is_written));
        is_written
    }
}

pub(crate) async fn alive() -> impl IntoResponse {
    (NEVER_KEPT, "ok")
}

/// A platform that is out of reach is named; the rest of us is ready all the same.
pub(crate) async fn ready(State(web): State<Web>, State(looks): State<Looks>) -> impl IntoResponse {
    let (status, mut text) = if !(web.ready)() {
        (StatusCode::SERVICE_UNAVAILABLE, "not ready: starting or stopping".to_owned())
    } else if !looks.is_written(&web).await {
        (StatusCode::SERVICE_UNAVAILABLE, "not ready: the database cannot be written".to_owned())
    } else {
        (StatusCode::OK, "ready".to_owned())
    };
    for outage in web.engine.health().outages().lasting() {
        text.push('\n');
        text.push_str(&told(&outage));
    }
    (status, NEVER_KEPT, text)
}

fn told(outage: &Outage) -> String {
    let platform = outage.platform.name();
    match &outage.for_good {
        Some(why) => format!("{platform}: given up, {why}"),
        None => format!("{platform}: out of reach for {} s", outage.lasts.as_secs()),
    }
}
