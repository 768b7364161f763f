//! `/me/tokens`: keys for programs, made and taken back by whoever is signed in.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use engine::rules::Setting;
use engine::{Error, EventId, FoundBy, Scope, Token};

use crate::pages::{answer, fault, notice};
use crate::sign_in::ways;
use crate::visitor::{Fields, Sent, SignedIn, Visitor, field};
use crate::web::Web;
use crate::words::Words;

#[derive(Template)]
#[template(path = "tokens.html")]
struct TokensPage {
    words: Words,
    /// Proves that a form is ours.
    mark: String,
    /// Just made: what it is called, its secret, and the address that checks in.
    made: Option<(String, String, Option<String>)>,
    tokens: Vec<Row>,
    /// The events in which one can check in.
    events: Vec<(String, String)>,
}

struct Row {
    id: i64,
    name: String,
    scope: String,
    used: String,
}

/// `GET /me/tokens`
pub(crate) async fn tokens(State(web): State<Web>, words: Words, visitor: Visitor) -> Response {
    let Some(signed_in) = visitor.0 else {
        return ways::first(&web, words, None);
    };
    answer(words, page(&web, words, &signed_in, None).await.map(Some))
}

/// `POST /me/tokens`: makes one, or with `drop` takes one back.
pub(crate) async fn change(
    State(web): State<Web>,
    words: Words,
    Sent { signed_in, fields }: Sent,
) -> Response {
    if let Some(id) = field(&fields, "drop").and_then(|id| id.parse().ok()) {
        return match web.engine.people().drop_token(signed_in.person.id, id).await {
            Ok(_) => Redirect::to("/me/tokens").into_response(),
            Err(error) => fault(&error, words),
        };
    }
    match make(&web, &signed_in, &fields).await {
        Ok(Some((token, secret))) => {
            let address = match token.scope {
                Scope::CheckIn => {
                    Some(format!("curl -X POST {}/check-in/{secret}", web.public_url))
                }
                Scope::Calendar => Some(format!("{}/calendar/{secret}.ics", web.public_url)),
                Scope::Read | Scope::Write => None,
            };
            let made = Some((token.name, secret, address));
            answer(words, page(&web, words, &signed_in, made).await.map(Some))
        }
        Ok(None) => notice(StatusCode::UNPROCESSABLE_ENTITY, "tokens-not-made", words),
        Err(error) => fault(&error, words),
    }
}

/// None where the form makes no sense, or there are too many already.
async fn make(
    web: &Web,
    signed_in: &SignedIn,
    fields: &Fields,
) -> Result<Option<(Token, String)>, Error> {
    let person = signed_in.person.id;
    let name = field(fields, "name").map(str::trim).filter(|name| !name.is_empty());
    let scope = match field(fields, "scope") {
        // `check_in` is in one event, whose id stands behind it.
        Some(scope) => match scope.split_once(':') {
            Some(("check_in", event)) => Some((Scope::CheckIn, event.parse::<EventId>().ok())),
            Some(_) => None,
            None => Scope::named(scope).map(|scope| (scope, None)),
        },
        None => None,
    };
    let (Some(name), Some((scope, event))) = (name, scope) else { return Ok(None) };
    let own = web.engine.events().of(person).await?;
    let is_own = event.is_some_and(|event| own.iter().any(|own| own.id == event));
    if (scope == Scope::CheckIn) != is_own {
        return Ok(None);
    }
    let people = web.engine.people().found_by(FoundBy::Session(signed_in.session()));
    people.make_token(person, name, (scope, event), (web.now)()).await
}

async fn page(
    web: &Web,
    words: Words,
    signed_in: &SignedIn,
    made: Option<(String, String, Option<String>)>,
) -> Result<TokensPage, Error> {
    let now = (web.now)();
    let person = &signed_in.person;
    let mut events = web.engine.events().of(person.id).await?;
    let tokens = web.engine.people().tokens(person.id).await?;
    let title = |event: Option<EventId>| {
        let event = events.iter().find(|known| Some(known.id) == event);
        event.map_or("–", |event| event.title.as_str()).to_owned()
    };
    let zone = person.setting.zone;
    let row = |token: Token| Row {
        id: token.id,
        scope: match token.scope {
            Scope::CheckIn => words.tell("scope-check-in", [("title", title(token.event).into())]),
            Scope::Calendar => words.say("scope-calendar"),
            Scope::Read => words.say("scope-read"),
            Scope::Write => words.say("scope-write"),
        },
        used: match token.used_at {
            Some(at) => {
                let date = Setting::midnight(zone).day_of(at).date();
                words.tell("tokens-used", [("date", words.date(date).into())])
            }
            None => words.say("tokens-unused"),
        },
        name: token.name,
    };
    let tokens = tokens.into_iter().map(row).collect();
    events.retain(|event| !event.is_over(now));
    let events = events
        .into_iter()
        .map(|event| {
            let label = words.tell("scope-check-in", [("title", event.title.into())]);
            (format!("check_in:{}", event.id), label)
        })
        .collect();
    let mark = signed_in.form_mark();
    Ok(TokensPage { words, mark, made, tokens, events })
}
