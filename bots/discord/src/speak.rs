//! Speaking: a reply becomes a message, in time and to the right eyes.

use crate::hear::Heard;
use engine::{Update, Worked};
use poise::serenity_prelude as serenity;
use serde_json::json;
use serenity::{
    Builder, ButtonStyle, CreateActionRow, CreateAllowedMentions, CreateAttachment, CreateButton,
    CreateInputText, CreateInteractionResponse, CreateInteractionResponseFollowup,
    CreateInteractionResponseMessage, CreateModal, CreateSelectMenu, CreateSelectMenuKind,
    CreateSelectMenuOption, EditInteractionResponse, InputTextStyle, InteractionId,
};
use std::sync::Arc;
use std::time::Duration;
use talk::{ButtonAction, Field, Form, Reply, Span, Talk, Text, Tone, What};

/// Discord wants the first answer within 3 s; what takes longer is announced before.
const TIMEOUT: Duration = Duration::from_millis(1500);
const ROWS_MAX: usize = 5;
const CONTENT_MAX: usize = 2000;
/// Letters of the title and the labels of a form.
const LABEL_MAX: usize = 45;
/// Letters of what a picture says.
const ALT_MAX: usize = 1024;
/// That the person was told something after an attempt that failed: it stands where the first answer does.
const TOLD: &str = "told";
const ALREADY_ACKNOWLEDGED: isize = 40060;
const UNKNOWN_INTERACTION: isize = 10062;

/// Answers interactions.
#[derive(Clone)]
pub(crate) struct Speaker {
    talk: Talk,
    http: Arc<serenity::Http>,
}

impl Speaker {
    pub(crate) fn new(talk: Talk, http: Arc<serenity::Http>) -> Speaker {
        Speaker { talk, http }
    }

    /// Works a stored interaction.
    pub(crate) async fn answer(self, update: Update) -> anyhow::Result<Worked> {
        let heard: Heard = match serde_json::from_str(&update.payload) {
            Ok(heard) => heard,
            Err(error) => {
                // An error may quote what people wrote.
                let why = format!("{:?} at {}", error.classify(), error.column());
                return Ok(Worked::Unreadable { why });
            }
        };
        let told = update.told.as_deref();
        let is_told = told.is_some();
        let mut thinking = std::pin::pin!(self.talk.answer(&heard.request));
        let (outcome, is_deferred) = tokio::select! {
            outcome = &mut thinking => (outcome, false),
            () = tokio::time::sleep(TIMEOUT), if !is_told => {
                self.defer(&heard).await;
                (thinking.await, true)
            }
        };
        let reply = match outcome {
            Ok(Some(reply)) => reply,
            Ok(None) => self.talk.puzzled(&heard.request),
            Err(error) => {
                if let Err(unsaid) = self.apologise(&heard, &update, is_deferred).await {
                    tracing::warn!(%unsaid, update.id, "nor could the person be told");
                }
                return Err(error.into());
            }
        };
        self.say_after(told, &heard, &reply, is_deferred).await?;
        Ok(Worked::Done)
    }

    /// Says something, in the place of what was told after an attempt that failed.
    async fn say_after(
        &self,
        told: Option<&str>,
        heard: &Heard,
        reply: &Reply,
        is_deferred: bool,
    ) -> anyhow::Result<()> {
        match told {
            None => self.say(heard, reply, is_deferred).await,
            // What was said may be read by everybody or by one person alone, and does not become the other.
            Some(_) if heard.public || !reply.private => self.say_anew(heard, reply).await,
            Some(_) => self.edit(heard, reply).await,
        }
    }

    /// Says once that the update is tried again by itself, and at last that it is not.
    async fn apologise(
        &self,
        heard: &Heard,
        update: &Update,
        is_deferred: bool,
    ) -> anyhow::Result<()> {
        let (talk, request) = (&self.talk, &heard.request);
        if update.is_last_attempt() {
            let told = update.told.as_deref();
            self.say_after(told, heard, &talk.surrender(request), is_deferred).await?;
        } else if update.told.is_none() {
            self.say_first(heard, &talk.apology(request), is_deferred).await?;
            talk.engine.updates().note_told(update.id, TOLD).await?;
        }
        Ok(())
    }

    async fn defer(&self, heard: &Heard) {
        let message = CreateInteractionResponseMessage::new().ephemeral(!heard.public);
        let response = CreateInteractionResponse::Defer(message);
        if let Err(error) = self
            .http
            .create_interaction_response(interaction(heard), &heard.token, &response, vec![])
            .await
        {
            tracing::warn!(error = why(error), "an answer could not be announced");
        }
    }

