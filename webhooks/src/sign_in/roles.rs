//! Discord's linked roles: servers give roles by facts about people, who let us tell them. It is told when its person
//! comes by `/linked-roles`, and again when they come again; nothing is kept with which it could be told later.

use engine::rules::Instant;
use engine::{Error, Membership, PersonId, Visibility};
use serde_json::{Value, json};

use crate::sign_in::id_token::Wrong;
use crate::web::Web;

/// The facts, in the units of `discord::ROLE_FACTS`. Whoever manages a server may read them, so that they say nothing of
/// events for few.
async fn facts(web: &Web, person: PersonId) -> Result<Value, Error> {
    let mut events = web.engine.events().of(person).await?;
    events.retain(|event| event.visibility != Visibility::InviteOnly);
    let keys: Vec<Membership> =
        events.iter().map(|event| Membership { event: event.id, person }).collect();
    let views = web.engine.memberships().views(&keys, (web.now)()).await?;
    let standings = || views.values().map(|view| &view.life.standing);
    let longest = standings().map(|standing| standing.longest).max().unwrap_or(0);
    let total: u64 = standings().map(|standing| u64::from(standing.total)).sum();
    let joined = views.values().filter_map(|view| view.history.spans.first());
    let since: Option<Instant> = joined.map(|span| span.joined_at).min();
    let mut facts = json!({"longest": longest.to_string(), "total": total.to_string()});
    if let Some(since) = since {
        facts["since"] = json!(since.utc().format("%Y-%m-%dT%H:%M:%SZ").to_string());
    }
    Ok(facts)
}

/// Tells Discord, with a token of the person's that is good for this.
pub(crate) async fn tell(
    web: &Web,
    http: &reqwest::Client,
    (api_base, client_id, token): (&str, &str, &str),
    (person, name): (PersonId, &str),
) -> Result<(), Wrong> {
    let facts = facts(web, person).await.map_err(|error| Wrong::Platform(error.to_string()))?;
    let path = format!("users/@me/applications/{client_id}/role-connection");
    let body = json!({"platform_name": "Streaks", "platform_username": name, "metadata": facts});
    let told = http
        .put(format!("{api_base}/api/v10/{path}"))
        .bearer_auth(token)
        .json(&body)
        .send()
        .await
        .and_then(reqwest::Response::error_for_status);
    told.map(drop).map_err(|error| Wrong::Platform(error.without_url().to_string()))
}
