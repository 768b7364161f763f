//! Receives: an interaction becomes a request, stored before Discord is answered.

use engine::rules::Instant;
use engine::{Account, CommunityAddress, NewUpdate, Platform};
use poise::serenity_prelude as serenity;
use serde::{Deserialize, Serialize};
use serenity::{Builder as _, FullEvent, Interaction, InteractionContext, ResolvedValue};
use talk::{Input, Place, Request, Suggestion};

use crate::{Data, Failure, SOURCE, error, welcome};

/// An interaction as it is stored: the request, and how to answer it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Received {
    pub(crate) request: Request,
    pub(crate) interaction: u64,
    pub(crate) application: u64,
    pub(crate) token: String,
    /// The pressed message was for that person alone, and may be written anew.
    pub(crate) may_replace: bool,
    /// Everybody reads the answer if it takes a while.
    pub(crate) public: bool,
    /// A form can be opened: what was done was not the sending of one.
    #[serde(default = "yes")]
    pub(crate) may_open: bool,
}

fn yes() -> bool {
    true
}

/// What interactions of all kinds have in common.
struct Source<'a> {
    id: u64,
    user: &'a serenity::User,
    guild: Option<serenity::GuildId>,
    channel: serenity::ChannelId,
    locale: &'a str,
    guild_locale: Option<&'a str>,
    /// What the person may do in the server.
    permissions: Option<serenity::Permissions>,
    /// What we may do in the channel.
    own: Option<serenity::Permissions>,
    /// Whether the channel is a thread.
    is_thread: bool,
}

/// What we need to be allowed, by the words under which it is told, and whether we are. In a thread only the right
/// to send in threads counts.
fn rights(own: serenity::Permissions, is_thread: bool) -> Vec<(String, bool)> {
    use serenity::Permissions;
    let send = match is_thread {
        true => ("threads", Permissions::SEND_MESSAGES_IN_THREADS),
        false => ("send", Permissions::SEND_MESSAGES),
    };
    let needed = [
        ("view", Permissions::VIEW_CHANNEL),
        send,
        ("attach", Permissions::ATTACH_FILES),
        ("history", Permissions::READ_MESSAGE_HISTORY),
        ("roles", Permissions::MANAGE_ROLES),
    ];
    let has = |right: Permissions| own.contains(right) || own.administrator();
    needed.map(|(name, right)| (name.to_owned(), has(right))).to_vec()
}

fn is_thread(channel: &serenity::PartialChannel) -> bool {
    use serenity::ChannelType::{NewsThread, PrivateThread, PublicThread};
    matches!(channel.kind, NewsThread | PrivateThread | PublicThread)
}

macro_rules! source {
    ($interaction:ident) => {
        Source {
            id: $interaction.id.get(),
            user: &$interaction.user,
            guild: $interaction.guild_id,
            channel: $interaction.channel_id,
            locale: &$interaction.locale,
            guild_locale: $interaction.guild_locale.as_deref(),
            permissions: $interaction.member.as_ref().and_then(|member| member.permissions),
            own: $interaction.app_permissions,
            is_thread: $interaction.channel.as_ref().is_some_and(is_thread),
        }
    };
}

