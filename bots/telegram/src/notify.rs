//! The notifier for Telegram: groups, topics and private chats.

use crate::speak;
use engine::{Delivered, Delivery, Platform};
use futures_util::future::BoxFuture;
use talk::Talk;
use teloxide::{ApiError, Bot, RequestError};

pub(crate) struct Telegram {
    talk: Talk,
    bot: Bot,
}

impl Telegram {
    pub(crate) fn new(talk: Talk, bot: Bot) -> Telegram {
        Telegram { talk, bot }
    }

    async fn try_deliver(&self, delivery: &Delivery) -> Delivered {
        let reply = match self.talk.tell(delivery).await {
            Ok(Some(reply)) => reply,
            Ok(None) => return Delivered::Pointless,
            Err(error) => return Delivered::Later { wait_s: 30, why: error.to_string() },
        };
        let place = &delivery.destination;
        let Ok(chat) = place.address.parse() else {
            return Delivered::Refused { why: "the address is no chat".to_owned() };
        };
        match speak::message(&self.bot, chat, place.thread.parse().ok(), None, &reply).await {
            Ok(message) => Delivered::Sent { remote_id: Some(message.id.to_string()) },
            Err(error) => judge(&error, delivery.attempts),
        }
    }
}

impl engine::Notifier for Telegram {
    fn platform(&self) -> Platform {
        Platform::Telegram
    }

    fn deliver<'a>(&'a self, delivery: &'a Delivery) -> BoxFuture<'a, Delivered> {
        Box::pin(self.try_deliver(delivery))
    }
}

/// What a failure means for the delivery.
fn judge(error: &RequestError, attempts: i64) -> Delivered {
    let why = speak::why(error);
    match error {
        error if speak::is_gone(error) => Delivered::Unreachable { why },
        RequestError::RetryAfter(wait) => {
            Delivered::Later { wait_s: i64::from(wait.seconds()) + 1, why }
        }
        RequestError::Api(_) if why.contains("Bad Request") => Delivered::Refused { why },
        RequestError::Api(ApiError::Unknown(_)) => {
            Delivered::Later { wait_s: 1 << attempts.clamp(0, 8), why }
        }
        RequestError::Api(_) => Delivered::Refused { why },
        _ => Delivered::Later { wait_s: 1 << attempts.clamp(0, 8), why },
    }
}
