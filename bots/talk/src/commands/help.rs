//! `/help`: every command in a line.

use crate::command::{Call, Command};
use crate::commands::COMMANDS;
use crate::words::Arg;
use crate::{Button, Press, Reply};
use engine::Error;

pub const COMMAND: Command = Command {
    path: "help",
    about: "help-about",
    params: &[],
    free: None,
    public: false,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let mut text = call.text("help-intro", &[]);
    for command in COMMANDS {
        let about = call.words.plain(command.about, &[]);
        text =
            text.then(call.text(
                "help-line",
                &[("path", Arg::Text(command.path)), ("about", Arg::Text(&about))],
            ));
    }
    text = text.then(call.text("help-web", &[("address", Arg::Link(&call.talk.public_url))]));
    let events =
        Button::press(call.words.plain("button-events", &[]), Press::new("events", None, ""));
    Ok(Reply::only(text).with([events]))
}

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn every_command_is_in_the_help() {
        let world = World::new().await;
        let help = world.say("ada", "/help").await;
        for command in crate::COMMANDS {
            assert!(help.contains(&format!("/{} ", command.path)), "{}", command.path);
        }
        assert!(help.len() < 2000);
    }
}
