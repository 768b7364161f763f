//! `/me/apps`: the programs that whoever is signed in has made known here, so that others can let them in.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use engine::{App, Error, FoundBy, REDIRECTS_MAX};

use crate::apps::redirect;
use crate::pages::{answer, fault, notice};
use crate::sign_in::ways;
use crate::visitor::{Sent, SignedIn, Visitor, field};
use crate::web::Web;
use crate::words::Words;

#[derive(Template)]
#[template(path = "apps.html")]
struct AppsPage {
    words: Words,
    mark: String,
    public_url: String,
    apps: Vec<App>,
}

/// `GET /me/apps`
pub(crate) async fn apps(State(web): State<Web>, words: Words, visitor: Visitor) -> Response {
    let Some(signed_in) = visitor.0 else { return ways::first(&web, words, None) };
    answer(words, page(&web, words, &signed_in).await.map(Some))
}

async fn page(web: &Web, words: Words, signed_in: &SignedIn) -> Result<AppsPage, Error> {
    let apps = web.engine.people().apps(signed_in.person.id).await?;
    let (mark, public_url) = (signed_in.form_mark(), web.public_url.clone());
    Ok(AppsPage { words, mark, public_url, apps })
}

/// `POST /me/apps`: makes one known, or with `drop` forgets one.
pub(crate) async fn change(
    State(web): State<Web>,
    words: Words,
    Sent { signed_in, fields }: Sent,
) -> Response {
    let (people, person) = (web.engine.people(), signed_in.person.id);
    let done = if let Some(id) = field(&fields, "drop") {
        people.drop_app(person, id).await.map(|_| true)
    } else {
        // Nobody passes for another by letters that are not seen.
        let name = talk::clean_title(field(&fields, "name").unwrap_or_default(), "");
        let redirects = field(&fields, "redirects").unwrap_or_default();
        let redirects: Vec<String> =
            redirects.split_ascii_whitespace().map(str::to_owned).collect();
        let is_sound = !name.is_empty()
            && redirects.len() <= REDIRECTS_MAX
            && redirects.iter().all(|address| redirect::is_sound(address));
        if !is_sound {
            return notice(StatusCode::UNPROCESSABLE_ENTITY, "app-not-made", words);
        }
        let people = people.found_by(FoundBy::Session(signed_in.session()));
        people.register_app(person, &name, redirects, (web.now)()).await.map(|app| app.is_some())
    };
    match done {
        Ok(true) => Redirect::to("/me/apps").into_response(),
        Ok(false) => notice(StatusCode::UNPROCESSABLE_ENTITY, "app-not-made", words),
        Err(error) => fault(&error, words),
    }
}
