//! `/admin setup`: what a community wants, and whether the bot may do what that takes.

use engine::{Budget, Community, CommunityChange, Error, Event, Platform, Record};

use crate::command::{Command, Context, Kind, Param, Right, pick_event};
use crate::locale::{Arg, Words};
use crate::message::{Button, CallbackId, Field, Form, Reply, Text};
use crate::parse::zone;
use crate::view::languages;
use crate::view::templates::{TEMPLATES, template_button};
use crate::view::zone_question;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("zone", "setup-zone", Kind::Zone),
        Param::new(
            "language",
            "setup-language",
            Kind::OneOf(&["auto", "en", "de", "es", "hi", "ja", "ar"]),
        ),
        Param::new("budget", "setup-budget", Kind::OneOf(&["quiet", "usual", "lively"])),
        Param::new("board", "setup-board", Kind::OneOf(&["yes", "no"])),
        Param::new("recap", "setup-recap", Kind::OneOf(&["yes", "no"])),
        Param::new("pin", "setup-pin", Kind::OneOf(&["yes", "no"])),
    ],
    free: Some("zone"),
    right: Right::Manager,
    shows_rights: true,
    ..Command::new("admin setup", "setup-about", |ctx| Box::pin(run(ctx)))
};

/// Letters of the name of a zone.
const ZONE_MAX: usize = 100;
/// Ready-made events that are offered for a start.
const OFFERED: usize = 4;
/// Events that are told in a channel and can be stopped by a tap.
const TOLD_SHOWN: usize = 3;

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let Some(before) = &ctx.community else {
        return Ok(ctx.outside("right-in-group"));
    };
    match ctx.pressed_arg() {
        Some("languages") => return Ok(languages::ask(ctx, "admin-setup").replacing()),
        Some("zones") if ctx.arg("zone").is_none() => return Ok(ask_zone(ctx)),
        _ => {}
    }
    let (name, value) = ctx.pressed_arg().and_then(|arg| arg.split_once('=')).unwrap_or_default();
    let mut community = before.clone();
    let mut changes = vec![];
    if let Some(words) = ctx.arg("zone") {
        let again = CallbackId::new("admin-setup", None, "");
        let zone = match zone_question::one(ctx, words, &again) {
            Ok(zone) => zone,
            Err(reply) => return Ok(*reply),
        };
        community.zone = Some(zone);
        changes.push(CommunityChange::Zone(zone));
    }
    if let Some(language) = ctx.arg("language").or((name == "language").then_some(value)) {
        community.locale = Some(language.to_owned()).filter(|language| language != "auto");
        changes.push(CommunityChange::Locale(community.locale.clone()));
    }
    let budget = ctx.arg("budget").or((name == "budget").then_some(value)).and_then(Budget::named);
    if let Some(budget) = budget.filter(|budget| *budget != before.budget) {
        community.budget = budget;
        changes.push(CommunityChange::Budget(budget));
        // Quiet goes without boards; between the others they stay off where somebody has switched them off.
        let stay_off = before.budget != Budget::Quiet && !before.daily_board;
        community.daily_board = budget != Budget::Quiet && !stay_off;
        changes.push(CommunityChange::DailyBoard(community.daily_board));
    }
    let wanted = |known: &str| match ctx.arg(known) {
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
    let can_pin = ctx.request.account.platform == Platform::Telegram;
    if let Some(wanted) = wanted("pin") {
        if !can_pin {
            return Ok(Reply::only(ctx.text("setup-pin-telegram-only", &[])));
        }
        community.pin_highlights = wanted;
        changes.push(CommunityChange::PinHighlights(wanted));
    }
    for change in changes {
        ctx.engine().communities().change(community.id, change).await?;
    }
    note(ctx, before, &community).await?;
    let zone = zone::name(community.zone.unwrap_or(ctx.talk.zone));
    let language = match &community.locale {
        Some(locale) => Words::of(locale),
        None => ctx.place_words().await?,
    };
    let language = language.plain("language-name", &[]);
    let yes = |is: bool| ctx.words.plain(if is { "choice-yes" } else { "choice-no" }, &[]);
    let line = |key: &str, value: &str| ctx.text(key, &[("value", Arg::Text(value))]);
    let mut text = ctx
        .text("setup-heading", &[])
        .then(line("settings-line-zone", &zone))
        .then(line("settings-line-language", &language))
        .then(line(
            "setup-line-budget",
            &ctx.words.plain(&format!("setup-budget-{}", community.budget.name()), &[]),
        ))
        .then(line("setup-line-board", &yes(community.daily_board)))
        .then(line("setup-line-recap", &yes(community.recap)));
    if can_pin {
        text = text.then(line("setup-line-pin", &yes(community.pin_highlights)));
    }
    let told = told_here(ctx).await?;
    if let Some(line) = told_line(ctx, &told) {
        text = text.then(line);
    }
    if let Some(line) = full_line(ctx).await? {
        text = text.then(line);
    }
    text = text.then(rights(ctx, &community).await?);
    let toggle = |name: &str, key: &str, is: bool| {
        let arg = format!("{name}={}", if is { "no" } else { "yes" });
        let state = if is { "☑" } else { "☐" };
        let label = format!("{state} {}", ctx.words.plain(key, &[]));
        Button::press(label, CallbackId::new("admin-setup", None, &arg))
    };
    let to = |key: &str, arg: &str| {
        Button::press(ctx.words.plain(key, &[]), CallbackId::new("admin-setup", None, arg))
    };
    let mut toggles = vec![
        toggle("board", "button-board", community.daily_board),
        toggle("recap", "button-recap", community.recap),
    ];
    if can_pin {
        toggles.push(toggle("pin", "button-pin", community.pin_highlights));
    }
    let budgets = Budget::ALL.map(|budget| {
        let state = if budget == community.budget { "🔘" } else { "⚪" };
        let choice = ctx.words.plain(&format!("choice-{}", budget.name()), &[]);
        let press = CallbackId::new("admin-setup", None, &format!("budget={}", budget.name()));
        Button::press(format!("{state} {choice}"), press)
    });
    toggles.extend([to("button-language", "languages"), to("button-zone", "zones")]);
    let stops: Vec<Button> =
        told.iter().take(TOLD_SHOWN).filter_map(|event| stop_button(ctx, event, &told)).collect();
    let reply = Reply::only(text).with(budgets).with(toggles);
    let reply = if stops.is_empty() { reply } else { reply.with(stops) };
    let reply = TEMPLATES
        .chunks(4)
        .filter_map(|chunk| chunk.first())
        .take(OFFERED)
        .map(|template| template_button(ctx, template))
        .collect::<Vec<_>>()
        .chunks(2)
        .fold(reply, |reply, row| reply.with(row.to_vec()));
    Ok(if ctx.press.is_some() { reply.replacing() } else { reply })
}

