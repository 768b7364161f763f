//! Every command, in the order of the help page.

use crate::command::Command;
use crate::commands::{account, admin, event, host, member};

/// The table. A new command is one file, one line here and its words.
pub static COMMANDS: &[Command] = &[
    member::start::COMMAND,
    member::check_in::COMMAND,
    member::undo::COMMAND,
    member::streak::COMMAND,
    member::leaderboard::COMMAND,
    member::matrix::COMMAND,
    member::year::COMMAND,
    member::badges::COMMAND,
    member::events::COMMAND,
    member::join::COMMAND,
    member::leave::COMMAND,
    event::create::COMMAND,
    event::edit::COMMAND,
    event::end::COMMAND,
    event::next_round::COMMAND,
    event::invite::COMMAND,
    event::review::COMMAND,
    event::winners::COMMAND,
    event::announce::COMMAND,
    event::history::COMMAND,
    host::repair::COMMAND,
    host::take_back::COMMAND,
    host::amnesty::COMMAND,
    host::remove::COMMAND,
    member::remind::COMMAND,
    account::timezone::COMMAND,
    member::cheer::COMMAND,
    member::nudge::COMMAND,
    member::pause::COMMAND,
    member::resume::COMMAND,
    member::freeze::COMMAND,
    member::repair::COMMAND,
    member::profile::COMMAND,
    account::settings::COMMAND,
    account::email::COMMAND,
    account::login::COMMAND,
    account::link::COMMAND,
    account::unlink::COMMAND,
    account::privacy::COMMAND,
    account::help::COMMAND,
    admin::setup::COMMAND,
    host::repair::ADMIN,
    host::take_back::ADMIN,
    host::amnesty::ADMIN,
    host::remove::ADMIN,
    admin::moderator::COMMAND,
    admin::silence::COMMAND,
    admin::role::COMMAND,
    admin::audit::COMMAND,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Kind;
    use crate::locale::LANGUAGES;
    use crate::locale::Words;

    /// The name and each parameter of a command.
    fn names(command: &Command) -> impl Iterator<Item = (&str, &str)> {
        let path = command.path.split(' ').map(|word| (word, command.about));
        path.chain(command.params.iter().map(|param| (param.name, param.about)))
    }

    #[test]
    fn names_and_descriptions_fit_both_platforms() {
        for command in COMMANDS {
            for (name, about) in names(command) {
                let is_plain = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
                assert!(is_plain && (1..=32).contains(&name.len()), "{name}");
                for (language, _) in LANGUAGES {
                    let about = Words::of(language).plain(about, &[]);
                    assert!((3..=100).contains(&about.chars().count()), "{language}: {about}");
                }
            }
            assert!(command.path.split(' ').count() <= 2, "{}", command.path);
        }
    }

    /// Discord's rule for names of commands and parameters.
    fn is_name(name: &str) -> bool {
        let is_letter = |c: char| {
            c.is_alphanumeric() || matches!(c, '-' | '_') || ('\u{900}'..='\u{97f}').contains(&c)
        };
        (1..=32).contains(&name.chars().count())
            && name.chars().all(is_letter)
            && name == name.to_lowercase()
    }

    #[test]
    fn names_in_every_language_are_names_and_no_two_are_alike() {
        for (language, _) in LANGUAGES {
            let words = Words::of(language);
            let mut known = std::collections::HashMap::new();
            for command in COMMANDS {
                for (word, _) in names(command) {
                    let name = words.name(word);
                    assert!(is_name(&name), "{language}: {name}");
                    assert_eq!(
                        *known.entry(name.clone()).or_insert(word),
                        word,
                        "{language}: {name}"
                    );
                }
            }
        }
        assert_eq!(Words::of("en").name("checkin"), "checkin");
    }

    #[test]
    fn no_path_stands_twice_and_no_group_is_a_command() {
        for (n, command) in COMMANDS.iter().enumerate() {
            for other in &COMMANDS[n + 1..] {
                assert_ne!(command.path, other.path);
                let group = |path: &str| path.split(' ').next().unwrap_or_default().to_owned();
                let is_mixed = group(command.path) == group(other.path)
                    && (command.path.contains(' ') != other.path.contains(' '));
                assert!(!is_mixed, "{} and {}", command.path, other.path);
            }
        }
    }

    #[test]
    fn required_parameters_come_first_and_choices_have_words() {
        for command in COMMANDS {
            assert!(command.params.is_sorted_by_key(|param| !param.required), "{}", command.path);
            assert!(command.params.len() <= 25);
            assert!(
                command
                    .free
                    .is_none_or(|free| command.params.iter().any(|param| param.name == free))
            );
            for param in command.params {
                if let Kind::OneOf(values) = param.kind {
                    assert!(values.len() <= 25);
                    for (language, _) in LANGUAGES {
                        assert!(
                            values
                                .iter()
                                .all(|value| Words::of(language).has(&format!("choice-{value}"))),
                            "{values:?}"
                        );
                    }
                }
            }
        }
    }
}
