//! Pictures for what the text says: a year of squares, a streak, a leaderboard, milestones. Each goes with the same in
//! words.

mod milestones;

use chrono::Datelike;
use engine::rules::goal::Compare;
use engine::rules::{Day, Entry, Goal, History, Instant, Period, Scope, Status};
use engine::{Board, By, Error, Event, EventId, Membership, Person, View};
use pictures::{Accent, Card, Column, Content, Direction, Level, Mark, Matrix, Page, Row};

use crate::command::Talk;
use crate::locale::{Arg, Words};
use crate::message::{Frame, Picture, Reply};
use crate::view::leaderboard::{measure, value};
use crate::view::progress;
use crate::view::squares::{self, Squares};

/// Squares of a card: days, or else weeks or months.
const CARD_DAYS: i32 = 28;
const CARD_WEEKS: u32 = 12;
const CARD_MONTHS: u32 = 12;
/// Rows of a board.
const ROWS: usize = 10;
/// From how many tenths of what was asked for it counts as more.
const MORE_TENTHS: i64 = 15;
/// A day this far away is written with its year.
const FAR_DAYS: i32 = 366;

/// What squares mean, in the order of a legend.
const LEGEND: [(Level, &str); 9] = [
    (Level::Missed, "picture-missed"),
    (Level::Partly, "picture-partly"),
    (Level::Done, "picture-done"),
    (Level::More, "picture-more"),
    (Level::Bonus, "picture-bonus"),
    (Level::Open, "picture-open"),
    (Level::Frozen, "picture-frozen"),
    (Level::Repaired, "picture-repaired"),
    (Level::Rest, "picture-rest"),
];

/// The colour of an event, in pictures, messages and pages alike.
pub fn accent(event: EventId) -> Accent {
    Accent::of(event.0.unsigned_abs())
}

/// What a message about an event has around it.
pub(crate) fn frame(event: EventId) -> Option<Frame> {
    Some(Frame { colour: accent(event).rgb(), author: None })
}

/// An answer about one event. What rings a phone says its words outside a frame: a phone shows those alone.
pub(crate) fn framed(event: EventId, reply: Reply) -> Reply {
    Reply { frame: frame(event), ..reply }
}

impl Talk {
    /// The squares of a matrix as a picture.
    pub(crate) async fn draw_matrix(
        &self,
        words: Words,
        event: &Event,
        whose: &Person,
        view: &View,
        squares: &Squares,
    ) -> Option<Picture> {
        let alt = words.plain("matrix-summary", &squares.args(event, whose, view));
        let alt = alt.replace("**", "");
        let levels = levels(&view.history, squares);
        if levels.is_empty() {
            return None;
        }
        let (columns, rows) = if squares::is_by_period(&event.rules) {
            (months(words, &levels), vec![])
        } else {
            (weeks(words, &levels), weekdays(words))
        };
        let today = view.life.standing.today;
        let page = Page {
            legend: legend(words, levels.iter().map(|(_, level)| *level)),
            ..page(words, event.id, (&whose.name, &event.title), today)
        };
        let matrix = Matrix { summary: alt.clone(), columns, rows };
        self.drawn(page, Content::Matrix(matrix), alt).await
    }

    /// How somebody stands as a picture; none where they never were in.
    pub(crate) async fn draw_card(
        &self,
        words: Words,
        event: &Event,
        whose: &Person,
        now: Instant,
    ) -> Result<Option<Picture>, Error> {
        let since = |today| squares::since(&event.rules, today, CARD_DAYS, CARD_WEEKS, CARD_MONTHS);
        let of = Membership { event: event.id, person: whose.id };
        // It is no earlier anywhere.
        let first = since(now.days_ago(0));
        let Some(view) = self.engine.memberships().view_since(of, first, now).await? else {
            return Ok(None);
        };
        let standing = &view.life.standing;
        let squares = Squares::of(&view, since(standing.today), standing.today);
        let levels: Vec<Level> =
            levels(&view.history, &squares).into_iter().map(|(_, level)| level).collect();
        let span = ("span", Arg::Kind(progress::period(&event.rules)));
        let number = |n: u32, key: &str| (words.number(n.into()), words.plain(key, &[span]));
        let args = [
            ("name", Arg::Text(&whose.name)),
            ("title", Arg::Text(&event.title)),
            ("run", Arg::Ours(&progress::run(words, &event.rules, standing.current))),
            ("longest", Arg::Ours(&progress::count(words, &event.rules, standing.longest))),
            ("total", Arg::Ours(&progress::count(words, &event.rules, standing.total))),
        ];
        let alt = words.plain("streak-other", &args).replace("**", "");
        let count = ("n", Arg::Number(levels.len() as u64));
        let page = Page {
            legend: legend(words, levels.iter().copied()),
            ..page(words, event.id, (&whose.name, &event.title), standing.today)
        };
        let card = Card {
            current: number(standing.current, "picture-streak"),
            best: number(standing.longest, "picture-best"),
            total: number(standing.total, "picture-total"),
            lately: words.plain("picture-last", &[span, count]),
            squares: levels,
        };
        Ok(self.drawn(page, Content::Card(card), alt).await)
    }

