//! `/u/{person}`: somebody's streaks in events that everybody may see, with a year as a matrix; and that matrix as a picture
//! for other pages. Who keeps out of rankings has no page, and neither has who is in no such event.

use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, VARY};
use axum::response::{IntoResponse, Response};
use chrono::{Datelike, NaiveDate};
use engine::rules::Day;
use engine::rules::matrix::tally;
use engine::{Error, Event, Membership, Person, PersonId, View, Visibility};

use crate::languages::Languages;
use crate::matrix::{self, Activity, Mark, Square};
use crate::pages::{answer, fault, missing};
use crate::query::Query;
use crate::web::Web;
use crate::words::Words;

/// Events that are shown.
const EVENTS_MAX: usize = 50;
/// Years that can be looked back at.
const YEARS_MAX: i32 = 10;
/// Pixels from one square of the picture to the next, and of a square.
const STEP: usize = 13;
const SIDE: usize = 11;
/// A picture is drawn by its own style, and by nothing else.
const PICTURE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";
const KEPT: &str = "public, max-age=300";

#[derive(Template)]
#[template(path = "person.html")]
struct PersonPage {
    words: Words,
    languages: Languages,
    id: PersonId,
    name: String,
    about: String,
    /// Whether others may know of their milestones.
    shares_badges: bool,
    rows: Vec<Row>,
    /// The event that is shown, and the years of which one is.
    shown: Row,
    years: Vec<Year>,
    activity: Activity,
}

struct Year {
    /// As it stands in an address, and as it is read.
    number: i32,
    label: String,
    is_current: bool,
}

/// Somebody in an event.
#[derive(Clone)]
struct Row {
    slug: String,
    title: String,
    /// In what its streaks are counted, where that is not days.
    counted_in: Option<String>,
    current: String,
    longest: String,
    total: String,
    /// Lengths that were reached.
    badges: Vec<String>,
}

#[derive(Template)]
#[template(path = "matrix.svg", escape = "html")]
struct Picture {
    label: String,
    theme: &'static str,
    width: usize,
    height: usize,
    side: usize,
    squares: Vec<Placed>,
}

/// A square of the picture.
struct Placed {
    x: usize,
    y: usize,
    square: Square,
}

/// Somebody who has a page, with what it shows.
struct Shown {
    person: Person,
    events: Vec<(Event, View)>,
    /// Which of them is looked at.
    at: usize,
    year: i32,
    years: Vec<i32>,
}

impl Shown {
    fn event(&self) -> &(Event, View) {
        &self.events[self.at]
    }

    /// The weeks of the year, as far as they have come.
    fn weeks(&self, words: Words) -> (Day, Day) {
        let (first, last) = (day(self.year, 1, 1), day(self.year, 12, 31));
        let today = self.event().1.life.standing.today;
        (matrix::week_start(first, words), last.min(today).max(first))
    }
}

/// `GET /u/{person}`, with `event` and `year`.
pub(crate) async fn person(
    State(web): State<Web>,
    (words, languages): (Words, Languages),
    id: Result<Path<String>, PathRejection>,
    query: Query,
) -> Response {
    let shown = find(&web, id, &query).await;
    answer(words, shown.map(|shown| shown.map(|shown| page(shown, words, languages))))
}

/// `GET /u/{person}/matrix.svg`, with `event`, `year` and `theme`: `light`, `dark`, or as the reader likes it.
pub(crate) async fn matrix(
    State(web): State<Web>,
    words: Words,
    id: Result<Path<String>, PathRejection>,
    query: Query,
) -> Response {
    let shown = match find(&web, id, &query).await {
        Ok(Some(shown)) => shown,
        Ok(None) => return missing(words).await,
        Err(error) => return fault(&error, words),
    };
    let theme = match query.get("theme") {
        Some("light") => "light",
        Some("dark") => "dark",
        _ => "auto",
    };
    match picture(&shown, theme, words).render() {
        Ok(svg) => {
            let headers = [
                (CONTENT_TYPE, "image/svg+xml"),
                (CONTENT_SECURITY_POLICY, PICTURE_POLICY),
                (CACHE_CONTROL, KEPT),
                (VARY, "accept-language"),
            ];
            (headers, svg).into_response()
        }
        Err(error) => fault(&error, words),
    }
}

