//! What browsers were sent, and how their push service answers.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::json;

use crate::control::input::{Told, Wrong, read};
use crate::http::answer::Answer;
use crate::state::sandbox::Sandbox;

#[derive(Deserialize)]
struct Order {
    browser: String,
    /// What messages to it are answered with; 201 again for those that are taken.
    status: u16,
}

/// `GET push`: what came for browsers, as it came.
pub async fn messages(State(sandbox): State<Sandbox>) -> Answer {
    Answer::ok(json!({"messages": sandbox.world().pushed.messages()}))
}

/// `POST push`: how the service answers messages to a browser from now on.
pub async fn order(State(sandbox): State<Sandbox>, body: Bytes) -> Told {
    let Order { browser, status } = read(&body)?;
    let Ok(status) = StatusCode::from_u16(status) else {
        return Err(Wrong::input("status is a status of HTTP"));
    };
    if !sandbox.world().pushed.order(browser, status) {
        return Err(Wrong::input("too many browsers are answered otherwise already"));
    }
    Ok(Answer::ok(json!({"error": null})))
}
