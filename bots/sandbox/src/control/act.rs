//! `say`, `press`, `submit` and `autocomplete`: what a person does.

use axum::body::Bytes;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::time::Duration;
use tokio::time::timeout;

use crate::control::input::{
    Told, Wrong, nothing, objected, person_named, place_named, platform_named, read,
};
use crate::discord::client::interact::{self, Act, Content};
use crate::discord::client::typist::Typist;
use crate::discord::client::{line, modal, press};
use crate::discord::ids;
use crate::discord::interaction::{Kind, Response};
use crate::discord::rest::messages::{self, Spoken};
use crate::discord::server::Modal;
use crate::http::answer::Answer;
use crate::state::message::{Message, Place, Platform, rfc3339};
use crate::state::people::Person;
use crate::state::sandbox::Sandbox;
use crate::state::watch::About;
use crate::state::world::World;
use crate::telegram::client::speak::{self, Line};

/// The longest line that a client lets a person type.
const TEXT_MAX: usize = 4_000;
/// The longest caption of a photo on Telegram.
const CAPTION_MAX: usize = 1_024;
/// How long a bot in this process may take to come back to the gateway.
const BACK: Duration = Duration::from_secs(3);

#[derive(Deserialize)]
struct Said {
    platform: String,
    place: String,
    person: String,
    #[serde(default)]
    text: String,
    /// The message that the line replies to; in a group on Telegram the bot then sees it.
    #[serde(default)]
    reply_to: Option<String>,
    /// Whether a photo comes along, whose caption the text is; with a command on Discord a file is one of its options.
    #[serde(default)]
    photo: bool,
    /// Where the person is, sent instead of a text on Telegram.
    #[serde(default)]
    location: Option<Location>,
}

#[derive(Deserialize, Clone, Copy)]
struct Location {
    /// In degrees.
    latitude: f64,
    longitude: f64,
}

/// `POST say`.
pub async fn say(State(sandbox): State<Sandbox>, body: Bytes) -> Told {
    let said: Said = read(&body)?;
    let is_on_earth = |at: Location| at.latitude.abs() <= 90.0 && at.longitude.abs() <= 180.0;
    if !said.location.is_none_or(is_on_earth) {
        return Err(Wrong::input("location has a latitude and a longitude in degrees".to_owned()));
    }
    let says_nothing = said.text.trim().is_empty() && said.location.is_none() && !said.photo;
    if says_nothing || said.text.chars().count() > TEXT_MAX {
        return Err(Wrong::input(format!("text has 1 to {TEXT_MAX} letters")));
    }
    let platform = platform_named(&said.platform)?;
    let has_caption = said.photo && platform == Platform::Telegram;
    if has_caption && said.text.chars().count() > CAPTION_MAX {
        return Err(Wrong::input(format!("a caption has up to {CAPTION_MAX} letters")));
    }
    match platform {
        Platform::Discord if said.location.is_some() => {
            Err(Wrong::input("a location is sent on Telegram"))
        }
        Platform::Discord => say_on_discord(&sandbox, &said).await,
        Platform::Telegram => say_on_telegram(&sandbox, &said).await,
    }
}

async fn say_on_discord(sandbox: &Sandbox, said: &Said) -> Told {
    let now = sandbox.now();
    let (person, place) = who_and_where(&sandbox.world(), &said.person, &said.place)?;
    let text = said.text.trim();
    if !text.starts_with('/') {
        let watch = {
            let mut world = sandbox.world();
            if let Some(key) = &said.reply_to {
                visible(&world, key, &person, Platform::Discord)?;
            }
            let reply_to = said.reply_to.as_deref();
            let spoken =
                Spoken { person: &person, place: &place, text, reply_to, photo: said.photo };
            match messages::write_as_person(&mut world, now, &spoken) {
                About::Nothing => return Ok(Answer::ok(nothing())),
                about => world.watch(Some(&person.id), Some(&place), about),
            }
        };
        return settled(sandbox, watch).await;
    }
    if !bot_on_discord(sandbox).await {
        return Ok(objected("no_bot", "The application did not respond"));
    }
    let watch = {
        let mut world = sandbox.world();
        let typist = Typist { world: &world, person: &person, place: &place };
        let content = match line::command(&typist, text) {
            Ok(content) => content,
            Err((code, message)) => return Ok(objected(code, &message)),
        };
        did(&mut world, ("command", Platform::Discord, text), (&person, &place, now), None);
        let act = Act { person, place, channel: None, now };
        interact::send(&mut world, &act, content).0
    };
    settled(sandbox, watch).await
}