impl<'a> Source<'a> {
    fn request(&self, said: Input, now: Instant) -> Request {
        let sent_at = serenity::InteractionId::new(self.id).created_at().unix_timestamp();
        let community = self.guild.map(|guild| CommunityAddress {
            platform: Platform::Discord,
            external_id: guild.to_string(),
            name: String::new(),
            locale: self.guild_locale.map(str::to_owned),
        });
        Request {
            key: format!("dc:{}", self.id),
            account: Account { locale: Some(self.locale.to_owned()), ..account(self.user) },
            place: Place {
                community,
                address: self.channel.to_string(),
                thread: String::new(),
                private_address: self.user.id.to_string(),
                opens_private: true,
                deep_link: None,
                takes_location: false,
                locale: self.guild_locale.map(str::to_owned),
            },
            said,
            named: vec![],
            replied_to: None,
            files: vec![],
            manages: self
                .permissions
                .is_some_and(|held| held.manage_guild() || held.administrator()),
            bot_rights: self
                .own
                .filter(|_| self.guild.is_some())
                .map(|own| rights(own, self.is_thread))
                .unwrap_or_default(),
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
    let request = resolved(&ctx, source!(interaction).request(said(&ctx, known), (data.now)()));
    let received = Received {
        request,
        interaction: interaction.id.get(),
        application: interaction.application_id.get(),
        token: interaction.token.clone(),
        may_replace: false,
        public: known.public,
        may_open: true,
    };
    store(data, received).await
}

/// A command from the menu of a person.
pub(crate) async fn menu(
    ctx: poise::ApplicationContext<'_, Data, Failure>,
    user: &serenity::User,
) -> Result<(), Failure> {
    let interaction = ctx.interaction;
    let data = ctx.framework.user_data().await;
    let known = known(&ctx)?;
    let args = vec![("user".to_owned(), user.id.to_string())];
    let said = Input::Command { path: known.path.to_owned(), args };
    let request = source!(interaction).request(said, (data.now)());
    let received = Received {
        request: Request { named: vec![account(user)], ..request },
        interaction: interaction.id.get(),
        application: interaction.application_id.get(),
        token: interaction.token.clone(),
        may_replace: false,
        public: known.public,
        may_open: true,
    };
    store(data, received).await
}

/// An account as Discord describes its user.
fn account(user: &serenity::User) -> Account {
    let shown = user.global_name.as_deref().unwrap_or(&user.name);
    Account {
        platform: Platform::Discord,
        external_id: user.id.to_string(),
        name: talk::clean_name(shown, &user.name),
        handle: Some(user.name.to_lowercase()),
        locale: None,
    }
}

/// A request with the people and files that its options name.
fn resolved(ctx: &poise::ApplicationContext<'_, Data, Failure>, request: Request) -> Request {
    let (mut named, mut files) = (vec![], vec![]);
    for arg in ctx.args {
        match arg.value {
            ResolvedValue::User(user, _) => named.push(account(user)),
            ResolvedValue::Attachment(file) => files.push(file.url.clone()),
            _ => {}
        }
    }
    Request { named, files, ..request }
}

/// Choices for the option that is being typed: answered at once, since nothing hangs on it.
pub(crate) async fn suggestions(
    ctx: poise::ApplicationContext<'_, Data, Failure>,
    typed: &str,
) -> Result<Vec<Suggestion>, Failure> {
    let data = ctx.framework.user_data().await;
    let known = known(&ctx)?;
    let Some(option) = ctx.interaction.data.autocomplete() else { return Ok(vec![]) };
    let interaction = ctx.interaction;
    let request = source!(interaction).request(said(&ctx, known), (data.now)());
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

fn said(ctx: &poise::ApplicationContext<'_, Data, Failure>, known: &talk::Command) -> Input {
    let args = ctx.args.iter().filter_map(|arg| match arg.value {
        ResolvedValue::String(value) => Some((arg.name.to_owned(), value.to_owned())),
        ResolvedValue::User(user, _) => Some((arg.name.to_owned(), user.id.to_string())),
        ResolvedValue::Role(role) => Some((arg.name.to_owned(), role.id.to_string())),
        ResolvedValue::Attachment(file) => Some((arg.name.to_owned(), file.filename.clone())),
        _ => None,
    });
    Input::Command { path: known.path.to_owned(), args: args.collect() }
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
                let (id, token) = (pressed.id, &pressed.token);
                tell_fault(framework.serenity_context, id, token, &pressed.locale).await;
            }
            stored
        }
        FullEvent::InteractionCreate { interaction: Interaction::Modal(sent) } => {
            let stored = form(framework.user_data().await, sent).await;
            if stored.is_err() {
                let (id, token) = (sent.id, &sent.token);
                tell_fault(framework.serenity_context, id, token, &sent.locale).await;
            }
            stored
        }
        FullEvent::GuildCreate { guild, .. } => {
            welcome::say(framework.user_data().await, guild, framework.bot_id()).await
        }
        FullEvent::Ready { data_about_bot } => {
            tracing::info!(guilds = data_about_bot.guilds.len(), "Discord is connected");
            Ok(())
        }
        _ => Ok(()),
    }
}

