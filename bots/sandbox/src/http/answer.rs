//! What a server answers a bot.

use axum::body::{Body, Bytes};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use serde_json::Value;
use std::io;

/// An answer, or none at all.
#[derive(Debug)]
pub enum Answer {
    Json {
        status: u16,
        body: Value,
        headers: Vec<(HeaderName, String)>,
    },
    /// JSON as it should stand on the wire.
    Text(String),
    Empty,
    Bytes {
        content_type: String,
        bytes: Bytes,
    },
    /// The connection is dropped without a word.
    Dropped,
}

impl Answer {
    /// 200 with a body.
    pub fn ok(body: Value) -> Answer {
        Answer::json(200, body)
    }

    /// A body with a status.
    pub fn json(status: u16, body: Value) -> Answer {
        Answer::Json { status, body, headers: Vec::new() }
    }

    /// The status that the record shows; 0 where the connection was dropped.
    pub fn status(&self) -> u16 {
        match self {
            Answer::Json { status, .. } => *status,
            Answer::Empty => 204,
            Answer::Text(_) | Answer::Bytes { .. } => 200,
            Answer::Dropped => 0,
        }
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        match self {
            Answer::Json { status, body, headers } => {
                let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
                // discord.py compares the whole value: no charset may follow.
                let json = [(header::CONTENT_TYPE, "application/json")];
                let mut response = (status, json, body.to_string()).into_response();
                for (name, value) in headers {
                    if let Ok(value) = value.parse() {
                        response.headers_mut().insert(name, value);
                    }
                }
                response
            }
            Answer::Text(text) => {
                ([(header::CONTENT_TYPE, "application/json")], text).into_response()
            }
            Answer::Empty => StatusCode::NO_CONTENT.into_response(),
            Answer::Bytes { content_type, bytes } => {
                ([(header::CONTENT_TYPE, content_type)], bytes).into_response()
            }
            Answer::Dropped => {
                // A body that breaks before its first byte makes hyper drop the connection before it writes the head.
                let broken = stream::once(async {
                    Err::<Bytes, _>(io::Error::from(io::ErrorKind::ConnectionReset))
                });
                Body::from_stream(broken).into_response()
            }
        }
    }
}
