//! `/e/{slug}`: an event, its leaderboard, and what whoever is signed in can do about it.

use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, VARY};
use axum::response::Response;
use engine::rules::Instant;
use engine::{Asker, By, Cursor, Deed, Error, Event, Membership, PersonId, ProofRule, Visibility};

use crate::about::{About, Moment};
use crate::badge;
use crate::board::{self, EventView, OwnPlace, Ranking};
use crate::languages::Languages;
use crate::look::Look;
use crate::matrix::{Activity, Mark};
use crate::me::{nonce, press};
use crate::pages::answer;
use crate::query::Query;
use crate::visitor::{SignedIn, Visitor, is_slug};
use crate::web::{Links, Web};
use crate::words::Words;

/// When a command of a host makes sense.
#[derive(Clone, Copy)]
enum When {
    Always,
    GoingOn,
    Over,
    Contest,
    /// Where members ask to be let in, or show that they did it.
    Reviewed,
}

const HOSTING: [(&str, When); 7] = [
    ("edit", When::GoingOn),
    ("invite", When::GoingOn),
    ("review", When::Reviewed),
    ("record", When::Always),
    ("winners", When::Contest),
    ("again", When::Over),
    ("end", When::GoingOn),
];

#[derive(Template)]
#[template(path = "event.html")]
struct EventPage {
    words: Words,
    languages: Languages,
    public_url: String,
    about: About,
    ranking: Ranking,
    updated: Moment,
    /// Where the page hears of changes; none where it shows what is not for everybody, or not the beginning.
    live: Option<String>,
    ways_in: Option<WaysIn>,
    mine: Option<Mine>,
    /// Where the activity of everybody is.
    everybody: String,
    /// The picture that goes with a link to the page.
    preview: Option<String>,
}

#[derive(Template)]
#[template(path = "event.html", block = "board")]
struct BoardPart<'a> {
    words: Words,
    ranking: &'a Ranking,
    updated: &'a Moment,
    everybody: &'a str,
}

#[derive(Template)]
#[template(path = "activity.html")]
struct ActivityPage {
    words: Words,
    languages: Languages,
    about: About,
    activities: Vec<Activity>,
    next: Option<String>,
    first: Option<String>,
}

/// How somebody who is not signed in gets into an event that goes on.
struct WaysIn {
    discord: Option<String>,
    telegram: Option<String>,
}

/// What whoever is signed in sees of themselves.
struct Mine {
    /// Proves that a form is ours.
    mark: String,
    key: String,
    /// What they can do now: what the button says when it is pressed, and its words.
    press: Option<(String, String)>,
    place: Option<OwnPlace>,
    /// What whoever runs it can do: what each button says when it is pressed, and its words.
    hosting: Vec<(String, String)>,
}

/// The event with this name in addresses, if whoever looks may see it.
pub(crate) async fn find(
    web: &Web,
    slug: &str,
    person: Option<PersonId>,
) -> Result<Option<Event>, Error> {
    if is_slug(slug) { web.engine.events().at(slug, person).await } else { Ok(None) }
}

/// `/e/{slug}`
pub(crate) async fn event(
    State(web): State<Web>,
    (words, languages): (Words, Languages),
    visitor: Visitor,
    slug: Result<Path<String>, PathRejection>,
    query: Query,
) -> Response {
    // What is no text is the name of no event.
    let slug = slug.map(|Path(slug)| slug).unwrap_or_default();
    let is_signed_in = visitor.0.is_some();
    let page = event_page(&web, &slug, visitor.0, &query, (words, languages)).await;
    for_visitor(answer(words, page), is_signed_in)
}

async fn event_page(
    web: &Web,
    slug: &str,
    visitor: Option<SignedIn>,
    query: &Query,
    (words, languages): (Words, Languages),
) -> Result<Option<EventPage>, Error> {
    let person = visitor.as_ref().map(|visitor| visitor.person.id);
    let Some(event) = find(web, slug, person).await? else { return Ok(None) };
    let now = (web.now)();
    let is_over = event.is_over(now);
    let look = Look::of(query, &event, now);
    let after = place(query);
    let EventView { about, ranking, updated } =
        board::load(web, &event, look, after, words).await?;
    let is_public = event.visibility == Visibility::Public;
    let live = (is_public && after.is_none() && look.is_running())
        .then(|| format!("/e/{}/live?{}", event.slug, look.query(None, words)));
    let (mut ways_in, mut mine) = (None, None);
    match visitor {
        Some(visitor) => mine = Some(own(web, &event, look, &visitor, words).await?),
        None if !is_over => {
            let Links { discord, telegram, telegram_name: _ } = (web.links)();
            let telegram = telegram.map(|bot| format!("{bot}?start=e_{}", event.id));
            ways_in = Some(WaysIn { discord, telegram });
        }
        None => {}
    }
    let everybody = activity_address(&event.slug, look, words);
    let preview = if is_public { badge::preview_address(web, &event).await? } else { None };
    let public_url = web.public_url.clone();
    Ok(Some(EventPage {
        words,
        languages,
        public_url,
        about,
        ranking,
        updated,
        live,
        ways_in,
        mine,
        everybody,
        preview,
    }))
}

