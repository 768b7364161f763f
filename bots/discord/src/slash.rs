//! The command table as poise commands. No command is named in this crate.

use crate::hear;
use crate::{Data, Failure};
use poise::serenity_prelude as serenity;
use serenity::{CreateAutocompleteResponse, InstallationContext, InteractionContext};
use std::borrow::Cow;
use talk::{COMMANDS, Kind, LANGUAGES, Words};

type Slash = poise::Command<Data, Failure>;

pub(crate) fn options() -> poise::FrameworkOptions<Data, Failure> {
    let mut options = poise::FrameworkOptions {
        commands: commands(),
        event_handler: |framework, event| Box::pin(hear::event(framework, event)),
        on_error: |error| Box::pin(hear::failed(error)),
        initialize_owners: false,
        allowed_mentions: Some(serenity::CreateAllowedMentions::new()),
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
                known.subcommands.push(member);
                known.subcommand_required = true;
                commands.push(known);
            }
        }
    }
    commands
}

fn slash(command: &'static talk::Command, name: &'static str) -> Slash {
    poise::Command {
        name: Cow::Borrowed(name),
        qualified_name: Cow::Borrowed(name),
        identifying_name: Cow::Borrowed(command.path),
        source_code_name: Cow::Borrowed(command.path),
        description: Some(Cow::Owned(Words::of("en").plain(command.about, &[]))),
        description_localizations: localized(command.about),
        parameters: command.params.iter().map(parameter).collect(),
        slash_action: Some(|ctx| {
            Box::pin(async move {
                let heard = hear::command(ctx).await;
                heard.map_err(|error| poise::FrameworkError::new_command(ctx.into(), error))
            })
        }),
        install_context: Some(vec![InstallationContext::Guild, InstallationContext::User]),
        interaction_context: Some(vec![
            InteractionContext::Guild,
            InteractionContext::BotDm,
            InteractionContext::PrivateChannel,
        ]),
        custom_data: Box::new(command),
        ..Default::default()
    }
}

fn parameter(param: &'static talk::Param) -> poise::CommandParameter<Data, Failure> {
    poise::CommandParameter {
        name: Cow::Borrowed(param.name),
        name_localizations: Cow::Borrowed(&[]),
        description: Some(Cow::Owned(Words::of("en").plain(param.about, &[]))),
        description_localizations: localized(param.about),
        required: param.required,
        channel_types: None,
        // Poise counts its choices; ours have values, and are set when the commands are registered.
        choices: Cow::Borrowed(&[]),
        type_setter: Some(|option| option.kind(serenity::CommandOptionType::String)),
        autocomplete_callback: match param.kind {
            Kind::Event(_) | Kind::Zone => Some(|ctx, typed| Box::pin(suggest(ctx, typed))),
            Kind::Text { .. } | Kind::OneOf(_) => None,
        },
        __non_exhaustive: (),
    }
}

async fn suggest(
    ctx: poise::ApplicationContext<'_, Data, Failure>,
    typed: &str,
) -> CreateAutocompleteResponse {
    let choices = hear::suggestions(ctx, typed).await.unwrap_or_else(|error| {
        tracing::error!(%error, "nothing can be suggested");
        vec![]
    });
    let choice =
        |choice: talk::Suggestion| serenity::AutocompleteChoice::new(choice.label, choice.value);
    CreateAutocompleteResponse::new().set_choices(choices.into_iter().map(choice).collect())
}

/// What Discord calls our languages. It falls back between the Englishes, and from nothing else.
pub(crate) fn locales(language: &str) -> &'static [&'static str] {
    match language {
        "en" => &["en-US", "en-GB"],
        "de" => &["de"],
        _ => &[],
    }
}

fn localized(key: &'static str) -> Cow<'static, [(Cow<'static, str>, Cow<'static, str>)]> {
    let texts = LANGUAGES.iter().flat_map(|(language, _)| {
        let text = Words::of(language).plain(key, &[]);
        locales(language)
            .iter()
            .map(move |locale| (Cow::Borrowed(*locale), Cow::Owned(text.clone())))
    });
    Cow::Owned(texts.collect())
}
