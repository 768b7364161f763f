//! The caller: their profile, badges, reminders and tokens.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use engine::{Event, Membership, Scope, When};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::body::In;
use crate::api::caller::Caller;
use crate::api::problem::{Problem, Problems};
use crate::api::shapes::BadgeShape;
use crate::web::Web;

/// The caller.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Profile {
    pub name: String,
    /// A few words about oneself.
    pub about: String,
    /// `en`, `de`, …; none where it is as the platform says.
    pub language: Option<String>,
    /// The zone that counts now.
    pub zone: String,
    /// When a day begins, in minutes after midnight.
    pub day_start_min: i64,
    /// In no ranking and on no board.
    pub is_hidden: bool,
    pub interests: Vec<String>,
    /// `discord`, `telegram` or `email`.
    pub accounts: Vec<&'static str>,
}

/// The caller.
#[utoipa::path(
    get,
    path = "/me",
    operation_id = "get_profile",
    tag = "me",
    responses((status = 200, description = "The caller.", body = Profile), Problems),
    security(("token" = []))
)]
pub(crate) async fn profile(
    State(web): State<Web>,
    caller: Caller,
) -> Result<Json<Profile>, Problem> {
    let Caller { person, words, .. } = caller.may(Scope::Read)?;
    let fault = |error| Problem::of_error(&error, words);
    let person = web.engine.people().get(person).await.map_err(fault)?;
    let person = person.ok_or_else(Problem::not_found)?;
    let accounts = web.engine.people().accounts(person.id).await.map_err(fault)?;
    Ok(Json(Profile {
        name: person.name,
        about: person.about,
        language: person.locale,
        zone: person.setting.zone.name().to_owned(),
        day_start_min: person.setting.day_start.minutes(),
        is_hidden: person.hidden,
        interests: person.interests,
        accounts: accounts.iter().map(|account| account.platform.name()).collect(),
    }))
}

/// What was reached in an event.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BadgesOf {
    pub slug: String,
    pub title: String,
    pub badges: Vec<BadgeShape>,
    /// The next milestone.
    pub next: Option<u32>,
}

/// What was reached.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Badges {
    pub events: Vec<BadgesOf>,
    /// How many cheers the caller got.
    pub cheers: u64,
}

/// What the caller has reached in the events they are in.
#[utoipa::path(
    get,
    path = "/me/badges",
    operation_id = "get_badges",
    tag = "me",
    responses((status = 200, description = "What was reached.", body = Badges), Problems),
    security(("token" = []))
)]
pub(crate) async fn badges(
    State(web): State<Web>,
    caller: Caller,
) -> Result<Json<Badges>, Problem> {
    let Caller { person, words, .. } = caller.may(Scope::Read)?;
    let fault = |error| Problem::of_error(&error, words);
    let events = web.engine.events().of(person).await.map_err(fault)?;
    let of = |event: &Event| Membership { event: event.id, person };
    let keys: Vec<Membership> = events.iter().map(of).collect();
    let views = web.engine.memberships().views(&keys, (web.now)()).await.map_err(fault)?;
    let shape = |event: &Event| {
        let life = &views.get(&of(event))?.life;
        Some(BadgesOf {
            slug: event.slug.clone(),
            title: event.title.clone(),
            badges: life.badges.keys().map(|length| BadgeShape { length: *length }).collect(),
            next: event.rules.milestones.after(life.standing.current),
        })
    };
    let cheers = web.engine.people().cheers(person).await.map_err(fault)?;
    Ok(Json(Badges { events: events.iter().filter_map(shape).collect(), cheers }))
}

/// A wish to be reminded.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReminderShape {
    pub slug: String,
    pub title: String,
    /// By the own clock, such as `20:00`; none for the last call before a run ends.
    pub at: Option<String>,
    /// The next one, in seconds since 1970.
    pub next: Option<i64>,
}

/// Wishes to be reminded.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Reminders {
    pub reminders: Vec<ReminderShape>,
}

/// The caller's reminders. `conversation` sets them.
#[utoipa::path(
    get,
    path = "/me/reminders",
    operation_id = "list_reminders",
    tag = "me",
    responses((status = 200, description = "The reminders.", body = Reminders), Problems),
    security(("token" = []))
)]
pub(crate) async fn reminders(
    State(web): State<Web>,
    caller: Caller,
) -> Result<Json<Reminders>, Problem> {
    let Caller { person, words, .. } = caller.may(Scope::Read)?;
    let fault = |error| Problem::of_error(&error, words);
    let mut reminders = vec![];
    for event in web.engine.events().of(person).await.map_err(fault)? {
        let of = Membership { event: event.id, person };
        for reminder in web.engine.reminders().of(of).await.map_err(fault)? {
            reminders.push(ReminderShape {
                slug: event.slug.clone(),
                title: event.title.clone(),
                at: match reminder.when {
                    When::At(time) => Some(time.to_string()),
                    When::LastCall => None,
                },
                next: reminder.next.map(|(at, _)| at.0),
            });
        }
    }
    Ok(Json(Reminders { reminders }))
}

/// A token, without its secret.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TokenShape {
    pub id: String,
    pub name: String,
    /// `check_in`, `read` or `write`.
    pub scope: &'static str,
    /// In seconds since 1970.
    pub created_at: i64,
    /// To the hour; none where it never was.
    pub used_at: Option<i64>,
    /// Whether it is the one that calls.
    pub is_this: bool,
}

/// Tokens.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Tokens {
    pub tokens: Vec<TokenShape>,
}

/// The caller's tokens. They are made on the page `/me`.
#[utoipa::path(
    get,
    path = "/me/tokens",
    operation_id = "list_tokens",
    tag = "me",
    responses(
        (status = 200, description = "The tokens, the newest first.", body = Tokens),
        Problems
    ),
    security(("token" = []))
)]
pub(crate) async fn tokens(
    State(web): State<Web>,
    caller: Caller,
) -> Result<Json<Tokens>, Problem> {
    let Caller { person, token: this, words } = caller.may(Scope::Read)?;
    let tokens = web.engine.people().tokens(person).await;
    let tokens = tokens.map_err(|error| Problem::of_error(&error, words))?;
    let shape = |token: engine::Token| TokenShape {
        id: token.id.to_string(),
        scope: token.scope.name(),
        created_at: token.created_at.0,
        used_at: token.used_at.map(|at| at.0),
        is_this: token.id == this.id,
        name: token.name,
    };
    Ok(Json(Tokens { tokens: tokens.into_iter().map(shape).collect() }))
}

/// Takes a token back.
#[utoipa::path(
    delete,
    path = "/me/tokens/{id}",
    operation_id = "drop_token",
    params(("id" = String, Path)),
    tag = "me",
    responses((status = 204, description = "It is good for nothing any more."), Problems),
    security(("token" = []))
)]
pub(crate) async fn drop_token(
    State(web): State<Web>,
    caller: Caller,
    In(id): In<String>,
) -> Result<StatusCode, Problem> {
    let Caller { person, words, .. } = caller.may(Scope::Write)?;
    let id: i64 = id.parse().map_err(|_| Problem::not_found())?;
    let dropped = web.engine.people().drop_token(person, id).await;
    match dropped.map_err(|error| Problem::of_error(&error, words))? {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(Problem::not_found()),
    }
}