    async fn say(&self, heard: &Heard, reply: &Reply, is_deferred: bool) -> anyhow::Result<()> {
        if is_deferred {
            self.say_late(heard, reply).await?;
            return self.keep(heard, reply).await;
        }
        if reply.rebuttons && matches!(heard.request.said, talk::Input::Callback(_)) {
            return self.rebutton(heard, reply).await;
        }
        let response = response(heard, reply);
        let mut answered = self.respond(heard, response.clone()).await;
        if let Err(error) = &answered
            && status(error).is_some_and(|status| status == 429 || status >= 500)
        {
            tokio::time::sleep(Duration::from_millis(500)).await;
            answered = self.respond(heard, response).await;
        }
        match answered {
            Ok(()) => self.keep(heard, reply).await,
            // Said before a crash, or deferred: the words go where the announcement stands.
            Err(error)
                if matches!(code(&error), Some(ALREADY_ACKNOWLEDGED | UNKNOWN_INTERACTION)) =>
            {
                self.say_late(heard, reply).await
            }
            Err(error) => Err(anyhow::anyhow!(why(error))),
        }
    }

    /// Serenity's own answer would take the pictures of the message away.
    async fn rebutton(&self, heard: &Heard, reply: &Reply) -> anyhow::Result<()> {
        const UPDATE_MESSAGE: u8 = 7;
        let response = json!({"type": UPDATE_MESSAGE, "data": {"components": rows(reply)}});
        let answered = self
            .http
            .create_interaction_response(interaction(heard), &heard.token, &response, vec![])
            .await;
        match answered {
            Err(error)
                if !matches!(code(&error), Some(ALREADY_ACKNOWLEDGED | UNKNOWN_INTERACTION)) =>
            {
                Err(anyhow::anyhow!(why(error)))
            }
            _ => Ok(()),
        }
    }

    /// Puts the words where they were announced. What was announced to everybody stays with whoever asked all the
    /// same, if it turns out to be for them alone.
    async fn say_late(&self, heard: &Heard, reply: &Reply) -> anyhow::Result<()> {
        if !is_for_fewer(heard, reply) {
            return self.edit(heard, reply).await;
        }
        self.edit(heard, &self.talk.aside(&heard.request)).await?;
        self.follow_up(heard, reply, true).await.map(drop)
    }

    /// Says as the first answer what anybody may read, wherever that stands already.
    async fn say_first(
        &self,
        heard: &Heard,
        reply: &Reply,
        is_deferred: bool,
    ) -> anyhow::Result<()> {
        if is_deferred {
            return self.edit(heard, reply).await;
        }
        match self.respond(heard, response(heard, reply)).await {
            Ok(()) => Ok(()),
            Err(error)
                if matches!(code(&error), Some(ALREADY_ACKNOWLEDGED | UNKNOWN_INTERACTION)) =>
            {
                self.edit(heard, reply).await
            }
            Err(error) => Err(anyhow::anyhow!(why(error))),
        }
    }

    /// Says in a message of its own what takes the place of the first answer, which goes. Once it is said, nothing of
    /// the rest is a reason to say it again.
    async fn say_anew(&self, heard: &Heard, reply: &Reply) -> anyhow::Result<()> {
        self.http.set_application_id(serenity::ApplicationId::new(heard.application));
        let Some(message) = self.follow_up(heard, reply, reply.private).await? else {
            return Ok(());
        };
        if let Some(what) = reply.keep.filter(|_| !reply.private) {
            let kept = self.talk.keep(&heard.request, what, &message.id.to_string()).await;
            if let Err(error) = kept {
                tracing::warn!(%error, "a card will not be kept up to date");
            }
        }
        if let Err(error) = self.http.delete_original_interaction_response(&heard.token).await {
            tracing::info!(error = why(error), "an apology stays");
        }
        Ok(())
    }

    async fn follow_up(
        &self,
        heard: &Heard,
        reply: &Reply,
        is_alone: bool,
    ) -> anyhow::Result<Option<serenity::Message>> {
        let mut message = CreateInteractionResponseFollowup::new()
            .content(content(&reply.text))
            .components(rows(reply))
            .ephemeral(is_alone)
            .allowed_mentions(CreateAllowedMentions::new());
        for file in files(reply) {
            message = message.add_file(file);
        }
        match message.execute(&self.http, (None, heard.token.as_str())).await {
            Ok(message) => Ok(Some(message)),
            Err(error) if matches!(status(&error), Some(401 | 404)) => {
                tracing::info!(
                    interaction = heard.interaction,
                    "nobody waits for this answer any more"
                );
                Ok(None)
            }
            Err(error) => Err(anyhow::anyhow!(why(error))),
        }
    }

