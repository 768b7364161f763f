//! Being in an event: joining, leaving, how one stands.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::rules::{Action, matrix};
use engine::{Event, Membership, Scope, View};
use serde::Serialize;
use talk::Input;
use utoipa::{IntoParams, ToSchema};

use crate::api::body::In;
use crate::api::caller::Caller;
use crate::api::problem::{Problem, Problems};
use crate::api::shapes::{MembershipShape, SquareShape};
use crate::me::press;
use crate::private_chat::{self, Said, Speaker};
use crate::query::{self, Query};
use crate::web::Web;

/// Days of a matrix.
const DAYS_MAX: i32 = 366;

/// The caller's memberships.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Memberships {
    pub memberships: Vec<MembershipShape>,
}

/// The events that the caller is in, and how they stand.
#[utoipa::path(
    get,
    path = "/me/memberships",
    operation_id = "list_memberships",
    tag = "memberships",
    responses((status = 200, description = "The memberships.", body = Memberships), Problems),
    security(("token" = []))
)]
pub(crate) async fn mine(
    State(web): State<Web>,
    caller: Caller,
) -> Result<Json<Memberships>, Problem> {
    let caller = caller.may(Scope::Read)?;
    let fault = |error| Problem::of_error(&error, caller.words);
    let events = web.engine.events().of(caller.person).await.map_err(fault)?;
    let of = |event: &Event| Membership { event: event.id, person: caller.person };
    let keys: Vec<Membership> = events.iter().map(of).collect();
    let views = web.engine.memberships().views(&keys, (web.now)()).await.map_err(fault)?;
    let shape = |event| Some(MembershipShape::of(event, views.get(&of(event))?));
    Ok(Json(Memberships { memberships: events.iter().filter_map(shape).collect() }))
}

/// How the caller stands in an event.
#[utoipa::path(
    get,
    path = "/events/{slug}/membership",
    operation_id = "get_membership",
    params(("slug" = String, Path)),
    tag = "memberships",
    responses(
        (status = 200, description = "How the caller stands.", body = MembershipShape),
        Problems
    ),
    security(("token" = []))
)]
pub(crate) async fn one(
    State(web): State<Web>,
    caller: Caller,
    In(slug): In<String>,
) -> Result<Json<MembershipShape>, Problem> {
    let caller = caller.may(Scope::Read)?;
    let event = caller.event(&web, &slug).await?;
    let view = view(&web, &caller, &event).await?.ok_or_else(Problem::not_found)?;
    Ok(Json(MembershipShape::of(&event, &view)))
}

/// What came of asking to be in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Asked {
    /// What is said about it, in the caller's language.
    pub detail: String,
}

/// Joins an event. Where a host decides, the host is asked.
#[utoipa::path(
    put,
    path = "/events/{slug}/membership",
    operation_id = "join",
    params(("slug" = String, Path)),
    tag = "memberships",
    responses(
        (status = 200, description = "The caller is in.", body = MembershipShape),
        (status = 202, description = "A host is asked, or it does not work: `detail` says which.", body = Asked),
        Problems
    ),
    security(("token" = []))
)]
pub(crate) async fn join(
    State(web): State<Web>,
    caller: Caller,
    In(slug): In<String>,
) -> Result<Response, Problem> {
    let caller = caller.may(Scope::Write)?;
    let event = caller.event(&web, &slug).await?;
    if let Some(view) = view(&web, &caller, &event).await? {
        return Ok(Json(MembershipShape::of(&event, &view)).into_response());
    }
    // What a chat asks and checks is asked and checked here.
    let key = format!("join {} {}", caller.token.id, (web.now)().0);
    let said = (key.as_str(), Input::Callback(press("join", &event)));
    let (by, language) = ((caller.person, Speaker::Program), caller.words.language());
    let said = private_chat::say(&web, by, said, language).await;
    let said = said.map_err(|error| Problem::of_error(&error, caller.words))?;
    if let Some(view) = view(&web, &caller, &event).await? {
        return Ok(Json(MembershipShape::of(&event, &view)).into_response());
    }
    let detail = match said {
        Said::Answer(reply) => match reply.wait_until {
            Some(until) => {
                let wait_s = private_chat::seconds_until(&web, until);
                return Err(Problem::too_much(wait_s, caller.words));
            }
            None => reply.text.plain(),
        },
        Said::NotUnderstood | Said::NoChat | Said::NotFor => caller.words.say("signed-out-text"),
    };
    Ok((StatusCode::ACCEPTED, Json(Asked { detail })).into_response())
}

