//! What the leaderboard of an event shows: the ranking, the last days, the activity of those in front.

use crate::about::{About, Moment};
use crate::look::{Look, Period};
use crate::matrix::{self, Activity, Mark, Square};
use crate::web::Web;
use crate::words::Words;
use engine::rules::Day;
use engine::{
    Board, BoardRow, By, Cursor, Error, Event, GroupStreak, Membership, PersonId, Question, View,
    Visibility,
};
use std::collections::HashMap;
use talk::{Arg, counts_amounts, group_line, ranked_value};

const ROWS_MAX: u32 = 50;
/// Members whose activity is beside the leaderboard, and on a page of activities.
const IN_FRONT: usize = 3;
const ACTIVITIES_MAX: u32 = 20;
/// Rows before and after one's own.
const AROUND: u32 = 2;
const DAYS: i32 = 7;
/// What every event is ranked by.
const BYS: [By; 4] = [By::Current, By::Longest, By::Total, By::Consistency];

/// Everything that is on the page of an event for everybody.
pub(crate) struct EventView {
    pub about: About,
    pub ranking: Ranking,
    pub updated: Moment,
}

/// The part of the page that changes while one looks at it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ranking {
    pub members: String,
    /// In what streaks are counted, where that is not days.
    pub counted_in: Option<String>,
    /// Whether the people in it have pages.
    pub has_pages: bool,
    pub look: Look,
    pub bys: Vec<Tab>,
    pub periods: Vec<Tab>,
    /// The week or month, where that is what is looked at.
    pub span: Option<Span>,
    /// What the rows are ranked by, where it is none of the columns that always stand.
    pub valued: Option<String>,
    pub rows: Vec<Row>,
    /// The rule behind the order.
    pub order: String,
    /// The streak of the group, where it has one.
    pub group: Option<String>,
    /// The query of the next page, and of the first.
    pub next: Option<String>,
    pub first: Option<String>,
    pub activities: Vec<Activity>,
}

impl Ranking {
    /// Whether a column is what the rows are ordered by; the others give way on a narrow screen.
    pub fn weight(&self, column: By) -> &'static str {
        if column == self.look.by && self.valued.is_none() { "main" } else { "wide" }
    }
}

/// The week or month that is looked at, and those beside it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Span {
    pub label: String,
    pub earlier: Option<String>,
    pub later: Option<String>,
    /// What a week came to that is over.
    pub recap: Vec<String>,
}

/// A way to look at the rows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tab {
    pub query: String,
    pub label: String,
    pub is_current: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    pub rank: String,
    pub medal: Option<&'static str>,
    pub person: PersonId,
    pub name: String,
    pub value: String,
    pub current: String,
    pub longest: String,
    pub total: String,
    pub week: Vec<Square>,
    /// The week for those who do not see the squares.
    pub week_words: String,
    pub today: Mark,
    pub today_word: String,
}

/// Where whoever looks stands, among those next to them.
pub(crate) struct OwnPlace {
    pub rows: Vec<NearRow>,
    /// How far they have moved since they looked the last time.
    pub moved: Option<String>,
}

pub(crate) struct NearRow {
    pub rank: String,
    pub medal: Option<&'static str>,
    pub name: String,
    pub value: String,
    pub is_own: bool,
}

