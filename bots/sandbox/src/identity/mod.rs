//! Signing in elsewhere with an account of this world: what Discord offers by OAuth 2, and Telegram by OpenID Connect
//! and to its Mini Apps.

pub(crate) mod choose;
pub(crate) mod discord;
pub(crate) mod grants;
pub(crate) mod mini_app;
pub(crate) mod telegram;

use axum::Router;
use axum::routing::{get, post};

use crate::state::sandbox::Sandbox;

/// Where people agree, and where codes become tokens.
pub fn routes() -> Router<Sandbox> {
    let telegram = Router::new()
        .route("/.well-known/openid-configuration", get(telegram::described))
        .route("/.well-known/jwks.json", get(telegram::keys))
        .route("/auth", get(telegram::ask))
        .route("/token", post(telegram::token));
    Router::new()
        .route("/oauth2/authorize", get(discord::ask))
        .route("/api/oauth2/token", post(discord::token))
        .nest(telegram::PATH, telegram)
        .route("/sandbox/mini-app", get(mini_app::open))
}
