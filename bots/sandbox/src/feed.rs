//! The news that an open page receives as server-sent events.

use std::{collections::HashMap, convert::Infallible};

use axum::{
    extract::{Query, State},
    response::{
        IntoResponse, Response, Sse,
        sse::{Event, KeepAlive},
    },
};
use futures_util::stream;
use serde_json::Value;
use tokio::sync::{broadcast, watch};

use crate::{
    Sandbox,
    message::{Message, Place},
};

/// One piece of news.
#[derive(Clone)]
pub struct News {
    kind: &'static str,
    /// The only person who hears of it.
    only_for: Option<String>,
    data: String,
}

impl News {
    /// News for everybody.
    pub fn for_all(kind: &'static str, data: &Value) -> News {
        News { kind, only_for: None, data: data.to_string() }
    }

    /// News for one person.
    pub fn to(kind: &'static str, person: &str, data: Value) -> News {
        News { kind, only_for: Some(person.to_owned()), data: data.to_string() }
    }

    /// News of a message, for those who can see it.
    pub fn message(message: &Message, shown: Value) -> News {
        let only_for = match (&message.only_for, &message.place) {
            (Some(person), _) | (None, Place::Private(person)) => Some(person.clone()),
            (None, Place::Group) => None,
        };
        News { kind: "message", only_for, data: shown.to_string() }
    }
}

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
