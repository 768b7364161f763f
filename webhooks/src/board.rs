//! What the leaderboard of an event shows: the ranking, the last days, and the activity of those in front.

use crate::about::{About, Moment};
use crate::matrix::{self, Activity, Mark, Square};
use crate::web::Web;
use crate::words::Words;
use engine::rules::Instant;
use engine::{Board, BoardRow, By, Error, Event, Membership, Question, View};
use std::collections::HashMap;

const ROWS_MAX: u32 = 50;
/// The columns of the table.
const TABS: [By; 3] = [By::Current, By::Longest, By::Total];
const ACTIVITIES_MAX: usize = 10;
const DAYS: i32 = 7;
/// Longer than any name of an event in an address.
const SLUG_MAX: usize = 64;

/// Everything that is on the page of an event.
pub(crate) struct EventView {
    pub about: About,
    pub ranking: Ranking,
    pub updated: Moment,
}

/// The part of the page that changes while one looks at it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ranking {
    pub members: String,
    pub by: By,
    pub tabs: Vec<Tab>,
    pub rows: Vec<Row>,
    /// The rule behind the order.
    pub order: String,
    /// That there are more members than rows.
    pub more: Option<String>,
    pub activities: Vec<Activity>,
}

impl Ranking {
    /// Whether a column is what the rows are ordered by; the others give way on a narrow screen.
    pub fn weight(&self, column: By) -> &'static str {
        if column == self.by { "main" } else { "wide" }
    }
}

/// A way to order the rows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tab {
    pub by: By,
    pub label: String,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    pub rank: u64,
    pub name: String,
    pub current: u32,
    pub longest: u32,
    pub total: u32,
    pub week: Vec<Square>,
    /// The week for those who do not see the squares.
    pub week_words: String,
    pub today: Mark,
    pub today_word: String,
}

/// The event with this name in addresses, if everybody may see it.
pub(crate) async fn find(web: &Web, slug: &str) -> Result<Option<Event>, Error> {
    // PostgreSQL refuses a NUL in a text, and a fault would tell more than a missing page.
    let is_slug = slug.len() <= SLUG_MAX
        && slug.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if is_slug { web.engine.events().public(slug).await } else { Ok(None) }
}

/// The page of an event as it is now; none where there is no such event for everybody.
pub(crate) async fn load(
    web: &Web,
    slug: &str,
    by: By,
    words: Words,
) -> Result<Option<EventView>, Error> {
    let Some(event) = find(web, slug).await? else { return Ok(None) };
    let now = (web.now)();
    let board = web.engine.leaderboards().page(event.id, &Question::top(by, ROWS_MAX), now).await?;
    let person = |row: &BoardRow| Membership { event: event.id, person: row.person };
    let memberships: Vec<Membership> = board.rows.iter().map(person).collect();
    let (in_front, others) = memberships.split_at(memberships.len().min(ACTIVITIES_MAX));
    let known = web.engine.memberships();
    // The last week is not settled yet.
    let mut views = known.views(others, now).await?;
    views.extend(known.views_since(in_front, now.days_ago(matrix::DAYS), now).await?);
    Ok(Some(show(&event, &board, &views, now, words)))
}

fn show(
    event: &Event,
    board: &Board,
    views: &HashMap<Membership, View>,
    now: Instant,
    words: Words,
) -> EventView {
    // A member may have left between the two questions.
    let seen: Vec<(&BoardRow, &View)> = board
        .rows
        .iter()
        .filter_map(|row| {
            Some((row, views.get(&Membership { event: event.id, person: row.person })?))
        })
        .collect();
    let by = board.by;
    let tab = |by: By| Tab { by, label: words.say(&format!("by-{}", by.name())) };
    let activity = |&(row, view): &(&BoardRow, &View)| Activity::of(&row.name, view, words);
    let ranking = Ranking {
        members: words.members(board.members),
        by,
        tabs: TABS.into_iter().map(tab).collect(),
        rows: seen.iter().map(|(row, view)| show_row(row, view, words)).collect(),
        order: words.say(&format!("order-{}", by.name())),
        more: more(board, words),
        activities: seen.iter().take(ACTIVITIES_MAX).map(activity).collect(),
    };
    EventView {
        about: About::of(event, now, words),
        ranking,
        updated: Moment::of(now, &event.rules, words),
    }
}

fn show_row(row: &BoardRow, view: &View, words: Words) -> Row {
    let today = view.life.standing.today;
    let week = matrix::squares(view, today.plus(1 - DAYS), today, words);
    let labels = week.iter().map(|square| square.label.as_str()).collect::<Vec<_>>();
    let mark = week.last().map_or(Mark::Away, |square| square.mark);
    Row {
        rank: row.rank,
        name: row.name.clone(),
        current: row.current,
        longest: row.longest,
        total: row.total,
        week_words: labels.join(", "),
        week,
        today: mark,
        today_word: mark.word(words),
    }
}

fn more(board: &Board, words: Words) -> Option<String> {
    let is_full = board.next.is_some();
    let members = words.members(board.members);
    is_full.then(|| {
        words.tell("board-more", [("shown", ROWS_MAX.into()), ("members", members.into())])
    })
}
