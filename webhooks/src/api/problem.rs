//! What went wrong, as RFC 9457 has it, in the caller's language.

use axum::Json;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::response::{IntoResponse, Response};
use engine::{Error, Refusal};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::openapi::{ContentBuilder, RefOr, ResponseBuilder, schema::Ref};
use utoipa::{IntoResponses, ToSchema};

use crate::words::Words;

/// What went wrong.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct ProblemBody {
    /// Always `about:blank`: `code` tells problems apart.
    pub r#type: &'static str,
    /// The status in words.
    pub title: String,
    pub status: u16,
    /// A name that stays the same, such as `already_in` or `not_found`.
    pub code: String,
    /// The same for people, in the language of whoever calls.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

/// An answer that is no success.
#[derive(Debug)]
pub(crate) struct Problem {
    status: StatusCode,
    body: Box<ProblemBody>,
    /// After so many seconds it may be tried again.
    wait_s: Option<u64>,
}

impl Problem {
    /// A problem that needs no further words.
    pub fn of(status: StatusCode) -> Problem {
        let title = status.canonical_reason().unwrap_or_default().to_owned();
        let code = title.to_lowercase().replace([' ', '-'], "_");
        let body = ProblemBody {
            r#type: "about:blank",
            title,
            status: status.as_u16(),
            code,
            detail: None,
        };
        Problem { status, body: Box::new(body), wait_s: None }
    }

    pub fn coded(status: StatusCode, code: &str, detail: impl Into<Option<String>>) -> Problem {
        let mut problem = Problem::of(status);
        problem.body.code = code.to_owned();
        problem.body.detail = detail.into();
        problem
    }

    /// There were too many calls; after so many seconds there may be more.
    pub fn too_much(wait_s: u64, words: Words) -> Problem {
        let detail = words.tell("api-rate", [("wait", wait_s.into())]);
        let problem = Problem::coded(StatusCode::TOO_MANY_REQUESTS, "rate_limit", detail);
        Problem { wait_s: Some(wait_s), ..problem }
    }

    /// Whether it is a fault, and no fault of whoever calls.
    pub fn is_ours(&self) -> bool {
        self.status.is_server_error()
    }

    pub fn not_found() -> Problem {
        Problem::of(StatusCode::NOT_FOUND)
    }

    /// What the caller got wrong about a value.
    pub fn bad(detail: impl Into<String>) -> Problem {
        Problem::coded(StatusCode::UNPROCESSABLE_ENTITY, "bad_value", detail.into())
    }

    /// A refusal is an answer; everything else is a fault of ours, which is logged once.
    pub fn of_error(error: &Error, words: Words) -> Problem {
        match error {
            Error::Refused(refusal) => {
                let detail = words.chat().refused(*refusal).plain();
                Problem::coded(status_of(*refusal), refusal.code(), detail)
            }
            // Two did something at once: nothing is wrong, and it can be tried again.
            Error::Outdated => Problem::of(StatusCode::SERVICE_UNAVAILABLE),
            fault if fault.is_outage() => {
                tracing::warn!(%fault, "a call of the API met no database");
                Problem::of(StatusCode::SERVICE_UNAVAILABLE)
            }
            fault => {
                tracing::error!(%fault, "a call of the API broke");
                Problem::of(StatusCode::INTERNAL_SERVER_ERROR)
            }
        }
    }
}

fn status_of(refusal: Refusal) -> StatusCode {
    match refusal {
        Refusal::NotMember | Refusal::NotOwner => StatusCode::FORBIDDEN,
        Refusal::NotFound => StatusCode::NOT_FOUND,
        Refusal::UnknownTask | Refusal::BadAmount | Refusal::EmptyDay => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
        _ => StatusCode::CONFLICT,
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let Problem { status, body, wait_s } = self;
        let mut response = (status, Json(body)).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(wait_s) = wait_s {
            headers.insert(RETRY_AFTER, wait_s.into());
        }
        response
    }
}

/// The answers that every operation may give instead of its own.
pub(crate) struct Problems;

impl IntoResponses for Problems {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        let told = [
            ("400", "The request cannot be read."),
            ("401", "No token, or one that is not good any more."),
            ("403", "The token, or its owner, may not do that."),
            ("404", "There is no such thing for whoever calls."),
            ("409", "The rules of the event refuse it."),
            ("413", "The body is too large."),
            ("415", "The body is not JSON."),
            ("422", "A value is not what is asked for."),
            ("429", "Too many requests; `retry-after` says when there may be more."),
            ("503", "The database is away; try again."),
        ];
        let answer = |(status, description): (&str, &str)| {
            let content =
                ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
            let response = ResponseBuilder::new()
                .description(description)
                .content("application/problem+json", content)
                .build();
            (status.to_owned(), RefOr::T(response))
        };
        told.into_iter().map(answer).collect()
    }
}