/// The events that are told in this channel, the newest first.
async fn told_here(ctx: &Context<'_>) -> Result<Vec<Event>, Error> {
    match ctx.channel().await? {
        Some(channel) => ctx.engine().events().told_at(channel, ctx.now()).await,
        None => Ok(vec![]),
    }
}

/// How many that are, and the first of them.
fn told_line(ctx: &Context<'_>, told: &[Event]) -> Option<Text> {
    let titles: Vec<String> =
        told.iter().take(TOLD_SHOWN).map(|event| format!("“{}”", event.title)).collect();
    let titles = ctx.words.list(titles.iter().map(String::as_str));
    let args = [("n", Arg::Number(told.len() as u64)), ("titles", Arg::Text(&titles))];
    (!told.is_empty()).then(|| ctx.text("setup-told", &args))
}

/// Until when what nobody misses is not told in this channel, where it was told as much as it may be in a day.
async fn full_line(ctx: &Context<'_>) -> Result<Option<Text>, Error> {
    let Some(channel) = ctx.channel().await? else { return Ok(None) };
    let until = ctx.engine().limits().full_until(channel, ctx.now());
    Ok(until.map(|until| {
        let when = ctx.date_and_time(until);
        ctx.text("setup-full", &[("when", Arg::Time(until, &when))])
    }))
}

