//! `/timezone`: by which clock a person lives.

use engine::Error;
use engine::rules::Zone;

use crate::command::{Command, Context, Kind, Param};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Choice, Reply};
use crate::parse::time;
use crate::parse::zone::{self, Shown};
use crate::view::clock_question::{self, CITIES};

pub const COMMAND: Command = Command {
    params: &[Param::new("zone", "timezone-zone", Kind::Zone)],
    free: Some("zone"),
    alone: true,
    ..Command::new("timezone", "timezone-about", |ctx| Box::pin(run(ctx)))
};

/// The line that sets a clock by the name of its zone.
pub fn line(zone: &str) -> String {
    format!("/{} {zone}", COMMAND.path)
}

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let reply = match (ctx.pressed_arg(), ctx.arg("zone")) {
        (Some("other"), _) => ask_hour(ctx),
        (Some("between"), _) => ask_between(ctx),
        (Some("where"), _) => return Ok(ask_location(ctx)),
        (Some(arg), _) => match (arg.strip_prefix('+'), arg.strip_prefix('@')) {
            (Some(ahead), _) => cities(ctx, ahead).await?,
            // Buttons of old say what the clock shows.
            (None, Some(minutes)) => shown_by(ctx, minutes),
            (None, None) => clock_question::offer(ctx, arg).await?,
        },
        (None, Some(words)) => clock_question::offer(ctx, words).await?,
        (None, None) => now_known(ctx),
    };
    Ok(if ctx.press.is_some() { reply.replacing() } else { reply })
}

fn now_known(ctx: &Context<'_>) -> Reply {
    let setting = ctx.person.setting;
    let time = ctx.wall_time(setting, ctx.now());
    let zone = zone::name(setting.zone);
    let text = ctx.text("timezone-now", &[("time", Arg::Text(&time)), ("zone", Arg::Text(&zone))]);
    Reply::only(text).with([clock_question::button(ctx, "button-time-other", "other")])
}

/// Clocks on whole hours from UTC, with a way on to the others.
fn ask_hour(ctx: &Context<'_>) -> Reply {
    let mut row = vec![clock_question::button(ctx, "button-time-between", "between")];
    if ctx.place().takes_location {
        let label = ctx.words.plain("button-location", &[]);
        row.push(Button::press(label, CallbackId::new("timezone", None, "where")));
    }
    row.extend(device(ctx));
    ask_time(ctx, Shown::is_on_the_hour).with(row)
}

/// Clocks that stand half an hour or a quarter off.
fn ask_between(ctx: &Context<'_>) -> Reply {
    let back = clock_question::button(ctx, "button-previous", "other");
    ask_time(ctx, |shown| !shown.is_on_the_hour()).with([back])
}

fn ask_time(ctx: &Context<'_>, is_asked: fn(Shown) -> bool) -> Reply {
    let choice = |shown: Shown| {
        let time = ctx.words.digits(&time::clock(shown.minutes));
        let label = ctx.words.plain("timezone-hour", &[("time", Arg::Text(&time))]);
        // The time passes until it is tapped; how far it is ahead stays.
        Choice { label, press: clock_question::answer(ctx, &format!("+{}", shown.ahead)) }
    };
    let shown = zone::shown(ctx.now()).into_iter().filter(|shown| is_asked(*shown));
    let choices = shown.map(choice).collect();
    Reply { choices, ..Reply::only(ctx.text("timezone-which-hour", &[])) }
}

/// A page that tells the time zone of a device, where browsers elsewhere can open it. Telegram takes it back by a link.
fn device(ctx: &Context<'_>) -> Option<Button> {
    let public_url = &ctx.talk.public_url;
    if !public_url.starts_with("https://") {
        return None;
    }
    let link = ctx.place().deep_link.as_deref();
    let bot = link.and_then(|link| link.strip_prefix("https://t.me/")?.strip_suffix("?start="));
    let query = bot.map(|bot| format!("?bot={bot}")).unwrap_or_default();
    let label = ctx.words.plain("button-device", &[]);
    Some(Button::link(label, format!("{public_url}/zone{query}")))
}

fn ask_location(ctx: &Context<'_>) -> Reply {
    let label = ctx.words.plain("button-location", &[]);
    Reply { asks_location: Some(label), ..Reply::only(ctx.text("timezone-location", &[])) }
}

fn shown_by(ctx: &Context<'_>, minutes: &str) -> Reply {
    let zones = minutes.parse().map(|minutes| zone::showing(minutes, ctx.now()));
    match zones {
        Ok(zones) if !zones.is_empty() => clock_question::ask_city(ctx, &zones),
        Ok(_) | Err(_) => ask_hour(ctx),
    }
}

