//! Registering commands.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use std::collections::HashSet;

use crate::discord::ids::{APP, GUILD};
use crate::discord::objects::component;
use crate::discord::refused::Refused;
use crate::http::answer::Answer;
use crate::http::asked::Asked;
use crate::state::world::World;

const COMMANDS_MAX: usize = 100;
const OPTIONS_MAX: usize = 25;
const CHOICES_MAX: usize = 25;
/// The most characters of names, descriptions and values in one command.
const COMMAND_MAX: usize = 8_000;

/// Replaces all commands: global ones, or those of the guild.
pub fn replace(
    world: &mut World,
    now: DateTime<Utc>,
    asked: &Asked,
    in_guild: bool,
) -> Result<Answer, Refused> {
    let wanted = asked.body.as_ref().and_then(Value::as_array);
    let wanted = wanted.ok_or_else(|| component::required("commands"))?;
    if wanted.len() > COMMANDS_MAX {
        let words = "Maximum number of application commands reached (100).";
        return Err(Refused::new(400, 30_032, words));
    }
    let mut names = HashSet::new();
    let mut registered = Vec::new();
    for (place, command) in wanted.iter().enumerate() {
        check(&place.to_string(), command)?;
        if !names.insert((command["name"].as_str(), command["type"].as_u64().unwrap_or(1))) {
            let words = "Application command names must be unique";
            let field = format!("{place}.name");
            return Err(Refused::form(&field, "APPLICATION_COMMANDS_DUPLICATE_NAME", words));
        }
        registered.push(echo(world, now, command, in_guild));
    }
    if in_guild {
        world.discord.guild_commands = registered.clone();
    } else {
        world.discord.commands = registered.clone();
    }
    Ok(Answer::ok(Value::Array(registered)))
}

/// Adds one command, or replaces the one of its name.
pub fn add(
    world: &mut World,
    now: DateTime<Utc>,
    asked: &Asked,
    in_guild: bool,
) -> Result<Answer, Refused> {
    let command = asked.body.as_ref().unwrap_or(&Value::Null);
    check("", command)?;
    let registered = echo(world, now, command, in_guild);
    let server = &mut world.discord;
    let commands = if in_guild { &mut server.guild_commands } else { &mut server.commands };
    let before = commands.len();
    commands.retain(|other| other["name"] != registered["name"]);
    let status = if commands.len() < before { 200 } else { 201 };
    if commands.len() == COMMANDS_MAX {
        let words = "Maximum number of application commands reached (100).";
        return Err(Refused::new(400, 30_032, words));
    }
    commands.push(registered.clone());
    Ok(Answer::json(status, registered))
}

fn echo(world: &mut World, now: DateTime<Utc>, command: &Value, in_guild: bool) -> Value {
    let mut echo = without_nulls(command);
    let id = world.discord.snowflake(now).to_string();
    let defaults = json!({
        "type": 1, "description": "", "default_member_permissions": null, "nsfw": false,
        "name_localizations": null, "description_localizations": null, "integration_types": [0, 1],
        "dm_permission": true, "default_permission": true, "contexts": null,
    });
    for (field, value) in defaults.as_object().into_iter().flatten() {
        if echo.get(field).is_none() {
            echo[field] = value.clone();
        }
    }
    if let Some(bits) = echo["default_member_permissions"].as_u64() {
        echo["default_member_permissions"] = json!(bits.to_string());
    }
    echo["version"] = json!(world.discord.snowflake(now).to_string());
    echo["id"] = json!(id);
    echo["application_id"] = json!(APP.to_string());
    if in_guild {
        echo["guild_id"] = json!(GUILD.to_string());
    }
    echo
}

/// Discord leaves out of options what was sent as null.
fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut kept = Map::new();
            for (name, value) in fields {
                if !value.is_null() {
                    kept.insert(name.clone(), without_nulls(value));
                }
            }
            Value::Object(kept)
        }
        Value::Array(items) => Value::Array(items.iter().map(without_nulls).collect()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.clone(),
    }
}

fn under(at: &str, field: &str) -> String {
    if at.is_empty() { field.to_owned() } else { format!("{at}.{field}") }
}

fn check(at: &str, command: &Value) -> Result<(), Refused> {
    let slash = command["type"].as_u64().unwrap_or(1) == 1;
    if slash {
        check_name(&under(at, "name"), &command["name"])?;
        component::check_text(&under(at, "description"), &command["description"], 1, 100)?;
        check_localizations(at, command)?;
        check_options(at, &command["options"])?;
    } else {
        component::check_text(&under(at, "name"), &command["name"], 1, 32)?;
    }
    if size(command) > COMMAND_MAX {
        let words = format!("Command exceeds maximum size ({COMMAND_MAX})");
        return Err(Refused::form(&under(at, "name"), "APPLICATION_COMMAND_TOO_LARGE", &words));
    }
    Ok(())
}

/// `^[-_'\p{L}\p{N}]{1,32}$`, and lower case where the script has it.
fn check_name(at: &str, name: &Value) -> Result<(), Refused> {
    component::check_text(at, name, 1, 32)?;
    let name = name.as_str().unwrap_or_default();
    // Marks count as letters in Devanagari and Thai names.
    let fits = |letter: char| {
        letter.is_alphanumeric() || matches!(letter, '-' | '_' | '\'') || is_mark(letter)
    };
    if name.chars().all(fits) && name.to_lowercase() == name {
        return Ok(());
    }
    let words = "Command name is invalid";
    Err(Refused::form(at, "APPLICATION_COMMAND_INVALID_NAME", words))
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{0900}'..='\u{097F}' | '\u{0E00}'..='\u{0E7F}')
}

