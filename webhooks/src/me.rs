//! `/me`: today, and the whole conversation of a private chat with the bot, as a page.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, VARY};
use axum::response::{Html, IntoResponse, Response};
use engine::{Error, Event, Membership};
use talk::{CODE_PRESS, CallbackId, Input};

use crate::pages::{fault, notice};
use crate::private_chat::{self, Said, Speaker};
use crate::said::{Shown, shown, unclear};
use crate::sign_in::ways;
use crate::visitor::{Fields, Sent, SignedIn, Visitor, Wish, field, is_slug};
use crate::web::Web;
use crate::words::Words;

/// Events that are shown; the others are a command away.
const EVENTS_MAX: usize = 100;
/// What fields of forms begin with.
const FIELD: &str = "field-";
/// Commands that a button stands for.
const COMMANDS: [&str; 8] = [
    "/events",
    "/streak",
    "/matrix",
    "/leaderboard",
    "/badges",
    "/event create",
    "/settings",
    "/help",
];

#[derive(Template)]
#[template(path = "me.html")]
struct MePage {
    words: Words,
    name: String,
    /// Proves that a form is ours.
    mark: String,
    /// Tells the forms of one page from those of another: what is sent twice is done once.
    key: String,
    invited: Option<Invited>,
    today: Vec<Row>,
    said: Option<Shown>,
    commands: [&'static str; 8],
}

/// An event that somebody wants to join.
struct Invited {
    title: String,
    press: String,
}

/// An event of the person's.
struct Row {
    title: String,
    slug: String,
    state: String,
    is_done: bool,
    /// What checks in, where something is open.
    press: Option<String>,
}

/// `GET /me`, with `event=` for whoever comes from its page.
pub(crate) async fn me(
    State(web): State<Web>,
    words: Words,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Response {
    let pairs = query.as_deref().unwrap_or_default().split('&');
    let slug = pairs.filter_map(|pair| pair.strip_prefix("event=")).find(|slug| is_slug(slug));
    let Some(signed_in) = visitor.0 else {
        return ways::first(&web, words, slug.map(Wish::Event));
    };
    let page = page(&web, words, &signed_in, slug, None).await;
    show(page, words)
}

/// `POST /me`: a press, a form that was filled in, or a line.
pub(crate) async fn say(
    State(web): State<Web>,
    words: Words,
    Sent { signed_in, fields }: Sent,
) -> Response {
    let key = format!("{} {}", signed_in.session(), field(&fields, "key").unwrap_or_default());
    let said = (key.as_str(), input(&fields));
    let by = (signed_in.person.id, Speaker::Person);
    let said = private_chat::say(&web, by, said, words.language()).await;
    let said = match said {
        Ok(Said::Answer(reply)) => shown(*reply),
        Ok(Said::NotUnderstood | Said::NotFor) => unclear(words),
        Ok(Said::NoChat) => return notice(StatusCode::UNAUTHORIZED, "signed-out", words),
        Err(error) => return fault(&error, words),
    };
    show(page(&web, words, &signed_in, None, Some(said)).await, words)
}

/// What a form says.
fn input(fields: &Fields) -> Input {
    if let Some(press) = field(fields, "press") {
        return Input::Callback(press.to_owned());
    }
    let Some(press) = field(fields, "form") else {
        return Input::Line(private_chat::cut(field(fields, "line").unwrap_or_default()));
    };
    let filled =
        fields.iter().filter(|(_, value)| !value.is_empty()).filter_map(|(name, value)| {
            Some((name.strip_prefix(FIELD)?.to_owned(), private_chat::cut(value)))
        });
    Input::Form { press: press.to_owned(), fields: filled.collect() }
}

async fn page(
    web: &Web,
    words: Words,
    signed_in: &SignedIn,
    slug: Option<&str>,
    said: Option<Shown>,
) -> Result<MePage, Error> {
    let person = &signed_in.person;
    let now = (web.now)();
    let mut events = web.engine.events().of(person.id).await?;
    events.retain(|event| !event.is_over(now));
    let of = |event: &Event| Membership { event: event.id, person: person.id };
    let memberships: Vec<Membership> = events.iter().map(of).collect();
    let views = web.engine.memberships().views(&memberships, now).await?;
    let invited = match slug {
        Some(slug) => web.engine.events().at(slug, Some(person.id)).await?,
        None => None,
    };
    let invited = invited
        .filter(|event| !event.is_over(now) && !memberships.contains(&of(event)))
        .map(|event| Invited { press: press("join", &event), title: event.title });
    let row = |event: &Event| {
        let view = views.get(&of(event))?;
        let standing = &view.life.standing;
        let is_open = view.is_open_today() && !standing.met_today;
        let key = match (standing.met_today, is_open) {
            (true, _) => "me-done",
            (false, true) => "me-open",
            (false, false) => "me-off",
        };
        let run = talk::run(words.chat(), &event.rules, standing.current);
        let span = talk::period(&event.rules);
        Some(Row {
            title: event.title.clone(),
            slug: event.slug.clone(),
            state: words.tell_ours(key, [("run", run.into()), ("span", span.into())]),
            is_done: standing.met_today,
            press: is_open.then(|| press("checkin", event)),
        })
    };
    let mut today: Vec<Row> = events.iter().filter_map(row).collect();
    // What waits stands first.
    today.sort_by_key(|row| row.press.is_none());
    today.truncate(EVENTS_MAX);
    Ok(MePage {
        words,
        name: person.name.clone(),
        mark: signed_in.form_mark(),
        key: nonce()?,
        invited,
        today,
        said,
        commands: COMMANDS,
    })
}

/// What a button says that does this about an event.
pub(crate) fn press(verb: &str, event: &Event) -> String {
    CallbackId::new(verb, Some(event.id), "").to_string()
}

/// What a button says that uses an invite code.
pub(crate) fn code_press(code: &str) -> String {
    CallbackId::new("join", None, &format!("{CODE_PRESS}{code}")).to_string()
}

/// Tells the forms of one page from those of another.
pub(crate) fn nonce() -> Result<String, Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| Error::Setting(error.to_string()))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// What only this visitor may see, and no cache may keep.
fn show(page: Result<MePage, Error>, words: Words) -> Response {
    let html = match page.map(|page| page.render()) {
        Ok(Ok(html)) => html,
        Ok(Err(error)) => return fault(&error, words),
        Err(error) => return fault(&error, words),
    };
    let headers = [(CACHE_CONTROL, "no-store"), (VARY, "accept-language, cookie")];
    (headers, Html(html)).into_response()
}
