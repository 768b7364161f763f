//! `people`: who there is, and newcomers; and the bot as one.

use axum::body::Bytes;
use axum::extract::State;
use chrono_tz::Tz;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::control::input::{Told, Wrong, person_named, platform_named, read};
use crate::discord::ids::GUILD;
use crate::discord::objects::payload;
use crate::http::answer::Answer;
use crate::state::message::Platform;
use crate::state::people::{PEOPLE_MAX, Person, slug};
use crate::state::sandbox::Sandbox;
use crate::state::watch::About;
use crate::telegram::api::chat;
use crate::telegram::ids;

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

#[derive(Deserialize)]
struct Bringing {
    platform: String,
    person: String,
}

/// `POST bring`: a person brings the bot into the guild or the group, as if it had not been there.
pub async fn bring(State(sandbox): State<Sandbox>, body: Bytes) -> Told {
    let bringing: Bringing = read(&body)?;
    let now = sandbox.now();
    let watch = {
        let mut world = sandbox.world();
        let person = person_named(&world, &bringing.person)?;
        let platform = platform_named(&bringing.platform)?;
        let watch = world.watch(None, None, About::Nothing);
        match platform {
            Platform::Discord => {
                world.discord.joined_at = Some(now);
                world.discord.is_out = false;
                let guild = payload::guild_created(&world);
                world.discord.sessions.dispatch("GUILD_CREATE", &guild);
            }
            Platform::Telegram => {
                world.telegram.is_out = false;
                let brought = chat::brought(&world, &person, now.timestamp());
                world.telegram.updates.add("my_chat_member", &brought, now);
                let number = world.telegram.next_message(ids::GROUP);
                let arrival = chat::arrival(&person, (number, now.timestamp()));
                world.telegram.updates.add("message", &arrival, now);
            }
        }
        watch
    };
    let waiting = sandbox.waiting(watch);
    sandbox.stir();
    Ok(Answer::ok(sandbox.outcome(waiting).await))
}

#[derive(Deserialize)]
struct PuttingOut {
    platform: String,
    person: String,
    /// Only of Discord: the guild is not there for the moment, and nobody has put the bot out.
    #[serde(default)]
    unavailable: bool,
}

/// `POST put-out`: a person puts the bot out of the guild or the group.
pub async fn put_out(State(sandbox): State<Sandbox>, body: Bytes) -> Told {
    let putting: PuttingOut = read(&body)?;
    let now = sandbox.now();
    let watch = {
        let mut world = sandbox.world();
        let person = person_named(&world, &putting.person)?;
        let platform = platform_named(&putting.platform)?;
        let watch = world.watch(None, None, About::Nothing);
        match platform {
            Platform::Discord => {
                world.discord.is_out = !putting.unavailable;
                let mut guild = json!({"id": GUILD.to_string()});
                if putting.unavailable {
                    guild["unavailable"] = json!(true);
                }
                world.discord.sessions.dispatch("GUILD_DELETE", &guild);
            }
            Platform::Telegram => {
                world.telegram.is_out = true;
                let out = chat::put_out(&person, now.timestamp());
                world.telegram.updates.add("my_chat_member", &out, now);
            }
        }
        watch
    };
    let waiting = sandbox.waiting(watch);
    sandbox.stir();
    Ok(Answer::ok(sandbox.outcome(waiting).await))
}

#[derive(Deserialize)]
struct Blocking {
    person: String,
    blocked: bool,
}

/// `POST block`: a person blocks the bot on Telegram, or lets it in again.
pub async fn block(State(sandbox): State<Sandbox>, body: Bytes) -> Told {
    let blocking: Blocking = read(&body)?;
    let now = sandbox.now();
    let watch = {
        let mut world = sandbox.world();
        let person = person_named(&world, &blocking.person)?;
        let watch = world.watch(None, None, About::Nothing);
        if blocking.blocked {
            world.telegram.blocked_by.insert(person.id.clone());
        } else {
            world.telegram.blocked_by.remove(&person.id);
        }
        let told = chat::blocked(&person, blocking.blocked, now.timestamp());
        world.telegram.updates.add("my_chat_member", &told, now);
        watch
    };
    let waiting = sandbox.waiting(watch);
    sandbox.stir();
    Ok(Answer::ok(sandbox.outcome(waiting).await))
}
