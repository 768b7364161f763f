//! What somebody writes to us in private. Discord shows a bot the words of direct messages without any leave.

use engine::rules::Instant;
use poise::serenity_prelude as serenity;
use serde::{Deserialize, Serialize};
use serenity::{ActionRowComponent, ButtonKind, Message, MessageType, UserId};
use talk::{Input, Place, Request};

use crate::receive::read;

/// Characters of free words that are looked at.
const LINE_MAX: usize = 400;

/// A direct message as it is stored: the request, and the channel to answer in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct DirectMessage {
    pub(crate) request: Request,
    pub(crate) channel: u64,
    pub(crate) message: u64,
}

/// Reads a message; none for what is said elsewhere, by a bot or by Discord itself, or what says nothing.
pub(crate) fn direct_message(
    message: &Message,
    own: UserId,
    now: Instant,
) -> Option<DirectMessage> {
    let is_written = matches!(message.kind, MessageType::Regular | MessageType::InlineReply);
    let is_by_person = !message.author.bot && message.webhook_id.is_none();
    if message.guild_id.is_some() || !is_by_person || !is_written {
        return None;
    }
    let line = message.content.clone();
    let files: Vec<String> = message.attachments.iter().map(|file| file.url.clone()).collect();
    if line.trim().is_empty() && files.is_empty() {
        return None;
    }
    let answered =
        message.referenced_message.as_deref().filter(|answered| answered.author.id == own);
    let said = if talk::read_line(&line).is_some() {
        Input::Line(line)
    } else if let Some(press) = answered.and_then(checked_in_by) {
        Input::Form { press, fields: vec![("reply".to_owned(), line)] }
    } else {
        Input::Said(line.chars().take(LINE_MAX).collect())
    };
    let (channel, message_id) = (message.channel_id.get(), message.id.get());
    let request = Request {
        key: format!("dc:{message_id}"),
        account: read::account(&message.author),
        place: Place {
            community: None,
            address: channel.to_string(),
            thread: String::new(),
            private_address: message.author.id.to_string(),
            opens_private: true,
            deep_link: None,
            takes_location: false,
            is_on_web: false,
            is_program: false,
            is_guest: false,
            locale: None,
        },
        said,
        named: vec![],
        present: vec![],
        replied_to: None,
        files,
        manages: false,
        grants: vec![],
        bot_rights: vec![],
        is_stray: false,
        sent_at: Some(Instant(message.timestamp.unix_timestamp())),
        unheard_since: None,
        now,
    };
    Some(DirectMessage { request, channel, message: message_id })
}

/// A message of ours that asks for a check-in takes an answer as well as a tap of its button.
fn checked_in_by(asked: &Message) -> Option<String> {
    let buttons = asked.components.iter().flat_map(|row| &row.components);
    let presses = buttons.filter_map(|component| match component {
        ActionRowComponent::Button(button) => match &button.data {
            ButtonKind::NonLink { custom_id, .. } => Some(custom_id.as_str()),
            ButtonKind::Link { .. } | ButtonKind::Premium { .. } => None,
        },
        _ => None,
    });
    talk::check_in_of(presses)
}
