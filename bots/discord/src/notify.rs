//! The notifier for Discord: channels and direct messages.

use engine::rules::Instant;
use engine::{Delivered, Delivery, EventId, Kind, PersonId, Platform, Topic, back_off_s};
use futures_util::future::BoxFuture;
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::num::NonZeroU64;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use talk::{Reply, Talk};

use crate::render::{files, flags, message};
use crate::rest::{Ask, Failure, Refused, Rest};

/// Opening channels to people has one limit for all of them.
pub(crate) const OPENING: &str = "@me";
/// Direct message channels that are remembered.
const CHANNELS_MAX: usize = 10_000;
const UNKNOWN_MESSAGE: i64 = 10008;
const UNKNOWN_ROLE: i64 = 10011;
const MISSING_RIGHTS: i64 = 50013;
/// Discord knows a nonce again for some minutes; what was sent before that has to be looked for.
const NONCE_LIVES_S: i64 = 120;
/// How many messages of a channel are looked through.
const READ_BACK: usize = 100;
/// What silences a message.
const SUPPRESS_NOTIFICATIONS: u64 = 1 << 12;
/// Where Discord's own time begins, in seconds.
const EPOCH_S: i64 = 1_420_070_400;
/// Cannot send to this user, no mutual server, missing access or rights, unknown channel.
const UNREACHABLE: [i64; 5] = [50007, 50278, 50001, 50013, 10003];

/// The same in words alone.
fn unframed(reply: &Reply) -> Reply {
    Reply { frame: None, ..reply.clone() }
}

pub(crate) struct Discord {
    talk: Talk,
    rest: Arc<Rest>,
    /// Direct message channels by user: Discord wants them opened once, not each time.
    channels: Mutex<HashMap<String, String>>,
}

impl Discord {
    pub(crate) fn new(talk: Talk, rest: Arc<Rest>) -> Discord {
        Discord { talk, rest, channels: Mutex::default() }
    }

    async fn try_deliver(&self, delivery: &Delivery) -> Result<Delivered, Failure> {
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
        let (messages, mut body) = (format!("/channels/{channel}/messages"), message(&reply));
        if let Some(known) = self.known_message(delivery).await {
            let ask =
                |body| Ask::news(Method::PATCH, format!("{messages}/{known}"), &channel).body(body);
            let written = match self.rest.ask(ask(body.clone())).await {
                Err(failure) if failure.code() == Some(MISSING_RIGHTS) && reply.frame.is_some() => {
                    self.rest.ask(ask(message(&unframed(&reply)))).await
                }
                written => written,
            };
            match written {
                Ok(_) => return Ok(Delivered::Sent { remote_id: Some(known.to_string()) }),
                // Somebody deleted it: it stays deleted.
                Err(failure) if failure.code() == Some(UNKNOWN_MESSAGE) => {
                    return Ok(Delivered::Deleted);
                }
                Err(failure) => return Err(failure),
            }
        }
        // The nonce makes a repeat within a few minutes the same message.
        let nonce = delivery.nonce();
        if let Some(since) =
            delivery.unsure_since.filter(|since| delivery.now.0 - since.0 >= NONCE_LIVES_S)
        {
            match self.read_back(&channel, &messages, &nonce, since).await {
                Ok(Some(id)) => return Ok(Delivered::Sent { remote_id: Some(id) }),
                Ok(None) => {}
                // Where we may not read, nobody can tell: it is told once at most.
                Err(failure) if matches!(failure.status(), Some(403)) => {
                    return Ok(Delivered::Refused {
                        why: format!("it may have arrived: {failure}"),
                    });
                }
                Err(failure) => return Err(failure),
            }
        }
        body["nonce"] = json!(nonce);
        body["enforce_nonce"] = json!(true);
        if reply.silent {
            body["flags"] = json!(flags(&reply) | SUPPRESS_NOTIFICATIONS);
        }
        let files = files(&reply);
        let ask =
            |body: &Value| Ask::news(Method::POST, messages.clone(), &channel).body(body.clone());
        let mut sent = self.rest.ask(ask(&body).files(files.clone(), "")).await;
        // Where no embeds may be sent, it goes without a frame, and where no files may be attached, the words alone say
        // it too.
        let is_refused = |sent: &Result<Value, Failure>| {
            sent.as_ref().is_err_and(|failure| failure.code() == Some(MISSING_RIGHTS))
        };
        if is_refused(&sent) && reply.frame.is_some() {
            for (name, value) in message(&unframed(&reply)).as_object().into_iter().flatten() {
                body[name] = value.clone();
            }
            sent = self.rest.ask(ask(&body).files(files.clone(), "")).await;
        }
        if is_refused(&sent) && !files.is_empty() {
            sent = self.rest.ask(ask(&body)).await;
        }
        Ok(Delivered::Sent { remote_id: sent?["id"].as_str().map(str::to_owned) })
    }

