//! Signing in by the link that `/login` gives in a chat, and out again. Only a press does either, since programs follow
//! links too.

use askama::Template;
use axum::extract::{Form, State};
use axum::http::header::{CACHE_CONTROL, LOCATION, SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::email::Code;
use crate::pages::{answer, fault, notice};
use crate::visitor::{Fields, Visitor, Wish, cookie, field, is_from_here, sender};
use crate::web::Web;
use crate::words::Words;

/// A page with one button, which does what the page says.
#[derive(Template)]
#[template(path = "press.html")]
pub(crate) struct Press {
    pub words: Words,
    pub title: String,
    pub text: String,
    pub button: String,
}

/// `GET /login/{code}`
pub(crate) async fn ask(State(web): State<Web>, words: Words, code: Code) -> Response {
    let person = web.engine.people().may_sign_in(code.as_str(), (web.now)()).await;
    let page = |name: String| Press {
        words,
        title: words.say("login-title"),
        text: words.tell("login-text", [("name", name.into())]),
        button: words.say("login-button"),
    };
    match person {
        Ok(Some(person)) => answer(words, Ok(Some(page(person.name)))),
        Ok(None) => notice(StatusCode::NOT_FOUND, "login-over", words),
        Err(error) => fault(&error, words),
    }
}

/// `POST /login/{code}`
pub(crate) async fn sign_in(
    State(web): State<Web>,
    words: Words,
    visitor: Visitor,
    headers: HeaderMap,
    code: Code,
) -> Response {
    if !is_from_here(&headers, &web) {
        return notice(StatusCode::FORBIDDEN, "foreign", words);
    }
    let browser = headers.get(USER_AGENT).and_then(|value| value.to_str().ok());
    let people = web.engine.people();
    match people.sign_in(code.as_str(), browser.unwrap_or_default(), (web.now)()).await {
        Ok(Some(session)) => {
            // Whoever signs in anew has one session, and not two; the link is used up in any case.
            if let Some(before) = visitor.0
                && let Err(error) = people.sign_out(before.session()).await
            {
                tracing::warn!(%error, "the session before ends when nobody uses it");
            }
            let wished = Wish::of(&headers).map(Wish::address);
            go(&web, wished.as_deref().unwrap_or("/me"), Some(&session))
        }
        Ok(None) => notice(StatusCode::NOT_FOUND, "login-over", words),
        Err(error) => fault(&error, words),
    }
}

/// `POST /logout`: here, or with `everywhere` in all browsers.
pub(crate) async fn sign_out(
    State(web): State<Web>,
    words: Words,
    visitor: Visitor,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Response {
    let signed_in = match sender((visitor, &headers), (&web, words), &fields) {
        Ok(signed_in) => signed_in,
        Err(refused) => return *refused,
    };
    let people = web.engine.people();
    let ended = match field(&fields, "everywhere") {
        Some(_) => people.sign_out_everywhere(signed_in.person.id).await.map(drop),
        None => people.sign_out(signed_in.session()).await,
    };
    match ended {
        Ok(()) => go(&web, "/", None),
        Err(error) => fault(&error, words),
    }
}

fn go(web: &Web, to: &str, session: Option<&str>) -> Response {
    let headers = [
        (LOCATION, to.to_owned()),
        (SET_COOKIE, cookie(web, session)),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    (StatusCode::SEE_OTHER, headers).into_response()
}
