//! `/privacy`: what is kept, who sees it, a copy of it, and an end to it.

use chrono::SecondsFormat;
use engine::rules::{Day, Instant};
use engine::{Error, Event, EventId, GRACE_S, Topic, Visibility};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

use crate::command::{Command, Context, Kind, Param};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Document, Reply, Text};
use crate::view::buttons;
use crate::view::erasure;
use crate::view::winners::harmless;

pub const COMMAND: Command = Command {
    params: &[Param::new(
        "action",
        "privacy-action",
        Kind::OneOf(&["hide", "show", "export", "delete", "keep"]),
    )],
    free: Some("action"),
    alone: true,
    ..Command::new("privacy", "privacy-about", |ctx| Box::pin(run(ctx)))
};

/// Public events that are named to whoever shows themselves.
const TITLES_MAX: usize = 5;

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let (engine, person) = (ctx.engine(), ctx.person.id);
    // The second look is the asker's own.
    let sure = format!("sure{person}");
    match ctx.pressed_arg().or(ctx.arg("action")) {
        Some("hide") => {
            engine.people().hide(person, true, ctx.now()).await?;
            Ok(Reply::only(ctx.text("privacy-hidden", &[])))
        }
        Some("show") => {
            engine.people().hide(person, false, ctx.now()).await?;
            Ok(Reply::only(shown(ctx).await?))
        }
        Some("export") => export(ctx).await,
        Some("table") => table(ctx).await,
        Some("delete") => {
            let yes = CallbackId::new("privacy", None, &sure);
            let yes = Button::press(ctx.words.plain("button-erase", &[]), yes).danger();
            Ok(Reply::only(ctx.text("privacy-sure", &[])).with([yes]))
        }
        Some("keep") => {
            engine.people().plan_erasure(person, false, ctx.now()).await?;
            // Whoever was erased meanwhile is somebody new.
            let key =
                if ctx.person.erase_at.is_some() { "privacy-kept" } else { "privacy-unplanned" };
            Ok(Reply::only(ctx.text(key, &[])))
        }
        Some(pressed) if pressed == sure => {
            let at = engine.people().plan_erasure(person, true, ctx.now()).await?;
            tell_others(ctx).await?;
            let text = at.map(|at| planned(ctx, at)).unwrap_or_default();
            Ok(Reply::only(text).with([erasure::keep(ctx.words)]).replacing())
        }
        _ => Ok(panel(ctx)),
    }
}

/// That somebody is seen, and in what by whom: to whoever hid it was not said when more people came to see an event.
async fn shown(ctx: &Context<'_>) -> Result<Text, Error> {
    let events = ctx.engine().events();
    let of = events.of(ctx.person.id).await?;
    let ever = events.ever_of(ctx.person.id).await?;
    let left: Vec<Event> = ever.into_iter().filter(|event| !of.contains(event)).collect();
    let has_pages = buttons::has_pages(&ctx.talk.public_url);
    let public = if has_pages { "privacy-shown-pages" } else { "privacy-shown-everybody" };
    let parts = [
        (public, &of, Visibility::Public),
        ("privacy-shown-community", &of, Visibility::Community),
        // What is for few by now is called something that is not theirs to know.
        ("privacy-shown-left", &left, Visibility::Public),
    ];
    let parts = parts.map(|(key, events, seen_by)| shown_in(ctx, key, events, seen_by));
    Ok(parts.into_iter().fold(ctx.text("privacy-shown", &[]), Text::then))
}

/// The newest of these events that are seen so, in a sentence; nothing where there are none.
fn shown_in(ctx: &Context<'_>, key: &str, events: &[Event], seen_by: Visibility) -> Text {
    let seen = events.iter().rev().filter(|event| event.visibility == seen_by);
    let all: Vec<&str> = seen.map(|event| event.title.as_str()).collect();
    if all.is_empty() {
        return Text::default();
    }
    let titles = ctx.words.list(all.iter().copied().take(TITLES_MAX));
    let titles = match all.len().saturating_sub(TITLES_MAX) as u64 {
        0 => titles,
        more => {
            let args = [("titles", Arg::Text(&titles)), ("n", Arg::Number(more))];
            ctx.words.plain("privacy-shown-more", &args)
        }
    };
    ctx.text(key, &[("titles", Arg::Text(&titles))])
}

