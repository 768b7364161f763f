//! Hearing: an interaction becomes a request, which is stored before anything is done about it.

use crate::{Data, Failure, SOURCE};
use engine::rules::Instant;
use engine::{Account, CommunityAddress, NewUpdate, Platform};
use poise::serenity_prelude as serenity;
use serde::{Deserialize, Serialize};
use serenity::{FullEvent, Interaction, ResolvedValue};
use talk::{Place, Request, Said, Suggestion};

/// An interaction as it is stored: the request, and how to answer it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Heard {
    pub(crate) request: Request,
    pub(crate) interaction: u64,
    pub(crate) application: u64,
    pub(crate) token: String,
    /// The pressed message was for that person alone, and may be written anew.
    pub(crate) may_replace: bool,
    /// Everybody reads the answer if it takes a while.
    pub(crate) public: bool,
}

/// What interactions of all kinds have in common.
struct Source<'a> {
    id: u64,
    user: &'a serenity::User,
    guild: Option<serenity::GuildId>,
    channel: serenity::ChannelId,
    locale: &'a str,
    guild_locale: Option<&'a str>,
}

impl<'a> Source<'a> {
    fn command(interaction: &'a serenity::CommandInteraction) -> Source<'a> {
        Source {
            id: interaction.id.get(),
            user: &interaction.user,
            guild: interaction.guild_id,
            channel: interaction.channel_id,
            locale: &interaction.locale,
            guild_locale: interaction.guild_locale.as_deref(),
        }
    }

    fn component(interaction: &'a serenity::ComponentInteraction) -> Source<'a> {
        Source {
            id: interaction.id.get(),
            user: &interaction.user,
            guild: interaction.guild_id,
            channel: interaction.channel_id,
            locale: &interaction.locale,
            guild_locale: interaction.guild_locale.as_deref(),
        }
    }

    fn request(&self, said: Said, now: Instant) -> Request {
        let shown = self.user.global_name.as_deref().unwrap_or(&self.user.name);
        let sent_at = serenity::InteractionId::new(self.id).created_at().unix_timestamp();
        let community = self.guild.map(|guild| CommunityAddress {
            platform: Platform::Discord,
            external_id: guild.to_string(),
            name: String::new(),
            locale: self.guild_locale.map(str::to_owned),
        });
        Request {
            key: format!("dc:{}", self.id),
            account: Account {
                platform: Platform::Discord,
                external_id: self.user.id.to_string(),
                name: talk::clean_name(shown, &self.user.name),
                locale: Some(self.locale.to_owned()),
            },
            place: Place {
                community,
                address: self.channel.to_string(),
                thread: String::new(),
                private_address: self.user.id.to_string(),
                opens_private: true,
                deep_link: None,
                locale: self.guild_locale.map(str::to_owned),
            },
            said,
            sent_at: Some(Instant(sent_at)),
            unheard_since: None,
            now,
        }
    }
}

/// A slash command.
pub(crate) async fn command(
    ctx: poise::ApplicationContext<'_, Data, Failure>,
) -> Result<(), Failure> {
    let interaction = ctx.interaction;
    let data = ctx.framework.user_data().await;
    let known = known(&ctx)?;
    let request = Source::command(interaction).request(said(&ctx, known), (data.now)());
    let heard = Heard {
        request,
        interaction: interaction.id.get(),
        application: interaction.application_id.get(),
        token: interaction.token.clone(),
        may_replace: false,
        public: known.public,
    };
    store(data, heard).await
}

/// Choices for the option that is being typed: answered at once, since nothing hangs on it.
pub(crate) async fn suggestions(
    ctx: poise::ApplicationContext<'_, Data, Failure>,
    typed: &str,
) -> Result<Vec<Suggestion>, Failure> {
    let data = ctx.framework.user_data().await;
    let known = known(&ctx)?;
    let Some(option) = ctx.interaction.data.autocomplete() else { return Ok(vec![]) };
    let request = Source::command(ctx.interaction).request(said(&ctx, known), (data.now)());
    Ok(data.talk.suggest(&request, known, option.name, typed).await?)
}

fn known(
    ctx: &poise::ApplicationContext<'_, Data, Failure>,
) -> Result<&'static talk::Command, Failure> {
    let command = ctx
        .command_tree
        .last()
        .and_then(|command| command.custom_data.downcast_ref::<&'static talk::Command>());
    command.copied().ok_or_else(|| anyhow::anyhow!("a slash command that is not in the table"))
}

fn said(ctx: &poise::ApplicationContext<'_, Data, Failure>, known: &talk::Command) -> Said {
    let args = ctx.args.iter().filter_map(|arg| match arg.value {
        ResolvedValue::String(value) => Some((arg.name.to_owned(), value.to_owned())),
        _ => None,
    });
    Said::Command { path: known.path.to_owned(), args: args.collect() }
}

/// Everything else that reaches the gateway: buttons and choices, and joining and leaving of servers.
pub(crate) async fn event(
    framework: poise::FrameworkContext<'_, Data, Failure>,
    event: &FullEvent,
) -> Result<(), Failure> {
    match event {
        FullEvent::InteractionCreate { interaction: Interaction::Component(pressed) } => {
            let stored = press(framework.user_data().await, pressed).await;
            if stored.is_err() {
                tell_fault(framework.serenity_context, pressed).await;
            }
            stored
        }
        FullEvent::Ready { data_about_bot } => {
            tracing::info!(guilds = data_about_bot.guilds.len(), "Discord is connected");
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The press is lost, and nobody else will say so.
async fn tell_fault(ctx: &serenity::Context, pressed: &serenity::ComponentInteraction) {
    let fault = talk::Words::of(&pressed.locale).plain("fault", &[]);
    let message = serenity::CreateInteractionResponseMessage::new().content(fault).ephemeral(true);
    let response = serenity::CreateInteractionResponse::Message(message);
    if let Err(error) = pressed.create_response(&ctx.http, response).await {
        tracing::warn!(error = crate::speak::why(error), "nor could the person be told");
    }
}

async fn press(data: &Data, pressed: &serenity::ComponentInteraction) -> Result<(), Failure> {
    let id = match &pressed.data.kind {
        serenity::ComponentInteractionDataKind::StringSelect { values } => values.first().cloned(),
        _ => None,
    };
    let said = Said::Press(id.unwrap_or_else(|| pressed.data.custom_id.clone()));
    let is_ephemeral = pressed
        .message
        .flags
        .is_some_and(|flags| flags.contains(serenity::MessageFlags::EPHEMERAL));
    let heard = Heard {
        request: Source::component(pressed).request(said, (data.now)()),
        interaction: pressed.id.get(),
        application: pressed.application_id.get(),
        token: pressed.token.clone(),
        may_replace: is_ephemeral || pressed.guild_id.is_none(),
        public: false,
    };
    store(data, heard).await
}

async fn store(data: &Data, heard: Heard) -> Result<(), Failure> {
    let update = NewUpdate {
        source: SOURCE.to_owned(),
        source_id: heard.request.key.clone(),
        lane: format!("{}:{}", heard.request.place.address, heard.request.account.external_id),
        payload: serde_json::to_string(&heard)?,
    };
    data.talk.engine.store_updates(&[update], None, (data.now)()).await?;
    Ok(())
}

/// A fault on the way to the inbox: the person is told, since nobody else will.
pub(crate) async fn failed(error: poise::FrameworkError<'_, Data, Failure>) {
    match error {
        poise::FrameworkError::Command { error, ctx, .. } => {
            tracing::error!(%error, "a command could not be stored");
            let words = talk::Words::of(ctx.locale().unwrap_or("en"));
            let reply =
                poise::CreateReply::default().content(words.plain("fault", &[])).ephemeral(true);
            if let Err(error) = ctx.send(reply).await {
                tracing::warn!(error = crate::speak::why(error), "nor could the person be told");
            }
        }
        poise::FrameworkError::EventHandler { error, .. } => {
            tracing::error!(%error, "a press could not be stored")
        }
        other => tracing::error!(error = %other, "Discord sent what cannot be worked"),
    }
}
