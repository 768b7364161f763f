//! Responds: a reply becomes a message, an edit, or a note over the button that was pressed.

use engine::{Platform, Update, Worked};
use std::sync::Arc;
use talk::{Now, Pacer, Reply, Span, Talk, Text, Unsaid, Urgency, What};
use teloxide::types::{CallbackQueryId, ChatMemberKind, Me, MessageId, Seconds, UserId};
use teloxide::{ApiError, RequestError};

use crate::error;
use crate::receive::read;
use crate::receive::received::{Answer, Received, Told};
use crate::receive::update::outline;
use crate::respond::apps::Apps;
use crate::respond::asked::Asked;
use crate::respond::placing::{self, Way};
use crate::respond::render;
use crate::respond::send::{self, Place};

use teloxide::prelude::*;

/// How long an answer may be tried: Telegram keeps what it has for us for a day.
const OUTAGE_MAX_S: i64 = 86_400;

/// Lines of an answer that is short enough for a group, where there is no other place for it.
const LINES_MAX: usize = 4;

/// Answers updates.
#[derive(Clone)]
pub(crate) struct Responder {
    talk: Talk,
    bot: Bot,
    me: Me,
    apps: Apps,
    pacer: Arc<Pacer>,
    unsaid: Arc<Unsaid>,
    asked: Arc<Asked>,
    now: Now,
}

impl Responder {
    pub(crate) fn new(talk: Talk, bot: Bot, me: Me, pacer: Arc<Pacer>, now: Now) -> Responder {
        let apps = Apps::new(&talk.public_url, &me);
        let (unsaid, asked) = (Arc::default(), Arc::default());
        Responder { talk, bot, me, apps, pacer, unsaid, asked, now }
    }

    /// Works a stored update.
    pub(crate) async fn answer(self, update: Update) -> anyhow::Result<Worked> {
        let received = match read::read(&update.payload, &self.me, update.received_at) {
            Ok(received) => received,
            Err(error) => {
                let press = outline(&update.payload).and_then(|outline| outline.callback_query);
                if let Some(press) = press {
                    self.puzzle(&press.id, "").await.map_err(|error| unsaid(&error))?;
                }
                // An error may quote what people wrote.
                let why = match error.downcast_ref::<serde_json::Error>() {
                    Some(error) => format!("{:?} at {}", error.classify(), error.column()),
                    None => "it is no update as we know them".to_owned(),
                };
                return Ok(Worked::Unreadable { why });
            }
        };
        match received {
            Received::Request(request, answer) => {
                let told = update.told.as_deref().map(Told::read);
                return self.reply(&request, Answer { told, ..answer }, &update).await;
            }
            Received::Unknown { query, locale } => {
                if let Err(error) = self.puzzle(&query, &locale).await {
                    return Ok(self.later(&error, None, &update).unwrap_or(Worked::Done));
                }
            }
            Received::Reachable { address, reachable } => {
                self.talk
                    .engine
                    .communities()
                    .set_reachable(Platform::Telegram, &address, reachable, update.received_at)
                    .await?;
            }
            Received::Brought { group, locale } => {
                let (engine, chat) = (&self.talk.engine, &group.external_id);
                engine
                    .communities()
                    .set_reachable(Platform::Telegram, chat, true, update.received_at)
                    .await?;
                engine
                    .communities()
                    .welcome(&group, chat, locale.as_deref(), update.received_at)
                    .await?;
            }
            Received::Anonymous { key, chat, group, message, line, sent_at } => {
                let (talk, now) = (&self.talk, update.received_at);
                let said = (line.as_str(), key.as_str());
                let Some(reply) = talk.answer_anonymous(&group, said, sent_at, now).await? else {
                    return Ok(Worked::Done);
                };
                if let Err(error) = self.say(&Answer::to_group(chat, message), &reply).await {
                    return Ok(self.later(&error, Some(chat), &update).unwrap_or(Worked::Done));
                }
            }
            Received::Migrated { from, to } => {
                let (from, to) = (from.to_string(), to.to_string());
                self.talk
                    .engine
                    .communities()
                    .rename_address(Platform::Telegram, &from, &to)
                    .await?;
            }
            Received::Nothing => {
                metrics::counter!("streaks_unknown_updates_total", "source" => Platform::Telegram.name()).increment(1);
            }
        }
        Ok(Worked::Done)
    }

