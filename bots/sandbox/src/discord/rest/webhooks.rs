//! Answers to interactions: the callback, and the webhook that the token opens.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::discord::client::modal;
use crate::discord::ids::{self, APP, key};
use crate::discord::interaction::{Interaction, Kind, Response};
use crate::discord::objects::component;
use crate::discord::refused::Refused;
use crate::discord::rest::content;
use crate::discord::rest::messages::{self, Draft};
use crate::http::answer::Answer;
use crate::http::asked::Asked;
use crate::state::transcript::Cause;
use crate::state::world::World;

const CHOICES_MAX: usize = 25;
const CHOICE_MAX: usize = 100;

/// `POST interactions/{id}/{token}/callback`.
pub fn callback(
    world: &mut World,
    now: DateTime<Utc>,
    asked: &Asked,
    (id, token): (&str, &str),
) -> Result<Answer, Refused> {
    let unknown = || Refused::new(404, 10_062, "Unknown interaction");
    let interaction = world.discord.interactions.get(token).cloned().ok_or_else(unknown)?;
    if interaction.id.to_string() != id {
        return Err(unknown());
    }
    if interaction.response.is_some() {
        let words = "Interaction has already been acknowledged.";
        return Err(Refused::new(400, 40_060, words));
    }
    if interaction.too_late() {
        return Err(unknown());
    }
    let body = asked.body.as_ref().unwrap_or(&Value::Null);
    let response = respond(world, now, &interaction, body, asked)?;
    if asked.query.get("with_response").is_some_and(|wish| wish == "true" || wish == "1") {
        return Ok(Answer::ok(with_response(world, token, &response)));
    }
    Ok(Answer::Empty)
}

fn respond(
    world: &mut World,
    now: DateTime<Utc>,
    interaction: &Interaction,
    body: &Value,
    asked: &Asked,
) -> Result<Response, Refused> {
    let data = &body["data"];
    let number = body["type"].as_u64().ok_or_else(|| component::required("type"))?;
    let from_component = interaction.source.is_some();
    let response = match (number, interaction.kind) {
        (4, Kind::Command | Kind::Component | Kind::Modal) => {
            let made = write(world, now, interaction, (data, asked), false)?;
            original(world, interaction, made);
            Response::Message
        }
        (5, Kind::Command | Kind::Component | Kind::Modal) => {
            let made = write(world, now, interaction, (data, asked), true)?;
            original(world, interaction, made);
            Response::Deferred { resolved: false }
        }
        (6, Kind::Component | Kind::Modal) if from_component => {
            original(world, interaction, interaction.source.clone());
            Response::DeferredUpdate
        }
        (7, Kind::Component | Kind::Modal) if from_component => {
            let source = interaction.source.clone().unwrap_or_default();
            let cause = Cause::Interaction(interaction.token.clone());
            messages::edit(world, now, &source, (data, &asked.files), cause)?;
            original(world, interaction, Some(source));
            Response::Updated
        }
        (8, Kind::Autocomplete) => Response::Choices(choices(data)?),
        (9, Kind::Command | Kind::Component) => {
            modal::open(world, now, interaction, data)?;
            Response::Modal
        }
        (_, Kind::Command | Kind::Component | Kind::Autocomplete | Kind::Modal) => {
            let words = "This interaction cannot be answered in this way.";
            return Err(Refused::form("type", "INTERACTION_CALLBACK_TYPE_INVALID", words));
        }
    };
    world.discord.interactions.answered(&interaction.token);
    if let Some(interaction) = world.discord.interactions.get_mut(&interaction.token) {
        interaction.response = Some(response.clone());
    }
    Ok(response)
}

fn write(
    world: &mut World,
    now: DateTime<Utc>,
    interaction: &Interaction,
    (data, asked): (&Value, &Asked),
    loading: bool,
) -> Result<Option<String>, Refused> {
    let draft = Draft {
        channel: interaction.channel,
        place: interaction.place.clone(),
        data,
        files: &asked.files,
        cause: Cause::Interaction(interaction.token.clone()),
        interaction: Some(interaction),
        loading,
    };
    let raw = messages::write(world, now, &draft)?;
    Ok(ids::id(&raw["id"]).map(key))
}

fn original(world: &mut World, interaction: &Interaction, message: Option<String>) {
    if let Some(interaction) = world.discord.interactions.get_mut(&interaction.token) {
        interaction.made.extend(message.clone());
        interaction.original = message;
    }
}

fn choices(data: &Value) -> Result<Vec<Value>, Refused> {
    let choices = data["choices"].as_array().ok_or_else(|| component::required("data.choices"))?;
    if choices.len() > CHOICES_MAX {
        let words = format!("Must be {CHOICES_MAX} or fewer in length.");
        return Err(Refused::form("data.choices", "BASE_TYPE_MAX_LENGTH", &words));
    }
    for (place, choice) in choices.iter().enumerate() {
        let at = format!("data.choices.{place}");
        component::check_text(&format!("{at}.name"), &choice["name"], 1, CHOICE_MAX)?;
        match &choice["value"] {
            value @ Value::String(_) => {
                component::check_text(&format!("{at}.value"), value, 1, CHOICE_MAX)?;
            }
            Value::Number(_) => {}
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
                return Err(component::required(&format!("{at}.value")));
            }
        }
    }
    Ok(choices.clone())
}

