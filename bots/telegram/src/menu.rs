//! The menu: the command table in every language, for every kind of chat.

use talk::{BackOff, COMMANDS, LANGUAGES, Right, Words};
use teloxide::types::{BotCommand, BotCommandScope};
use tokio_util::sync::CancellationToken;

use crate::error;
use crate::respond::apps::Apps;

use teloxide::prelude::*;

pub(crate) async fn keep_trying(bot: Bot, apps: Apps, stop: CancellationToken) {
    let mut back_off = BackOff::default();
    while !stop.is_cancelled() {
        let Err(error) = write(&bot, &apps).await else {
            tracing::info!("the menu is set on Telegram");
            return;
        };
        tracing::warn!(error = %error::why(&error), wait_s = back_off.wait_s(), "the menu is not set yet");
        back_off.wait(&stop).await;
    }
}

async fn write(bot: &Bot, apps: &Apps) -> Result<(), teloxide::RequestError> {
    for (scope, shows) in [
        (BotCommandScope::Default, Shows::All),
        (BotCommandScope::AllPrivateChats, Shows::All),
        (BotCommandScope::AllGroupChats, Shows::Group),
        (BotCommandScope::AllChatAdministrators, Shows::Managers),
    ] {
        for (n, (language, _)) in LANGUAGES.iter().enumerate() {
            let menu = menu(Words::of(language), shows);
            let request = bot.set_my_commands(menu).scope(scope.clone());
            // The first language is the one for everybody whose own we do not speak.
            if n == 0 {
                request.send().await?
            } else {
                request.language_code(*language).send().await?
            };
        }
    }
    apps.set_menu(bot, "Streaks").await
}

/// Which commands a kind of chat shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shows {
    All,
    /// Without those that only make sense in private.
    Group,
    /// With those for whoever manages the group.
    Managers,
}

/// The commands of one word, and the first words of those of two.
fn menu(words: Words, shows: Shows) -> Vec<BotCommand> {
    let mut menu: Vec<BotCommand> = vec![];
    for command in COMMANDS {
        let name = command.path.split(' ').next().unwrap_or_default();
        let is_private = command.path == "start";
        let is_hidden = match shows {
            Shows::All => command.right == Right::Manager,
            Shows::Group => is_private || command.right == Right::Manager,
            Shows::Managers => is_private,
        };
        let called = called(words, name);
        if menu.iter().any(|known| known.command == called) || is_hidden {
            continue;
        }
        let group = format!("group-{name}-about");
        let about = if command.path.contains(' ') { &group } else { command.about };
        menu.push(BotCommand::new(called, words.plain(about, &[])));
    }
    menu
}

/// What a command is called in a language, where Telegram takes that: it knows Latin letters only.
fn called(words: Words, name: &str) -> String {
    let called = words.name(name);
    let is_latin = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if called.chars().all(is_latin) { called } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_menu_holds_every_command_within_telegrams_limits() {
        for (language, _) in LANGUAGES {
            let words = Words::of(language);
            let menus = [Shows::All, Shows::Managers].map(|shows| menu(words, shows));
            for command in COMMANDS {
                let word = called(words, command.path.split(' ').next().unwrap());
                assert!(menus.iter().flatten().any(|entry| entry.command == word), "{word}");
            }
            assert!(menus[0].iter().all(|entry| entry.command != called(words, "admin")));
            let menu = &menus[1];
            assert!(menu.len() <= 100);
            assert!(
                menu.iter().all(|entry| (1..=256).contains(&entry.description.chars().count()))
            );
        }
    }
}
