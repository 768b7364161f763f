//! Speaking: a reply becomes a message, an edit, or a note over the button that was pressed.

use crate::hear::{self, Answer, Heard, Told};
use crate::update::outline;
use engine::{Platform, Update, Worked};
use std::time::Duration;
use talk::{ButtonAction, Reply, Span, Talk, Text, What};
use teloxide::prelude::*;
use teloxide::types::{
    ButtonRequest, CallbackQueryId, ChatMemberKind, FileId, ForceReply, InlineKeyboardButton,
    InlineKeyboardMarkup, InputFile, KeyboardButton, KeyboardMarkup, KeyboardRemove,
    LinkPreviewOptions, Me, MessageId, ParseMode, ReplyMarkup, ReplyParameters, ThreadId, UserId,
};
use teloxide::utils::html;
use teloxide::{ApiError, RequestError};

/// The longest note that Telegram shows over a button, in UTF-16 units.
const NOTE_MAX: usize = 200;
/// The longest text and the longest caption, in UTF-16 units.
const TEXT_MAX: usize = 4090;
const CAPTION_MAX: usize = 1024;
/// A longer wait is left to the next attempt.
const WAIT_MAX: Duration = Duration::from_secs(20);

/// Answers updates.
#[derive(Clone)]
pub(crate) struct Speaker {
    talk: Talk,
    bot: Bot,
    me: Me,
}

impl Speaker {
    pub(crate) fn new(talk: Talk, bot: Bot, me: Me) -> Speaker {
        Speaker { talk, bot, me }
    }

    /// Works a stored update.
    pub(crate) async fn answer(self, update: Update) -> anyhow::Result<Worked> {
        let heard = match hear::read(&update.payload, &self.me, update.received_at) {
            Ok(heard) => heard,
            Err(error) => {
                let press = outline(&update.payload).and_then(|outline| outline.callback_query);
                if let Some(press) = press {
                    self.puzzle(&press.id, "").await?;
                }
                // An error may quote what people wrote.
                let why = match error.downcast_ref::<serde_json::Error>() {
                    Some(error) => format!("{:?} at {}", error.classify(), error.column()),
                    None => "it is no update as we know them".to_owned(),
                };
                return Ok(Worked::Unreadable { why });
            }
        };
        match heard {
            Heard::Input(request, answer) => {
                let told = update.told.as_deref().map(Told::read);
                self.reply(&request, &Answer { told, ..answer }, &update).await?;
            }
            Heard::Unknown { query, locale } => self.puzzle(&query, &locale).await?,
            Heard::Reachable { address, reachable } => {
                self.talk
                    .engine
                    .communities()
                    .set_reachable(Platform::Telegram, &address, reachable)
                    .await?;
            }
            Heard::Brought { group, locale } => {
                let (engine, chat) = (&self.talk.engine, &group.external_id);
                engine.communities().set_reachable(Platform::Telegram, chat, true).await?;
                engine
                    .communities()
                    .welcome(&group, chat, locale.as_deref(), update.received_at)
                    .await?;
            }
            Heard::Anonymous { chat, message, line } => {
                self.talk.overhear(&line, update.received_at).await?;
                let reply = Reply::open(talk::Words::of("en").text("who-are-you", &[]));
                let answer = Answer::to_group(chat, message);
                self.send(&answer, &reply).await?;
            }
            Heard::ClockChange { from, to } => {
                let (from, to) = (from.to_string(), to.to_string());
                self.talk
                    .engine
                    .communities()
                    .rename_address(Platform::Telegram, &from, &to)
                    .await?;
            }
            Heard::Nothing => {}
        }
        Ok(Worked::Done)
    }

    /// Answers a press that means nothing to us.
    async fn puzzle(&self, query: &str, locale: &str) -> anyhow::Result<()> {
        let words = talk::Words::of(locale).plain("press-unknown", &[]);
        self.end_waiting(query, &words).await
    }

