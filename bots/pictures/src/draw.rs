//! The drawings as SVG.

use crate::text::{self, Anchor, Style};
use std::fmt::Write as _;

const BACK: &str = "#0d1117";
const PANEL: &str = "#161b22";
const TEXT: &str = "#f0f6fc";
const FAINT: &str = "#9198a1";
const MAIN: &str = "#39d353";

/// How a day went. The colours differ in lightness too, and marks stand where colour alone would tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Nothing was asked for, or the person was no member.
    Blank,
    Missed,
    Open,
    /// Away, excused or a day of rest.
    Rest,
    Frozen,
    Repaired,
    /// From one to four.
    Met(u8),
}

/// The days of a year, week by week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    pub name: String,
    pub title: String,
    /// The line below the names.
    pub summary: String,
    /// From a first day of a week on, so that each column is a week.
    pub days: Vec<Level>,
    /// The names of months, and the column where each begins.
    pub months: Vec<(usize, String)>,
    /// The names of the weekdays, seven of them.
    pub weekdays: [String; 7],
    pub less: String,
    pub more: String,
}

/// How somebody stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    pub name: String,
    pub title: String,
    /// The run now, and what to write below it.
    pub current: (String, String),
    pub best: (String, String),
    pub total: (String, String),
    pub last_days: String,
    /// The last days, the oldest first.
    pub days: Vec<Level>,
}

/// The first rows of a leaderboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    pub heading: String,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub rank: String,
    pub name: String,
    pub value: String,
    /// How long the bar is, in thousandths.
    pub share: u32,
}

fn begin(width: u32, height: u32) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><rect width="{width}" height="{height}" fill="{BACK}"/>"#
    )
}

fn style(size: f32, fill: &'static str, width_max: f32) -> Style {
    Style { size, bold: false, fill, anchor: Anchor::Start, width_max }
}

fn rect(svg: &mut String, (x, y, w, h): (f32, f32, f32, f32), fill: &str, extra: &str) {
    let _ = write!(
        svg,
        r#"<rect x="{x:.1}" y="{y:.1}" width="{w:.1}" height="{h:.1}" rx="3" fill="{fill}"{extra}/>"#
    );
}

