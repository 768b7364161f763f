//! Reading the value of an option as Discord's client does.

use serde_json::{Value, json};

use crate::discord::client::interact::Resolved;
use crate::discord::client::typist::{Objection, Typist};
use crate::discord::ids::APP;
use crate::discord::objects::payload;

const TEXT_MAX: u64 = 6_000;
/// Whole numbers beyond this are not exact in JavaScript, so Discord refuses them.
const INTEGER_MAX: i64 = 1 << 53;

/// The value to send for `text`, given the option as registered.
pub fn read(
    typist: &Typist<'_>,
    spec: &Value,
    text: &str,
    resolved: &mut Resolved,
) -> Result<Value, Objection> {
    let name = spec["name"].as_str().unwrap_or_default();
    let objection = |words: &str| ("bad_value", format!("{name}: {words}"));
    if let Some(choices) = spec["choices"].as_array().filter(|choices| !choices.is_empty()) {
        let locale = typist.person.discord_locale();
        let choice = choices.iter().find(|choice| is_choice(choice, text, locale));
        let choice = choice.ok_or_else(|| objection("choose one of the choices"))?;
        return Ok(choice["value"].clone());
    }
    match spec["type"].as_u64() {
        Some(3) => string(spec, text).map_err(|words| objection(&words)),
        Some(4) => integer(spec, text).map_err(|words| objection(&words)),
        Some(10) => number(spec, text).map_err(|words| objection(&words)),
        Some(5) => match text.to_lowercase().as_str() {
            "true" | "yes" | "on" => Ok(json!(true)),
            "false" | "no" | "off" => Ok(json!(false)),
            _ => Err(objection("choose True or False")),
        },
        Some(6) => user(typist, text, resolved).ok_or_else(|| objection("nobody has this name")),
        Some(7) => channel(typist, spec, text, resolved)
            .ok_or_else(|| objection("there is no such channel")),
        Some(8) => role(text, resolved).ok_or_else(|| objection("there is no such role")),
        Some(9) => user(typist, text, resolved)
            .or_else(|| role(text, resolved))
            .ok_or_else(|| objection("there is no such user or role")),
        Some(11) => Ok(attachment(typist, text, resolved)),
        Some(_) | None => Err(objection("the type of this option is not known")),
    }
}

/// A name as attachments have it.
pub(crate) fn file_name(text: &str) -> String {
    let is_kept = |c: &char| c.is_ascii_alphanumeric() || matches!(*c, '.' | '-' | '_');
    text.trim().chars().filter(is_kept).collect()
}

/// The file that was picked under this name; where nobody picked one, an address at which there is none.
fn attachment(typist: &Typist<'_>, text: &str, resolved: &mut Resolved) -> Value {
    const FIRST: u64 = 1_400_000_000_000_000_000;
    const PICKED: u64 = 1_000_000;
    let name = file_name(text);
    let (id, file) = match typist.world.file_named(&name) {
        Some(file) => {
            let (id, url) =
                ((FIRST + PICKED + file.id).to_string(), typist.world.file_url(file.id));
            let picked = json!({
                "id": id, "filename": name, "size": file.bytes.len(), "url": url, "proxy_url": url,
                "content_type": file.content_type, "ephemeral": true,
            });
            (id, picked)
        }
        None => {
            let id = (FIRST + typist.person.discord_id % PICKED).to_string();
            let url = format!("https://cdn.discordapp.com/ephemeral-attachments/1/{id}/{name}");
            let unpicked = json!({
                "id": id, "filename": name, "size": 1024, "url": url, "proxy_url": url,
                "content_type": "image/png", "width": 64, "height": 64, "ephemeral": true,
            });
            (id, unpicked)
        }
    };
    resolved.add_attachment(&id, file);
    json!(id)
}