/// The leaderboard of an event as it is now, from a place on.
pub(crate) async fn load(
    web: &Web,
    event: &Event,
    look: Look,
    after: Option<Cursor>,
    words: Words,
) -> Result<EventView, Error> {
    let now = (web.now)();
    let question = Question { after, ..look.question(event, now, ROWS_MAX) };
    let board = web.engine.leaderboards().page(event.id, &question, now).await?;
    let memberships = memberships(event, &board);
    let (in_front, others) = memberships.split_at(memberships.len().min(IN_FRONT));
    let known = web.engine.memberships();
    // The last week is not settled yet.
    let mut views = known.views(others, now).await?;
    views.extend(known.views_since(in_front, now.days_ago(matrix::DAYS), now).await?);
    let group = group(web, event, words).await?;
    let seen = seen(event, &board, &views);
    let amounts = counts_amounts(event);
    let bys = BYS.into_iter().chain(amounts.then_some(By::Points));
    let ranking = Ranking {
        members: words.members(board.members),
        counted_in: words.counted_in(event),
        has_pages: event.visibility == Visibility::Public,
        look,
        bys: bys.map(|by| by_tab(look, by, words)).collect(),
        periods: Period::ALL.into_iter().map(|period| period_tab(look, period, words)).collect(),
        span: span(web, event, look, words).await?,
        valued: valued(event, look, words),
        rows: seen.iter().map(|(row, view)| show_row(event, look, row, view, words)).collect(),
        order: words.say(&match look.period {
            Period::All => format!("order-{}", look.by.name()),
            _ => "order-window".to_owned(),
        }),
        group,
        next: board.next.map(|next| look.query(Some(next), words)),
        first: after.map(|_| look.query(None, words)),
        activities: seen.iter().take(IN_FRONT).map(|seen| activity(event, *seen, words)).collect(),
    };
    Ok(EventView {
        about: About::of(event, now, words),
        ranking,
        updated: Moment::of(now, &event.rules, words),
    })
}

/// The week or month that is looked at; none for all time.
async fn span(web: &Web, event: &Event, look: Look, words: Words) -> Result<Option<Span>, Error> {
    let now = (web.now)();
    let Some(days) = look.days(event, now) else { return Ok(None) };
    let (earlier, later) = look.beside(event, now);
    let query = |look: Option<Look>| look.map(|look| look.query(None, words));
    let (from, until) = (words.date(days.first.date()), words.date(days.last.date()));
    let is_over = days.last < event.rules.shared_setting().day_of(now);
    let is_week = matches!(look.period, Period::Week | Period::LastWeek);
    let recap =
        if is_week && is_over { recap(web, event, days.first, words).await? } else { vec![] };
    Ok(Some(Span {
        label: words.tell("span", [("from", from.into()), ("until", until.into())]),
        earlier: query(earlier),
        later: query(later),
        recap,
    }))
}

/// What a week came to, as the chat tells it.
async fn recap(web: &Web, event: &Event, first: Day, words: Words) -> Result<Vec<String>, Error> {
    let recap = web.engine.leaderboards().recap(event, first, 0, (web.now)()).await?;
    let chat = words.chat();
    let number = |key, n| chat.plain(key, &[("n", Arg::Number(n))]);
    let mut told = vec![number("told-week-sum", recap.check_ins)];
    if let Some(climb) = &recap.climb {
        let names = climb.names.join(" · ");
        let args = [("names", Arg::Text(&names)), ("n", Arg::Number(climb.more))];
        told.push(chat.plain("told-week-climb", &args));
    }
    if let Some(perfect) = recap.perfect.filter(|perfect| *perfect > 0) {
        told.push(number("told-week-perfect", perfect));
    }
    Ok(told)
}

/// The activity of the members from a place in the ranking on, and the query for those after them.
pub(crate) async fn activities(
    web: &Web,
    event: &Event,
    look: Look,
    after: Option<Cursor>,
    words: Words,
) -> Result<(Vec<Activity>, Option<String>), Error> {
    let now = (web.now)();
    let question = Question { after, ..look.question(event, now, ACTIVITIES_MAX) };
    let board = web.engine.leaderboards().page(event.id, &question, now).await?;
    let known = web.engine.memberships();
    let since = now.days_ago(matrix::DAYS);
    let views = known.views_since(&memberships(event, &board), since, now).await?;
    let shown =
        seen(event, &board, &views).into_iter().map(|seen| activity(event, seen, words)).collect();
    Ok((shown, board.next.map(|next| look.query(Some(next), words))))
}

