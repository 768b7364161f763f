//! Events, and their leaderboards.

use axum::Json;
use axum::extract::State;
use engine::{Cursor, Question, Search};
use serde::Serialize;
use talk::CATEGORIES;
use utoipa::{IntoParams, ToSchema};

use crate::api::body::In;
use crate::api::caller::{Anybody, event};
use crate::api::problem::{Problem, Problems};
use crate::api::shapes::{EventShape, RankShape};
use crate::look::Look;
use crate::query::Query;
use crate::web::Web;

/// Rows of an answer, where nothing else is asked for, and at most.
const ROWS: u32 = 50;
const ROWS_MAX: u32 = 100;
/// Events that can be paged through.
const EVENTS_MAX: i64 = 5_000;

/// What to look for.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "it describes what `Query` reads")]
pub(crate) struct Sought {
    /// Words of the title.
    q: Option<String>,
    /// One of `move`, `read`, `learn`, `health`, `mind`, `create`, `home`, `other`.
    category: Option<String>,
    /// `true` for those that are over.
    over: Option<bool>,
    /// Where the page begins: `next` of the page before.
    after: Option<String>,
    /// Events of a page, at most 100.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
}

/// A page of events.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EventPage {
    pub events: Vec<EventShape>,
    /// Where the next page begins; none after the last one.
    pub next: Option<String>,
}

/// The events that everybody may see, the newest first.
#[utoipa::path(
    get,
    path = "/events",
    operation_id = "list_events",
    params(Sought),
    tag = "events",
    responses((status = 200, description = "A page of events.", body = EventPage), Problems),
    security((), ("token" = []))
)]
pub(crate) async fn list(
    State(web): State<Web>,
    Anybody(_, words): Anybody,
    query: Query,
) -> Result<Json<EventPage>, Problem> {
    let most = i64::from(limit(&query)?);
    let skip: i64 = match query.given("after") {
        Some(after) => after.parse().map_err(|_| Problem::bad("after: no page gave this"))?,
        None => 0,
    };
    let category = query.get("category");
    if category.is_some_and(|category| !CATEGORIES.contains(&category)) {
        return Err(Problem::bad(format!("category: one of {}", CATEGORIES.join(", "))));
    }
    let over = match query.given("over") {
        None | Some("false") => false,
        Some("true") => true,
        Some(_) => return Err(Problem::bad("over: true or false")),
    };
    if !(0..EVENTS_MAX).contains(&skip) {
        return Err(Problem::bad("after: no page gave this"));
    }
    let words_sought = query.get("q").unwrap_or_default();
    let search = Search { words: words_sought, category, liked: &[], skip, most: most + 1 };
    let fault = |error| Problem::of_error(&error, words);
    let mut events = web.engine.events().public(search, over).await.map_err(fault)?;
    let next = (events.len() as i64 > most).then(|| (skip + most).to_string());
    events.truncate(most as usize);
    let members = web.engine.leaderboards().count_members(&events).await.map_err(fault)?;
    let shape = |event: &engine::Event| {
        EventShape::of(&web, event, Some(members.get(&event.id).copied().unwrap_or(0)), words)
    };
    Ok(Json(EventPage { events: events.iter().map(shape).collect(), next }))
}

/// An event.
#[utoipa::path(
    get,
    path = "/events/{slug}",
    operation_id = "get_event",
    params(("slug" = String, Path)),
    tag = "events",
    responses((status = 200, description = "The event.", body = EventShape), Problems),
    security((), ("token" = []))
)]
pub(crate) async fn one(
    State(web): State<Web>,
    Anybody(caller, words): Anybody,
    In(slug): In<String>,
) -> Result<Json<EventShape>, Problem> {
    let person = caller.map(|caller| caller.person);
    let event = event(&web, &slug, person, words).await?;
    let fault = |error| Problem::of_error(&error, words);
    let events = [event];
    let members = web.engine.leaderboards().count_members(&events).await.map_err(fault)?;
    let [event] = events;
    let members = members.get(&event.id).copied().unwrap_or(0);
    Ok(Json(EventShape::of(&web, &event, Some(members), words)))
}

/// What to look at.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "it describes what `Query` reads")]
pub(crate) struct Looked {
    /// `current`, `longest`, `total`, `consistency` or `points`.
    by: Option<String>,
    /// `all`, `week`, `last_week`, `month` or `last_month`; a week or month ranks totals or amounts.
    period: Option<String>,
    /// Where the page begins: `next` of the page before.
    after: Option<String>,
    /// Rows of a page, at most 100.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
}

/// A page of a leaderboard.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Leaderboard {
    pub by: &'static str,
    pub period: &'static str,
    /// How many are in the ranking.
    pub members: u64,
    pub rows: Vec<RankShape>,
    /// The row of whoever calls, if they are in the ranking.
    pub own: Option<RankShape>,
    /// Where the next page begins; none after the last one.
    pub next: Option<String>,
}

/// A page of the leaderboard of an event.
#[utoipa::path(
    get,
    path = "/events/{slug}/leaderboard",
    operation_id = "get_leaderboard",
    params(("slug" = String, Path), Looked),
    tag = "events",
    responses(
        (status = 200, description = "A page of the leaderboard.", body = Leaderboard),
        Problems
    ),
    security((), ("token" = []))
)]
pub(crate) async fn leaderboard(
    State(web): State<Web>,
    Anybody(caller, words): Anybody,
    In(slug): In<String>,
    query: Query,
) -> Result<Json<Leaderboard>, Problem> {
    let person = caller.map(|caller| caller.person);
    let event = event(&web, &slug, person, words).await?;
    let now = (web.now)();
    let look = Look::of(&query, &event, now);
    let after = query.given("after").map(str::parse::<Cursor>).transpose();
    let after = after.map_err(|_| Problem::bad("after: no page gave this"))?;
    let question = look.question(&event, now, limit(&query)?);
    let question = Question { after, asks: person, ..question };
    let board = web.engine.leaderboards().page(event.id, &question, now).await;
    let board = board.map_err(|error| Problem::of_error(&error, words))?;
    let shape = |row: &engine::BoardRow| RankShape::of(row, board.by, person);
    Ok(Json(Leaderboard {
        by: board.by.name(),
        period: look.period.name(),
        members: board.members,
        rows: board.rows.iter().map(shape).collect(),
        own: board.own.as_ref().map(shape),
        next: board.next.map(|next| next.to_string()),
    }))
}

fn limit(query: &Query) -> Result<u32, Problem> {
    let Some(limit) = query.given("limit") else { return Ok(ROWS) };
    let limit: Option<u32> = limit.parse().ok();
    let within = limit.filter(|limit| (1..=ROWS_MAX).contains(limit));
    within.ok_or_else(|| Problem::bad("limit: a number from 1 to 100"))
}
