//! Every command, in the order of the help page.

mod admin_amnesty;
mod admin_audit;
mod admin_moderator;
mod admin_remove;
mod admin_repair;
mod admin_role;
mod admin_setup;
mod badges;
pub(crate) mod check_in;
pub(crate) mod cheer;
pub(crate) mod event_again;
mod event_amnesty;
mod event_announce;
mod event_create;
mod event_edit;
mod event_end;
mod event_invite;
mod event_record;
mod event_remove;
mod event_repair;
pub(crate) mod event_review;
pub(crate) mod event_winners;
mod events;
mod freeze;
pub(crate) mod help;
pub(crate) mod join;
pub(crate) mod leaderboard;
mod leave;
pub(crate) mod link;
mod matrix;
mod nudge;
mod pause;
mod privacy;
mod profile;
mod remind;
mod repair;
mod resume;
mod settings;
mod start;
mod streak;
pub(crate) mod timezone;
mod undo;
mod unlink;
mod year;

use crate::Command;

/// The table. A new command is one file, one line here and its words.
pub static COMMANDS: &[Command] = &[
    start::COMMAND,
    check_in::COMMAND,
    undo::COMMAND,
    streak::COMMAND,
    leaderboard::COMMAND,
    matrix::COMMAND,
    year::COMMAND,
    badges::COMMAND,
    events::COMMAND,
    join::COMMAND,
    leave::COMMAND,
    event_create::COMMAND,
    event_edit::COMMAND,
    event_end::COMMAND,
    event_again::COMMAND,
    event_invite::COMMAND,
    event_review::COMMAND,
    event_winners::COMMAND,
    event_announce::COMMAND,
    event_record::COMMAND,
    event_repair::COMMAND,
    event_amnesty::COMMAND,
    event_remove::COMMAND,
    remind::COMMAND,
    timezone::COMMAND,
    cheer::COMMAND,
    nudge::COMMAND,
    pause::COMMAND,
    resume::COMMAND,
    freeze::COMMAND,
    repair::COMMAND,
    profile::COMMAND,
    settings::COMMAND,
    link::COMMAND,
    unlink::COMMAND,
    privacy::COMMAND,
    help::COMMAND,
    admin_setup::COMMAND,
    admin_repair::COMMAND,
    admin_amnesty::COMMAND,
    admin_remove::COMMAND,
    admin_moderator::COMMAND,
    admin_role::COMMAND,
    admin_audit::COMMAND,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, LANGUAGES, Words};

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