    /// The first rows of a leaderboard as a picture, of a time if it is of one; none where nobody stands on it.
    pub async fn draw_board(
        &self,
        words: Words,
        event: &Event,
        (by, time): (By, Option<&str>),
        board: &Board,
        today: Day,
    ) -> Option<Picture> {
        let most = board.rows.iter().map(|row| row.value).max().filter(|most| *most > 0)?;
        let row = |row: &engine::BoardRow| Row {
            rank: words.number(row.rank as i64),
            name: words.isolated(&row.name).into_owned(),
            value: value(words, event, by, row),
            share: (row.value.max(0) as i128 * 1000 / i128::from(most)) as u32,
            accent: accent(event.id),
        };
        let rows: Vec<Row> = board.rows.iter().take(ROWS).map(row).collect();
        let measure = measure(words, event, by);
        let measure =
            [Some(measure.as_str()), time].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let args = [("title", Arg::Text(&event.title)), ("measure", Arg::Ours(&measure))];
        let heading = words.plain("leaderboard-heading", &args);
        let alt = in_words(words, &heading.replace("**", ""), &rows);
        let page = board_page(words, event.id, (&event.title, &measure), "picture-bar", today);
        self.drawn(page, Content::Board(pictures::Board { rows }), alt).await
    }

    async fn drawn(&self, page: Page, content: Content, alt: String) -> Option<Picture> {
        let png = self.renderer.draw(pictures::Picture { page, content }).await?;
        Some(Picture { png, alt })
    }
}

/// A page in a language about an event, its legend left out.
fn page(words: Words, event: EventId, (heading, detail): (&str, &str), today: Day) -> Page {
    Page {
        direction: match words.is_right_to_left() {
            true => Direction::RightToLeft,
            false => Direction::LeftToRight,
        },
        accent: accent(event),
        heading: words.isolated(heading).into_owned(),
        detail: words.isolated(detail).into_owned(),
        legend: vec![],
        footer: words.day(today, today.plus(-FAR_DAYS)),
    }
}

/// A page of rows; `bar` says what their lengths mean.
fn board_page(words: Words, event: EventId, heading: (&str, &str), bar: &str, today: Day) -> Page {
    let bar = (Mark::Bar, words.plain(bar, &[]));
    Page { legend: vec![bar], ..page(words, event, heading, today) }
}

/// What any matrix is read by, and what else there is to see.
fn legend(words: Words, levels: impl Iterator<Item = Level>) -> Vec<(Mark, String)> {
    let seen: Vec<Level> = levels.collect();
    let is_shown = |level: Level| match level {
        Level::Missed | Level::Partly | Level::Done | Level::More => true,
        Level::Blank
        | Level::Bonus
        | Level::Open
        | Level::Frozen
        | Level::Repaired
        | Level::Rest => seen.contains(&level),
    };
    let shown = LEGEND.into_iter().filter(|(level, _)| is_shown(*level));
    shown.map(|(level, key)| (Mark::Square(level), words.plain(key, &[]))).collect()
}

/// A board as a line.
fn in_words(words: Words, heading: &str, rows: &[Row]) -> String {
    let said = rows.iter().map(|row| format!("{} {} {}", row.rank, row.name, row.value));
    let parts: Vec<String> = [heading.to_owned()].into_iter().chain(said).collect();
    parts.join(&words.plain("list-semicolon", &[]))
}

fn levels(history: &History, squares: &Squares) -> Vec<(Period, Level)> {
    let level =
        |(period, status): &(Period, Option<Status>)| (*period, level(history, *period, *status));
    squares.all.iter().map(level).collect()
}

/// How strong a square is drawn: by what was done of what was asked for.
fn level(history: &History, square: Period, status: Option<Status>) -> Level {
    match status {
        None | Some(Status::Absent) => Level::Blank,
        Some(Status::Missed) if is_begun(history, square) => Level::Partly,
        Some(Status::Missed) => Level::Missed,
        Some(Status::Open) => Level::Open,
        Some(Status::Rest | Status::Excused | Status::Paused) => Level::Rest,
        Some(Status::Frozen) => Level::Frozen,
        Some(Status::Repaired) => Level::Repaired,
        Some(Status::Bonus) => Level::Bonus,
        Some(Status::Met) => {
            let tenths = tenths(history, square);
            if tenths >= MORE_TENTHS {
                Level::More
            } else if tenths >= 10 {
                Level::Done
            } else {
                Level::Partly
            }
        }
    }
}

