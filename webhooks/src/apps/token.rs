//! `/oauth/token`: what a code, a device's code or a renewing secret is worth; and `/oauth/revoke`, which gives it back.

use axum::Json;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use engine::{App, AppCode, Error, FoundBy, REFRESH_PREFIX, Token, Waiting};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::apps::access;
use crate::visitor::{Fields, field};
use crate::web::Web;

const DEVICE: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// An error as OAuth 2 has it (RFC 6749, 5.2).
pub(crate) fn refused(status: StatusCode, error: &str) -> Response {
    (status, [(CACHE_CONTROL, "no-store")], Json(json!({ "error": error }))).into_response()
}

fn wrong(error: &str) -> Response {
    refused(StatusCode::BAD_REQUEST, error)
}

fn broken(error: &Error) -> Response {
    tracing::error!(%error, "an app got no token");
    refused(StatusCode::INTERNAL_SERVER_ERROR, "server_error")
}

/// `POST /oauth/token`
pub(crate) async fn token(State(web): State<Web>, Form(fields): Form<Fields>) -> Response {
    match issued(&web, &fields).await {
        Ok(response) => response,
        Err(error) => broken(&error),
    }
}

async fn issued(web: &Web, fields: &Fields) -> Result<Response, Error> {
    let people = web.engine.people();
    let now = (web.now)();
    let text = |name: &str| field(fields, name).unwrap_or_default();
    let Some(app) = people.app(text("client_id")).await? else {
        return Ok(refused(StatusCode::UNAUTHORIZED, "invalid_client"));
    };
    let (agreed, code) = match text("grant_type") {
        "authorization_code" => {
            let code = text("code");
            let agreed = people.redeem_app_code(code, now).await?;
            let is_same = |agreed: &AppCode| {
                agreed.app == app.id
                    && agreed.redirect.as_deref() == Some(text("redirect_uri"))
                    && agreed.challenge.as_deref() == Some(&*challenge_of(text("code_verifier")))
            };
            match agreed.filter(is_same) {
                Some(agreed) => (agreed, code),
                None => return Ok(wrong("invalid_grant")),
            }
        }
        DEVICE => match people.poll_device(text("device_code"), now).await? {
            Waiting::Agreed(agreed) if agreed.app == app.id => (agreed, text("device_code")),
            Waiting::Still => return Ok(wrong("authorization_pending")),
            Waiting::TooOften => return Ok(wrong("slow_down")),
            Waiting::Refused => return Ok(wrong("access_denied")),
            Waiting::Over => return Ok(wrong("expired_token")),
            Waiting::Agreed(_) => return Ok(wrong("invalid_grant")),
        },
        "refresh_token" => {
            return match people.renew(&app.id, text("refresh_token")).await? {
                Some((token, secret)) => given(web, &app, &token, &secret).await,
                None => Ok(wrong("invalid_grant")),
            };
        }
        _ => return Ok(wrong("unsupported_grant_type")),
    };
    let Some(person) = agreed.person else { return Ok(wrong("invalid_grant")) };
    let people = people.found_by(FoundBy::Code(code));
    match people.let_in(person, &app, agreed.scope, now).await {
        Ok(Some((token, secret))) => given(web, &app, &token, &secret).await,
        // What was agreed to may have been taken back by now.
        Ok(None) | Err(Error::Outdated) => Ok(wrong("invalid_grant")),
        Err(fault) => Err(fault),
    }
}

async fn given(web: &Web, app: &App, token: &Token, secret: &str) -> Result<Response, Error> {
    let access = access::issue(web, &app.id, token).await?;
    let body = json!({
        "access_token": access, "token_type": "Bearer", "expires_in": access::KEPT_S,
        "refresh_token": secret, "scope": token.scope.name(),
    });
    Ok(([(CACHE_CONTROL, "no-store")], Json(body)).into_response())
}

/// `POST /oauth/revoke` (RFC 7009): what is not known was taken back already.
pub(crate) async fn revoke(State(web): State<Web>, Form(fields): Form<Fields>) -> Response {
    let text = |name: &str| field(&fields, name).unwrap_or_default();
    let secret = text("token");
    if !secret.starts_with(REFRESH_PREFIX) {
        return StatusCode::OK.into_response();
    }
    match web.engine.people().revoke(text("client_id"), secret).await {
        Ok(()) => StatusCode::OK.into_response(),
        Err(error) => broken(&error),
    }
}

fn challenge_of(verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(verifier))
}