fn cell(svg: &mut String, (x, y): (f32, f32), size: f32, level: Level) {
    let edge = r##" stroke="#ffffff" stroke-opacity="0.10""##;
    let (fill, mark) = match level {
        Level::Blank => ("#11161d", ""),
        Level::Missed => ("#2d333b", ""),
        Level::Open => ("#0d1117", ""),
        Level::Rest => ("#1c2f45", ""),
        Level::Frozen => ("#58a6ff", "*"),
        Level::Repaired => ("#d29922", "+"),
        Level::Met(0 | 1) => ("#0e6d31", ""),
        Level::Met(2) => ("#1a8f42", ""),
        Level::Met(3) => ("#2fbf55", ""),
        Level::Met(_) => ("#56e57a", ""),
    };
    let edge =
        if level == Level::Open { r##" stroke="#39d353" stroke-opacity="0.8""## } else { edge };
    rect(svg, (x, y, size, size), fill, edge);
    let (cx, cy, arm) = (x + size / 2.0, y + size / 2.0, size / 4.0);
    if !mark.is_empty() {
        let _ = write!(
            svg,
            r##"<path d="M{} {cy}H{}M{cx} {}V{}" stroke="#0d1117" stroke-width="1.5"/>"##,
            cx - arm,
            cx + arm,
            cy - arm,
            cy + arm
        );
    }
}

pub(crate) fn matrix(matrix: &Matrix) -> String {
    const CELL: f32 = 13.0;
    const STEP: f32 = 16.0;
    const LEFT: f32 = 60.0;
    const TOP: f32 = 118.0;
    let weeks = matrix.days.len().div_ceil(7).max(1) as f32;
    let (width, height) = (LEFT + weeks * STEP + 24.0, TOP + 7.0 * STEP + 46.0);
    let mut svg = begin(width as u32, height as u32);
    let room = width - 48.0;
    let bold = Style { bold: true, ..style(26.0, TEXT, room * 0.62) };
    text::draw(&mut svg, (24.0, 42.0), bold, &matrix.name);
    let end = Style { anchor: Anchor::End, ..style(18.0, FAINT, room * 0.34) };
    text::draw(&mut svg, (width - 24.0, 42.0), end, &matrix.title);
    text::draw(&mut svg, (24.0, 72.0), style(16.0, FAINT, room), &matrix.summary);
    for (week, name) in &matrix.months {
        let x = LEFT + *week as f32 * STEP;
        text::draw(&mut svg, (x, TOP - 8.0), style(12.0, FAINT, STEP * 4.0), name);
    }
    for (n, name) in matrix.weekdays.iter().enumerate().filter(|(n, _)| n % 2 == 0) {
        let y = TOP + n as f32 * STEP + 11.0;
        let end = Style { anchor: Anchor::End, ..style(12.0, FAINT, LEFT - 14.0) };
        text::draw(&mut svg, (LEFT - 8.0, y), end, name);
    }
    for (n, level) in matrix.days.iter().enumerate() {
        let at = (LEFT + (n / 7) as f32 * STEP, TOP + (n % 7) as f32 * STEP);
        cell(&mut svg, at, CELL, *level);
    }
    let y = TOP + 7.0 * STEP + 16.0;
    let legend = width - 24.0 - 5.0 * STEP;
    text::draw(
        &mut svg,
        (width - 24.0, y + 11.0),
        Style { anchor: Anchor::End, ..style(12.0, FAINT, 120.0) },
        &matrix.more,
    );
    let legend = legend - 50.0;
    let levels = [Level::Missed, Level::Met(1), Level::Met(2), Level::Met(3), Level::Met(4)];
    for (n, level) in levels.into_iter().enumerate() {
        cell(&mut svg, (legend + n as f32 * STEP, y), CELL, level);
    }
    let end = Style { anchor: Anchor::End, ..style(12.0, FAINT, 120.0) };
    text::draw(&mut svg, (legend - 8.0, y + 11.0), end, &matrix.less);
    svg.push_str("</svg>");
    svg
}

pub(crate) fn card(card: &Card) -> String {
    const WIDTH: f32 = 800.0;
    const CELL: f32 = 20.0;
    const STEP: f32 = 25.0;
    let mut svg = begin(WIDTH as u32, 360);
    rect(&mut svg, (20.0, 20.0, WIDTH - 40.0, 320.0), PANEL, "");
    let room = WIDTH - 96.0;
    text::draw(&mut svg, (48.0, 80.0), Style { bold: true, ..style(40.0, TEXT, room) }, &card.name);
    text::draw(&mut svg, (48.0, 116.0), style(22.0, FAINT, room), &card.title);
    let numbers = [(&card.current, MAIN), (&card.best, TEXT), (&card.total, TEXT)];
    for (n, ((value, label), fill)) in numbers.into_iter().enumerate() {
        let x = 48.0 + n as f32 * 240.0;
        text::draw(&mut svg, (x, 206.0), Style { bold: true, ..style(64.0, fill, 220.0) }, value);
        text::draw(&mut svg, (x, 238.0), style(18.0, FAINT, 220.0), label);
    }
    text::draw(&mut svg, (48.0, 282.0), style(16.0, FAINT, room), &card.last_days);
    for (n, level) in card.days.iter().take(28).enumerate() {
        cell(&mut svg, (48.0 + n as f32 * STEP, 296.0), CELL, *level);
    }
    svg.push_str("</svg>");
    svg
}

pub(crate) fn board(board: &Board) -> String {
    const WIDTH: f32 = 720.0;
    const LINE: f32 = 46.0;
    const TOP: f32 = 84.0;
    let height = TOP + board.rows.len().max(1) as f32 * LINE + 20.0;
    let mut svg = begin(WIDTH as u32, height as u32);
    let heading = Style { bold: true, ..style(28.0, TEXT, WIDTH - 48.0) };
    text::draw(&mut svg, (24.0, 48.0), heading, &board.heading);
    for (n, row) in board.rows.iter().enumerate() {
        let y = TOP + n as f32 * LINE;
        rect(&mut svg, (24.0, y, WIDTH - 48.0, LINE - 8.0), PANEL, "");
        let bar = (WIDTH - 48.0) * row.share.min(1000) as f32 / 1000.0;
        rect(&mut svg, (24.0, y, bar.max(4.0), LINE - 8.0), "#12351f", "");
        let base = y + 26.0;
        let rank = Style { anchor: Anchor::End, ..style(20.0, FAINT, 50.0) };
        text::draw(&mut svg, (78.0, base), rank, &row.rank);
        let name = Style { bold: n == 0, ..style(22.0, TEXT, WIDTH - 260.0) };
        text::draw(&mut svg, (94.0, base), name, &row.name);
        let value = Style { bold: true, anchor: Anchor::End, ..style(22.0, MAIN, 130.0) };
        text::draw(&mut svg, (WIDTH - 40.0, base), value, &row.value);
    }
    svg.push_str("</svg>");
    svg
}
