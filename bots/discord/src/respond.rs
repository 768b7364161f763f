//! Responds: a reply becomes a message, in time and to the right eyes.

use engine::{Update, Worked};
use poise::serenity_prelude as serenity;
use serde_json::json;
use serenity::{
    Builder, CreateAllowedMentions, CreateInteractionResponse, CreateInteractionResponseFollowup,
    CreateInteractionResponseMessage, EditInteractionResponse, InteractionId,
};
use std::sync::Arc;
use std::time::Duration;
use talk::{Reply, Talk};

use crate::error::{self, ALREADY_ACKNOWLEDGED, UNKNOWN_INTERACTION};
use crate::receive::read::Received;
use crate::render;

/// Discord wants the first answer within 3 s; what takes longer is announced before.
const TIMEOUT: Duration = Duration::from_millis(1500);
/// That the person was told something after an attempt that failed: it stands where the first answer does.
const TOLD: &str = "told";

/// Answers interactions.
#[derive(Clone)]
pub(crate) struct Responder {
    talk: Talk,
    http: Arc<serenity::Http>,
}

impl Responder {
    pub(crate) fn new(talk: Talk, http: Arc<serenity::Http>) -> Responder {
        Responder { talk, http }
    }

    /// Works a stored interaction.
    pub(crate) async fn answer(self, update: Update) -> anyhow::Result<Worked> {
        let received: Received = match serde_json::from_str(&update.payload) {
            Ok(received) => received,
            Err(error) => {
                // An error may quote what people wrote.
                let why = format!("{:?} at {}", error.classify(), error.column());
                return Ok(Worked::Unreadable { why });
            }
        };
        let told = update.told.as_deref();
        let is_told = told.is_some();
        let mut thinking = std::pin::pin!(self.talk.answer(&received.request));
        let (outcome, is_deferred) = tokio::select! {
            outcome = &mut thinking => (outcome, false),
            () = tokio::time::sleep(TIMEOUT), if !is_told => {
                self.defer(&received).await;
                (thinking.await, true)
            }
        };
        let reply = match outcome {
            Ok(Some(reply)) => reply,
            Ok(None) => self.talk.puzzled(&received.request),
            Err(error) => {
                if let Err(unsaid) = self.apologise(&received, &update, is_deferred).await {
                    tracing::warn!(%unsaid, update.id, "nor could the person be told");
                }
                return Err(error.into());
            }
        };
        self.say_after(told, &received, &reply, is_deferred).await?;
        Ok(Worked::Done)
    }

