//! `/remind`: a word at one's own times, only while the day is not done.

use engine::rules::reminder::TimeOfDay;
use engine::rules::{Instant, Weekdays};
use engine::{
    DestinationId, Error, Event, EventId, Platform, REMINDERS_MAX, Refusal, Reminder, When,
};

use crate::command::pick_event::{self, Chosen};
use crate::command::refusal::refused_in;
use crate::command::{Command, Context, Kind, Param, Says, Who, pick_person};
use crate::locale::{Arg, Words, is_off};
use crate::message::{Button, CallbackId, Reply, Text};
use crate::parse::times::{self, Times};
use crate::parse::{schedule, time};
use crate::view::{event_card, left_over, pictures};

const SNOOZE_S: i64 = 3600;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("at", "remind-at", Kind::Spoken(Says::Times)),
        Param::new("event", "remind-event", Kind::Event(Who::Mine)),
        Param::new("days", "remind-days", Kind::Spoken(Says::Rhythm)),
        Param::new(
            "via",
            "remind-via",
            Kind::OneOf(&["dm", "channel", "discord", "telegram", "email", "push"]),
        ),
        Param::new("last", "remind-last", Kind::OneOf(&["yes", "no"])),
    ],
    free: Some("at"),
    ..Command::new("remind", "remind-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    if ctx.pressed_event().is_none()
        && let Some(put_off @ ("snooze" | "not-today")) = ctx.pressed_arg()
    {
        return put_all_off(ctx, put_off == "snooze").await;
    }
    let event = match pick_event::event(ctx, Who::Mine, "remind").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    let of = ctx.membership(event.id);
    if !ctx.engine().memberships().of(ctx.person.id).await?.contains(&of) {
        return Ok(refused_in(ctx, Some(event.id), Refusal::NotMember));
    }
    let reply = match ctx.pressed_arg().or(ctx.arg("at")) {
        Some("snooze") => return snooze(ctx, &event).await,
        // Buttons of older reminders say tomorrow.
        Some("not-today" | "tomorrow") => return not_today(ctx, &event).await,
        Some("other") => state(ctx, &event).await?,
        Some(words) if is_off(words) => {
            ctx.engine().reminders().stop(of).await?;
            Reply::only(ctx.text("remind-off", &[("title", Arg::Text(&event.title))]))
                .secret_if(ctx.is_secret(&event))
        }
        None => state(ctx, &event).await?,
        Some(words) => {
            // Whoever taps where the time is shown moves it by an hour.
            let moved = words.strip_prefix('m').and_then(|minutes| minutes.parse::<i64>().ok());
            let pressed = ctx.pressed_arg().and_then(|minutes| minutes.parse().ok());
            let moved = moved.or(pressed);
            match moved.map_or_else(|| read(ctx, &event, words), |minutes| Ok(vec![minutes])) {
                Ok(times) => set(ctx, &event, &times).await?,
                Err(question) => *question,
            }
        }
    };
    let reply = pictures::framed(event.id, reply);
    Ok(if ctx.press.is_some() { reply.replacing() } else { reply })
}

/// `8pm`, `8:00 and 20:00`: minutes since midnight.
///
/// # Errors
/// The answer to what is no time, or could be in the morning and in the evening.
fn read(ctx: &Context<'_>, event: &Event, words: &str) -> Result<Vec<i64>, Box<Reply>> {
    let is_read = |rest: &str| matches!(times::read(ctx.words, rest), Some(Times::Plain(_)));
    let hint = ctx.text("remind-bad-time", &[("words", Arg::Text(words))]);
    let press = CallbackId::new("remind", Some(event.id), "");
    let bad = left_over::answer(ctx, hint, ("at", words), &press, is_read);
    match times::read(ctx.words, words) {
        Some(Times::Plain(times)) if times.len() <= REMINDERS_MAX => {
            Ok(times.into_iter().map(i64::from).collect())
        }
        Some(Times::Either(one, other)) => {
            let said = ctx.args.iter().filter(|(name, _)| name != "at" && name != "event");
            let button = |minutes: u32| {
                let time = time::clock(minutes.into());
                let mut said: Vec<(String, String)> = said.clone().cloned().collect();
                said.push(("at".to_owned(), time.clone()));
                let press = CallbackId::new("remind", Some(event.id), "").keeping(&said)?;
                Some(Button::press(ctx.words.digits(&time), press))
            };
            let (Some(one), Some(other)) = (button(one), button(other)) else {
                return Err(Box::new(bad));
            };
            let ask = ctx.text("remind-which-time", &[("words", Arg::Text(words))]);
            Err(Box::new(Reply::only(ask).with([one, other]).secret_if(ctx.is_secret(event))))
        }
        Some(Times::Plain(_)) | None => Err(Box::new(bad)),
    }
}

