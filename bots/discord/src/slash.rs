//! The command table as poise commands. No command is named in this crate.

use poise::serenity_prelude as serenity;
use serenity::{CreateAutocompleteResponse, InstallationContext, InteractionContext};
use std::borrow::Cow;
use talk::{COMMANDS, Kind, LANGUAGES, Right, Words};

use crate::{Data, Failure, receive};

type Slash = poise::Command<Data, Failure>;

pub(crate) fn options() -> poise::FrameworkOptions<Data, Failure> {
    let mut options = poise::FrameworkOptions {
        commands: commands(),
        event_handler: |framework, event| Box::pin(receive::event(framework, event)),
        on_error: |error| Box::pin(receive::failed(error)),
        initialize_owners: false,
        allowed_mentions: Some(serenity::CreateAllowedMentions::new()),
        // What is said to us in private is read by ourselves, also where it begins with our name.
        prefix_options: poise::PrefixFrameworkOptions {
            mention_as_prefix: false,
            ..Default::default()
        },
        ..Default::default()
    };
    poise::set_qualified_names(&mut options.commands);
    options
}

/// The slash commands of the whole table: a path of two words becomes a group.
pub(crate) fn commands() -> Vec<Slash> {
    let mut commands: Vec<Slash> = vec![];
    for command in COMMANDS {
        let Some((group, name)) = command.path.split_once(' ') else {
            commands.push(slash(command, command.path));
            continue;
        };
        let member = slash(command, name);
        match commands.iter_mut().find(|known| known.name == group) {
            Some(known) => known.subcommands.push(member),
            None => {
                let mut known = slash(command, group);
                known.parameters.clear();
                known.description =
                    Some(Cow::Owned(Words::of("en").plain(&group_about(group), &[])));
                known.description_localizations = localized(&group_about(group));
                known.subcommands.push(member);
                known.subcommand_required = true;
                commands.push(known);
            }
        }
    }
    commands.extend(COMMANDS.iter().filter_map(menu));
    commands
}

/// The word for what a group of commands is about.
fn group_about(group: &str) -> String {
    format!("group-{group}-about")
}

/// The entry of a command in the menu of a person.
fn menu(command: &'static talk::Command) -> Option<Slash> {
    let label = command.menu?;
    Some(poise::Command {
        slash_action: None,
        context_menu_action: Some(poise::ContextMenuCommandAction::User(|ctx, _| {
            Box::pin(async move {
                let received = receive::command(ctx).await;
                received.map_err(|error| poise::FrameworkError::new_command(ctx.into(), error))
            })
        })),
        context_menu_name: Some(Cow::Owned(Words::of("en").plain(label, &[]))),
        name: Cow::Owned(Words::of("en").plain(label, &[])),
        name_localizations: localized(label),
        description: None,
        description_localizations: Cow::Borrowed(&[]),
        parameters: vec![],
        ..slash(command, command.path)
    })
}

fn slash(command: &'static talk::Command, name: &'static str) -> Slash {
    poise::Command {
        name: Cow::Borrowed(name),
        name_localizations: names(name),
        qualified_name: Cow::Borrowed(name),
        identifying_name: Cow::Borrowed(command.path),
        source_code_name: Cow::Borrowed(command.path),
        description: Some(Cow::Owned(Words::of("en").plain(command.about, &[]))),
        description_localizations: localized(command.about),
        parameters: command.params.iter().map(parameter).collect(),
        slash_action: Some(|ctx| {
            Box::pin(async move {
                let received = receive::command(ctx).await;
                received.map_err(|error| poise::FrameworkError::new_command(ctx.into(), error))
            })
        }),
        install_context: Some(vec![InstallationContext::Guild, InstallationContext::User]),
        interaction_context: Some(vec![
            InteractionContext::Guild,
            InteractionContext::BotDm,
            InteractionContext::PrivateChannel,
        ]),
        default_member_permissions: match command.right {
            Right::Anybody => serenity::Permissions::empty(),
            Right::Manager => serenity::Permissions::MANAGE_GUILD,
        },
        custom_data: Box::new(command),
        ..Default::default()
    }
}

fn parameter(param: &'static talk::Param) -> poise::CommandParameter<Data, Failure> {
    poise::CommandParameter {
        name: Cow::Borrowed(param.name),
        name_localizations: names(param.name),
        description: Some(Cow::Owned(Words::of("en").plain(param.about, &[]))),
        description_localizations: localized(param.about),
        required: param.required,
        channel_types: None,
        // Poise counts its choices; ours have values, and are set when the commands are registered.
        choices: Cow::Borrowed(&[]),
        type_setter: Some(match param.kind {
            Kind::Person => |option| option.kind(serenity::CommandOptionType::User),
            Kind::File => |option| option.kind(serenity::CommandOptionType::Attachment),
            Kind::Role => |option| option.kind(serenity::CommandOptionType::Role),
            Kind::Text { .. }
            | Kind::Spoken(_)
            | Kind::Event(_)
            | Kind::Zone
            | Kind::Task
            | Kind::Command
            | Kind::Day
            | Kind::OneOf(_) => |option| option.kind(serenity::CommandOptionType::String),
        }),
        autocomplete_callback: match param.kind.is_completed() {
            true => Some(|ctx, _| Box::pin(suggest(ctx))),
            false => None,
        },
        __non_exhaustive: (),
    }
}

async fn suggest(ctx: poise::ApplicationContext<'_, Data, Failure>) -> CreateAutocompleteResponse {
    let choices = receive::suggest(ctx.framework.user_data().await, ctx.interaction).await;
    let choice =
        |choice: talk::Suggestion| serenity::AutocompleteChoice::new(choice.label, choice.value);
    CreateAutocompleteResponse::new().set_choices(choices.into_iter().map(choice).collect())
}

/// What Discord calls our languages. It falls back between the Englishes, and from nothing else.
pub(crate) fn locales(language: &str) -> &'static [&'static str] {
    match language {
        "en" => &["en-US", "en-GB"],
        "de" => &["de"],
        "es" => &["es-ES", "es-419"],
        "hi" => &["hi"],
        "ja" => &["ja"],
        // Discord speaks no Arabic.
        _ => &[],
    }
}

/// What a word of a command is called in each language.
fn names(word: &str) -> Cow<'static, [(Cow<'static, str>, Cow<'static, str>)]> {
    localized(&format!("name-{word}"))
}

pub(crate) fn localized(key: &str) -> Cow<'static, [(Cow<'static, str>, Cow<'static, str>)]> {
    let texts = LANGUAGES.iter().flat_map(|(language, _)| {
        let text = Words::of(language).plain(key, &[]);
        locales(language)
            .iter()
            .map(move |locale| (Cow::Borrowed(*locale), Cow::Owned(text.clone())))
    });
    Cow::Owned(texts.collect())
}
