//! The drawings as SVG.

use crate::accent::Accent;
use crate::page::{Canvas, FAINT, Level, PANEL, Page, ROOM, TEXT, style};
use crate::text::{self, Style};

/// The squares of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// The line above the squares.
    pub summary: String,
    /// The oldest first: weeks of days, months of weeks, or months.
    pub columns: Vec<Column>,
    /// The names of the rows, where they have any.
    pub rows: Vec<String>,
}

/// What stands in one column of a matrix, from the top down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The month that begins there, if one does.
    pub label: String,
    pub squares: Vec<Level>,
}

/// How somebody stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The run now, and what to write below it.
    pub current: (String, String),
    pub best: (String, String),
    pub total: (String, String),
    /// The line above the squares.
    pub lately: String,
    /// The last days, weeks or months, the oldest first.
    pub squares: Vec<Level>,
}

/// The first rows of a leaderboard, or milestones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What stands before the name: a place, or a number with its unit.
    pub rank: String,
    pub name: String,
    pub value: String,
    /// How long the bar is, in thousandths.
    pub share: u32,
    pub accent: Accent,
}

pub(crate) fn matrix(page: &Page, matrix: &Matrix) -> String {
    /// Between the margin and the columns, where rows have names.
    const NAMES: f32 = 56.0;
    const SQUARES: f32 = 60.0;
    const SIZE_MAX: f32 = 44.0;
    const BETWEEN: f32 = 3.0;
    let (begin, step_max) = if matrix.rows.is_empty() { (0.0, 56.0) } else { (NAMES, 16.0) };
    let columns = matrix.columns.len().max(1) as f32;
    let step = ((ROOM - begin) / columns).floor().clamp(4.0, step_max);
    let size = (step - BETWEEN).min(SIZE_MAX);
    let lines = matrix.columns.iter().map(|column| column.squares.len()).max().unwrap_or(0);
    let down = |line: usize| SQUARES + line as f32 * (size + BETWEEN);
    let mut canvas = Canvas::new(page, down(lines.max(1)));
    canvas.text((0.0, 16.0), style(16.0, TEXT, ROOM), &matrix.summary);
    // The name of a month runs on over its weeks.
    let label = style(12.0, FAINT, if matrix.rows.is_empty() { step } else { step * 4.0 });
    for (n, column) in matrix.columns.iter().enumerate() {
        let x = begin + n as f32 * step;
        canvas.text((x, SQUARES - 8.0), label, &column.label);
        for (line, level) in column.squares.iter().enumerate() {
            canvas.square((x, down(line)), size, *level);
        }
    }
    // Every other one is enough to find a day by.
    for (line, name) in matrix.rows.iter().enumerate().step_by(2) {
        canvas.text_to((NAMES - 8.0, down(line) + 11.0), style(12.0, FAINT, NAMES - 8.0), name);
    }
    canvas.done()
}

pub(crate) fn card(page: &Page, card: &Card) -> String {
    const SQUARES: f32 = 156.0;
    const STEP_MAX: f32 = 48.0;
    const BETWEEN: f32 = 4.0;
    let step = (ROOM / card.squares.len().max(1) as f32).floor().clamp(8.0, STEP_MAX);
    let size = step - BETWEEN;
    let mut canvas = Canvas::new(page, SQUARES + size);
    let numbers = [(&card.current, page.accent.rgb()), (&card.best, TEXT), (&card.total, TEXT)];
    let each = ROOM / numbers.len() as f32;
    for (n, ((value, label), fill)) in numbers.into_iter().enumerate() {
        let (x, room) = (n as f32 * each, each - 24.0);
        canvas.text((x, 60.0), Style { bold: true, ..style(64.0, fill, room) }, value);
        canvas.text((x, 92.0), style(18.0, FAINT, room), label);
    }
    canvas.text((0.0, SQUARES - 12.0), style(16.0, TEXT, ROOM), &card.lately);
    for (n, level) in card.squares.iter().enumerate() {
        canvas.square((n as f32 * step, SQUARES), size, *level);
    }
    canvas.done()
}

pub(crate) fn board(page: &Page, board: &Board) -> String {
    const LINE: f32 = 46.0;
    const BAR: f32 = LINE - 8.0;
    /// What places take at least and numbers with a unit at most, and what is left free around them.
    const RANK: (f32, f32) = (50.0, 200.0);
    const BEFORE: f32 = 6.0;
    const BEHIND: f32 = 14.0;
    const VALUE: f32 = 240.0;
    const INSET: f32 = 14.0;
    let rank = |row: &Row| text::width(style(20.0, FAINT, RANK.1), page.direction, &row.rank);
    let rank_max = board.rows.iter().map(rank).fold(RANK.0, f32::max);
    let name_at = BEFORE + rank_max + BEHIND;
    let mut canvas = Canvas::new(page, board.rows.len().max(1) as f32 * LINE - (LINE - BAR));
    for (n, row) in board.rows.iter().enumerate() {
        let y = n as f32 * LINE;
        canvas.rect((0.0, y, ROOM, BAR), PANEL, "");
        let length = ROOM * row.share.min(1000) as f32 / 1000.0;
        canvas.bar((0.0, y, length.max(4.0), BAR), row.accent);
        let base = y + 26.0;
        canvas.text_to((name_at - BEHIND, base), style(20.0, FAINT, rank_max), &row.rank);
        let room = ROOM - name_at - VALUE - 2.0 * INSET;
        let name = Style { bold: n == 0, ..style(22.0, TEXT, room) };
        canvas.text((name_at, base), name, &row.name);
        let value = Style { bold: true, ..style(22.0, row.accent.rgb(), VALUE) };
        canvas.text_to((ROOM - INSET, base), value, &row.value);
    }
    canvas.done()
}
