//! What people write and press on Telegram.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::http::asked::FilePart;
use crate::state::message::{Author, Message, Place, Platform};
use crate::state::people::Person;
use crate::state::transcript::Cause;
use crate::state::watch::About;
use crate::state::world::World;
use crate::telegram::api::{chat, keyboard, send};
use crate::telegram::ids::{USERNAME, key};
use crate::telegram::objects::{entity, shown};

/// A line of a person.
pub struct Line<'a> {
    pub person: &'a Person,
    pub place: &'a Place,
    pub text: &'a str,
    /// The key of the message that it replies to.
    pub reply_to: Option<&'a str>,
    /// Whether a photo comes along; the text is its caption then.
    pub photo: bool,
    /// The latitude and longitude in degrees, where a location is sent instead of a text.
    pub location: Option<(f64, f64)>,
}

/// Puts a person's line up and delivers it, if the bot may see it; gives what to wait for.
pub fn say(world: &mut World, now: DateTime<Utc>, line: &Line<'_>) -> About {
    if let Place::Private(id) = line.place
        && let Some(person) = world.people.iter_mut().find(|person| person.id == *id)
    {
        person.started = true;
    }
    let chat = chat::of(line.place, line.person);
    let number = world.telegram.next_message(chat.id);
    let (text, entities) =
        if line.photo { ("caption", "caption_entities") } else { ("text", "entities") };
    let mut raw = json!({
        "message_id": number, "from": chat::user(line.person), "chat": chat.object,
        "date": now.timestamp(),
    });
    if !line.text.is_empty() && line.location.is_none() {
        raw[text] = json!(line.text);
    }
    if let Some((latitude, longitude)) = line.location {
        raw["location"] = json!({"latitude": latitude, "longitude": longitude});
        keyboard::close_keyboard(world, now, line.place);
    }
    let mut files = Vec::new();
    if line.photo {
        let FilePart { filename, content_type, bytes, .. } = FilePart::photo();
        let kept = world.keep_file(&filename, &content_type, bytes);
        if let Ok((object, shown)) = send::object(world, kept, true) {
            raw["photo"] = object;
            files.push(shown);
        }
    }
    // Clients answer the message that asks for it, unless a command is written.
    let asking = world.telegram.take_asking(chat.id).filter(|_| !line.text.starts_with('/'));
    let asking = asking.map(|message| key(chat.id, message));
    let line = &Line { reply_to: line.reply_to.or(asking.as_deref()), ..*line };
    let commands = entity::commands(line.text);
    let seen = match line.place {
        Place::Private(_) => true,
        Place::Group => seen_in_group(world, line, &commands),
    };
    if !commands.is_empty() {
        raw[entities] = json!(commands);
    }
    let replied = line.reply_to.and_then(|key| world.messages.get(key));
    if let Some(replied) = replied {
        raw["reply_to_message"] = send::without_reply(&replied.raw);
    }
    let key = key(chat.id, number);
    let message = Message {
        key: key.clone(),
        platform: Platform::Telegram,
        place: line.place.clone(),
        author: Author::Person(line.person.id.clone()),
        only_for: None,
        location_button: None,
        pinned_at: None,
        markup: line.text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"),
        raw: raw.clone(),
        files,
        edited: false,
        deleted: false,
        loading: false,
        at: now,
    };
    world.put_up(message, Cause::Unknown);
    if !seen {
        return About::Nothing;
    }
    match world.telegram.updates.add("message", &raw, now) {
        Some(update_id) => About::Update { update_id, chat: chat.id.to_string(), key, query: None },
        None => About::Nothing,
    }
}

/// Privacy mode: a bot in a group sees commands that may be its own, and replies to its messages.
fn seen_in_group(world: &World, line: &Line<'_>, commands: &[Value]) -> bool {
    let replied = line.reply_to.and_then(|key| world.messages.get(key));
    if replied.is_some_and(|message| message.author == Author::Bot) {
        return true;
    }
    if commands.first().is_none_or(|command| command["offset"] != 0) {
        return false;
    }
    let word = line.text.split_whitespace().next().unwrap_or_default();
    match word.split_once('@') {
        None => true,
        Some((_, name)) => name.eq_ignore_ascii_case(USERNAME),
    }
}

/// Presses a button of a message; the error says why that cannot be done.
pub fn press(
    world: &mut World,
    now: DateTime<Utc>,
    (person, message): (&Person, &Message),
    wanted: &str,
) -> Result<About, (&'static str, String)> {
    let named = |button: &&Value| button["text"] == wanted || button["callback_data"] == wanted;
    let button = shown::buttons(&message.raw).find(named);
    let missing = || ("no_button", format!("there is no {wanted} on this message"));
    let button = button.ok_or_else(missing)?;
    let Some(data) = button["callback_data"].as_str() else {
        let url = button["url"].as_str().or(button["web_app"]["url"].as_str());
        let url = url.unwrap_or_default();
        return Err(("link", format!("this button opens {url}")));
    };
    let chat = chat::of(&message.place, person);
    let query = world.telegram.ask(&person.id, now);
    let body = json!({
        "id": query, "from": chat::user(person), "message": message.raw, "data": data,
        "chat_instance": format!("-{}", chat.id.unsigned_abs()),
    });
    Ok(match world.telegram.updates.add("callback_query", &body, now) {
        Some(update_id) => About::Update {
            update_id,
            chat: chat.id.to_string(),
            key: message.key.clone(),
            query: Some(query),
        },
        None => About::Nothing,
    })
}
