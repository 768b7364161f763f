//! `/oauth/authorize`: where a browser brings somebody whom an app asks to let it in.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use engine::{App, AppCode, Error, FoundBy, Scope};

use crate::apps::redirect;
use crate::headers::POLICY;
use crate::pages::{Onward, answer, fault, notice, notice_onward};
use crate::query::Query;
use crate::sign_in::ways;
use crate::visitor::{Sent, SignedIn, Visitor, Wish, field};
use crate::web::Web;
use crate::words::Words;

/// Characters of what an app wants back, and of a challenge (RFC 7636, 4.2).
const STATE_MAX: usize = 500;
const CHALLENGE: usize = 43;

/// Asks whether an app may come in.
#[derive(Template)]
#[template(path = "consent.html")]
pub(crate) struct Consent {
    words: Words,
    mark: String,
    text: String,
    may: String,
    /// Where it goes on, or what the device has to show.
    then: String,
    maker: String,
    /// What the form sends along.
    hidden: Vec<(&'static str, String)>,
}

impl Consent {
    pub fn of(
        words: Words,
        signed_in: &SignedIn,
        (app, scope): (&App, Scope),
        (maker, then): (String, String),
        hidden: Vec<(&'static str, String)>,
    ) -> Consent {
        let (name, person) = (app.name.as_str(), signed_in.person.name.as_str());
        Consent {
            words,
            mark: signed_in.form_mark(),
            text: words.tell("consent-text", [("app", name.into()), ("person", person.into())]),
            may: words.say(if scope == Scope::Write { "consent-write" } else { "consent-read" }),
            then,
            maker: words.tell("consent-maker", [("name", maker.into())]),
            hidden,
        }
    }

    /// The page, which nobody may frame, since somebody agrees on it. `redirect` is where its form ends up.
    pub fn shown(self, redirect: Option<&str>) -> Response {
        let policy = redirect.map_or_else(|| POLICY.to_owned(), may_lead_to);
        let mut response = answer(self.words, Ok(Some(self)));
        if let Ok(policy) = HeaderValue::from_str(&policy) {
            response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
        }
        response
    }
}

/// A request that can be answered.
struct Asked {
    app: App,
    scope: Scope,
    redirect: String,
    challenge: String,
    state: String,
}

/// Why it cannot: whoever asks is told, or only the person where nobody knows who asks.
enum Wrong {
    Unknown,
    Told(String),
}

/// `GET /oauth/authorize`
pub(crate) async fn ask(
    State(web): State<Web>,
    words: Words,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query.unwrap_or_default();
    let asked = match asked(&web, &Query::long(&query)).await {
        Ok(Ok(asked)) => Ok(asked),
        Ok(Err(Wrong::Told(address))) => Err(address),
        Ok(Err(Wrong::Unknown)) => return unknown(words),
        Err(error) => return fault(&error, words),
    };
    let Some(signed_in) = visitor.0 else {
        return ways::first(&web, words, Some(Wish::App(&query)));
    };
    let asked = match asked {
        Ok(asked) => asked,
        Err(address) => return astray(address, words),
    };
    let redirect = asked.redirect.clone();
    let place = redirect::origin(&redirect);
    let hidden = vec![
        ("response_type", "code".to_owned()),
        ("client_id", asked.app.id.clone()),
        ("redirect_uri", asked.redirect),
        ("scope", asked.scope.name().to_owned()),
        ("state", asked.state),
        ("code_challenge", asked.challenge),
        ("code_challenge_method", "S256".to_owned()),
    ];
    let maker = match maker(&web, &asked.app).await {
        Ok(maker) => maker,
        Err(error) => return fault(&error, words),
    };
    let then = words.tell("consent-back", [("host", place.into())]);
    let page = Consent::of(words, &signed_in, (&asked.app, asked.scope), (maker, then), hidden);
    page.shown(Some(&redirect))
}

/// `POST /oauth/authorize`
pub(crate) async fn agree(
    State(web): State<Web>,
    words: Words,
    Sent { signed_in, fields }: Sent,
) -> Response {
    let asked = match asked(&web, &Query::of(fields.clone())).await {
        Ok(Ok(asked)) => asked,
        // A press on our page has brought them here.
        Ok(Err(Wrong::Told(address))) => return go(&address),
        Ok(Err(Wrong::Unknown)) => return unknown(words),
        Err(error) => return fault(&error, words),
    };
    if field(&fields, "agree").is_none() {
        return go(&back(&web, &asked.redirect, &asked.state, &[("error", "access_denied")]));
    }
    let agreed = AppCode {
        app: asked.app.id,
        person: Some(signed_in.person.id),
        scope: asked.scope,
        redirect: Some(asked.redirect.clone()),
        challenge: Some(asked.challenge),
    };
    let people = web.engine.people().found_by(FoundBy::Session(signed_in.session()));
    match people.app_code(&agreed, (web.now)()).await {
        Ok(code) => go(&back(&web, &asked.redirect, &asked.state, &[("code", &code)])),
        Err(error) => fault(&error, words),
    }
}

/// Who made an app known here.
pub(crate) async fn maker(web: &Web, app: &App) -> Result<String, Error> {
    let maker = web.engine.people().get(app.person).await?;
    Ok(maker.map_or_else(|| "?".to_owned(), |maker| maker.name))
}

/// The scope that an app asks for; all that it may ask for are two.
pub(crate) fn scope(asked: Option<&str>) -> Option<Scope> {
    let names: Vec<&str> = asked.unwrap_or("read").split_ascii_whitespace().collect();
    let is_known = |name: &&str| matches!(*name, "read" | "write");
    let scope = if names.contains(&"write") { Scope::Write } else { Scope::Read };
    (!names.is_empty() && names.iter().all(is_known)).then_some(scope)
}

async fn asked(web: &Web, query: &Query) -> Result<Result<Asked, Wrong>, Error> {
    let text = |name: &str| query.get(name).unwrap_or_default();
    let app = web.engine.people().app(text("client_id")).await?;
    // Nobody is sent anywhere on the word of somebody unknown.
    let Some(app) = app.filter(|app| redirect::is_known(text("redirect_uri"), &app.redirects))
    else {
        return Ok(Err(Wrong::Unknown));
    };
    let state = query.raw("state").unwrap_or_default().to_owned();
    let redirect = text("redirect_uri").to_owned();
    let is_challenge = |text: &str| {
        let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        text.len() == CHALLENGE && text.bytes().all(is_letter)
    };
    let scope = scope(query.get("scope"));
    let wrong = match scope {
        _ if text("response_type") != "code" => Some("unsupported_response_type"),
        None => Some("invalid_scope"),
        _ if state.len() > STATE_MAX => Some("invalid_request"),
        // A code that anybody could use is given to nobody.
        _ if text("code_challenge_method") != "S256" || !is_challenge(text("code_challenge")) => {
            Some("invalid_request")
        }
        Some(_) => None,
    };
    if let Some(wrong) = wrong {
        return Ok(Err(Wrong::Told(back(web, &redirect, &state, &[("error", wrong)]))));
    }
    let scope = scope.unwrap_or(Scope::Read);
    let challenge = text("code_challenge").to_owned();
    Ok(Ok(Asked { app, scope, redirect, challenge, state }))
}

fn unknown(words: Words) -> Response {
    notice(StatusCode::BAD_REQUEST, "app-unknown", words)
}

/// The page for whoever an app sent with a wrong request. Anybody can make an app known: a link of ours takes nobody to
/// its address without a press (RFC 9700, 4.11.2).
fn astray(address: String, words: Words) -> Response {
    let host = redirect::origin(&address);
    let label = words.tell("app-astray-back", [("host", host.as_str().into())]);
    let onward = Onward { address, label };
    let values = [("host", host.into())];
    notice_onward(StatusCode::BAD_REQUEST, "app-astray", words, values, Some(onward))
}

/// Where the browser goes on, with what the app wants back, and who says so (RFC 9207).
fn back(web: &Web, redirect: &str, state: &str, values: &[(&str, &str)]) -> String {
    let state = Some(("state", state)).filter(|_| !state.is_empty());
    let values: Vec<(&str, &str)> =
        values.iter().copied().chain(state).chain([("iss", web.public_url.as_str())]).collect();
    redirect::with(redirect, &values)
}

fn go(address: &str) -> Response {
    match HeaderValue::from_str(address) {
        Ok(address) => (StatusCode::SEE_OTHER, [(LOCATION, address)]).into_response(),
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

/// Browsers look at where a form ends up, too.
fn may_lead_to(redirect: &str) -> String {
    // Policies know no addresses of the sixth version.
    let origin = match redirect::origin(redirect) {
        origin if origin.contains('[') => "http:".to_owned(),
        origin => origin,
    };
    POLICY.replace("form-action 'self'", &format!("form-action 'self' {origin}"))
}
