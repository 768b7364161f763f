//! `/help`: every command in a line, and each of them at length.

use crate::command::{Call, Command, Kind, Param, Right};
use crate::commands::COMMANDS;
use crate::line::is_called;
use crate::words::Arg;
use crate::{Button, Press, Reply};
use engine::Error;

pub const COMMAND: Command = Command {
    params: &[Param::new("topic", "help-topic", Kind::Text { length_max: 30 })],
    free: Some("topic"),
    ..Command::new("help", "help-about", |call| Box::pin(run(call)))
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let topic = call.arg("topic").unwrap_or_default().trim_start_matches('/').to_lowercase();
    let of_topic = |command: &&Command| {
        let group = command.path.split(' ').next().unwrap_or_default();
        command.path == topic || is_called(group, &topic)
    };
    let topical: Vec<&Command> = COMMANDS.iter().filter(of_topic).collect();
    if !topical.is_empty() {
        return Ok(at_length(call, &topical));
    }
    let manages = call.manages().await?;
    let mut text = call.text("help-intro", &[]);
    for command in COMMANDS.iter().filter(|c| c.right == Right::Anybody || manages) {
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
    let settings =
        Button::press(call.words.plain("button-settings", &[]), Press::new("settings", None, ""));
    Ok(Reply::only(text).with([events, settings]))
}

/// Commands with all that can be said to them.
fn at_length(call: &Call<'_>, commands: &[&Command]) -> Reply {
    let mut text = crate::Text::default();
    let mut buttons = vec![];
    for command in commands {
        let about = call.words.plain(command.about, &[]);
        let args = [("path", Arg::Text(command.path)), ("about", Arg::Text(&about))];
        text = text.then(call.text("help-line", &args));
        // A group in full would be too long to read.
        for param in command.params.iter().filter(|_| commands.len() == 1) {
            let about = call.words.plain(param.about, &[]);
            let args = [("name", Arg::Text(param.name)), ("about", Arg::Text(&about))];
            text = text.then(call.text("help-param", &args));
        }
        let word = command.path.split(' ').next_back().unwrap_or_default();
        let label = format!(
            "{} {}",
            call.words.name(command.path.split(' ').next().unwrap_or_default()),
            call.words.name(word)
        );
        if command.path.contains(' ') {
            buttons.push(Button::press(label, Press::new(&command.verb(), None, "")));
        }
    }
    let reply = Reply::only(text);
    buttons.chunks(3).fold(reply, |reply, row| reply.with(row.to_vec()))
}

#[cfg(test)]
mod tests {
    use crate::Right;
    use crate::world::World;

    #[tokio::test]
    async fn every_command_is_in_the_help() {
        let world = World::new().await;
        let help = world.say("ada", "/help").await;
        for command in crate::COMMANDS.iter().filter(|command| command.right == Right::Anybody) {
            assert!(help.contains(&format!("/{} ", command.path)), "{}", command.path);
        }
        assert!(!help.contains("/admin"));
        assert!(help.chars().count() < 2000, "{}", help.chars().count());
        let managers = world.as_manager("boss", "/help").await.plain();
        assert!(managers.contains("/admin setup") && managers.chars().count() < 2000);
    }

    #[tokio::test]
    async fn a_topic_is_explained_and_a_group_shows_its_parts() {
        let world = World::new().await;
        let help = world.say("ada", "/help checkin").await;
        assert!(help.starts_with("/checkin Check in for today\n• event:"), "{help}");
        assert!(world.say("ada", "/help einchecken").await.starts_with("/checkin "));
        let group = world.hear("ada", "/event").await;
        assert!(group.plain().contains("/event create Make a new event"), "{}", group.plain());
        let ask = world.tap("ada", &group, "event create").await;
        assert!(ask.form.is_some());
    }
}
