//! Sends and edits messages.

use std::sync::Arc;
use std::time::Duration;
use talk::{ButtonAction, Reply};
use teloxide::prelude::*;
use teloxide::types::{
    ButtonRequest, FileId, ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, InputFile,
    KeyboardButton, KeyboardMarkup, KeyboardRemove, LinkPreviewOptions, Me, MessageId, ParseMode,
    ReplyMarkup, ReplyParameters, ThreadId,
};
use teloxide::utils::html;
use teloxide::{ApiError, RequestError};

use crate::receive::message;
use crate::respond::apps::Apps;
use crate::respond::{photo, render};

/// The longest text and the longest caption, in UTF-16 units.
pub(crate) const TEXT_MAX: usize = 4090;
const CAPTION_MAX: usize = 1024;
/// A longer wait is left to the next attempt, so that others have their turn.
const WAIT_MAX: Duration = Duration::from_secs(1);
/// Longer than teloxide sleeps where Telegram fails: what it said then is worth knowing.
const TIMEOUT: Duration = Duration::from_secs(13);

/// Writes a message anew. That it says the same already is fine.
pub(crate) async fn edit(
    bot: &Bot,
    apps: &Apps,
    chat: i64,
    message: MessageId,
    reply: &Reply,
) -> Result<(), RequestError> {
    let request = bot
        .edit_message_text(ChatId(chat), message, render::render(&reply.text))
        .parse_mode(ParseMode::Html)
        .link_preview_options(NO_PREVIEW)
        .reply_markup(keyboard(reply, apps, is_private(chat)));
    match in_time(|| request.clone().send()).await {
        Ok(_) | Err(RequestError::Api(ApiError::MessageNotModified)) => Ok(()),
        Err(error) => Err(error),
    }
}

const NO_PREVIEW: LinkPreviewOptions = LinkPreviewOptions {
    is_disabled: true,
    url: None,
    prefer_small_media: false,
    prefer_large_media: false,
    show_above_text: false,
};

/// Where a message goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub(crate) chat: i64,
    pub(crate) thread: Option<i32>,
    pub(crate) reply_to: Option<MessageId>,
    /// Takes our button away that is below the text field.
    pub(crate) closes_keyboard: bool,
}

/// Sends a reply as a message of its own; a topic that was deleted is left out. A question that is answered by a
/// message bears its mark, for which it has to be known who we are.
pub(crate) async fn message(
    bot: &Bot,
    (apps, me): (&Apps, Option<&Me>),
    place: Place,
    reply: &Reply,
) -> Result<Message, RequestError> {
    match message_in(bot, (apps, me), place, reply, true).await {
        Err(RequestError::Api(error))
            if place.thread.is_some() && error.to_string().contains("thread not found") =>
        {
            message_in(bot, (apps, me), Place { thread: None, ..place }, reply, true).await
        }
        // Where no pictures may be sent, the words alone say it too.
        Err(RequestError::Api(error))
            if !reply.pictures.is_empty() && error.to_string().contains("not enough rights") =>
        {
            let reply = Reply { pictures: vec![], ..reply.clone() };
            message_in(bot, (apps, me), place, &reply, true).await
        }
        Err(RequestError::Api(error))
            if !reply.documents.is_empty() && photo::is_refused(&error.to_string()) =>
        {
            message_in(bot, (apps, me), place, reply, false).await
        }
        other => other,
    }
}

/// What kind of message this is, decided once: each kind is a request of its own.
async fn message_in(
    bot: &Bot,
    (apps, me): (&Apps, Option<&Me>),
    place: Place,
    reply: &Reply,
    may_be_photo: bool,
) -> Result<Message, RequestError> {
    let chat = ChatId(place.chat);
    let text = render::render(&reply.text);
    let markup = markup(reply, apps, is_private(place.chat))
        .or(place.closes_keyboard.then(|| ReplyMarkup::KeyboardRemove(KeyboardRemove::new())));
    macro_rules! send {
        ($request:expr) => {{
            let mut request = $request.disable_notification(reply.silent);
            if let Some(thread) = place.thread {
                request = request.message_thread_id(ThreadId(MessageId(thread)));
            }
            if let Some(message) = place.reply_to {
                let parameters = ReplyParameters::new(message).allow_sending_without_reply();
                request = request.reply_parameters(parameters);
            }
            if let Some(markup) = markup {
                request = request.reply_markup(markup);
            }
            in_time(|| request.clone().send()).await
        }};
    }
    // A caption is shorter than a text: what is longer comes without its picture.
    let is_caption = render::length(&reply.text) <= CAPTION_MAX;
    if let Some(document) = reply.documents.first().filter(|_| is_caption) {
        let file = InputFile::memory(document.bytes.to_vec()).file_name(document.name.clone());
        if may_be_photo && photo::is_photo(&document.bytes) {
            return send!(bot.send_photo(chat, file).caption(text).parse_mode(ParseMode::Html));
        }
        return send!(bot.send_document(chat, file).caption(text).parse_mode(ParseMode::Html));
    }
    if let Some(picture) = reply.pictures.first().filter(|_| is_caption) {
        let file = InputFile::memory(picture.png.as_ref().clone()).file_name("picture.png");
        return send!(bot.send_photo(chat, file).caption(text).parse_mode(ParseMode::Html));
    }
    if let Some((kind, id)) = reply.file.as_deref().and_then(|file| file.split_once(':')) {
        let file = InputFile::file_id(FileId(id.to_owned()));
        return if kind == "photo" {
            send!(bot.send_photo(chat, file).caption(text).parse_mode(ParseMode::Html))
        } else {
            send!(bot.send_document(chat, file).caption(text).parse_mode(ParseMode::Html))
        };
    }
    let text = match (&reply.form, me) {
        (Some(form), Some(me)) => {
            let field = form.fields.first().map_or("", |field| field.name);
            let mark = message::mark_of(me, &form.press.to_string(), field);
            // An invisible character bears the address.
            format!("<a href=\"{}\">\u{2060}</a>{text}", html::escape(&mark).replace('"', "&quot;"))
        }
        _ => text,
    };
    send!(bot.send_message(chat, text).parse_mode(ParseMode::Html).link_preview_options(NO_PREVIEW))
}

