//! Answers direct messages. Unlike an interaction, such a message can be answered at any time, by one of our own.

use engine::{Platform, Update, Worked};
use reqwest::Method;
use serde_json::{Value, json};
use talk::Reply;

use crate::receive::direct::DirectMessage;
use crate::render;
use crate::respond::Responder;
use crate::rest::{Ask, Failure};

/// After so long nobody waits for an answer any more.
const ANSWERED_WITHIN_S: i64 = 60 * 60;

impl Responder {
    /// Works a stored direct message.
    pub(crate) async fn answer_direct(
        &self,
        said: &DirectMessage,
        update: &Update,
    ) -> anyhow::Result<Worked> {
        let said = &self.with_language(said).await?;
        let outcome = match self.unsaid.take(update.id) {
            Some(reply) => Ok(Some(reply)),
            None => self.talk.answer(&said.request).await,
        };
        let reply = match outcome {
            Ok(Some(reply)) => reply,
            Ok(None) => self.talk.puzzled(&said.request),
            Err(error) => {
                if let Err(failure) = self.say_later(said, update).await {
                    tracing::warn!(why = %failure, update.id, "nor could the person be told");
                }
                return Err(error.into());
            }
        };
        if reply.optional {
            return Ok(Worked::Done);
        }
        match self.say_in(said, update.told.as_deref(), &reply, "").await {
            Ok(message) => {
                self.note_kept(&said.request, &reply, &message).await;
                Ok(Worked::Done)
            }
            Err(failure) => {
                let worked = self.unanswered(said, failure).await;
                if worked != Worked::Done {
                    self.unsaid.keep(update.id, reply);
                }
                Ok(worked)
            }
        }
    }

    /// Discord does not say in which language somebody writes: it is the one of their commands before.
    async fn with_language(&self, said: &DirectMessage) -> anyhow::Result<DirectMessage> {
        let (engine, mut said) = (&self.talk.engine, said.clone());
        let id = &said.request.account.external_id;
        if let Some(person) = engine.people().find(Platform::Discord, id).await? {
            let known =
                engine.communities().private_destination(person.id, Platform::Discord).await?;
            said.request.account.locale = known.and_then(|place| place.locale);
        }
        Ok(said)
    }

    /// Tells a person that what they said could not even be stored: nobody else will say so.
    pub(crate) async fn say_direct_lost(&self, said: &DirectMessage) {
        let lost = self.talk.lost(&said.request);
        if let Err(failure) = self.say_in(said, None, &lost, "").await {
            tracing::warn!(why = %failure, "nor could the person be told");
        }
    }

    /// Says once that it is tried again by itself, and at last that it is not.
    async fn say_later(&self, said: &DirectMessage, update: &Update) -> Result<(), Failure> {
        let told = update.told.as_deref();
        if update.is_last_attempt() {
            let sorry = self.talk.surrender(&said.request);
            return self.say_in(said, told, &sorry, "").await.map(drop);
        }
        if told.is_some() {
            return Ok(());
        }
        let apology = self.talk.apology(&said.request);
        let message = self.say_in(said, None, &apology, "!").await?;
        if let Some(id) = message["id"].as_str()
            && let Err(error) = self.talk.engine.updates().note_told(update.id, id).await
        {
            tracing::warn!(%error, update.id, "the outcome will stand beside the apology");
        }
        Ok(())
    }

    /// Says something in the channel, in the place of what was told before. The nonce makes a repeat the same message.
    async fn say_in(
        &self,
        said: &DirectMessage,
        told: Option<&str>,
        reply: &Reply,
        mark: &str,
    ) -> Result<Value, Failure> {
        let (channel, mut body) = (said.channel.to_string(), render::message(reply));
        let messages = format!("/channels/{channel}/messages");
        let ask = match told {
            Some(told) => Ask::news(Method::PATCH, format!("{messages}/{told}"), &channel),
            None => {
                body["nonce"] = json!(format!("{}{mark}", said.message));
                body["enforce_nonce"] = json!(true);
                Ask::news(Method::POST, messages, &channel)
            }
        };
        self.rest.ask(ask.body(body).files(render::files(reply), "")).await
    }

    /// What becomes of an answer that could not be said: what waiting cannot mend is said in other words.
    async fn unanswered(&self, said: &DirectMessage, failure: Failure) -> Worked {
        let sent_at = said.request.sent_at.unwrap_or(said.request.now);
        let age_s = (self.now)().0 - sent_at.0;
        let why = failure.to_string();
        let wait_s = match failure {
            Failure::Wait { wait, .. } => wait.as_secs_f64().ceil() as i64,
            Failure::Unreached { .. } | Failure::Unclear { .. } => (age_s / 4).clamp(1, 60),
            Failure::Refused(_) => {
                tracing::error!(message = said.message, %why, "Discord refuses an answer");
                let sorry = self.talk.surrender(&said.request);
                if let Err(failure) = self.say_in(said, None, &sorry, "?").await {
                    tracing::warn!(why = %failure, "nor could the person be told");
                }
                return Worked::Done;
            }
        };
        if age_s + wait_s >= ANSWERED_WITHIN_S {
            tracing::error!(message = said.message, %why, "an answer was given up");
            return Worked::Done;
        }
        Worked::Later { wait_s, why }
    }
}
