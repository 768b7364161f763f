//! Commands that are suggested while somebody asks for help.

use crate::command::{Command, Context};
use crate::conversation::table::COMMANDS;
use crate::message::{SUGGESTIONS_MAX, Suggestion, label};

/// Commands and groups whose name, here or in English, holds what is typed.
pub(crate) fn suggest(ctx: &Context<'_>, typed: &str) -> Vec<Suggestion> {
    let typed = typed.trim().trim_start_matches('/').to_lowercase();
    let name = |path: &str| -> String {
        let words: Vec<String> = path.split(' ').map(|word| ctx.words.name(word)).collect();
        words.join(" ")
    };
    let suggestion = |command: &Command| {
        let about = ctx.words.plain(command.about, &[]);
        let label = label::label(&format!("/{} — {about}", name(command.path)));
        Suggestion { label, value: command.path.to_owned() }
    };
    let fits =
        |command: &&Command| name(command.path).contains(&typed) || command.path.contains(&typed);
    let mut fitting: Vec<&Command> = COMMANDS.iter().filter(fits).collect();
    fitting.sort_by_key(|command| {
        !name(command.path).starts_with(&typed) && !command.path.starts_with(&typed)
    });
    fitting.into_iter().take(SUGGESTIONS_MAX).map(suggestion).collect()
}