/// Where to write: here if this is a channel and that is wanted, otherwise in private, on the platform that is
/// named; for a tap that moves a reminder, where it was.
async fn way(ctx: &Context<'_>, known: &[Reminder]) -> Result<Option<DestinationId>, Error> {
    if let (Some(_), None, Some(first)) = (ctx.pressed_arg(), ctx.arg("via"), known.first()) {
        return Ok(Some(first.destination));
    }
    let platform = match ctx.arg("via") {
        Some("channel") => return ctx.channel().await,
        Some("discord") => Platform::Discord,
        Some("telegram") => Platform::Telegram,
        Some("email") => Platform::Email,
        Some("push") => Platform::Push,
        _ => return ctx.private_destination().await,
    };
    if platform == ctx.request.account.platform {
        return ctx.private_destination().await;
    }
    let known =
        ctx.engine().communities().dm_destination(ctx.person.id, platform, ctx.now()).await?;
    Ok(known.map(|destination| destination.id))
}

/// Why nobody is reminded of an event in this channel; none where they are: a place hears only of what is told there.
async fn kept_out(ctx: &Context<'_>, event: &Event) -> Result<Option<Reply>, Error> {
    let Some(channel) = ctx.channel().await? else {
        return Ok(ctx.is_guest().then(|| Reply::only(ctx.text("announce-guest", &[]))));
    };
    if pick_person::is_silenced(ctx, ctx.person.id).await? {
        return Ok(Some(Reply::only(ctx.text("silenced-here", &[]))));
    }
    if ctx.engine().events().is_told_at(event.id, channel).await? {
        return Ok(None);
    }
    let title = [("title", Arg::Text(&event.title))];
    Ok(Some(Reply::only(ctx.text("remind-not-told", &title))))
}