fn planned(ctx: &Context<'_>, at: Instant) -> Text {
    erasure::planned(ctx.words, ctx.person.setting, at, ctx.now())
}

/// Tells it where it was not asked for: whoever has another account of the person may know nothing of it.
async fn tell_others(ctx: &Context<'_>) -> Result<(), Error> {
    let (engine, person, now) = (ctx.engine(), ctx.person.id, ctx.now());
    let here = ctx.request.account.platform;
    for account in engine.people().accounts(person).await? {
        if account.platform == here && !ctx.place().is_on_web {
            continue;
        }
        let way = engine.communities().dm_destination(person, account.platform, now).await?;
        let Some(way) = way else { continue };
        let key = format!("erase:{}:{}", account.platform.name(), ctx.request.key);
        let topic = Topic::ErasurePlanned { person };
        engine.deliveries().send(way.id, topic, key, now, GRACE_S, now).await?;
    }
    Ok(())
}

fn panel(ctx: &Context<'_>) -> Reply {
    let press = |key: &str, arg: &str| {
        Button::press(ctx.words.plain(key, &[]), CallbackId::new("privacy", None, arg))
    };
    let hide = match ctx.person.hidden {
        true => press("button-show", "show"),
        false => press("button-hide", "hide"),
    };
    // Telegram's client asks for /privacy as the policy of the bot, so it stands first.
    let address = |path: &str| format!("{}/{path}", ctx.talk.public_url);
    let (policy, terms) = (address("privacy"), address("terms"));
    let whole = [("address", Arg::Link(&policy)), ("terms", Arg::Link(&terms))];
    let mut text = ctx.text("privacy-text", &[]).then(ctx.text("privacy-page", &whole));
    let erased_at = ctx.person.will_be_erased_at();
    if let Some(at) = erased_at {
        text = text.then(planned(ctx, at));
    }
    let end = match erased_at {
        Some(_) => erasure::keep(ctx.words).main(),
        None => press("button-delete", "delete").danger(),
    };
    Reply::only(text).with([hide, press("button-export", "export"), end])
}

/// Everything in a file, in private only.
async fn export(ctx: &Context<'_>) -> Result<Reply, Error> {
    let everything = ctx.engine().people().export(ctx.person.id, ctx.now()).await?;
    let bytes = serde_json::to_vec_pretty(&everything)
        .map_err(|e| Error::Unreadable { what: "export", why: e.to_string() })?;
    let document = Document { name: "streaks.json".to_owned(), bytes: bytes.into() };
    // Of two files in one message, not every platform shows the second.
    let press = CallbackId::new("privacy", None, "table");
    let table = Button::press(ctx.words.plain("button-export-table", &[]), press);
    let reply = Reply::only(ctx.text("privacy-export", &[])).with([table]).secret_if(true);
    Ok(Reply { documents: vec![document], ..reply })
}

/// The check-ins as a table, for whoever counts them elsewhere.
async fn table(ctx: &Context<'_>) -> Result<Reply, Error> {
    let everything = ctx.engine().people().export(ctx.person.id, ctx.now()).await?;
    let none = vec![];
    let check_ins = everything["tables"]["check_in"].as_array().unwrap_or(&none);
    let ids: BTreeSet<i64> = check_ins.iter().filter_map(|row| row["event_id"].as_i64()).collect();
    let mut titles = BTreeMap::new();
    for id in ids {
        let title = match ctx.engine().events().get(EventId(id)).await? {
            Some(event) if ctx.may_see(&event).await? => event.title,
            // What they see no more goes without its name.
            _ => String::new(),
        };
        titles.insert(id, title);
    }
    let bytes = written(check_ins, &titles)
        .map_err(|why| Error::Unreadable { what: "check-ins", why: why.to_string() })?;
    let document = Document { name: "check-ins.csv".to_owned(), bytes: bytes.into() };
    let reply = Reply::only(ctx.text("privacy-table", &[])).secret_if(true);
    Ok(Reply { documents: vec![document], ..reply })
}

