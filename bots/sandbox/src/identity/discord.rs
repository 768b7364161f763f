//! Discord's OAuth 2: people agree at `/oauth2/authorize`, a code becomes a token, and a token says whose it is.

use axum::Json;
use axum::extract::{Form, OriginalUri, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::discord::ids::APP;
use crate::discord::objects::payload;
use crate::discord::refused::Refused;
use crate::http::answer::Answer;
use crate::http::asked::Asked;
use crate::identity::choose::{self, Door, Fields};
use crate::state::message::Platform;
use crate::state::sandbox::Sandbox;
use crate::state::world::World;

/// Records that an application keeps of a person, at most.
const RECORDS_MAX: usize = 5;

fn door() -> Door {
    let client_id = APP.to_string();
    Door { platform: Platform::Discord, client_id, scopes: &["identify", "role_connections.write"] }
}

/// `GET /oauth2/authorize`
pub async fn ask(
    State(sandbox): State<Sandbox>,
    OriginalUri(at): OriginalUri,
    Query(asked): Query<Fields>,
) -> Response {
    choose::ask(&sandbox, &door(), &asked, &at.to_string())
}

/// `POST /api/oauth2/token`
pub async fn token(
    State(sandbox): State<Sandbox>,
    headers: HeaderMap,
    Form(form): Form<Fields>,
) -> Response {
    match choose::redeem(&sandbox, &door(), &headers, &form) {
        Ok(grant) => {
            let token = sandbox.world().grants.token(grant.clone());
            Json(choose::issued(&token, &grant)).into_response()
        }
        Err(refused) => *refused,
    }
}

/// What whoever has a person's token may do; none where it is no business of a person.
pub fn route(world: &mut World, asked: &Asked, parts: &[&str]) -> Option<Result<Answer, Refused>> {
    let token = asked.authorization.as_deref()?.strip_prefix("Bearer ")?;
    let unauthorized = || Refused::new(401, 0, "401: Unauthorized");
    let grant = world.grants.of_token(token).filter(|grant| grant.platform == Platform::Discord);
    let Some(grant) = grant.cloned() else { return Some(Err(unauthorized())) };
    let Some(person) = world.person(&grant.person) else { return Some(Err(unauthorized())) };
    let may = |scope: &str| grant.scopes.iter().any(|granted| granted == scope);
    Some(match (asked.method.as_str(), parts) {
        ("GET", ["oauth2", "@me"]) if may("identify") => Ok(Answer::ok(json!({
            "application": {
                "id": APP.to_string(), "name": "Streaks", "icon": null, "description": "",
                "bot_public": true, "bot_require_code_grant": false,
                "verify_key": crate::discord::endpoint::public_key(),
            },
            "expires": "2030-01-01T00:00:00.000000+00:00", "scopes": grant.scopes,
            "user": payload::user(person),
        }))),
        ("PUT", ["users", "@me", "applications", application, "role-connection"])
            if may("role_connections.write") && *application == APP.to_string() =>
        {
            connect(world, asked, &grant.person)
        }
        _ => Err(unauthorized()),
    })
}

/// Takes over what an application says of a person, which roles of servers may ask for.
fn connect(world: &mut World, asked: &Asked, person: &str) -> Result<Answer, Refused> {
    let body = asked.body.clone().unwrap_or_default();
    let known: Vec<&str> =
        world.discord.role_metadata.iter().filter_map(|kind| kind["key"].as_str()).collect();
    let told = body["metadata"].as_object().cloned().unwrap_or_default();
    if told.keys().any(|key| !known.contains(&key.as_str())) {
        return Err(Refused::form("metadata", "APPLICATION_METADATA_INVALID", "Unknown key."));
    }
    if told.values().any(|value| !value.is_string() && !value.is_number()) {
        return Err(Refused::form("metadata", "BASE_TYPE_STRING", "Must be a string."));
    }
    world.discord.role_connections.insert(person.to_owned(), body.clone());
    Ok(Answer::ok(body))
}

/// Takes over which facts about people an application offers to roles.
pub fn offer(world: &mut World, asked: &Asked) -> Result<Answer, Refused> {
    let kinds = asked.body.as_ref().and_then(Value::as_array).cloned().unwrap_or_default();
    let is_sound = |kind: &Value| {
        let text = |name: &str, most: usize| {
            kind[name].as_str().is_some_and(|text| (1..=most).contains(&text.chars().count()))
        };
        text("key", 50)
            && text("name", 100)
            && text("description", 200)
            && kind["type"].as_u64().is_some_and(|kind| (1..=8).contains(&kind))
    };
    if kinds.len() > RECORDS_MAX || !kinds.iter().all(is_sound) {
        return Err(Refused::form("metadata", "BASE_TYPE_BAD_LENGTH", "Up to 5 sound records."));
    }
    world.discord.role_metadata.clone_from(&kinds);
    Ok(Answer::ok(Value::Array(kinds)))
}
