//! The winners of an event, in words and as a table.

use engine::rules::Instant;
use engine::rules::ranking::By;
use engine::{BoardRow, Error, Event, Platform, Question, tell_apart};

use crate::command::Talk;
use crate::locale::{Arg, Words};
use crate::message::{Document, Reply};
use crate::view::progress;

/// Places that are shown, and lines at most where many share them: the message must fit under a file.
const PLACES: u64 = 3;
const LINES: usize = 8;
/// Rows of the file at most, and those fetched at a time.
const ROWS_MAX: usize = 1000;
const PAGE: u32 = 100;
/// What a formula begins with; in Japan, for one, in full width too.
const FORMULA_SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The first places with an account each, and everybody in a file. Of whoever has several accounts the host sees
/// the one on their own platform alone.
pub(crate) async fn list(
    talk: &Talk,
    words: Words,
    event: &Event,
    platform: Platform,
    now: Instant,
) -> Result<Reply, Error> {
    let title = [("title", Arg::Text(&event.title))];
    let rows = rows(talk, event, now).await?;
    // With nothing nobody wins.
    let won = || rows.iter().filter(|row| row.longest > 0 && row.rank <= PLACES);
    if won().next().is_none() {
        return Ok(Reply::only(words.text("winners-none", &title)));
    }
    let heading = if event.is_over(now) { "winners-heading" } else { "winners-so-far" };
    let mut text = words.text(heading, &title);
    for row in won().take(LINES) {
        let accounts = talk.engine.people().accounts(row.person).await?;
        let here = accounts.iter().find(|account| account.platform == platform);
        let account = here.or(accounts.first()).map_or_else(String::new, |account| {
            let handle = account.handle.as_ref().map(|handle| format!("@{handle}"));
            let handle = handle.unwrap_or_else(|| account.external_id.clone());
            format!("{}: {handle}", account.platform.name())
        });
        let reached = progress::count(words, &event.rules, row.longest);
        let line = [
            ("rank", Arg::Number(row.rank)),
            ("name", Arg::Text(&row.name)),
            ("value", Arg::Ours(&reached)),
            ("account", Arg::Text(&account)),
        ];
        text = text.then(words.text("winners-line", &line));
    }
    let more = won().count().saturating_sub(LINES);
    if more > 0 {
        text = text.then(words.text("winners-more", &[("n", Arg::Number(more as u64))]));
    }
    let file = Document { name: "ranking.csv".to_owned(), bytes: table(&rows)?.into() };
    Ok(Reply { documents: vec![file], ..Reply::only(text) })
}

/// The ranking from its top, by the longest streak as the public result has it.
async fn rows(talk: &Talk, event: &Event, now: Instant) -> Result<Vec<BoardRow>, Error> {
    let (mut rows, mut after): (Vec<BoardRow>, _) = (vec![], None);
    while rows.len() < ROWS_MAX {
        let page = Question { after, ..Question::top(By::Longest, PAGE).at_close() };
        let board = talk.engine.leaderboards().page(event.id, &page, now).await?;
        rows.extend(board.rows);
        after = board.next;
        if after.is_none() {
            break;
        }
    }
    // Each page has told its own names apart.
    tell_apart(rows.iter_mut().map(|row| (row.person, &mut row.name)));
    Ok(rows)
}

fn table(rows: &[BoardRow]) -> Result<Vec<u8>, Error> {
    let failed = |why: String| Error::Unreadable { what: "ranking", why };
    let mut writer = csv::Writer::from_writer(vec![]);
    writer
        .write_record(["rank", "name", "longest", "current", "total", "points"])
        .map_err(|error| failed(error.to_string()))?;
    for row in rows {
        let points = row.points_milli as f64 / 1000.0;
        let numbers = [row.longest, row.current, row.total].map(|number| number.to_string());
        let [longest, current, total] = numbers;
        let cells = [
            row.rank.to_string(),
            harmless(&row.name),
            longest,
            current,
            total,
            points.to_string(),
        ];
        writer.write_record(cells).map_err(|error| failed(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| failed(error.to_string()))
}

/// Text for a table in which a spreadsheet finds no formula to work out when the file is opened. Where numbers have a
/// comma it parts cells at a semicolon, and then minds quotes at the beginning of a cell alone.
pub fn harmless(text: &str) -> String {
    let (mut safe, mut begins_cell) = (String::with_capacity(text.len()), true);
    for letter in text.chars() {
        if begins_cell && FORMULA_SIGNS.contains(&letter) {
            safe.push('\'');
        }
        begins_cell = match letter {
            ',' | ';' | '\t' | '\n' | '\r' => true,
            '"' => begins_cell,
            _ => begins_cell && letter.is_whitespace(),
        };
        safe.push(letter);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cells of a line in which a name stands behind a number, for spreadsheets of either kind.
    fn cells(name: &str, separator: u8) -> Vec<String> {
        let mut writer = csv::Writer::from_writer(vec![]);
        writer.write_record(["2", &harmless(name), "1"]).expect("it is written");
        let line = writer.into_inner().expect("it is written");
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.has_headers(false).flexible(true).delimiter(separator);
        let mut reader = reader.from_reader(&*line);
        let read = reader.records().map(|record| record.expect("it is read"));
        read.flat_map(|record| record.iter().map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    #[test]
    fn no_name_makes_a_formula_of_a_cell_wherever_a_spreadsheet_parts_the_line() {
        for name in [
            "=1+1",
            "+1",
            "-1",
            "@sum(1)",
            "＝1+1",
            "＋1",
            "－1",
            "＠sum(1)",
            "x;=cmd|'/C calc'!A1;",
            "x; =1",
            "x;\"=1\"",
            "\"=1",
            "x\t＝1",
            "x,\"y;＠z",
            "x\n=1",
        ] {
            for separator in *b",;\t" {
                for cell in cells(name, separator) {
                    let begins = cell.trim_start_matches([' ', '"']);
                    assert!(!begins.starts_with(FORMULA_SIGNS), "{name:?} gives {cell:?}");
                }
            }
        }
    }

    #[test]
    fn signs_within_a_cell_stay_as_they_are() {
        for name in ["a=b", "Ada-Lena", "5 km + 2", "ada@home", "Ada; Ben", "9 - 5"] {
            assert_eq!(harmless(name), name);
        }
    }
}
