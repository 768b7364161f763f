//! `people`: who there is, and newcomers.

use axum::{body::Bytes, extract::State};
use chrono_tz::Tz;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Told, Wrong, read};
use crate::{
    Sandbox,
    answer::Answer,
    person::{PEOPLE_MAX, Person, slug},
};

const NAME_MAX: usize = 32;
/// The Telegram ids of newcomers begin here.
const TELEGRAM_FIRST: i64 = 5_100_000_000;

#[derive(Deserialize)]
struct Newcomer {
    name: String,
    #[serde(default = "english")]
    locale: String,
    #[serde(default = "utc")]
    zone: String,
}

fn english() -> String {
    "en-US".to_owned()
}

fn utc() -> String {
    "UTC".to_owned()
}

/// `GET people`.
pub async fn list(State(sandbox): State<Sandbox>) -> Answer {
    let world = sandbox.world();
    Answer::ok(Value::Array(world.people.iter().map(Person::shown).collect()))
}

/// `POST people`.
pub async fn add(State(sandbox): State<Sandbox>, body: Bytes) -> Told {
    let newcomer: Newcomer = read(&body)?;
    let name = newcomer.name.trim();
    if name.is_empty() || name.chars().count() > NAME_MAX || name.chars().any(char::is_control) {
        return Err(Wrong::input(format!("name has 1 to {NAME_MAX} letters")));
    }
    let locale = newcomer.locale.trim();
    let fits = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    if !(2..=20).contains(&locale.len()) || !locale.chars().all(fits) {
        return Err(Wrong::input("locale is a language tag such as en-GB"));
    }
    let zone: Tz = newcomer.zone.parse().map_err(|_| Wrong::input("zone is not known"))?;
    let now = sandbox.now();
    let mut world = sandbox.world();
    if world.people.len() >= PEOPLE_MAX {
        return Err(Wrong::input(format!("there are {PEOPLE_MAX} people already")));
    }
    let id = slug(name, &world.people);
    let discord_id = world.discord.snowflake(now);
    let dm_channel = world.discord.snowflake(now);
    let last = world.people.iter().map(|person| person.telegram_id).max().unwrap_or_default();
    world.people.push(Person {
        id: id.clone(),
        name: name.to_owned(),
        locale: locale.to_owned(),
        zone: zone.name().to_owned(),
        discord_id,
        dm_channel,
        telegram_id: (last + 1).max(TELEGRAM_FIRST),
        owner: false,
        native: false,
        started: false,
        joined_at: now,
    });
    Ok(Answer::ok(json!({"id": id})))
}