    /// Answers a press that means nothing to us.
    async fn puzzle(&self, query: &str, locale: &str) -> Result<(), RequestError> {
        let words = talk::Words::of(locale).plain("press-unknown", &[]);
        self.end_waiting(query, &words).await
    }

    /// Whether somebody manages a chat: Telegram says so only when asked.
    async fn manages(&self, answer: &Answer) -> bool {
        let (chat, user) = (ChatId(answer.chat), UserId(answer.from.unsigned_abs()));
        match self.bot.get_chat_member(chat, user).send().await {
            Ok(member) => member.is_privileged(),
            Err(error) => {
                tracing::warn!(error = %error::why(&error), "who manages a chat is not known");
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
                tracing::warn!(error = %error::why(&error), "what we may do in a chat is not known");
                vec![]
            }
        }
    }

    async fn reply(
        &self,
        request: &talk::Request,
        answer: Answer,
        update: &Update,
    ) -> anyhow::Result<Worked> {
        let reply = match self.unsaid.take(update.id) {
            Some(reply) => reply,
            None => match self.think(request, &answer).await {
                Ok(reply) => reply,
                Err(error) => {
                    if let Err(unsaid) = self.apologise(request, &answer, update).await {
                        tracing::warn!(%unsaid, update.id, "nor could the person be told");
                    }
                    return Err(error.into());
                }
            },
        };
        let sent = match self.say(&answer, &reply).await {
            Err(RequestError::MigrateToChatId(to)) => {
                self.migrated(answer.chat, to).await?;
                self.say(&Answer { chat: to.0, told: None, query: None, ..answer.clone() }, &reply)
                    .await
            }
            sent => sent,
        };
        let sent = match sent {
            Ok(sent) => sent,
            Err(error) if error::is_done(&error) => None,
            Err(error) => {
                if let Some(later) = self.later(&error, Some(answer.chat), update) {
                    self.unsaid.keep(update.id, reply);
                    return Ok(later);
                }
                tracing::error!(update.id, why = %error::why(&error), "Telegram refuses an answer");
                // Whoever asked in a group in which we may not write is told in private, if they let us.
                if !answer.is_private
                    && let Err(unsaid) = self.whisper(&answer, &reply).await
                {
                    tracing::info!(why = %error::why(&unsaid), "nor could the person be told");
                }
                if answer.is_private {
                    return Ok(Worked::Unreadable { why: error::why(&error) });
                }
                return Ok(Worked::Done);
            }
        };
        if let (Some(what), Some(message), false) = (reply.keep, sent, reply.private) {
            self.talk.keep(request, what, &message.0.to_string()).await?;
        }
        Ok(Worked::Done)
    }

    /// Finds the reply, and does what was asked for.
    async fn think(
        &self,
        request: &talk::Request,
        answer: &Answer,
    ) -> Result<Reply, engine::Error> {
        // Telegram is asked nothing for whoever asks too much of us.
        if let Some(wait) = self.talk.turned_away(request).await? {
            return Ok(wait);
        }
        let mut request = request.clone();
        if self.talk.asks_for_rights(&request) {
            request.manages = self.manages(answer).await;
        }
        if self.talk.asks_for_own_rights(&request) {
            request.bot_rights = self.own_rights(answer).await;
        }
        let reply = self.talk.answer(&request).await?;
        Ok(reply.unwrap_or_else(|| self.talk.puzzled(&request)))
    }

    /// The group has a new number.
    async fn migrated(&self, from: i64, to: ChatId) -> Result<(), engine::Error> {
        let (from, to) = (from.to_string(), to.to_string());
        self.talk.engine.communities().rename_address(Platform::Telegram, &from, &to).await
    }

