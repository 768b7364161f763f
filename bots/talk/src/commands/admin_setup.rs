//! `/admin setup`: what a community wants, and whether the bot may do what that takes.

use crate::command::{Call, Command, Kind, Param, Right};
use crate::templates::TEMPLATES;
use crate::words::Arg;
use crate::{Button, Press, Reply, Words, zones};
use engine::{CommunityChange, Error, Platform};

use super::event_create::template_button;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("zone", "setup-zone", Kind::Zone),
        Param::new(
            "language",
            "setup-language",
            Kind::OneOf(&["auto", "en", "de", "es", "hi", "ja", "ar"]),
        ),
        Param::new("board", "setup-board", Kind::OneOf(&["yes", "no"])),
        Param::new("recap", "setup-recap", Kind::OneOf(&["yes", "no"])),
        Param::new("pin", "setup-pin", Kind::OneOf(&["yes", "no"])),
    ],
    free: Some("zone"),
    right: Right::Manager,
    shows_rights: true,
    ..Command::new("admin setup", "setup-about", |call| Box::pin(run(call)))
};

/// Ready-made events that are offered for a start.
const OFFERED: usize = 4;

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let Some(community) = &call.community else {
        return Ok(Reply::only(call.text("right-in-group", &[])));
    };
    let mut community = community.clone();
    let mut changes = vec![];
    if let Some(words) = call.arg("zone") {
        let [zone, ..] = zones::find(words, call.now())[..] else {
            return Ok(Reply::only(call.text("timezone-unknown", &[("words", Arg::Text(words))])));
        };
        community.zone = Some(zone);
        changes.push(CommunityChange::Zone(zone));
    }
    if let Some(language) = call.arg("language") {
        community.locale = Some(language.to_owned()).filter(|language| language != "auto");
        changes.push(CommunityChange::Locale(community.locale.clone()));
    }
    let (name, value) = call.pressed_arg().and_then(|arg| arg.split_once('=')).unwrap_or_default();
    let wanted = |known: &str| match call.arg(known) {
        Some(value) => Some(value == "yes"),
        None => (name == known).then_some(value == "yes"),
    };
    if let Some(wanted) = wanted("board") {
        community.daily_board = wanted;
        changes.push(CommunityChange::DailyBoard(wanted));
    }
    if let Some(wanted) = wanted("recap") {
        community.recap = wanted;
        changes.push(CommunityChange::Recap(wanted));
    }
    let can_pin = call.request.account.platform == Platform::Telegram;
    if let Some(wanted) = wanted("pin") {
        if !can_pin {
            return Ok(Reply::only(call.text("setup-pin-telegram-only", &[])));
        }
        community.pin_honours = wanted;
        changes.push(CommunityChange::PinHonours(wanted));
    }
    for change in changes {
        call.engine().set_community(community.id, change).await?;
    }
    let zone = community.zone.unwrap_or(call.talk.zone).name().replace('_', " ");
    let locale = community.locale.as_deref().or(call.place().locale.as_deref());
    let language = Words::of(locale.unwrap_or("en")).plain("language-name", &[]);
    let yes = |is: bool| call.words.plain(if is { "choice-yes" } else { "choice-no" }, &[]);
    let line = |key: &str, value: &str| call.text(key, &[("value", Arg::Text(value))]);
    let mut text = call
        .text("setup-heading", &[])
        .then(line("settings-line-zone", &zone))
        .then(line("settings-line-language", &language))
        .then(line("setup-line-board", &yes(community.daily_board)))
        .then(line("setup-line-recap", &yes(community.recap)));
    if can_pin {
        text = text.then(line("setup-line-pin", &yes(community.pin_honours)));
    }
    for (right, is_there) in &call.request.bot_rights {
        // A right that nothing needs is not missed.
        if right == "pin" && !community.pin_honours {
            continue;
        }
        let name = call.words.plain(&format!("permission-{right}"), &[]);
        let key = if *is_there { "setup-right" } else { "setup-right-missing" };
        text = text.then(call.text(key, &[("name", Arg::Text(&name))]));
    }
    let toggle = |name: &str, key: &str, is: bool| {
        let arg = format!("{name}={}", if is { "no" } else { "yes" });
        let state = if is { "☑" } else { "☐" };
        let label = format!("{state} {}", call.words.plain(key, &[]));
        Button::press(label, Press::new("admin-setup", None, &arg))
    };
    let mut toggles = vec![
        toggle("board", "button-board", community.daily_board),
        toggle("recap", "button-recap", community.recap),
    ];
    if can_pin {
        toggles.push(toggle("pin", "button-pin", community.pin_honours));
    }
    let reply = Reply::only(text).with(toggles);
    let reply = TEMPLATES
        .chunks(4)
        .filter_map(|chunk| chunk.first())
        .take(OFFERED)
        .map(|template| template_button(call, template))
        .collect::<Vec<_>>()
        .chunks(2)
        .fold(reply, |reply, row| reply.with(row.to_vec()));
    Ok(if call.press.is_some() { reply.replacing() } else { reply })
}

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn a_manager_sees_what_is_set_and_missing() {
        let world = World::new().await;
        assert_eq!(
            world.say("ken", "/admin setup").await,
            "That is for whoever manages this place."
        );
        let panel = world.as_manager("ada", "/admin setup zone:Tokyo").await;
        assert!(
            panel.plain().starts_with(
                "This community\nTime zone: Asia/Tokyo\nLanguage: English\nA board each day: yes"
            ),
            "{}",
            panel.plain()
        );
        assert!(panel.plain().contains("✗ Embed links is missing"), "{}", panel.plain());
        assert!(panel.plain().contains("✓ Send messages"));
        let refused = world.as_manager("ada", "/admin setup pin:yes").await.plain();
        assert_eq!(
            refused,
            "Honours are pinned on Telegram only. Here a milestone can bring a role: /admin role."
        );
        let toggled = world.press_as_manager("ada", &panel, "☑ Board each day").await;
        assert!(toggled.plain().contains("A board each day: no"), "{}", toggled.plain());
        let card = world.press_as_manager("ada", &panel, "💪 Exercise").await;
        assert!(card.plain().starts_with("💪 Exercise\n3 days a week"), "{}", card.plain());
    }

    /// The boards among what is told, by their days.
    fn boards(told: &[String]) -> Vec<&str> {
        let days = told.iter().filter_map(|told| told.strip_prefix("📅 "));
        days.map(|told| told.split(' ').next().unwrap_or_default()).collect()
    }

    #[tokio::test]
    async fn a_board_comes_at_nine_in_the_zone_of_the_community() {
        let mut world = World::new().await;
        world.as_manager("ada", "/admin setup zone:America/Los_Angeles").await;
        world.say("ada", "/event create title:Read zone:UTC").await;
        world.say("ada", "/join").await;
        // In winter nine is 17:00 of the clock of the event.
        for day in ["2026-03-01", "2026-03-02"] {
            let before = world.told_at(&format!("{day}T16:58:00Z")).await;
            assert!(!boards(&before).contains(&day), "{before:?}");
            let told = world.told_at(&format!("{day}T17:00:00Z")).await;
            assert_eq!(boards(&told), [day]);
        }
    }

    #[tokio::test]
    async fn a_board_that_is_wanted_no_more_does_not_come() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        assert_eq!(boards(&world.told_at("2026-03-02T08:00:00Z").await).len(), 0);
        world.as_manager("ada", "/admin setup board:no").await;
        assert_eq!(boards(&world.told_at("2026-03-02T10:00:00Z").await).len(), 0);
        world.as_manager("ada", "/admin setup board:yes").await;
        assert_eq!(boards(&world.told_at("2026-03-03T10:00:00Z").await), ["2026-03-03"]);
    }
}
