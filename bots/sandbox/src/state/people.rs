//! The people whom a newcomer plays.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

/// The most people one world holds.
pub const PEOPLE_MAX: usize = 1_000;

/// The languages of Discord's client, as its specification lists them.
const DISCORD_LOCALES: [&str; 34] = [
    "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he",
    "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE",
    "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
];

/// Somebody with one account on each platform.
#[derive(Clone)]
pub struct Person {
    pub id: String,
    pub name: String,
    pub locale: String,
    pub zone: String,
    pub discord_id: u64,
    pub dm_channel: u64,
    pub telegram_id: i64,
    /// Owns the guild and the group.
    pub owner: bool,
    /// Was there from the start, so stays when the world is reset.
    pub native: bool,
    /// Has written to the Telegram bot in private, which lets it write back.
    pub started: bool,
    pub joined_at: DateTime<Utc>,
}

impl Person {
    /// Ada, Ken and Grace; their ids are fixed, so that a database outlives a restart of the sandbox.
    pub fn default_people(now: DateTime<Utc>) -> Vec<Person> {
        let rows = [
            ("ada", "Ada", "en-GB", "Europe/London"),
            ("ken", "Ken", "de", "Europe/Berlin"),
            ("grace", "Grace", "en-US", "America/New_York"),
        ];
        let mut people = Vec::new();
        for (offset, (id, name, locale, zone)) in (1_u64..).zip(rows) {
            people.push(Person {
                id: id.to_owned(),
                name: name.to_owned(),
                locale: locale.to_owned(),
                zone: zone.to_owned(),
                discord_id: 1_180_000_000_000_001_000 + offset,
                dm_channel: 1_180_000_000_000_002_000 + offset,
                telegram_id: 5_000_000_000 + i64::try_from(offset).unwrap_or_default(),
                owner: id == "ada",
                native: true,
                started: false,
                joined_at: now,
            });
        }
        people
    }

    /// What the control API says of a person.
    pub fn shown(&self) -> Value {
        json!({
            "id": self.id, "name": self.name, "locale": self.locale, "zone": self.zone,
            "discord_id": self.discord_id.to_string(), "telegram_id": self.telegram_id,
        })
    }

    /// The language that this person's Discord client reports.
    pub fn discord_locale(&self) -> &'static str {
        discord_locale(&self.locale)
    }

    /// The two letters that this person's Telegram client reports.
    pub fn telegram_language(&self) -> String {
        language(&self.locale)
    }
}

fn language(locale: &str) -> String {
    let first = locale.split(['-', '_']).next().unwrap_or_default();
    first.to_ascii_lowercase()
}

fn discord_locale(locale: &str) -> &'static str {
    let exact = DISCORD_LOCALES.iter().find(|known| known.eq_ignore_ascii_case(locale));
    if let Some(known) = exact {
        return known;
    }
    let language = language(locale);
    match language.as_str() {
        "en" => "en-US",
        "es" => "es-ES",
        "zh" => "zh-CN",
        language => {
            let same = |known: &&&str| known.split('-').next() == Some(language);
            DISCORD_LOCALES.iter().find(same).copied().unwrap_or("en-US")
        }
    }
}

/// A person's id made from the name: lower-case letters and digits, unlike any of `taken`.
pub fn slug(name: &str, taken: &[Person]) -> String {
    let mut slug = String::new();
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    let slug = if slug.is_empty() { "person" } else { slug };
    let free = |wanted: &str| taken.iter().all(|person| person.id != wanted);
    if free(slug) {
        return slug.to_owned();
    }
    let mut number = 2_usize;
    loop {
        let wanted = format!("{slug}-{number}");
        if free(&wanted) {
            return wanted;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_becomes_one_that_discord_knows() {
        assert_eq!(discord_locale("en-gb"), "en-GB");
        assert_eq!(discord_locale("es"), "es-ES");
        assert_eq!(discord_locale("de-AT"), "de");
        assert_eq!(discord_locale("pt"), "pt-BR");
        assert_eq!(discord_locale("tlh"), "en-US");
    }

    #[test]
    fn the_languages_of_the_page_are_those_of_discords_client() {
        for locale in ["en-US", "de", "es-ES", "ar", "hi", "ja"] {
            assert_eq!(discord_locale(locale), locale);
        }
    }

    #[test]
    fn an_id_is_a_unique_slug_of_the_name() {
        let people = Person::default_people(DateTime::UNIX_EPOCH);
        assert_eq!(slug("Ada", &people), "ada-2");
        assert_eq!(slug("Zoë Quinn", &people), "zo-quinn");
        assert_eq!(slug("山田", &people), "person");
    }
}
