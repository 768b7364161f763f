//! The control API: what the page and the tests do to the world, and what they read from it.

mod act;
mod clock;
mod guard;
mod people;
mod state;

use axum::{
    Router,
    body::Bytes,
    middleware,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::{
    Sandbox,
    answer::Answer,
    feed,
    message::{Place, Platform},
    page,
    person::Person,
    world::World,
};

/// All routes below `/sandbox`, for this machine only.
pub fn routes() -> Router<Sandbox> {
    let api = Router::new()
        .route("/people", get(people::list).post(people::add))
        .route("/say", post(act::say))
        .route("/press", post(act::press))
        .route("/menu", post(act::menu))
        .route("/submit", post(act::submit))
        .route("/autocomplete", post(act::autocomplete))
        .route("/clock", get(clock::read).post(clock::turn))
        .route("/transcript", get(state::transcript))
        .route("/requests", get(state::requests))
        .route("/answers", get(state::answers))
        .route("/unknown", get(state::unknown))
        .route("/rights", post(state::rights))
        .route("/bring", post(people::bring))
        .route("/reset", post(state::reset))
        .route("/fault", post(state::fault))
        .route("/gateway", post(state::gateway))
        .route("/update", post(state::update))
        .route("/messages", get(state::messages))
        .route("/commands", get(state::commands))
        .route("/feed", get(feed::feed))
        .route("/files/{id}", get(state::file))
        .fallback(state::nowhere)
        .method_not_allowed_fallback(state::nowhere);
    Router::new()
        .nest("/sandbox/api", api)
        .merge(page::routes())
        .layer(middleware::from_fn(guard::only_from_here))
}

/// Why a request to the control API is turned down.
pub struct Wrong {
    status: u16,
    code: &'static str,
    message: String,
}

impl Wrong {
    /// 400.
    pub fn input(message: impl Into<String>) -> Wrong {
        Wrong::new(400, "bad_input", message)
    }

    /// A status and a code of its own.
    pub fn new(status: u16, code: &'static str, message: impl Into<String>) -> Wrong {
        Wrong { status, code, message: message.into() }
    }
}

impl IntoResponse for Wrong {
    fn into_response(self) -> Response {
        let error = json!({"code": self.code, "message": self.message});
        Answer::json(self.status, json!({"error": error})).into_response()
    }
}

/// What a handler gives.
pub type Told = Result<Answer, Wrong>;

/// The body of a request.
pub fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, Wrong> {
    let body: &[u8] = if body.is_empty() { b"{}" } else { body };
    serde_json::from_slice(body).map_err(|error| Wrong::input(error.to_string()))
}

/// An answer in which nothing came of the act but an error.
pub fn objected(code: &str, message: &str) -> Answer {
    let error = json!({"code": code, "message": message});
    Answer::ok(json!({"messages": [], "toasts": [], "error": error}))
}

/// An answer in which nothing came of the act, as is right.
pub fn nothing() -> Value {
    json!({"messages": [], "toasts": [], "error": null})
}

/// The person of this id.
pub fn person_named(world: &World, id: &str) -> Result<Person, Wrong> {
    let person = world.person(id).cloned();
    person.ok_or_else(|| Wrong::new(400, "no_person", format!("there is no person {id}")))
}

/// The platform of this name.
pub fn platform_named(name: &str) -> Result<Platform, Wrong> {
    Platform::named(name).ok_or_else(|| Wrong::input("platform is discord or telegram"))
}

/// The group, or this person's private chat.
pub fn place_named(name: &str, person: &Person) -> Result<Place, Wrong> {
    match name {
        "group" => Ok(Place::Group),
        "private" => Ok(Place::Private(person.id.clone())),
        _ => Err(Wrong::input("place is group or private")),
    }
}