    async fn respond(
        &self,
        heard: &Heard,
        response: CreateInteractionResponse,
    ) -> serenity::Result<()> {
        response.execute(&self.http, (interaction(heard), &heard.token)).await
    }

    /// Notes which message shows something that is kept up to date.
    async fn keep(&self, heard: &Heard, reply: &Reply) -> anyhow::Result<()> {
        let Some(what) = reply.keep.filter(|_| !reply.private) else { return Ok(()) };
        self.http.set_application_id(serenity::ApplicationId::new(heard.application));
        match self.http.get_original_interaction_response(&heard.token).await {
            Ok(message) => {
                Ok(self.talk.keep(&heard.request, what, &message.id.to_string()).await?)
            }
            Err(error) => {
                tracing::warn!(error = why(error), "a card will not be kept up to date");
                Ok(())
            }
        }
    }

    /// Writes the first answer anew. Where there is none any more, nobody waits for it either.
    async fn edit(&self, heard: &Heard, reply: &Reply) -> anyhow::Result<()> {
        let mut edit =
            EditInteractionResponse::new().content(content(&reply.text)).components(rows(reply));
        for file in files(reply) {
            edit = edit.new_attachment(file);
        }
        self.http.set_application_id(serenity::ApplicationId::new(heard.application));
        match edit.execute(&self.http, &heard.token).await {
            Ok(_) => Ok(()),
            Err(error) if matches!(status(&error), Some(401 | 404)) => {
                tracing::info!(
                    interaction = heard.interaction,
                    "nobody waits for this answer any more"
                );
                Ok(())
            }
            Err(error) => Err(anyhow::anyhow!(why(error))),
        }
    }
}

/// Whether an answer that everybody would read must not be read by everybody.
fn is_for_fewer(heard: &Heard, reply: &Reply) -> bool {
    heard.public && reply.private
}

/// The answer as Discord wants it: a form where there is one to fill in, otherwise a message.
fn response(heard: &Heard, reply: &Reply) -> CreateInteractionResponse {
    if let Some(form) = reply.form.as_ref().filter(|form| heard.may_open && !form.fields.is_empty())
    {
        return CreateInteractionResponse::Modal(modal(form));
    }
    let mut message = CreateInteractionResponseMessage::new()
        .content(content(&reply.text))
        .components(rows(reply))
        .ephemeral(reply.private)
        .allowed_mentions(CreateAllowedMentions::new());
    for file in files(reply) {
        message = message.add_file(file);
    }
    if reply.replaces && heard.may_replace {
        CreateInteractionResponse::UpdateMessage(message)
    } else {
        CreateInteractionResponse::Message(message)
    }
}

/// What goes with a message: pictures with the same in words, and files.
pub(crate) fn files(reply: &Reply) -> Vec<CreateAttachment> {
    let pictures = reply.pictures.iter().enumerate().map(|(n, picture)| {
        let alt: String = picture.alt.chars().take(ALT_MAX).collect();
        CreateAttachment::bytes(picture.png.as_ref().clone(), format!("picture{n}.png"))
            .description(alt)
    });
    let documents = reply
        .documents
        .iter()
        .map(|document| CreateAttachment::bytes(document.bytes.to_vec(), document.name.clone()));
    pictures.chain(documents).collect()
}

fn modal(form: &Form) -> CreateModal {
    let input = |field: &Field| {
        let style = if field.long { InputTextStyle::Paragraph } else { InputTextStyle::Short };
        let label: String = field.label.chars().take(LABEL_MAX).collect();
        let mut input = CreateInputText::new(style, label, field.name)
            .required(field.required)
            .max_length(field.length_max as u16);
        if !field.value.is_empty() {
            input = input.value(&field.value);
        }
        CreateActionRow::InputText(input)
    };
    let title: String = form.title.chars().take(LABEL_MAX).collect();
    CreateModal::new(form.press.to_string(), title)
        .components(form.fields.iter().take(ROWS_MAX).map(input).collect())
}

fn interaction(heard: &Heard) -> InteractionId {
    InteractionId::new(heard.interaction)
}

/// What went wrong, without addresses: they hold the tokens of interactions.
pub(crate) fn why(error: serenity::Error) -> String {
    match error {
        serenity::Error::Http(serenity::HttpError::Request(error)) => {
            error.without_url().to_string()
        }
        serenity::Error::Http(serenity::HttpError::UnsuccessfulRequest(response)) => {
            format!(
                "status {}, code {}: {}",
                response.status_code, response.error.code, response.error.message
            )
        }
        other => other.to_string(),
    }
}

