//! `/settings`: everything about oneself, on one panel.

pub(crate) mod blocks;

use engine::rules::reminder::TimeOfDay;
use engine::rules::{DayStart, Instant};
use engine::{Account, Error, Quiet};

use crate::command::{Command, Context, Kind, Param};
use crate::locale::{Arg, Words, texts};
use crate::message::{Button, CallbackId, Reply, Text};
use crate::parse::{number, time, times, zone};
use crate::view::interests;
use crate::view::languages;
use crate::view::link;
use crate::view::templates::CATEGORIES;

pub const COMMAND: Command = Command {
    params: &[
        Param::new(
            "language",
            "settings-language",
            Kind::OneOf(&["auto", "en", "de", "es", "hi", "ja", "ar"]),
        ),
        Param::new("day_start", "settings-day-start", Kind::Text { length_max: 5 }),
        Param::new("quiet", "settings-quiet", Kind::Text { length_max: 20 }),
        Param::new("nudges", "settings-nudges", Kind::OneOf(&["yes", "no"])),
        Param::new("cheers", "settings-cheers", Kind::OneOf(&["yes", "no"])),
        Param::new("milestones", "settings-milestones", Kind::OneOf(&["yes", "no"])),
        Param::new("block", "settings-block", Kind::Person),
        Param::new("interest", "settings-interest", Kind::OneOf(CATEGORIES)),
    ],
    alone: true,
    ..Command::new("settings", "settings-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let panel = match ctx.pressed_arg() {
        Some("languages") => return Ok(languages::ask(ctx, "settings").replacing()),
        Some("interests") => {
            return Ok(interests::interests(ctx, &ctx.person.interests).replacing());
        }
        Some("day") => return Ok(day_starts(ctx).replacing()),
        Some("quiet") => return Ok(quiet_times(ctx).replacing()),
        Some("blocks") => return Ok(blocks::list(ctx).await?.replacing()),
        Some(pressed) => {
            let (name, value) = pressed.split_once('=').unwrap_or((pressed, ""));
            change(ctx, name, value).await?
        }
        None => {
            const NAMES: [&str; 7] =
                ["language", "day_start", "quiet", "nudges", "cheers", "milestones", "interest"];
            let mut answered = None;
            if ctx.arg("block").is_some() {
                answered = Some(blocks::turn(ctx).await?);
            }
            for name in NAMES {
                if let Some(value) = ctx.arg(name) {
                    answered = Some(change(ctx, name, value).await?);
                }
            }
            match answered {
                Some(answered) => answered,
                None => return panel(ctx).await,
            }
        }
    };
    Ok(if ctx.press.is_some() { panel.replacing() } else { panel })
}

/// Changes one thing, and says what is now.
async fn change(ctx: &Context<'_>, name: &str, value: &str) -> Result<Reply, Error> {
    let (engine, person) = (ctx.engine(), ctx.person.id);
    match name {
        "language" => {
            let locale = Some(value).filter(|value| *value != "auto");
            engine.people().set_locale(person, locale).await?;
            let words = Words::of(locale.unwrap_or(ctx.request.locale()));
            Ok(Reply::only(words.text("settings-language-set", &[])))
        }
        "day_start" => {
            let minutes =
                time::clock_time(value).or(number::alone(value).map(|hour| i64::from(hour) * 60));
            let start = minutes.filter(|m| (0..=360).contains(m)).and_then(DayStart::from_minutes);
            let Some(day_start) = start else {
                return Ok(Reply {
                    text: ctx.text("settings-bad-day-start", &[]),
                    ..day_starts(ctx)
                });
            };
            engine.people().move_day_start(person, day_start, ctx.now()).await?;
            let time = ctx.words.digits(&time::clock(day_start.minutes()));
            Ok(Reply::only(ctx.text("settings-day-start-set", &[("time", Arg::Text(&time))])))
        }
        "quiet" => {
            if texts::is_off(value) {
                engine.people().set_quiet(person, None).await?;
                return Ok(Reply::only(ctx.text("settings-quiet-off", &[])));
            }
            let time = |minutes: u32| TimeOfDay::from_minutes(minutes.into());
            let quiet = times::quiet(ctx.words, value)
                .and_then(|(from, to)| Some(Quiet { from: time(from)?, to: time(to)? }));
            let Some(quiet) = quiet else {
                return Ok(Reply { text: ctx.text("settings-bad-quiet", &[]), ..quiet_times(ctx) });
            };
            engine.people().set_quiet(person, Some(quiet)).await?;
            let shown = |time: TimeOfDay| ctx.words.digits(&time.to_string());
            let (from, to) = (shown(quiet.from), shown(quiet.to));
            let args = [("from", Arg::Text(&from)), ("to", Arg::Text(&to))];
            Ok(Reply::only(ctx.text("settings-quiet-set", &args)))
        }
        "nudges" => {
            engine.people().allow_nudges(person, value == "yes").await?;
            let key = if value == "yes" { "settings-nudges-on" } else { "settings-nudges-off" };
            Ok(Reply::only(ctx.text(key, &[])))
        }
        "cheers" => {
            engine.people().allow_cheers(person, value == "yes").await?;
            let key = if value == "yes" { "settings-cheers-on" } else { "settings-cheers-off" };
            Ok(Reply::only(ctx.text(key, &[])))
        }
        "unblock" => blocks::lift(ctx, value).await,
        "milestones" => {
            let is_told = value == "yes";
            engine.people().share_milestones(person, is_told).await?;
            let key = if is_told { "settings-milestones-on" } else { "settings-milestones-off" };
            Ok(Reply::only(ctx.text(key, &[])))
        }
        "interest" if CATEGORIES.contains(&value) => {
            let chosen = engine.people().turn_interest(person, value).await?;
            Ok(interests::interests(ctx, &chosen))
        }
        _ => panel(ctx).await,
    }
}