/// Buttons, or what the person should send: an answer, or a location by a button below the text field.
fn markup(reply: &Reply, apps: &Apps, is_private: bool) -> Option<ReplyMarkup> {
    let keyboard = keyboard(reply, apps, is_private);
    if !keyboard.inline_keyboard.is_empty() {
        return Some(ReplyMarkup::InlineKeyboard(keyboard));
    }
    if let Some(label) = &reply.asks_location {
        let button = KeyboardButton::new(label).request(ButtonRequest::Location);
        let keyboard = KeyboardMarkup::new([[button]]).one_time_keyboard().resize_keyboard();
        return Some(ReplyMarkup::Keyboard(keyboard));
    }
    reply.form.as_ref().map(|_| ReplyMarkup::ForceReply(ForceReply::new().selective()))
}

/// Sends, and waits for a moment if Telegram asks for it: people look on. What takes too long ends, and nobody knows then
/// whether it arrived.
pub(crate) async fn in_time<T, F: Future<Output = Result<T, RequestError>>>(
    send: impl Fn() -> F,
) -> Result<T, RequestError> {
    let once = || async {
        let late = |_| Err(RequestError::Io(Arc::new(std::io::ErrorKind::TimedOut.into())));
        tokio::time::timeout(TIMEOUT, send()).await.unwrap_or_else(late)
    };
    match once().await {
        Err(RequestError::RetryAfter(wait)) if wait.duration() <= WAIT_MAX => {
            tokio::time::sleep(wait.duration()).await;
            once().await
        }
        other => other,
    }
}

/// Buttons, and the lines of a list as buttons.
pub(crate) fn keyboard(reply: &Reply, apps: &Apps, is_private: bool) -> InlineKeyboardMarkup {
    const SHORT: usize = 18;
    let short = reply.choices.iter().all(|choice| choice.label.chars().count() <= SHORT);
    let choices: Vec<_> = reply
        .choices
        .iter()
        .map(|choice| InlineKeyboardButton::callback(&choice.label, choice.press.to_string()))
        .collect();
    let mut rows: Vec<Vec<InlineKeyboardButton>> =
        choices.chunks(if short { 3 } else { 1 }).map(<[_]>::to_vec).collect();
    let shown = |shown: &talk::Button| button(shown, apps, is_private);
    for row in &reply.buttons {
        let row: Vec<_> = row.iter().filter_map(shown).collect();
        rows.extend(legible(&row));
    }
    InlineKeyboardMarkup::new(rows)
}

/// Letters that a row shows on a phone, with those that the edges of a button take.
const ROW_LETTERS: usize = 40;
const EDGES: usize = 2;

/// A row as one or several that are about equally long: all of its buttons are as wide, and what a label has no room for
/// is cut.
fn legible(row: &[InlineKeyboardButton]) -> Vec<Vec<InlineKeyboardButton>> {
    let mut lengths = (1..=row.len()).map(|rows| row.len().div_ceil(rows));
    let length = lengths.find(|length| row.chunks(*length).all(fits));
    row.chunks(length.unwrap_or(1)).map(<[_]>::to_vec).collect()
}

fn fits(row: &[InlineKeyboardButton]) -> bool {
    let longest = row.iter().map(|button| letters(&button.text)).max().unwrap_or_default();
    row.len() * (longest + EDGES) <= ROW_LETTERS
}

/// How wide a text is: what is written in squares takes two letters each.
fn letters(text: &str) -> usize {
    text.chars().map(|c| if c >= '\u{2e80}' { 2 } else { 1 }).sum()
}

fn button(button: &talk::Button, apps: &Apps, is_private: bool) -> Option<InlineKeyboardButton> {
    match &button.action {
        ButtonAction::Callback(press) => {
            Some(InlineKeyboardButton::callback(&button.label, press.to_string()))
        }
        ButtonAction::Link(address) => {
            let browser = || Some(InlineKeyboardButton::url(&button.label, address.parse().ok()?));
            apps.button(&button.label, address, is_private).or_else(browser)
        }
    }
}

/// Chats of one person have their id, and groups have others.
pub(crate) fn is_private(chat: i64) -> bool {
    chat > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(labels: &[&str]) -> Vec<usize> {
        let button = |label: &&str| InlineKeyboardButton::callback(*label, "press");
        let row: Vec<_> = labels.iter().map(button).collect();
        legible(&row).iter().map(Vec::len).collect()
    }

    #[test]
    fn no_row_has_more_buttons_than_a_phone_can_label() {
        assert!(lengths(&[]).is_empty());
        assert_eq!(lengths(&["⚪ quiet", "🔘 usual", "⚪ lively"]), [3]);
        assert_eq!(lengths(&["Undo", "Leaderboard", "My matrix", "Add note"]), [2, 2]);
        let setup =
            ["☑ Board each day", "☑ Recap each week", "☐ Pin honours", "Language", "Time zone"];
        assert_eq!(lengths(&setup), [2, 2, 1]);
        assert_eq!(lengths(&["チェックイン", "リーダーボード", "マトリックス"]), [2, 1]);
        // What is too long by itself still stands, alone.
        assert_eq!(lengths(&["x".repeat(60).as_str(), "y"]), [1, 1]);
    }
}