async fn set(ctx: &Context<'_>, event: &Event, minutes: &[i64]) -> Result<Reply, Error> {
    // What is for few is not spoken of in a channel.
    if ctx.arg("via") == Some("channel") && ctx.is_secret(event) {
        return Ok(Reply::only(ctx.text("remind-not-here", &[])).secret_if(true));
    }
    if ctx.arg("via") == Some("channel")
        && let Some(refusal) = kept_out(ctx, event).await?
    {
        return Ok(refusal);
    }
    let of = ctx.membership(event.id);
    let known = ctx.engine().reminders().of(of).await?;
    if ctx.arg("via") == Some("email") && way(ctx, &[]).await?.is_none() {
        return Ok(Reply::only(ctx.text("remind-no-email", &[])));
    }
    if ctx.arg("via") == Some("push") && way(ctx, &[]).await?.is_none() {
        if !ctx.talk.has_push {
            return Ok(Reply::only(ctx.text("remind-push-unavailable", &[])));
        }
        let settings = format!("{}/me/settings", ctx.talk.public_url);
        let open = Button::link(ctx.words.plain("button-open-settings", &[]), settings);
        return Ok(Reply::only(ctx.text("remind-no-push", &[])).with([open]));
    }
    let wanted = match ctx.arg("via") {
        Some("discord") => Some(Platform::Discord),
        Some("telegram") => Some(Platform::Telegram),
        _ => None,
    };
    if let Some(platform) = wanted {
        let accounts = ctx.engine().people().accounts(ctx.person.id).await?;
        if accounts.iter().all(|account| account.platform != platform) {
            return Ok(Reply::only(ctx.text("remind-not-linked", &[])));
        }
    }
    let Some(destination) = way(ctx, &known).await? else {
        let reply = Reply::only(ctx.text("remind-no-way", &[]));
        let link = ctx.place().deep_link.as_ref().map(|link| format!("{link}e_{}", event.id));
        let open = |link| Button::link(ctx.words.plain("button-open-private", &[]), link);
        return Ok(link.map(open).into_iter().fold(reply, |reply, button| reply.with([button])));
    };
    let kept = known.first().filter(|_| ctx.pressed_arg().is_some());
    let weekdays = match ctx.arg("days") {
        None => kept.map_or(Weekdays::ALL, |reminder| reminder.weekdays),
        Some(words) => match schedule::weekdays(ctx.words, words) {
            Some(weekdays) => weekdays,
            None => {
                let days = [("days", Arg::Text(words))];
                return Ok(Reply::only(ctx.text("create-bad-days", &days)));
            }
        },
    };
    let minutes = minutes.iter().map(|minutes| minutes.rem_euclid(24 * 60));
    let times = in_order(minutes.filter_map(TimeOfDay::from_minutes).collect());
    if ctx.press.is_none()
        && let Some(question) = add_or_replace(ctx, event, &known, &times)
    {
        return Ok(question);
    }
    let has_last_call = match ctx.arg("last") {
        Some(last) => last == "yes",
        None => kept.is_none() || known.iter().any(|reminder| reminder.when == When::LastCall),
    };
    let rule = (weekdays, has_last_call);
    let next = ctx.engine().reminders().set(of, &times, rule, destination, ctx.now()).await?;
    let mut text = said(ctx, event, &times, weekdays);
    for (n, next) in next.into_iter().enumerate() {
        let when = ctx.date_and_time(next);
        let key = if n == 0 { "remind-next" } else { "remind-then" };
        let line = ctx.text(key, &[("when", Arg::Time(next, &when))]);
        text = if n == 0 { text.then(line) } else { text.beside(line) };
    }
    if has_last_call {
        text = text.then(ctx.text("remind-last-call", &[]));
    }
    if let Some(quiet) = ctx.person.quiet
        && times.iter().any(|time| quiet.has(*time))
    {
        let time = |at: TimeOfDay| ctx.words.digits(&at.to_string());
        let (from, to) = (time(quiet.from), time(quiet.to));
        let hours = [("from", Arg::Text(&from)), ("to", Arg::Text(&to))];
        text = text.then(ctx.text("remind-in-quiet", &hours));
    }
    Ok(Reply::only(text).with(earlier_later(ctx, event, &times)).secret_if(ctx.is_secret(event)))
}

fn in_order(mut times: Vec<TimeOfDay>) -> Vec<TimeOfDay> {
    times.sort_unstable_by_key(|time| time.minutes());
    times.dedup();
    times
}

fn shown(words: Words, times: &[TimeOfDay]) -> String {
    let times: Vec<String> = times.iter().map(|time| words.digits(&time.to_string())).collect();
    words.list(times.iter().map(String::as_str))
}

