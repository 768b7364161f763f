//! Responds: a reply to an interaction becomes a message, in time and to the right eyes.

use engine::{Update, Worked};
use reqwest::Method;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;
use talk::{Now, Reply, Request, Talk, Unsaid};

use crate::first::{
    ALREADY_ACKNOWLEDGED, First, FirstAnswers, TOKEN_LIVES_S, UNKNOWN_INTERACTION, callback, defer,
};
use crate::receive::read::Received;
use crate::receive::stored::Stored;
use crate::render;
use crate::rest::{Ask, Failure, Rest};

/// That the person was told something after an attempt that failed: it stands where the first answer does.
const TOLD: &str = "told";
/// A shorter wait is waited for at once; a longer one leaves room for others.
const WAIT_MAX: Duration = Duration::from_secs(1);

/// Files of so many bytes may take longer on their way than Discord waits for a first answer.
const HEAVY: usize = 256 << 10;

const MESSAGE: u8 = 4;
const UPDATE_MESSAGE: u8 = 7;
const MODAL: u8 = 9;
const EPHEMERAL: u64 = 1 << 6;

/// Answers interactions.
#[derive(Clone)]
pub(crate) struct Responder {
    pub(crate) talk: Talk,
    pub(crate) rest: Arc<Rest>,
    pub(crate) first: Arc<FirstAnswers>,
    pub(crate) unsaid: Arc<Unsaid>,
    pub(crate) now: Now,
}

impl Responder {
    pub(crate) fn new(talk: Talk, rest: Arc<Rest>, now: Now) -> Responder {
        let first = Arc::new(FirstAnswers::new(rest.clone()));
        Responder { talk, rest, first, unsaid: Arc::default(), now }
    }

    /// Works a stored update.
    pub(crate) async fn answer(self, update: Update) -> anyhow::Result<Worked> {
        match serde_json::from_str(&update.payload) {
            Ok(Stored::Interaction(received)) => self.answer_interaction(&received, &update).await,
            Ok(Stored::Direct(said)) => self.answer_direct(&said, &update).await,
            Err(error) => {
                // An error may quote what people wrote.
                let why = format!("{:?} at {}", error.classify(), error.column());
                Ok(Worked::Unreadable { why })
            }
        }
    }

    async fn answer_interaction(
        &self,
        received: &Received,
        update: &Update,
    ) -> anyhow::Result<Worked> {
        let outcome = match self.unsaid.take(update.id) {
            Some(reply) => Ok(Some(reply)),
            None => self.talk.answer(&received.request).await,
        };
        let turn = self.first.turn(received.interaction);
        let mut first = turn.lock().await;
        let reply = match outcome {
            Ok(Some(reply)) => reply,
            Ok(None) => self.talk.puzzled(&received.request),
            Err(error) => {
                match self.apologise(received, update, *first).await {
                    Ok(()) => *first = First::Given,
                    Err(unsaid) => {
                        tracing::warn!(%unsaid, update.id, "nor could the person be told")
                    }
                }
                if update.is_last_attempt() {
                    self.first.close(received.interaction);
                }
                return Err(error.into());
            }
        };
        let said = self.say_after(update.told.as_deref(), received, &reply, *first).await;
        let worked = match said {
            Ok(()) => Worked::Done,
            Err(failure) => self.unsaid(received, failure, *first).await?,
        };
        if worked == Worked::Done {
            *first = First::Given;
            self.first.close(received.interaction);
        } else {
            self.unsaid.keep(update.id, reply);
        }
        Ok(worked)
    }

    /// What becomes of an answer that could not be said. While Discord is out of reach it is tried for as long as
    /// somebody can read it; what waiting cannot mend is said in other words.
    async fn unsaid(
        &self,
        received: &Received,
        failure: Failure,
        first: First,
    ) -> anyhow::Result<Worked> {
        let now = (self.now)();
        let age_s = now.0 - received.request.sent_at.unwrap_or(received.request.now).0;
        let why = failure.to_string();
        let wait_s = match failure {
            Failure::Wait { wait, .. } => wait.as_secs_f64().ceil() as i64,
            Failure::Unreached { .. } | Failure::Unclear { .. } => (age_s / 4).clamp(1, 15),
            Failure::Refused(_) => {
                tracing::error!(interaction = received.interaction, %why, "Discord refuses an answer");
                let sorry = self.talk.surrender(&received.request);
                let said = match first {
                    First::Open => self.say_first(received, &sorry, first).await,
                    First::Deferred | First::Given => self.edit(received, &sorry).await,
                };
                if let Err(unsaid) = said {
                    tracing::warn!(%unsaid, "nor could the person be told");
                }
                return Ok(Worked::Done);
            }
        };
        if age_s + wait_s >= TOKEN_LIVES_S {
            tracing::error!(interaction = received.interaction, %why, "an answer was given up: nobody can read it any more");
            return Ok(Worked::Done);
        }
        Ok(Worked::Later { wait_s, why })
    }

