//! `/api/v1`: what other programs ask and do. Everything that is for one person takes a token of theirs.

mod body;
pub(crate) mod caller;
pub(crate) mod check_ins;
mod conversation;
mod events;
mod me;
pub(crate) mod memberships;
pub(crate) mod problem;
mod shapes;

use axum::extract::Request;
use axum::http::header::{AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use sha2::{Digest, Sha256};
use tower_http::cors::{Any, CorsLayer};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::App;
use crate::api::problem::Problem;
use crate::limits::{LIMIT, REMAINING, RESET, RETRY_AFTER};

/// Bytes of an answer.
const ANSWER_MAX: usize = 8 * 1024 * 1024;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Streaks",
        description = "Events, check-ins, rankings and everything else that the bots of Streaks can do. \
                       What is for one person takes a token of theirs as a bearer: made on the page `/me`, \
                       good to read, to read and write, or to check in to one event. Programs of others get theirs by \
                       OAuth 2 (a code with PKCE, or for devices), as `/.well-known/oauth-authorization-server` says.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    servers((url = "/api/v1")),
    modifiers(&Tokens),
    components(schemas(problem::ProblemBody)),
)]
struct Description;

struct Tokens;

impl Modify for Tokens {
    fn modify(&self, description: &mut utoipa::openapi::OpenApi) {
        let components = description.components.get_or_insert_with(Default::default);
        let bearer = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        components.add_security_scheme("token", bearer);
    }
}

fn described() -> (Router<App>, utoipa::openapi::OpenApi) {
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(events::list))
        .routes(routes!(events::one))
        .routes(routes!(events::leaderboard))
        .routes(routes!(memberships::mine))
        .routes(routes!(memberships::one, memberships::join, memberships::leave))
        .routes(routes!(memberships::matrix))
        .routes(routes!(check_ins::list, check_ins::add))
        .routes(routes!(check_ins::undo))
        .routes(routes!(me::profile))
        .routes(routes!(me::badges))
        .routes(routes!(me::reminders))
        .routes(routes!(me::tokens))
        .routes(routes!(me::drop_token))
        .routes(routes!(conversation::say))
        .split_for_parts()
}

/// The API and its description.
pub(crate) fn router() -> Router<App> {
    let (routes, description) = described();
    let cors = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::DELETE])
        .allow_headers([AUTHORIZATION, CONTENT_TYPE, IF_NONE_MATCH, IDEMPOTENCY_KEY])
        .expose_headers([ETAG, LIMIT, REMAINING, RESET, RETRY_AFTER]);
    let routes = routes
        .fallback(async || Problem::not_found())
        .method_not_allowed_fallback(async || Problem::of(StatusCode::METHOD_NOT_ALLOWED));
    Router::new()
        .nest("/api/v1", routes)
        .route("/api/openapi.json", get(async move || Json(description.clone())))
        .layer(from_fn(tag))
        .layer(cors)
}

pub(crate) const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Marks what was read by its content, so that what has not changed is not sent again.
async fn tag(request: Request, next: Next) -> Response {
    let is_read = request.method() == Method::GET;
    let known = request.headers().get(IF_NONE_MATCH).cloned();
    let response = next.run(request).await;
    let (mut parts, body) = response.into_parts();
    parts.headers.insert(VARY, HeaderValue::from_static("authorization, accept-language"));
    parts.headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    if !is_read || parts.status != StatusCode::OK {
        return Response::from_parts(parts, body);
    }
    let Ok(bytes) = axum::body::to_bytes(body, ANSWER_MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let digest = Sha256::digest(&bytes);
    let digest: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    // Weak, since it may be compressed on its way.
    let tag = format!("W/\"{digest}\"");
    let is_known = known.and_then(|known| Some(known.to_str().ok()?.contains(&tag)));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        parts.headers.insert(ETAG, tag);
    }
    if is_known == Some(true) {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(CONTENT_TYPE);
        return Response::from_parts(parts, axum::body::Body::empty());
    }
    Response::from_parts(parts, bytes.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use talk::COMMANDS;

    /// What each command is called in the API. `conversation` takes every command as a chat does.
    const PARITY: &[(&str, &str)] = &[
        ("badges", "get /me/badges"),
        ("checkin", "post /events/{slug}/check-ins"),
        ("events", "get /events"),
        ("join", "put /events/{slug}/membership"),
        ("leaderboard", "get /events/{slug}/leaderboard"),
        ("leave", "delete /events/{slug}/membership"),
        ("matrix", "get /events/{slug}/matrix"),
        ("profile", "get /me"),
        ("remind", "get /me/reminders"),
        ("streak", "get /events/{slug}/membership"),
        ("undo", "delete /events/{slug}/check-ins/{id}"),
    ];

    fn operations() -> BTreeSet<String> {
        let description = serde_json::to_value(described().1).expect("it can be written");
        let paths = description["paths"].as_object().expect("it has paths");
        let of_path = |(path, methods): (&String, &serde_json::Value)| {
            let methods = methods.as_object().expect("a path has methods").keys();
            methods.map(|method| format!("{method} {path}")).collect::<Vec<_>>()
        };
        paths.iter().flat_map(of_path).collect()
    }

    #[test]
    fn nothing_that_the_chat_can_do_is_missing() {
        let known = operations();
        assert!(known.contains("post /conversation"), "it takes every command: {known:?}");
        for (command, operation) in PARITY {
            assert!(COMMANDS.iter().any(|known| known.path == *command), "no command {command}");
            assert!(known.contains(*operation), "no operation {operation} in {known:?}");
        }
    }
}
