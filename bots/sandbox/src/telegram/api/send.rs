//! Sending messages.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use crate::discord::rest::messages::content_type;
use crate::http::asked::{Asked, FilePart};
use crate::state::message::{Author, Message, Platform, ShownFile};
use crate::state::transcript::Cause;
use crate::state::world::World;
use crate::telegram::api::chat::{self, Chat};
use crate::telegram::api::keyboard;
use crate::telegram::ids::{bot_user, key};
use crate::telegram::objects::entity::{self, Formatted};
use crate::telegram::objects::{check, parameter};
use crate::telegram::refused::Refused;

const PHOTO_BYTES_MAX: usize = 10 << 20;
const DOCUMENT_BYTES_MAX: usize = 50 << 20;

/// `sendMessage`.
pub fn message(world: &mut World, now: DateTime<Utc>, asked: &Asked) -> Result<Value, Refused> {
    let parameters = asked.parameters();
    let chat = chat::writable(world, &parameters)?;
    let formatted = entity::formatted(world, &parameters, ("text", "entities"))?;
    check::text(&formatted)?;
    let location_button = check::location_button(&parameters, chat.id > 0)?;
    let mut raw = head(world, now, &chat, &parameters)?;
    put_text(&mut raw, ("text", "entities"), &formatted);
    let removes =
        parameters.get("reply_markup").is_some_and(|markup| markup["remove_keyboard"] == true);
    if removes || location_button.is_some() {
        keyboard::close_keyboard(world, now, &chat.place);
    }
    Ok(put_up(world, now, (&chat, raw), &formatted.markup, Vec::new(), location_button))
}

/// `sendPhoto` and `sendDocument`.
pub fn file(
    world: &mut World,
    now: DateTime<Utc>,
    asked: &Asked,
    field: &str,
) -> Result<Value, Refused> {
    let parameters = asked.parameters();
    let chat = chat::writable(world, &parameters)?;
    let formatted = entity::formatted(world, &parameters, ("caption", "caption_entities"))?;
    check::caption(&formatted)?;
    let named = parameter::text(&parameters, field).to_owned();
    let (object, shown) = uploaded(world, asked, field, &named)?;
    let mut raw = head(world, now, &chat, &parameters)?;
    raw[field] = object;
    put_text(&mut raw, ("caption", "caption_entities"), &formatted);
    Ok(put_up(world, now, (&chat, raw), &formatted.markup, vec![shown], None))
}

/// Sets the text or the caption of a message.
pub fn put_text(raw: &mut Value, (field, entities): (&str, &str), formatted: &Formatted) {
    if let Some(fields) = raw.as_object_mut() {
        fields.remove(field);
        fields.remove(entities);
    }
    if !formatted.text.is_empty() {
        raw[field] = json!(formatted.text);
    }
    if !formatted.entities.is_empty() {
        raw[entities] = json!(formatted.entities);
    }
}

/// What every message has, with its number, the message it replies to, and its keyboard.
fn head(
    world: &mut World,
    now: DateTime<Utc>,
    chat: &Chat,
    parameters: &Map<String, Value>,
) -> Result<Value, Refused> {
    if parameter::integer(parameters, "message_thread_id").is_some_and(|thread| thread != 0) {
        // The group has no topics.
        return Err(Refused::bad("message thread not found"));
    }
    let keyboard = check::keyboard(parameters)?;
    let replied = replied_to(world, chat, parameters)?;
    let number = world.telegram.next_message(chat.id);
    let mut raw = json!({
        "message_id": number, "from": bot_user(), "chat": chat.object, "date": now.timestamp(),
    });
    if let Some(replied) = replied {
        raw["reply_to_message"] = replied;
    }
    if let Some(keyboard) = keyboard {
        raw["reply_markup"] = keyboard;
    }
    if parameters.get("reply_markup").is_some_and(|markup| markup["force_reply"] == true) {
        world.telegram.ask_for_reply(chat.id, number);
    }
    Ok(raw)
}

fn replied_to(
    world: &World,
    chat: &Chat,
    parameters: &Map<String, Value>,
) -> Result<Option<Value>, Refused> {
    let reply = parameters.get("reply_parameters");
    let number = reply.and_then(|reply| reply["message_id"].as_i64());
    let number = number.or_else(|| parameter::integer(parameters, "reply_to_message_id"));
    let Some(number) = number else {
        return Ok(None);
    };
    let replied = world.messages.get(&key(chat.id, number)).filter(|message| !message.deleted);
    if let Some(replied) = replied {
        return Ok(Some(without_reply(&replied.raw)));
    }
    if reply.is_some_and(|reply| reply["allow_sending_without_reply"] == true) {
        return Ok(None);
    }
    Err(Refused::bad("message to be replied not found"))
}

/// Telegram shows one step of a chain of replies.
pub fn without_reply(raw: &Value) -> Value {
    let mut raw = raw.clone();
    if let Some(fields) = raw.as_object_mut() {
        fields.remove("reply_to_message");
    }
    raw
}