async fn own(
    web: &Web,
    event: &Event,
    look: Look,
    visitor: &SignedIn,
    words: Words,
) -> Result<Mine, Error> {
    let (now, person) = ((web.now)(), visitor.person.id);
    let of = Membership { event: event.id, person };
    let view = web.engine.memberships().view(of, now).await?;
    let view = view.filter(|view| view.life.standing.member);
    let button = match &view {
        _ if event.is_over(now) => None,
        None => Some(("join", "me-join")),
        Some(view) if view.is_open_today() && !view.life.standing.met_today => {
            Some(("checkin", "me-check-in"))
        }
        Some(_) => None,
    };
    let is_host = web.engine.authorize(Asker::person(person), Deed::Host(event)).await?;
    let hosting = if is_host { hosting(event, now, words) } else { vec![] };
    let place = match view {
        Some(_) => board::own_place(web, event, look, person, words).await?,
        None => None,
    };
    Ok(Mine {
        mark: visitor.form_mark(),
        key: nonce()?,
        press: button.map(|(verb, label)| (press(verb, event), words.say(label))),
        place,
        hosting,
    })
}

/// The commands of a host, as the chat has them.
fn hosting(event: &Event, now: Instant, words: Words) -> Vec<(String, String)> {
    let is_over = event.is_over(now);
    let shown = HOSTING.into_iter().filter(|(_, when)| match when {
        When::Always => true,
        When::GoingOn => !is_over,
        When::Contest => event.is_contest(),
        When::Reviewed => event.approval || event.proof != ProofRule::None,
        When::Over => is_over,
    });
    let button = |(name, _): (&str, When)| {
        (press(&format!("event-{name}"), event), words.say(&format!("hosting-{name}")))
    };
    shown.map(button).collect()
}

/// `/e/{slug}/activity`: the last weeks of everybody, in the order of the leaderboard.
pub(crate) async fn activity(
    State(web): State<Web>,
    (words, languages): (Words, Languages),
    visitor: Visitor,
    slug: Result<Path<String>, PathRejection>,
    query: Query,
) -> Response {
    let slug = slug.map(|Path(slug)| slug).unwrap_or_default();
    let person = visitor.0.as_ref().map(|visitor| visitor.person.id);
    let page = activity_page(&web, &slug, person, &query, (words, languages)).await;
    for_visitor(answer(words, page), person.is_some())
}

async fn activity_page(
    web: &Web,
    slug: &str,
    person: Option<PersonId>,
    query: &Query,
    (words, languages): (Words, Languages),
) -> Result<Option<ActivityPage>, Error> {
    let Some(event) = find(web, slug, person).await? else { return Ok(None) };
    let now = (web.now)();
    let look = Look::of(query, &event, now);
    let after = place(query);
    let (activities, next) = board::activities(web, &event, look, after, words).await?;
    let first = after.map(|_| look.query(None, words));
    let about = About::of(&event, now, words);
    Ok(Some(ActivityPage { words, languages, about, activities, next, first }))
}

/// The part of the page that a live view replaces.
pub(crate) fn board_part(view: &EventView, words: Words) -> askama::Result<String> {
    let everybody = activity_address(&view.about.slug, view.ranking.look, words);
    let (ranking, updated) = (&view.ranking, &view.updated);
    let part = BoardPart { words, ranking, updated, everybody: &everybody };
    Ok(part.render()?.trim().to_owned())
}

fn activity_address(slug: &str, look: Look, words: Words) -> String {
    format!("/e/{slug}/activity?{}", look.query(None, words))
}

/// Where a page of a ranking begins.
fn place(query: &Query) -> Option<Cursor> {
    query.get("after").and_then(|after| after.parse().ok())
}

/// What was made for whoever is signed in is kept for nobody else.
pub(crate) fn for_visitor(mut response: Response, is_signed_in: bool) -> Response {
    let headers = response.headers_mut();
    headers.insert(VARY, HeaderValue::from_static("accept-language, cookie"));
    if is_signed_in {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}