    /// Tells a person that what they did could not even be stored: nobody else will say so.
    pub(crate) async fn say_lost(&self, received: &Received) {
        let turn = self.first.turn(received.interaction);
        let mut first = turn.lock().await;
        let lost = self.talk.lost(&received.request);
        match self.say_first(received, &lost, *first).await {
            Ok(()) => *first = First::Given,
            Err(failure) => tracing::warn!(why = %failure, "nor could the person be told"),
        }
        self.first.close(received.interaction);
    }

    /// Says something, in the place of what was told after an attempt that failed.
    async fn say_after(
        &self,
        told: Option<&str>,
        received: &Received,
        reply: &Reply,
        first: First,
    ) -> Result<(), Failure> {
        match told {
            None => self.say(received, reply, first).await,
            // What was said may be read by everybody or by one person alone, and does not become the other.
            Some(_) if received.public || !reply.private => self.say_anew(received, reply).await,
            Some(_) => self.edit(received, reply).await,
        }
    }

    /// Says once that the update is tried again by itself, and at last that it is not.
    async fn apologise(
        &self,
        received: &Received,
        update: &Update,
        first: First,
    ) -> anyhow::Result<()> {
        let (talk, request) = (&self.talk, &received.request);
        let failed = |failure: Failure| anyhow::anyhow!("{failure}");
        if update.is_last_attempt() {
            let told = update.told.as_deref();
            self.say_after(told, received, &talk.surrender(request), first)
                .await
                .map_err(failed)?;
        } else if update.told.is_none() {
            self.say_first(received, &talk.apology(request), first).await.map_err(failed)?;
            talk.engine.updates().note_told(update.id, TOLD).await?;
        }
        Ok(())
    }

    async fn say(&self, received: &Received, reply: &Reply, first: First) -> Result<(), Failure> {
        let is_heavy = reply.documents.iter().map(|file| file.bytes.len()).sum::<usize>() > HEAVY;
        if first != First::Open || (is_heavy && defer(&self.rest, received, reply.replaces).await) {
            self.say_late(received, reply).await?;
            self.keep(received, reply).await;
            return Ok(());
        }
        if reply.rebuttons && matches!(received.request.said, talk::Input::Callback(_)) {
            // The whole message would take its pictures away.
            let buttons = json!({"components": render::rows(reply)});
            return match self.respond(received, UPDATE_MESSAGE, buttons, vec![]).await {
                Err(failure) if is_acknowledged(&failure) => Ok(()),
                other => other,
            };
        }
        match self.respond_with(received, reply).await {
            Ok(()) => {
                self.keep(received, reply).await;
                Ok(())
            }
            // Said before a crash, or deferred: the words go where the announcement stands.
            Err(failure) if is_acknowledged(&failure) => self.say_late(received, reply).await,
            Err(failure) => Err(failure),
        }
    }

    /// Puts the words where they were announced. What was announced to everybody stays with whoever asked all the
    /// same, if it turns out to be for them alone.
    async fn say_late(&self, received: &Received, reply: &Reply) -> Result<(), Failure> {
        if !is_for_fewer(received, reply) {
            return self.edit(received, reply).await;
        }
        self.edit(received, &self.talk.aside(&received.request)).await?;
        self.follow_up(received, reply, true).await.map(drop)
    }

    /// Says as the first answer what anybody may read, wherever that stands already.
    async fn say_first(
        &self,
        received: &Received,
        reply: &Reply,
        first: First,
    ) -> Result<(), Failure> {
        if first != First::Open {
            return self.edit(received, reply).await;
        }
        match self.respond_with(received, reply).await {
            Err(failure) if is_acknowledged(&failure) => self.edit(received, reply).await,
            other => other,
        }
    }

    /// Says in a message of its own what takes the place of the first answer, which goes. Once it is said, nothing of
    /// the rest is a reason to say it again.
    async fn say_anew(&self, received: &Received, reply: &Reply) -> Result<(), Failure> {
        let Some(message) = self.follow_up(received, reply, reply.private).await? else {
            return Ok(());
        };
        self.note_kept(&received.request, reply, &message).await;
        let gone = Ask::answer(Method::DELETE, original(received), &received.token);
        if let Err(failure) = self.rest.ask(gone).await {
            tracing::info!(why = %failure, "an apology stays");
        }
        Ok(())
    }

