//! The pages themselves, and the friendly ones for when there is none.

use crate::about::About;
use crate::languages::Languages;
use crate::query::{Query, written};
use crate::web::{Links, Web};
use crate::words::{ASKED, Words};
use askama::Template;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, VARY};
use axum::http::{StatusCode, Uri};
use axum::response::{Html, IntoResponse, Redirect, Response};
use engine::{Error, Event, Glance, Search};
use fluent_bundle::FluentValue;
use std::any::Any;
use std::cmp::Reverse;
use std::fmt::Display;
use talk::CATEGORIES;

/// Events of a page, and pages.
const EVENTS_MAX: i64 = 50;
const PAGES_MAX: i64 = 100;
/// By what they can be ordered: the newest first, or the largest of the newest.
const ORDERS: [&str; 2] = ["newest", "members"];
const SORTED_MAX: i64 = 200;

#[derive(Template)]
#[template(path = "events.html")]
struct EventsPage {
    words: Words,
    languages: Languages,
    public_url: String,
    events: Vec<Listed>,
    /// Whether these are not simply all of them.
    is_sought: bool,
    sought: String,
    categories: Vec<Choice>,
    orders: Vec<Choice>,
    /// Whether those are shown that are over, and where the others are.
    over: bool,
    other: String,
    /// Whether somebody's name stands here, or may: then search engines are asked to leave the page out.
    names_people: bool,
    before: Option<String>,
    next: Option<String>,
    how_to_begin: String,
    links: Links,
}

/// An event in the list.
struct Listed {
    about: About,
    members: String,
    in_today: Option<String>,
    first: Option<String>,
}

struct Choice {
    name: &'static str,
    label: String,
    is_current: bool,
}

#[derive(Template)]
#[template(path = "notice.html")]
struct Notice {
    words: Words,
    title: String,
    text: String,
    onward: Option<Onward>,
}

/// Where else a notice leads.
pub(crate) struct Onward {
    pub address: String,
    pub label: String,
}

/// A page with one button, which does what the page says.
#[derive(Template)]
#[template(path = "press.html")]
pub(crate) struct Press {
    pub words: Words,
    pub title: String,
    pub text: String,
    pub button: String,
}

#[derive(Template)]
#[template(path = "api.html")]
struct ApiPage {
    words: Words,
    languages: Languages,
}

#[derive(Template)]
#[template(path = "zone.html")]
struct ZonePage {
    words: Words,
    /// The Telegram bot that takes the zone.
    bot: Option<String>,
    without: String,
}

/// `/`: the events that everybody may see, with `q`, `category`, `order`, `over` and `page`.
pub(crate) async fn events(
    State(web): State<Web>,
    words: Words,
    languages: Languages,
    query: Query,
) -> Response {
    answer(words, events_page(&web, &query, words, languages).await.map(Some))
}