/// Whether some was done. Of a limit that was not kept there was too much.
fn is_begun(history: &History, square: Period) -> bool {
    let is_limit =
        matches!(&history.rules.goal, Goal::Metric(metric) if metric.cmp == Compare::AtMost);
    !is_limit && entries(history, square).next().is_some()
}

/// How much was done of what was asked for, in tenths.
fn tenths(history: &History, square: Period) -> i64 {
    let rules = &history.rules;
    let asked = match rules.scope {
        Scope::Day if squares::is_by_period(rules) => {
            let days = i64::from(history.met_in_period(square.first));
            return days * 10 / i64::from(rules.times().max(1));
        }
        Scope::Day => square,
        Scope::Period => rules.period_of(square.first),
    };
    let entries = entries(history, asked);
    match &rules.goal {
        Goal::Count { n } => entries.count() as i64 * 10 / i64::from((*n).max(1)),
        Goal::Metric(metric) if metric.cmp == Compare::AtLeast => {
            progress::reached(metric, entries).saturating_mul(10) / metric.target_milli.max(1)
        }
        Goal::Check | Goal::Metric(_) | Goal::Tasks { .. } => 10,
    }
}

fn entries(history: &History, period: Period) -> impl Iterator<Item = &Entry> {
    let counts = move |entry: &&Entry| period.holds(entry.day) && entry.undone_at.is_none();
    history.entries.iter().filter(counts)
}

/// A column for each week, as weeks begin where the language is spoken.
fn weeks(words: Words, days: &[(Period, Level)]) -> Vec<Column> {
    let Some((first, _)) = days.first() else { return vec![] };
    let blank = usize::from((first.first.weekday() + 7 - words.first_weekday()) % 7);
    let mut squares = vec![Level::Blank; blank];
    squares.extend(days.iter().map(|(_, level)| *level));
    let week = |days: &[Level]| Column { label: String::new(), squares: days.to_vec() };
    let mut columns: Vec<Column> = squares.chunks(7).map(week).collect();
    let mut labelled: Option<usize> = None;
    for (n, (day, _)) in days.iter().enumerate() {
        if n > 0 && day.first.date().day() > 1 {
            continue;
        }
        let column = (n + blank) / 7;
        // Two labels next to each other would overlap.
        if let Some(last) = labelled.filter(|last| column < last + 3) {
            columns[last].label.clear();
        }
        columns[column].label = month(words, day.first);
        labelled = Some(column);
    }
    columns
}

/// A column for each month, with the weeks that begin in it, or with itself.
fn months(words: Words, periods: &[(Period, Level)]) -> Vec<Column> {
    let of = |period: &Period| (period.first.date().year(), period.first.date().month());
    let same = periods.chunk_by(|(one, _), (next, _)| of(one) == of(next));
    let column = |same: &[(Period, Level)]| Column {
        label: same.first().map(|(period, _)| month(words, period.first)).unwrap_or_default(),
        squares: same.iter().map(|(_, level)| *level).collect(),
    };
    same.map(column).collect()
}

/// The name of a month; the first one of a year is called by the year.
fn month(words: Words, day: Day) -> String {
    let date = day.date();
    match date.month() {
        1 => words.digits(&date.year().to_string()),
        _ => words.month(day),
    }
}