    async fn follow_up(
        &self,
        received: &Received,
        reply: &Reply,
        is_alone: bool,
    ) -> Result<Option<Value>, Failure> {
        let path = format!("/webhooks/{}/{}", received.application, received.token);
        let ask = Ask::answer(Method::POST, path, &received.token)
            .body(message(reply, is_alone))
            .files(render::files(reply), "");
        heard(received, self.rest.ask(ask).await)
    }

    /// The answer as Discord wants it: a form where there is one to fill in, otherwise a message.
    async fn respond_with(&self, received: &Received, reply: &Reply) -> Result<(), Failure> {
        let form = reply.form.as_ref().filter(|form| received.may_open && !form.fields.is_empty());
        if let Some(form) = form {
            return self.respond(received, MODAL, json!(render::modal(form)), vec![]).await;
        }
        let kind = if reply.replaces && received.may_replace { UPDATE_MESSAGE } else { MESSAGE };
        let mut message = message(reply, reply.private);
        if kind == UPDATE_MESSAGE {
            // What was attached belongs to what stood there.
            message["attachments"] = json!([]);
        }
        self.respond(received, kind, message, render::files(reply)).await
    }

    /// Says something first. A wait of a moment is waited for here: people look on.
    async fn respond(
        &self,
        received: &Received,
        kind: u8,
        data: Value,
        files: Vec<poise::serenity_prelude::CreateAttachment>,
    ) -> Result<(), Failure> {
        let ask = || {
            Ask::answer(Method::POST, callback(received), &received.token)
                .body(json!({"type": kind, "data": data}))
                .files(files.clone(), "/data")
        };
        match self.rest.ask(ask()).await {
            Err(Failure::Wait { wait, .. }) if wait <= WAIT_MAX => {
                tokio::time::sleep(wait).await;
                self.rest.ask(ask()).await.map(drop)
            }
            other => other.map(drop),
        }
    }

    /// Notes which message shows something that is kept up to date.
    async fn keep(&self, received: &Received, reply: &Reply) {
        if reply.keep.is_none() || reply.private {
            return;
        }
        let ask = Ask::answer(Method::GET, original(received), &received.token);
        match self.rest.ask(ask).await {
            Ok(message) => self.note_kept(&received.request, reply, &message).await,
            Err(failure) => tracing::warn!(why = %failure, "a card will not be kept up to date"),
        }
    }

    /// Notes that this message shows something that is kept up to date.
    pub(crate) async fn note_kept(&self, request: &Request, reply: &Reply, message: &Value) {
        let (Some(what), Some(id)) =
            (reply.keep.filter(|_| !reply.private), message["id"].as_str())
        else {
            return;
        };
        if let Err(error) = self.talk.keep(request, what, id).await {
            tracing::warn!(%error, "a card will not be kept up to date");
        }
    }

    /// Writes the first answer anew. Where there is none any more, nobody waits for it either.
    async fn edit(&self, received: &Received, reply: &Reply) -> Result<(), Failure> {
        let body = message(reply, false);
        let ask = Ask::answer(Method::PATCH, original(received), &received.token)
            .body(body)
            .files(render::files(reply), "");
        heard(received, self.rest.ask(ask).await).map(drop)
    }
}

/// An interaction that Discord does not know any more is one that nobody waits for.
fn heard(received: &Received, said: Result<Value, Failure>) -> Result<Option<Value>, Failure> {
    match said {
        Ok(message) => Ok(Some(message)),
        Err(failure) if matches!(failure.status(), Some(401 | 404)) => {
            tracing::info!(
                interaction = received.interaction,
                "nobody waits for this answer any more"
            );
            Ok(None)
        }
        Err(failure) => Err(failure),
    }
}

fn is_acknowledged(failure: &Failure) -> bool {
    matches!(failure.code(), Some(ALREADY_ACKNOWLEDGED | UNKNOWN_INTERACTION))
}

/// Whether an answer that everybody would read must not be read by everybody.
fn is_for_fewer(received: &Received, reply: &Reply) -> bool {
    received.public && reply.private
}

/// A message as an answer.
fn message(reply: &Reply, is_alone: bool) -> Value {
    let mut message = render::message(reply);
    message["flags"] = json!(render::flags(reply) | if is_alone { EPHEMERAL } else { 0 });
    message
}

/// Where the first answer stands.
fn original(received: &Received) -> String {
    format!("/webhooks/{}/{}/messages/@original", received.application, received.token)
}
