//! The bot's menu of commands, its name and its descriptions.

use serde_json::{Map, Value, json};
use std::collections::HashMap;

use crate::state::message::Place;
use crate::state::people::Person;
use crate::telegram::ids::GROUP;
use crate::telegram::objects::parameter;
use crate::telegram::objects::utf16::utf16;
use crate::telegram::refused::Refused;

const COMMANDS_MAX: usize = 100;
/// How many menus, and how many texts, are kept.
const MENUS_MAX: usize = 1_000;

/// Menus by scope and language; texts by kind and language.
#[derive(Default)]
pub struct Menu {
    commands: HashMap<(String, String), Value>,
    texts: HashMap<(String, String), String>,
    button: Option<Value>,
}

fn scope_of(parameters: &Map<String, Value>) -> Result<String, Refused> {
    let Some(scope) = parameters.get("scope") else {
        return Ok("default".to_owned());
    };
    let kind = scope["type"].as_str().unwrap_or_default();
    let chat = &scope["chat_id"];
    match kind {
        "default" | "all_private_chats" | "all_group_chats" | "all_chat_administrators" => {
            Ok(kind.to_owned())
        }
        "chat" | "chat_administrators" => Ok(format!("{kind} {chat}")),
        "chat_member" => Ok(format!("{kind} {chat} {}", scope["user_id"])),
        _ => Err(Refused::bad("can't parse BotCommandScope: unsupported type specified")),
    }
}

fn language_of(parameters: &Map<String, Value>) -> Result<String, Refused> {
    let language = parameter::text(parameters, "language_code");
    let fits = language.len() == 2 && language.bytes().all(|byte| byte.is_ascii_lowercase());
    if language.is_empty() || fits {
        return Ok(language.to_owned());
    }
    Err(Refused::bad("invalid language code specified"))
}

impl Menu {
    /// `setMyCommands`.
    pub fn set_commands(&mut self, parameters: &Map<String, Value>) -> Result<Value, Refused> {
        let at = (scope_of(parameters)?, language_of(parameters)?);
        let wrong = || Refused::bad("expected an Array of BotCommand");
        let commands = parameters.get("commands").and_then(Value::as_array).ok_or_else(wrong)?;
        if commands.len() > COMMANDS_MAX {
            return Err(Refused::bad("too many commands specified"));
        }
        for command in commands {
            check_command(command)?;
        }
        if self.commands.len() >= MENUS_MAX && !self.commands.contains_key(&at) {
            return Err(Refused::bad("too many command scopes"));
        }
        self.commands.insert(at, json!(commands));
        Ok(json!(true))
    }

    /// `getMyCommands`.
    pub fn commands(&self, parameters: &Map<String, Value>) -> Result<Value, Refused> {
        let at = (scope_of(parameters)?, language_of(parameters)?);
        Ok(self.commands.get(&at).cloned().unwrap_or_else(|| json!([])))
    }

    /// `deleteMyCommands`.
    pub fn delete_commands(&mut self, parameters: &Map<String, Value>) -> Result<Value, Refused> {
        let at = (scope_of(parameters)?, language_of(parameters)?);
        self.commands.remove(&at);
        Ok(json!(true))
    }

    /// `setMyName` and the two descriptions: a text of at most `max`.
    pub fn set_text(
        &mut self,
        parameters: &Map<String, Value>,
        (kind, max): (&str, i64),
    ) -> Result<Value, Refused> {
        let language = language_of(parameters)?;
        let text = parameter::text(parameters, kind);
        if utf16(text) > max {
            return Err(Refused::bad(&format!("bot {kind} is too long")));
        }
        self.texts.insert((kind.to_owned(), language), text.to_owned());
        Ok(json!(true))
    }

    /// `getMyName` and the two descriptions.
    pub fn text(&self, parameters: &Map<String, Value>, kind: &str) -> Result<Value, Refused> {
        let language = language_of(parameters)?;
        let text = self.texts.get(&(kind.to_owned(), language));
        let text = text.cloned().unwrap_or_default();
        Ok(json!({ kind: text }))
    }

    /// `setChatMenuButton`.
    pub fn set_button(&mut self, parameters: &Map<String, Value>) -> Value {
        self.button = parameters.get("menu_button").cloned();
        json!(true)
    }

    /// `getChatMenuButton`.
    pub fn button(&self) -> Value {
        self.button.clone().unwrap_or_else(|| json!({"type": "default"}))
    }

    /// Forgets the menus of single chats and people.
    pub fn forget_chats(&mut self) {
        self.commands.retain(|(scope, _), _| !scope.contains(' '));
    }

    /// The menu that this person's client shows there.
    pub fn shown(&self, person: &Person, place: &Place) -> Value {
        let scopes = match place {
            Place::Private(_) => vec![
                format!("chat {}", person.telegram_id),
                "all_private_chats".to_owned(),
                "default".to_owned(),
            ],
            Place::Group => {
                let mut scopes = vec![format!("chat_member {GROUP} {}", person.telegram_id)];
                if person.owner {
                    scopes.push(format!("chat_administrators {GROUP}"));
                }
                scopes.push(format!("chat {GROUP}"));
                if person.owner {
                    scopes.push("all_chat_administrators".to_owned());
                }
                scopes.extend(["all_group_chats".to_owned(), "default".to_owned()]);
                scopes
            }
        };
        for scope in scopes {
            for language in [person.telegram_language(), String::new()] {
                if let Some(commands) = self.commands.get(&(scope.clone(), language)) {
                    return commands.clone();
                }
            }
        }
        json!([])
    }
}

fn check_command(command: &Value) -> Result<(), Refused> {
    let name = command["command"].as_str().unwrap_or_default();
    let letters = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if !(1..=32).contains(&name.len()) || !name.bytes().all(letters) {
        return Err(Refused::bad("BOT_COMMAND_INVALID"));
    }
    let description = command["description"].as_str().unwrap_or_default();
    if !(1..=256).contains(&utf16(description)) {
        return Err(Refused::bad("BOT_COMMAND_DESCRIPTION_INVALID"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    fn set(menu: &mut Menu, parameters: Value) -> Result<Value, Refused> {
        menu.set_commands(parameters.as_object().expect("an object"))
    }

    #[test]
    fn a_name_with_a_slash_is_refused() {
        let slash = json!({"commands": [{"command": "/start", "description": "Begin"}]});
        assert!(set(&mut Menu::default(), slash).is_err());
        let plain = json!({"commands": [{"command": "start", "description": "Begin"}]});
        assert!(set(&mut Menu::default(), plain).is_ok());
    }

    #[test]
    fn the_menu_of_the_persons_language_comes_first() {
        let mut menu = Menu::default();
        let english = json!([{"command": "start", "description": "Begin"}]);
        let german = json!([{"command": "start", "description": "Los"}]);
        set(&mut menu, json!({"commands": english})).expect("fine");
        set(&mut menu, json!({"commands": german, "language_code": "de"})).expect("fine");
        let people = Person::default_people(DateTime::UNIX_EPOCH);
        assert_eq!(menu.shown(&people[0], &Place::Group)[0]["description"], "Begin");
        assert_eq!(menu.shown(&people[1], &Place::Group)[0]["description"], "Los");
    }
}
