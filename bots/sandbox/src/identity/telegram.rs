//! Telegram's OpenID Connect: discovery, keys, the page on which people agree, and tokens that say who they are.

use axum::Json;
use axum::extract::{Form, OriginalUri, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer, SigningKey};
use serde_json::{Value, json};

use crate::identity::choose::{self, Door, Fields};
use crate::state::message::Platform;
use crate::state::sandbox::Sandbox;
use crate::telegram::ids::BOT;

/// Where all of it stands.
pub const PATH: &str = "/sandbox/telegram-login";
/// Everybody knows this key, as everybody knows the token.
const SECRET_KEY: [u8; 32] = *b"sandbox-login-localhost-nosecret";
const KEY_ID: &str = "sandbox";
/// How long a token says who somebody is.
const KEPT_S: i64 = 3600;

fn door() -> Door {
    let scopes = &["openid", "profile"];
    Door { platform: Platform::Telegram, client_id: BOT.to_string(), scopes }
}

fn issuer(sandbox: &Sandbox) -> String {
    format!("{}{PATH}", sandbox.telegram_base())
}

/// `GET /.well-known/openid-configuration`
pub async fn described(State(sandbox): State<Sandbox>) -> Json<Value> {
    let issuer = issuer(&sandbox);
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/auth"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/.well-known/jwks.json"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA"],
        "scopes_supported": ["openid", "profile"],
        "code_challenge_methods_supported": ["S256"],
    }))
}

/// `GET /.well-known/jwks.json`
pub async fn keys() -> Json<Value> {
    let public = SigningKey::from_bytes(&SECRET_KEY).verifying_key();
    let key = URL_SAFE_NO_PAD.encode(public.as_bytes());
    let key = json!({
        "kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": KEY_ID, "x": key,
    });
    Json(json!({"keys": [key]}))
}

/// `GET /auth`
pub async fn ask(
    State(sandbox): State<Sandbox>,
    OriginalUri(at): OriginalUri,
    Query(asked): Query<Fields>,
) -> Response {
    choose::ask(&sandbox, &door(), &asked, &at.to_string())
}

/// `POST /token`
pub async fn token(
    State(sandbox): State<Sandbox>,
    headers: HeaderMap,
    Form(form): Form<Fields>,
) -> Response {
    let grant = match choose::redeem(&sandbox, &door(), &headers, &form) {
        Ok(grant) => grant,
        Err(refused) => return *refused,
    };
    let (issuer, now) = (issuer(&sandbox), sandbox.now().timestamp());
    let mut world = sandbox.world();
    let Some(person) = world.person(&grant.person) else {
        return axum::http::StatusCode::BAD_REQUEST.into_response();
    };
    let mut claims = json!({
        "iss": issuer, "aud": BOT.to_string(), "iat": now, "exp": now + KEPT_S,
        // Not the same as the user's id, so that nobody takes one for the other.
        "sub": format!("1{}", person.telegram_id), "id": person.telegram_id,
        "name": person.name, "preferred_username": person.id,
    });
    if let Some(nonce) = &grant.nonce {
        claims["nonce"] = json!(nonce);
    }
    let token = world.grants.token(grant.clone());
    let mut issued = choose::issued(&token, &grant);
    issued["id_token"] = json!(signed(&claims));
    Json(issued).into_response()
}

fn signed(claims: &Value) -> String {
    let head = json!({"alg": "EdDSA", "typ": "JWT", "kid": KEY_ID});
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let text = format!("{}.{}", part(&head), part(claims));
    let signature = SigningKey::from_bytes(&SECRET_KEY).sign(text.as_bytes());
    format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
}
