//! Texts with their entities, as Telegram's server makes them of what a bot sent.

use serde_json::{Map, Value, json};

use crate::state::world::World;
use crate::telegram::api::chat;
use crate::telegram::objects::{html, markdown, parameter, utf16};
use crate::telegram::refused::Refused;

/// A text as readers see it, its entities, and how the bot marked it up.
pub struct Formatted {
    pub text: String,
    pub entities: Vec<Value>,
    pub markup: String,
}

/// Reads the text in `field` with the parse mode or the entities that came with it.
pub fn formatted(
    world: &World,
    parameters: &Map<String, Value>,
    (field, entities_field): (&str, &str),
) -> Result<Formatted, Refused> {
    let sent = parameter::text(parameters, field);
    let mode = parameter::text(parameters, "parse_mode").to_ascii_lowercase();
    let unparsable = |why: String| Refused::bad(&format!("can't parse entities: {why}"));
    let (text, entities, markup) = match mode.as_str() {
        "" => {
            let given = parameters.get(entities_field).and_then(Value::as_array);
            (sent.to_owned(), given.cloned().unwrap_or_default(), escaped(sent))
        }
        "html" => {
            let (text, entities) = html::parse(sent).map_err(unparsable)?;
            (text, entities, sent.to_owned())
        }
        "markdownv2" => {
            let text = markdown::parse(sent).map_err(unparsable)?;
            let markup = escaped(&text);
            (text, Vec::new(), markup)
        }
        "markdown" => (sent.to_owned(), Vec::new(), escaped(sent)),
        _ => return Err(Refused::bad("unsupported parse_mode")),
    };
    let (text, entities) = trimmed(&text, entities);
    let entities = entities.into_iter().filter_map(|entity| named(world, entity)).collect();
    Ok(Formatted { text, entities, markup })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Telegram cuts white space off both ends, and entities with it.
fn trimmed(text: &str, entities: Vec<Value>) -> (String, Vec<Value>) {
    let kept = text.trim();
    let cut = utf16::utf16(text) - utf16::utf16(text.trim_start());
    let end = utf16::utf16(kept);
    let mut fitted = Vec::new();
    for mut entity in entities {
        let from = (entity["offset"].as_i64().unwrap_or_default() - cut).clamp(0, end);
        let length = entity["length"].as_i64().unwrap_or_default();
        let until = (entity["offset"].as_i64().unwrap_or_default() + length - cut).clamp(0, end);
        if until > from {
            entity["offset"] = json!(from);
            entity["length"] = json!(until - from);
            fitted.push(entity);
        }
    }
    (kept.to_owned(), fitted)
}

/// A mention of somebody the bot does not know is no mention.
fn named(world: &World, mut entity: Value) -> Option<Value> {
    if entity["type"] == "text_mention" {
        let id = entity["user"]["id"].as_i64()?;
        let person = world.people.iter().find(|person| person.telegram_id == id)?;
        entity["user"] = chat::user(person);
    }
    Some(entity)
}

/// The commands in a line that a person typed.
pub fn commands(text: &str) -> Vec<Value> {
    let mut entities = Vec::new();
    let mut offset = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        let name = bare.strip_prefix('/').unwrap_or_default();
        let length = name
            .find(|letter: char| !(letter.is_ascii_alphanumeric() || matches!(letter, '_' | '@')))
            .unwrap_or(name.len());
        if length > 0 {
            let length = utf16::utf16(&name[..length]) + 1;
            entities.push(json!({"type": "bot_command", "offset": offset, "length": length}));
        }
        offset += utf16::utf16(word);
    }
    entities
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_found_at_utf16_offsets() {
        let found = commands("👍 /checkin@streaks_sandbox_bot Lesen");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0]["offset"], 3);
        assert_eq!(found[0]["length"], 28);
        assert!(commands("and/or").is_empty());
    }

    #[test]
    fn white_space_at_the_ends_is_cut_and_offsets_follow() {
        let bold = json!({"type": "bold", "offset": 2, "length": 4});
        let (text, entities) = trimmed("\n hi  ", vec![bold]);
        assert_eq!(text, "hi");
        assert_eq!(entities[0]["offset"], 0);
        assert_eq!(entities[0]["length"], 2);
    }
}
