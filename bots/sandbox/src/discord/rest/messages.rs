//! Writing, editing and taking down messages, whichever route asks for it.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::discord::ids::{self, APP, CHANNEL_STREAKS, GUILD, key};
use crate::discord::interaction::{Interaction, Kind};
use crate::discord::objects::payload;
use crate::discord::objects::shown::SUPPRESS_EMBEDS;
use crate::discord::refused::Refused;
use crate::discord::rest::content;
use crate::discord::server::Nonce;
use crate::http::asked::FilePart;
use crate::state::message::{Author, Message, Place, Platform, ShownFile};
use crate::state::people::Person;
use crate::state::transcript::Cause;
use crate::state::watch::About;
use crate::state::world::World;

/// The flag of a message that one person sees.
pub const EPHEMERAL: u64 = 1 << 6;
/// The flag of a message that says that the bot thinks.
pub const LOADING: u64 = 1 << 7;
/// The intent of a bot that wants to be told of direct messages.
const DIRECT_MESSAGES: u64 = 1 << 12;
/// How long a nonce keeps a message from being sent twice.
const NONCE_MINUTES: i64 = 3;
/// The flags that a bot may set: suppress embeds, ephemeral, suppress notifications, version 2.
const FLAGS_TAKEN: u64 = 1 << 2 | EPHEMERAL | 1 << 12 | 1 << 15;

/// A message to be written.
pub struct Draft<'a> {
    pub channel: u64,
    pub place: Place,
    pub data: &'a Value,
    pub files: &'a [FilePart],
    pub cause: Cause,
    /// The interaction whose answer it is.
    pub interaction: Option<&'a Interaction>,
    /// Stands in for an answer that is still to come.
    pub loading: bool,
}

/// Writes a message of the bot; gives it as the API shows it.
pub fn write(world: &mut World, now: DateTime<Utc>, draft: &Draft<'_>) -> Result<Value, Refused> {
    content::check(draft.data, draft.files)?;
    if let Some(message) = sent_before(world, now, draft.data) {
        return Ok(message);
    }
    let id = world.discord.snowflake(now);
    let (attachments, shown_files) = attach(world, now, draft.data, draft.files);
    let mut raw = object(world, now, draft, id);
    raw["attachments"] = Value::Array(attachments);
    if !draft.loading {
        content::check_not_empty(&raw)?;
    }
    let flags = raw["flags"].as_u64().unwrap_or_default();
    let only_for = draft.interaction.filter(|_| flags & EPHEMERAL != 0);
    remember_nonce(world, now, draft.data, id);
    let message = Message {
        key: key(id),
        platform: Platform::Discord,
        place: draft.place.clone(),
        author: Author::Bot,
        only_for: only_for.map(|interaction| interaction.person.clone()),
        markup: raw["content"].as_str().unwrap_or_default().to_owned(),
        raw: raw.clone(),
        files: shown_files,
        location_button: None,
        pinned_at: None,
        edited: false,
        deleted: false,
        loading: draft.loading,
        at: now,
    };
    world.put_up(message, draft.cause.clone());
    Ok(raw)
}

/// An ordinary message of a person.
pub struct Spoken<'a> {
    pub person: &'a Person,
    pub place: &'a Place,
    pub text: &'a str,
    /// The key of the message that it replies to.
    pub reply_to: Option<&'a str>,
    /// Whether a photo comes along.
    pub photo: bool,
}

/// Puts up the message of a person, and tells the bot if it is one that bots are told of: a direct message, to a bot
/// that wants them. Gives what to wait for.
pub fn write_as_person(world: &mut World, now: DateTime<Utc>, spoken: &Spoken<'_>) -> About {
    let Spoken { person, place, text, .. } = *spoken;
    let channel = match place {
        Place::Group => CHANNEL_STREAKS,
        Place::Private(_) => person.dm_channel,
    };
    let id = world.discord.snowflake(now);
    let replied = spoken.reply_to.and_then(|key| world.messages.get(key));
    let replied = replied.map(|message| message.raw.clone());
    let data = match &replied {
        Some(raw) => json!({"content": text, "message_reference": {"message_id": raw["id"]}}),
        None => json!({"content": text}),
    };
    let draft = Draft {
        channel,
        place: place.clone(),
        data: &data,
        files: &[],
        cause: Cause::Unknown,
        interaction: None,
        loading: false,
    };
    let mut raw = object(world, now, &draft, id);
    raw["author"] = payload::user(person);
    if let Some(replied) = replied {
        raw["referenced_message"] = replied;
    }
    let photo = spoken.photo.then(FilePart::photo);
    let (attachments, files) = attach(world, now, &data, photo.as_slice());
    raw["attachments"] = Value::Array(attachments);
    let message = Message {
        key: key(id),
        platform: Platform::Discord,
        place: place.clone(),
        author: Author::Person(person.id.clone()),
        only_for: None,
        markup: text.to_owned(),
        raw: raw.clone(),
        files,
        location_button: None,
        pinned_at: None,
        edited: false,
        deleted: false,
        loading: false,
        at: now,
    };
    world.put_up(message, Cause::Unknown);
    let is_told = matches!(place, Place::Private(_))
        && world.discord.sessions.dispatch_where(DIRECT_MESSAGES, "MESSAGE_CREATE", &raw);
    if is_told { About::Words } else { About::Nothing }
}