    /// When an answer is given that could not be given now, if waiting mends that.
    fn later(&self, error: &RequestError, chat: Option<i64>, update: &Update) -> Option<Worked> {
        let why = error::why(error);
        if let RequestError::RetryAfter(wait) = error {
            if let Some(chat) = chat {
                self.pacer.wait(&chat.to_string(), wait.duration(), false, self.pacer.now());
            }
            return Some(Worked::Later { wait_s: i64::from(wait.seconds()), why });
        }
        let age_s = (self.now)().0 - update.received_at.0;
        // What fails for longer than that fails by itself: it is no reason for its neighbours to wait.
        let lasts = error::is_outage(error) && age_s < OUTAGE_MAX_S;
        lasts.then(|| Worked::Later { wait_s: (age_s / 4).clamp(1, 60), why })
    }

    /// Says once that the update is tried again by itself, and at last that it is not.
    async fn apologise(
        &self,
        request: &talk::Request,
        answer: &Answer,
        update: &Update,
    ) -> anyhow::Result<()> {
        let failed = |error: RequestError| unsaid(&error);
        if update.is_last_attempt() {
            self.say(answer, &self.talk.surrender(request)).await.map_err(failed)?;
        } else if answer.told.is_none() {
            let said = self.say(answer, &self.talk.apology(request)).await.map_err(failed)?;
            let told = said.map_or(Told::Note, Told::Message).written();
            self.talk.engine.updates().note_told(update.id, &told).await?;
        }
        Ok(())
    }