    /// Says something, in the place of what was told after an attempt that failed.
    async fn say_after(
        &self,
        told: Option<&str>,
        received: &Received,
        reply: &Reply,
        is_deferred: bool,
    ) -> anyhow::Result<()> {
        match told {
            None => self.say(received, reply, is_deferred).await,
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
        is_deferred: bool,
    ) -> anyhow::Result<()> {
        let (talk, request) = (&self.talk, &received.request);
        if update.is_last_attempt() {
            let told = update.told.as_deref();
            self.say_after(told, received, &talk.surrender(request), is_deferred).await?;
        } else if update.told.is_none() {
            self.say_first(received, &talk.apology(request), is_deferred).await?;
            talk.engine.updates().note_told(update.id, TOLD).await?;
        }
        Ok(())
    }

    async fn defer(&self, received: &Received) {
        let message = CreateInteractionResponseMessage::new().ephemeral(!received.public);
        let response = CreateInteractionResponse::Defer(message);
        if let Err(error) = self
            .http
            .create_interaction_response(interaction(received), &received.token, &response, vec![])
            .await
        {
            tracing::warn!(error = error::why(error), "an answer could not be announced");
        }
    }

    async fn say(
        &self,
        received: &Received,
        reply: &Reply,
        is_deferred: bool,
    ) -> anyhow::Result<()> {
        if is_deferred {
            self.say_late(received, reply).await?;
            return self.keep(received, reply).await;
        }
        if reply.rebuttons && matches!(received.request.said, talk::Input::Callback(_)) {
            return self.rebutton(received, reply).await;
        }
        let response = response(received, reply);
        let mut answered = self.respond(received, response.clone()).await;
        if let Err(error) = &answered
            && error::status(error).is_some_and(|status| status == 429 || status >= 500)
        {
            tokio::time::sleep(Duration::from_millis(500)).await;
            answered = self.respond(received, response).await;
        }
        match answered {
            Ok(()) => self.keep(received, reply).await,
            // Said before a crash, or deferred: the words go where the announcement stands.
            Err(error)
                if matches!(
                    error::code(&error),
                    Some(ALREADY_ACKNOWLEDGED | UNKNOWN_INTERACTION)
                ) =>
            {
                self.say_late(received, reply).await
            }
            Err(error) => Err(anyhow::anyhow!(error::why(error))),
        }
    }

    /// Serenity's own answer would take the pictures of the message away.
    async fn rebutton(&self, received: &Received, reply: &Reply) -> anyhow::Result<()> {
        const UPDATE_MESSAGE: u8 = 7;
        let response = json!({"type": UPDATE_MESSAGE, "data": {"components": render::rows(reply)}});
        let answered = self
            .http
            .create_interaction_response(interaction(received), &received.token, &response, vec![])
            .await;
        match answered {
            Err(error)
                if !matches!(
                    error::code(&error),
                    Some(ALREADY_ACKNOWLEDGED | UNKNOWN_INTERACTION)
                ) =>
            {
                Err(anyhow::anyhow!(error::why(error)))
            }
            _ => Ok(()),
        }
    }

    /// Puts the words where they were announced. What was announced to everybody stays with whoever asked all the
    /// same, if it turns out to be for them alone.
    async fn say_late(&self, received: &Received, reply: &Reply) -> anyhow::Result<()> {
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
        is_deferred: bool,
    ) -> anyhow::Result<()> {
        if is_deferred {
            return self.edit(received, reply).await;
        }
        match self.respond(received, response(received, reply)).await {
            Ok(()) => Ok(()),
            Err(error)
                if matches!(
                    error::code(&error),
                    Some(ALREADY_ACKNOWLEDGED | UNKNOWN_INTERACTION)
                ) =>
            {
                self.edit(received, reply).await
            }
            Err(error) => Err(anyhow::anyhow!(error::why(error))),
        }
    }

    /// Says in a message of its own what takes the place of the first answer, which goes. Once it is said, nothing of
    /// the rest is a reason to say it again.
    async fn say_anew(&self, received: &Received, reply: &Reply) -> anyhow::Result<()> {
        self.http.set_application_id(serenity::ApplicationId::new(received.application));
        let Some(message) = self.follow_up(received, reply, reply.private).await? else {
            return Ok(());
        };
        if let Some(what) = reply.keep.filter(|_| !reply.private) {
            let kept = self.talk.keep(&received.request, what, &message.id.to_string()).await;
            if let Err(error) = kept {
                tracing::warn!(%error, "a card will not be kept up to date");
            }
        }
        if let Err(error) = self.http.delete_original_interaction_response(&received.token).await {
            tracing::info!(error = error::why(error), "an apology stays");
        }
        Ok(())
    }

    async fn follow_up(
        &self,
        received: &Received,
        reply: &Reply,
        is_alone: bool,
    ) -> anyhow::Result<Option<serenity::Message>> {
        let mut message = CreateInteractionResponseFollowup::new()
            .content(render::content(&reply.text))
            .components(render::rows(reply))
            .ephemeral(is_alone)
            .allowed_mentions(CreateAllowedMentions::new());
        for file in render::files(reply) {
            message = message.add_file(file);
        }
        match message.execute(&self.http, (None, received.token.as_str())).await {
            Ok(message) => Ok(Some(message)),
            Err(error) if matches!(error::status(&error), Some(401 | 404)) => {
                tracing::info!(
                    interaction = received.interaction,
                    "nobody waits for this answer any more"
                );
                Ok(None)
            }
            Err(error) => Err(anyhow::anyhow!(error::why(error))),
        }
    }

    async fn respond(
        &self,
        received: &Received,
        response: CreateInteractionResponse,
    ) -> serenity::Result<()> {
        response.execute(&self.http, (interaction(received), &received.token)).await
    }

    /// Notes which message shows something that is kept up to date.
    async fn keep(&self, received: &Received, reply: &Reply) -> anyhow::Result<()> {
        let Some(what) = reply.keep.filter(|_| !reply.private) else { return Ok(()) };
        self.http.set_application_id(serenity::ApplicationId::new(received.application));
        match self.http.get_original_interaction_response(&received.token).await {
            Ok(message) => {
                Ok(self.talk.keep(&received.request, what, &message.id.to_string()).await?)
            }
            Err(error) => {
                tracing::warn!(error = error::why(error), "a card will not be kept up to date");
                Ok(())
            }
        }
    }

    /// Writes the first answer anew. Where there is none any more, nobody waits for it either.
    async fn edit(&self, received: &Received, reply: &Reply) -> anyhow::Result<()> {
        let mut edit = EditInteractionResponse::new()
            .content(render::content(&reply.text))
            .components(render::rows(reply));
        for file in render::files(reply) {
            edit = edit.new_attachment(file);
        }
        self.http.set_application_id(serenity::ApplicationId::new(received.application));
        match edit.execute(&self.http, &received.token).await {
            Ok(_) => Ok(()),
            Err(error) if matches!(error::status(&error), Some(401 | 404)) => {
                tracing::info!(
                    interaction = received.interaction,
                    "nobody waits for this answer any more"
                );
                Ok(())
            }
            Err(error) => Err(anyhow::anyhow!(error::why(error))),
        }
    }
}

/// Whether an answer that everybody would read must not be read by everybody.
fn is_for_fewer(received: &Received, reply: &Reply) -> bool {
    received.public && reply.private
}

/// The answer as Discord wants it: a form where there is one to fill in, otherwise a message.
fn response(received: &Received, reply: &Reply) -> CreateInteractionResponse {
    if let Some(form) =
        reply.form.as_ref().filter(|form| received.may_open && !form.fields.is_empty())
    {
        return CreateInteractionResponse::Modal(render::modal(form));
    }
    let mut message = CreateInteractionResponseMessage::new()
        .content(render::content(&reply.text))
        .components(render::rows(reply))
        .ephemeral(reply.private)
        .allowed_mentions(CreateAllowedMentions::new());
    for file in render::files(reply) {
        message = message.add_file(file);
    }
    if reply.replaces && received.may_replace {
        CreateInteractionResponse::UpdateMessage(message)
    } else {
        CreateInteractionResponse::Message(message)
    }
}

fn interaction(received: &Received) -> InteractionId {
    InteractionId::new(received.interaction)
}
