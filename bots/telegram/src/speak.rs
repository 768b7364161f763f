//! Speaking: a reply becomes a message, an edit, or a note over the button that was pressed.

use crate::SOURCE;
use crate::hear::{self, Answer, Heard};
use engine::{Platform, Update};
use std::time::Duration;
use talk::{Action, Reply, Span, Talk, Text, What};
use teloxide::prelude::*;
use teloxide::types::{
    CallbackQueryId, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Me, MessageId,
    ParseMode, ReplyParameters, ThreadId,
};
use teloxide::utils::html;
use teloxide::{ApiError, RequestError};

/// The longest note that Telegram shows over a button, in UTF-16 units.
const NOTE_MAX: usize = 200;
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
    pub(crate) async fn answer(self, update: Update) -> anyhow::Result<()> {
        let heard = match hear::read(&update.payload, &self.me, update.received_at) {
            Ok(heard) => heard,
            Err(error) => {
                tracing::error!(%error, source = SOURCE, update.id, "an update cannot be read and is left out");
                return Ok(());
            }
        };
        match heard {
            Heard::Said(request, answer) => {
                self.reply(&request, &answer, update.attempts == 1).await
            }
            Heard::Reachable { address, reachable } => {
                Ok(self.talk.engine.set_reachable(Platform::Telegram, &address, reachable).await?)
            }
            Heard::Anonymous { chat, message } => {
                let reply = Reply::open(talk::Words::of("en").text("who-are-you", &[]));
                let answer = Answer::to_group(chat, message);
                self.send(&answer, &reply).await
            }
            Heard::Nothing => Ok(()),
        }
    }

    async fn reply(
        &self,
        request: &talk::Request,
        answer: &Answer,
        is_first: bool,
    ) -> anyhow::Result<()> {
        match self.talk.answer(request).await {
            Ok(Some(reply)) => self.say(answer, &reply).await,
            Ok(None) => self.note(answer, "").await,
            Err(error) => {
                // The person is told once; the update is tried again.
                if is_first {
                    self.say(answer, &self.talk.apology(request)).await?;
                }
                Err(error.into())
            }
        }
    }

    async fn say(&self, answer: &Answer, reply: &Reply) -> anyhow::Result<()> {
        if answer.is_private {
            self.note(answer, "").await?;
            return if reply.replaces && answer.query.is_some() {
                self.rewrite(answer, reply).await
            } else {
                self.send(answer, reply).await
            };
        }
        // In a group only a note over the button is private, and it holds no buttons.
        let has_way_on = !reply.buttons.is_empty() || !reply.choices.is_empty();
        let note = if reply.brief.0.is_empty() { reply.plain() } else { reply.brief.plain() };
        let fits = note.encode_utf16().count() <= NOTE_MAX;
        if answer.query.is_some()
            && reply.private
            && fits
            && (!has_way_on || !reply.brief.0.is_empty())
        {
            return self.note(answer, &note).await;
        }
        self.note(answer, "").await?;
        if reply.secret {
            self.whisper(answer, reply).await
        } else {
            self.send(answer, reply).await
        }
    }

    /// Answers in private what nobody else may read; without a private chat, says only how to open one.
    async fn whisper(&self, answer: &Answer, reply: &Reply) -> anyhow::Result<()> {
        match message(&self.bot, answer.from, None, None, reply).await {
            Ok(_) => Ok(()),
            Err(error) if is_gone(&error) => {
                let words = talk::Words::of(&answer.locale);
                let link = format!("https://t.me/{}?start=hello", self.me.username());
                let open = talk::Button::link(words.plain("button-open-private", &[]), link);
                self.send(answer, &Reply::open(words.text("only-in-private", &[])).with([open]))
                    .await
            }
            Err(error) => Err(anyhow::anyhow!(why(&error))),
        }
    }

    /// Ends the waiting of a pressed button, with a note if there is something to say.
    async fn note(&self, answer: &Answer, text: &str) -> anyhow::Result<()> {
        let Some(query) = &answer.query else { return Ok(()) };
        let mut request = self.bot.answer_callback_query(CallbackQueryId(query.clone()));
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

    async fn send(&self, answer: &Answer, reply: &Reply) -> anyhow::Result<()> {
        let reply_to = (!answer.is_private).then_some(answer.message);
        match message(&self.bot, answer.chat, answer.thread, reply_to, reply).await {
            Ok(_) => Ok(()),
            Err(error) if is_gone(&error) => {
                tracing::info!(why = %why(&error), "nobody is there to read this answer");
                Ok(())
            }
            Err(error) => Err(anyhow::anyhow!(why(&error))),
        }
    }

    async fn rewrite(&self, answer: &Answer, reply: &Reply) -> anyhow::Result<()> {
        let request = self
            .bot
            .edit_message_text(ChatId(answer.chat), answer.message, render(&reply.text))
            .parse_mode(ParseMode::Html)
            .link_preview_options(NO_PREVIEW)
            .reply_markup(keyboard(reply));
        match patiently(|| request.clone().send()).await {
            Ok(_) | Err(RequestError::Api(ApiError::MessageNotModified)) => Ok(()),
            // Too old, or gone: the words come as a new message.
            Err(RequestError::Api(_)) => self.send(answer, reply).await,
            Err(error) => Err(anyhow::anyhow!(why(&error))),
        }
    }
}

const NO_PREVIEW: LinkPreviewOptions = LinkPreviewOptions {
    is_disabled: true,
    url: None,
    prefer_small_media: false,
    prefer_large_media: false,
    show_above_text: false,
};

/// Sends a reply as a message of its own.
pub(crate) async fn message(
    bot: &Bot,
    chat: i64,
    thread: Option<i32>,
    reply_to: Option<MessageId>,
    reply: &Reply,
) -> Result<Message, RequestError> {
    let mut request = bot
        .send_message(ChatId(chat), render(&reply.text))
        .parse_mode(ParseMode::Html)
        .link_preview_options(NO_PREVIEW);
    if let Some(thread) = thread {
        request = request.message_thread_id(ThreadId(MessageId(thread)));
    }
    if let Some(message) = reply_to {
        request =
            request.reply_parameters(ReplyParameters::new(message).allow_sending_without_reply());
    }
    let keyboard = keyboard(reply);
    if !keyboard.inline_keyboard.is_empty() {
        request = request.reply_markup(keyboard);
    }
    patiently(|| request.clone().send()).await
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

/// A text in Telegram's HTML.
pub(crate) fn render(text: &Text) -> String {
    text.0.iter().map(span).collect()
}

fn span(span: &Span) -> String {
    let inner = match &span.what {
        What::Words(text) | What::Literal(text) | What::Link(text) => html::escape(text),
        What::Time { else_shown, .. } => html::escape(else_shown),
    };
    let inner = if span.code { format!("<code>{inner}</code>") } else { inner };
    if span.bold { format!("<b>{inner}</b>") } else { inner }
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
        Action::Press(press) => {
            Some(InlineKeyboardButton::callback(&button.label, press.to_string()))
        }
        Action::Link(address) => {
            address.parse().ok().map(|address| InlineKeyboardButton::url(&button.label, address))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_no_markup() {
        let literal =
            Span { what: What::Literal("<a href=\"x\">&</a>".to_owned()), bold: true, code: false };
        assert_eq!(render(&Text(vec![literal])), "<b>&lt;a href=\"x\"&gt;&amp;&lt;/a&gt;</b>");
    }
}