/// Where a person stands; none where they are not in the ranking.
pub(crate) async fn own_place(
    web: &Web,
    event: &Event,
    look: Look,
    person: PersonId,
    words: Words,
) -> Result<Option<OwnPlace>, Error> {
    let now = (web.now)();
    let question = look.question(event, now, AROUND).asked_by(person);
    let leaderboards = web.engine.leaderboards();
    let near = leaderboards.neighbours(event.id, &question, now).await?;
    let Some(own) = near.iter().find(|row| row.person == person) else { return Ok(None) };
    let mut moved = None;
    if look.period == Period::All {
        let of = Membership { event: event.id, person };
        let before = leaderboards.look(of, look.by, own.rank, now).await?;
        let moves = before.map(|before| (before, before.abs_diff(own.rank)));
        moved = moves.filter(|(_, places)| *places > 0).map(|(before, places)| {
            let key = if before > own.rank { "leaderboard-up" } else { "leaderboard-down" };
            words.chat().plain(key, &[("n", Arg::Number(places))])
        });
    }
    let row = |row: &BoardRow| NearRow {
        rank: words.number(row.rank),
        medal: medal(row),
        name: row.name.clone(),
        value: ranked_value(words.chat(), event, look.by, row),
        is_own: row.person == person,
    };
    Ok(Some(OwnPlace { rows: near.iter().map(row).collect(), moved }))
}

fn memberships(event: &Event, board: &Board) -> Vec<Membership> {
    board.rows.iter().map(|row| Membership { event: event.id, person: row.person }).collect()
}

/// A row, and what is known of its member.
type Seen<'a> = (&'a BoardRow, &'a View);

fn seen<'a>(
    event: &Event,
    board: &'a Board,
    views: &'a HashMap<Membership, View>,
) -> Vec<Seen<'a>> {
    // A member may have left between the two questions.
    let view = |row: &BoardRow| views.get(&Membership { event: event.id, person: row.person });
    board.rows.iter().filter_map(|row| Some((row, view(row)?))).collect()
}

fn activity(event: &Event, (row, view): Seen<'_>, words: Words) -> Activity {
    Activity::of(&row.name, event, view, words)
}

fn by_tab(look: Look, by: By, words: Words) -> Tab {
    let label = words.chat().plain(&format!("choice-{}", by.name()), &[]);
    Tab { query: look.by(by).query(None, words), label, is_current: by == look.by }
}

fn period_tab(look: Look, period: Period, words: Words) -> Tab {
    let label = match period {
        Period::All => words.say("period-all"),
        _ => words.chat().plain(&format!("choice-{}", period.name()), &[]),
    };
    Tab {
        query: look.of_period(period).query(None, words),
        label,
        is_current: period == look.period,
    }
}

/// What stands above the ranked values, where they need a column of their own.
fn valued(event: &Event, look: Look, words: Words) -> Option<String> {
    match (look.by, look.period) {
        (By::Current | By::Longest | By::Total, Period::All) => None,
        (By::Consistency, _) => Some(words.say("column-consistency")),
        (By::Points, _) => Some(words.say("column-amount")),
        (By::Current | By::Longest | By::Total, _) => {
            let span = talk::period(&event.rules).into();
            Some(words.tell("column-periods", [("span", span)]))
        }
    }
}

fn medal(row: &BoardRow) -> Option<&'static str> {
    let medal = match row.rank {
        1 => "🥇",
        2 => "🥈",
        3 => "🥉",
        _ => return None,
    };
    (row.value > 0).then_some(medal)
}

async fn group(web: &Web, event: &Event, words: Words) -> Result<Option<String>, Error> {
    let group = web.engine.memberships().group(event.id, (web.now)()).await?;
    Ok(group.map(|group| match group {
        GroupStreak::Counted(group) => {
            group_line(words.chat(), &event.rules, group.current, group.longest).plain()
        }
        GroupStreak::TooLarge => words.chat().plain("leaderboard-group-large", &[]),
    }))
}

fn show_row(event: &Event, look: Look, row: &BoardRow, view: &View, words: Words) -> Row {
    let today = view.life.standing.today;
    let week = matrix::squares(view, today.plus(1 - DAYS), today, words);
    let labels = week.iter().map(|square| square.label.as_str()).collect::<Vec<_>>();
    let mark = week.last().map_or(Mark::Away, |square| square.mark);
    Row {
        rank: words.number(row.rank),
        medal: medal(row),
        person: row.person,
        name: row.name.clone(),
        value: ranked_value(words.chat(), event, look.by, row),
        current: words.number(row.current),
        longest: words.number(row.longest),
        total: words.number(row.total),
        week_words: labels.join(", "),
        week,
        today: mark,
        today_word: mark.word(words),
    }
}