async fn say_on_telegram(sandbox: &Sandbox, said: &Said) -> Told {
    let now = sandbox.now();
    let watch = {
        let mut world = sandbox.world();
        let (person, place) = who_and_where(&world, &said.person, &said.place)?;
        if let Some(key) = &said.reply_to {
            visible(&world, key, &person, Platform::Telegram)?;
        }
        let (text, reply_to) = (said.text.trim(), said.reply_to.as_deref());
        let location = said.location.map(|at| (at.latitude, at.longitude));
        let (person, place, photo) = (&person, &place, said.photo);
        let line = Line { person, place, text, reply_to, photo, location };
        let about = speak::say(&mut world, now, &line);
        match watch_update(sandbox, &mut world, (person, place), about) {
            Ok(watch) => watch,
            Err(answer) => return Ok(answer),
        }
    };
    settled(sandbox, watch).await
}

/// Watches an update, if there is one and somebody who may fetch it.
fn watch_update(
    sandbox: &Sandbox,
    world: &mut World,
    (person, place): (&Person, &Place),
    about: About,
) -> Result<u64, Answer> {
    if matches!(about, About::Nothing) {
        return Err(Answer::ok(nothing()));
    }
    if sandbox.0.hooks.idle.is_none() && !world.bot_listens(Platform::Telegram) {
        return Err(objected("no_bot", "no bot fetches updates"));
    }
    Ok(world.watch(Some(&person.id), Some(place), about))
}

async fn settled(sandbox: &Sandbox, watch: u64) -> Told {
    let waiting = sandbox.waiting(watch);
    sandbox.stir();
    Ok(Answer::ok(sandbox.outcome(waiting).await))
}

fn who_and_where(world: &World, person: &str, place: &str) -> Result<(Person, Place), Wrong> {
    let person = person_named(world, person)?;
    let place = place_named(place, &person)?;
    Ok((person, place))
}

/// Whether a bot is connected, or comes back within the time that an interaction lives.
async fn bot_on_discord(sandbox: &Sandbox) -> bool {
    let listens = |world: &World| world.bot_listens(Platform::Discord);
    if sandbox.0.hooks.idle.is_some() {
        let is_up = |world: &World| listens(world) && world.discord.all_commands().next().is_some();
        // Whether it came is asked below.
        let _ = timeout(BACK, sandbox.until(is_up)).await;
    }
    listens(&sandbox.world())
}

/// Notes in the transcript what a person did that is no message.
fn did(
    world: &mut World,
    (kind, platform, text): (&str, Platform, &str),
    (person, place, now): (&Person, &Place, chrono::DateTime<chrono::Utc>),
    message: Option<&str>,
) {
    world.story.did(json!({
        "kind": kind, "at": rfc3339(now), "platform": platform.name(), "place": place.name(),
        "author": person.id, "person": person.id, "only_for": null, "text": text,
        "message": message,
    }));
}

/// The message of this key, if this person can see it there.
fn visible<'a>(
    world: &'a World,
    key: &str,
    person: &Person,
    platform: Platform,
) -> Result<&'a Message, Wrong> {
    let missing = || Wrong::new(400, "no_message", format!("there is no message {key}"));
    let message = world.messages.get(key).filter(|message| message.platform == platform);
    let message = message.filter(|message| !message.deleted).ok_or_else(missing)?;
    if message.visible_to(&person.id) {
        return Ok(message);
    }
    let words = format!("{} cannot see this message", person.name);
    Err(Wrong::new(400, "not_visible", words))
}

