//! Changing and taking down messages.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use crate::http::asked::Asked;
use crate::state::message::{Author, Message, Place, ShownFile};
use crate::state::transcript::Cause;
use crate::state::world::World;
use crate::telegram::api::{chat, send};
use crate::telegram::ids::key;
use crate::telegram::objects::{check, entity, parameter};
use crate::telegram::refused::Refused;

const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply \
    markup are exactly the same as a current content and reply markup of the message";

/// The part of a message that a method changes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Text,
    Caption,
    Media,
    Keyboard,
}

/// The four `editMessage…` methods.
pub fn edit(
    world: &mut World,
    now: DateTime<Utc>,
    asked: &Asked,
    part: Part,
) -> Result<Value, Refused> {
    let parameters = asked.parameters();
    let message = own(world, &parameters, "edited")?;
    let (key, old) = (message.key.clone(), message.raw.clone());
    let mut raw = old.clone();
    let mut shown = Shown::default();
    match part {
        Part::Text => put_text(world, &parameters, &mut raw, &mut shown)?,
        Part::Caption => put_caption(world, &parameters, &mut raw, &mut shown)?,
        Part::Media => put_media(world, asked, &mut raw, &mut shown)?,
        Part::Keyboard => {}
    }
    // Without a keyboard in the request, the old one goes.
    if let Some(fields) = raw.as_object_mut() {
        fields.remove("reply_markup");
    }
    if let Some(keyboard) = check::keyboard(&parameters)? {
        raw["reply_markup"] = keyboard;
    }
    if raw == old {
        return Err(Refused::bad(NOT_MODIFIED));
    }
    raw["edit_date"] = json!(now.timestamp());
    if let Some(message) = world.messages.get_mut(&key) {
        message.raw = raw.clone();
        message.edited = true;
        if let Some(markup) = shown.markup {
            message.markup = markup;
        }
        if let Some(file) = shown.file {
            message.files = vec![file];
        }
    }
    world.tell_again(&key, Cause::About(key.clone()), now);
    Ok(raw)
}

/// What the page shows anew.
#[derive(Default)]
struct Shown {
    markup: Option<String>,
    file: Option<ShownFile>,
}

fn put_text(
    world: &World,
    parameters: &Map<String, Value>,
    raw: &mut Value,
    shown: &mut Shown,
) -> Result<(), Refused> {
    let formatted = entity::formatted(world, parameters, ("text", "entities"))?;
    check::text(&formatted)?;
    if raw["text"].is_null() {
        return Err(Refused::bad("there is no text in the message to edit"));
    }
    send::put_text(raw, ("text", "entities"), &formatted);
    shown.markup = Some(formatted.markup);
    Ok(())
}

fn put_caption(
    world: &World,
    parameters: &Map<String, Value>,
    raw: &mut Value,
    shown: &mut Shown,
) -> Result<(), Refused> {
    if raw["photo"].is_null() && raw["document"].is_null() {
        return Err(Refused::bad("there is no caption in the message to edit"));
    }
    let formatted = entity::formatted(world, parameters, ("caption", "caption_entities"))?;
    check::caption(&formatted)?;
    send::put_text(raw, ("caption", "caption_entities"), &formatted);
    shown.markup = Some(formatted.markup);
    Ok(())
}

fn put_media(
    world: &mut World,
    asked: &Asked,
    raw: &mut Value,
    shown: &mut Shown,
) -> Result<(), Refused> {
    let parameters = asked.parameters();
    let media = parameters.get("media").and_then(Value::as_object);
    let media = media.ok_or_else(|| Refused::bad("media is not specified"))?;
    let field = match parameter::text(media, "type") {
        "photo" => "photo",
        "document" => "document",
        _ => return Err(Refused::bad("can't parse InputMedia: type is not known")),
    };
    let named = parameter::text(media, "media").to_owned();
    let (object, file) = send::uploaded(world, asked, field, &named)?;
    let formatted = entity::formatted(world, media, ("caption", "caption_entities"))?;
    check::caption(&formatted)?;
    if let Some(fields) = raw.as_object_mut() {
        for replaced in ["photo", "document", "text", "entities"] {
            fields.remove(replaced);
        }
    }
    raw[field] = object;
    send::put_text(raw, ("caption", "caption_entities"), &formatted);
    shown.markup = Some(formatted.markup);
    shown.file = Some(file);
    Ok(())
}

/// The message that a request names, if the bot wrote it.
fn own<'a>(
    world: &'a World,
    parameters: &Map<String, Value>,
    what: &str,
) -> Result<&'a Message, Refused> {
    if parameters.contains_key("inline_message_id") {
        return Err(Refused::bad("MESSAGE_ID_INVALID"));
    }
    let chat = chat::named(world, parameters)?;
    let number = parameter::integer(parameters, "message_id");
    let number = number.ok_or_else(|| Refused::bad("message identifier is not specified"))?;
    let message = world.messages.get(&key(chat.id, number)).filter(|message| !message.deleted);
    let verb = if what == "edited" { "edit" } else { "delete" };
    let missing = || Refused::bad(&format!("message to {verb} not found"));
    let message = message.ok_or_else(missing)?;
    if message.author == Author::Bot {
        return Ok(message);
    }
    Err(Refused::bad(&format!("message can't be {what}")))
}

/// `deleteMessage`: its own, or in private also the other's.
pub fn delete(
    world: &mut World,
    now: DateTime<Utc>,
    parameters: &Map<String, Value>,
) -> Result<Value, Refused> {
    let chat = chat::named(world, parameters)?;
    let key = match own(world, parameters, "deleted") {
        Ok(message) => message.key.clone(),
        Err(refused) => {
            let number = parameter::integer(parameters, "message_id").unwrap_or_default();
            let key = key(chat.id, number);
            let private = matches!(chat.place, Place::Private(_));
            let there = world.messages.get(&key).is_some_and(|message| !message.deleted);
            if !(private && there) {
                return Err(refused);
            }
            key
        }
    };
    world.take_down(&key, Cause::About(key.clone()), now);
    Ok(json!(true))
}

/// The methods that name a message without changing it: reactions and pins.
pub fn named<'a>(
    world: &'a World,
    parameters: &Map<String, Value>,
    verb: &str,
) -> Result<&'a Message, Refused> {
    let chat = chat::named(world, parameters)?;
    let number = parameter::integer(parameters, "message_id").unwrap_or_default();
    let message = world.messages.get(&key(chat.id, number)).filter(|message| !message.deleted);
    message.ok_or_else(|| Refused::bad(&format!("message to {verb} not found")))
}
