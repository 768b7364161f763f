//! The menu: the command table in every language, for every kind of chat.

use crate::speak;
use std::time::Duration;
use talk::{COMMANDS, LANGUAGES, Words};
use teloxide::prelude::*;
use teloxide::types::{BotCommand, BotCommandScope};
use tokio_util::sync::CancellationToken;

const BACK_OFF_MAX: Duration = Duration::from_secs(300);

pub(crate) async fn keep_trying(bot: Bot, stop: CancellationToken) {
    let mut back_off = Duration::from_secs(1);
    while !stop.is_cancelled() {
        let Err(error) = write(&bot).await else {
            tracing::info!("the menu is set on Telegram");
            return;
        };
        tracing::warn!(error = %speak::why(&error), wait_s = back_off.as_secs(), "the menu is not set yet");
        tokio::select! {
            () = tokio::time::sleep(back_off) => {}
            () = stop.cancelled() => {}
        }
        back_off = (back_off * 2).min(BACK_OFF_MAX);
    }
}

async fn write(bot: &Bot) -> Result<(), teloxide::RequestError> {
    for (scope, shows) in [
        (BotCommandScope::Default, Shows::All),
        (BotCommandScope::AllPrivateChats, Shows::All),
        (BotCommandScope::AllGroupChats, Shows::Group),
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
    Ok(())
}

/// Which commands a kind of chat shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shows {
    All,
    /// Without those that only make sense in private.
    Group,
}

/// The commands of one word, and the first words of those of two.
fn menu(words: Words, shows: Shows) -> Vec<BotCommand> {
    let mut menu: Vec<BotCommand> = vec![];
    for command in COMMANDS {
        let name = command.path.split(' ').next().unwrap_or_default();
        let is_private = command.path == "start";
        if menu.iter().any(|known| known.command == name) || (shows == Shows::Group && is_private) {
            continue;
        }
        menu.push(BotCommand::new(name, words.plain(command.about, &[])));
    }
    menu
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_menu_holds_every_command_within_telegrams_limits() {
        for (language, _) in LANGUAGES {
            let menu = menu(Words::of(language), Shows::All);
            for command in COMMANDS {
                let word = command.path.split(' ').next().unwrap();
                assert!(menu.iter().any(|entry| entry.command == word), "{word}");
            }
            assert!(menu.len() <= 100);
            assert!(
                menu.iter().all(|entry| (1..=256).contains(&entry.description.chars().count()))
            );
        }
    }
}
