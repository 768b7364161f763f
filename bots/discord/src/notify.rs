//! The notifier for Discord: channels and direct messages.

use engine::{Delivered, Delivery, EventId, Kind, PersonId, Platform, Topic, back_off_s};
use futures_util::future::BoxFuture;
use poise::serenity_prelude as serenity;
use serde_json::json;
use serenity::{ChannelId, CreateAllowedMentions, CreateMessage, EditMessage, MessageId};
use std::collections::HashMap;
use std::num::NonZeroU64;
use std::sync::{Arc, Mutex};
use talk::Talk;

use crate::error::{code, status, why};
use crate::render::{content, files, rows};

/// Direct message channels that are remembered.
const CHANNELS_MAX: usize = 10_000;
const UNKNOWN_MESSAGE: isize = 10008;
const UNKNOWN_ROLE: isize = 10011;
const MISSING_RIGHTS: isize = 50013;
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
        if let Topic::Role { event, person, length } = delivery.topic {
            return self.give_role(event, person, length, delivery).await;
        }
        let reply = match self.talk.tell_in_time(delivery).await {
            Ok(Some(reply)) => reply,
            Ok(None) => return Ok(Delivered::Pointless),
            Err(why) => {
                return Ok(Delivered::Later { wait_s: back_off_s(delivery.attempts), why });
            }
        };
        let Some(channel) = self.channel(delivery).await? else {
            return Ok(Delivered::Refused { why: "the address is no channel".to_owned() });
        };
        if let Some(known) = self.known_message(delivery).await {
            let edit = EditMessage::new()
                .content(content(&reply.text))
                .components(rows(&reply))
                .allowed_mentions(CreateAllowedMentions::new());
            match channel.edit_message(&self.http, known, edit).await {
                Ok(_) => return Ok(Delivered::Sent { remote_id: Some(known.to_string()) }),
                // Somebody deleted it: it is sent anew.
                Err(error) if code(&error) == Some(UNKNOWN_MESSAGE) => {}
                Err(error) => return Err(error),
            }
        }
        // The nonce makes a repeat within a few minutes the same message.
        let mut message = CreateMessage::new()
            .content(content(&reply.text))
            .components(rows(&reply))
            .allowed_mentions(CreateAllowedMentions::new())
            .nonce(serenity::Nonce::String(delivery.nonce()))
            .enforce_nonce(true);
        if reply.silent {
            message = message.flags(serenity::MessageFlags::SUPPRESS_NOTIFICATIONS);
        }
        let files = files(&reply);
        let sent = channel.send_message(&self.http, message.clone().files(files.clone())).await;
        let message = match sent {
            // Where no files may be attached, the words alone say it too.
            Err(error) if code(&error) == Some(MISSING_RIGHTS) && !files.is_empty() => {
                channel.send_message(&self.http, message).await?
            }
            sent => sent?,
        };
        Ok(Delivered::Sent { remote_id: Some(message.id.to_string()) })
    }

    /// The message that is kept up to date by this delivery, if it stands already.
    async fn known_message(&self, delivery: &Delivery) -> Option<MessageId> {
        let Topic::Post { post, .. } = delivery.topic else { return None };
        let post = self.talk.engine.events().post(post).await.ok().flatten()?;
        post.remote_id?.parse::<NonZeroU64>().ok().map(MessageId::from)
    }

    /// Gives a role for a milestone. What cannot be given is told to the host, once.
    async fn give_role(
        &self,
        event: EventId,
        person: PersonId,
        length: u32,
        delivery: &Delivery,
    ) -> Result<Delivered, serenity::Error> {
        let later = |error: engine::Error| Delivered::Later { wait_s: 30, why: error.to_string() };
        let grant = match self.talk.engine.communities().role_grant(event, person, length).await {
            Ok(Some(grant)) => grant,
            Ok(None) => return Ok(Delivered::Pointless),
            Err(error) => return Ok(later(error)),
        };
        let id = |text: &str| text.parse::<NonZeroU64>().ok();
        let (Some(guild), Some(user), Some(role)) =
            (id(&grant.guild), id(&grant.user), id(&grant.role))
        else {
            return Ok(Delivered::Refused { why: "an id is no number".to_owned() });
        };
        let reason = Some("a milestone was reached");
        let given = self.http.add_member_role(guild.into(), user.into(), role.into(), reason).await;
        match given {
            Ok(()) => Ok(Delivered::Sent { remote_id: None }),
            Err(error) if matches!(code(&error), Some(MISSING_RIGHTS | UNKNOWN_ROLE)) => {
                let now = delivery.now;
                match self.talk.engine.communities().role_failed(event, length, now).await {
                    Ok(()) => Ok(Delivered::Refused { why: why(error) }),
                    Err(fault) => Ok(later(fault)),
                }
            }
            Err(error) => Err(error),
        }
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
        // A token that was changed is put right one day; the news can wait for it.
        (_, Some(400 | 402..=428 | 430..=499)) => Delivered::Refused { why },
        // Too many requests, Discord's own faults, and no answer at all: later, and later each time.
        _ => Delivered::Later { wait_s: back_off_s(attempts), why },
    }
}
