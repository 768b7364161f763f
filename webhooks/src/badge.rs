//! Pictures that stand on other pages: the leaderboard as a preview of a link, and a badge.

use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, VARY};
use axum::response::{IntoResponse, Response};
use engine::{Board, By, Error, Event, Question};
use sha2::{Digest, Sha256};

use crate::event_page::find;
use crate::pages::{fault, missing};
use crate::web::Web;
use crate::words::Words;

/// Rows of a preview.
const ROWS: u32 = 10;
/// Others keep the pictures for so long; the address of a preview changes with what it shows.
const KEPT: &str = "public, max-age=300";
const LANGUAGE: &str = "accept-language";
/// Pixels of a letter, and of one that is as wide as it is high.
const LETTER: usize = 7;
const WIDE: usize = 12;
const PADDING: usize = 10;

#[derive(Template)]
#[template(path = "badge.svg", escape = "html")]
struct Badge {
    label: String,
    value: String,
    label_width: usize,
    value_width: usize,
}

/// What a preview shows, and by what it is known; none while there is nothing to show.
async fn preview(web: &Web, event: &Event) -> Result<Option<(Board, String)>, Error> {
    let question = Question::top(By::Current, ROWS);
    let board = web.engine.leaderboards().page(event.id, &question, (web.now)()).await?;
    if board.rows.iter().all(|row| row.value <= 0) {
        return Ok(None);
    }
    let rows = board.rows.iter().map(|row| format!("{} {} {}\n", row.rank, row.name, row.value));
    let digest = Sha256::digest(format!("{}\n{}", event.title, rows.collect::<String>()));
    let version: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    Ok(Some((board, version)))
}

/// The address of the picture that goes with a link to an event; it changes with what it shows.
pub(crate) async fn preview_address(web: &Web, event: &Event) -> Result<Option<String>, Error> {
    let shown = preview(web, event).await?;
    Ok(shown
        .map(|(_, version)| format!("{}/e/{}/card.png?v={version}", web.public_url, event.slug)))
}

/// `/e/{slug}/card.png`: the first ten as a picture, of events that everybody may see.
pub(crate) async fn card(
    State(web): State<Web>,
    words: Words,
    slug: Result<Path<String>, PathRejection>,
) -> Response {
    let slug = slug.map(|Path(slug)| slug).unwrap_or_default();
    match drawn(&web, &slug, words).await {
        Ok(Some(png)) => {
            let headers = [(CONTENT_TYPE, "image/png"), (CACHE_CONTROL, KEPT), (VARY, LANGUAGE)];
            (headers, png).into_response()
        }
        Ok(None) => missing(words).await,
        Err(error) => fault(&error, words),
    }
}

async fn drawn(web: &Web, slug: &str, words: Words) -> Result<Option<Vec<u8>>, Error> {
    let Some(event) = find(web, slug, None).await? else { return Ok(None) };
    let Some((board, _)) = preview(web, &event).await? else { return Ok(None) };
    let today = event.rules.shared_setting().day_of((web.now)());
    let picture =
        web.talk.draw_board(words.chat(), &event, (By::Current, None), &board, today).await;
    Ok(picture.map(|picture| picture.png.to_vec()))
}

/// `/e/{slug}/badge.svg`: how many are in, of events that everybody may see.
pub(crate) async fn badge(
    State(web): State<Web>,
    words: Words,
    slug: Result<Path<String>, PathRejection>,
) -> Response {
    let slug = slug.map(|Path(slug)| slug).unwrap_or_default();
    match counted(&web, &slug, words).await {
        Ok(Some(badge)) => match badge.render() {
            Ok(svg) => {
                let kind = (CONTENT_TYPE, "image/svg+xml");
                ([kind, (CACHE_CONTROL, KEPT), (VARY, LANGUAGE)], svg).into_response()
            }
            Err(error) => fault(&error, words),
        },
        Ok(None) => missing(words).await,
        Err(error) => fault(&error, words),
    }
}

async fn counted(web: &Web, slug: &str, words: Words) -> Result<Option<Badge>, Error> {
    let Some(event) = find(web, slug, None).await? else { return Ok(None) };
    let label = event.title.clone();
    let events = [event];
    let members = web.engine.leaderboards().count_members(&events).await?;
    let value = words.members(members.values().copied().next().unwrap_or(0));
    let (label_width, value_width) = (width(&label), width(&value));
    Ok(Some(Badge { label, value, label_width, value_width }))
}

/// About as wide as a text is.
fn width(text: &str) -> usize {
    let letter = |c: char| if c as u32 >= 0x1100 { WIDE } else { LETTER };
    text.chars().map(letter).sum::<usize>() + 2 * PADDING
}
