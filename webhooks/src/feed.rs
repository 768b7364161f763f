//! `/e/{slug}/feed.atom`: what happened in an event that everybody may see, for programs that follow feeds (RFC 4287).

use atom_syndication::{Entry, Feed, FixedDateTime, Link, Person, Text};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, VARY};
use axum::response::{IntoResponse, Response};
use chrono::DateTime;
use engine::rules::Instant;
use engine::{Error, Event, Milestone};

use crate::event_page::find;
use crate::pages::{fault, missing};
use crate::web::Web;
use crate::words::Words;

/// Milestones of a feed.
const ENTRIES_MAX: i64 = 50;
const KIND: &str = "application/atom+xml; charset=utf-8";

pub(crate) async fn feed(
    State(web): State<Web>,
    words: Words,
    slug: Result<Path<String>, PathRejection>,
) -> Response {
    let slug = slug.map(|Path(slug)| slug).unwrap_or_default();
    match made(&web, &slug, words).await {
        Ok(Some(feed)) => {
            let headers = [
                (CONTENT_TYPE, KIND),
                (CACHE_CONTROL, "public, max-age=300"),
                (VARY, "accept-language"),
            ];
            (headers, feed.to_string()).into_response()
        }
        Ok(None) => missing(words).await,
        Err(error) => fault(&error, words),
    }
}

async fn made(web: &Web, slug: &str, words: Words) -> Result<Option<Feed>, Error> {
    let Some(event) = find(web, slug, None).await? else { return Ok(None) };
    let milestones = web.engine.leaderboards().milestones(event.id, ENTRIES_MAX).await?;
    let page = format!("{}/e/{}", web.public_url, event.slug);
    let mut entries: Vec<Entry> =
        milestones.iter().map(|milestone| reached(web, &event, milestone, words)).collect();
    let began = event.rules.shared_setting().start_of(event.rules.start);
    if began <= (web.now)() {
        entries.push(entry(
            format!("{page}#began"),
            words.tell("feed-began", [("title", event.title.as_str().into())]),
            page.clone(),
            began,
        ));
    }
    let updated = milestones.first().map_or(began, |newest| newest.reached_at);
    Ok(Some(Feed {
        title: Text::plain(event.title.clone()),
        subtitle: Some(Text::plain(event.goal.clone())).filter(|goal| !goal.is_empty()),
        id: page.clone(),
        updated: time(updated),
        authors: vec![Person { name: "Streaks".to_owned(), ..Person::default() }],
        links: vec![
            Link { href: page.clone(), rel: "alternate".to_owned(), ..Link::default() },
            Link { href: format!("{page}/feed.atom"), rel: "self".to_owned(), ..Link::default() },
        ],
        lang: Some(words.language().to_owned()),
        entries,
        ..Feed::default()
    }))
}

fn reached(web: &Web, event: &Event, milestone: &Milestone, words: Words) -> Entry {
    let said = words.tell(
        "feed-reached",
        [
            ("name", milestone.name.as_str().into()),
            ("run", talk::run(words.chat(), &event.rules, milestone.length).into()),
            ("title", event.title.as_str().into()),
        ],
    );
    let person = format!("{}/u/{}", web.public_url, milestone.person);
    let id = format!("{person}?event={}#{}", event.slug, milestone.length);
    entry(id, said, person, milestone.reached_at)
}

fn entry(id: String, said: String, href: String, at: Instant) -> Entry {
    // Readers of feeds show what isolates a name in a sentence.
    let title = Text::plain(said.replace(['\u{2068}', '\u{2069}'], ""));
    let links = vec![Link { href, rel: "alternate".to_owned(), ..Link::default() }];
    Entry { id, title, links, updated: time(at), published: Some(time(at)), ..Entry::default() }
}

fn time(at: Instant) -> FixedDateTime {
    DateTime::from_timestamp(at.0, 0).unwrap_or_default().fixed_offset()
}