    /// Looks for what may have arrived, among what was written since.
    async fn read_back(
        &self,
        channel: &str,
        messages: &str,
        nonce: &str,
        since: Instant,
    ) -> Result<Option<String>, Failure> {
        // A minute earlier, since clocks differ.
        let after = ((since.0 - 60 - EPOCH_S).max(0) * 1000) << 22;
        let path = format!("{messages}?after={after}&limit={READ_BACK}");
        let found = self.rest.ask(Ask::news(Method::GET, path, channel)).await?;
        let ours = |message: &&Value| message["nonce"].as_str() == Some(nonce);
        let message = found.as_array().into_iter().flatten().find(ours);
        Ok(message.and_then(|message| message["id"].as_str()).map(str::to_owned))
    }

    /// The message that is kept up to date by this delivery, if it stands already.
    async fn known_message(&self, delivery: &Delivery) -> Option<NonZeroU64> {
        let Topic::Post { post, .. } = delivery.topic else { return None };
        let post = self.talk.engine.events().post(post).await.ok().flatten()?;
        post.remote_id?.parse().ok()
    }

    /// Gives a role for a milestone. What cannot be given is told to the host, once.
    async fn give_role(
        &self,
        event: EventId,
        person: PersonId,
        length: u32,
        delivery: &Delivery,
    ) -> Result<Delivered, Failure> {
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
        let path = format!("/guilds/{guild}/members/{user}/roles/{role}");
        let ask = Ask::news(Method::PUT, path, &grant.guild).reason("a milestone was reached");
        match self.rest.ask(ask).await {
            Ok(_) => Ok(Delivered::Sent { remote_id: None }),
            Err(failure) if matches!(failure.code(), Some(MISSING_RIGHTS | UNKNOWN_ROLE)) => {
                let now = delivery.now;
                match self.talk.engine.communities().role_failed(event, length, now).await {
                    Ok(()) => Ok(Delivered::Refused { why: failure.to_string() }),
                    Err(fault) => Ok(later(fault)),
                }
            }
            Err(failure) => Err(failure),
        }
    }

    async fn channel(&self, delivery: &Delivery) -> Result<Option<String>, Failure> {
        let address = &delivery.destination.address;
        if address.parse::<NonZeroU64>().is_err() {
            return Ok(None);
        }
        if let Kind::Channel(_) = delivery.destination.kind {
            return Ok(Some(address.clone()));
        }
        if let Some(known) = self.remembered().get(address) {
            return Ok(Some(known.clone()));
        }
        let ask = Ask::news(Method::POST, "/users/@me/channels".to_owned(), OPENING)
            .body(json!({"recipient_id": address}));
        let opened = self.rest.ask(ask).await?;
        let Some(id) = opened["id"].as_str() else { return Ok(None) };
        let mut channels = self.remembered();
        if channels.len() >= CHANNELS_MAX {
            channels.clear();
        }
        channels.insert(address.clone(), id.to_owned());
        Ok(Some(id.to_owned()))
    }

    fn remembered(&self) -> std::sync::MutexGuard<'_, HashMap<String, String>> {
        self.channels.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

impl engine::Notifier for Discord {
    fn platform(&self) -> Platform {
        Platform::Discord
    }

    fn room(&self) -> Result<usize, Duration> {
        self.rest.pacer.room(self.rest.pacer.now())
    }

    fn deliver<'a>(&'a self, delivery: &'a Delivery) -> BoxFuture<'a, Delivered> {
        Box::pin(async {
            let delivered = self.try_deliver(delivery).await;
            delivered.unwrap_or_else(|failure| judge(failure, delivery.attempts))
        })
    }
}

/// What a failure means for the delivery.
fn judge(failure: Failure, attempts: i64) -> Delivered {
    let why = failure.to_string();
    match failure {
        Failure::Wait { wait, .. } => {
            Delivered::Paused { wait_s: wait.as_secs_f64().ceil() as i64, why }
        }
        Failure::Unreached { .. } => Delivered::Later { wait_s: back_off_s(attempts), why },
        Failure::Unclear { .. } => Delivered::Unsure { wait_s: back_off_s(attempts), why },
        Failure::Refused(Refused { code, .. }) if UNREACHABLE.contains(&code) => {
            Delivered::Unreachable { why }
        }
        // A token that was changed is put right one day; the news can wait for it.
        Failure::Refused(Refused { status: 401, .. }) => {
            Delivered::Later { wait_s: back_off_s(attempts), why }
        }
        Failure::Refused(_) => Delivered::Refused { why },
    }
}
