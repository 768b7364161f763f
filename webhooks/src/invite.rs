//! `/join/{code}`: where an invite code leads. To look at it uses nothing up; whoever has the code may know of the event.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::Response;

use crate::about::About;
use crate::email::Code;
use crate::me::{code_press, nonce};
use crate::pages::{answer, fault, notice};
use crate::visitor::{Visitor, Wish};
use crate::web::Web;
use crate::words::Words;

#[derive(Template)]
#[template(path = "invite.html")]
struct InvitePage {
    words: Words,
    about: About,
    /// Where the code works in a private chat on Telegram.
    telegram: Option<String>,
    /// What to write in a chat.
    by_chat: String,
    /// For whoever is signed in: the mark of our forms, the key of this one, and what its button says.
    joins: Option<(String, String, String)>,
}

/// `GET /join/{code}`
pub(crate) async fn ask(
    State(web): State<Web>,
    words: Words,
    visitor: Visitor,
    code: Code,
) -> Response {
    let now = (web.now)();
    let event = match web.engine.events().invited(code.as_str(), now).await {
        Ok(Some(event)) if !event.is_over(now) => event,
        Ok(_) => return notice(StatusCode::NOT_FOUND, "invite-over", words),
        Err(error) => return fault(&error, words),
    };
    let joins = match &visitor.0 {
        Some(signed_in) => match nonce() {
            Ok(key) => Some((signed_in.form_mark(), key, code_press(code.as_str()))),
            Err(error) => return fault(&error, words),
        },
        None => None,
    };
    let is_signed_in = joins.is_some();
    let command = format!("/join code:{}", code.as_str());
    let page = InvitePage {
        words,
        about: About::of(&event, now, words),
        telegram: (web.links)().telegram.map(|bot| format!("{bot}?start=j_{}", code.as_str())),
        by_chat: words.tell("join", [("command", command.into())]),
        joins,
    };
    let mut response = answer(words, Ok(Some(page)));
    // Whoever signs in now comes back to it.
    if let (false, Ok(cookie)) = (is_signed_in, Wish::Code(code.as_str()).cookie().parse()) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    response
}