fn with_response(world: &World, token: &str, response: &Response) -> Value {
    let Some(interaction) = world.discord.interactions.get(token) else {
        return Value::Null;
    };
    let message = interaction.original.as_ref().and_then(|key| world.messages.get(key));
    let number = match response {
        Response::Message => 4,
        Response::Deferred { .. } => 5,
        Response::DeferredUpdate => 6,
        Response::Updated => 7,
        Response::Choices(_) => 8,
        Response::Modal => 9,
    };
    let mut about = json!({"id": interaction.id.to_string(), "type": interaction.kind.number()});
    if let Some(message) = message {
        about["response_message_id"] = message.raw["id"].clone();
        about["response_message_loading"] = json!(message.loading);
        about["response_message_ephemeral"] = json!(message.only_for.is_some());
    }
    let mut body = json!({"interaction": about});
    match (number, message) {
        (4 | 7, Some(message)) => {
            body["resource"] = json!({"type": number, "message": message.raw});
        }
        (number, _) => body["resource"] = json!({"type": number}),
    }
    body
}

/// Any request to `webhooks/{application}/{token}` and below.
pub fn webhook(
    world: &mut World,
    now: DateTime<Utc>,
    asked: &Asked,
    (application, token, rest): (&str, &str, &[&str]),
) -> Result<Answer, Refused> {
    let unknown = || Refused::new(404, 10_015, "Unknown Webhook");
    if application != APP.to_string() {
        return Err(unknown());
    }
    let expired = || Refused::new(401, 50_027, "Invalid Webhook Token");
    let interaction = world.discord.interactions.get(token).cloned().ok_or_else(expired)?;
    if !interaction.valid(now) {
        return Err(expired());
    }
    if interaction.response.is_none() {
        return Err(unknown());
    }
    match (asked.method.as_str(), rest) {
        ("POST", []) => follow_up(world, now, &interaction, asked),
        ("GET", ["messages", message]) => {
            let key = meant(&interaction, message)?;
            let found = world.messages.get(&key).filter(|message| !message.deleted);
            found
                .map(|message| Answer::ok(message.raw.clone()))
                .ok_or_else(messages::unknown_message)
        }
        ("PATCH", ["messages", message]) => {
            let key = meant(&interaction, message)?;
            let raw = change(world, now, &interaction, &key, asked)?;
            Ok(Answer::ok(raw))
        }
        ("DELETE", ["messages", message]) => {
            let key = meant(&interaction, message)?;
            let cause = Cause::Interaction(interaction.token.clone());
            if !world.take_down(&key, cause, now) {
                return Err(messages::unknown_message());
            }
            resolve(world, &interaction, &key);
            Ok(Answer::Empty)
        }
        _ => Err(Refused::not_known()),
    }
}

/// The message that a route names, if this token may touch it.
fn meant(interaction: &Interaction, named: &str) -> Result<String, Refused> {
    if named == "@original" {
        return interaction.original.clone().ok_or_else(messages::unknown_message);
    }
    let key = format!("dc:{named}");
    if interaction.made.contains(&key) { Ok(key) } else { Err(messages::unknown_message()) }
}

fn follow_up(
    world: &mut World,
    now: DateTime<Utc>,
    interaction: &Interaction,
    asked: &Asked,
) -> Result<Answer, Refused> {
    let waiting = interaction.response == Some(Response::Deferred { resolved: false });
    if let Some(original) = interaction.original.as_ref().filter(|_| waiting) {
        let raw = change(world, now, interaction, original, asked)?;
        return Ok(Answer::ok(raw));
    }
    let data = asked.body.as_ref().unwrap_or(&Value::Null);
    content::check(data, &asked.files)?;
    let made = write(world, now, interaction, (data, asked), false)?;
    let raw = made.as_ref().and_then(|key| world.messages.get(key));
    let raw = raw.map(|message| message.raw.clone()).unwrap_or_default();
    if let Some(interaction) = world.discord.interactions.get_mut(&interaction.token) {
        interaction.made.extend(made);
    }
    Ok(Answer::ok(raw))
}

fn change(
    world: &mut World,
    now: DateTime<Utc>,
    interaction: &Interaction,
    key: &str,
    asked: &Asked,
) -> Result<Value, Refused> {
    let data = asked.body.as_ref().unwrap_or(&Value::Null);
    let cause = Cause::Interaction(interaction.token.clone());
    let raw = messages::edit(world, now, key, (data, &asked.files), cause)?;
    resolve(world, interaction, key);
    Ok(raw)
}

/// A deferral ends when its message is edited or taken down.
fn resolve(world: &mut World, interaction: &Interaction, key: &str) {
    let original = interaction.original.as_deref() == Some(key);
    if let Some(interaction) = world.discord.interactions.get_mut(&interaction.token)
        && let Some(Response::Deferred { resolved }) = &mut interaction.response
        && original
    {
        *resolved = true;
    }
}
