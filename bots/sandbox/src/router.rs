//! Where each request goes.

use axum::extract::DefaultBodyLimit;
use axum::routing::{any, get};
use axum::{Router, middleware};

use crate::control::guard;
use crate::discord::gateway::connect;
use crate::http::asked::BODY_BYTES_MAX;
use crate::http::headers;
use crate::state::sandbox::Sandbox;
use crate::{control, identity, push, server};

impl Sandbox {
    /// Everything: both servers, the control API and the page; for this machine only.
    pub fn router(&self) -> Router {
        Router::new()
            .route("/api/v10/{*rest}", any(server::discord))
            .route("/bot{token}/{method}", any(server::telegram))
            .route("/file/bot{token}/{*path}", get(server::telegram_file))
            .route("/sandbox/gateway", get(connect::connect))
            .route("/sandbox/gateway/", get(connect::connect))
            .merge(control::routes())
            .merge(identity::routes())
            .merge(push::routes())
            .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
            .layer(middleware::from_fn_with_state(self.clone(), guard::only_from_here))
            .layer(middleware::map_response(headers::harden))
            .with_state(self.clone())
    }
}
