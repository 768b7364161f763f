//! `/e/{slug}/members`: who is in an event, for whoever runs it; also as a table for a spreadsheet.

use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use engine::{Asker, Deed, Error, Event, Member, PersonId, tell_apart};
use talk::{CallbackId, harmless};

use crate::event_page::{self, for_visitor};
use crate::me::nonce;
use crate::pages::{answer, fault, notice};
use crate::query::{Query, written};
use crate::visitor::{SignedIn, Visitor};
use crate::web::Web;
use crate::words::Words;

/// Members of a page, and rows of a table.
const ROWS_MAX: usize = 100;
const TABLE_MAX: usize = 50_000;
const AT_ONCE: usize = 1_000;

#[derive(Template)]
#[template(path = "members.html")]
struct MembersPage {
    words: Words,
    slug: String,
    title: String,
    counted_in: Option<String>,
    mark: String,
    key: String,
    members: Vec<Row>,
    next: Option<String>,
    /// Whether others stand before these.
    is_later: bool,
}

struct Row {
    name: String,
    joined: String,
    current: String,
    longest: String,
    total: String,
    /// What takes them out, and what keeps them out as well; none for whoever looks.
    remove: Option<(String, String)>,
}

/// The event, if whoever looks runs it.
async fn hosted(
    web: &Web,
    slug: Result<Path<String>, PathRejection>,
    visitor: Visitor,
) -> Result<Option<(Event, SignedIn)>, Error> {
    let Some(visitor) = visitor.0 else { return Ok(None) };
    let slug = slug.map(|Path(slug)| slug).unwrap_or_default();
    let person = visitor.person.id;
    let Some(event) = event_page::find(web, &slug, Some(person)).await? else { return Ok(None) };
    let is_host = web.engine.authorize(Asker::person(person), Deed::Host(&event)).await?;
    Ok(is_host.then_some((event, visitor)))
}

/// `GET /e/{slug}/members`
pub(crate) async fn page(
    State(web): State<Web>,
    words: Words,
    visitor: Visitor,
    slug: Result<Path<String>, PathRejection>,
    query: Query,
) -> Response {
    let page = match hosted(&web, slug, visitor).await {
        Ok(Some((event, visitor))) => made(&web, &event, &visitor, &query, words).await.map(Some),
        Ok(None) => Ok(None),
        Err(error) => Err(error),
    };
    for_visitor(answer(words, page), true)
}

async fn made(
    web: &Web,
    event: &Event,
    visitor: &SignedIn,
    query: &Query,
    words: Words,
) -> Result<MembersPage, Error> {
    let after: Option<PersonId> = query.get("after").and_then(|after| after.parse().ok());
    let now = (web.now)();
    // One more tells whether there is another page.
    let mut members = web.engine.memberships().members(event.id, after, ROWS_MAX + 1, now).await?;
    let more = members.len() > ROWS_MAX;
    members.truncate(ROWS_MAX);
    let next = members.last().filter(|_| more).map(|last| {
        let after = last.person.to_string();
        written([("after", after.as_str())])
    });
    let setting = event.rules.shared_setting();
    let today = setting.day_of(now);
    let row = |member: Member| Row {
        joined: words.chat().day(setting.day_of(member.joined_at), today),
        remove: (member.person != visitor.person.id).then(|| remove(event, member.person)),
        name: member.name,
        current: words.number(member.current),
        longest: words.number(member.longest),
        total: words.number(member.total),
    };
    Ok(MembersPage {
        words,
        slug: event.slug.clone(),
        title: event.title.clone(),
        counted_in: words.counted_in(event),
        mark: visitor.form_mark(),
        key: nonce()?,
        members: members.into_iter().map(row).collect(),
        next,
        is_later: after.is_some(),
    })
}

/// What takes somebody out of an event, and what keeps them out as well. The page has opened before it is pressed, and
/// says which is which: nothing is asked again.
fn remove(event: &Event, person: PersonId) -> (String, String) {
    let yes = |name: &str| (name.to_owned(), "yes".to_owned());
    let press = CallbackId::new("event-remove", Some(event.id), &format!("p{person}"));
    let keeping = |said: &[(String, String)]| press.clone().keeping(said);
    let out = keeping(&[yes("sure")]);
    let ban = keeping(&[yes("ban"), yes("sure")]);
    let [out, ban] = [out, ban].map(|press_sure| press_sure.unwrap_or_else(|| press.clone()));
    (out.to_string(), ban.to_string())
}

/// `GET /e/{slug}/members.csv`
pub(crate) async fn table(
    State(web): State<Web>,
    words: Words,
    visitor: Visitor,
    slug: Result<Path<String>, PathRejection>,
) -> Response {
    let made = match hosted(&web, slug, visitor).await {
        Ok(Some((event, _))) => rows(&web, &event).await.map(Some),
        Ok(None) => Ok(None),
        Err(error) => Err(error),
    };
    match made {
        Ok(Some(bytes)) => {
            let headers = [
                (CONTENT_TYPE, "text/csv; charset=utf-8"),
                (CONTENT_DISPOSITION, "attachment; filename=\"members.csv\""),
                (CACHE_CONTROL, "no-store"),
            ];
            (headers, bytes).into_response()
        }
        Ok(None) => notice(StatusCode::NOT_FOUND, "missing", words),
        Err(error) => fault(&error, words),
    }
}

async fn rows(web: &Web, event: &Event) -> Result<Vec<u8>, Error> {
    let failed = |why: String| Error::Unreadable { what: "members", why };
    let mut writer = csv::Writer::from_writer(vec![]);
    let names = ["name", "joined", "current", "longest", "total"];
    writer.write_record(names).map_err(|error| failed(error.to_string()))?;
    let (setting, now) = (event.rules.shared_setting(), (web.now)());
    let mut all: Vec<Member> = vec![];
    while all.len() < TABLE_MAX {
        let after = all.last().map(|last| last.person);
        let members = web.engine.memberships().members(event.id, after, AT_ONCE, now).await?;
        if members.is_empty() {
            break;
        }
        all.extend(members);
    }
    // Each page has told its own names apart.
    tell_apart(all.iter_mut().map(|member| (member.person, &mut member.name)));
    for member in all {
        let joined = setting.day_of(member.joined_at).to_string();
        let [current, longest, total] =
            [member.current, member.longest, member.total].map(|number| number.to_string());
        let cells = [harmless(&member.name), joined, current, longest, total];
        writer.write_record(cells).map_err(|error| failed(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| failed(error.to_string()))
}
