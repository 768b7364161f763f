//! Somebody who types a command into Discord.

use serde_json::Value;

use crate::discord::ids;
use crate::discord::objects::payload;
use crate::state::message::Place;
use crate::state::people::Person;
use crate::state::world::World;

/// A code and the words with which the client objects before anything is sent.
pub type Objection = (&'static str, String);

/// Who types, and where.
pub struct Typist<'a> {
    pub world: &'a World,
    pub person: &'a Person,
    pub place: &'a Place,
}

/// Whether this is the name of a command or option, plain or in the person's language.
pub fn is_named(named: &Value, word: &str, locale: &str) -> bool {
    let word = word.to_lowercase();
    let local = named["name_localizations"][locale].as_str();
    named["name"] == word.as_str() || local == Some(word.as_str())
}

impl<'a> Typist<'a> {
    pub(crate) fn locale(&self) -> &'static str {
        self.person.discord_locale()
    }

    /// Whether the person stands in the guild.
    pub fn in_guild(&self) -> bool {
        *self.place == Place::Group
    }

    /// Discord hides commands where they may not be used.
    pub fn check_allowed(&self, command: &Value) -> Result<(), Objection> {
        let name = command["name"].as_str().unwrap_or_default();
        let context = if self.in_guild() { 0 } else { 1 };
        let allowed = match command["contexts"].as_array() {
            Some(contexts) => contexts.iter().any(|one| *one == context),
            None => self.in_guild() || command["dm_permission"] != false,
        };
        let elsewhere = !self.in_guild() && command["guild_id"].is_string();
        if !allowed || elsewhere {
            return Err(("not_allowed_here", format!("/{name} cannot be used here")));
        }
        let needed = ids::id(&command["default_member_permissions"]);
        let held = payload::permissions(self.person);
        match needed {
            Some(needed) if self.in_guild() => {
                // Zero hides a command from all but administrators.
                let held_all = held & needed == needed && (needed != 0 || self.person.owner);
                let words = format!("/{name} needs a permission that {} lacks", self.person.name);
                if held_all { Ok(()) } else { Err(("not_permitted", words)) }
            }
            Some(_) | None => Ok(()),
        }
    }
}
