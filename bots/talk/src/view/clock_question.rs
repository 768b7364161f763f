//! The question by which clock somebody lives, its answers, and what comes of them.

use engine::rules::{Setting, Zone};
use engine::{Error, Event, EventId, Refusal};

use crate::command::refusal::refused;
use crate::command::{Context, pick_event};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Choice, Reply, Text};
use crate::parse::time;
use crate::parse::zone::{self, Zones};
use crate::view::buttons;
use crate::view::interests;

/// Cities offered where several share a clock.
pub(crate) const CITIES: usize = 24;

/// "Is it 14:05 where you are?" for a person whose clock we only guess. The answers lead back to the event.
pub(crate) fn question(ctx: &Context<'_>, event: Option<EventId>) -> Reply {
    ask(ctx, event, ctx.person.setting.zone)
}

fn ask(ctx: &Context<'_>, event: Option<EventId>, zone: Zone) -> Reply {
    // By which clock somebody lives is asked where they alone read it.
    if let (true, Some(link)) = (ctx.is_read_by_all(), &ctx.place().deep_link) {
        let label = ctx.words.plain("button-open-private", &[]);
        let open = Button::link(label, format!("{link}hello"));
        return Reply::only(ctx.text("clock-in-private", &[])).with([open]);
    }
    let time = ctx.wall_time(Setting { zone, ..ctx.person.setting }, ctx.now());
    let yes = ctx.words.plain("button-time-yes", &[("time", Arg::Text(&time))]);
    let other = ctx.words.plain("button-time-other", &[]);
    Reply::only(ctx.text("timezone-question", &[("time", Arg::Text(&time))])).with([
        Button::press(yes, CallbackId::new("timezone", event, zone.name())).main(),
        Button::press(other, CallbackId::new("timezone", event, "other")),
    ])
}

/// An answer that leads back to the event that brought the question.
pub(crate) fn answer(ctx: &Context<'_>, arg: &str) -> CallbackId {
    CallbackId::new("timezone", ctx.pressed_event(), arg)
}

pub(crate) fn button(ctx: &Context<'_>, key: &str, arg: &str) -> Button {
    Button::press(ctx.words.plain(key, &[]), answer(ctx, arg))
}

/// What a link out of that page says: a zone without slashes.
pub(crate) async fn linked(ctx: &Context<'_>, zone: &str) -> Result<Reply, Error> {
    let words = zone.replace("--", "/");
    match zone::read(&words, ctx.now()) {
        // Anybody can write such a link: whoever has a clock already is asked first.
        Some(Zones::Plain(zone)) if ctx.person.zone_known && zone != ctx.person.setting.zone => {
            Ok(ask(ctx, None, zone))
        }
        _ => offer(ctx, &words).await,
    }
}

/// The only zone is taken; among several the person picks.
pub(crate) async fn offer(ctx: &Context<'_>, words: &str) -> Result<Reply, Error> {
    match zone::read(words, ctx.now()) {
        None => Ok(Reply::only(ctx.text("timezone-unknown", &[("words", Arg::Text(words))]))),
        Some(Zones::Plain(only)) => set(ctx, only).await,
        Some(Zones::Either(several)) => Ok(ask_city(ctx, &several)),
    }
}

pub(crate) fn ask_city(ctx: &Context<'_>, zones: &[Zone]) -> Reply {
    let choice = |zone: &Zone| Choice {
        label: zone::label(*zone, ctx.now()),
        press: answer(ctx, zone.name()),
    };
    let choices = zones.iter().take(CITIES).map(choice).collect();
    Reply { choices, ..Reply::only(ctx.text("timezone-which-city", &[])) }
}

/// The clock has been changed too often: when it may be again.
pub(crate) async fn limit(ctx: &Context<'_>) -> Result<Reply, Error> {
    let opens = ctx.engine().people().clock_opens_again(ctx.person.id, ctx.now()).await?;
    let Some(opens) = opens else { return Ok(refused(ctx, Refusal::TzLimit)) };
    let when = ctx.date_and_time(opens);
    Ok(Reply::only(ctx.text("timezone-limit", &[("when", Arg::Time(opens, &when))])))
}

pub(crate) async fn set(ctx: &Context<'_>, zone: Zone) -> Result<Reply, Error> {
    let setting = Setting { zone, ..ctx.person.setting };
    ctx.engine().people().move_clock(ctx.person.id, setting, ctx.now()).await?;
    let event = match ctx.pressed_event() {
        // What has just been joined brought the question, wherever the answer comes from.
        None if !ctx.person.zone_known => {
            pick_event::mine(ctx).await?.into_iter().map(|mine| mine.event.id).max()
        }
        pressed => pressed,
    };
    let Some(event) = event else {
        let text = ends(ctx, setting);
        // Whoever has just said hello has not said yet what to look for.
        if !ctx.person.zone_known {
            let question = interests::interests(ctx, &ctx.person.interests);
            return Ok(Reply { text: text.then(question.text), ..question });
        }
        return Ok(Reply::only(text));
    };
    let view = ctx.engine().memberships().view(ctx.membership(event), ctx.now()).await?;
    let standing = view.map(|view| view.life.standing).filter(|standing| standing.member);
    let is_open = standing.as_ref().is_some_and(|standing| !standing.met_today);
    let joined = if standing.is_some() { ctx.engine().events().get(event).await? } else { None };
    let is_secret = joined.as_ref().is_some_and(|event| ctx.is_secret(event));
    let text = joined.map_or_else(|| ends(ctx, setting), |event| ends_in(ctx, setting, &event));
    let check_in = buttons::check_in(ctx.words, event);
    let remind = Button::press(
        ctx.words.plain("button-remind", &[]),
        CallbackId::new("remind", Some(event), "1200"),
    );
    if !is_open {
        return Ok(Reply::only(text).with([remind]).secret_if(is_secret));
    }
    let text = text.beside(ctx.text("timezone-open", &[]));
    Ok(Reply::only(text).with([check_in, remind]).secret_if(is_secret))
}

/// When a day ends by a clock.
fn ends(ctx: &Context<'_>, setting: Setting) -> Text {
    let zone = zone::name(setting.zone);
    let zone = ("zone", Arg::Text(&zone));
    match setting.day_start.minutes() {
        0 => ctx.text("timezone-set", &[zone]),
        minutes => {
            let time = ctx.words.digits(&time::clock(minutes));
            ctx.text("timezone-set-early", &[zone, ("time", Arg::Text(&time))])
        }
    }
}

/// When the days of an event end for the person: its clock counts where it has one for everybody.
fn ends_in(ctx: &Context<'_>, own: Setting, event: &Event) -> Text {
    let Some(setting) = event.rules.setting() else { return ends(ctx, own) };
    let end = setting.start_of(setting.day_of(ctx.now()).plus(1));
    let time = ctx.wall_time(own, end);
    if time == ctx.words.digits(&time::clock(own.day_start.minutes())) {
        return ends(ctx, own);
    }
    let (zone, clock) = (zone::name(own.zone), zone::name(setting.zone));
    let args = [
        ("zone", Arg::Text(&zone)),
        ("title", Arg::Text(&event.title)),
        ("clock", Arg::Text(&clock)),
        ("time", Arg::Text(&time)),
    ];
    ctx.text("timezone-set-fixed", &args)
}
