//! The page that offers all ways to sign in.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, SET_COOKIE, VARY};
use axum::response::{Html, IntoResponse, Response};

use crate::pages::fault;
use crate::sign_in::passkey;
use crate::visitor::Wish;
use crate::web::Web;
use crate::words::Words;

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    words: Words,
    discord: bool,
    telegram: bool,
    passkeys: bool,
}

/// `GET /sign-in`
pub(crate) async fn ways(State(web): State<Web>, words: Words) -> Response {
    asked(&web, words, StatusCode::OK, None)
}

/// The page for whoever is not signed in, and has to be. They come back to what they wish.
pub(crate) fn first(web: &Web, words: Words, wish: Option<Wish<'_>>) -> Response {
    asked(web, words, StatusCode::UNAUTHORIZED, wish)
}

fn asked(web: &Web, words: Words, status: StatusCode, wish: Option<Wish<'_>>) -> Response {
    let page = SignInPage {
        words,
        discord: web.doors.discord.is_some(),
        telegram: web.doors.telegram.is_some(),
        passkeys: passkey::host(&web.public_url).is_some(),
    };
    let html = match page.render() {
        Ok(html) => html,
        Err(error) => return fault(&error, words),
    };
    let headers = [(CACHE_CONTROL, "no-store"), (VARY, "accept-language, cookie")];
    let mut response = (status, headers, Html(html)).into_response();
    if let Some(Ok(cookie)) = wish.map(|wish| wish.cookie().parse()) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    response
}
