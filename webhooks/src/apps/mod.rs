//! Programs of others that people let in: OAuth 2 with a code and PKCE, or for a device that has no browser. What they get
//! is a short-lived token that is signed, and a secret with which it is renewed.

pub(crate) mod access;
pub(crate) mod authorize;
pub(crate) mod described;
pub(crate) mod device;
pub(crate) mod mine;
mod redirect;
pub(crate) mod token;

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::http::{Method, header};
use axum::routing::{get, post};
use tower_http::cors::{Any, CorsLayer};

use crate::App;

/// What programs call, from pages of others, too; nothing here goes by cookies.
pub(crate) fn router() -> Router<App> {
    let cors = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([header::AUTHORIZATION, CONTENT_TYPE]);
    Router::new()
        .route("/.well-known/oauth-authorization-server", get(described::server))
        .route("/oauth/jwks.json", get(described::keys))
        .route("/oauth/device", post(device::ask))
        .route("/oauth/token", post(token::token))
        .route("/oauth/revoke", post(token::revoke))
        .layer(cors)
}
