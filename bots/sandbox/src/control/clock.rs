//! `clock`: what time it is, and moving it.

use axum::body::Bytes;
use axum::extract::State;
use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use serde_json::json;

use crate::control::input::{self, Told, Wrong};
use crate::http::answer::Answer;
use crate::state::message::rfc3339;
use crate::state::news::News;
use crate::state::sandbox::Sandbox;
use crate::state::watch::About;

/// No further than this at a time.
const MOVE_DAYS_MAX: i64 = 3_700;

#[derive(Deserialize)]
struct Turn {
    advance_s: Option<i64>,
    set: Option<DateTime<Utc>>,
}

/// `GET clock`.
pub async fn read(State(sandbox): State<Sandbox>) -> Answer {
    let movable = sandbox.0.hooks.move_clock.is_some();
    Answer::ok(json!({"now": rfc3339(sandbox.now()), "movable": movable}))
}

/// `POST clock`.
pub async fn turn(State(sandbox): State<Sandbox>, body: Bytes) -> Told {
    let turn: Turn = input::read(&body)?;
    let Some(move_clock) = sandbox.0.hooks.move_clock.clone() else {
        let words = "the bots live in another process and go by the real time";
        return Err(Wrong::new(409, "clock_is_real", words));
    };
    let by = match (turn.advance_s, turn.set) {
        (Some(seconds), None) => TimeDelta::try_seconds(seconds),
        (None, Some(at)) => Some(at - sandbox.now()),
        (None, None) | (Some(_), Some(_)) => {
            return Err(Wrong::input("give either advance_s or set"));
        }
    };
    let by = by.filter(|by| by.num_days().abs() <= MOVE_DAYS_MAX);
    let by = by.ok_or_else(|| Wrong::input("the clock does not move that far"))?;
    let watch = sandbox.world().watch(None, None, About::Nothing);
    let waiting = sandbox.waiting(watch);
    move_clock(by).await;
    sandbox.stir();
    let now = rfc3339(sandbox.now());
    sandbox.world().story.tell(News::for_all("clock", &json!({"now": now})));
    let mut outcome = sandbox.outcome(waiting).await;
    outcome["now"] = json!(rfc3339(sandbox.now()));
    Ok(Answer::ok(outcome))
}