/// The cities whose clocks are this far ahead of UTC, a page at a time: `60`, `60~1`.
async fn cities(ctx: &Context<'_>, written: &str) -> Result<Reply, Error> {
    let (ahead, page) = written.split_once('~').unwrap_or((written, "0"));
    let (Ok(ahead), Ok(page)) = (ahead.parse::<i64>(), page.parse::<usize>()) else {
        return Ok(ask_hour(ctx));
    };
    let zones = zone::ahead_by(ahead, ctx.now());
    if let [only] = zones[..] {
        return clock_question::set(ctx, only).await;
    }
    let pages: Vec<&[Zone]> = zones.chunks(CITIES).collect();
    let Some(shown) = pages.get(page) else {
        // Clocks have been changed since the button was shown.
        return Ok(ask_hour(ctx));
    };
    let previous = match page {
        0 => "other".to_owned(),
        _ => format!("+{ahead}~{}", page - 1),
    };
    let mut row = vec![clock_question::button(ctx, "button-previous", &previous)];
    if page + 1 < pages.len() {
        row.push(clock_question::button(ctx, "button-next", &format!("+{ahead}~{}", page + 1)));
    }
    Ok(clock_question::ask_city(ctx, shown).with(row))
}

#[cfg(test)]
mod tests {
    use crate::message::ButtonAction;
    use crate::message::Reply;
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_clock_that_changes_too_often_says_when_it_may_again() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin").await;
        for zone in ["Berlin", "Tokyo", "Cairo", "Lima"] {
            world.say("ada", &format!("/timezone {zone}")).await;
        }
        let refused = world.say("ada", "/timezone Paris").await;
        assert_eq!(
            refused,
            "Your time zone has already changed four times in a month. You can change it again on Tue 31 Mar 07:00."
        );
    }

    #[tokio::test]
    async fn a_zone_is_named_by_city_offset_or_clock() {
        let world = World::new().await;
        assert_eq!(world.say("ada", "/timezone").await, "It is 12:00 for you (UTC).");
        assert_eq!(
            world.say("ada", "/timezone new york").await,
            "Good. Your day ends at midnight, America/New York time.\nWhat do you like? Tap as many as you want."
        );
        assert_eq!(world.say("ada", "/timezone").await, "It is 07:00 for you (America/New York).");
        world.say("ada", "/settings day_start:3").await;
        assert_eq!(
            world.say("ada", "/timezone tokyo").await,
            "Good. Your day ends at 03:00, Asia/Tokyo time."
        );
        let unknown = world.say("ada", "/timezone Gondolin").await;
        assert_eq!(
            unknown,
            "I do not know “Gondolin”. Try a city, a zone such as Europe/Berlin, or the time on your clock."
        );
    }

    #[tokio::test]
    async fn other_time_leads_to_the_hour_and_the_city() {
        let world = World::with_event("Read").await;
        let joined = world.reply_to("ada", "/join").await;
        let hours = world.tap("ada", &joined, "No, other time").await;
        assert_eq!(hours.choices.len(), 24);
        assert!(hours.plain().ends_with("You can also type /timezone and your city."));
        let cities = world.tap("ada", &hours, "It is 21:00 here").await;
        assert_eq!(
            labels(&cities)[..2],
            ["Asia/Tokyo — 21:00".to_owned(), "Asia/Seoul — 21:00".to_owned()]
        );
        let set = world.tap("ada", &cities, "Asia/Tokyo — 21:00").await;
        assert!(set.plain().ends_with("Today still counts."), "{}", set.plain());
    }

    fn labels(reply: &Reply) -> Vec<String> {
        reply.choices.iter().map(|choice| choice.label.clone()).collect()
    }

    #[tokio::test]
    async fn a_clock_off_the_whole_hour_is_a_tap_further() {
        let world = World::new().await;
        let now = world.reply_to("ada", "/timezone").await;
        let hours = world.tap("ada", &now, "No, other time").await;
        let between = world.tap("ada", &hours, "None of these").await;
        assert!(labels(&between).contains(&"It is 17:30 here".to_owned()));
        let set = world.press("ada", &between, "It is 17:45 here").await;
        assert!(set.starts_with("Good. Your day ends at midnight, Asia/Kathmandu time."), "{set}");
        let again = world.tap("ada", &between, "◀ Back").await;
        assert_eq!(labels(&again), labels(&hours));
    }

    #[tokio::test]
    async fn more_cities_are_a_page_further() {
        let world = World::new().await;
        let now = world.reply_to("ada", "/timezone").await;
        let hours = world.tap("ada", &now, "No, other time").await;
        let first = world.tap("ada", &hours, "It is 13:00 here").await;
        assert!(labels(&first).contains(&"Europe/Berlin — 13:00".to_owned()));
        let second = world.tap("ada", &first, "Next ▶").await;
        assert!(!second.choices.is_empty());
        assert!(labels(&second).iter().all(|label| !labels(&first).contains(label)));
        let back = world.tap("ada", &second, "◀ Back").await;
        assert_eq!(labels(&back), labels(&first));
    }

    #[tokio::test]
    async fn a_time_that_no_clock_shows_any_more_is_asked_for_again() {
        let mut world = World::new().await;
        let now = world.reply_to("ada", "/timezone").await;
        let hours = world.tap("ada", &now, "No, other time").await;
        let between = world.tap("ada", &hours, "None of these").await;
        // The summer time of the Chatham Islands is over in June.
        world.now = world.now.plus_s(92 * 86_400);
        let asked = world.tap("ada", &between, "It is 01:45 here").await;
        assert_eq!(asked.choices.len(), 24);
    }

    #[tokio::test]
    async fn an_event_with_a_clock_of_its_own_says_when_its_day_ends_here() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        assert_eq!(
            world.say("ada", "/timezone Tokyo").await,
            "Good, Asia/Tokyo. Read follows the clock of UTC: its day ends at 09:00 for you. Today still counts."
        );
    }

    #[tokio::test]
    async fn where_each_member_has_a_clock_the_own_day_counts() {
        let world = World::new().await;
        world.say("host", "/event create title:Swim clock:personal").await;
        world.say("ada", "/join").await;
        assert_eq!(
            world.say("ada", "/timezone Tokyo").await,
            "Good. Your day ends at midnight, Asia/Tokyo time. Today still counts."
        );
    }

    #[tokio::test]
    async fn a_country_with_several_clocks_asks_which() {
        let world = World::new().await;
        let asked = world.reply_to("ada", "/timezone usa").await;
        assert_eq!(asked.plain(), "Which of these is closest?");
        assert_eq!(labels(&asked)[0], "America/New York — 07:00");
    }

    #[tokio::test]
    async fn an_offset_is_called_as_it_was_typed() {
        let world = World::new().await;
        let set = world.say("ada", "/timezone UTC+2").await;
        assert!(set.starts_with("Good. Your day ends at midnight, UTC+2 time."), "{set}");
        assert_eq!(world.say("ada", "/timezone").await, "It is 14:00 for you (UTC+2).");
    }

    #[tokio::test]
    async fn a_location_is_asked_for_where_it_can_be_sent() {
        let world = World::new().await;
        let now = world.reply_to("ada", "/timezone").await;
        let elsewhere = world.tap("ada", &now, "No, other time").await;
        assert_eq!(elsewhere.buttons.iter().flatten().count(), 1);
        let hours = world.tap_where_location_is_taken("ada", &now, "No, other time").await;
        let asked = world.tap("ada", &hours, "📍 Send my location").await;
        assert_eq!(asked.asks_location.as_deref(), Some("📍 Send my location"));
        assert!(!asked.replaces, "the list of hours stays");
    }

    #[tokio::test]
    async fn a_device_tells_its_zone_by_a_page_and_a_link() {
        let mut world = World::new().await;
        let now = world.reply_to("ada", "/timezone").await;
        let without = world.tap("ada", &now, "No, other time").await;
        assert_eq!(without.buttons.iter().flatten().count(), 1);
        world.talk.public_url = "https://streaks.test".to_owned();
        let hours = world.tap("ada", &now, "No, other time").await;
        let link = ButtonAction::Link("https://streaks.test/zone".to_owned());
        assert!(hours.buttons.iter().flatten().any(|button| button.action == link));
        let set = world.say("ada", "/start z_America--Port-au-Prince").await;
        assert!(set.starts_with("Good. Your day ends at midnight, America/Port-au-Prince time.\n"));
        // Anybody can write such a link: it moves no clock that is known.
        let asked = world.reply_to("ada", "/start z_Asia--Tokyo").await;
        assert_eq!(asked.plain(), "Is it 21:00 where you are?");
        assert!(world.say("ada", "/timezone").await.contains("Port-au-Prince"));
        assert!(world.press("ada", &asked, "Yes, 21:00").await.contains("Asia/Tokyo time."));
        let odd = world.say("ada", "/start z_Moon").await;
        assert!(odd.starts_with("I do not know “Moon”."), "{odd}");
    }

    #[tokio::test]
    async fn a_zone_that_is_typed_leads_back_to_what_was_joined() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        let set = world.reply_to("ada", "/timezone Tokyo").await;
        assert!(set.plain().ends_with("Today still counts."), "{}", set.plain());
        assert!(world.press("ada", &set, "✅ Check in").await.starts_with("✅ Day 1 · Read"));
    }

    #[tokio::test]
    async fn the_fifth_change_in_a_month_is_refused() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin").await;
        for city in ["Tokyo", "Berlin", "Madrid", "Lagos"] {
            world.next_day();
            assert!(world.say("ada", &format!("/timezone {city}")).await.starts_with("Good"));
        }
        assert!(
            world
                .say("ada", "/timezone Cairo")
                .await
                .starts_with("Your time zone has already changed four times")
        );
    }
}