    /// Whether somebody manages a chat: Telegram says so only when asked.
    async fn manages(&self, answer: &Answer) -> bool {
        let (chat, user) = (ChatId(answer.chat), UserId(answer.from.unsigned_abs()));
        match self.bot.get_chat_member(chat, user).send().await {
            Ok(member) => member.is_privileged(),
            Err(error) => {
                tracing::warn!(error = %why(&error), "who manages a chat is not known");
                false
            }
        }
    }

    /// What we may do in a group, as far as anything of ours needs it.
    async fn own_rights(&self, answer: &Answer) -> Vec<(String, bool)> {
        match self.bot.get_chat_member(ChatId(answer.chat), self.me.id).send().await {
            Ok(member) => {
                let pins = match member.kind {
                    ChatMemberKind::Owner(_) => true,
                    ChatMemberKind::Administrator(rights) => rights.can_pin_messages,
                    _ => false,
                };
                vec![("pin".to_owned(), pins)]
            }
            Err(error) => {
                tracing::warn!(error = %why(&error), "what we may do in a chat is not known");
                vec![]
            }
        }
    }

    async fn reply(
        &self,
        request: &talk::Request,
        answer: &Answer,
        update: &Update,
    ) -> anyhow::Result<()> {
        let mut request = request.clone();
        if self.talk.asks_for_rights(&request) {
            request.manages = self.manages(answer).await;
        }
        if self.talk.asks_for_own_rights(&request) {
            request.bot_rights = self.own_rights(answer).await;
        }
        let request = &request;
        match self.talk.answer(request).await {
            Ok(Some(reply)) => {
                let sent = self.say(answer, &reply).await?;
                if let (Some(what), Some(message), false) = (reply.keep, sent, reply.private) {
                    self.talk.keep(request, what, &message.0.to_string()).await?;
                }
                Ok(())
            }
            Ok(None) => self.say(answer, &self.talk.puzzled(request)).await.map(drop),
            Err(error) => {
                if let Err(unsaid) = self.apologise(request, answer, update).await {
                    tracing::warn!(%unsaid, update.id, "nor could the person be told");
                }
                Err(error.into())
            }
        }
    }

    /// Says once that the update is tried again by itself, and at last that it is not.
    async fn apologise(
        &self,
        request: &talk::Request,
        answer: &Answer,
        update: &Update,
    ) -> anyhow::Result<()> {
        if update.is_last_attempt() {
            self.say(answer, &self.talk.surrender(request)).await?;
        } else if answer.told.is_none() {
            let said = self.say(answer, &self.talk.apology(request)).await?;
            let told = said.map_or(Told::Note, Told::Message).written();
            self.talk.engine.updates().note_told(update.id, &told).await?;
        }
        Ok(())
    }

    /// Says it, and gives the message if it became one in the chat.
    async fn say(&self, answer: &Answer, reply: &Reply) -> anyhow::Result<Option<MessageId>> {
        let way = way(answer, reply);
        if answer.told.is_none() {
            let note = match way {
                Way::Rebutton => reply.plain(),
                Way::Note => note_of(reply),
                Way::Rewrite | Way::Replace(_) | Way::Whisper | Way::Send => String::new(),
            };
            self.note(answer, &note).await?;
        }
        let said = match way {
            Way::Rebutton => self.rebutton(answer, reply).await.map(|()| None),
            Way::Note => Ok(None),
            Way::Rewrite => self.rewrite(answer, answer.message, reply).await,
            Way::Replace(told) => return self.rewrite(answer, told, reply).await,
            Way::Whisper => self.whisper(answer, reply).await.map(|()| None),
            Way::Send => self.send(answer, reply).await,
        }?;
        match answer.told {
            // The note that would say so has been shown already.
            Some(Told::Note) if way == Way::Rebutton => self.send(answer, reply).await,
            Some(Told::Message(told)) => {
                self.delete(answer, told).await;
                Ok(said)
            }
            _ => Ok(said),
        }
    }

