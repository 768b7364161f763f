//! Who calls, by their token.

use axum::extract::{FromRef, FromRequestParts};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use engine::{Event, PersonId, Scope, TOKEN_PREFIX, Token};

use crate::api::problem::Problem;
use crate::apps::access;
use crate::event_page;
use crate::private_chat;
use crate::web::Web;
use crate::words::Words;

/// Longer than any token.
const TOKEN_MAX: usize = 64;

/// Whoever calls, and what their token is good for.
pub(crate) struct Caller {
    pub person: PersonId,
    pub token: Token,
    /// The person's own language, or what the program asks for.
    pub words: Words,
}

/// Whoever calls, if they say so.
pub(crate) struct Anybody(pub Option<Caller>, pub Words);

impl Caller {
    /// # Errors
    /// 403 where the token is not good for that.
    pub fn may(self, scope: Scope) -> Result<Caller, Problem> {
        if self.token.scope.allows(scope) {
            return Ok(self);
        }
        let detail = self.words.say("api-scope");
        Err(Problem::coded(StatusCode::FORBIDDEN, "scope", detail))
    }

    /// Counts a call among what its person says in chats.
    ///
    /// # Errors
    /// 429 where that is too much.
    pub fn counted(self, web: &Web) -> Result<Caller, Problem> {
        match private_chat::wait_s(web, self.person) {
            Some(wait_s) => Err(Problem::too_much(wait_s, self.words)),
            None => Ok(self),
        }
    }

    /// An event that the caller may see, and for which the token is good.
    ///
    /// # Errors
    /// 404, as for what does not exist.
    pub async fn event(&self, web: &Web, slug: &str) -> Result<Event, Problem> {
        let event = event(web, slug, Some(self.person), self.words).await?;
        match self.token.event {
            Some(only) if only != event.id => Err(Problem::not_found()),
            _ => Ok(event),
        }
    }
}

/// An event that a person may see, or everybody.
pub(crate) async fn event(
    web: &Web,
    slug: &str,
    person: Option<PersonId>,
    words: Words,
) -> Result<Event, Problem> {
    let found = event_page::find(web, slug, person).await;
    found.map_err(|error| Problem::of_error(&error, words))?.ok_or_else(Problem::not_found)
}

/// Whose token it is.
///
/// # Errors
/// 401 where it is none, or not good any more.
pub(crate) async fn by_secret(web: &Web, secret: &str, wanted: Words) -> Result<Caller, Problem> {
    let is_token = secret.starts_with(TOKEN_PREFIX) && secret.len() <= TOKEN_MAX;
    if !is_token {
        return Err(unknown(wanted));
    }
    let found = web.engine.people().by_token(secret, (web.now)()).await;
    let found = found.map_err(|error| Problem::of_error(&error, wanted))?;
    caller(found, wanted)
}

/// For whom an app calls, by its short-lived token.
async fn by_app(web: &Web, token: &str, wanted: Words) -> Result<Caller, Problem> {
    let found = access::whose(web, token).await;
    let found = found.map_err(|error| Problem::of_error(&error, wanted))?;
    caller(found, wanted)
}

fn caller(found: Option<(Token, Option<String>)>, wanted: Words) -> Result<Caller, Problem> {
    let (token, locale) = found.ok_or_else(|| unknown(wanted))?;
    let words = locale.as_deref().map_or(wanted, Words::wanted);
    Ok(Caller { person: token.person, token, words })
}

fn unknown(words: Words) -> Problem {
    Problem::coded(StatusCode::UNAUTHORIZED, "token", words.say("api-token"))
}

async fn known<S>(parts: &mut Parts, state: &S) -> Result<(Option<Caller>, Words), Problem>
where
    Web: FromRef<S>,
    S: Send + Sync,
{
    let web = Web::from_ref(state);
    let wanted = Words::from_request_parts(parts, state).await.unwrap_or_default();
    let Some(header) = parts.headers.get(AUTHORIZATION) else { return Ok((None, wanted)) };
    let secret = header.to_str().ok().and_then(|header| {
        let (scheme, secret) = header.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| secret.trim())
    });
    let secret = secret.ok_or_else(|| unknown(wanted))?;
    let caller = match secret.starts_with(TOKEN_PREFIX) {
        true => by_secret(&web, secret, wanted).await?,
        false => by_app(&web, secret, wanted).await?,
    };
    let words = caller.words;
    Ok((Some(caller), words))
}

impl<S> FromRequestParts<S> for Caller
where
    Web: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Caller, Problem> {
        let (caller, words) = known(parts, state).await?;
        caller.ok_or_else(|| unknown(words))
    }
}

impl<S> FromRequestParts<S> for Anybody
where
    Web: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Anybody, Problem> {
        let (caller, words) = known(parts, state).await?;
        // A token to check in is good for nothing else.
        let caller = caller.map(|caller| caller.may(Scope::Read)).transpose()?;
        Ok(Anybody(caller, words))
    }
}