async fn panel(ctx: &Context<'_>) -> Result<Reply, Error> {
    let person = &ctx.person;
    let language = ctx.words.plain("language-name", &[]);
    let zone = zone::name(person.setting.zone);
    let start = ctx.words.digits(&time::clock(person.setting.day_start.minutes()));
    let quiet = match person.quiet {
        Some(quiet) => ctx.words.digits(&format!("{}–{}", quiet.from, quiet.to)),
        None => ctx.words.plain("settings-none", &[]),
    };
    let accounts = ctx.engine().people().accounts_since(person.id).await?;
    let today = person.setting.day_of(ctx.now());
    let account = |(account, since): &(Account, Instant)| {
        let platform = link::platform(ctx.words, account.platform);
        let name = link::named(account);
        let day = ctx.words.day(person.setting.day_of(*since), today);
        let args = [
            ("platform", Arg::Text(&platform)),
            ("name", Arg::Text(&name)),
            ("day", Arg::Text(&day)),
        ];
        ctx.text("settings-line-account", &args)
    };
    let line = |key: &str, value: &str| ctx.text(key, &[("value", Arg::Text(value))]);
    let choice = |is: bool| ctx.words.plain(if is { "choice-yes" } else { "choice-no" }, &[]);
    let text: Text = [
        ctx.text("settings-heading", &[("name", Arg::Text(&person.name))]),
        line("settings-line-language", &language),
        line("settings-line-zone", &zone),
        line("settings-line-day", &start),
        // From one time to another, in the direction of the line.
        ctx.text("settings-line-quiet", &[("value", Arg::Ours(&quiet))]),
        line("settings-line-nudges", &choice(person.allow_nudges)),
        line("settings-line-cheers", &choice(person.allow_cheers)),
        line("settings-line-milestones", &choice(person.share_milestones)),
        line("settings-line-shown", &choice(!person.hidden)),
    ]
    .into_iter()
    .chain(accounts.iter().map(account))
    .fold(Text::default(), Text::then);
    let press = |verb: &str, key: &str, arg: &str| {
        Button::press(ctx.words.plain(key, &[]), CallbackId::new(verb, None, arg))
    };
    let (nudge_key, nudges) = match person.allow_nudges {
        true => ("button-nudges-off", "nudges=no"),
        false => ("button-nudges-on", "nudges=yes"),
    };
    let (cheer_key, cheers) = match person.allow_cheers {
        true => ("button-cheers-off", "cheers=no"),
        false => ("button-cheers-on", "cheers=yes"),
    };
    let (milestone_key, milestones) = match person.share_milestones {
        true => ("button-milestones-off", "milestones=no"),
        false => ("button-milestones-on", "milestones=yes"),
    };
    let panel = Reply::only(text)
        .with([
            press("settings", "button-language", "languages"),
            press("timezone", "button-zone", "other"),
            press("settings", "button-day-start", "day"),
        ])
        .with([
            press("settings", "button-quiet", "quiet"),
            press("settings", "button-interests", "interests"),
            press("settings", "button-blocks", "blocks"),
        ])
        .with([
            press("settings", nudge_key, nudges),
            press("settings", cheer_key, cheers),
            press("settings", milestone_key, milestones),
        ])
        .with([
            press("profile", "button-profile", ""),
            press("link", "button-link", ""),
            press("privacy", "button-privacy", ""),
        ]);
    let accounts: Vec<Account> = accounts.into_iter().map(|(account, _)| account).collect();
    // Who somebody is elsewhere is for them alone.
    let panel = panel.secret_if(accounts.len() > 1);
    let part = link::part_buttons(ctx.words, &accounts);
    Ok(if part.is_empty() { panel } else { panel.with(part) })
}

fn day_starts(ctx: &Context<'_>) -> Reply {
    let button = |hour: i64| {
        let press = CallbackId::new("settings", None, &format!("day_start={hour}"));
        Button::press(ctx.words.digits(&time::clock(hour * 60)), press)
    };
    let buttons: Vec<Button> = (0..=6).map(button).collect();
    let question = Reply::only(ctx.text("settings-which-day-start", &[]));
    buttons.chunks(4).fold(question, |reply, row| reply.with(row.to_vec()))
}