    /// Takes back what is not so any more. The answer is given: that it cannot be taken back is no reason to give it
    /// again.
    async fn delete(&self, answer: &Answer, message: MessageId) {
        let request = self.bot.delete_message(ChatId(answer.chat), message);
        if let Err(error) = patiently(|| request.clone().send()).await {
            tracing::info!(why = %why(&error), "an apology stays");
        }
    }

    /// Answers in private what nobody else may read; without a private chat, says only how to open one.
    async fn whisper(&self, answer: &Answer, reply: &Reply) -> anyhow::Result<()> {
        let place =
            Place { chat: answer.from, thread: None, reply_to: None, closes_keyboard: false };
        match message(&self.bot, Some(&self.me), place, reply).await {
            Ok(_) => Ok(()),
            Err(error) if is_gone(&error) => {
                let words = talk::Words::of(&answer.locale);
                let link = format!("https://t.me/{}?start=hello", self.me.username());
                let open = talk::Button::link(words.plain("button-open-private", &[]), link);
                let only = Reply::open(words.text("only-in-private", &[])).with([open]);
                self.send(answer, &only).await.map(drop)
            }
            Err(error) => Err(anyhow::anyhow!(why(&error))),
        }
    }

    /// Ends the waiting of a pressed button, with a note if there is something to say.
    async fn note(&self, answer: &Answer, text: &str) -> anyhow::Result<()> {
        match &answer.query {
            Some(query) => self.end_waiting(query, text).await,
            None => Ok(()),
        }
    }

    async fn end_waiting(&self, query: &str, text: &str) -> anyhow::Result<()> {
        let mut request = self.bot.answer_callback_query(CallbackQueryId(query.to_owned()));
        if !text.is_empty() {
            request = request.text(text).show_alert(text.contains('\n') || text.len() > 60);
        }
        match patiently(|| request.clone().send()).await {
            Ok(_) => Ok(()),
            // Pressed too long ago: nobody waits any more.
            Err(RequestError::Api(ApiError::InvalidQueryId)) => Ok(()),
            Err(RequestError::Api(ApiError::Unknown(why))) if why.contains("query") => Ok(()),
            Err(error) => Err(anyhow::anyhow!(self::why(&error))),
        }
    }

    async fn send(&self, answer: &Answer, reply: &Reply) -> anyhow::Result<Option<MessageId>> {
        let reply_to = (!answer.is_private).then_some(answer.message);
        let closes_keyboard = answer.closes_keyboard;
        let place = Place { chat: answer.chat, thread: answer.thread, reply_to, closes_keyboard };
        match message(&self.bot, Some(&self.me), place, reply).await {
            Ok(message) => Ok(Some(message.id)),
            Err(error) if is_gone(&error) => {
                tracing::info!(why = %why(&error), "nobody is there to read this answer");
                Ok(None)
            }
            Err(error) => Err(anyhow::anyhow!(why(&error))),
        }
    }

    async fn rebutton(&self, answer: &Answer, reply: &Reply) -> anyhow::Result<()> {
        let chat = ChatId(answer.chat);
        let request =
            self.bot.edit_message_reply_markup(chat, answer.message).reply_markup(keyboard(reply));
        match patiently(|| request.clone().send()).await {
            // What is too old, or gone, counts no more.
            Ok(_) | Err(RequestError::Api(_)) => Ok(()),
            Err(error) => Err(anyhow::anyhow!(why(&error))),
        }
    }

    async fn rewrite(
        &self,
        answer: &Answer,
        message: MessageId,
        reply: &Reply,
    ) -> anyhow::Result<Option<MessageId>> {
        match edit(&self.bot, answer.chat, message, reply).await {
            Ok(()) => Ok(Some(message)),
            // Too old, or gone: the words come as a new message.
            Err(RequestError::Api(_)) => self.send(answer, reply).await,
            Err(error) => Err(anyhow::anyhow!(why(&error))),
        }
    }
}

