//! What callers of the control API send, read; and what was wrong with it.

use axum::body::Bytes;
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::http::answer::Answer;
use crate::state::message::{Place, Platform};
use crate::state::people::Person;
use crate::state::world::World;

/// Why a request to the control API is turned down.
pub struct Wrong {
    status: u16,
    pub(crate) code: &'static str,
    pub(crate) message: String,
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