fn object(world: &World, now: DateTime<Utc>, draft: &Draft<'_>, id: u64) -> Value {
    let data = draft.data;
    let mut flags = data["flags"].as_u64().unwrap_or_default() & FLAGS_TAKEN;
    if draft.loading {
        flags |= LOADING;
    }
    let text = data["content"].as_str().unwrap_or_default();
    let mut raw = json!({
        "id": id.to_string(), "channel_id": draft.channel.to_string(), "type": 0,
        "author": payload::bot_user(), "content": text, "timestamp": payload::time(now),
        "edited_timestamp": null, "tts": false, "mention_everyone": false,
        "mentions": mentions(world, text), "mention_roles": [], "attachments": [],
        "embeds": rich(&data["embeds"]), "components": list(&data["components"]),
        "pinned": false, "flags": flags,
    });
    if let Some(poll) = data["poll"].as_object() {
        raw["poll"] = json!(poll);
    }
    if !data["nonce"].is_null() {
        raw["nonce"] = data["nonce"].clone();
    }
    if data["message_reference"].is_object() {
        raw["type"] = json!(19);
        raw["message_reference"] = json!({
            "type": 0, "channel_id": draft.channel.to_string(),
            "message_id": data["message_reference"]["message_id"],
        });
        if draft.place == Place::Group {
            raw["message_reference"]["guild_id"] = json!(GUILD.to_string());
        }
    }
    if let Some(interaction) = draft.interaction {
        raw["application_id"] = json!(APP.to_string());
        raw["webhook_id"] = json!(APP.to_string());
        let person = world.person(&interaction.person);
        if let Some(person) = person.filter(|_| interaction.kind == Kind::Command) {
            raw["type"] = json!(20);
            raw["interaction_metadata"] = json!({
                "id": interaction.id.to_string(), "type": 2, "user": payload::user(person),
                "authorizing_integration_owners": {"0": GUILD.to_string()},
            });
        }
    }
    raw
}

fn list(value: &Value) -> Value {
    if value.is_array() { value.clone() } else { json!([]) }
}

fn rich(embeds: &Value) -> Value {
    let mut embeds = list(embeds);
    for embed in embeds.as_array_mut().into_iter().flatten() {
        embed["type"] = json!("rich");
        if let Some(fields) = embed.as_object_mut() {
            fields.retain(|_, value| !value.is_null());
        }
    }
    embeds
}

fn mentions(world: &World, text: &str) -> Vec<Value> {
    let mut mentioned = Vec::new();
    for person in &world.people {
        if text.contains(&format!("<@{}>", person.discord_id)) {
            mentioned.push(payload::user(person));
        }
    }
    mentioned
}

/// Keeps the uploaded files; gives the attachments of the message and what the page shows.
fn attach(
    world: &mut World,
    now: DateTime<Utc>,
    data: &Value,
    files: &[FilePart],
) -> (Vec<Value>, Vec<ShownFile>) {
    let mut attachments = Vec::new();
    let mut shown = Vec::new();
    for (place, file) in files.iter().enumerate() {
        let content_type = content_type(file);
        let number = world.keep_file(&file.filename, &content_type, file.bytes.clone());
        let url = world.file_url(number);
        let described = data["attachments"].as_array().and_then(|list| list.get(place));
        let mut attachment = json!({
            "id": world.discord.snowflake(now).to_string(), "filename": file.filename,
            "size": file.bytes.len(), "url": url, "proxy_url": url, "content_type": content_type,
        });
        if let Some(description) = described.and_then(|one| one["description"].as_str()) {
            attachment["description"] = json!(description);
        }
        attachments.push(attachment);
        let (name, bytes) = (file.filename.clone(), file.bytes.len());
        shown.push(ShownFile { name, content_type, bytes, url });
    }
    (attachments, shown)
}

