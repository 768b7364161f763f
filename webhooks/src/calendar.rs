//! `/calendar/{token}`: the events of a person as a calendar that other programs follow. Its address is a secret, good for
//! nothing else. `/e/{slug}/calendar.ics` is one event, for everybody.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Datelike, Duration};
use engine::rules::{Cadence, Day, Instant, Rules, Weekdays};
use engine::{Event, Membership, Reminder, Scope, When};
use icalendar::{Alarm, Calendar, Component, EventLike, Property};

use crate::api::caller::{self, Caller};
use crate::api::problem::Problem;
use crate::event_page::find;
use crate::pages::{fault, missing, notice};
use crate::web::Web;
use crate::words::Words;

const KIND: &str = "text/calendar; charset=utf-8";
/// The days of a week as calendars call them, from Monday on.
const NAMES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// `GET /calendar/{token}`
pub(crate) async fn calendar(
    State(web): State<Web>,
    words: Words,
    secret: Result<Path<String>, PathRejection>,
) -> Response {
    let secret = secret.map(|Path(secret)| secret).unwrap_or_default();
    let secret = secret.strip_suffix(".ics").unwrap_or(&secret);
    match made(&web, secret, words).await {
        Ok(text) => ([(CONTENT_TYPE, KIND)], text).into_response(),
        Err(problem) if problem.is_ours() => problem.into_response(),
        Err(_) => notice(StatusCode::NOT_FOUND, "missing", words),
    }
}

async fn made(web: &Web, secret: &str, words: Words) -> Result<String, Problem> {
    let Caller { person, token, words } = caller::by_secret(web, secret, words).await?;
    if token.scope != Scope::Calendar {
        return Err(Problem::not_found());
    }
    let now = (web.now)();
    let fault = |error| Problem::of_error(&error, words);
    let mut calendar = Calendar::new().name("Streaks").done();
    for event in web.engine.events().of(person).await.map_err(fault)? {
        let of = Membership { event: event.id, person };
        let reminders = web.engine.reminders().of(of).await.map_err(fault)?;
        calendar.push(entry(web, &event, &reminders, now));
    }
    Ok(calendar.to_string())
}

/// `GET /e/{slug}/calendar.ics`: an event that everybody may see, as a calendar.
pub(crate) async fn of_event(
    State(web): State<Web>,
    words: Words,
    slug: Result<Path<String>, PathRejection>,
) -> Response {
    let slug = slug.map(|Path(slug)| slug).unwrap_or_default();
    match find(&web, &slug, None).await {
        Ok(Some(event)) => {
            let mut calendar = Calendar::new().name(&event.title).done();
            calendar.push(entry(&web, &event, &[], (web.now)()));
            let headers = [(CONTENT_TYPE, KIND), (CACHE_CONTROL, "public, max-age=300")];
            (headers, calendar.to_string()).into_response()
        }
        Ok(None) => missing(words).await,
        Err(error) => fault(&error, words),
    }
}

/// The first day that the rule of a calendar repeats: one that is asked for, and one that every month has.
fn first_day(rules: &Rules) -> Day {
    let days = (0..14).map(|ahead| rules.start.plus(ahead));
    let repeats = |day: &Day| match rules.cadence {
        Cadence::Monthly { .. } => day.date().day() <= 28,
        _ => rules.is_scheduled(*day),
    };
    days.into_iter().find(repeats).unwrap_or(rules.start)
}

fn entry(web: &Web, event: &Event, reminders: &[Reminder], now: Instant) -> icalendar::Event {
    let rules = &event.rules;
    let mut entry = icalendar::Event::new();
    let title = match &event.emoji {
        Some(emoji) => format!("{emoji} {}", event.title),
        None => event.title.clone(),
    };
    entry
        .uid(&format!("{}@streaks", event.id))
        .timestamp(DateTime::from_timestamp(now.0, 0).unwrap_or_default())
        .summary(&title)
        .description(&event.goal)
        .url(&format!("{}/e/{}", web.public_url, event.slug))
        .all_day(first_day(rules).date());
    // Nobody is busy all day for it.
    entry.append_property(Property::new("TRANSP", "TRANSPARENT"));
    let every = match rules.cadence {
        Cadence::Daily { weekdays } if weekdays == Weekdays::ALL => "FREQ=DAILY".to_owned(),
        Cadence::Daily { weekdays } => {
            let names = weekdays.iter().filter_map(|day| NAMES.get(usize::from(day) - 1).copied());
            format!("FREQ=WEEKLY;BYDAY={}", names.collect::<Vec<_>>().join(","))
        }
        Cadence::EveryNDays { n } => format!("FREQ=DAILY;INTERVAL={n}"),
        Cadence::Weekly { .. } => "FREQ=WEEKLY".to_owned(),
        Cadence::Monthly { .. } => "FREQ=MONTHLY".to_owned(),
    };
    let until = rules.end.map(|end| format!(";UNTIL={}", end.date().format("%Y%m%d")));
    entry.append_property(Property::new("RRULE", format!("{every}{}", until.unwrap_or_default())));
    for reminder in reminders {
        if let When::At(time) = reminder.when {
            let after = Duration::minutes(time.minutes());
            entry.alarm(Alarm::display(&title, after));
        }
    }
    entry.done()
}