#[derive(Deserialize)]
struct Pressed {
    #[serde(default)]
    platform: Option<String>,
    message: String,
    button: String,
    person: String,
}

/// `POST press`.
pub async fn press(State(sandbox): State<Sandbox>, body: Bytes) -> Told {
    let pressed: Pressed = read(&body)?;
    let platform = match &pressed.platform {
        Some(name) => platform_named(name)?,
        None if pressed.message.starts_with("tg:") => Platform::Telegram,
        None => Platform::Discord,
    };
    let now = sandbox.now();
    if platform == Platform::Discord && !bot_on_discord(&sandbox).await {
        return Ok(objected("no_bot", "The application did not respond"));
    }
    let watch = {
        let mut world = sandbox.world();
        let person = person_named(&world, &pressed.person)?;
        let message = match visible(&world, &pressed.message, &person, platform) {
            Ok(message) => message.clone(),
            Err(wrong) => return Ok(objected(wrong.code, &wrong.message)),
        };
        let entry = ("press", platform, pressed.button.as_str());
        let place = message.place.clone();
        let watch = match platform {
            Platform::Discord => {
                let content = match press::pressed(&message, &pressed.button) {
                    Ok(content) => content,
                    Err((code, words)) => return Ok(objected(code, &words)),
                };
                let channel = ids::id(&message.raw["channel_id"]);
                let act = Act { person: person.clone(), place: place.clone(), channel, now };
                interact::send(&mut world, &act, content).0
            }
            Platform::Telegram => {
                let about =
                    match speak::press(&mut world, now, (&person, &message), &pressed.button) {
                        Ok(about) => about,
                        Err((code, words)) => return Ok(objected(code, &words)),
                    };
                match watch_update(&sandbox, &mut world, (&person, &place), about) {
                    Ok(watch) => watch,
                    Err(answer) => return Ok(answer),
                }
            }
        };
        did(&mut world, entry, (&person, &place, now), Some(&pressed.message));
        watch
    };
    settled(&sandbox, watch).await
}

#[derive(Deserialize)]
struct Picked {
    person: String,
    /// What is picked, and from whose menu.
    command: String,
    user: String,
}

/// `POST menu`: picks a command from the menu of another person, on Discord.
pub async fn menu(State(sandbox): State<Sandbox>, body: Bytes) -> Told {
    let picked: Picked = read(&body)?;
    let now = sandbox.now();
    if !bot_on_discord(&sandbox).await {
        return Ok(objected("no_bot", "The application did not respond"));
    }
    let watch = {
        let mut world = sandbox.world();
        let (person, place) = who_and_where(&world, &picked.person, "group")?;
        let user = person_named(&world, &picked.user)?;
        let typist = Typist { world: &world, person: &person, place: &place };
        let content = match line::user_command(&typist, &picked.command, &user) {
            Ok(content) => content,
            Err((code, message)) => return Ok(objected(code, &message)),
        };
        did(&mut world, ("menu", Platform::Discord, &picked.command), (&person, &place, now), None);
        let act = Act { person, place, channel: None, now };
        interact::send(&mut world, &act, content).0
    };
    settled(&sandbox, watch).await
}

#[derive(Deserialize)]
struct Submitted {
    #[serde(default)]
    message: Option<String>,
    #[serde(default)]
    fields: Map<String, Value>,
    person: String,
}

