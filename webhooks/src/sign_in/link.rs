//! Signing in by the link that `/login` gives in a chat, and out again. Only a press does either, since programs follow
//! links too.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use crate::email::Code;
use crate::pages::{Press, answer, fault, notice};
use crate::sign_in::enter::{browser, enter, go};
use crate::visitor::{Sent, field, is_from_here};
use crate::web::Web;
use crate::words::Words;

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
    headers: HeaderMap,
    code: Code,
) -> Response {
    if !is_from_here(&headers, &web) {
        return notice(StatusCode::FORBIDDEN, "foreign", words);
    }
    match web.engine.people().sign_in(code.as_str(), browser(&headers), (web.now)()).await {
        Ok(Some(session)) => enter(&web, &headers, &session).await,
        Ok(None) => notice(StatusCode::NOT_FOUND, "login-over", words),
        Err(error) => fault(&error, words),
    }
}

/// `POST /logout`: here, or with `everywhere` in all browsers. A script adds the `endpoint` of this browser.
pub(crate) async fn sign_out(
    State(web): State<Web>,
    words: Words,
    Sent { signed_in, fields }: Sent,
) -> Response {
    let people = web.engine.people();
    // One of our databases takes no NUL.
    let endpoint = field(&fields, "endpoint").filter(|endpoint| !endpoint.contains('\0'));
    let ended = match field(&fields, "everywhere") {
        Some(_) => people.sign_out_everywhere(signed_in.person.id).await.map(drop),
        None => people.sign_out(signed_in.session(), endpoint).await,
    };
    match ended {
        Ok(()) => go(&web, "/", None),
        Err(error) => fault(&error, words),
    }
}