async fn find(
    web: &Web,
    id: Result<Path<String>, PathRejection>,
    query: &Query,
) -> Result<Option<Shown>, Error> {
    let Some(id) = id.ok().and_then(|Path(id)| id.parse::<PersonId>().ok()) else {
        return Ok(None);
    };
    let Some(person) = web.engine.people().get(id).await? else { return Ok(None) };
    if person.hidden {
        return Ok(None);
    }
    let now = (web.now)();
    let mut events = web.engine.events().of(id).await?;
    events.retain(|event| event.visibility == Visibility::Public);
    events.truncate(EVENTS_MAX);
    let wanted = query.get("event");
    let at = events.iter().position(|event| Some(event.slug.as_str()) == wanted).unwrap_or(0);
    let Some(event) = events.get(at) else { return Ok(None) };
    let this = event.rules.shared_setting().day_of(now).date().year();
    let first = event.rules.start.date().year().max(this - YEARS_MAX + 1).min(this);
    let years: Vec<i32> = (first..=this).rev().collect();
    let year = query.get("year").and_then(|year| year.parse().ok());
    let year = year.filter(|year| years.contains(year)).unwrap_or(this);
    let of = |event: &Event| Membership { event: event.id, person: id };
    let known = web.engine.memberships();
    let others: Vec<Membership> = events.iter().map(of).collect();
    let mut views = known.views(&others, now).await?;
    // The first week begins in the year before, wherever weeks begin.
    let since = day(year, 1, 1).plus(-6);
    let whole = known.views_since(&[of(event)], since, now).await?;
    views.extend(whole);
    let with_view = |event: Event| {
        let view = views.remove(&of(&event))?;
        Some((event, view))
    };
    let slug = event.slug.clone();
    let events: Vec<(Event, View)> = events.into_iter().filter_map(with_view).collect();
    let at = events.iter().position(|(event, _)| event.slug == slug);
    Ok(at.map(|at| Shown { person, events, at, year, years }))
}

/// A day of a year, all of which have it.
fn day(year: i32, month: u32, day: u32) -> Day {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default().into()
}

fn row((event, view): &(Event, View), words: Words) -> Row {
    let standing = &view.life.standing;
    Row {
        slug: event.slug.clone(),
        title: event.title.clone(),
        counted_in: words.counted_in(event),
        current: words.number(standing.current),
        longest: words.number(standing.longest),
        total: words.number(standing.total),
        badges: view.life.badges.keys().map(|length| words.number(*length)).collect(),
    }
}

fn page(shown: Shown, words: Words, languages: Languages) -> PersonPage {
    let (event, view) = shown.event();
    let activity = Activity::over(&event.title, (event, view), shown.weeks(words), words);
    let year = |year: &i32| Year {
        number: *year,
        label: words.chat().digits(&year.to_string()),
        is_current: *year == shown.year,
    };
    PersonPage {
        words,
        languages,
        id: shown.person.id,
        name: shown.person.name.clone(),
        about: shown.person.about.clone(),
        shares_badges: shown.person.share_milestones,
        rows: shown.events.iter().map(|of| row(of, words)).collect(),
        shown: row(shown.event(), words),
        years: shown.years.iter().map(year).collect(),
        activity,
    }
}

fn picture(shown: &Shown, theme: &'static str, words: Words) -> Picture {
    let (event, view) = shown.event();
    let (first, last) = shown.weeks(words);
    let squares = matrix::squares(view, first, last, words);
    let tallied = tally(&view.life, first, last);
    let label = words.tell(
        "matrix-label",
        [
            ("name", shown.person.name.as_str().into()),
            ("title", event.title.as_str().into()),
            ("year", words.chat().digits(&shown.year.to_string()).into()),
            ("done", tallied.met.into()),
            ("asked", tallied.asked.into()),
            ("bonus", tallied.bonus.into()),
            ("span", talk::period(&event.rules).into()),
        ],
    );
    let weeks = squares.len().div_ceil(7);
    let placed = |(n, square): (usize, Square)| Placed { x: n / 7 * STEP, y: n % 7 * STEP, square };
    Picture {
        label,
        theme,
        width: weeks * STEP,
        height: 7 * STEP,
        side: SIDE,
        squares: squares.into_iter().enumerate().map(placed).collect(),
    }
}