/// `POST submit`.
pub async fn submit(State(sandbox): State<Sandbox>, body: Bytes) -> Told {
    let submitted: Submitted = read(&body)?;
    let now = sandbox.now();
    if !bot_on_discord(&sandbox).await {
        return Ok(objected("no_bot", "The application did not respond"));
    }
    let watch = {
        let mut world = sandbox.world();
        let person = person_named(&world, &submitted.person)?;
        let mine = |modal: &Modal| modal.person == person.id;
        let named = |modal: &Modal| submitted.message.as_ref() == Some(&modal.id);
        let modals = &world.discord.modals;
        let place = modals.iter().rposition(|modal| mine(modal) && named(modal));
        let place = place.or_else(|| modals.iter().rposition(mine));
        let Some(modal) = place.and_then(|place| modals.get(place)).cloned() else {
            return Ok(objected("no_modal", "no form is open"));
        };
        let content = match modal.submission(&world, &submitted.fields) {
            Ok(content) => content,
            Err((code, words)) => return Ok(objected(code, &words)),
        };
        let Some(act) = modal::act(&world, &modal, now) else {
            return Ok(objected("no_modal", "no form is open"));
        };
        world.discord.modals.retain(|other| other.id != modal.id);
        let entry = ("submit", Platform::Discord, "");
        did(&mut world, entry, (&person, &modal.place, now), Some(&modal.id));
        interact::send(&mut world, &act, content).0
    };
    settled(&sandbox, watch).await
}

#[derive(Deserialize)]
struct Raw {
    person: String,
    kind: Kind,
    data: Value,
    /// The message that bears the component.
    #[serde(default)]
    message: Option<String>,
}

/// `POST interact`: an interaction with this data, word for word, in the server on Discord.
pub async fn interact(State(sandbox): State<Sandbox>, body: Bytes) -> Told {
    let Raw { person, kind, data, message } = read(&body)?;
    let now = sandbox.now();
    if !bot_on_discord(&sandbox).await {
        return Ok(objected("no_bot", "The application did not respond"));
    }
    let watch = {
        let mut world = sandbox.world();
        let (person, place) = who_and_where(&world, &person, "group")?;
        let message = match message {
            Some(key) => {
                let raw = visible(&world, &key, &person, Platform::Discord)?.raw.clone();
                Some((key, raw))
            }
            None => None,
        };
        let act = Act { person, place, channel: None, now };
        interact::send(&mut world, &act, Content { kind, data, message }).0
    };
    settled(&sandbox, watch).await
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    platform: Option<String>,
    #[serde(default)]
    place: Option<String>,
    command: String,
    option: String,
    #[serde(default)]
    typed: String,
    person: String,
}

/// `POST autocomplete`.
pub async fn autocomplete(State(sandbox): State<Sandbox>, body: Bytes) -> Told {
    let typed: Typed = read(&body)?;
    let none = |code: &str, words: &str| {
        let error = json!({"code": code, "message": words});
        Answer::ok(json!({"choices": [], "error": error}))
    };
    if typed.platform.as_deref().is_some_and(|platform| platform != "discord") {
        return Ok(none("no_autocomplete", "only Discord completes what is typed"));
    }
    let now = sandbox.now();
    if !bot_on_discord(&sandbox).await {
        return Ok(none("no_bot", "Loading options failed"));
    }
    let (watch, token) = {
        let mut world = sandbox.world();
        let place = typed.place.as_deref().unwrap_or("group");
        let (person, place) = who_and_where(&world, &typed.person, place)?;
        let typist = Typist { world: &world, person: &person, place: &place };
        let option = (typed.option.as_str(), typed.typed.as_str());
        let content: Content = match line::autocomplete(&typist, &typed.command, option) {
            Ok(content) => content,
            Err((code, words)) => return Ok(none(code, &words)),
        };
        let act = Act { person, place, channel: None, now };
        interact::send(&mut world, &act, content)
    };
    let waiting = sandbox.waiting(watch);
    sandbox.stir();
    // An answer takes three seconds at most, so this wait ends.
    sandbox.until(|world| world.discord.interactions.settled(&token)).await;
    drop(waiting);
    let world = sandbox.world();
    let interaction = world.discord.interactions.get(&token);
    match interaction.and_then(|interaction| interaction.response.as_ref()) {
        Some(Response::Choices(choices)) => {
            Ok(Answer::ok(json!({"choices": choices, "error": null})))
        }
        Some(
            Response::Message
            | Response::Deferred { .. }
            | Response::DeferredUpdate
            | Response::Updated
            | Response::Modal,
        )
        | None => Ok(none("no_response", "Loading options failed")),
    }
}
