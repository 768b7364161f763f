//! Pictures for what the text says: a year of days, a streak, a leaderboard. Each goes with the same in words.

use chrono::{Datelike, NaiveDate};
use engine::rules::matrix::matrix;
use engine::rules::{Day, Goal, Status};
use engine::{Board, By, Event, Milestone, Person, View};
use pictures::Level;
use std::cmp::Reverse;

use crate::command::Talk;
use crate::locale::{Arg, Words};
use crate::message::Picture;
use crate::view::leaderboard::value;
use crate::view::progress;

/// Days on a streak card.
pub(crate) const CARD_DAYS: i32 = 28;

impl Talk {
    /// The days of a matrix as a picture.
    pub(crate) async fn draw_matrix(
        &self,
        words: Words,
        event: &Event,
        whose: &Person,
        view: &View,
        days: &[(Day, Option<Status>)],
    ) -> Option<Picture> {
        let standing = &view.life.standing;
        let met = days.iter().filter(|(_, status)| is_met(*status)).count() as u64;
        let asked = days.iter().filter(|(_, status)| is_asked(*status)).count() as u64;
        let args = [
            ("name", Arg::Text(&whose.name)),
            ("title", Arg::Text(&event.title)),
            ("met", Arg::Number(met)),
            ("days", Arg::Number(asked)),
            ("longest", Arg::Number(standing.longest.into())),
            ("current", Arg::Number(standing.current.into())),
        ];
        let alt = words.plain("matrix-summary", &args).replace("**", "");
        let (first, _) = days.first()?;
        // Columns are weeks that begin on Monday.
        let blank = usize::from(first.weekday()) - 1;
        let mut levels = vec![Level::Blank; blank];
        levels.extend(days.iter().map(|(day, status)| level(view, *day, *status)));
        let matrix = pictures::Matrix {
            name: whose.name.clone(),
            title: event.title.clone(),
            summary: alt.clone(),
            days: levels,
            months: months(days, blank),
            weekdays: std::array::from_fn(|n| short_weekday(words, n + 1)),
            less: words.plain("picture-less", &[]),
            more: words.plain("picture-more", &[]),
        };
        let png = self.renderer.draw(pictures::Picture::Matrix(matrix)).await?;
        Some(Picture { png, alt })
    }

    /// How somebody stands as a picture, from a view that reaches back for [`CARD_DAYS`].
    pub(crate) async fn draw_card(
        &self,
        words: Words,
        event: &Event,
        whose: &Person,
        view: &View,
    ) -> Option<Picture> {
        let standing = &view.life.standing;
        let today = standing.today;
        let days = matrix(&view.history, &view.life, today.plus(1 - CARD_DAYS), today);
        let number = |n: u32, key: &str| (words.number(n.into()), words.plain(key, &[]));
        let args = [
            ("name", Arg::Text(&whose.name)),
            ("title", Arg::Text(&event.title)),
            ("run", Arg::Ours(&progress::run(words, &event.rules, standing.current))),
            ("longest", Arg::Ours(&progress::count(words, &event.rules, standing.longest))),
            ("total", Arg::Ours(&progress::count(words, &event.rules, standing.total))),
        ];
        let card = pictures::Card {
            name: whose.name.clone(),
            title: event.title.clone(),
            current: number(standing.current, "picture-streak"),
            best: number(standing.longest, "picture-best"),
            total: number(standing.total, "picture-total"),
            last_days: words.plain("picture-last-days", &[]),
            days: days.iter().map(|(day, status)| level(view, *day, *status)).collect(),
        };
        let png = self.renderer.draw(pictures::Picture::Card(card)).await?;
        Some(Picture { png, alt: words.plain("streak-other", &args).replace("**", "") })
    }

    /// The first rows of a leaderboard as a picture; none where nobody stands on it.
    pub async fn draw_board(
        &self,
        words: Words,
        event: &Event,
        by: By,
        board: &Board,
    ) -> Option<Picture> {
        let most = board.rows.iter().map(|row| row.value).max().filter(|most| *most > 0)?;
        let span = ("span", Arg::Kind(progress::period(&event.rules)));
        let title = [("title", Arg::Text(&event.title)), span];
        let heading = words.plain(&format!("leaderboard-heading-{}", by.name()), &title);
        let heading = heading.replace("**", "");
        let rows: Vec<pictures::Row> = board
            .rows
            .iter()
            .take(10)
            .map(|row| pictures::Row {
                rank: words.number(row.rank as i64),
                name: row.name.clone(),
                value: value(words, event, by, row),
                share: (row.value.max(0) as i128 * 1000 / i128::from(most)) as u32,
            })
            .collect();
        let said = rows.iter().map(|row| format!("{} {} {}", row.rank, row.name, row.value));
        let alt = [heading.clone()].into_iter().chain(said).collect::<Vec<_>>().join("; ");
        let picture = pictures::Picture::Board(pictures::Board { heading, rows });
        let png = self.renderer.draw(picture).await?;
        Some(Picture { png, alt })
    }
}

