//! Where the links in mails lead: to confirm an address, and to stop mail. Only a press does either, since programs
//! follow links too.

use askama::Template;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use engine::{Email, Error};

use crate::pages::{answer, fault, notice};
use crate::web::Web;
use crate::words::Words;

#[derive(Template)]
#[template(path = "press.html")]
struct EmailPage {
    words: Words,
    title: String,
    text: String,
    button: String,
}

/// What a link ends in; whatever cannot be one is not looked for.
pub(crate) struct Code(String);

impl Code {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Code {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Code, Response> {
        let path = Path::<String>::from_request_parts(parts, state).await.ok();
        let is_code =
            |code: &String| code.len() <= 64 && code.bytes().all(|b| b.is_ascii_alphanumeric());
        match path.map(|Path(code)| code).filter(is_code) {
            Some(code) => Ok(Code(code)),
            None => {
                let words = Words::from_request_parts(parts, state).await.unwrap_or_default();
                Err(notice(StatusCode::NOT_FOUND, "missing", words))
            }
        }
    }
}

fn page(words: Words, key: &str, email: Email) -> EmailPage {
    let address = email.wanted.or(email.address).unwrap_or_default();
    EmailPage {
        words,
        title: words.say(&format!("{key}-title")),
        text: words.tell(&format!("{key}-text"), [("address", address.into())]),
        button: words.say(&format!("{key}-button")),
    }
}

/// `GET /email/confirm/{code}`
pub(crate) async fn ask_to_confirm(State(web): State<Web>, words: Words, code: Code) -> Response {
    let email = web.engine.people().email_to_confirm(&code.0, (web.now)()).await;
    answer(words, email.map(|email| email.map(|email| page(words, "email-confirm", email))))
}

/// `POST /email/confirm/{code}`
pub(crate) async fn confirm(State(web): State<Web>, words: Words, code: Code) -> Response {
    let confirmed = web.engine.people().confirm_email(&code.0, (web.now)()).await;
    done(words, "email-confirmed", confirmed.map(|email| email.is_some()))
}

/// `GET /email/leave/{code}`
pub(crate) async fn ask_to_leave(State(web): State<Web>, words: Words, code: Code) -> Response {
    let email = web.engine.people().email_to_leave(&code.0).await.map(|email| {
        email.map(|email| page(words, "email-leave", Email { wanted: None, ..email }))
    });
    answer(words, email)
}

/// `POST /email/leave/{code}`, by a person or by a mailbox for them (RFC 8058).
pub(crate) async fn leave(State(web): State<Web>, words: Words, code: Code) -> Response {
    done(words, "email-left", web.engine.people().leave_email(&code.0).await)
}

fn done(words: Words, key: &str, was_there: Result<bool, Error>) -> Response {
    match was_there {
        Ok(true) => notice(StatusCode::OK, key, words),
        Ok(false) => notice(StatusCode::NOT_FOUND, "missing", words),
        Err(error) => fault(&error, words),
    }
}
