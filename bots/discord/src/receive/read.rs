//! Reads: an interaction becomes a request. Whatever its kind or shape, nothing here panics.

use engine::rules::Instant;
use engine::{Account, CommunityAddress, Platform};
use poise::serenity_prelude as serenity;
use serde::{Deserialize, Serialize};
use serenity::{
    ActionRowComponent, AuthorizingIntegrationOwner, CommandInteraction, ComponentInteraction,
    ComponentInteractionDataKind, Interaction, InteractionContext, ModalInteraction,
    ResolvedOption, ResolvedValue,
};
use talk::{COMMANDS, Input, Place, Request, Words};

/// An interaction as it is stored: the request, and how to answer it.
#[derive(Clone, Serialize, Deserialize)]
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

/// Without the token, by which anybody could answer.
impl std::fmt::Debug for Received {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Received")
            .field("interaction", &self.interaction)
            .field("request", &self.request)
            .finish_non_exhaustive()
    }
}

fn yes() -> bool {
    true
}

/// Reads what a person did. None for what Discord asks on its own, and for a text that is still being typed.
pub(crate) fn read(interaction: &Interaction, now: Instant) -> Option<Received> {
    match interaction {
        Interaction::Command(command) => Some(self::command(command, now)),
        Interaction::Component(pressed) => Some(press(pressed, now)),
        Interaction::Modal(sent) => Some(form(sent, now)),
        _ => None,
    }
}

/// What interactions of all kinds have in common.
struct Source<'a> {
    id: u64,
    application: u64,
    token: &'a str,
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
    /// Whose install it came by; of a form that is not known.
    owners: &'a [AuthorizingIntegrationOwner],
}

macro_rules! source {
    ($interaction:ident) => {
        source!($interaction, &$interaction.authorizing_integration_owners.0)
    };
    ($interaction:ident, $owners:expr) => {
        Source {
            id: $interaction.id.get(),
            application: $interaction.application_id.get(),
            token: &$interaction.token,
            user: &$interaction.user,
            guild: $interaction.guild_id,
            channel: $interaction.channel_id,
            locale: &$interaction.locale,
            guild_locale: $interaction.guild_locale.as_deref(),
            permissions: $interaction.member.as_ref().and_then(|member| member.permissions),
            own: $interaction.app_permissions,
            is_thread: $interaction.channel.as_ref().is_some_and(is_thread),
            owners: $owners,
        }
    };
}

impl Source<'_> {
    fn received(&self, said: Input, now: Instant) -> Received {
        Received {
            request: self.request(said, now),
            interaction: self.id,
            application: self.application,
            token: self.token.to_owned(),
            may_replace: false,
            public: false,
            may_open: true,
        }
    }

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
                is_on_web: false,
                is_program: false,
                is_guest: self.guild.is_some() && is_by_user_alone(self.owners),
                locale: self.guild_locale.map(str::to_owned),
            },
            said,
            named: vec![],
            present: vec![],
            replied_to: None,
            files: vec![],
            manages: self
                .permissions
                .is_some_and(|held| held.manage_guild() || held.administrator()),
            grants: vec![],
            bot_rights: self
                .own
                .filter(|_| self.guild.is_some())
                .map(|own| rights(own, self.is_thread))
                .unwrap_or_default(),
            is_stray: false,
            sent_at: Some(Instant(sent_at)),
            unheard_since: None,
            now,
        }
    }
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

/// Whether somebody has brought us along who installed us for themselves, while the server has not.
fn is_by_user_alone(owners: &[AuthorizingIntegrationOwner]) -> bool {
    use AuthorizingIntegrationOwner::GuildInstall;
    !owners.is_empty() && !owners.iter().any(|owner| matches!(owner, GuildInstall(_)))
}

fn is_thread(channel: &serenity::PartialChannel) -> bool {
    use serenity::ChannelType::{NewsThread, PrivateThread, PublicThread};
    matches!(channel.kind, NewsThread | PrivateThread | PublicThread)
}

/// A slash command, or one from the menu of a person. One that is not in the table is told so by talk.
pub(crate) fn command(interaction: &CommandInteraction, now: Instant) -> Received {
    let Called { path, args, named, present, files, roles } = called(interaction);
    let known = COMMANDS.iter().find(|command| command.path == path);
    let source = source!(interaction);
    let held = source.permissions.unwrap_or_default();
    let granted = roles.into_iter().filter(|(_, allowed)| may_give(held, *allowed));
    let grants = granted.map(|(role, _)| role).collect();
    let received = source.received(Input::Command { path, args }, now);
    Received {
        request: Request { named, present, files, grants, ..received.request },
        public: known.is_some_and(|command| command.public),
        ..received
    }
}

