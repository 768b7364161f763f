//! `/help`: what one begins with, every command in a line, and each of them at length.

use engine::Error;

use crate::command::{Command, Context, Kind, Param, Right};
use crate::conversation::command_line::is_called;
use crate::conversation::spelling::{self, Heard};
use crate::conversation::table::COMMANDS;
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply, Text};

pub const COMMAND: Command = Command {
    params: &[Param::new("topic", "help-topic", Kind::Command)],
    free: Some("topic"),
    only_shows: true,
    ..Command::new("help", "help-about", |ctx| Box::pin(run(ctx)))
};

/// What one begins with.
const FIRST: [&str; 6] = ["checkin", "streak", "leaderboard", "events", "remind", "settings"];
/// What whoever manages a place begins with.
const FIRST_TO_MANAGE: &str = "admin setup";

/// What a button says to see every command.
const ALL: &str = "all";

/// What was said in private, where it is talk.
pub(crate) const SAID: &str = "said";

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    if let Some(said) = ctx.arg(SAID) {
        return Ok(unclear(ctx, said));
    }
    let topic = ctx.pressed_arg().or(ctx.arg("topic")).unwrap_or_default();
    let topic = topic.trim_start_matches('/').to_lowercase();
    let of_topic = |command: &&Command| {
        let group = command.path.split(' ').next().unwrap_or_default();
        command.path == topic || is_called(group, &topic)
    };
    let topical: Vec<&Command> = COMMANDS.iter().filter(of_topic).collect();
    if !topical.is_empty() {
        return Ok(at_length(ctx, &topical));
    }
    if ctx.press.is_none() && !topic.is_empty() {
        return Ok(unclear(ctx, ctx.arg("topic").unwrap_or_default()));
    }
    let manages = ctx.manages().await?;
    let wants_all = ctx.pressed_arg() == Some(ALL);
    let is_first = |path: &str| FIRST.contains(&path) || path == FIRST_TO_MANAGE;
    // Groups stand for what is in them: all of it in one message would be too long to read.
    let is_shown = |path: &str| if wants_all { !path.contains(' ') } else { is_first(path) };
    let mine = || COMMANDS.iter().filter(|c| c.right == Right::Anybody || manages);
    let mut text = ctx.text(if wants_all { "help-intro" } else { "help-first" }, &[]);
    for command in mine().filter(|c| is_shown(c.path)) {
        let about = ctx.words.plain(command.about, &[]);
        text =
            text.then(ctx.text(
                "help-line",
                &[("path", Arg::Ours(command.path)), ("about", Arg::Text(&about))],
            ));
    }
    let mut groups: Vec<&str> =
        mine().filter_map(|command| Some(command.path.split_once(' ')?.0)).collect();
    groups.dedup();
    for group in groups.iter().filter(|_| wants_all) {
        let about = ctx.words.plain(&format!("group-{group}-about"), &[]);
        let args = [("path", Arg::Ours(group)), ("about", Arg::Text(&about))];
        text = text.then(ctx.text("help-line", &args));
    }
    text = text.then(ctx.text("help-web", &[("address", Arg::Link(&ctx.talk.public_url))]));
    if wants_all {
        let button = |group: &&str| {
            Button::press(
                format!("/{}", ctx.words.name(group)),
                CallbackId::new("help", None, group),
            )
        };
        return Ok(Reply::only(text).with(groups.iter().map(button)).replacing());
    }
    let events =
        Button::press(ctx.words.plain("button-events", &[]), CallbackId::new("events", None, ""));
    let settings = Button::press(
        ctx.words.plain("button-settings", &[]),
        CallbackId::new("settings", None, ""),
    );
    let all = Button::press(ctx.words.plain("button-all", &[]), CallbackId::new("help", None, ALL));
    Ok(Reply::only(text).with([events, settings, all]))
}

/// Commands with all that can be said to them.
fn at_length(ctx: &Context<'_>, commands: &[&Command]) -> Reply {
    let mut text = Text::default();
    let mut buttons = vec![];
    for command in commands {
        let about = ctx.words.plain(command.about, &[]);
        let args = [("path", Arg::Ours(command.path)), ("about", Arg::Text(&about))];
        text = text.then(ctx.text("help-line", &args));
        // A group in full would be too long to read.
        for param in command.params.iter().filter(|_| commands.len() == 1) {
            let about = ctx.words.plain(param.about, &[]);
            let args = [("name", Arg::Ours(param.name)), ("about", Arg::Text(&about))];
            text = text.then(ctx.text("help-param", &args));
        }
        let word = command.path.split(' ').next_back().unwrap_or_default();
        let label = format!(
            "{} {}",
            ctx.words.name(command.path.split(' ').next().unwrap_or_default()),
            ctx.words.name(word)
        );
        if command.path.contains(' ') {
            buttons.push(Button::press(label, CallbackId::new(&command.verb(), None, "")));
        }
    }
    let reply = Reply::only(text);
    buttons.chunks(3).fold(reply, |reply, row| reply.with(row.to_vec()))
}

