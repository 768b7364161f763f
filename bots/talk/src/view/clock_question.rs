//! The question by which clock somebody lives, its answers, and what comes of them.

use engine::rules::{Setting, Zone};
use engine::{Error, Event, EventId};

use crate::command::{Call, pick_event};
use crate::locale::Arg;
use crate::message::{Button, Choice, Press, Reply, Text};
use crate::parse::{time, zone};
use crate::view::buttons;
use crate::view::interests;

/// Cities offered where several share a clock.
pub(crate) const CITIES: usize = 24;

/// "Is it 14:05 where you are?" for a person whose clock we only guess. The answers lead back to the event.
pub(crate) fn question(call: &Call<'_>, event: Option<EventId>) -> Reply {
    ask(call, event, call.person.setting.zone)
}

fn ask(call: &Call<'_>, event: Option<EventId>, zone: Zone) -> Reply {
    let time = call.wall_time(Setting { zone, ..call.person.setting }, call.now());
    let yes = call.words.plain("button-time-yes", &[("time", Arg::Text(&time))]);
    let other = call.words.plain("button-time-other", &[]);
    Reply::only(call.text("timezone-question", &[("time", Arg::Text(&time))])).with([
        Button::press(yes, Press::new("timezone", event, zone.name())).main(),
        Button::press(other, Press::new("timezone", event, "other")),
    ])
}

/// An answer that leads back to the event that brought the question.
pub(crate) fn answer(call: &Call<'_>, arg: &str) -> Press {
    Press::new("timezone", call.pressed_event(), arg)
}

pub(crate) fn button(call: &Call<'_>, key: &str, arg: &str) -> Button {
    Button::press(call.words.plain(key, &[]), answer(call, arg))
}

/// What a link out of that page says: a zone without slashes.
pub(crate) async fn linked(call: &Call<'_>, zone: &str) -> Result<Reply, Error> {
    let words = zone.replace("--", "/");
    match &zone::find(&words, call.now())[..] {
        // Anybody can write such a link: whoever has a clock already is asked first.
        [zone] if call.person.zone_known && *zone != call.person.setting.zone => {
            Ok(ask(call, None, *zone))
        }
        _ => offer(call, &words).await,
    }
}

/// The only zone is taken; among several the person picks.
pub(crate) async fn offer(call: &Call<'_>, words: &str) -> Result<Reply, Error> {
    match &zone::find(words, call.now())[..] {
        [] => Ok(Reply::only(call.text("timezone-unknown", &[("words", Arg::Text(words))]))),
        [only] => set(call, *only).await,
        several => Ok(ask_city(call, several)),
    }
}

pub(crate) fn ask_city(call: &Call<'_>, zones: &[Zone]) -> Reply {
    let choice = |zone: &Zone| Choice {
        label: zone::label(*zone, call.now()),
        press: answer(call, zone.name()),
    };
    let choices = zones.iter().take(CITIES).map(choice).collect();
    Reply { choices, ..Reply::only(call.text("timezone-which-city", &[])) }
}

pub(crate) async fn set(call: &Call<'_>, zone: Zone) -> Result<Reply, Error> {
    let setting = Setting { zone, ..call.person.setting };
    call.engine().people().move_clock(call.person.id, setting, call.now()).await?;
    let event = match call.pressed_event() {
        // What has just been joined brought the question, wherever the answer comes from.
        None if !call.person.zone_known => {
            pick_event::mine(call).await?.into_iter().map(|mine| mine.event.id).max()
        }
        pressed => pressed,
    };
    let Some(event) = event else {
        let text = ends(call, setting);
        // Whoever has just said hello has not said yet what to look for.
        if !call.person.zone_known {
            let question = interests::interests(call, &call.person.interests);
            return Ok(Reply { text: text.then(question.text), ..question });
        }
        return Ok(Reply::only(text));
    };
    let view = call.engine().memberships().view(call.membership(event), call.now()).await?;
    let standing = view.map(|view| view.life.standing).filter(|standing| standing.member);
    let is_open = standing.as_ref().is_some_and(|standing| !standing.met_today);
    let joined = if standing.is_some() { call.engine().events().get(event).await? } else { None };
    let is_secret = joined.as_ref().is_some_and(|event| call.is_secret(event));
    let text = joined.map_or_else(|| ends(call, setting), |event| ends_in(call, setting, &event));
    let check_in = buttons::check_in(call.words, event);
    let remind = Button::press(
        call.words.plain("button-remind", &[]),
        Press::new("remind", Some(event), "1200"),
    );
    if !is_open {
        return Ok(Reply::only(text).with([remind]).secret_if(is_secret));
    }
    let text = text.beside(call.text("timezone-open", &[]));
    Ok(Reply::only(text).with([check_in, remind]).secret_if(is_secret))
}

/// When a day ends by a clock.
fn ends(call: &Call<'_>, setting: Setting) -> Text {
    let zone = zone::name(setting.zone);
    let zone = ("zone", Arg::Text(&zone));
    match setting.day_start.minutes() {
        0 => call.text("timezone-set", &[zone]),
        minutes => {
            let time = time::clock(minutes);
            call.text("timezone-set-early", &[zone, ("time", Arg::Text(&time))])
        }
    }
}

/// When the days of an event end for the person: its clock counts where it has one for everybody.
fn ends_in(call: &Call<'_>, own: Setting, event: &Event) -> Text {
    let Some(setting) = event.rules.setting() else { return ends(call, own) };
    let end = setting.start_of(setting.day_of(call.now()).plus(1));
    let time = call.wall_time(own, end);
    if time == time::clock(own.day_start.minutes()) {
        return ends(call, own);
    }
    let (zone, clock) = (zone::name(own.zone), zone::name(setting.zone));
    let args = [
        ("zone", Arg::Text(&zone)),
        ("title", Arg::Text(&event.title)),
        ("clock", Arg::Text(&clock)),
        ("time", Arg::Text(&time)),
    ];
    call.text("timezone-set-fixed", &args)
}
