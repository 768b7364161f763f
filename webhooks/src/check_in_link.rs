//! `/check-in/{token}`: an address that checks in to one event when it is posted to, for shortcuts and buttons on a desk.
//! To look at it does nothing, since programs follow links too.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::Scope;

use crate::api::caller::{self, Caller};
use crate::api::check_ins::{Done, check_in, id};
use crate::api::memberships::view;
use crate::api::problem::Problem;
use crate::pages::{Press, answer, fault, notice};
use crate::query::Query;
use crate::web::Web;
use crate::words::Words;
use engine::Event;

/// How often it may be taken back and done anew on a day.
const TRIES_MAX: usize = 20;

/// Whose address it is and for which event, if it is good to check in.
async fn owner(
    web: &Web,
    secret: Result<Path<String>, PathRejection>,
    words: Words,
) -> Result<(Caller, Event), Problem> {
    let Path(secret) = secret.map_err(|_| Problem::not_found())?;
    let caller = caller::by_secret(web, &secret, words).await?;
    // What can do more does not belong into addresses, which are written down here and there.
    let event = caller.token.event.filter(|_| caller.token.scope == Scope::CheckIn);
    let event = web.engine.events().get(event.ok_or_else(Problem::not_found)?).await;
    let event = event.map_err(|error| Problem::of_error(&error, words))?;
    let event = event.ok_or_else(Problem::not_found)?;
    let event = caller.event(web, &event.slug).await?;
    Ok((caller, event))
}

/// `GET /check-in/{token}`
pub(crate) async fn ask(
    State(web): State<Web>,
    words: Words,
    secret: Result<Path<String>, PathRejection>,
) -> Response {
    let (caller, event) = match owner(&web, secret, words).await {
        Ok(owner) => owner,
        Err(problem) if problem.is_ours() => return problem.into_response(),
        Err(_) => return notice(StatusCode::NOT_FOUND, "missing", words),
    };
    let words = caller.words;
    let name = match web.engine.people().get(caller.person).await {
        Ok(person) => person.map(|person| person.name).unwrap_or_default(),
        Err(error) => return fault(&error, words),
    };
    let press = Press {
        words,
        title: event.title,
        text: words.tell("check-in-text", [("name", name.into())]),
        button: words.say("me-check-in"),
    };
    answer(words, Ok(Some(press)))
}

/// `POST /check-in/{token}` with `amount`, `task`, `note`, `day` and `at`: the same on one day is one check-in.
pub(crate) async fn check(
    State(web): State<Web>,
    words: Words,
    secret: Result<Path<String>, PathRejection>,
    query: Query,
) -> Response {
    match made(&web, words, secret, &query).await {
        Ok(said) => (StatusCode::OK, said).into_response(),
        Err(problem) => problem.into_response(),
    }
}

async fn made(
    web: &Web,
    words: Words,
    secret: Result<Path<String>, PathRejection>,
    query: &Query,
) -> Result<String, Problem> {
    let (caller, event) = owner(web, secret, words).await?;
    let caller = caller.counted(web)?;
    let number = |name: &str| match query.get(name) {
        Some(value) => value
            .parse::<f64>()
            .map(Some)
            .map_err(|_| Problem::bad(format!("{name}: a number such as 5.3"))),
        None => Ok(None),
    };
    let text = |name: &str| query.get(name).map(str::to_owned);
    let done = Done {
        amount: number("amount")?,
        task: text("task"),
        note: text("note"),
        day: text("day"),
        at: number("at")?.map(|at| at as i64),
    };
    let view = view(web, &caller, &event).await?.ok_or_else(Problem::not_found)?;
    let today = view.life.standing.today;
    // What was taken back may be done anew.
    let keys = (0..TRIES_MAX).map(|n| format!("{} {today} {done:?} {n}", event.id));
    let is_free = |key: &String| {
        let known = view.history.entry(&id(&caller, key));
        known.is_none_or(|entry| entry.undone_at.is_none())
    };
    let key = keys.into_iter().find(is_free);
    let key = key.ok_or_else(|| Problem::of(StatusCode::CONFLICT))?;
    let made = check_in(web, &caller, &event, (&key, done)).await?;
    let run = talk::run(caller.words.chat(), &event.rules, made.standing.current);
    let said = [("run", run.into()), ("title", event.title.into())];
    Ok(caller.words.tell("check-in-done", said).replace(['\u{2068}', '\u{2069}'], "") + "\n")
}
