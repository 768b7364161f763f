//! The commands that a person's Discord client lists.

use serde_json::{Value, json};

use crate::discord::client::typist::Typist;
use crate::state::message::Place;
use crate::state::people::Person;
use crate::state::world::World;

/// The registered commands, flattened to one entry a subcommand, in the person's language.
///
/// With a place, only those that the person may use there.
pub fn commands(world: &World, person: &Person, place: Option<&Place>) -> Value {
    let locale = person.discord_locale();
    let mut listed = Vec::new();
    for command in world.discord.all_commands() {
        let slash = command["type"].as_u64().unwrap_or(1) == 1;
        let usable = place.is_none_or(|place| {
            let typist = Typist { world, person, place };
            typist.check_allowed(command).is_ok()
        });
        if slash && usable {
            let name = localised(command, "name", locale);
            flatten(command, &name, locale, &mut listed);
        }
    }
    Value::Array(listed)
}

fn flatten(command: &Value, name: &str, locale: &str, listed: &mut Vec<Value>) {
    let options = command["options"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut steps = false;
    for option in options {
        if matches!(option["type"].as_u64(), Some(1 | 2)) {
            steps = true;
            let name = format!("{name} {}", localised(option, "name", locale));
            flatten(option, &name, locale, listed);
        }
    }
    if steps {
        return;
    }
    let options: Vec<Value> = options.iter().map(|option| shown(option, locale)).collect();
    let description = localised(command, "description", locale);
    listed.push(json!({"name": name, "description": description, "options": options}));
}

fn shown(option: &Value, locale: &str) -> Value {
    let mut choices = Vec::new();
    for choice in option["choices"].as_array().into_iter().flatten() {
        let name = localised(choice, "name", locale);
        choices.push(json!({"name": name, "value": choice["value"]}));
    }
    json!({
        "name": localised(option, "name", locale),
        "description": localised(option, "description", locale),
        "type": option["type"], "required": option["required"] == true,
        "autocomplete": option["autocomplete"] == true, "choices": choices,
    })
}

fn localised(named: &Value, field: &str, locale: &str) -> String {
    let local = named[format!("{field}_localizations")][locale].as_str();
    local.or(named[field].as_str()).unwrap_or_default().to_owned()
}