impl Talk {
    /// Milestones of several people as a picture, the longest first.
    pub(crate) async fn draw_milestones(
        &self,
        words: Words,
        reached: &[(&Event, &Milestone)],
    ) -> Option<Picture> {
        let heading = words.plain("told-milestones", &[]);
        let heading = heading.trim_start_matches(|c: char| !c.is_alphabetic()).to_owned();
        let mut reached = reached.to_vec();
        reached.sort_by_key(|(_, one)| Reverse(one.length));
        let most = reached.first().map(|(_, one)| one.length)?;
        let row = |(event, one): &(&Event, &Milestone)| pictures::Row {
            rank: words.number(one.length.into()),
            name: one.name.clone(),
            value: event.title.clone(),
            share: one.length * 1000 / most.max(1),
        };
        let rows: Vec<pictures::Row> = reached.iter().take(10).map(row).collect();
        let said = rows.iter().map(|row| format!("{} {} {}", row.rank, row.name, row.value));
        let alt = [heading.clone()].into_iter().chain(said).collect::<Vec<_>>().join("; ");
        let picture = pictures::Picture::Board(pictures::Board { heading, rows });
        let png = self.renderer.draw(picture).await?;
        Some(Picture { png, alt })
    }
}

fn is_met(status: Option<Status>) -> bool {
    matches!(status, Some(Status::Met | Status::Bonus))
}

fn is_asked(status: Option<Status>) -> bool {
    is_met(status) || matches!(status, Some(Status::Missed | Status::Frozen | Status::Repaired))
}

/// How strong a day is drawn: by its amount against the goal where there is one.
fn level(view: &View, day: Day, status: Option<Status>) -> Level {
    match status {
        None | Some(Status::Absent) => Level::Blank,
        Some(Status::Missed) => Level::Missed,
        Some(Status::Open) => Level::Open,
        Some(Status::Rest | Status::Excused | Status::Paused) => Level::Rest,
        Some(Status::Frozen) => Level::Frozen,
        Some(Status::Repaired) => Level::Repaired,
        Some(Status::Met | Status::Bonus) => Level::Met(strength(view, day)),
    }
}

/// From one to four: half the goal, the goal, half as much again, and twice.
fn strength(view: &View, day: Day) -> u8 {
    let Goal::Metric(metric) = &view.history.rules.goal else { return 3 };
    let amounts = view.history.entries_on(day).filter_map(|entry| entry.amount_milli);
    let amount = amounts.fold(0_i64, i64::saturating_add);
    let tenths = amount.saturating_mul(10) / metric.target_milli.max(1);
    match tenths {
        20.. => 4,
        10.. => 3,
        5.. => 2,
        _ => 1,
    }
}

/// The columns in which months begin, and their numbers where names would be long.
fn months(days: &[(Day, Option<Status>)], blank: usize) -> Vec<(usize, String)> {
    let mut months: Vec<(usize, String)> = vec![];
    let mut known = None;
    for (n, (day, _)) in days.iter().enumerate() {
        let date: NaiveDate = day.date();
        if known == Some(date.month()) {
            continue;
        }
        known = Some(date.month());
        let column = (n + blank) / 7;
        // Two labels next to each other would overlap.
        if months.last().is_some_and(|(last, _)| column < last + 3) {
            months.pop();
        }
        months.push((column, date.format("%Y-%m").to_string()[2..].to_owned()));
    }
    months
}

/// The first letters of a weekday, as many as stand in the margin.
fn short_weekday(words: Words, weekday: usize) -> String {
    let name = words.plain(&format!("weekday-{weekday}"), &[]);
    // Letters of these scripts join, and cannot be cut anywhere.
    if matches!(words.language(), "hi" | "ar") {
        return name;
    }
    name.chars().take(if words.language() == "ja" { 1 } else { 3 }).collect()
}
