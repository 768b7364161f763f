//! Where the requests of the bots come in: recorded, perhaps spoiled by a fault, answered.

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::discord;
use crate::http::answer::Answer;
use crate::http::asked::Asked;
use crate::state::fault::{self, Wait};
use crate::state::message::{Platform, rfc3339};
use crate::state::news::News;
use crate::state::sandbox::{Sandbox, TELEGRAM_TOKEN};
use crate::telegram;

/// A request in flight; it ends when it is answered or when the bot hangs up.
struct Flight {
    sandbox: Sandbox,
    number: u64,
    summary: serde_json::Value,
    status: Option<u16>,
    wait: Option<Wait>,
}

impl Drop for Flight {
    fn drop(&mut self) {
        let at = rfc3339(self.sandbox.now());
        let mut world = self.sandbox.world();
        world.request_log.end(self.number, self.status, self.wait, &at);
        self.summary["status"] = json!(self.status);
        world.story.tell(News::for_all("wire", &self.summary));
        drop(world);
        self.sandbox.stir();
    }
}

/// Any request to `/api/v10/...`.
pub async fn discord(State(sandbox): State<Sandbox>, request: Request) -> Response {
    match Asked::of_discord(request).await {
        Ok(asked) => serve(&sandbox, &asked).await.into_response(),
        Err(why) => {
            tracing::warn!(%why, "a request to the Discord server could not be read");
            let body = json!({"message": "The request body contains invalid JSON.", "code": 50109});
            Answer::json(400, body).into_response()
        }
    }
}

/// Any request to `/bot{token}/{method}`.
pub async fn telegram(
    State(sandbox): State<Sandbox>,
    Path((token, called)): Path<(String, String)>,
    request: Request,
) -> Response {
    if token != TELEGRAM_TOKEN {
        return telegram::refused::unauthorized().into_response();
    }
    match Asked::of_telegram(request, &called).await {
        Ok(asked) => serve(&sandbox, &asked).await.into_response(),
        Err(why) => {
            tracing::warn!(%why, "a request to the Telegram server could not be read");
            telegram::refused::unreadable().into_response()
        }
    }
}

/// A download from the Telegram server.
pub async fn telegram_file(
    State(sandbox): State<Sandbox>,
    Path((token, path)): Path<(String, String)>,
) -> Response {
    if token != TELEGRAM_TOKEN {
        return telegram::refused::unauthorized().into_response();
    }
    let name = path.rsplit('/').next().unwrap_or_default();
    let number = name.split('.').next().and_then(|name| name.strip_prefix("file_"));
    let number = number.and_then(|number| number.parse().ok());
    let world = sandbox.world();
    let Some(file) = number.and_then(|number| world.file(number)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    file.bytes.clone().into_response()
}

async fn serve(sandbox: &Sandbox, asked: &Asked) -> Answer {
    let mut flight = begin(sandbox, asked);
    let fault = fault::take(&mut sandbox.world().faults, asked);
    let answer = match fault {
        None => effect(sandbox, asked).await,
        Some(fault) => {
            if fault.after_effect {
                effect(sandbox, asked).await;
            }
            tokio::time::sleep(fault.delay).await;
            flight.wait = fault.wait();
            fault.answer()
        }
    };
    flight.status = Some(answer.status());
    answer
}

async fn effect(sandbox: &Sandbox, asked: &Asked) -> Answer {
    match asked.platform {
        Platform::Discord => {
            let answer = discord::rest::answer::answer(sandbox, asked);
            if asked.method == "PATCH"
                && asked.path.ends_with("/applications/@me")
                && answer.status() == 200
            {
                if let Err(refused) = discord::endpoint::set(sandbox, asked).await {
                    return Answer::json(refused.status, refused.body());
                }
                return discord::rest::answer::answer(sandbox, asked);
            }
            answer
        }
        Platform::Telegram => telegram::api::methods::answer(sandbox, asked).await,
    }
}

fn begin(sandbox: &Sandbox, asked: &Asked) -> Flight {
    let mut recorded = asked.recorded();
    sandbox.0.recorder.write(&recorded);
    recorded["at"] = json!(rfc3339(sandbox.now()));
    recorded["status"] = json!(null);
    let long_poll = asked.platform == Platform::Telegram && asked.called() == "getupdates";
    let number = sandbox.world().request_log.begin(recorded, asked.subject(), long_poll);
    sandbox.stir();
    let platform = asked.platform.name();
    let summary = json!({"platform": platform, "method": asked.method, "path": asked.path});
    Flight { sandbox: sandbox.clone(), number, summary, status: None, wait: None }
}