/// The type that a file has by its name, since clients seldom say.
pub fn content_type(file: &FilePart) -> String {
    if !file.content_type.is_empty() && file.content_type != "application/octet-stream" {
        return file.content_type.clone();
    }
    let extension = file.filename.rsplit('.').next().unwrap_or_default();
    let known = match extension.to_ascii_lowercase().as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        "csv" => "text/csv",
        "txt" => "text/plain",
        "zip" => "application/zip",
        "ics" => "text/calendar",
        _ => "application/octet-stream",
    };
    known.to_owned()
}

/// The message that the same nonce led to a short while ago, where the bot asked for that check.
fn sent_before(world: &World, now: DateTime<Utc>, data: &Value) -> Option<Value> {
    if data["enforce_nonce"] != true {
        return None;
    }
    let nonce = nonce_of(data)?;
    let recent = |known: &&Nonce| {
        known.nonce == nonce && (now - known.at).abs().num_minutes() < NONCE_MINUTES
    };
    let known = world.discord.nonces.iter().rev().find(recent)?;
    let message = world.messages.get(&known.key).filter(|message| !message.deleted)?;
    Some(message.raw.clone())
}

fn remember_nonce(world: &mut World, now: DateTime<Utc>, data: &Value, id: u64) {
    if let Some(nonce) = nonce_of(data) {
        world.discord.remember_nonce(Nonce { nonce, key: key(id), at: now });
    }
}

fn nonce_of(data: &Value) -> Option<String> {
    match &data["nonce"] {
        Value::String(nonce) => Some(nonce.clone()),
        Value::Number(nonce) => Some(nonce.to_string()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Changes a message of the bot; gives it as the API shows it.
pub fn edit(
    world: &mut World,
    now: DateTime<Utc>,
    key: &str,
    (data, files): (&Value, &[FilePart]),
    cause: Cause,
) -> Result<Value, Refused> {
    content::check(data, files)?;
    let (mut added, shown_files) = attach(world, now, data, files);
    let text = data["content"].as_str().unwrap_or_default();
    let mentions = mentions(world, text);
    let message = world.messages.get_mut(key).filter(|message| !message.deleted);
    let message = message.ok_or_else(unknown_message)?;
    let mut raw = message.raw.clone();
    if data.get("content").is_some() {
        raw["content"] = json!(text);
        raw["mentions"] = json!(mentions);
    }
    if data.get("embeds").is_some() {
        raw["embeds"] = rich(&data["embeds"]);
    }
    // Of all flags this one alone can be changed.
    if let Some(flags) = data["flags"].as_u64() {
        let kept = raw["flags"].as_u64().unwrap_or_default() & !SUPPRESS_EMBEDS;
        raw["flags"] = json!(kept | (flags & SUPPRESS_EMBEDS));
    }
    if data.get("components").is_some() {
        raw["components"] = list(&data["components"]);
    }
    let mut files = message.files.clone();
    if let Some(kept) = data["attachments"].as_array() {
        let stays = |id: &Value| kept.iter().any(|one| ids::id(&one["id"]) == ids::id(id));
        let before = raw["attachments"].as_array().cloned().unwrap_or_default();
        let left: Vec<Value> = before.into_iter().filter(|one| stays(&one["id"])).collect();
        files.retain(|file| left.iter().any(|one| one["url"] == file.url.as_str()));
        raw["attachments"] = json!(left);
    }
    if let Some(attachments) = raw["attachments"].as_array_mut() {
        attachments.append(&mut added);
    }
    files.extend(shown_files);
    content::check_not_empty(&raw)?;
    if message.loading {
        let flags = raw["flags"].as_u64().unwrap_or_default() & !LOADING;
        raw["flags"] = json!(flags);
        message.loading = false;
    } else {
        raw["edited_timestamp"] = json!(payload::time(now));
        message.edited = true;
    }
    message.markup = raw["content"].as_str().unwrap_or_default().to_owned();
    message.files = files;
    message.raw = raw.clone();
    world.tell_again(key, cause, now);
    Ok(raw)
}

/// The key of a message of this channel that the bot can see; ephemeral ones it cannot.
pub fn found(world: &World, channel: u64, id: &str) -> Result<String, Refused> {
    let key = format!("dc:{id}");
    let here = channel.to_string();
    let message = world.messages.get(&key).filter(|message| {
        !message.deleted && message.only_for.is_none() && message.raw["channel_id"] == here.as_str()
    });
    message.map(|message| message.key.clone()).ok_or_else(unknown_message)
}

/// 10008.
pub fn unknown_message() -> Refused {
    Refused::new(404, 10_008, "Unknown Message")
}
