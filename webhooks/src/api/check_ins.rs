//! Checking in, and taking it back.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use engine::rules::check_in::Named;
use engine::rules::{Action, Change, CheckIn, Goal, Instant, Key, News, Repeat, Role, Target};
use engine::{BACKFILL, Error, Event, Membership, ProofRule, Record, Refusal, Scope};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use crate::api::body::{Body, In, idempotency_key};
use crate::api::caller::Caller;
use crate::api::memberships::view;
use crate::api::problem::{Problem, Problems};
use crate::api::shapes::{CheckInShape, StandingShape};
use crate::me::nonce;
use crate::query::day;
use crate::web::Web;

/// Characters of a note and of a task.
const NOTE_MAX: usize = 500;
const TASK_MAX: usize = 100;
/// Bytes of a hash that name a check-in for ever: buttons hold them, and those are short.
const ID_BYTES: usize = 10;
/// What an amount may be, in its unit.
const AMOUNT_MAX: f64 = 1e9;

/// What was done.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Done {
    /// Where amounts are counted, in the unit of the event.
    #[schema(exclusive_minimum = 0, maximum = 1_000_000_000)]
    pub amount: Option<f64>,
    /// Where there are several.
    #[schema(max_length = 100)]
    pub task: Option<String>,
    #[schema(max_length = 500)]
    pub note: Option<String>,
    /// The day it is for, as far back as the event lets one fill in; today where it is not given.
    #[schema(format = Date)]
    pub day: Option<String>,
    /// When it was done, in seconds since 1970: another way to name the day.
    #[schema(minimum = 0, maximum = 4_294_967_295_u64)]
    pub at: Option<i64>,
}

/// A check-in, and how one stands now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CheckedIn {
    pub check_in: CheckInShape,
    pub standing: StandingShape,
    /// So many in a row, if that was reached by it.
    pub milestone: Option<u32>,
}

/// Check-ins.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CheckIns {
    pub check_ins: Vec<CheckInShape>,
}

/// The caller's check-ins in an event that can still be changed: those of the last seven days at least.
#[utoipa::path(
    get,
    path = "/events/{slug}/check-ins",
    operation_id = "list_check_ins",
    params(("slug" = String, Path)),
    tag = "check-ins",
    responses(
        (status = 200, description = "The check-ins, in the order in which they came.", body = CheckIns),
        Problems
    ),
    security(("token" = []))
)]
pub(crate) async fn list(
    State(web): State<Web>,
    caller: Caller,
    In(slug): In<String>,
) -> Result<Json<CheckIns>, Problem> {
    let caller = caller.may(Scope::Read)?;
    let event = caller.event(&web, &slug).await?;
    let view = view(&web, &caller, &event).await?.ok_or_else(Problem::not_found)?;
    Ok(Json(CheckIns { check_ins: view.history.entries.iter().map(CheckInShape::of).collect() }))
}

/// Checks in. Calls with the same `Idempotency-Key` are one check-in.
#[utoipa::path(
    post,
    path = "/events/{slug}/check-ins",
    operation_id = "check_in",
    tag = "check-ins",
    request_body = Done,
    params(
        ("slug" = String, Path),
        ("Idempotency-Key" = Option<String>, Header, description = "Up to 200 characters that name this check-in for ever.")
    ),
    responses((status = 201, description = "It counts.", body = CheckedIn), Problems),
    security(("token" = []))
)]
pub(crate) async fn add(
    State(web): State<Web>,
    caller: Caller,
    In(slug): In<String>,
    headers: HeaderMap,
    Body(done): Body<Done>,
) -> Result<Response, Problem> {
    let caller = caller.may(Scope::CheckIn)?.counted(&web)?;
    let event = caller.event(&web, &slug).await?;
    let key = idempotency_key(&headers, caller.words)?;
    let made = check_in(&web, &caller, &event, (&key, done)).await?;
    Ok((StatusCode::CREATED, Json(made)).into_response())
}

/// The same from wherever it comes.
pub(crate) async fn check_in(
    web: &Web,
    caller: &Caller,
    event: &Event,
    (key, done): (&str, Done),
) -> Result<CheckedIn, Problem> {
    if event.proof != ProofRule::None {
        let detail = caller.words.say("api-proof");
        return Err(Problem::coded(StatusCode::CONFLICT, "proof", detail));
    }
    let fault = |error| Problem::of_error(&error, caller.words);
    let refused = |refusal| fault(Error::Refused(refusal));
    let key = id(caller, key);
    let action = action(web, caller, event, (&key, done)).await?;
    let of = Membership { event: event.id, person: caller.person };
    let now = (web.now)();
    let memberships = web.engine.memberships();
    let decision = memberships.act(of, now, Action::CheckIn(action)).await.map_err(fault)?;
    let entry = decision.changes.iter().find_map(|change| match change {
        Change::Enter(entry) => Some(entry),
        _ => None,
    });
    let check_in = match entry {
        Some(entry) => CheckInShape::of(entry),
        None => known(web, caller, event, &key).await?.ok_or_else(|| refused(Refusal::TooOld))?,
    };
    let backfilled = entry.and_then(|entry| entry.asked_day);
    if let Some(day) = backfilled.filter(|day| *day < decision.standing.today) {
        let (record, day) = (Record::within(event.id), day.to_string());
        let entry = (BACKFILL, None, day.as_str());
        let communities = web.engine.communities();
        communities.record_audit(record, caller.person, entry, now).await.map_err(fault)?;
    }
    let milestone = decision.news.iter().find_map(|news| match news {
        News::MilestoneReached { length } => Some(*length),
        _ => None,
    });
    let standing = StandingShape::new(&decision.standing, decision.is_open_today);
    Ok(CheckedIn { check_in, standing, milestone })
}