/// A button after which an event is told here no more.
fn stop_button(ctx: &Context<'_>, event: &Event, among: &[Event]) -> Option<Button> {
    let no = [("here".to_owned(), "no".to_owned())];
    let press = CallbackId::new("event-announce", Some(event.id), "").keeping(&no)?;
    let title = pick_event::label_among(ctx.words, event, among);
    Some(Button::press(ctx.words.plain("button-untell", &[("title", Arg::Text(&title))]), press))
}

/// Asks for a zone in words, as somebody says it.
fn ask_zone(ctx: &Context<'_>) -> Reply {
    let field = Field {
        name: "zone",
        label: ctx.words.plain("setup-zone", &[]),
        value: String::new(),
        required: true,
        long: false,
        length_max: ZONE_MAX,
    };
    let form = Form {
        title: ctx.words.plain("button-zone", &[]),
        press: CallbackId::new("admin-setup", None, "zones"),
        fields: vec![field],
    };
    Reply::only(ctx.text("timezone-zone", &[])).with_form(form)
}

/// Writes down what is otherwise now.
async fn note(ctx: &Context<'_>, before: &Community, now: &Community) -> Result<(), Error> {
    let mut changed = vec![];
    if now.zone != before.zone {
        changed.extend(now.zone.map(|zone| format!("zone {}", zone.name())));
    }
    if now.locale != before.locale {
        changed.push(format!("language {}", now.locale.as_deref().unwrap_or("auto")));
    }
    if now.budget != before.budget {
        changed.push(format!("budget {}", now.budget.name()));
    }
    for (name, was, is) in [
        ("board", before.daily_board, now.daily_board),
        ("recap", before.recap, now.recap),
        ("pin", before.pin_highlights, now.pin_highlights),
    ] {
        if was != is {
            changed.push(format!("{name} {}", if is { "yes" } else { "no" }));
        }
    }
    if changed.is_empty() {
        return Ok(());
    }
    let changed = changed.join(", ");
    let record = Record { community: Some(now.id), event: None };
    ctx.engine()
        .communities()
        .record_audit(record, ctx.person.id, ("setup", None, &changed), ctx.now())
        .await
}

