//! Registering the commands: retried until Discord takes them, and never in the way of hearing.

use poise::serenity_prelude as serenity;
use reqwest::Method;
use serde_json::{Value, json};
use std::sync::{Arc, OnceLock};
use talk::{BackOff, COMMANDS, Kind, LANGUAGES, Words};
use tokio_util::sync::CancellationToken;

use crate::rest::{Ask, Rest};
use crate::slash;

/// What servers can give roles by: the name of a fact, and how Discord compares it (`2`: at least so many, `5`: at least so
/// many days ago).
const ROLE_FACTS: [(&str, u8); 3] = [("longest", 2), ("total", 2), ("since", 5)];

/// What registers with Discord.
pub(crate) struct Registering {
    pub(crate) http: Arc<serenity::Http>,
    pub(crate) rest: Arc<Rest>,
    pub(crate) known_as: Arc<OnceLock<u64>>,
    /// Whether people can have their streaks told to the roles of servers.
    pub(crate) links_roles: bool,
}

pub(crate) async fn keep_trying(registering: Registering, stop: CancellationToken) {
    let mut back_off = BackOff::default();
    while !stop.is_cancelled() {
        match registering.register().await {
            Ok(count) => {
                tracing::info!(count, "commands are registered on Discord");
                return;
            }
            Err(error) => {
                tracing::warn!(%error, wait_s = back_off.wait_s(), "commands are not registered yet");
                back_off.wait(&stop).await;
            }
        }
    }
}

impl Registering {
    async fn register(&self) -> anyhow::Result<usize> {
        let application = self.http.get_current_application_info().await?;
        self.http.set_application_id(application.id);
        self.known_as.get_or_init(|| application.id.get());
        let count = self.http.create_global_commands(&payload()?).await?.len();
        if self.links_roles {
            let path = format!("/applications/{}/role-connections/metadata", application.id);
            let facts = ROLE_FACTS.map(|(name, compared)| fact(name, compared));
            let offer = Ask::news(Method::PUT, path, "roles").body(json!(facts));
            self.rest.ask(offer).await.map_err(|failure| anyhow::anyhow!(failure.to_string()))?;
        }
        Ok(count)
    }
}

fn fact(name: &str, compared: u8) -> Value {
    let texts = |key: &str| {
        let known = slash::localized(key);
        let others = known.iter().map(|(tag, text)| (tag.to_string(), json!(text)));
        (Words::of("en").plain(key, &[]), others.collect::<serde_json::Map<_, _>>())
    };
    let (label, labels) = texts(&format!("role-fact-{name}"));
    let (about, abouts) = texts(&format!("role-fact-{name}-about"));
    json!({
        "type": compared, "key": name, "name": label, "name_localizations": labels,
        "description": about, "description_localizations": abouts,
    })
}

/// The commands as Discord wants to read them.
pub(crate) fn payload() -> serde_json::Result<Value> {
    let commands = slash::commands();
    let mut payload =
        serde_json::to_value(poise::builtins::create_application_commands(&commands))?;
    for slash in payload.as_array_mut().into_iter().flatten() {
        let name = slash["name"].as_str().unwrap_or_default().to_owned();
        // Discord's specification wants a number where serenity writes a text.
        let rights =
            slash["default_member_permissions"].as_str().and_then(|bits| bits.parse().ok());
        if let Some(rights) = rights.map(|bits: u64| json!(bits)) {
            slash["default_member_permissions"] = rights;
        }
        complete(&name, slash);
    }
    Ok(payload)
}

/// Adds to each option what poise has no place for: choices with values, and lengths.
fn complete(path: &str, slash: &mut Value) {
    let command = COMMANDS.iter().find(|command| command.path == path);
    for option in slash["options"].as_array_mut().into_iter().flatten() {
        let name = option["name"].as_str().unwrap_or_default().to_owned();
        match command.and_then(|command| command.params.iter().find(|param| param.name == name)) {
            Some(param) => set_kind(param, option),
            None => complete(&format!("{path} {name}"), option),
        }
    }
}

fn set_kind(param: &talk::Param, option: &mut Value) {
    match param.kind {
        Kind::Text { length_max } => option["max_length"] = json!(length_max),
        Kind::OneOf(values) => {
            option["choices"] = values.iter().map(|value| choice(value)).collect()
        }
        Kind::Event(_) | Kind::Zone | Kind::Task | Kind::Command => {
            option["max_length"] = json!(100)
        }
        Kind::Day | Kind::Spoken(_) => option["max_length"] = json!(talk::Says::LENGTH_MAX),
        Kind::Person | Kind::File | Kind::Role => {}
    }
}

fn choice(value: &str) -> Value {
    let key = format!("choice-{value}");
    let localized: serde_json::Map<String, Value> = LANGUAGES
        .iter()
        .flat_map(|(language, _)| {
            slash::locales(language).iter().map(|locale| (*locale, *language))
        })
        .map(|(locale, language)| (locale.to_owned(), json!(Words::of(language).plain(&key, &[]))))
        .collect();
    json!({"name": Words::of("en").plain(&key, &[]), "name_localizations": localized, "value": value})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_of_the_table_is_registered_within_discords_limits() {
        let payload = payload().unwrap();
        let commands = payload.as_array().unwrap();
        let is_slash = |command: &&Value| command["type"].as_u64().unwrap_or(1) == 1;
        let count: usize =
            commands.iter().filter(is_slash).map(|command| paths(command).len()).sum();
        assert_eq!(count, COMMANDS.len());
        let menus = commands.iter().filter(|command| command["type"] == 2).count();
        assert_eq!(menus, COMMANDS.iter().filter(|command| command.menu.is_some()).count());
        for command in commands.iter().filter(is_slash) {
            let length = characters(command);
            assert!(length <= 8000, "{} has {length} characters", command["name"]);
        }
    }

    fn paths(command: &Value) -> Vec<String> {
        let name = command["name"].as_str().unwrap();
        let is_group = |option: &&Value| option["type"] == 1;
        let members: Vec<String> = command["options"]
            .as_array()
            .unwrap()
            .iter()
            .filter(is_group)
            .map(|option| format!("{name} {}", option["name"].as_str().unwrap()))
            .collect();
        if members.is_empty() { vec![name.to_owned()] } else { members }
    }

    /// Names, descriptions and values, each with its longest translation.
    fn characters(value: &Value) -> usize {
        let text = |key: &str| value[key].as_str().map_or(0, |text| text.chars().count());
        let inner =
            ["options", "choices"].iter().filter_map(|key| value[*key].as_array()).flatten();
        text("name")
            + 2 * text("description")
            + text("value")
            + inner.map(characters).sum::<usize>()
    }

    #[test]
    fn a_choice_has_a_value_and_a_label() {
        let payload = payload().unwrap();
        let create =
            &payload.as_array().unwrap().iter().find(|command| command["name"] == "event").unwrap()
                ["options"][0];
        let visibility = create["options"]
            .as_array()
            .unwrap()
            .iter()
            .find(|option| option["name"] == "visibility")
            .unwrap();
        assert_eq!(visibility["choices"][2]["value"], "invite");
        assert_eq!(visibility["choices"][2]["name_localizations"]["de"], "nur mit Einladung");
    }
}