/// Whether somebody may give a role that allows this. Discord asks besides that it stands below one of their own; where
/// those stand is not in an interaction.
fn may_give(held: serenity::Permissions, allowed: serenity::Permissions) -> bool {
    held.administrator() || (held.manage_roles() && held.contains(allowed))
}

/// What a command was called with.
struct Called {
    path: String,
    args: talk::Args,
    /// The people whom it names.
    named: Vec<Account>,
    /// Those of them who are members of the server: anybody can be named by an id.
    present: Vec<String>,
    files: Vec<String>,
    /// The roles that it names, with what they allow.
    roles: Vec<(String, serenity::Permissions)>,
}

fn called(interaction: &CommandInteraction) -> Called {
    let data = &interaction.data;
    if let Some(serenity::ResolvedTarget::User(user, member)) = data.target() {
        let labelled = |label| Words::of("en").plain(label, &[]) == data.name;
        let known = COMMANDS.iter().find(|command| command.menu.is_some_and(labelled));
        return Called {
            path: known.map_or(data.name.clone(), |command| command.path.to_owned()),
            args: vec![("user".to_owned(), user.id.to_string())],
            named: vec![account(user)],
            present: member.iter().map(|_| user.id.to_string()).collect(),
            files: vec![],
            roles: vec![],
        };
    }
    let mut called = Called {
        path: data.name.clone(),
        args: vec![],
        named: vec![],
        present: vec![],
        files: vec![],
        roles: vec![],
    };
    called.add(data.options());
    called
}

impl Called {
    /// Adds the words of groups to the path, and the rest to what was given.
    fn add(&mut self, options: Vec<ResolvedOption<'_>>) {
        for option in options {
            let given = match option.value {
                ResolvedValue::SubCommand(inner) | ResolvedValue::SubCommandGroup(inner) => {
                    self.path = format!("{} {}", self.path, option.name);
                    self.add(inner);
                    continue;
                }
                ResolvedValue::String(value) | ResolvedValue::Autocomplete { value, .. } => {
                    value.to_owned()
                }
                ResolvedValue::User(user, member) => {
                    self.named.push(account(user));
                    self.present.extend(member.map(|_| user.id.to_string()));
                    user.id.to_string()
                }
                ResolvedValue::Role(role) => {
                    self.roles.push((role.id.to_string(), role.permissions));
                    role.id.to_string()
                }
                ResolvedValue::Attachment(file) => {
                    self.files.push(file.url.clone());
                    file.filename.clone()
                }
                _ => continue,
            };
            self.args.push((option.name.to_owned(), given));
        }
    }
}

/// An account as Discord describes its user.
pub(crate) fn account(user: &serenity::User) -> Account {
    let shown = user.global_name.as_deref().unwrap_or(&user.name);
    Account {
        platform: Platform::Discord,
        external_id: user.id.to_string(),
        name: talk::clean_name(shown, &talk::clean_name(&user.name, "someone")),
        handle: Some(user.name.to_lowercase()),
        locale: None,
    }
}

/// A button, or a choice of a list.
fn press(pressed: &ComponentInteraction, now: Instant) -> Received {
    let id = match &pressed.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => values.first().cloned(),
        _ => None,
    };
    let said = Input::Callback(id.unwrap_or_else(|| pressed.data.custom_id.clone()));
    let is_ephemeral = pressed
        .message
        .flags
        .is_some_and(|flags| flags.contains(serenity::MessageFlags::EPHEMERAL));
    let may_replace = may_replace(is_ephemeral, pressed.context);
    Received { may_replace, ..source!(pressed).received(said, now) }
}

/// A message that others read too stays as it is: in a server, and among friends.
fn may_replace(is_ephemeral: bool, context: Option<InteractionContext>) -> bool {
    is_ephemeral || context == Some(InteractionContext::BotDm)
}

/// A form that was filled in.
fn form(sent: &ModalInteraction, now: Instant) -> Received {
    let inputs = sent.data.components.iter().flat_map(|row| &row.components);
    let fields = inputs.filter_map(|component| match component {
        ActionRowComponent::InputText(input) => {
            Some((input.custom_id.clone(), input.value.clone()?))
        }
        _ => None,
    });
    let said = Input::Form { press: sent.data.custom_id.clone(), fields: fields.collect() };
    Received { may_open: false, ..source!(sent, &[]).received(said, now) }
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
