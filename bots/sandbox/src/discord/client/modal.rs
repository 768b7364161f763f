//! Forms: opened by a bot, filled in and sent by a person.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use std::collections::HashSet;

use crate::discord::client::interact::{Act, Content};
use crate::discord::interaction::{Interaction, Kind};
use crate::discord::objects::component;
use crate::discord::refused::Refused;
use crate::discord::server::Modal;
use crate::state::message::{Place, rfc3339};
use crate::state::transcript::Cause;
use crate::state::world::World;

const FIELDS_MAX: usize = 5;
const INPUT_MAX: usize = 4_000;

/// A text input, wherever in the form it stands.
struct Input<'a> {
    label: &'a str,
    input: &'a Value,
}

/// Opens the form that a bot answered with.
pub fn open(
    world: &mut World,
    now: DateTime<Utc>,
    interaction: &Interaction,
    data: &Value,
) -> Result<(), Refused> {
    check(data)?;
    let modal = Modal {
        id: format!("dc:modal:{}", interaction.id),
        person: interaction.person.clone(),
        place: interaction.place.clone(),
        channel: interaction.channel,
        custom_id: data["custom_id"].as_str().unwrap_or_default().to_owned(),
        components: data["components"].clone(),
        source: interaction.source.clone(),
    };
    let shown = modal.shown(data["title"].as_str().unwrap_or_default(), now);
    let cause = Cause::Interaction(interaction.token.clone());
    world.story.opened(&interaction.person, interaction.place.clone(), cause, shown);
    world.discord.open(modal);
    Ok(())
}

fn check(data: &Value) -> Result<(), Refused> {
    component::check_text("data.custom_id", &data["custom_id"], 1, 100)?;
    component::check_text("data.title", &data["title"], 1, 45)?;
    let rows = data["components"].as_array().map_or(0, Vec::len);
    if rows == 0 || rows > FIELDS_MAX {
        return Err(Refused::length("data.components", 1, FIELDS_MAX));
    }
    let inputs = inputs(&data["components"]);
    if inputs.len() != rows {
        let words = "Each row holds one text input.";
        return Err(Refused::form("data.components", "BASE_TYPE_CHOICES", words));
    }
    let mut taken = HashSet::new();
    for (place, Input { label, input }) in inputs.iter().enumerate() {
        let at = format!("data.components.{place}.components.0");
        component::check_text(&format!("{at}.custom_id"), &input["custom_id"], 1, 100)?;
        component::check_text(&format!("{at}.label"), &json!(label), 1, 45)?;
        component::check_text(&format!("{at}.placeholder"), &input["placeholder"], 0, 100)?;
        component::check_text(&format!("{at}.value"), &input["value"], 0, INPUT_MAX)?;
        if !matches!(input["style"].as_u64(), Some(1 | 2)) {
            let words = "Value must be one of {1, 2}.";
            return Err(Refused::form(&format!("{at}.style"), "BASE_TYPE_CHOICES", words));
        }
        if !taken.insert(input["custom_id"].as_str()) {
            let field = format!("{at}.custom_id");
            let words = "Component custom id cannot be duplicated";
            return Err(Refused::form(&field, "COMPONENT_CUSTOM_ID_DUPLICATED", words));
        }
    }
    Ok(())
}

/// The text inputs of a form, in rows (type 1) or under labels (type 18).
fn inputs(components: &Value) -> Vec<Input<'_>> {
    let mut inputs = Vec::new();
    for row in components.as_array().into_iter().flatten() {
        if row["type"] == 18 && row["component"]["type"] == 4 {
            let label = row["label"].as_str().unwrap_or_default();
            inputs.push(Input { label, input: &row["component"] });
        }
        let input = row["components"].as_array().and_then(|row| row.first());
        if let Some(input) = input.filter(|input| input["type"] == 4) {
            inputs.push(Input { label: input["label"].as_str().unwrap_or_default(), input });
        }
    }
    inputs
}

fn check_value(label: &str, value: &str, input: &Value) -> Result<(), (&'static str, String)> {
    let length = value.chars().count() as u64;
    let required = input["required"] != false;
    if length == 0 {
        if required {
            return Err(("required", format!("{label}: this field is required")));
        }
        return Ok(());
    }
    let min = input["min_length"].as_u64().unwrap_or_default();
    let max = input["max_length"].as_u64().unwrap_or(INPUT_MAX as u64);
    if length < min {
        return Err(("too_short", format!("{label}: must be {min} or more characters long")));
    }
    if length > max {
        return Err(("too_long", format!("{label}: must be {max} or fewer characters long")));
    }
    Ok(())
}

/// The act of sending a form.
pub fn act(world: &World, modal: &Modal, now: DateTime<Utc>) -> Option<Act> {
    let person = world.person(&modal.person)?.clone();
    Some(Act { person, place: modal.place.clone(), channel: Some(modal.channel), now })
}

impl Modal {
    pub(crate) fn shown(&self, title: &str, now: DateTime<Utc>) -> Value {
        let mut fields = Vec::new();
        for Input { label, input } in inputs(&self.components) {
            fields.push(json!({
                "id": input["custom_id"], "label": label, "long": input["style"] == 2,
                "placeholder": input["placeholder"], "value": input["value"],
                "required": input["required"] != false,
                "min_length": input["min_length"], "max_length": input["max_length"],
            }));
        }
        let mut shown = json!({
            "id": self.id, "platform": "discord", "place": self.place.name(), "author": "Streaks",
            "text": "", "markup": "", "embeds": [], "buttons": [], "selects": [],
            "only_for": self.person, "edited": false, "deleted": false, "loading": false,
            "at": rfc3339(now), "files": [],
            "modal": {"id": self.id, "title": title, "fields": fields},
        });
        if let Place::Private(person) = &self.place {
            shown["person"] = json!(person);
        }
        shown
    }

    /// What the client sends when the form is sent; the error says what the client objects to.
    pub fn submission(
        &self,
        world: &World,
        typed: &Map<String, Value>,
    ) -> Result<Content, (&'static str, String)> {
        let mut rows = Vec::new();
        let mut used = 0;
        for Input { label, input } in inputs(&self.components) {
            let id = input["custom_id"].as_str().unwrap_or_default();
            let found = typed.get(id).or_else(|| typed.get(label));
            used += usize::from(found.is_some());
            let value = match found.or(input.get("value")) {
                Some(Value::String(text)) => text.clone(),
                None | Some(Value::Null) => String::new(),
                Some(other) => other.to_string(),
            };
            check_value(label, &value, input)?;
            let field = json!({"type": 4, "custom_id": id, "value": value});
            rows.push(json!({"type": 1, "components": [field]}));
        }
        if used < typed.len() {
            return Err(("unknown_field", "the form has no such field".to_owned()));
        }
        let source = self.source.as_ref().and_then(|key| world.messages.get(key));
        let message = source.map(|message| (message.key.clone(), message.raw.clone()));
        let data = json!({"custom_id": self.custom_id, "components": rows});
        Ok(Content { kind: Kind::Modal, data, message })
    }
}
