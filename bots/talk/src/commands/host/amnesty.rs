//! `/event amnesty` and `/admin amnesty`: excuses days for everybody in an event.

use engine::rules::{Day, Days};
use engine::{Error, Event, Record};

use crate::command::pick_event::{self, Chosen};
use crate::command::{Command, Context, Kind, Param, Right, Who};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply, clean};
use crate::parse::dates::Dates;
use crate::view::{date_question, pictures, sure};

const PARAMS: &[Param] = &[
    Param::new("from", "amnesty-from", Kind::Day).required(),
    Param::new("until", "amnesty-until", Kind::Day),
    Param::new("event", "admin-event", Kind::Event(Who::Seen)),
    Param::new("reason", "admin-reason", Kind::Text { length_max: 200 }),
    sure::PARAM,
];

/// In an event, by its host.
pub const COMMAND: Command = Command {
    params: PARAMS,
    free: Some("from"),
    rest: Some("reason"),
    ..Command::new("event amnesty", "amnesty-about", |ctx| Box::pin(run(ctx, "event-amnesty")))
};

/// The same for whoever manages the place.
pub const ADMIN: Command = Command {
    params: PARAMS,
    free: Some("from"),
    rest: Some("reason"),
    right: Right::Manager,
    ..Command::new("admin amnesty", "amnesty-about", |ctx| Box::pin(run(ctx, "admin-amnesty")))
};

/// `verb` is what a button of a question does.
async fn run(ctx: &Context<'_>, verb: &str) -> Result<Reply, Error> {
    let event = match pick_event::event(ctx, Who::Seen, verb).await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    if !ctx.hosts(&event).await? {
        return Ok(Reply::only(ctx.text("host-only", &[])));
    }
    let today = event.rules.shared_setting().day_of(ctx.now());
    let press = CallbackId::new(verb, Some(event.id), "");
    let (first, last) = match looked_at(ctx) {
        Some(days) => days,
        None => match (day(ctx, "from", today, &press), day(ctx, "until", today, &press)) {
            (Ok(Some(first)), Ok(last)) => (first, last.unwrap_or(first)),
            (Ok(None), Ok(_)) => return Ok(ask_from(ctx, &event, verb)),
            (Err(question), _) | (_, Err(question)) => {
                return Ok(question.secret_if(ctx.is_secret(&event)));
            }
        },
    };
    if last < first {
        return Ok(Reply::only(ctx.text("amnesty-ends-before", &[])));
    }
    let days = Days { first, last };
    let reason = clean(ctx.arg("reason").unwrap_or_default(), 200);
    let detail = format!("{first} – {last} {reason}");
    let (first, last) = (ctx.words.day(first, today), ctx.words.day(last, today));
    if !sure::is_said(ctx) {
        let args = [
            ("title", Arg::Text(&event.title)),
            ("first", Arg::Text(&first)),
            ("last", Arg::Text(&last)),
        ];
        let text = ctx.text("amnesty-sure", &args);
        let mut said = pick_event::said_beside(ctx).await?;
        said.retain(|(name, _)| name != "from" && name != "until");
        let yes = format!("{}{}-{}", sure::YES, days.first.0, days.last.0);
        let press = CallbackId::new(verb, Some(event.id), &yes);
        return Ok(sure::ask(ctx, text, press, &said).secret_if(ctx.is_secret(&event)));
    }
    ctx.engine().events().amnesty(event.id, days, ctx.person.id, ctx.now()).await?;
    let entry = ("amnesty", None, detail.trim());
    ctx.engine()
        .communities()
        .record_audit(Record::of(&event), ctx.person.id, entry, ctx.now())
        .await?;
    let args = [
        ("title", Arg::Text(&event.title)),
        ("first", Arg::Text(&first)),
        ("last", Arg::Text(&last)),
    ];
    let done = Reply::only(ctx.text("amnesty-done", &args)).secret_if(ctx.is_secret(&event));
    Ok(pictures::framed(event.id, done))
}

/// The days of a button that says yes to them.
fn looked_at(ctx: &Context<'_>) -> Option<(Day, Day)> {
    let (first, last) = sure::said(ctx)?.split_once('-')?;
    Some((Day(first.parse().ok()?), Day(last.parse().ok()?)))
}

/// The day that a parameter names, if it does. Where a day behind and one ahead could be meant, it is asked for.
///
/// # Errors
/// The answer to what is no day, or several.
fn day(
    ctx: &Context<'_>,
    name: &str,
    today: Day,
    press: &CallbackId,
) -> Result<Option<Day>, Box<Reply>> {
    let Some(words) = ctx.arg(name) else { return Ok(None) };
    let (back, ahead) = (ctx.read_day(words, today, true), ctx.read_day(words, today, false));
    let read = match (back, ahead) {
        (Some(Dates::Plain(back)), Some(Dates::Plain(ahead))) if back != ahead => {
            Some(Dates::Either(vec![back, ahead]))
        }
        (back, _) => back,
    };
    match read {
        Some(Dates::Plain(day)) => Ok(Some(day)),
        Some(Dates::Either(days)) => {
            Err(Box::new(date_question::asked(ctx, (name, words), &days, press)))
        }
        None => {
            let text = ctx.text("checkin-bad-day", &[("words", Arg::Text(words))]);
            Err(Box::new(Reply::only(text)))
        }
    }
}