/// How a reply reaches its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// By a note over the pressed button, and new buttons for its message.
    Rebutton,
    /// By a note over the pressed button alone.
    Note,
    /// In place of the message whose button was pressed.
    Rewrite,
    /// In place of what was said after an attempt that failed.
    Replace(MessageId),
    /// In the private chat of whoever asked.
    Whisper,
    /// As a message of its own.
    Send,
}

fn way(answer: &Answer, reply: &Reply) -> Way {
    let is_press = answer.query.is_some();
    // Only a text can be written anew.
    let is_text = reply.pictures.is_empty() && reply.documents.is_empty() && reply.form.is_none();
    if is_press && reply.rebuttons {
        return Way::Rebutton;
    }
    let may_rewrite = if answer.is_private { reply.replaces } else { reply.pages && !reply.secret };
    if is_press && may_rewrite && is_text {
        return Way::Rewrite;
    }
    // What asks for an answer, or for a place, stands below a message of its own.
    let is_plain = is_text && reply.asks_location.is_none() && !answer.closes_keyboard;
    let send = match answer.told {
        Some(Told::Message(told)) if is_plain => Way::Replace(told),
        _ => Way::Send,
    };
    if answer.is_private {
        return send;
    }
    // In a group only a note over the button is private, and it holds no buttons.
    let has_way_on = !reply.buttons.is_empty() || !reply.choices.is_empty() || reply.form.is_some();
    let says_enough = !has_way_on || !reply.brief.0.is_empty();
    let fits = note_of(reply).encode_utf16().count() <= NOTE_MAX;
    if is_press && answer.told.is_none() && reply.private && fits && says_enough {
        Way::Note
    } else if reply.secret {
        Way::Whisper
    } else {
        send
    }
}

/// What a note says of a reply.
fn note_of(reply: &Reply) -> String {
    if reply.brief.0.is_empty() { reply.plain() } else { reply.brief.plain() }
}

/// Writes a message anew. That it says the same already is fine.
pub(crate) async fn edit(
    bot: &Bot,
    chat: i64,
    message: MessageId,
    reply: &Reply,
) -> Result<(), RequestError> {
    let request = bot
        .edit_message_text(ChatId(chat), message, render(&reply.text))
        .parse_mode(ParseMode::Html)
        .link_preview_options(NO_PREVIEW)
        .reply_markup(keyboard(reply));
    match patiently(|| request.clone().send()).await {
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
    me: Option<&Me>,
    place: Place,
    reply: &Reply,
) -> Result<Message, RequestError> {
    match message_in(bot, me, place, reply).await {
        Err(RequestError::Api(error))
            if place.thread.is_some() && error.to_string().contains("thread not found") =>
        {
            message_in(bot, me, Place { thread: None, ..place }, reply).await
        }
        // Where no pictures may be sent, the words alone say it too.
        Err(RequestError::Api(error))
            if !reply.pictures.is_empty() && error.to_string().contains("not enough rights") =>
        {
            message_in(bot, me, place, &Reply { pictures: vec![], ..reply.clone() }).await
        }
        other => other,
    }
}

/// What kind of message this is, decided once: each kind is a request of its own.
async fn message_in(
    bot: &Bot,
    me: Option<&Me>,
    place: Place,
    reply: &Reply,
) -> Result<Message, RequestError> {
    let chat = ChatId(place.chat);
    let text = render(&reply.text);
    let markup = markup(reply)
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
            patiently(|| request.clone().send()).await
        }};
    }
    // A caption is shorter than a text: what is longer comes without its picture.
    let is_caption = reply.text.plain().encode_utf16().count() <= CAPTION_MAX;
    if let Some(document) = reply.documents.first().filter(|_| is_caption) {
        let file = InputFile::memory(document.bytes.to_vec()).file_name(document.name.clone());
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
            let mark = hear::mark_of(me, &form.press.to_string(), field);
            // An invisible character bears the address.
            format!("<a href=\"{}\">\u{2060}</a>{text}", html::escape(&mark).replace('"', "&quot;"))
        }
        _ => text,
    };
    send!(bot.send_message(chat, text).parse_mode(ParseMode::Html).link_preview_options(NO_PREVIEW))
}

