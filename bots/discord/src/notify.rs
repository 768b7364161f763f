//! The notifier for Discord: channels and direct messages.

use crate::speak::{code, content, rows, status, why};
use engine::{Delivered, Delivery, Kind, Platform};
use futures_util::future::BoxFuture;
use poise::serenity_prelude as serenity;
use serde_json::json;
use serenity::{ChannelId, CreateAllowedMentions, CreateMessage};
use std::collections::HashMap;
use std::num::NonZeroU64;
use std::sync::{Arc, Mutex};
use talk::Talk;

/// Direct message channels that are remembered.
const CHANNELS_MAX: usize = 10_000;
/// Cannot send to this user, no mutual server, missing access or rights, unknown channel.
const UNREACHABLE: [isize; 5] = [50007, 50278, 50001, 50013, 10003];

pub(crate) struct Discord {
    talk: Talk,
    http: Arc<serenity::Http>,
    /// Direct message channels by user: Discord wants them opened once, not each time.
    channels: Mutex<HashMap<String, ChannelId>>,
}

impl Discord {
    pub(crate) fn new(talk: Talk, http: Arc<serenity::Http>) -> Discord {
        Discord { talk, http, channels: Mutex::default() }
    }

    async fn try_deliver(&self, delivery: &Delivery) -> Result<Delivered, serenity::Error> {
        let reply = match self.talk.tell(delivery).await {
            Ok(Some(reply)) => reply,
            Ok(None) => return Ok(Delivered::Pointless),
            Err(error) => return Ok(Delivered::Later { wait_s: 30, why: error.to_string() }),
        };
        let Some(channel) = self.channel(delivery).await? else {
            return Ok(Delivered::Refused { why: "the address is no channel".to_owned() });
        };
        // The nonce makes a repeat within a few minutes the same message.
        let message = CreateMessage::new()
            .content(content(&reply.text))
            .components(rows(&reply))
            .allowed_mentions(CreateAllowedMentions::new())
            .nonce(serenity::Nonce::String(delivery.nonce()))
            .enforce_nonce(true);
        let message = self.http.send_message(channel, vec![], &message).await?;
        Ok(Delivered::Sent { remote_id: Some(message.id.to_string()) })
    }

    async fn channel(&self, delivery: &Delivery) -> Result<Option<ChannelId>, serenity::Error> {
        let address = &delivery.destination.address;
        match delivery.destination.kind {
            Kind::Channel(_) => Ok(address.parse::<NonZeroU64>().ok().map(ChannelId::from)),
            Kind::Private(_) => {
                if let Some(known) = self.remembered().get(address) {
                    return Ok(Some(*known));
                }
                let opened =
                    self.http.create_private_channel(&json!({"recipient_id": address})).await?;
                let mut channels = self.remembered();
                if channels.len() >= CHANNELS_MAX {
                    channels.clear();
                }
                channels.insert(address.clone(), opened.id);
                Ok(Some(opened.id))
            }
        }
    }

    fn remembered(&self) -> std::sync::MutexGuard<'_, HashMap<String, ChannelId>> {
        self.channels.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

impl engine::Notifier for Discord {
    fn platform(&self) -> Platform {
        Platform::Discord
    }

    fn deliver<'a>(&'a self, delivery: &'a Delivery) -> BoxFuture<'a, Delivered> {
        Box::pin(async {
            self.try_deliver(delivery).await.unwrap_or_else(|error| judge(error, delivery.attempts))
        })
    }
}

/// What a failure means for the delivery.
fn judge(error: serenity::Error, attempts: i64) -> Delivered {
    let (code, status) = (code(&error), status(&error));
    let why = why(error);
    match (code, status) {
        (Some(code), _) if UNREACHABLE.contains(&code) => Delivered::Unreachable { why },
        (_, Some(400..=428 | 430..=499)) => Delivered::Refused { why },
        // Too many requests, Discord's own faults, and no answer at all: later, and later each time.
        _ => Delivered::Later { wait_s: 1 << attempts.clamp(0, 8), why },
    }
}
