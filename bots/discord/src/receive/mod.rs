//! Receives: an interaction, or what is said to us in private, is stored before Discord is answered.

pub(crate) mod choices;
pub(crate) mod direct;
#[cfg(test)]
mod properties;
pub(crate) mod read;
pub(crate) mod stored;

use engine::{NewUpdate, Platform};
use poise::serenity_prelude as serenity;
use serenity::{Builder as _, CommandInteraction, FullEvent, Interaction, UserId};
use std::collections::HashSet;
use talk::{COMMANDS, Input, Request, Suggestion};

use crate::receive::direct::{DirectMessage, direct_message};
use crate::receive::read::Received;
use crate::servers::{self, Share};
use crate::{Data, Failure, SOURCE, error, welcome};

/// A command that poise has found in the table.
pub(crate) async fn command(
    ctx: poise::ApplicationContext<'_, Data, Failure>,
) -> Result<(), Failure> {
    let data = ctx.framework.user_data().await;
    store(data, read::command(ctx.interaction, (data.now)())).await
}

/// Choices for the option that is being typed: given at once, since nothing hangs on it.
pub(crate) async fn suggest(data: &Data, typing: &CommandInteraction) -> Vec<Suggestion> {
    let request = read::command(typing, (data.now)()).request;
    let Input::Command { path, .. } = &request.said else { return vec![] };
    let command = COMMANDS.iter().find(|command| command.path == path);
    let (Some(command), Some(option)) = (command, typing.data.autocomplete()) else {
        return vec![];
    };
    let suggested = data.talk.suggest(&request, command, option.name, option.value).await;
    choices::taken(suggested.unwrap_or_else(|error| {
        tracing::error!(%error, "nothing can be suggested");
        vec![]
    }))
}

/// Everything else that reaches the gateway: buttons, choices and forms, private words, and joining and
/// leaving of servers.
pub(crate) async fn event(
    framework: poise::FrameworkContext<'_, Data, Failure>,
    event: &FullEvent,
) -> Result<(), Failure> {
    let data = framework.user_data().await;
    match event {
        // Poise finds the commands.
        FullEvent::InteractionCreate { interaction: Interaction::Command(_) } => Ok(()),
        FullEvent::InteractionCreate { interaction: Interaction::Autocomplete(typing) } => {
            // Of an option that it does not find it says nothing.
            let request = read::command(typing, (data.now)()).request;
            if let (Input::Command { path, .. }, Some(option)) =
                (&request.said, typing.data.autocomplete())
                && is_strange(path, option.name)
            {
                suggest_nothing(framework, typing).await;
            }
            Ok(())
        }
        FullEvent::InteractionCreate { interaction } => {
            match read::read(interaction, (data.now)()) {
                Some(received) => store(data, received).await,
                None => Ok(()),
            }
        }
        FullEvent::Message { new_message } => {
            match direct_message(new_message, framework.bot_id(), (data.now)()) {
                Some(said) => store_direct(data, said).await,
                None => Ok(()),
            }
        }
        FullEvent::GuildCreate { .. } | FullEvent::GuildDelete { .. } | FullEvent::Ready { .. } => {
            let noted = presence(data, event, framework.bot_id()).await;
            if noted.is_err() {
                data.missed.notify_one();
            }
            noted
        }
        _ => Ok(()),
    }
}

/// Which servers we are in.
async fn presence(data: &Data, event: &FullEvent, me: UserId) -> Result<(), Failure> {
    match event {
        FullEvent::GuildCreate { guild, .. } => {
            let _heard = data.presence.read().await;
            welcome::say(data, guild, me).await
        }
        // A server that is only not available for the moment comes back by itself.
        FullEvent::GuildDelete { incomplete, .. } if !incomplete.unavailable => {
            let _heard = data.presence.read().await;
            let (communities, server) = (data.talk.engine.communities(), incomplete.id.to_string());
            Ok(communities.set_present(Platform::Discord, &server, false, (data.now)()).await?)
        }
        FullEvent::Ready { data_about_bot } => {
            data.budget().answered(std::time::Instant::now());
            tracing::info!(guilds = data_about_bot.guilds.len(), "Discord is connected");
            let now = (data.now)();
            let guilds = data_about_bot.guilds.iter();
            let listed: HashSet<u64> = guilds.map(|guild| guild.id.get()).collect();
            servers::note(data, &listed, Share::of(data_about_bot.shard), now).await
        }
        _ => Ok(()),
    }
}