/// Without a first day nothing is excused.
fn ask_from(ctx: &Context<'_>, event: &Event, verb: &str) -> Reply {
    let said = ctx.args.iter().filter(|(name, _)| name != "event").cloned();
    let said: Vec<(String, String)> = said.collect();
    let button = |day: &str| {
        let ago = if day == "today" { 0 } else { -1 };
        let date = event.rules.shared_setting().day_of(ctx.now()).plus(ago).to_string();
        let from = [vec![("from".to_owned(), date)], said.clone()].concat();
        let press = CallbackId::new(verb, Some(event.id), "").keeping(&from)?;
        Some(Button::press(ctx.words.plain(&format!("choice-{day}"), &[]), press))
    };
    let ask = ctx.text("amnesty-from-which", &[("title", Arg::Text(&event.title))]);
    let reply = Reply::only(ask).secret_if(ctx.is_secret(event));
    let row: Vec<Button> = ["today", "yesterday"].into_iter().filter_map(button).collect();
    if row.is_empty() { reply } else { reply.with(row) }
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn excused_days_heal_what_they_had_ended() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin").await;
        for _ in 0..4 {
            world.next_day();
        }
        assert!(world.say("ada", "/streak").await.starts_with("Read: at 0"));
        let line =
            "/admin amnesty from:2026-03-02 until:2026-03-04 event:Read reason:holiday sure:yes";
        let done = world.as_manager("boss", line).await;
        assert_eq!(
            done.plain(),
            "Mon 2 Mar to Wed 4 Mar are excused for everybody in Read. Streaks that ended there go on."
        );
        assert!(world.say("ada", "/streak").await.starts_with("Read: 1 day in a row"));
        let ask = world.as_manager("boss", "/admin amnesty event:Read").await;
        assert_eq!(ask.plain(), "From which day is everybody excused in Read? Try from:1 March.");
        let sure = world.press_as_manager("boss", &ask, "yesterday").await;
        assert_eq!(
            sure.plain(),
            "Excuse Wed 4 Mar to Wed 4 Mar for everybody in Read? Days missed then will end no streak, and that stays."
        );
        let done = world.press_as_manager("boss", &sure, "Yes, do it").await;
        assert!(done.plain().starts_with("Wed 4 Mar to Wed 4 Mar are excused"));
        let line = "/admin amnesty from:2026-01-01 until:2026-03-04 event:Read sure:yes";
        let long = world.as_manager("boss", line).await;
        assert_eq!(long.plain(), "That is more days than this event allows.");
    }

    #[tokio::test]
    async fn the_day_that_is_wrong_is_the_one_that_is_named() {
        let world = World::with_event("Read").await;
        let say = async |days: &str| {
            world.as_manager("boss", &format!("/admin amnesty event:Read {days}")).await.plain()
        };
        let until = say("from:2026-03-01 until:soon").await;
        assert!(until.starts_with("I do not know the day “soon”."), "{until}");
        let from = say("from:once until:2026-03-01").await;
        assert!(from.starts_with("I do not know the day “once”."), "{from}");
        let turned = say("from:2026-03-04 until:2026-03-02").await;
        assert_eq!(turned, "The last day is before the first one. Say a later one.");
    }

    #[tokio::test]
    async fn a_host_who_manages_no_place_excuses_days_in_his_event() {
        let world = World::with_event("Read").await;
        let line = "/event amnesty from:yesterday event:Read";
        let refused = world.say("ken", line).await;
        assert_eq!(refused, "Only the people who run the event can do that. Ask its host.");
        let sure = world.reply_to("host", line).await;
        let done = world.press("host", &sure, "Yes, do it").await;
        assert!(done.starts_with("Sat 28 Feb to Sat 28 Feb are excused"), "{done}");
        let ask = world.reply_to("host", "/event amnesty event:Read").await;
        let sure = world.tap("host", &ask, "today").await;
        let done = world.press("host", &sure, "Yes, do it").await;
        assert!(done.starts_with("Sun 1 Mar to Sun 1 Mar are excused"), "{done}");
    }

    #[tokio::test]
    async fn a_date_that_could_be_two_days_excuses_nobody_before_it_is_asked() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        for _ in 0..20 {
            world.next_day();
        }
        // 2026-03-21: the fourth of March has been, the third of April is to come.
        let which = world.reply_to("host", "/event amnesty from:03/04/2026 until:03/05/2026").await;
        assert_eq!(which.plain(), "Which day do you mean by “03/04/2026”?");
        let until = world.tap("host", &which, "Wed 4 Mar").await;
        assert_eq!(until.plain(), "Which day do you mean by “03/05/2026”?");
        let sure = world.tap("host", &until, "Thu 5 Mar").await;
        let done = world.press("host", &sure, "Yes, do it").await;
        assert!(done.contains("Wed 4 Mar") && done.contains("Thu 5 Mar"), "{done}");
        // A weekday is behind, or ahead.
        let which = world.reply_to("host", "/event amnesty from:friday").await;
        assert_eq!(which.plain(), "Which day do you mean by “friday”?");
        assert_eq!(which.buttons[0].len(), 2);
    }
}