/// The same as a button carries it.
fn carried(times: &[TimeOfDay]) -> String {
    times.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Whether other times are to be kept is asked where some are set; none where that takes more than a button.
fn add_or_replace(
    ctx: &Context<'_>,
    event: &Event,
    known: &[Reminder],
    times: &[TimeOfDay],
) -> Option<Reply> {
    let at = |reminder: &Reminder| match reminder.when {
        When::At(time) => Some(time),
        When::LastCall => None,
    };
    let before = in_order(known.iter().filter_map(at).collect());
    if before.iter().all(|time| times.contains(time)) {
        return None;
    }
    let said = ctx.args.iter().filter(|(name, _)| name != "at" && name != "event");
    let button = |key: &str, times: &[TimeOfDay]| {
        let at = ("at".to_owned(), carried(times));
        let said = said.clone().cloned().chain([at]).chain(ctx.asked());
        let said: Vec<(String, String)> = said.collect();
        let press = CallbackId::new("remind", Some(event.id), "").keeping(&said)?;
        let times = shown(ctx.words, times);
        Some(Button::press(ctx.words.plain(key, &[("times", Arg::Text(&times))]), press))
    };
    let both = in_order([&before[..], times].concat());
    let add = (both.len() <= REMINDERS_MAX).then(|| button("button-times-both", &both));
    let add = match add {
        Some(add) => Some(add?),
        None => None,
    };
    let only = button("button-times-only", times)?;
    let before = shown(ctx.words, &before);
    let args = [("title", Arg::Text(&event.title)), ("times", Arg::Text(&before))];
    let reply = Reply::only(ctx.text("remind-add-or-replace", &args));
    Some(reply.with(add.into_iter().chain([only])).secret_if(ctx.is_secret(event)))
}

/// What is set, in words.
fn said(ctx: &Context<'_>, event: &Event, times: &[TimeOfDay], weekdays: Weekdays) -> Text {
    let shown = shown(ctx.words, times);
    let title = ("title", Arg::Text(&event.title));
    let text = ctx.text("remind-set", &[("time", Arg::Text(&shown)), title]);
    if weekdays == Weekdays::ALL {
        return text;
    }
    let names = event_card::weekday_names(ctx.words, weekdays);
    text.then(ctx.text("remind-only-on", &[("names", Arg::Text(&names))]))
}

/// One time can be moved by taps.
fn earlier_later(ctx: &Context<'_>, event: &Event, times: &[TimeOfDay]) -> Vec<Button> {
    let mut row = vec![];
    if let [only] = times {
        for (key, by) in [("button-earlier", -60), ("button-later", 60)] {
            let minutes = (only.minutes() + by).rem_euclid(24 * 60);
            let press = CallbackId::new("remind", Some(event.id), &format!("m{minutes}"));
            row.push(Button::press(ctx.words.plain(key, &[]), press));
        }
    }
    row.push(off(ctx, event));
    row
}

/// Once more in an hour.
async fn snooze(ctx: &Context<'_>, event: &Event) -> Result<Reply, Error> {
    let view = ctx.engine().memberships().view(ctx.membership(event.id), ctx.now()).await?;
    let Some(view) = view else { return Ok(refused_in(ctx, Some(event.id), Refusal::NotMember)) };
    let ends_at = view.history.clock.end_of(view.life.standing.today);
    put_off(ctx, &[(event.id, ends_at)]).await
}

/// Once more in an hour, of all that is not over by then, unless nobody may write then.
async fn put_off(ctx: &Context<'_>, open: &[(EventId, Instant)]) -> Result<Reply, Error> {
    let then = ctx.now().plus_s(SNOOZE_S);
    if ctx.person.quiet.is_some_and(|quiet| quiet.holds(ctx.person.setting, then)) {
        let quiet = CallbackId::new("settings", None, "quiet");
        let quiet = Button::press(ctx.words.plain("button-quiet", &[]), quiet);
        return Ok(Reply::only(ctx.text("remind-snooze-quiet", &[])).with([quiet]));
    }
    let Some(destination) = ctx.private_destination().await? else {
        return Ok(Reply::only(ctx.text("remind-no-way", &[])));
    };
    let (engine, now) = (ctx.engine(), ctx.now());
    let left = engine.reminders().snooze(ctx.person.id, open, destination, SNOOZE_S, now).await?;
    let key = if left == 0 { "remind-snooze-late" } else { "remind-snoozed" };
    Ok(Reply::only(ctx.text(key, &[])))
}

/// Nothing more before this day is over.
async fn not_today(ctx: &Context<'_>, event: &Event) -> Result<Reply, Error> {
    let of = ctx.membership(event.id);
    ctx.engine().reminders().not_today(of, SNOOZE_S, ctx.now()).await?;
    let title = [("title", Arg::Text(&event.title))];
    Ok(Reply::only(ctx.text("remind-not-today", &title)).secret_if(ctx.is_secret(event)))
}

/// The same for every event that is open and reminds.
async fn put_all_off(ctx: &Context<'_>, for_an_hour: bool) -> Result<Reply, Error> {
    let mut open = vec![];
    for mine in pick_event::mine(ctx).await? {
        let of = ctx.membership(mine.event.id);
        if !mine.view.is_open_today() || ctx.engine().reminders().of(of).await?.is_empty() {
            continue;
        }
        if for_an_hour {
            let standing = &mine.view.life.standing;
            open.push((mine.event.id, mine.view.history.clock.end_of(standing.today)));
        } else {
            ctx.engine().reminders().not_today(of, SNOOZE_S, ctx.now()).await?;
        }
    }
    if for_an_hour {
        return put_off(ctx, &open).await;
    }
    ctx.engine().reminders().stop_snoozes(ctx.person.id, SNOOZE_S, ctx.now()).await?;
    Ok(Reply::only(ctx.text("remind-none-today", &[])))
}

async fn state(ctx: &Context<'_>, event: &Event) -> Result<Reply, Error> {
    let reminders = ctx.engine().reminders().of(ctx.membership(event.id)).await?;
    let title = ("title", Arg::Text(&event.title));
    let buttons = [8 * 60, 12 * 60, 20 * 60, 22 * 60].map(|minutes| {
        let label = ctx.words.digits(&time::clock(minutes));
        Button::press(label, CallbackId::new("remind", Some(event.id), &minutes.to_string()))
    });
    let mut times: Vec<TimeOfDay> = reminders
        .iter()
        .filter_map(|reminder| match reminder.when {
            When::At(time) => Some(time),
            When::LastCall => None,
        })
        .collect();
    times.sort_unstable_by_key(|time| time.minutes());
    if times.is_empty() {
        let text = ctx.text("remind-none", &[title]);
        return Ok(Reply::only(text).with(buttons).secret_if(ctx.is_secret(event)));
    }
    let weekdays = reminders.first().map_or(Weekdays::ALL, |reminder| reminder.weekdays);
    Ok(Reply::only(said(ctx, event, &times, weekdays))
        .with(buttons)
        .with(earlier_later(ctx, event, &times))
        .secret_if(ctx.is_secret(event)))
}

fn off(ctx: &Context<'_>, event: &Event) -> Button {
    Button::press(
        ctx.words.plain("button-remind-off", &[]),
        CallbackId::new("remind", Some(event.id), "off"),
    )
}

#[cfg(test)]
mod tests {
    use crate::message::Reply;
    use crate::testing::world::World;

    fn is_board(told: &str) -> bool {
        told.starts_with("📅")
    }

    #[tokio::test]
    async fn a_reminder_is_set_shown_and_switched_off() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        let set = world.reply_to("ada", "/remind 8pm").await;
        assert_eq!(
            set.plain(),
            "I will remind you of Read at 20:00, if it is not done by then.\nNext time: Sun 1 Mar 20:00 · Mon 2 Mar 20:00 · Tue 3 Mar 20:00\nIf a streak is about to end, I write once more two hours before."
        );
        assert!(
            world.say("ada", "/remind").await.starts_with("I will remind you of Read at 20:00")
        );
        assert!(world.press("ada", &set, "+1 h").await.contains("Read at 21:00"));
        assert_eq!(world.press("ada", &set, "Stop reminding").await, "No more reminders for Read.");
        assert_eq!(
            world.say("ada", "/remind").await,
            "No reminder for Read yet. When should I write?"
        );
        assert!(
            world
                .say("ada", "/remind at:teatime")
                .await
                .starts_with("I cannot read the time “teatime”.")
        );
    }

    #[tokio::test]
    async fn several_times_on_some_days_and_none_in_the_quiet_hours() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        let set = world.say("ada", "/remind at:\"8:00, 8pm\" days:mon,tue").await;
        assert_eq!(
            set,
            "I will remind you of Read at 08:00, 20:00, if it is not done by then.\nOnly on Monday, Tuesday.\nNext time: Mon 2 Mar 08:00 · Mon 2 Mar 20:00 · Tue 3 Mar 08:00\nIf a streak is about to end, I write once more two hours before."
        );
        world.say("ada", "/settings quiet:19-22").await;
        world.next_day();
        // Monday noon: the morning's reminder is told, the evening falls into the quiet hours.
        assert_eq!(world.notices_at("2026-03-02T08:00:30Z").await.len(), 1);
        assert!(world.notices_at("2026-03-02T20:00:30Z").await.iter().all(|told| is_board(told)));
        assert!(world.notices_at("2026-03-04T08:00:30Z").await.iter().all(|told| is_board(told)));
    }

    #[tokio::test]
    async fn several_events_at_one_time_are_one_message() {
        let mut world = World::with_event("Read").await;
        world.say("host", "/event create Run").await;
        world.say("host", "/event create Swim").await;
        for title in ["Read", "Run", "Swim"] {
            world.say("ada", &format!("/join {title}")).await;
            world.say("ada", &format!("/checkin {title}")).await;
            world.say("ada", &format!("/remind event:{title} at:20:00")).await;
        }
        let reminders = |told: Vec<Reply>| -> Vec<Reply> {
            told.into_iter().filter(|told| !is_board(&told.plain())).collect()
        };
        world.now = world.now.plus_s((24 + 8) * 3600 + 30);
        let told = reminders(world.notices().await);
        let [together] = &told[..] else { panic!("one message: {told:#?}") };
        assert_eq!(
            together.plain(),
            "3 events are still open:
• Read · day 2
• Run · day 2
• Swim · day 2"
        );
        let done = world.tap("ada", together, "✅ Run").await;
        assert!(done.plain().starts_with("✅ Day 2 · Run") && !done.replaces);
        world.press("ada", together, "In an hour").await;
        world.now = world.now.plus_s(3600);
        let again: Vec<String> =
            world.told().await.into_iter().filter(|told| !is_board(told)).collect();
        assert_eq!(again, ["2 events are still open:\n• Read · day 2\n• Swim · day 2"]);
        let off = world.press("ada", together, "Not today").await;
        assert_eq!(off, "No more reminders today.");
    }

    #[tokio::test]
    async fn a_week_that_is_done_is_reminded_of_no_more() {
        let mut world = World::new().await;
        world.say("host", "/event create Run days:\"2 times a week\"").await;
        world.say("ada", "/join").await;
        // Monday, and a reminder each evening.
        world.next_day();
        world.say("ada", "/checkin").await;
        world.say("ada", "/remind 20:00").await;
        let own = |told: Vec<String>| told.into_iter().filter(|told| !is_board(told)).count();
        assert_eq!(own(world.notices_at("2026-03-03T20:00:30Z").await), 1);
        world.say("ada", "/checkin").await;
        for at in ["2026-03-04T20:00:30Z", "2026-03-05T20:00:30Z", "2026-03-08T20:00:30Z"] {
            assert_eq!(own(world.notices_at(at).await), 0, "{at}");
        }
        let told = world.notices_at("2026-03-09T20:00:30Z").await;
        assert!(told.iter().any(|told| told.contains("Run") && !is_board(told)), "{told:?}");
    }

    #[tokio::test]
    async fn in_a_channel_it_says_for_whom_it_is() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/remind at:20:00 via:channel").await;
        let told = world.notices_at("2026-03-01T20:00:30Z").await;
        assert!(told.iter().any(|told| told.starts_with("ada, this is for you:\n")), "{told:?}");
        world.say("ada", "/remind at:20:00 via:dm").await;
        world.closes_messages("ada").await;
        let told = world.notices_at("2026-03-02T20:00:30Z").await;
        assert!(told.iter().all(|told| is_board(told)), "{told:?}");
    }

    #[tokio::test]
    async fn a_channel_is_reminded_of_what_is_told_there_alone() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/remind at:20:00 via:channel").await;
        world.as_manager("boss", "/event announce event:Read here:no").await;
        world.now = world.now.plus_s(8 * 3600 + 30);
        let told = world.told_where().await;
        let is_of_it = |(at, said): &(String, String)| at == "channel" && said.contains("Read");
        assert!(!told.iter().any(is_of_it), "what is set ends too: {told:?}");
        let refused = world.say("ada", "/remind at:20:00 event:Read via:channel").await;
        assert_eq!(
            refused,
            "Read is not told here, so nobody is reminded of it here. Whoever runs it or this place can change that with /event announce; /remind via:dm writes to you alone."
        );
        world.as_manager("boss", "/event announce event:Read").await;
        let set = world.say("ada", "/remind at:20:00 event:Read via:channel").await;
        assert!(set.starts_with("I will remind you of Read at 20:00"), "{set}");
    }

    #[tokio::test]
    async fn whoever_was_reminded_in_a_channel_that_hears_no_more_is_reminded_in_private() {
        let ends = [
            ("/event announce event:Read here:no", None),
            ("/admin silence Read", None),
            ("/admin silence", Some("ada")),
        ];
        for (line, whom) in ends {
            let mut world = World::with_event("Read").await;
            world.say("ada", "/join").await;
            world.say("ada", "/remind at:20:00 via:channel").await;
            match whom {
                Some(whom) => world.to_as_manager("boss", line, whom).await,
                None => world.as_manager("boss", line).await,
            };
            world.now = world.now.plus_s(8 * 3600 + 30);
            let told = world.told_where().await;
            let here = told.iter().filter(|(_, said)| said.contains("this is for you")).count();
            let alone = told.iter().filter(|(at, said)| at == "ada" && said.contains("Read"));
            assert_eq!((here, alone.count()), (0, 1), "{line}: {told:?}");
        }
    }

    #[tokio::test]
    async fn a_tap_moves_the_time_and_nothing_else() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        let set = world.reply_to("ada", "/remind at:20:00 days:mon last:no").await;
        assert!(!set.plain().contains("once more two hours"), "{}", set.plain());
        let later = world.press("ada", &set, "+1 h").await;
        assert!(later.contains("21:00") && later.contains("Only on Monday."), "{later}");
        assert!(!later.contains("once more two hours"), "{later}");
    }

    #[tokio::test]
    async fn what_is_for_few_is_not_spoken_of_in_a_channel() {
        let mut world = World::with_event("Diary").await;
        world.say("ada", "/join").await;
        world.in_private("ada", "/start").await;
        world.say("ada", "/remind at:20:00 via:channel").await;
        world.say("host", "/event edit Diary visibility:invite").await;
        let refused = world.say("ada", "/remind at:20:00 event:Diary via:channel").await;
        assert!(refused.starts_with("That event is not for everybody"), "{refused}");
        let told = world.notices_at("2026-03-01T20:00:30Z").await;
        assert!(told.iter().any(|told| told.contains("Diary")), "{told:?}");
        assert!(told.iter().all(|told| !told.contains("this is for you")), "{told:?}");
    }

    #[tokio::test]
    async fn nothing_is_put_off_beyond_its_day_or_into_quiet_hours() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/remind 23:30").await;
        world.now = world.now.plus_s((11 * 60 + 30) * 60 + 30);
        let reminder = world.last_notice().await;
        assert_eq!(
            world.press("ada", &reminder, "In an hour").await,
            "The day is over before that. Tomorrow is another one."
        );
        world.say("ada", "/settings quiet:22-7").await;
        let quiet = world.press("ada", &reminder, "In an hour").await;
        assert_eq!(quiet, "That would be within your quiet hours.");
        let asked = world.reply_to("ada", "/remind 22:30").await;
        let set = world.press("ada", &asked, "Only 22:30").await;
        assert!(set.ends_with(
            "I keep quiet from 22:00 to 07:00, as you asked: only a last call comes then."
        ));
    }

    #[tokio::test]
    async fn what_is_put_off_comes_to_whoever_the_account_belongs_to_by_then() {
        let mut world = World::with_event("Read").await;
        world.in_private("ada", "/streak").await;
        for line in ["/join Read", "/remind at:20:00 via:dm last:no"] {
            world.say("ken.tg", line).await;
        }
        world.now = world.now.plus_s(8 * 3600 + 30);
        let reminder = world.last_notice().await;
        world.tap("ken.tg", &reminder, "In an hour").await;
        world.link("ada", "ken.tg").await;
        let told = world.notices_at("2026-03-01T21:01:00Z").await;
        assert!(told.iter().any(|told| told.contains("Read")), "{told:?}");
    }

    #[tokio::test]
    async fn whoever_says_not_today_hears_of_it_tomorrow() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin").await;
        world.say("ada", "/remind 8:00, 20:00").await;
        // Tomorrow, half a minute past eight.
        world.now = world.now.plus_s(20 * 3600 + 30);
        let reminder = world.last_notice().await;
        world.tap("ada", &reminder, "In an hour").await;
        let answer = world.press("ada", &reminder, "Not today").await;
        assert_eq!(answer, "No more reminders for Read today.");
        for at in ["2026-03-02T09:01:00Z", "2026-03-02T20:00:30Z", "2026-03-02T22:00:30Z"] {
            assert!(world.notices_at(at).await.iter().all(|told| is_board(told)), "{at}");
        }
        assert!(!world.notices_at("2026-03-03T08:00:30Z").await.iter().all(|told| is_board(told)));
    }

    #[tokio::test]
    async fn a_time_beside_others_is_added_or_takes_their_place() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join Read").await;
        world.say("ada", "/remind 9:00, 21:00").await;
        let asked = world.reply_to("ada", "/remind 20:00").await;
        assert_eq!(
            asked.plain(),
            "You are reminded of Read at 09:00, 21:00 already. What shall it be?"
        );
        let both = world.press("ada", &asked, "Add: 09:00, 20:00, 21:00").await;
        assert!(both.starts_with("I will remind you of Read at 09:00, 20:00, 21:00"), "{both}");
        let only = world.press("ada", &asked, "Only 20:00").await;
        assert!(only.starts_with("I will remind you of Read at 20:00"), "{only}");
    }

    #[tokio::test]
    async fn times_are_read_as_people_say_them_or_asked_about() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join Read").await;
        for (said, shown) in [
            ("8am and 8pm", "08:00, 20:00"),
            ("halb acht abends", "19:30"),
            ("20 Uhr", "20:00"),
            ("noon", "12:00"),
        ] {
            world.say("ada", "/remind Read off").await;
            let set = world.say("ada", &format!("/remind event:Read at:\"{said}\"")).await;
            assert!(
                set.starts_with(&format!("I will remind you of Read at {shown}")),
                "{said}: {set}"
            );
        }
        let which = world.reply_to("ada", "/remind event:Read at:\"at 8\" days:weekdays").await;
        assert_eq!(which.plain(), "Do you mean “at 8” in the morning or in the evening?");
        let set = world.press("ada", &which, "20:00").await;
        assert!(set.starts_with("I will remind you of Read at 20:00"), "{set}");
        assert!(set.contains("Monday, Tuesday, Wednesday, Thursday, Friday"), "{set}");
        for odd in ["in the evening", "before 8pm", "8am or 8pm", "25:00"] {
            let said = world.say("ada", &format!("/remind event:Read at:\"{odd}\"")).await;
            assert!(said.contains(odd) && !said.contains("I will remind"), "{odd}: {said}");
        }
    }
}