fn quiet_times(ctx: &Context<'_>) -> Reply {
    let button = |times: &str| {
        Button::press(
            times.replace('-', "–"),
            CallbackId::new("settings", None, &format!("quiet={times}")),
        )
    };
    let off = ctx.words.plain("settings-none", &[]);
    let off = Button::press(off, CallbackId::new("settings", None, "quiet=off"));
    Reply::only(ctx.text("settings-which-quiet", &[])).with([
        button("21:00-07:00"),
        button("22:00-07:00"),
        button("23:00-08:00"),
        off,
    ])
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn the_panel_shows_and_changes_what_is_set() {
        let world = World::new().await;
        let panel = world.reply_to("ada", "/settings").await;
        assert!(panel.plain().starts_with("Settings of ada\nLanguage: English\nTime zone: UTC"));
        let languages = world.tap("ada", &panel, "Language").await;
        let set = world.tap("ada", &languages, "Deutsch").await;
        assert_eq!(set.plain(), "Gut, ab jetzt auf Deutsch.");
        assert!(world.say("ada", "/streak").await.starts_with("Du bist noch"));
        world.say("ada", "/settings language:auto").await;
        assert_eq!(
            world.say("ada", "/settings quiet:22:00-7").await,
            "I keep quiet from 22:00 to 07:00."
        );
        assert_eq!(
            world.say("ada", "/settings quiet:off").await,
            "You have no quiet hours any more."
        );
        assert_eq!(
            world.say("ada", "/settings day_start:3").await,
            "Your day now begins at 03:00. In events on each member’s own clock, what you do before that counts for the day before."
        );
        assert!(world.say("ada", "/settings day_start:noon").await.starts_with("A day can begin"));
        assert!(world.say("ada", "/settings quiet:sometimes").await.starts_with("I cannot read"));
    }

    #[tokio::test]
    async fn accounts_are_listed_with_the_day_from_which_on_they_are_theirs() {
        let mut world = World::new().await;
        let alone = world.reply_to("ada", "/settings").await;
        assert!(alone.plain().ends_with("Discord: ada, since Sun 1 Mar"), "{}", alone.plain());
        assert!(!alone.secret);
        world.next_day();
        world.link("ada", "ada2.tg").await;
        let panel = world.reply_to("ada", "/settings").await;
        let lines = "Discord: ada, since Sun 1 Mar\nTelegram: ada2, since Mon 2 Mar";
        assert!(panel.plain().ends_with(lines), "{}", panel.plain());
        assert!(panel.secret, "nobody else reads who somebody is elsewhere");
        let sure = world.tap("ada", &panel, "Unlink Telegram · ada2").await;
        assert!(sure.plain().starts_with("Unlink ada2 on Telegram?"), "{}", sure.plain());
        assert!(world.say("ada", "/settings").await.contains("Telegram: ada2"));
        let parted = world.press("ada", &sure, "Yes, do it").await;
        assert!(parted.starts_with("ada2 on Telegram is now on its own"), "{parted}");
        assert!(!world.say("ada", "/settings").await.contains("Telegram: ada2"));
    }

    #[tokio::test]
    async fn milestones_that_somebody_keeps_to_himself_are_told_nowhere() {
        let mut world = World::with_event("Read").await;
        world.as_manager("ada", "/admin setup budget:lively").await;
        let panel = world.reply_to("ada", "/settings").await;
        let kept = world.press("ada", &panel, "Keep milestones to me").await;
        assert_eq!(kept, "Your milestones stay with you. Badges and roles still come.");
        let mut told = vec![];
        for name in ["ada", "ken"] {
            world.say(name, "/join").await;
        }
        for _ in 0..3 {
            for name in ["ada", "ken"] {
                world.say(name, "/checkin").await;
            }
            told.extend(world.told().await);
            world.next_day();
        }
        told.retain(|told| told.starts_with('🎉'));
        assert_eq!(told, ["🎉 ken: 3 days in a row at Read"]);
        assert!(world.say("ada", "/badges").await.contains("Read: 🏅 3"));
    }

    #[tokio::test]
    async fn milestones_are_told_again_when_that_is_wanted() {
        let world = World::new().await;
        world.say("ada", "/settings milestones:no").await;
        let panel = world.reply_to("ada", "/settings").await;
        assert!(panel.plain().contains("Milestones are shared: no"), "{}", panel.plain());
        let told = world.press("ada", &panel, "Share my milestones").await;
        assert_eq!(told, "Others will hear of your milestones.");
        assert!(world.say("ada", "/settings").await.contains("Milestones are shared: yes"));
    }

    #[tokio::test]
    async fn interests_are_turned_over_by_a_tap() {
        let world = World::new().await;
        let panel = world.reply_to("ada", "/settings").await;
        let all = world.tap("ada", &panel, "Interests").await;
        let one = world.tap("ada", &all, "Moving").await;
        assert!(one.buttons.iter().flatten().any(|button| button.label == "☑ Moving"));
        let none = world.tap("ada", &one, "☑ Moving").await;
        assert!(none.buttons.iter().flatten().all(|button| !button.label.starts_with('☑')));
    }
}
