//! The news that an open page receives as server-sent events.

use axum::extract::{Query, State};
use axum::response::sse::{Event, KeepAlive};
use axum::response::{IntoResponse, Response, Sse};
use futures_util::stream;
use std::collections::HashMap;
use std::convert::Infallible;
use tokio::sync::{broadcast, watch};

use crate::state::news::News;
use crate::state::sandbox::Sandbox;

struct Listening {
    news: broadcast::Receiver<News>,
    closing: watch::Receiver<bool>,
    person: String,
}

/// `GET feed?person=ID`.
pub async fn feed(
    State(sandbox): State<Sandbox>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    let listening = Listening {
        news: sandbox.0.news.subscribe(),
        closing: sandbox.0.closing.subscribe(),
        person: query.get("person").cloned().unwrap_or_default(),
    };
    let events = stream::unfold(listening, |mut listening| async move {
        let event = next(&mut listening).await?;
        Some((Ok::<_, Infallible>(event), listening))
    });
    Sse::new(events).keep_alive(KeepAlive::default()).into_response()
}

async fn next(listening: &mut Listening) -> Option<Event> {
    loop {
        let news = tokio::select! {
            _ = listening.closing.wait_for(|closed| *closed) => return None,
            news = listening.news.recv() => news,
        };
        match news {
            Ok(news) => {
                if news.only_for.as_ref().is_none_or(|person| *person == listening.person) {
                    return Some(Event::default().event(news.kind).data(news.data));
                }
            }
            // The page asks for all messages again.
            Err(broadcast::error::RecvError::Lagged(_)) => {
                return Some(Event::default().event("reset").data("{}"));
            }
            Err(broadcast::error::RecvError::Closed) => return None,
        }
    }
}