/// A check-in that was made before; none where it is so old that no more is known of it.
async fn known(
    web: &Web,
    caller: &Caller,
    event: &Event,
    key: &Key,
) -> Result<Option<CheckInShape>, Problem> {
    let view = view(web, caller, event).await?.ok_or_else(Problem::not_found)?;
    let Some(entry) = view.history.entry(key) else { return Ok(None) };
    if entry.undone_at.is_some() {
        return Err(Problem::of_error(&Error::Refused(Refusal::AlreadyUndone), caller.words));
    }
    Ok(Some(CheckInShape::of(entry)))
}

/// Takes a check-in back.
#[utoipa::path(
    delete,
    path = "/events/{slug}/check-ins/{id}",
    operation_id = "undo_check_in",
    tag = "check-ins",
    params(("slug" = String, Path), ("id" = String, Path)),
    responses(
        (status = 200, description = "It does not count any more.", body = StandingShape),
        Problems
    ),
    security(("token" = []))
)]
pub(crate) async fn undo(
    State(web): State<Web>,
    caller: Caller,
    In((slug, id)): In<(String, String)>,
) -> Result<Json<StandingShape>, Problem> {
    let caller = caller.may(Scope::Write)?.counted(&web)?;
    let event = caller.event(&web, &slug).await?;
    let by = nonce().map_err(|error| Problem::of_error(&error, caller.words))?;
    let target = Target::Key(Key(id.chars().filter(|c| *c != '\0').collect()));
    let action = Action::Undo { target, by: self::id(&caller, &by), role: Role::Member };
    let of = Membership { event: event.id, person: caller.person };
    let undone = web.engine.memberships().act(of, (web.now)(), action).await;
    undone.map_err(|error| Problem::of_error(&error, caller.words))?;
    let view = view(&web, &caller, &event).await?.ok_or_else(Problem::not_found)?;
    Ok(Json(StandingShape::of(&view)))
}

/// What a call is named by for ever, of whichever token.
pub(crate) fn id(caller: &Caller, key: &str) -> Key {
    let digest = Sha256::digest(format!("{} {key}", caller.token.id));
    let digest: String = digest.iter().take(ID_BYTES).map(|byte| format!("{byte:02x}")).collect();
    Key(format!("api:{digest}"))
}

async fn action(
    web: &Web,
    caller: &Caller,
    event: &Event,
    (key, done): (&Key, Done),
) -> Result<CheckIn, Problem> {
    let named = match done.day.as_deref().map(day) {
        None => None,
        Some(Some(day)) => Some(day),
        Some(None) => return Err(Problem::bad("day: a date such as 2027-02-28")),
    };
    let amount = done.amount.filter(|amount| *amount > 0.0 && *amount <= AMOUNT_MAX);
    if amount != done.amount {
        return Err(Problem::bad("amount: more than 0"));
    }
    let at = done.at.filter(|at| (0..=i64::from(u32::MAX)).contains(at));
    if at != done.at {
        return Err(Problem::bad("at: seconds since 1970"));
    }
    // Nobody but the caller says when it was: it is a day that they name, and no time of sending.
    let at = match at {
        Some(at) => {
            let view = view(web, caller, event).await?;
            let not_in = || Problem::of_error(&Error::Refused(Refusal::NotMember), caller.words);
            Some(view.ok_or_else(not_in)?.history.clock.day_of(Instant(at)))
        }
        None => None,
    };
    let day = match (named, at) {
        (None, None) => Named::Now,
        (Some(day), None) | (None, Some(day)) => Named::Date(day),
        (Some(_), Some(_)) => return Err(Problem::bad("either day or at")),
    };
    let note = short(done.note, "note", NOTE_MAX)?;
    let is_plain = event.rules.goal == Goal::Check && note.is_none();
    Ok(CheckIn {
        day,
        amount_milli: amount.map(|amount| (amount * 1000.0).round() as i64),
        task: short(done.task, "task", TASK_MAX)?,
        note,
        entries_max: web.engine.limits().settings().check_ins_max(),
        repeat: if is_plain { Repeat::Refuse } else { Repeat::Keep },
        ..CheckIn::now(key.clone())
    })
}

fn short(text: Option<String>, name: &str, most: usize) -> Result<Option<String>, Problem> {
    let Some(text) = text else { return Ok(None) };
    if text.chars().count() > most {
        return Err(Problem::bad(format!("{name}: at most {most} characters")));
    }
    Ok(Some(talk::clean(&text, most)).filter(|text| !text.is_empty()))
}
