//! The control API: what the page and the tests do to the world, and what they read from it.

pub(crate) mod act;
pub(crate) mod browsers;
pub(crate) mod clock;
pub(crate) mod feed;
pub(crate) mod guard;
pub(crate) mod input;
pub(crate) mod outcome;
pub(crate) mod people;
pub(crate) mod state;

use axum::Router;
use axum::routing::{get, post};

use crate::control::feed::feed;
use crate::page;
use crate::state::sandbox::Sandbox;

/// All routes below `/sandbox`.
pub fn routes() -> Router<Sandbox> {
    let api = Router::new()
        .route("/people", get(people::list).post(people::add))
        .route("/say", post(act::say))
        .route("/press", post(act::press))
        .route("/menu", post(act::menu))
        .route("/submit", post(act::submit))
        .route("/interact", post(act::interact))
        .route("/autocomplete", post(act::autocomplete))
        .route("/clock", get(clock::read).post(clock::turn))
        .route("/transcript", get(state::transcript))
        .route("/requests", get(state::requests))
        .route("/answers", get(state::answers))
        .route("/unknown", get(state::unknown))
        .route("/rights", post(state::rights))
        .route("/bring", post(people::bring))
        .route("/put-out", post(people::put_out))
        .route("/block", post(people::block))
        .route("/push", get(browsers::messages).post(browsers::order))
        .route("/reset", post(state::reset))
        .route("/fault", post(state::fault))
        .route("/gateway", get(state::connections).post(state::gateway))
        .route("/update", post(state::update))
        .route("/delete", post(state::delete))
        .route("/messages", get(state::messages))
        .route("/commands", get(state::commands))
        .route("/feed", get(feed))
        .route("/files", post(state::pick_file))
        .route("/files/{id}", get(state::file))
        .fallback(state::nowhere)
        .method_not_allowed_fallback(state::nowhere);
    Router::new().nest("/sandbox/api", api).merge(page::routes())
}