fn written(check_ins: &[Value], titles: &BTreeMap<i64, String>) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(vec![]);
    writer.write_record(["event", "day", "amount", "task", "note", "at", "undone_at"])?;
    for row in check_ins {
        let text = |name: &str| harmless(row[name].as_str().unwrap_or_default());
        let at = |name: &str| {
            let at = row[name].as_i64().map(Instant);
            at.map_or(String::new(), |at| at.utc().to_rfc3339_opts(SecondsFormat::Secs, true))
        };
        let title = row["event_id"].as_i64().and_then(|id| titles.get(&id));
        let day = row["day"].as_i64().and_then(|day| i32::try_from(day).ok());
        let amount = row["amount_milli"].as_i64().map(|milli| milli as f64 / 1000.0);
        writer.write_record([
            title.map_or(String::new(), |title| harmless(title)),
            day.map_or(String::new(), |day| Day(day).to_string()),
            amount.map_or(String::new(), |amount| amount.to_string()),
            text("task"),
            text("note"),
            at("received_at"),
            at("undone_at"),
        ])?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn what_somebody_reaches_who_hides_is_told_to_nobody() {
        let mut world = World::with_event("Read").await;
        let mut told = vec![];
        world.say("ada", "/join").await;
        world.say("ada", "/privacy hide").await;
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
            told.extend(world.told().await);
        }
        assert!(told.iter().all(|told| !told.contains("ada")), "{told:?}");
    }

    #[tokio::test]
    async fn the_policy_stands_first_with_a_way_to_the_whole_of_it() {
        let world = World::with_event("Read").await;
        let panel = world.say("ada", "/privacy").await;
        assert!(panel.starts_with("Privacy. I keep the names and ids of your accounts"), "{panel}");
        assert!(panel.contains("stands on a web page that anybody can open"), "{panel}");
        let whole =
            "The whole policy: http://streaks.test/privacy · The terms: http://streaks.test/terms";
        assert!(panel.ends_with(whole), "{panel}");
    }

    #[tokio::test]
    async fn an_erasure_that_is_planned_is_called_off_where_it_is_shown() {
        let world = World::with_event("Read").await;
        let panel = world.reply_to("ada", "/privacy").await;
        let sure = world.tap("ada", &panel, "Delete everything").await;
        let stays = "What I have said in chats stays there; whoever runs them can delete it.";
        assert!(sure.plain().ends_with(stays), "{}", sure.plain());
        world.tap("ada", &sure, "Erase me in a week").await;
        let planned = world.reply_to("ada", "/privacy").await;
        assert!(planned.plain().ends_with("Until then you can call it off."), "{planned:?}");
        let kept = world.press("ada", &planned, "Keep everything").await;
        assert_eq!(kept, "Good. Everything stays.");
        assert!(!world.say("ada", "/privacy").await.contains("will be erased"));
        // The same button once there is nothing to call off, as after an erasure.
        let nothing = world.press("ada", &planned, "Keep everything").await;
        assert_eq!(nothing, "No erasure is planned. What has been erased already is gone.");
    }

    #[tokio::test]
    async fn an_erasure_is_told_on_the_other_account_too_and_called_off_there() {
        let world = World::with_event("Read").await;
        world.link("ada", "ada2.tg").await;
        world.told().await;
        let panel = world.reply_to("ada", "/privacy").await;
        let sure = world.tap("ada", &panel, "Delete everything").await;
        world.tap("ada", &sure, "Erase me in a week").await;
        let told = world.notices().await;
        let [notice] = &told[..] else { panic!("{told:?}") };
        assert_eq!(
            notice.plain(),
            "On Sun 8 Mar everything about you will be erased. Until then you can call it off."
        );
        let kept = world.press("ada2.tg", notice, "Keep everything").await;
        assert_eq!(kept, "Good. Everything stays.");
        assert!(!world.say("ada", "/privacy").await.contains("will be erased"));
        // What is called off before it is told is not told.
        world.tap("ada", &sure, "Erase me in a week").await;
        world.say("ada", "/privacy keep").await;
        assert!(world.told().await.is_empty());
    }

    #[tokio::test]
    async fn a_copy_tells_nothing_of_what_an_event_became_that_is_seen_no_more() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin note:\"page one\"").await;
        let sure = world.reply_to("ada", "/leave").await;
        world.tap("ada", &sure, "Leave").await;
        let line = "/event edit event:Read visibility:invite title:Okapi";
        let edited = world.say("host", line).await;
        assert!(edited.starts_with("Changed.") && edited.contains("Okapi"), "{edited}");
        let panel = world.reply_to("ada", "/privacy").await;
        let export = world.tap("ada", &panel, "Export my data").await;
        let table = world.tap("ada", &export, "Check-ins as a table").await;
        for reply in [&export, &table] {
            let file = String::from_utf8(reply.documents[0].bytes.to_vec()).unwrap();
            assert!(file.contains("page one") && !file.contains("Okapi"), "{file}");
        }
    }

    #[tokio::test]
    async fn whoever_shows_themselves_reads_where_everybody_sees_them() {
        const SHOWN: &str = "You are on the leaderboards of your events.";
        let mut world = World::new().await;
        world.talk.public_url = "https://streaks.test".to_owned();
        world.say("host", "/event create Sober").await;
        world.say("ada", "/join Sober").await;
        world.say("ada", "/privacy hide").await;
        let of_place =
            "Everybody in the place of each can see your name, days and numbers in: Sober";
        assert_eq!(world.say("ada", "/privacy show").await, format!("{SHOWN}\n{of_place}"));
        world.say("ada", "/privacy hide").await;
        world.say("host", "/event edit Sober visibility:public").await;
        let told = world.told().await;
        assert!(told.iter().all(|told| !told.contains("is public now")), "{told:?}");
        let shown = world.where_all_read("ada", "/privacy show").await;
        let page = "Your name, days and numbers stand on the pages of: Sober";
        assert_eq!(shown.plain(), format!("{SHOWN}\n{page}"));
        assert!(shown.secret);
        for title in ["Read", "Walk", "Swim", "Draw", "Sing", "Bake"] {
            world.say("host", &format!("/event create {title} visibility:public")).await;
            world.say("ada", &format!("/join {title}")).await;
        }
        world.say("host", "/event edit Walk visibility:invite").await;
        assert_eq!(
            world.say("ada", "/privacy show").await,
            format!(
                "{SHOWN}\nYour name, days and numbers stand on the pages of: Bake, Sing, Draw, Swim, Read and 1 more"
            )
        );
        world.talk.public_url = "http://streaks.test".to_owned();
        for title in ["Sober", "Walk", "Read"] {
            let sure = world.reply_to("ada", &format!("/leave {title}")).await;
            world.press("ada", &sure, "Leave").await;
        }
        assert_eq!(
            world.say("ada", "/privacy show").await,
            format!(
                "{SHOWN}\nEverybody can see your name, days and numbers in: Bake, Sing, Draw, Swim\nResults of the time in which you were in it may name you: Read, Sober"
            )
        );
    }

    #[tokio::test]
    async fn everything_can_be_had_hidden_and_erased() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin note:\"page one\"").await;
        let panel = world.reply_to("ada", "/privacy").await;
        let export = world.tap("ada", &panel, "Export my data").await;
        let file = String::from_utf8(export.documents[0].bytes.to_vec()).unwrap();
        assert!(file.contains("page one") && file.contains("\"check_in\""), "{file}");
        assert!(export.secret);
        let table = world.tap("ada", &export, "Check-ins as a table").await;
        let file = String::from_utf8(table.documents[0].bytes.to_vec()).unwrap();
        let lines: Vec<&str> = file.lines().collect();
        assert_eq!(lines[0], "event,day,amount,task,note,at,undone_at");
        assert!(lines[1].starts_with("Read,2026-03-01,") && lines.len() == 2, "{file}");
        assert!(lines[1].ends_with(",page one,2026-03-01T12:00:00Z,"), "{file}");
        assert!(table.secret);
        let hidden = world.press("ada", &panel, "Hide me").await;
        assert_eq!(hidden, "You are no longer on any leaderboard. Your streaks go on.");
        assert!(world.say("ken", "/leaderboard").await.contains("Nobody is in yet"));
        assert!(world.say("ada", "/privacy show").await.starts_with("You are on the leaderboards"));
        let sure = world.tap("ada", &panel, "Delete everything").await;
        let planned = world.tap("ada", &sure, "Erase me in a week").await;
        assert_eq!(
            planned.plain(),
            "On Sun 8 Mar everything about you will be erased. Until then you can call it off."
        );
        assert_eq!(
            world.press("ada", &planned, "Keep everything").await,
            "Good. Everything stays."
        );
        world.tap("ada", &sure, "Erase me in a week").await;
        for _ in 0..8 {
            world.next_day();
        }
        world.tick().await;
        assert_eq!(
            world.say("ada", "/streak").await,
            "You are not in any event yet. /events shows what you can join."
        );
        assert!(world.say("ken", "/leaderboard").await.contains("Nobody is in yet"));
    }
}