/// What was pressed or filled in is lost, and nobody else will say so.
async fn tell_fault(
    ctx: &serenity::Context,
    id: serenity::InteractionId,
    token: &str,
    locale: &str,
) {
    let fault = talk::Words::of(locale).plain("fault", &[]);
    let message = serenity::CreateInteractionResponseMessage::new().content(fault).ephemeral(true);
    let response = serenity::CreateInteractionResponse::Message(message);
    if let Err(error) = response.execute(&ctx.http, (id, token)).await {
        tracing::warn!(error = error::why(error), "nor could the person be told");
    }
}

async fn press(data: &Data, pressed: &serenity::ComponentInteraction) -> Result<(), Failure> {
    let id = match &pressed.data.kind {
        serenity::ComponentInteractionDataKind::StringSelect { values } => values.first().cloned(),
        _ => None,
    };
    let said = Input::Callback(id.unwrap_or_else(|| pressed.data.custom_id.clone()));
    let is_ephemeral = pressed
        .message
        .flags
        .is_some_and(|flags| flags.contains(serenity::MessageFlags::EPHEMERAL));
    let received = Received {
        request: source!(pressed).request(said, (data.now)()),
        interaction: pressed.id.get(),
        application: pressed.application_id.get(),
        token: pressed.token.clone(),
        may_replace: may_replace(is_ephemeral, pressed.context),
        public: false,
        may_open: true,
    };
    store(data, received).await
}

/// A message that others read too stays as it is: in a server, and among friends.
fn may_replace(is_ephemeral: bool, context: Option<InteractionContext>) -> bool {
    is_ephemeral || context == Some(InteractionContext::BotDm)
}

/// A form that was filled in.
async fn form(data: &Data, sent: &serenity::ModalInteraction) -> Result<(), Failure> {
    let inputs = sent.data.components.iter().flat_map(|row| &row.components);
    let fields = inputs.filter_map(|component| match component {
        serenity::ActionRowComponent::InputText(input) => {
            Some((input.custom_id.clone(), input.value.clone()?))
        }
        _ => None,
    });
    let said = Input::Form { press: sent.data.custom_id.clone(), fields: fields.collect() };
    let received = Received {
        request: source!(sent).request(said, (data.now)()),
        interaction: sent.id.get(),
        application: sent.application_id.get(),
        token: sent.token.clone(),
        may_replace: false,
        public: false,
        may_open: false,
    };
    store(data, received).await
}

async fn store(data: &Data, received: Received) -> Result<(), Failure> {
    let update = NewUpdate {
        source: SOURCE.to_owned(),
        source_id: received.request.key.clone(),
        ordering_key: format!(
            "{}:{}",
            received.request.place.address, received.request.account.external_id
        ),
        payload: serde_json::to_string(&received)?,
    };
    data.talk.engine.updates().store(&[update], None, (data.now)()).await?;
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
                tracing::warn!(error = error::why(error), "nor could the person be told");
            }
        }
        poise::FrameworkError::EventHandler { error, .. } => {
            tracing::error!(%error, "what Discord told could not be stored")
        }
        other => tracing::error!(error = %other, "Discord sent what cannot be worked"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_message_that_one_person_reads_is_written_anew() {
        use InteractionContext::{BotDm, Guild, PrivateChannel};
        for (is_ephemeral, context, want) in [
            (true, Some(Guild), true),
            (false, Some(Guild), false),
            (false, Some(BotDm), true),
            (true, Some(PrivateChannel), true),
            (false, Some(PrivateChannel), false),
            (false, None, false),
        ] {
            assert_eq!(may_replace(is_ephemeral, context), want, "{is_ephemeral} {context:?}");
        }
    }

    #[test]
    fn in_a_thread_the_right_to_send_in_threads_counts() {
        let own = serenity::Permissions::SEND_MESSAGES;
        let sends = |is_thread| rights(own, is_thread)[1].clone();
        assert_eq!(sends(false), ("send".to_owned(), true));
        assert_eq!(sends(true), ("threads".to_owned(), false));
    }
}
