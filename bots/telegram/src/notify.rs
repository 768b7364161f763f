//! The notifier for Telegram: groups, topics and private chats.

use engine::{Delivered, Delivery, Platform, Topic, back_off_s};
use futures_util::future::BoxFuture;
use std::sync::Arc;
use std::time::Duration;
use talk::{Pacer, Talk, Urgency};
use teloxide::payloads::PinChatMessageSetters;
use teloxide::prelude::{Request, Requester};
use teloxide::types::{ChatId, MessageId};
use teloxide::{ApiError, Bot, RequestError};

use crate::error;
use crate::respond::apps::Apps;
use crate::respond::send::{self, Place};

pub(crate) struct Telegram {
    talk: Talk,
    bot: Bot,
    apps: Apps,
    pacer: Arc<Pacer>,
}

impl Telegram {
    pub(crate) fn new(talk: Talk, bot: Bot, apps: Apps, pacer: Arc<Pacer>) -> Telegram {
        Telegram { talk, bot, apps, pacer }
    }

    async fn try_deliver(&self, delivery: &Delivery) -> Delivered {
        // Telegram knows no repeats.
        if delivery.unsure_since.is_some() && !delivery.may_be_told_twice() {
            return Delivered::Unsure {
                wait_s: 60,
                why: "it was in hand when a process ended".to_owned(),
            };
        }
        let reply = match self.talk.tell_in_time(delivery).await {
            Ok(Some(reply)) => reply,
            Ok(None) => return Delivered::Pointless,
            Err(why) => return Delivered::Later { wait_s: back_off_s(delivery.attempts), why },
        };
        let place = &delivery.destination;
        let Ok(chat) = place.address.parse() else {
            return Delivered::Refused { why: "the address is no chat".to_owned() };
        };
        if let Err(wait) = self.pacer.admit(&place.address, Urgency::News, self.pacer.now()) {
            return paused(wait, "this chat has to wait".to_owned());
        }
        if let Some(known) = self.known_message(delivery).await {
            match send::edit(&self.bot, &self.apps, chat, known, &reply).await {
                Ok(()) => {
                    self.pacer.answered();
                    return Delivered::Sent { remote_id: Some(known.0.to_string()) };
                }
                // Somebody deleted it: it stays deleted.
                Err(RequestError::Api(
                    ApiError::MessageToEditNotFound | ApiError::MessageCantBeEdited,
                )) => return Delivered::Deleted,
                Err(error) => return self.judge(error, delivery).await,
            }
        }
        let thread = place.thread.parse().ok();
        let to = Place { chat, thread, reply_to: None, closes_keyboard: false };
        match send::message(&self.bot, (&self.apps, None), to, &reply).await {
            Ok(message) => {
                self.pacer.answered();
                if reply.pin {
                    self.pin(message.chat.id, message.id).await;
                }
                Delivered::Sent { remote_id: Some(message.id.to_string()) }
            }
            Err(error) => self.judge(error, delivery).await,
        }
    }

    /// What a failure means for the delivery.
    async fn judge(&self, error: RequestError, delivery: &Delivery) -> Delivered {
        let why = error::why(&error);
        let (now, wait_s) = (self.pacer.now(), back_off_s(delivery.attempts));
        if error::is_outage(&error) {
            if self.pacer.failed(now) {
                tracing::error!(%why, "Telegram fails again and again: news are tried once in a while only");
            }
        } else {
            self.pacer.answered();
        }
        match error {
            RequestError::MigrateToChatId(to) => {
                self.moved(&delivery.destination.address, to).await
            }
            RequestError::RetryAfter(wait) => {
                let chat = &delivery.destination.address;
                self.pacer.wait(chat, wait.duration(), false, now);
                paused(wait.duration(), why)
            }
            // Telegram may have taken what we have begun to say.
            error if error::is_unclear(&error) => Delivered::Unsure { wait_s, why },
            error if error::is_outage(&error) => Delivered::Later { wait_s, why },
            error if error::is_gone(&error) => Delivered::Unreachable { why },
            // A group in which only some may write.
            _ if error::may_not_write(&why) => Delivered::Unreachable { why },
            _ => Delivered::Refused { why },
        }
    }

    /// What was told is told, pinned or not; `/admin setup` says whether the right is there.
    async fn pin(&self, chat: ChatId, message: MessageId) {
        let pin = self.bot.pin_chat_message(chat, message).disable_notification(true);
        if let Err(error) = send::in_time(|| pin.clone().send()).await {
            tracing::info!(why = %error::why(&error), "an honour is not pinned");
        }
    }

    /// The group has a new number: noted, and tried again there.
    async fn moved(&self, from: &str, to: ChatId) -> Delivered {
        let why = "the group has become a supergroup".to_owned();
        let to = to.to_string();
        let moved =
            self.talk.engine.communities().rename_address(Platform::Telegram, from, &to).await;
        if let Err(error) = moved {
            tracing::error!(%error, "the new number of a group was not noted");
        }
        Delivered::Later { wait_s: 1, why }
    }

    /// The message that is kept up to date by this delivery, if it stands already.
    async fn known_message(&self, delivery: &Delivery) -> Option<MessageId> {
        let Topic::Post { post, .. } = delivery.topic else { return None };
        let post = self.talk.engine.events().post(post).await.ok().flatten()?;
        Some(MessageId(post.remote_id?.parse().ok()?))
    }
}

impl engine::Notifier for Telegram {
    fn platform(&self) -> Platform {
        Platform::Telegram
    }

    fn room(&self) -> Result<usize, Duration> {
        self.pacer.room(self.pacer.now())
    }

    fn deliver<'a>(&'a self, delivery: &'a Delivery) -> BoxFuture<'a, Delivered> {
        Box::pin(self.try_deliver(delivery))
    }
}

fn paused(wait: Duration, why: String) -> Delivered {
    Delivered::Paused { wait_s: wait.as_secs_f64().ceil() as i64, why }
}
