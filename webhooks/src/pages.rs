//! The pages themselves, and the friendly ones for when there is none.

use crate::about::{About, Moment};
use crate::board::{self, EventView, Ranking};
use crate::matrix::Mark;
use crate::web::Web;
use crate::words::Words;
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, VARY};
use axum::response::{Html, IntoResponse, Response};
use engine::{By, Error, Event};
use std::any::Any;
use std::fmt::Display;

const EVENTS_MAX: i64 = 100;

#[derive(Template)]
#[template(path = "events.html")]
struct EventsPage {
    words: Words,
    public_url: String,
    events: Vec<(About, String)>,
    how_to_begin: String,
}

#[derive(Template)]
#[template(path = "event.html")]
struct EventPage {
    words: Words,
    public_url: String,
    about: About,
    ranking: Ranking,
    updated: Moment,
}

#[derive(Template)]
#[template(path = "event.html", block = "board")]
struct BoardPart<'a> {
    words: Words,
    ranking: &'a Ranking,
    updated: &'a Moment,
}

#[derive(Template)]
#[template(path = "notice.html")]
struct Notice {
    words: Words,
    title: String,
    text: String,
}

#[derive(Template)]
#[template(path = "zone.html")]
struct ZonePage {
    words: Words,
    /// The Telegram bot that takes the zone.
    bot: Option<String>,
    without: String,
}

/// `/`: the events open to all.
pub(crate) async fn events(State(web): State<Web>, words: Words) -> Response {
    answer(words, events_page(web, words).await.map(Some))
}

async fn events_page(web: Web, words: Words) -> Result<EventsPage, Error> {
    let events = web.engine.events().all_public(EVENTS_MAX).await?;
    let members = web.engine.leaderboards().count_members(&events).await?;
    let now = (web.now)();
    let members = |event: &Event| members.get(&event.id).copied().unwrap_or(0);
    Ok(EventsPage {
        words,
        public_url: web.public_url,
        events: events
            .iter()
            .map(|event| (About::of(event, now, words), words.members(members(event))))
            .collect(),
        how_to_begin: words.tell("home-empty", [("command", "/event create".into())]),
    })
}

/// `/e/{slug}`: an event and its leaderboard.
pub(crate) async fn event(
    State(web): State<Web>,
    words: Words,
    slug: Result<Path<String>, PathRejection>,
    RawQuery(query): RawQuery,
) -> Response {
    let Ok(Path(slug)) = slug else { return missing(words).await };
    answer(words, event_page(web, &slug, order(query.as_deref()), words).await)
}

async fn event_page(
    web: Web,
    slug: &str,
    by: By,
    words: Words,
) -> Result<Option<EventPage>, Error> {
    let loaded = board::load(&web, slug, by, words).await?;
    Ok(loaded.map(|EventView { about, ranking, updated }| EventPage {
        words,
        public_url: web.public_url,
        about,
        ranking,
        updated,
    }))
}

/// `/zone`: hands the time zone of a device to a chat; `bot=` is the name of the Telegram bot that takes it.
pub(crate) async fn zone(words: Words, RawQuery(query): RawQuery) -> Response {
    let pairs = query.as_deref().unwrap_or_default().split('&');
    let bot = pairs.filter_map(|pair| pair.strip_prefix("bot=")).next();
    let is_name = |name: &&str| {
        let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        (5..=32).contains(&name.len()) && name.bytes().all(is_letter)
    };
    let without = words.tell("zone-without", [("command", "/timezone".into())]);
    let page = ZonePage { words, bot: bot.filter(is_name).map(str::to_owned), without };
    answer(words, Ok(Some(page)))
}

/// The part of the page that a live view replaces.
pub(crate) fn board_part(view: &EventView, words: Words) -> askama::Result<String> {
    let part = BoardPart { words, ranking: &view.ranking, updated: &view.updated };
    Ok(part.render()?.trim().to_owned())
}

/// The order that a query asks for. Read by hand, so that no query whatever makes an answer of its own.
pub(crate) fn order(query: Option<&str>) -> By {
    let pairs = query.unwrap_or_default().split('&');
    pairs.filter_map(|pair| pair.strip_prefix("by=")).find_map(By::named).unwrap_or_default()
}

/// The one page for everything that is not there, or not for everybody.
pub(crate) async fn missing(words: Words) -> Response {
    notice(StatusCode::NOT_FOUND, "missing", words)
}

/// The page for what broke. Says so in the log, once.
pub(crate) fn fault(error: &dyn Display, words: Words) -> Response {
    tracing::error!(%error, "a page broke");
    notice(StatusCode::INTERNAL_SERVER_ERROR, "fault", words)
}

/// The page for whom no live view is left.
pub(crate) fn busy(words: Words) -> Response {
    notice(StatusCode::SERVICE_UNAVAILABLE, "busy", words)
}

/// The page for a panic, which the panic hook has already told of. It knows no language.
pub(crate) fn panicked(_: Box<dyn Any + Send>) -> Response {
    tracing::error!("a page panicked");
    notice(StatusCode::INTERNAL_SERVER_ERROR, "fault", Words::default())
}

pub(crate) fn notice(status: StatusCode, key: &str, words: Words) -> Response {
    let title = words.say(&format!("{key}-title"));
    let text = words.say(&format!("{key}-text"));
    match (Notice { words, title, text }).render() {
        Ok(html) => html_page(status, html),
        Err(_) => status.into_response(),
    }
}

pub(crate) fn answer<T: Template>(words: Words, made: Result<Option<T>, Error>) -> Response {
    match made.map(|page| page.map(|page| page.render())) {
        Ok(Some(Ok(html))) => html_page(StatusCode::OK, html),
        Ok(Some(Err(error))) => fault(&error, words),
        Ok(None) => notice(StatusCode::NOT_FOUND, "missing", words),
        Err(error) => fault(&error, words),
    }
}

fn html_page(status: StatusCode, html: String) -> Response {
    (status, [(CACHE_CONTROL, "no-cache"), (VARY, "accept-language")], Html(html)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_order_is_the_usual_one() {
        for (query, by) in [
            (None, By::Current),
            (Some("by=total"), By::Total),
            (Some("x=1&by=longest"), By::Longest),
            (Some("by=%00&by=&&&"), By::Current),
        ] {
            assert_eq!(order(query), by, "{query:?}");
        }
    }
}
