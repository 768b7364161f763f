//! A message, a command or an answer to a question, as a request.

use engine::Account;
use engine::rules::Instant;
use serde_json::{Value, json};
use talk::{Input, Request};
use teloxide::types::{InlineKeyboardButtonKind, Me, Message, MessageEntityKind};

use crate::receive::place::{self, Spot};
use crate::receive::received::Received;

/// What is said of a question in it, and of whoever is mentioned without a name: all that we need of how a text is set.
const OF_QUESTIONS: &str = "text_link";
pub(crate) const OF_PEOPLE: &str = "text_mention";

/// What stands beside the words of a message, read without teloxide.
pub(crate) struct Beside {
    files: Vec<String>,
    is_of_album: bool,
}

impl Beside {
    pub(crate) fn of(message: &Value) -> Beside {
        Beside { files: files(message), is_of_album: message["media_group_id"].is_string() }
    }
}

/// Leaves of a message a text that is set in one way at most: what is said beside a picture is a text too, and one that
/// says nothing is empty. Whatever else may be in a message, it is a text to teloxide.
pub(crate) fn set_plainly(message: &mut Value, setting: &str) {
    let Some(fields) = message.as_object_mut() else { return };
    let [caption, captioned] = ["caption", "caption_entities"].map(|name| fields.remove(name));
    for name in ["photo", "document", "media_group_id", "forward_origin", "location", "venue"] {
        fields.remove(name);
    }
    if !fields.contains_key("migrate_to_chat_id") && !fields.contains_key("migrate_from_chat_id") {
        let [text, entities] = ["text", "entities"].map(|name| fields.remove(name));
        let (text, entities) = match text.filter(Value::is_string) {
            Some(text) => (text, entities),
            None => (caption.filter(Value::is_string).unwrap_or("".into()), captioned),
        };
        let entities = entities.as_ref().and_then(Value::as_array).into_iter().flatten();
        let entities = entities.filter(|entity| entity["type"] == setting).cloned();
        fields.insert("entities".to_owned(), entities.collect());
        fields.insert("text".to_owned(), text);
    }
    let markup = fields.remove("reply_markup");
    if let Some(rows) = markup.as_ref().and_then(|markup| markup["inline_keyboard"].as_array()) {
        let carries = |button: &&Value| button["callback_data"].is_string();
        let row = |row: &Value| -> Value {
            row.as_array().into_iter().flatten().filter(carries).cloned().collect()
        };
        let rows: Vec<Value> = rows.iter().map(row).collect();
        fields.insert("reply_markup".to_owned(), json!({"inline_keyboard": rows}));
    }
}

/// Of a message that is answered only our own mark is read: the addresses of others are none of ours.
pub(crate) fn our_setting(answered: &Value, me: &Me) -> &'static str {
    if answered["from"]["id"] == me.id.0 { OF_QUESTIONS } else { OF_PEOPLE }
}

/// Whether a message answers another. In a topic whatever answers nothing is an answer to what made the topic.
pub(crate) fn is_answer(message: &Value) -> bool {
    let answered = &message["reply_to_message"];
    let is_below_topic = message["is_topic_message"] == true
        && message["message_thread_id"] == answered["message_id"];
    answered.is_object() && !is_below_topic
}

/// The message that was answered, by the same rule.
fn answered(message: &Message) -> Option<&Message> {
    message.reply_to_message().filter(|answered| place::thread(message) != Some(answered.id.0))
}

/// Characters of what was said that are looked at.
const LINE_MAX: usize = 400;