async fn events_page(
    web: &Web,
    query: &Query,
    words: Words,
    languages: Languages,
) -> Result<EventsPage, Error> {
    let sought = query.get("q").unwrap_or_default();
    let category = query.get("category").filter(|category| CATEGORIES.contains(category));
    let over = query.get("over").is_some();
    let page = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    let page: i64 = i64::clamp(page, 1, PAGES_MAX);
    let by_members = query.get("order") == Some(ORDERS[1]);
    let skip = (page - 1) * EVENTS_MAX;
    // One more tells whether there is another page.
    let (skip, most) = if by_members { (0, SORTED_MAX) } else { (skip, EVENTS_MAX + 1) };
    let search = Search { words: sought, category, liked: &[], skip, most };
    let mut events = web.engine.events().public(search, over).await?;
    if by_members {
        let members = web.engine.leaderboards().count_members(&events).await?;
        events.sort_by_key(|event| Reverse(members.get(&event.id).copied()));
        events.drain(..events.len().min(((page - 1) * EVENTS_MAX) as usize));
    }
    let more = events.len() > EVENTS_MAX as usize && page < PAGES_MAX;
    events.truncate(EVENTS_MAX as usize);
    let now = (web.now)();
    let mut glances = web.engine.leaderboards().glance(&events, now).await?;
    let names = |first: &[String]| words.list(first.iter().map(String::as_str));
    let listed = |event: &Event| {
        let Glance { members, in_today, first } = glances.remove(&event.id).unwrap_or_default();
        let in_today = in_today.filter(|count| *count > 0);
        Listed {
            about: About::of(event, now, words),
            members: words.members(members),
            in_today: in_today.map(|count| words.tell("in-today", [("count", count.into())])),
            first: (!first.is_empty())
                .then(|| words.tell("first-place", [("names", names(&first).into())])),
        }
    };
    let events: Vec<Listed> = events.iter().map(listed).collect();
    let names_people = over || events.iter().any(|event| event.first.is_some());
    let address = |page: i64, over: bool| {
        let page = (page > 1).then(|| page.to_string());
        let values = [
            ("q", Some(sought).filter(|sought| !sought.is_empty())),
            ("category", category),
            ("order", by_members.then_some(ORDERS[1])),
            ("over", over.then_some("yes")),
            ("page", page.as_deref()),
            (ASKED, words.asked()),
        ];
        format!(
            "/?{}",
            written(values.into_iter().filter_map(|(name, value)| Some((name, value?))))
        )
    };
    let named = |name: &&'static str| {
        let label = words.chat().plain(&format!("choice-{name}"), &[]);
        Choice { name, label, is_current: category == Some(name) }
    };
    let order = |name: &&'static str| Choice {
        name,
        label: words.say(&format!("order-of-{name}")),
        is_current: by_members == (*name == ORDERS[1]),
    };
    Ok(EventsPage {
        words,
        languages,
        public_url: web.public_url.clone(),
        events,
        is_sought: !sought.is_empty() || category.is_some() || page > 1,
        sought: sought.to_owned(),
        categories: CATEGORIES.iter().map(named).collect(),
        orders: ORDERS.iter().map(order).collect(),
        over,
        other: address(1, !over),
        names_people,
        before: (page > 1).then(|| address(page - 1, over)),
        next: more.then(|| address(page + 1, over)),
        how_to_begin: words.tell("home-empty", [("command", "/event create".into())]),
        links: (web.links)(),
    })
}

/// `/zone`: hands the time zone of a device to a chat; `bot=` is the name of the Telegram bot that takes it, if it is ours.
pub(crate) async fn zone(State(web): State<Web>, words: Words, query: Query) -> Response {
    // With the name of another bot our page would hand the zone to strangers.
    let is_wanted =
        |name: &String| query.get("bot").is_some_and(|bot| bot.eq_ignore_ascii_case(name));
    let bot = (web.links)().telegram_name.filter(is_wanted);
    let without = words.tell("zone-without", [("command", "/timezone".into())]);
    answer(words, Ok(Some(ZonePage { words, bot, without })))
}

/// `/api`: the description of the API as a page on which it can be tried.
pub(crate) async fn api(words: Words, languages: Languages) -> Response {
    answer(words, Ok(Some(ApiPage { words, languages })))
}

/// What no route leads to. An address with a slash at its end means the one without it, whatever is there.
pub(crate) async fn nowhere(address: Uri, words: Words) -> Response {
    match without_slash(&address) {
        // It may have a code in it.
        Some(meant) => ([(CACHE_CONTROL, "no-store")], Redirect::permanent(&meant)).into_response(),
        None => missing(words).await,
    }
}

/// None where it begins like the name of another host, `//` or `/\`.
fn without_slash(address: &Uri) -> Option<String> {
    let path = address.path().strip_suffix('/')?;
    let is_ours = path.strip_prefix('/')?.starts_with(|c: char| c.is_ascii_alphanumeric());
    let query = address.query().map(|query| format!("?{query}")).unwrap_or_default();
    is_ours.then(|| format!("{path}{query}"))
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
    notice_with(status, key, words, [])
}

/// The same, where the text takes values.
pub(crate) fn notice_with<const N: usize>(
    status: StatusCode,
    key: &str,
    words: Words,
    values: [(&'static str, FluentValue<'_>); N],
) -> Response {
    notice_onward(status, key, words, values, None)
}

/// The same, where it leads somewhere else, too.
pub(crate) fn notice_onward<const N: usize>(
    status: StatusCode,
    key: &str,
    words: Words,
    values: [(&'static str, FluentValue<'_>); N],
    onward: Option<Onward>,
) -> Response {
    let title = words.say(&format!("{key}-title"));
    let text = words.tell(&format!("{key}-text"), values);
    match (Notice { words, title, text, onward }).render() {
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