/// The answer to what is no command: the one that may be meant, or a line with what one begins with.
fn unclear(ctx: &Context<'_>, said: &str) -> Reply {
    let (Heard::Command(command) | Heard::Meant(command)) = spelling::heard(said, None) else {
        let button = |path: &str| {
            let name = path.split(' ').map(|word| ctx.words.name(word)).collect::<Vec<_>>();
            Button::press(format!("/{}", name.join(" ")), CallbackId::new(path, None, ""))
        };
        let all = ctx.words.plain("button-all", &[]);
        let all = Button::press(all, CallbackId::new("help", None, ALL));
        let row = ["checkin", "streak", "events"].into_iter().map(button).chain([all]);
        return Reply::only(ctx.text("help-unclear", &[])).with(row);
    };
    let path = [("path", Arg::Ours(command.path))];
    let press = CallbackId::new(&command.verb(), None, "");
    let button = Button::press(format!("/{}", command.path), press);
    Reply::only(ctx.text("help-meant", &path)).with([button.main()])
}

#[cfg(test)]
mod tests {
    use crate::command::Right;
    use crate::conversation::COMMANDS;
    use crate::locale::{LANGUAGES, Words};
    use crate::testing::world::World;

    #[tokio::test]
    async fn every_command_is_in_the_help() {
        let world = World::new().await;
        let first = world.reply_to("ada", "/help").await;
        assert_eq!(first.plain().lines().filter(|line| line.starts_with('/')).count(), 6);
        let all = world.tap("ada", &first, "Everything I understand").await;
        let event = world.press("ada", &all, "/event").await;
        for command in COMMANDS.iter().filter(|command| command.right == Right::Anybody) {
            let help = if command.path.contains(' ') { event.clone() } else { all.plain() };
            assert!(help.contains(&format!("/{} ", command.path)), "{}", command.path);
        }
        assert!(!all.plain().contains("/admin"));
    }

    #[tokio::test]
    async fn whoever_manages_a_place_is_told_how_in_every_language() {
        let world = World::new().await;
        for (language, _) in LANGUAGES {
            world.say("boss", &format!("/settings language:{language}")).await;
            let words = Words::of(language);
            let first = world.as_manager("boss", "/help").await;
            assert!(first.plain().contains("/admin setup"));
            let label = words.plain("button-all", &[]);
            let all = world.press_as_manager("boss", &first, &label).await;
            let label = format!("/{}", words.name("admin"));
            let admin = world.press_as_manager("boss", &all, &label).await.plain();
            assert!(admin.contains("/admin audit"), "{admin}");
            // Discord shows no longer messages.
            assert!([all.plain(), admin].iter().all(|text| text.chars().count() < 2000));
        }
    }

    #[tokio::test]
    async fn topics_are_offered_while_somebody_types() {
        let world = World::new().await;
        let labels = world.suggested("ada", "help", "topic", "repa").await;
        assert_eq!(labels[0], "/repair — Repair a missed day");
        assert!(labels.contains(&"/admin repair — Repair a member's missed day".to_owned()));
    }

    #[tokio::test]
    async fn a_topic_is_explained_and_a_group_shows_its_parts() {
        let world = World::new().await;
        let help = world.say("ada", "/help checkin").await;
        assert!(help.starts_with("/checkin Check in for today\n• event:"), "{help}");
        assert!(world.say("ada", "/help einchecken").await.starts_with("/checkin "));
        let group = world.reply_to("ada", "/event").await;
        assert!(group.plain().contains("/event create Create an event"), "{}", group.plain());
        let ask = world.tap("ada", &group, "event create").await;
        assert!(ask.form.is_some());
    }

    #[tokio::test]
    async fn a_name_that_is_written_wrong_is_asked_about_and_talk_gets_a_line() {
        let world = World::with_event("Read").await;
        for (said, meant) in [
            ("/chekin", "checkin"),
            ("/event craete", "event create"),
            ("/timezoen", "timezone"),
            ("/eincheken", "checkin"),
        ] {
            let asked = world.reply_to("ada", &format!("/help topic:\"{said}\"")).await;
            assert_eq!(asked.plain(), format!("Did you mean /{meant}?"), "{said}");
            assert_eq!(asked.buttons[0][0].label, format!("/{meant}"));
        }
        let talk = world.reply_to("ada", "/help topic:\"how are you today\"").await;
        assert_eq!(talk.plain(), "I did not understand that. Try one of these:");
        assert_eq!(talk.buttons[0].len(), 4);
    }
}