/// What we need to be allowed here, whether we are, and who can put that right.
async fn rights(ctx: &Context<'_>, community: &Community) -> Result<Text, Error> {
    let gives_roles = !ctx.engine().communities().role_rewards(community.id).await?.is_empty();
    let (mut text, mut is_missing) = (Text::default(), false);
    for (right, is_there) in &ctx.request.bot_rights {
        // A right that nothing needs is not missed.
        let is_needed = match right.as_str() {
            "pin" => community.pin_highlights,
            "roles" => gives_roles,
            _ => true,
        };
        if !is_needed {
            continue;
        }
        let name = ctx.words.plain(&format!("permission-{right}"), &[]);
        let key = if *is_there { "setup-right" } else { "setup-right-missing" };
        text = text.then(ctx.text(key, &[("name", Arg::Text(&name))]));
        is_missing |= !is_there;
    }
    if let Some(address) = &ctx.place().community
        && address.platform == Platform::Discord
    {
        // A place is called by its address on the web, which the client shows as its name.
        for channel in ctx.engine().communities().closed_channels(community.id).await? {
            let place = format!("https://discord.com/channels/{}/{channel}", address.external_id);
            text = text.then(ctx.text("setup-closed", &[("place", Arg::Link(&place))]));
        }
    }
    if is_missing {
        let platform = ctx.request.account.platform.name();
        text = text.then(ctx.text(&format!("setup-fix-{platform}"), &[]));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_manager_sees_what_is_set_and_missing() {
        let world = World::new().await;
        assert_eq!(
            world.say("ken", "/admin setup").await,
            "Only the people who manage this place can do that. Ask one of them."
        );
        let panel = world.as_manager("ada", "/admin setup zone:Tokyo").await;
        assert!(
            panel.plain().starts_with(
                "This community\nTime zone: Asia/Tokyo\nLanguage: English\nHow much is told: usual — recaps, beginnings, results, and milestones that are rare here, gathered\n\
                 A board each day: yes"
            ),
            "{}",
            panel.plain()
        );
        let asked = world.as_manager("ada", "/admin setup zone:Portland").await;
        assert_eq!(asked.plain(), "Which one do you mean by “Portland”?");
        let set = world.press_as_manager("ada", &asked, "America/Los Angeles — 04:00").await;
        assert!(set.plain().contains("Time zone: America/Los Angeles"), "{}", set.plain());
        let back = world.as_manager("ada", "/admin setup zone:\"Asia/Tokyo — 21:00\"").await;
        assert!(back.plain().contains("Time zone: Asia/Tokyo"), "{}", back.plain());
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

    #[tokio::test]
    async fn what_is_told_here_is_shown_and_ended_by_a_tap() {
        let world = World::new().await;
        for title in ["Read", "Run", "Swim", "Walk"] {
            world.say("host", &format!("/event create {title}")).await;
        }
        let panel = world.as_manager("ada", "/admin setup").await;
        assert!(
            panel.plain().contains("4 events are told here: “Walk”, “Swim”, “Run”"),
            "{}",
            panel.plain()
        );
        let ended = world.press_as_manager("ada", &panel, "🔇 Swim").await;
        assert!(
            ended.plain().starts_with("Nothing about Swim will be posted here any more"),
            "{}",
            ended.plain()
        );
        let panel = world.as_manager("ada", "/admin setup").await.plain();
        assert!(panel.contains("3 events are told here: “Walk”, “Run”, “Read”"), "{panel}");
    }

    #[tokio::test]
    async fn an_event_for_few_that_its_host_tells_here_is_ended_by_who_manages_the_place() {
        let world = World::new().await;
        world.say("host", "/event create Diary visibility:invite").await;
        world.as_manager("host", "/event announce Diary sure:yes").await;
        let panel = world.as_manager("ada", "/admin setup").await;
        assert!(panel.plain().contains("One event is told here: “Diary”"), "{}", panel.plain());
        let ended = world.press_as_manager("ada", &panel, "🔇 Diary").await.plain();
        assert!(ended.starts_with("Nothing about Diary will be posted here"), "{ended}");
    }

    #[tokio::test]
    async fn the_budget_is_a_tap_away_and_brings_back_no_board_that_was_switched_off() {
        let world = World::new().await;
        let panel = world.as_manager("ada", "/admin setup").await;
        let off = world.press_as_manager("ada", &panel, "☑ Board each day").await;
        let lively = world.press_as_manager("ada", &off, "⚪ lively").await;
        let said = lively.plain();
        assert!(said.contains("How much is told: lively"), "{said}");
        assert!(said.contains("A board each day: no"), "{said}");
        let quiet = world.press_as_manager("ada", &lively, "⚪ quiet").await;
        assert!(quiet.plain().contains("A board each day: no"), "{}", quiet.plain());
        // What quiet has switched off comes back with the next one.
        let usual = world.press_as_manager("ada", &quiet, "⚪ usual").await.plain();
        assert!(usual.contains("A board each day: yes"), "{usual}");
        let kept = world.as_manager("ada", "/admin setup").await.plain();
        assert!(kept.contains("A board each day: yes"), "{kept}");
    }

    #[tokio::test]
    async fn language_and_zone_are_a_tap_away() {
        let world = World::new().await;
        let panel = world.as_manager("ada", "/admin setup").await;
        let languages = world.press_as_manager("ada", &panel, "Language").await;
        let german = world.press_as_manager("ada", &languages, "Deutsch").await;
        assert!(german.plain().contains("Language: Deutsch"), "{}", german.plain());
        let asked = world.press_as_manager("ada", &panel, "Time zone").await;
        assert!(asked.form.is_some(), "{}", asked.plain());
    }

    /// What a panel says of our rights.
    fn rights(panel: &str) -> Vec<&str> {
        panel.lines().filter(|line| line.starts_with(['✓', '✗'])).collect()
    }

    #[tokio::test]
    async fn a_right_that_is_missing_says_who_can_give_it() {
        let world = World::new().await;
        let panel = world.as_manager("ada", "/admin setup").await.plain();
        assert_eq!(rights(&panel), ["✓ Send messages", "✗ Attach files is missing."]);
        assert!(panel.ends_with("Edit Channel → Permissions."), "{panel}");
        // Where nothing is missing, nobody has to do anything.
        let panel = world.as_manager_where_nothing_is_private("ada", "/admin setup").await;
        assert!(!panel.plain().contains("Permissions"), "{}", panel.plain());
    }

    #[tokio::test]
    async fn a_channel_that_is_found_closed_is_told_to_the_host_once_and_shown_until_it_is_open() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join Read").await;
        world.closed.push("channel".to_owned());
        let mut told = vec![];
        for _ in 0..3 {
            world.next_day();
            told.extend(world.told_where().await);
        }
        let closed = |said: &str| said.starts_with("I may no longer write where Read is told.");
        let whom = told.iter().filter(|(_, said)| closed(said)).map(|(whom, _)| whom.as_str());
        assert_eq!(whom.collect::<Vec<_>>(), ["host"], "{told:?}");
        let elsewhere =
            async || world.as_manager_in("lounge", "boss", "/admin setup").await.plain();
        let shown = elsewhere().await;
        let [here, there] = rights(&shown)[..] else { panic!("{shown}") };
        assert_eq!(here, "✓ Send messages", "that is the lounge");
        assert_eq!(
            there,
            "✗ I may not write in https://discord.com/channels/group/channel. Let me view it and send messages there, then use a command in it."
        );
        world.say("ada", "/streak").await;
        assert_eq!(rights(&elsewhere().await), ["✓ Send messages"]);
    }

    #[tokio::test]
    async fn roles_are_managed_only_where_a_milestone_brings_one() {
        let world = World::new().await;
        world.as_manager("ada", "/admin role length:7 role:42").await;
        let panel = world.as_manager("ada", "/admin setup").await.plain();
        assert!(rights(&panel).contains(&"✗ Manage roles is missing."), "{panel}");
    }

    #[tokio::test]
    async fn what_is_set_otherwise_is_on_record() {
        let world = World::new().await;
        let panel = world.as_manager("ada", "/admin setup zone:Tokyo recap:yes").await;
        world.press_as_manager("ada", &panel, "☑ Board each day").await;
        let record = world.as_manager("ada", "/admin audit").await.plain();
        let said: Vec<_> = record.lines().filter_map(|line| line.split(" · ").nth(3)).collect();
        assert_eq!(said, ["A board each day: no", "Time zone: Asia/Tokyo"]);
    }

    /// The boards among what is told, by their days.
    fn boards(told: &[String]) -> Vec<&str> {
        let days = told.iter().filter_map(|told| told.strip_prefix("📅 "));
        days.map(|told| told.split(" · ").next().unwrap_or_default()).collect()
    }

    #[tokio::test]
    async fn a_board_comes_at_nine_in_the_zone_of_the_community() {
        let mut world = World::new().await;
        world.as_manager("ada", "/admin setup zone:America/Los_Angeles").await;
        world.say("ada", "/event create title:Read zone:UTC").await;
        world.say("ada", "/join").await;
        // In winter nine is 17:00 of the clock of the event.
        for (day, shown) in [("2026-03-01", "Sun 1 Mar"), ("2026-03-02", "Mon 2 Mar")] {
            let before = world.notices_at(&format!("{day}T16:45:00Z")).await;
            assert!(!boards(&before).contains(&shown), "{before:?}");
            let told = world.notices_at(&format!("{day}T17:00:00Z")).await;
            assert_eq!(boards(&told), [shown]);
        }
    }

    #[tokio::test]
    async fn a_board_that_is_wanted_no_more_does_not_come() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        assert_eq!(boards(&world.notices_at("2026-03-02T08:00:00Z").await).len(), 0);
        world.as_manager("ada", "/admin setup board:no").await;
        assert_eq!(boards(&world.notices_at("2026-03-02T10:00:00Z").await).len(), 0);
        world.as_manager("ada", "/admin setup board:yes").await;
        assert_eq!(boards(&world.notices_at("2026-03-03T10:00:00Z").await), ["Tue 3 Mar"]);
    }
}