/// Buttons, or what the person shall send: an answer, or a location by a button below the text field.
fn markup(reply: &Reply) -> Option<ReplyMarkup> {
    let keyboard = keyboard(reply);
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

/// Waits once if Telegram asks for it.
async fn patiently<T, F: Future<Output = Result<T, RequestError>>>(
    send: impl Fn() -> F,
) -> Result<T, RequestError> {
    match send().await {
        Err(RequestError::RetryAfter(wait)) if wait.duration() <= WAIT_MAX => {
            tokio::time::sleep(wait.duration()).await;
            send().await
        }
        other => other,
    }
}

/// Whether the chat or the person cannot be written to any more. Teloxide does not know all the wordings.
pub(crate) fn is_gone(error: &RequestError) -> bool {
    match error {
        RequestError::Api(ApiError::ChatNotFound | ApiError::UserNotFound) => true,
        RequestError::Api(error) => error.to_string().contains("Forbidden: "),
        _ => false,
    }
}

/// What went wrong, without the address that holds the token.
pub(crate) fn why(error: &RequestError) -> String {
    match error {
        RequestError::Network(error) => {
            let mut text = "Telegram cannot be reached".to_owned();
            let mut cause = std::error::Error::source(error.as_ref());
            while let Some(error) = cause {
                text.push_str(": ");
                text.push_str(&error.to_string());
                cause = error.source();
            }
            text
        }
        // The answer itself may hold what people wrote.
        RequestError::InvalidJson { source, .. } => {
            format!("Telegram's answer cannot be read: {source}")
        }
        other => other.to_string(),
    }
}

/// A text in Telegram's HTML: whole spans up to its limit.
pub(crate) fn render(text: &Text) -> String {
    let mut length = 0;
    let mut rendered = String::new();
    for one in &text.0 {
        length += one.what.plain().encode_utf16().count();
        if length > TEXT_MAX {
            return rendered + "…";
        }
        rendered.push_str(&span(one));
    }
    rendered
}

fn span(span: &Span) -> String {
    let inner = match &span.what {
        What::Words(text) | What::Link(text) | What::Role(text) => html::escape(text),
        What::Literal(text) => html::escape(&unmentioned(text)),
        What::Time { else_shown, .. } => html::escape(else_shown),
    };
    let inner = if span.code { format!("<code>{inner}</code>") } else { inner };
    if span.bold { format!("<b>{inner}</b>") } else { inner }
}

/// What people write pings nobody: an invisible joiner behind each sign that Telegram makes a mention of.
fn unmentioned(text: &str) -> String {
    let mut rest = text.chars().peekable();
    let mut shown = String::with_capacity(text.len());
    while let Some(c) = rest.next() {
        shown.push(c);
        if c == '@' && rest.peek().is_some_and(char::is_ascii_alphanumeric) {
            shown.push('\u{2060}');
        }
    }
    shown
}

/// Buttons, and the lines of a list as buttons.
fn keyboard(reply: &Reply) -> InlineKeyboardMarkup {
    const SHORT: usize = 18;
    let short = reply.choices.iter().all(|choice| choice.label.chars().count() <= SHORT);
    let choices: Vec<_> = reply
        .choices
        .iter()
        .map(|choice| InlineKeyboardButton::callback(&choice.label, choice.press.to_string()))
        .collect();
    let mut rows: Vec<Vec<InlineKeyboardButton>> =
        choices.chunks(if short { 3 } else { 1 }).map(<[_]>::to_vec).collect();
    rows.extend(reply.buttons.iter().map(|row| row.iter().filter_map(button).collect()));
    rows.retain(|row| !row.is_empty());
    InlineKeyboardMarkup::new(rows)
}

fn button(button: &talk::Button) -> Option<InlineKeyboardButton> {
    match &button.action {
        ButtonAction::Callback(press) => {
            Some(InlineKeyboardButton::callback(&button.label, press.to_string()))
        }
        ButtonAction::Link(address) => {
            address.parse().ok().map(|address| InlineKeyboardButton::url(&button.label, address))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A press in a group.
    fn press() -> Answer {
        Answer { query: Some("1".to_owned()), ..Answer::to_group(-100, MessageId(2)) }
    }

    fn text(words: &str) -> Text {
        Text(vec![Span { what: What::Words(words.to_owned()), bold: false, code: false }])
    }

    /// A text with a button below it, for whoever asked.
    fn with_way_on() -> Reply {
        let next = talk::CallbackId::new("leaderboard", None, "here.total.week.2");
        Reply::only(text("1 Ada")).with([talk::Button::press("Next".to_owned(), next)])
    }

    #[test]
    fn a_page_in_a_group_takes_the_place_of_the_one_before() {
        assert_eq!(way(&press(), &with_way_on().turned()), Way::Rewrite);
    }

    #[test]
    fn what_is_for_one_person_takes_no_place_in_a_group() {
        assert_eq!(way(&press(), &with_way_on().replacing()), Way::Send);
    }

    #[test]
    fn a_secret_page_is_whispered() {
        let pages = Reply { pages: true, ..with_way_on().secret_if(true) };
        assert_eq!(way(&press(), &pages), Way::Whisper);
        assert_eq!(way(&press(), &with_way_on().secret_if(true).turned()), Way::Whisper);
    }

    #[test]
    fn a_page_that_nobody_pressed_for_is_a_message_of_its_own() {
        let line = Answer { query: None, ..press() };
        assert_eq!(way(&line, &with_way_on().turned()), Way::Send);
    }

    #[test]
    fn a_short_private_answer_to_a_press_is_a_note() {
        assert_eq!(way(&press(), &Reply::only(text("Done."))), Way::Note);
        assert_eq!(way(&press(), &with_way_on().in_brief(text("Done."))), Way::Note);
    }

    #[test]
    fn the_answer_takes_the_place_of_what_was_said_when_it_failed() {
        let told = MessageId(9);
        let later = Answer { told: Some(Told::Message(told)), query: None, ..press() };
        assert_eq!(way(&later, &with_way_on()), Way::Replace(told));
        let private = Answer { is_private: true, ..later.clone() };
        assert_eq!(way(&private, &with_way_on()), Way::Replace(told));
        assert_eq!(way(&later, &with_way_on().secret_if(true)), Way::Whisper);
        // Nobody sees a second note over the same button.
        let noted = Answer { told: Some(Told::Note), ..press() };
        assert_eq!(way(&noted, &Reply::only(text("Done."))), Way::Send);
    }

    #[test]
    fn a_picture_takes_the_place_of_no_text() {
        let picture = talk::Picture { png: std::sync::Arc::default(), alt: String::new() };
        let private = Answer { is_private: true, ..press() };
        let reply = Reply { pictures: vec![picture], ..with_way_on().turned() };
        assert_eq!([way(&press(), &reply), way(&private, &reply)], [Way::Send; 2]);
    }

    #[test]
    fn what_people_write_is_no_markup() {
        let literal =
            Span { what: What::Literal("<a href=\"x\">&</a>".to_owned()), bold: true, code: false };
        assert_eq!(render(&Text(vec![literal])), "<b>&lt;a href=\"x\"&gt;&amp;&lt;/a&gt;</b>");
    }

    #[test]
    fn what_people_write_mentions_nobody() {
        assert_eq!(unmentioned("@ada and a@b, @ all"), "@\u{2060}ada and a@\u{2060}b, @ all");
    }
}