    /// Says it, and gives the message if it became one in the chat.
    async fn say(&self, answer: &Answer, reply: &Reply) -> Result<Option<MessageId>, RequestError> {
        let way = placing::way(answer, reply);
        // Whether it reached somebody in private is known when it has been tried.
        if answer.told.is_none() && way != Way::Whisper {
            self.note(answer, &placing::note(way, reply)).await?;
        }
        // A chat that asked to wait is not asked before its time, whoever writes there; notes are no messages.
        let chat = answer.chat.to_string();
        if !matches!(way, Way::Note | Way::Silence)
            && let Err(wait) = self.pacer.admit(&chat, Urgency::Answer, self.pacer.now())
        {
            return Err(RequestError::RetryAfter(Seconds::from_seconds(
                wait.as_secs_f64().ceil() as u32
            )));
        }
        let said = match way {
            Way::Rebutton => self.rebutton(answer, reply).await.map(|()| None),
            Way::Note | Way::Silence => Ok(None),
            Way::Rewrite => {
                self.asked.answered(answer.chat, answer.message);
                self.rewrite(answer, answer.message, reply).await
            }
            Way::Replace(told) => return self.rewrite(answer, told, reply).await,
            Way::Whisper => {
                let is_whispered = self.whisper(answer, reply).await?;
                // It is said: that nobody is told where is no reason to say it again.
                if let Err(error) = self.point(answer, is_whispered).await {
                    tracing::info!(why = %error::why(&error), "nothing says where the answer is");
                }
                Ok(None)
            }
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
        if let Err(error) = send::in_time(|| request.clone().send()).await {
            tracing::info!(why = %error::why(&error), "what is not so any more stays");
        }
    }

    /// Says where it was asked that the answer is in private: over the button, or in a line below what was typed.
    async fn point(&self, answer: &Answer, is_whispered: bool) -> Result<(), RequestError> {
        let text = talk::Words::of(&answer.locale).text("sent-in-private", &[]);
        if answer.query.is_some() {
            let note = if is_whispered { text.plain() } else { String::new() };
            return self.note(answer, &note).await;
        }
        if !is_whispered {
            return Ok(());
        }
        let line = Reply { silent: true, ..Reply::only(text) };
        self.send(answer, &line).await.map(drop)
    }

    /// Asks in a group, by name, whoever cannot be asked in private. What they were asked before goes: nobody has two
    /// questions there.
    async fn ask_by_name(&self, answer: &Answer, reply: &Reply) -> Result<(), RequestError> {
        let what = What::Literal(answer.name.clone());
        let name = Text(vec![Span { what, bold: true, code: false }]);
        let reply = Reply { text: name.then(reply.text.clone()), ..reply.clone() };
        let Some(message) = self.send(answer, &reply).await? else { return Ok(()) };
        if let Some(before) = self.asked.ask(answer.chat, answer.from, message) {
            self.delete(answer, before).await;
        }
        Ok(())
    }

    /// Answers in private what others may not read, or need not. Without a private chat a short question is asked in the
    /// group, and of the rest is said only how to open one. Whether it was answered in private.
    async fn whisper(&self, answer: &Answer, reply: &Reply) -> Result<bool, RequestError> {
        let place =
            Place { chat: answer.from, thread: None, reply_to: None, closes_keyboard: false };
        match send::message(&self.bot, (&self.apps, Some(&self.me)), place, reply).await {
            Ok(_) => Ok(true),
            Err(error) if error::is_gone(&error) && may_be_asked_aloud(reply) => {
                self.ask_by_name(answer, reply).await.map(|()| false)
            }
            Err(error) if error::is_gone(&error) => {
                let words = talk::Words::of(&answer.locale);
                let hello = || format!("https://t.me/{}?start=hello", self.me.username());
                let (text, link) = match &reply.elsewhere {
                    Some(elsewhere) => (elsewhere.text.clone(), elsewhere.link.clone()),
                    None => (words.text("only-in-private", &[]), hello()),
                };
                let open = talk::Button::link(words.plain("button-open-private", &[]), link);
                let only = Reply::open(text).with([open]);
                self.send(answer, &only).await.map(|_| false)
            }
            Err(error) => Err(error),
        }
    }

    /// Ends the waiting of a pressed button, with a note if there is something to say.
    async fn note(&self, answer: &Answer, text: &str) -> Result<(), RequestError> {
        match &answer.query {
            Some(query) => self.end_waiting(query, text).await,
            None => Ok(()),
        }
    }

    async fn end_waiting(&self, query: &str, text: &str) -> Result<(), RequestError> {
        let mut request = self.bot.answer_callback_query(CallbackQueryId(query.to_owned()));
        if !text.is_empty() {
            // It goes by itself: nobody has to close a dialog because they checked in.
            request = request.text(render::note(text));
        }
        match send::in_time(|| request.clone().send()).await {
            Ok(_) => Ok(()),
            // Pressed too long ago: nobody waits any more.
            Err(RequestError::Api(ApiError::InvalidQueryId)) => Ok(()),
            Err(RequestError::Api(ApiError::Unknown(why))) if why.contains("query") => Ok(()),
            Err(error) => Err(error),
        }
    }

    async fn send(
        &self,
        answer: &Answer,
        reply: &Reply,
    ) -> Result<Option<MessageId>, RequestError> {
        let reply_to = (!answer.is_private).then_some(answer.message);
        let closes_keyboard = answer.closes_keyboard;
        let place = Place { chat: answer.chat, thread: answer.thread, reply_to, closes_keyboard };
        match send::message(&self.bot, (&self.apps, Some(&self.me)), place, reply).await {
            Ok(message) => Ok(Some(message.id)),
            Err(error) if error::is_gone(&error) => {
                tracing::info!(why = %error::why(&error), "nobody is there to read this answer");
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    async fn rebutton(&self, answer: &Answer, reply: &Reply) -> Result<(), RequestError> {
        let chat = ChatId(answer.chat);
        let request = self
            .bot
            .edit_message_reply_markup(chat, answer.message)
            .reply_markup(send::keyboard(reply, &self.apps, answer.is_private));
        match send::in_time(|| request.clone().send()).await {
            Ok(_) => Ok(()),
            // What is too old, or gone, counts no more.
            Err(error @ RequestError::Api(_)) if !error::is_outage(&error) => Ok(()),
            Err(error) => Err(error),
        }
    }

    async fn rewrite(
        &self,
        answer: &Answer,
        message: MessageId,
        reply: &Reply,
    ) -> Result<Option<MessageId>, RequestError> {
        match send::edit(&self.bot, &self.apps, answer.chat, message, reply).await {
            Ok(()) => Ok(Some(message)),
            // Too old, or gone: the words come as a new message.
            Err(error @ RequestError::Api(_)) if !error::is_outage(&error) => {
                self.send(answer, reply).await
            }
            Err(error) => Err(error),
        }
    }
}

/// Whether a group may read an answer, and has room for it.
fn may_be_asked_aloud(reply: &Reply) -> bool {
    reply.aside && !reply.secret && reply.plain().lines().count() <= LINES_MAX
}

fn unsaid(error: &RequestError) -> anyhow::Error {
    anyhow::anyhow!(error::why(error))
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
        assert_eq!(placing::way(&press(), &with_way_on().turned()), Way::Rewrite);
    }

    #[test]
    fn what_is_for_one_person_takes_no_place_in_a_group() {
        assert_eq!(placing::way(&press(), &with_way_on().replacing()), Way::Send);
    }

    #[test]
    fn a_secret_page_is_whispered() {
        let pages = Reply { pages: true, ..with_way_on().secret_if(true) };
        assert_eq!(placing::way(&press(), &pages), Way::Whisper);
        assert_eq!(placing::way(&press(), &with_way_on().secret_if(true).turned()), Way::Whisper);
    }

    #[test]
    fn a_page_that_nobody_pressed_for_is_a_message_of_its_own() {
        let line = Answer { query: None, ..press() };
        assert_eq!(placing::way(&line, &with_way_on().turned()), Way::Send);
    }

    #[test]
    fn a_short_private_answer_to_a_press_is_a_note() {
        assert_eq!(placing::way(&press(), &Reply::only(text("Done."))), Way::Note);
        assert_eq!(placing::way(&press(), &with_way_on().in_brief(text("Done."))), Way::Note);
    }

    #[test]
    fn the_answer_takes_the_place_of_what_was_said_when_it_failed() {
        let told = MessageId(9);
        let later = Answer { told: Some(Told::Message(told)), query: None, ..press() };
        assert_eq!(placing::way(&later, &with_way_on()), Way::Replace(told));
        let private = Answer { is_private: true, ..later.clone() };
        assert_eq!(placing::way(&private, &with_way_on()), Way::Replace(told));
        assert_eq!(placing::way(&later, &with_way_on().secret_if(true)), Way::Whisper);
        // Nobody sees a second note over the same button.
        let noted = Answer { told: Some(Told::Note), ..press() };
        assert_eq!(placing::way(&noted, &Reply::only(text("Done."))), Way::Send);
    }

    #[test]
    fn a_picture_takes_the_place_of_no_text() {
        let picture = talk::Picture { png: std::sync::Arc::default(), alt: String::new() };
        let private = Answer { is_private: true, ..press() };
        let reply = Reply { pictures: vec![picture], ..with_way_on().turned() };
        assert_eq!(
            [placing::way(&press(), &reply), placing::way(&private, &reply)],
            [Way::Send; 2]
        );
    }

    #[test]
    fn what_people_write_is_no_markup() {
        let literal =
            Span { what: What::Literal("<a href=\"x\">&</a>".to_owned()), bold: true, code: false };
        assert_eq!(
            render::render(&Text(vec![literal])),
            "<b>&lt;a href=\"x\"&gt;&amp;&lt;/a&gt;</b>"
        );
    }

    #[test]
    fn what_people_write_mentions_nobody() {
        assert_eq!(
            render::unmentioned("@ada and a@b, @ all"),
            "@\u{2060}ada and a@\u{2060}b, @ all"
        );
    }
}