/// The names of the weekdays, from the first day of a week on.
fn weekdays(words: Words) -> Vec<String> {
    let first = usize::from(words.first_weekday()) - 1;
    (first..first + 7).map(|n| short_weekday(words, n % 7 + 1)).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::world::World;
    use engine::{Milestone, Platform};

    /// So many days one after another, each done.
    fn days(first: Day, count: i32) -> Vec<(Period, Level)> {
        let days = (0..count).map(|n| first.plus(n));
        days.map(|day| (Period { first: day, last: day }, Level::Done)).collect()
    }

    #[test]
    fn columns_are_weeks_as_they_begin_where_the_language_is_spoken() {
        let sunday = Day(20_513);
        assert_eq!(sunday.to_string(), "2026-03-01");
        let shape = |language: &str| {
            let words = Words::of(language);
            let columns = weeks(words, &days(sunday, 10));
            let blank = columns[0].squares.iter().filter(|level| **level == Level::Blank).count();
            let label = columns[0].label.clone();
            (weekdays(words)[0].clone(), blank, columns.len(), label)
        };
        assert_eq!(shape("en"), ("Mon".to_owned(), 6, 3, "Mar".to_owned()));
        assert_eq!(shape("ja"), ("日".to_owned(), 0, 2, "3月".to_owned()));
        assert_eq!(shape("ar"), ("السبت".to_owned(), 1, 2, "مارس".to_owned()));
    }

    #[test]
    fn the_first_month_of_a_year_is_called_by_the_year() {
        let week = |first: Day| (Period { first, last: first.plus(6) }, Level::Done);
        let monday = Day(20_451);
        assert_eq!(monday.to_string(), "2025-12-29");
        let columns = months(Words::of("ar"), &[monday, monday.plus(7), monday.plus(14)].map(week));
        let shape: Vec<(&str, usize)> =
            columns.iter().map(|column| (column.label.as_str(), column.squares.len())).collect();
        assert_eq!(shape, [("ديسمبر", 1), ("٢٠٢٦", 2)]);
    }

    pub(super) async fn found(world: &World, name: &str, title: &str) -> (Event, Person) {
        let person = world.talk.engine.people().find(Platform::Discord, name).await;
        let person = person.expect("people are known").expect("the person is known");
        let found = world.talk.engine.events().find(person.id, None, title, 1).await;
        (found.expect("events are found").pop().expect("there is one"), person)
    }

    #[tokio::test]
    async fn squares_tell_a_little_from_enough_and_more() {
        let mut world = World::new().await;
        world.say("ada", "/event create Read goal:\"10 pages\"").await;
        world.say("ada", "/join Read").await;
        for pages in [5, 10, 14, 15] {
            world.next_day();
            world.say("ada", &format!("/checkin event:Read amount:\"{pages} pages\"")).await;
        }
        let (event, person) = found(&world, "ada", "Read").await;
        let of = Membership { event: event.id, person: person.id };
        let view = world.talk.engine.memberships().view_since(of, Day::EARLIEST, world.now).await;
        let view = view.expect("there is a database").expect("ada is in");
        let today = view.life.standing.today;
        let squares = Squares::of(&view, today.plus(-3), today);
        let shown: Vec<Level> =
            levels(&view.history, &squares).into_iter().map(|(_, level)| level).collect();
        assert_eq!(shown, [Level::Partly, Level::Done, Level::Done, Level::More]);
    }

    #[tokio::test]
    async fn all_four_are_drawn_in_every_language_and_each_in_its_own() {
        let mut world = World::new().await;
        world.say("host", "/event create Run days:\"2 times a week\"").await;
        world.say("ada", "/join Run").await;
        world.say("ken", "/event create اقرأ").await;
        world.say("ada", "/join اقرأ").await;
        for day in 0..40 {
            world.next_day();
            if day % 3 > 0 {
                world.say("ada", "/checkin Run").await;
                world.say("ada", "/checkin اقرأ").await;
            }
        }
        let (run, ada) = found(&world, "ada", "Run").await;
        let (read, _) = found(&world, "ada", "اقرأ").await;
        let folder = std::env::var("STREAKS_PICTURES").ok();
        for event in [&run, &read] {
            let of = Membership { event: event.id, person: ada.id };
            let memberships = world.talk.engine.memberships();
            let view = memberships.view_since(of, Day::EARLIEST, world.now).await;
            let view = view.expect("there is a database").expect("ada is in");
            let today = view.life.standing.today;
            let squares = Squares::of(&view, today.plus(-364), today);
            let question = engine::Question::top(By::Longest, 10);
            let board = world.talk.engine.leaderboards().page(event.id, &question, world.now).await;
            let board = board.expect("there is a database");
            let milestone = Milestone {
                person: ada.id,
                name: ada.name.clone(),
                length: 7,
                reached_at: world.now,
            };
            let reached = [(&run, &milestone), (&read, &milestone)];
            let mut all = vec![];
            for (language, _) in crate::LANGUAGES {
                let (talk, words) = (&world.talk, Words::of(language));
                let card = talk.draw_card(words, event, &ada, world.now).await;
                let drawn = [
                    talk.draw_matrix(words, event, &ada, &view, &squares).await,
                    card.expect("there is a database"),
                    talk.draw_board(words, event, (By::Longest, None), &board, today).await,
                    talk.draw_milestones(words, &reached, world.now).await,
                ];
                for (kind, picture) in ["matrix", "card", "board", "milestones"].iter().zip(drawn) {
                    let picture = picture.expect("there is something to draw");
                    if let Some(folder) = &folder {
                        std::fs::create_dir_all(folder).expect("a folder to look into");
                        let path = format!("{folder}/{kind}-{}-{language}.png", event.slug);
                        std::fs::write(path, picture.png.as_ref()).expect("a folder to look into");
                    }
                    assert!(!all.contains(&picture.png), "{language} {kind}");
                    all.push(picture.png);
                }
            }
        }
    }
}