fn put_up(
    world: &mut World,
    now: DateTime<Utc>,
    (chat, raw): (&Chat, Value),
    markup: &str,
    files: Vec<ShownFile>,
    location_button: Option<String>,
) -> Value {
    let number = raw["message_id"].as_i64().unwrap_or_default();
    let replied = raw["reply_to_message"]["message_id"].as_i64();
    let cause = replied.map_or(Cause::Unknown, |number| Cause::About(key(chat.id, number)));
    let message = Message {
        key: key(chat.id, number),
        platform: Platform::Telegram,
        place: chat.place.clone(),
        author: Author::Bot,
        only_for: None,
        raw: raw.clone(),
        markup: markup.to_owned(),
        files,
        location_button,
        pinned_at: None,
        edited: false,
        deleted: false,
        loading: false,
        at: now,
    };
    world.put_up(message, cause);
    raw
}

/// The object of an uploaded file, or of one that was uploaded before.
pub fn uploaded(
    world: &mut World,
    asked: &Asked,
    field: &str,
    named: &str,
) -> Result<(Value, ShownFile), Refused> {
    let part = named.strip_prefix("attach://").unwrap_or(field);
    let is_photo = field == "photo";
    if let Some(part) = asked.files.iter().find(|file| file.name == part) {
        check_size(part, is_photo)?;
        let content_type = content_type(part);
        let number = world.keep_file(&part.filename, &content_type, part.bytes.clone());
        return object(world, number, is_photo);
    }
    let known = named.strip_prefix("AgACSandbox").and_then(|number| number.parse().ok());
    match known {
        Some(number) => object(world, number, is_photo),
        None if named.starts_with("attach://") || named.is_empty() => {
            Err(Refused::bad(&format!("there is no {field} in the request")))
        }
        None => Err(Refused::bad("wrong file identifier/HTTP URL specified")),
    }
}

fn check_size(part: &FilePart, is_photo: bool) -> Result<(), Refused> {
    let max = if is_photo { PHOTO_BYTES_MAX } else { DOCUMENT_BYTES_MAX };
    if part.bytes.len() > max {
        return Err(Refused::new(413, "Request Entity Too Large"));
    }
    if part.bytes.is_empty() {
        return Err(Refused::bad("file must be non-empty"));
    }
    Ok(())
}

/// A file as it stands in messages, and as the page shows it.
pub fn object(world: &World, number: u64, is_photo: bool) -> Result<(Value, ShownFile), Refused> {
    let wrong = || Refused::bad("wrong file identifier/HTTP URL specified");
    let file = world.file(number).ok_or_else(wrong)?;
    let (id, unique) = (format!("AgACSandbox{number}"), format!("sandbox{number}"));
    let size = file.bytes.len();
    let shown = ShownFile {
        name: file.name.clone(),
        content_type: file.content_type.clone(),
        bytes: size,
        url: world.file_url(number),
    };
    if !is_photo {
        let object = json!({
            "file_id": id, "file_unique_id": unique, "file_name": file.name,
            "mime_type": file.content_type, "file_size": size,
        });
        return Ok((object, shown));
    }
    let failed = || Refused::bad("IMAGE_PROCESS_FAILED");
    let (width, height) = dimensions(&file.bytes).ok_or_else(failed)?;
    if width + height > 10_000 || width.max(height) > 20 * width.min(height) {
        return Err(Refused::bad("PHOTO_INVALID_DIMENSIONS"));
    }
    let object = json!([{
        "file_id": id, "file_unique_id": unique, "width": width, "height": height,
        "file_size": size,
    }]);
    Ok((object, shown))
}

/// The width and height of a PNG or a JPEG.
fn dimensions(bytes: &[u8]) -> Option<(u32, u32)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        let width = bytes.get(16..20)?.try_into().ok()?;
        let height = bytes.get(20..24)?.try_into().ok()?;
        return Some((u32::from_be_bytes(width), u32::from_be_bytes(height)));
    }
    if !bytes.starts_with(&[0xff, 0xd8]) {
        return None;
    }
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1)?;
        let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
        // The start-of-frame markers, without the tables among them.
        if (0xc0..=0xcf).contains(&marker) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let height = u16::from_be_bytes([*bytes.get(at + 5)?, *bytes.get(at + 6)?]);
            let width = u16::from_be_bytes([*bytes.get(at + 7)?, *bytes.get(at + 8)?]);
            return Some((u32::from(width), u32::from(height)));
        }
        at += 2 + length;
    }
}

/// `getFile`.
pub fn get_file(world: &World, parameters: &Map<String, Value>) -> Result<Value, Refused> {
    let id = parameter::text(parameters, "file_id");
    let number = id.strip_prefix("AgACSandbox").and_then(|number| number.parse::<u64>().ok());
    let file = number.and_then(|number| world.file(number));
    let file = file.ok_or_else(|| Refused::bad("invalid file_id"))?;
    let extension = file.name.rsplit('.').next().unwrap_or("bin");
    Ok(json!({
        "file_id": id, "file_unique_id": format!("sandbox{}", file.id),
        "file_size": file.bytes.len(), "file_path": format!("files/file_{}.{extension}", file.id),
    }))
}