/// Leaves an event. What was done stays on record.
#[utoipa::path(
    delete,
    path = "/events/{slug}/membership",
    operation_id = "leave",
    params(("slug" = String, Path)),
    tag = "memberships",
    responses((status = 204, description = "The caller is not in it any more."), Problems),
    security(("token" = []))
)]
pub(crate) async fn leave(
    State(web): State<Web>,
    caller: Caller,
    In(slug): In<String>,
) -> Result<StatusCode, Problem> {
    let caller = caller.may(Scope::Write)?.counted(&web)?;
    let event = caller.event(&web, &slug).await?;
    let of = Membership { event: event.id, person: caller.person };
    let left = web.engine.memberships().act(of, (web.now)(), Action::Leave).await;
    left.map_err(|error| Problem::of_error(&error, caller.words))?;
    Ok(StatusCode::NO_CONTENT)
}

/// Which days.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "it describes what `Query` reads")]
pub(crate) struct Span {
    /// The first day; twelve weeks before the last one where it is not given.
    #[param(format = Date)]
    from: Option<String>,
    /// The last day; today where it is not given.
    #[param(format = Date)]
    to: Option<String>,
}

/// How the days went.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Matrix {
    pub days: Vec<SquareShape>,
}

/// How the caller's days in an event went: at most 366 of them.
#[utoipa::path(
    get,
    path = "/events/{slug}/matrix",
    operation_id = "get_matrix",
    params(("slug" = String, Path), Span),
    tag = "memberships",
    responses(
        (status = 200, description = "The days, the first one first.", body = Matrix),
        Problems
    ),
    security(("token" = []))
)]
pub(crate) async fn matrix(
    State(web): State<Web>,
    caller: Caller,
    In(slug): In<String>,
    query: Query,
) -> Result<Json<Matrix>, Problem> {
    let caller = caller.may(Scope::Read)?;
    let event = caller.event(&web, &slug).await?;
    let standing = view(&web, &caller, &event).await?.ok_or_else(Problem::not_found)?;
    let today = standing.life.standing.today;
    let named = |name: &str| match query.given(name) {
        Some(day) => query::day(day)
            .map(Some)
            .ok_or_else(|| Problem::bad(format!("{name}: a date such as 2027-02-28"))),
        None => Ok(None),
    };
    let last = named("to")?.unwrap_or(today);
    let first = named("from")?.unwrap_or(last.plus(1 - 84));
    if first > last || last.0 - first.0 >= DAYS_MAX {
        return Err(Problem::bad("from, to: at most 366 days, the first one first"));
    }
    let of = Membership { event: event.id, person: caller.person };
    let view = web.engine.memberships().view_since(of, first, (web.now)()).await;
    let view = view.map_err(|error| Problem::of_error(&error, caller.words))?;
    let view = view.ok_or_else(Problem::not_found)?;
    let days = matrix::matrix(&view.history, &view.life, first, last);
    Ok(Json(Matrix { days: days.into_iter().map(SquareShape::of).collect() }))
}

/// How the caller stands in an event; none where they are not in it.
pub(crate) async fn view(
    web: &Web,
    caller: &Caller,
    event: &Event,
) -> Result<Option<View>, Problem> {
    let of = Membership { event: event.id, person: caller.person };
    let view = web.engine.memberships().view(of, (web.now)()).await;
    let view = view.map_err(|error| Problem::of_error(&error, caller.words))?;
    Ok(view.filter(|view| view.life.standing.member))
}