pub(crate) fn said(
    key: String,
    message: &Message,
    beside: Beside,
    me: &Me,
    now: Instant,
) -> Received {
    let chat = message.chat.id.0;
    if let Some(to) = message.migrate_to_chat_id() {
        return Received::Migrated { from: chat, to: to.0 };
    }
    if let Some(from) = message.migrate_from_chat_id() {
        return Received::Migrated { from: from.0, to: chat };
    }
    let files = beside.files;
    let line = message.text().unwrap_or_default();
    let is_private = message.chat.is_private();
    let is_ours = talk::read_line(line).is_some() && !is_for_another(line, me);
    // What answers a question of ours fills in what it asked for.
    let form = answered(message).filter(|_| !is_ours).and_then(|asked| {
        asked_in(asked, me).or_else(|| checked_in_by(asked, me).filter(|_| is_private))
    });
    // The pictures of an album come one by one, and what is said of them comes with one of them.
    let is_more = beside.is_of_album && line.is_empty();
    let is_silent = line.is_empty() && files.is_empty();
    if !is_ours && form.is_none() && (!is_private || is_silent || is_more) {
        return Received::Nothing;
    }
    let from = message.from.as_ref().filter(|from| !from.is_bot && message.sender_chat.is_none());
    let Some(from) = from else {
        return Received::Anonymous {
            key,
            chat,
            group: place::community(&message.chat),
            message: message.id,
            line: line.to_owned(),
            sent_at: Instant(message.date.timestamp()),
        };
    };
    let said = if is_ours {
        Input::Line(line.to_owned())
    } else if let Some((press, field)) = form {
        // What asks for a picture asks for no words: those that come with it are a note.
        let field = if field.is_empty() { "note".to_owned() } else { field };
        Input::Form { press, fields: vec![(field, line.to_owned())] }
    } else {
        // Whatever is said in private deserves an answer, and a picture is a check-in too.
        Input::Said(line.chars().take(LINE_MAX).collect())
    };
    let place = place::place(Spot::of(message), from, me);
    let sent_at = Some(Instant(message.date.timestamp()));
    let replied = answered(message).and_then(|replied| replied.from.as_ref());
    let request = Request {
        key,
        account: place::account(from),
        place,
        said,
        // Clients mention whom they like, in the chat or not.
        present: vec![],
        named: named(message),
        replied_to: replied.filter(|user| !user.is_bot).map(place::account),
        files,
        manages: false,
        grants: vec![],
        bot_rights: vec![],
        is_stray: false,
        sent_at,
        unheard_since: None,
        now,
    };
    Received::Request(Box::new(request), place::answer(Spot::of(message), from, None))
}

/// Those who are mentioned without a name of their own.
fn named(message: &Message) -> Vec<Account> {
    let users = message.entities().into_iter().flatten().filter_map(|entity| match &entity.kind {
        MessageEntityKind::TextMention { user } => Some(place::account(user)),
        _ => None,
    });
    users.collect()
}

/// What came along, by Telegram's id: the largest size of a photo, or a document.
fn files(message: &Value) -> Vec<String> {
    let id = |file: &Value| file["file_id"].as_str().map(str::to_owned);
    let sizes = message["photo"].as_array().into_iter().flatten();
    let photo = sizes.max_by_key(|size| size["width"].as_i64()).and_then(id);
    let photo = photo.map(|photo| format!("photo:{photo}"));
    let document = id(&message["document"]).map(|document| format!("document:{document}"));
    photo.or(document).into_iter().collect()
}

/// The mark of a question: an address that nobody sees, which says what the answer fills in.
pub(crate) fn mark_of(me: &Me, press: &str, field: &str) -> String {
    format!("https://t.me/{}#{press}~{field}", me.username())
}

/// What a question of ours asked for: the id it stood for, and the field.
fn asked_in(asked: &Message, me: &Me) -> Option<(String, String)> {
    asked.from.as_ref().filter(|from| from.id == me.id)?;
    asked.entities()?.iter().find_map(|entity| match &entity.kind {
        MessageEntityKind::TextLink { url } => {
            let (press, field) = url.fragment()?.split_once('~')?;
            Some((press.to_owned(), field.to_owned()))
        }
        _ => None,
    })
}

/// A message of ours that asks for a check-in takes an answer as well, as a tap of its button.
fn checked_in_by(asked: &Message, me: &Me) -> Option<(String, String)> {
    asked.from.as_ref().filter(|from| from.id == me.id)?;
    let rows = &asked.reply_markup()?.inline_keyboard;
    let presses = rows.iter().flatten().filter_map(|button| match &button.kind {
        InlineKeyboardButtonKind::CallbackData(press) => Some(press.as_str()),
        _ => None,
    });
    Some((talk::check_in_of(presses)?, "reply".to_owned()))
}

/// `/checkin@another_bot` is not for us.
fn is_for_another(line: &str, me: &Me) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    word.split_once('@').is_some_and(|(_, name)| !name.eq_ignore_ascii_case(me.username()))
}