/// The HTTP status of a refusal.
pub(crate) fn status(error: &serenity::Error) -> Option<u16> {
    match error {
        serenity::Error::Http(serenity::HttpError::UnsuccessfulRequest(response)) => {
            Some(response.status_code.as_u16())
        }
        _ => None,
    }
}

/// Discord's own code of a refusal.
pub(crate) fn code(error: &serenity::Error) -> Option<isize> {
    match error {
        serenity::Error::Http(serenity::HttpError::UnsuccessfulRequest(response)) => {
            Some(response.error.code)
        }
        _ => None,
    }
}

/// A text in Discord's Markdown.
pub(crate) fn content(text: &Text) -> String {
    let mut content = String::new();
    for together in text.0.chunk_by(|one, next| one.bold == next.bold) {
        let inner: String = together.iter().map(span).collect();
        // One pair of marks for all of them: two pairs side by side would read as four stars.
        let is_bold = together[0].bold && !inner.trim().is_empty();
        content.push_str(&if is_bold { format!("**{inner}**") } else { inner });
    }
    shortened(content)
}

/// Whole lines up to Discord's limit; what had to go is said by an ellipsis.
fn shortened(content: String) -> String {
    if content.chars().count() <= CONTENT_MAX {
        return content;
    }
    let mut kept = String::new();
    let mut length = 0;
    for line in content.split_inclusive('\n') {
        length += line.chars().count();
        if length > CONTENT_MAX - 2 {
            break;
        }
        kept.push_str(line);
    }
    if kept.is_empty() {
        kept = content.chars().take(CONTENT_MAX - 2).collect();
    }
    kept + "…"
}

fn span(span: &Span) -> String {
    let inner = match &span.what {
        What::Words(words) => words.clone(),
        What::Literal(text) if span.code => text.replace('`', "'"),
        What::Literal(text) => escape(text),
        What::Time { at, .. } => format!("<t:{}:f>", at.0),
        // In brackets, so that no preview unfolds below every leaderboard.
        What::Link(address) => format!("<{address}>"),
        What::Role(id) => format!("<@&{id}>"),
    };
    if span.code { format!("`{inner}`") } else { inner }
}

/// What a person wrote, so that it reads as it was written and reaches nobody.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for (at, c) in text.char_indices() {
        let is_markup = matches!(c, '\\' | '*' | '_' | '~' | '|' | '`' | '[' | ']' | '<' | '@');
        // These mean something at the beginning of a line only.
        if is_markup || (at == 0 && matches!(c, '#' | '>' | '-' | '+')) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Buttons, and a list to pick from.
pub(crate) fn rows(reply: &Reply) -> Vec<CreateActionRow> {
    let mut rows = vec![];
    if !reply.choices.is_empty() {
        let option = |choice: &talk::Choice| {
            CreateSelectMenuOption::new(&choice.label, choice.press.to_string())
        };
        let options = reply.choices.iter().take(talk::SUGGESTIONS_MAX).map(option).collect();
        let menu = CreateSelectMenu::new("v1:pick", CreateSelectMenuKind::String { options });
        rows.push(CreateActionRow::SelectMenu(menu));
    }
    rows.extend(
        reply.buttons.iter().map(|row| CreateActionRow::Buttons(row.iter().map(button).collect())),
    );
    // A form that could not be opened is a button away.
    if let Some(form) = reply.form.as_ref().filter(|form| !form.fields.is_empty()) {
        let label = form.title.chars().take(LABEL_MAX).collect::<String>();
        let open = CreateButton::new(form.press.to_string()).label(label);
        rows.push(CreateActionRow::Buttons(vec![open]));
    }
    rows.truncate(ROWS_MAX);
    rows
}

fn button(button: &talk::Button) -> CreateButton {
    let style = match button.tone {
        Tone::Plain => ButtonStyle::Secondary,
        Tone::Main => ButtonStyle::Success,
        Tone::Danger => ButtonStyle::Danger,
    };
    match &button.action {
        ButtonAction::Callback(press) => {
            CreateButton::new(press.to_string()).label(&button.label).style(style)
        }
        ButtonAction::Link(address) => CreateButton::new_link(address).label(&button.label),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_no_markup_and_pings_nobody() {
        let literal = Span {
            what: What::Literal("@everyone <@1> **x** [a](b) `c` _d_".to_owned()),
            bold: false,
            code: false,
        };
        let text = content(&Text(vec![literal]));
        assert_eq!(text, r"\@everyone \<\@1> \*\*x\*\* \[a\](b) \`c\` \_d\_");
    }
}