fn check_localizations(at: &str, named: &Value) -> Result<(), Refused> {
    for (locale, name) in named["name_localizations"].as_object().into_iter().flatten() {
        check_name(&under(at, &format!("name_localizations.{locale}")), name)?;
    }
    let described = &named["description_localizations"];
    for (locale, words) in described.as_object().into_iter().flatten() {
        let field = under(at, &format!("description_localizations.{locale}"));
        component::check_text(&field, words, 1, 100)?;
    }
    Ok(())
}

fn check_options(at: &str, options: &Value) -> Result<(), Refused> {
    let options = options.as_array().map(Vec::as_slice).unwrap_or_default();
    let field = under(at, "options");
    if options.len() > OPTIONS_MAX {
        let words = format!("Must be {OPTIONS_MAX} or fewer in length.");
        return Err(Refused::form(&field, "BASE_TYPE_MAX_LENGTH", &words));
    }
    let mut names = HashSet::new();
    let mut optional_before = false;
    for (place, option) in options.iter().enumerate() {
        let at = format!("{field}.{place}");
        check_name(&format!("{at}.name"), &option["name"])?;
        component::check_text(&format!("{at}.description"), &option["description"], 1, 100)?;
        check_localizations(&at, option)?;
        if !names.insert(option["name"].as_str()) {
            let words = "Option names must be unique within a command";
            let field = format!("{at}.name");
            return Err(Refused::form(&field, "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE", words));
        }
        match option["type"].as_u64() {
            Some(1 | 2) => check_options(&at, &option["options"])?,
            Some(3..=11) => {
                let required = option["required"] == true;
                if required && optional_before {
                    let words = "Required options must be placed before non-required options";
                    let code = "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID";
                    return Err(Refused::form(&at, code, words));
                }
                optional_before |= !required;
                check_choices(&at, option)?;
            }
            Some(_) | None => return Err(component::required(&format!("{at}.type"))),
        }
    }
    Ok(())
}

fn check_choices(at: &str, option: &Value) -> Result<(), Refused> {
    let choices = option["choices"].as_array().map(Vec::as_slice).unwrap_or_default();
    if choices.len() > CHOICES_MAX {
        let words = format!("Must be {CHOICES_MAX} or fewer in length.");
        return Err(Refused::form(&format!("{at}.choices"), "BASE_TYPE_MAX_LENGTH", &words));
    }
    if !choices.is_empty() && option["autocomplete"] == true {
        let words = "Autocomplete and choices exclude each other";
        let code = "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_WITH_CHOICES";
        return Err(Refused::form(at, code, words));
    }
    for (place, choice) in choices.iter().enumerate() {
        let field = format!("{at}.choices.{place}");
        component::check_text(&format!("{field}.name"), &choice["name"], 1, 100)?;
        if choice["value"].is_string() {
            component::check_text(&format!("{field}.value"), &choice["value"], 1, 100)?;
        }
    }
    Ok(())
}

/// The characters that count towards the size of a command; of translations, the longest counts.
fn size(named: &Value) -> usize {
    let length = |value: &Value| value.as_str().map_or(0, |text| text.chars().count());
    let longest = |text: &Value, others: &Value| {
        let others = others.as_object().into_iter().flat_map(Map::values);
        others.map(length).fold(length(text), usize::max)
    };
    let mut size = longest(&named["name"], &named["name_localizations"]);
    size += longest(&named["description"], &named["description_localizations"]);
    for choice in named["choices"].as_array().into_iter().flatten() {
        size += length(&choice["name"]) + length(&choice["value"]);
    }
    for option in named["options"].as_array().into_iter().flatten() {
        size += self::size(option);
    }
    size
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command(name: &str, options: Value) -> Value {
        json!({"name": name, "description": "d", "options": options})
    }

    fn option(name: &str, required: bool) -> Value {
        json!({"name": name, "description": "d", "type": 3, "required": required})
    }

    #[test]
    fn a_name_is_lower_case_and_at_most_32_long() {
        assert!(check("0", &command("check-in", json!([]))).is_ok());
        assert!(check("0", &command("चेक", json!([]))).is_ok());
        assert!(check("0", &command("Checkin", json!([]))).is_err());
        assert!(check("0", &command("check in", json!([]))).is_err());
        assert!(check("0", &command(&"x".repeat(33), json!([]))).is_err());
    }

    #[test]
    fn required_options_come_first() {
        let wrong = json!([option("a", false), option("b", true)]);
        assert!(check("0", &command("c", wrong)).is_err());
        let right = json!([option("a", true), option("b", false)]);
        assert!(check("0", &command("c", right)).is_ok());
    }

    #[test]
    fn choices_and_autocomplete_exclude_each_other() {
        let mut both = option("a", true);
        both["choices"] = json!([{"name": "n", "value": "v"}]);
        both["autocomplete"] = json!(true);
        assert!(check("0", &command("c", json!([both]))).is_err());
    }

    #[test]
    fn a_command_holds_at_most_8000_characters() {
        let mut options = Vec::new();
        for number in 0..25 {
            let mut option = option(&format!("o{number}"), true);
            let choice = json!({"name": "n".repeat(100), "value": "v".repeat(100)});
            option["choices"] = json!([choice, choice]);
            options.push(option);
        }
        assert!(check("0", &command("c", json!(options))).is_err());
    }
}