/// Stores what somebody did. Where that is not possible they are told so: nobody else will.
pub(crate) async fn store(data: &Data, received: Received) -> Result<(), Failure> {
    data.responder.first.watch(&received);
    let payload = serde_json::to_string(&received)?;
    let stored = put(data, &received.request, payload).await;
    if stored.is_err() {
        data.responder.say_lost(&received).await;
    }
    stored
}

async fn store_direct(data: &Data, said: DirectMessage) -> Result<(), Failure> {
    let payload = serde_json::to_string(&said)?;
    let stored = put(data, &said.request, payload).await;
    if stored.is_err() {
        data.responder.say_direct_lost(&said).await;
    }
    stored
}

async fn put(data: &Data, request: &Request, payload: String) -> Result<(), Failure> {
    let update = NewUpdate {
        source: SOURCE.to_owned(),
        source_id: request.key.clone(),
        ordering_key: format!("{}:{}", request.place.address, request.account.external_id),
        payload,
    };
    Ok(data.talk.engine.updates().store(&[update], None, (data.now)()).await?)
}

/// A fault on the way to the inbox, or what poise does not find in the table.
pub(crate) async fn failed(error: poise::FrameworkError<'_, Data, Failure>) {
    match error {
        poise::FrameworkError::Command { error, .. } => {
            tracing::error!(%error, "a command could not be stored")
        }
        // It was registered by another version of this program: whoever called it is told so.
        poise::FrameworkError::UnknownInteraction { framework, interaction, .. } => {
            unknown(framework, interaction).await
        }
        poise::FrameworkError::EventHandler { error, .. } => {
            tracing::error!(%error, "what Discord told could not be stored")
        }
        poise::FrameworkError::CommandStructureMismatch { description, .. } => {
            tracing::error!(why = description, "Discord sent what cannot be worked")
        }
        // Words of its own quote what people wrote.
        other => {
            let command = other.ctx().map(|ctx| &*ctx.command().qualified_name);
            tracing::error!(command, "Discord sent what cannot be worked")
        }
    }
}

/// Whether a command in the table has no such option that is completed: another version registered it.
fn is_strange(path: &str, option: &str) -> bool {
    let command = COMMANDS.iter().find(|command| command.path == path);
    command.is_some_and(|command| {
        !command.params.iter().any(|param| param.name == option && param.kind.is_completed())
    })
}

async fn suggest_nothing(
    framework: poise::FrameworkContext<'_, Data, Failure>,
    typing: &CommandInteraction,
) {
    let none = serenity::CreateAutocompleteResponse::new();
    let response = serenity::CreateInteractionResponse::Autocomplete(none);
    let http = &framework.serenity_context.http;
    if let Err(error) = response.execute(http, (typing.id, &*typing.token)).await {
        tracing::warn!(error = error::why(error), "nothing could be suggested");
    }
}

/// Answers a command, or the typing of one, that is not in the table.
async fn unknown(
    framework: poise::FrameworkContext<'_, Data, Failure>,
    interaction: &CommandInteraction,
) {
    if interaction.data.autocomplete().is_some() {
        suggest_nothing(framework, interaction).await;
        return;
    }
    let data = framework.user_data().await;
    if let Err(error) = store(data, read::command(interaction, (data.now)())).await {
        tracing::error!(%error, "a command could not be stored");
    }
}