fn is_choice(choice: &Value, text: &str, locale: &str) -> bool {
    let local = choice["name_localizations"][locale].as_str();
    let value = match &choice["value"] {
        Value::String(value) => value.clone(),
        value => value.to_string(),
    };
    choice["name"] == text || local == Some(text) || value == text
}

fn string(spec: &Value, text: &str) -> Result<Value, String> {
    let length = text.chars().count() as u64;
    let min = spec["min_length"].as_u64().unwrap_or_default();
    let max = spec["max_length"].as_u64().unwrap_or(TEXT_MAX);
    // A required text cannot be left empty even where no least length is set.
    if length < min || length == 0 {
        return Err(format!("must be {} or more characters long", min.max(1)));
    }
    if length > max {
        return Err(format!("must be {max} or fewer characters long"));
    }
    Ok(json!(text))
}

fn integer(spec: &Value, text: &str) -> Result<Value, String> {
    let number: i64 = text.trim().parse().map_err(|_| "enter a whole number".to_owned())?;
    if number.abs() > INTEGER_MAX {
        return Err("this number is too large".to_owned());
    }
    check_range(spec, number as f64)?;
    Ok(json!(number))
}

fn number(spec: &Value, text: &str) -> Result<Value, String> {
    let number: f64 = text.trim().parse().map_err(|_| "enter a number".to_owned())?;
    if !number.is_finite() {
        return Err("enter a number".to_owned());
    }
    check_range(spec, number)?;
    Ok(json!(number))
}

fn check_range(spec: &Value, number: f64) -> Result<(), String> {
    let (min, max) = (&spec["min_value"], &spec["max_value"]);
    if min.as_f64().is_some_and(|min| number < min) {
        return Err(format!("must be {min} or more"));
    }
    if max.as_f64().is_some_and(|max| number > max) {
        return Err(format!("must be {max} or less"));
    }
    Ok(())
}

/// The digits of `<@1>`, `<#1>`, `<@&1>` or of a bare id.
fn digits(text: &str) -> &str {
    text.trim_matches(|letter: char| matches!(letter, '<' | '>' | '@' | '#' | '!' | '&'))
}

fn user(typist: &Typist<'_>, text: &str, resolved: &mut Resolved) -> Option<Value> {
    let named = digits(text.trim());
    if named == APP.to_string() || named == "Streaks" {
        resolved.add_bot(typist.world, typist.in_guild());
        return Some(json!(APP.to_string()));
    }
    let lower = named.to_lowercase();
    let person = typist.world.people.iter().find(|person| {
        person.id == lower
            || person.name.to_lowercase() == lower
            || person.discord_id.to_string() == named
    })?;
    resolved.add_person(typist.world, person, typist.in_guild());
    Some(json!(person.discord_id.to_string()))
}

fn channel(
    typist: &Typist<'_>,
    spec: &Value,
    text: &str,
    resolved: &mut Resolved,
) -> Option<Value> {
    let named = digits(text.trim());
    let channels = payload::channels();
    let fits = |channel: &&Value| {
        let types = spec["channel_types"].as_array().filter(|types| !types.is_empty());
        let allowed = types.is_none_or(|types| types.contains(&channel["type"]));
        allowed && (channel["id"] == named || channel["name"] == named)
    };
    let channel = channels.as_array()?.iter().find(fits)?;
    let id = channel["id"].as_str()?;
    resolved.add_channel(id, channel.clone(), payload::permissions(typist.person));
    Some(json!(id))
}

fn role(text: &str, resolved: &mut Resolved) -> Option<Value> {
    let named = digits(text.trim());
    let roles = payload::roles();
    let fits = |role: &&Value| {
        let name = role["name"].as_str().unwrap_or_default();
        role["id"] == named || name.trim_start_matches('@').eq_ignore_ascii_case(named)
    };
    let role = roles.as_array()?.iter().find(fits)?;
    let id = role["id"].as_str()?;
    resolved.add_role(id, role.clone());
    Some(json!(id))
}
