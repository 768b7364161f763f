//! What apps can ask for, and with what tokens are signed: RFC 8414 and RFC 7517.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;

use crate::apps::access::Key;
use crate::pages::fault;
use crate::web::Web;
use crate::words::Words;

/// `GET /.well-known/oauth-authorization-server`
pub(crate) async fn server(State(web): State<Web>) -> Response {
    let base = &web.public_url;
    Json(json!({
        "issuer": base,
        "authorization_endpoint": format!("{base}/oauth/authorize"),
        "token_endpoint": format!("{base}/oauth/token"),
        "device_authorization_endpoint": format!("{base}/oauth/device"),
        "revocation_endpoint": format!("{base}/oauth/revoke"),
        "jwks_uri": format!("{base}/oauth/jwks.json"),
        "scopes_supported": ["read", "write"],
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": [
            "authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code",
        ],
        "token_endpoint_auth_methods_supported": ["none"],
        "revocation_endpoint_auth_methods_supported": ["none"],
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": true,
        "service_documentation": format!("{base}/api/openapi.json"),
    }))
    .into_response()
}

/// `GET /oauth/jwks.json`
pub(crate) async fn keys(State(web): State<Web>, words: Words) -> Response {
    match Key::of(&web).await {
        Ok(key) => {
            let x = URL_SAFE_NO_PAD.encode(key.public());
            let key = json!({
                "kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": key.id, "x": x,
            });
            Json(json!({"keys": [key]})).into_response()
        }
        Err(error) => fault(&error, words),
    }
}
