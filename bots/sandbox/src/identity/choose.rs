//! The page on which somebody agrees to sign in elsewhere, as any person of this world; and the way from a code to a
//! token, which both platforms go alike.

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde_json::{Value, json};
use std::collections::HashMap;

use crate::identity::grants::Grant;
use crate::state::message::Platform;
use crate::state::sandbox::Sandbox;

/// What an application signs in with on either platform. Everybody knows it, as everybody knows the tokens.
pub const CLIENT_SECRET: &str = "sandbox-localhost-only-not-a-secret";

/// What an address or a form says.
pub type Fields = HashMap<String, String>;

/// What a platform lets applications ask for.
pub struct Door {
    pub platform: Platform,
    pub client_id: String,
    pub scopes: &'static [&'static str],
}

/// Shows who could agree; with `as=` that person does, and `as=` nobody turns it down.
pub fn ask(sandbox: &Sandbox, door: &Door, asked: &Fields, at: &str) -> Response {
    let value = |name: &str| asked.get(name).map(String::as_str).unwrap_or_default();
    let redirect_uri = value("redirect_uri");
    // An application that may not be sent to is told nothing.
    if value("client_id") != door.client_id || !is_local(redirect_uri) {
        return (StatusCode::BAD_REQUEST, "unknown client_id or redirect_uri").into_response();
    }
    let scopes: Vec<String> = value("scope").split_whitespace().map(str::to_owned).collect();
    let wrong = if value("response_type") != "code" {
        Some("unsupported_response_type")
    } else if scopes.is_empty() || scopes.iter().any(|scope| !door.scopes.contains(&scope.as_str()))
    {
        Some("invalid_scope")
    } else if asked.contains_key("code_challenge") && value("code_challenge_method") != "S256" {
        Some("invalid_request")
    } else {
        None
    };
    if let Some(wrong) = wrong {
        return back(redirect_uri, &[("error", wrong), ("state", value("state"))]);
    }
    let mut world = sandbox.world();
    match asked.get("as").map(String::as_str) {
        None => {
            let people =
                world.people.iter().map(|person| (person.id.as_str(), person.name.as_str()));
            Html(page(door.platform, people, at)).into_response()
        }
        Some("") => back(redirect_uri, &[("error", "access_denied"), ("state", value("state"))]),
        Some(person) => {
            if world.person(person).is_none() {
                return (StatusCode::BAD_REQUEST, "nobody has this id").into_response();
            }
            let kept = |name: &str| asked.get(name).cloned();
            let code = world.grants.code(Grant {
                platform: door.platform,
                person: person.to_owned(),
                redirect_uri: redirect_uri.to_owned(),
                scopes,
                challenge: kept("code_challenge"),
                nonce: kept("nonce"),
                at: sandbox.now(),
            });
            back(redirect_uri, &[("code", &code), ("state", value("state"))])
        }
    }
}

/// What a code is worth to whoever shows the secrets that belong to it.
///
/// # Errors
/// What OAuth 2 has for it (RFC 6749, 5.2).
pub fn redeem(
    sandbox: &Sandbox,
    door: &Door,
    headers: &HeaderMap,
    form: &Fields,
) -> Result<Grant, Box<Response>> {
    let value = |name: &str| form.get(name).map(String::as_str).unwrap_or_default();
    let told = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let is_client = match told {
        Some(basic) => basic == basic_of(&door.client_id),
        None => value("client_id") == door.client_id && value("client_secret") == CLIENT_SECRET,
    };
    if !is_client {
        return Err(refused(StatusCode::UNAUTHORIZED, "invalid_client"));
    }
    if value("grant_type") != "authorization_code" {
        return Err(refused(StatusCode::BAD_REQUEST, "unsupported_grant_type"));
    }
    let grant = sandbox.world().grants.take(value("code"), sandbox.now());
    let is_same = |grant: &Grant| {
        let proven = grant
            .challenge
            .as_ref()
            .is_none_or(|challenge| *challenge == challenge_of(value("code_verifier")));
        grant.platform == door.platform && grant.redirect_uri == value("redirect_uri") && proven
    };
    grant.filter(is_same).ok_or_else(|| refused(StatusCode::BAD_REQUEST, "invalid_grant"))
}

/// What stands in a token's answer on both platforms.
pub fn issued(token: &str, grant: &Grant) -> Value {
    let scope = grant.scopes.join(" ");
    json!({"access_token": token, "token_type": "Bearer", "expires_in": 604_800, "scope": scope})
}

fn basic_of(client_id: &str) -> String {
    use base64::Engine as _;
    let pair = format!("{client_id}:{CLIENT_SECRET}");
    format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(pair))
}

fn challenge_of(verifier: &str) -> String {
    use base64::Engine as _;
    use sha2::Digest as _;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(sha2::Sha256::digest(verifier))
}

fn refused(status: StatusCode, error: &str) -> Box<Response> {
    Box::new((status, axum::Json(json!({"error": error}))).into_response())
}

/// Whether an address is of this machine.
pub fn is_local(address: &str) -> bool {
    let rest = address.strip_prefix("http://").or(address.strip_prefix("https://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "127.0.0.1" | "localhost" | "[::1]")
}

fn back(redirect_uri: &str, values: &[(&str, &str)]) -> Response {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(values).finish();
    let sign = if redirect_uri.contains('?') { '&' } else { '?' };
    Redirect::to(&format!("{redirect_uri}{sign}{query}")).into_response()
}

fn page<'a>(
    platform: Platform,
    people: impl Iterator<Item = (&'a str, &'a str)>,
    at: &str,
) -> String {
    let at = escaped(at);
    let links: String = people
        .map(|(id, name)| {
            format!("<li><a id=\"as-{id}\" href=\"{at}&amp;as={id}\">{}</a></li>", escaped(name))
        })
        .collect();
    let name = match platform {
        Platform::Discord => "Discord",
        Platform::Telegram => "Telegram",
    };
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{name}, in the sandbox</title>\
         <link rel=\"stylesheet\" href=\"/sandbox/sandbox.css\">\
         <main class=\"choose\"><h1>{name}, in the sandbox</h1><p>Streaks wants to know who you are. \
         Sign in as:</p><ul>{links}</ul><p><a id=\"as-nobody\" href=\"{at}&amp;as=\">Nobody: cancel</a></p></main>"
    )
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_standard_is_read_as_there() {
        // RFC 7636, appendix B.
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        assert_eq!(challenge_of(verifier), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    #[test]
    fn only_this_machine_is_sent_to() {
        assert!(is_local("http://127.0.0.1:8080/sign-in/discord"));
        assert!(is_local("http://localhost/x?y"));
        assert!(!is_local("https://evil.example/"));
        assert!(!is_local("http://localhost.evil.example/"));
        assert!(!is_local("http://localhost@evil.example/"));
        assert!(!is_local("javascript:alert(1)"));
    }
}
