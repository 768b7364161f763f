//! What all pictures have alike: their size and colours, the heading, the legend and the day at the foot, and the side
//! at which they begin.

use crate::accent::Accent;
use crate::text::{self, Anchor, Colour, Direction, Style};
use std::fmt::Write as _;

pub(crate) const BACK: Colour = 0x0d1117;
pub(crate) const PANEL: Colour = 0x161b22;
pub(crate) const TEXT: Colour = 0xf0f6fc;
pub(crate) const FAINT: Colour = 0x9198a1;
/// How much of its colour is seen of a bar.
pub(crate) const BAR_OPACITY: f64 = 0.25;

const WIDTH: f32 = 960.0;
const MARGIN: f32 = 32.0;
/// What is there between the margins.
pub(crate) const ROOM: f32 = WIDTH - 2.0 * MARGIN;
/// Where the content begins.
const TOP: f32 = 132.0;
/// Between the content and the legend.
const GAP: f32 = 24.0;
const LEGEND_LINE: f32 = 24.0;
const LEGEND_SQUARE: f32 = 13.0;

/// What surrounds the content of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub direction: Direction,
    /// Of the line below the heading, and of numbers and bars.
    pub accent: Accent,
    pub heading: String,
    /// The line below the heading.
    pub detail: String,
    /// What the marks of the content mean.
    pub legend: Vec<(Mark, String)>,
    /// The other end of the last line.
    pub footer: String,
}

/// What a legend explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Square(Level),
    Bar,
}

/// How a day, a week or a month went. The colours differ in lightness too, and marks stand where colour alone would tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Nothing was asked for, or the person was no member.
    Blank,
    Missed,
    /// Begun, and not as much as was asked for.
    Partly,
    Done,
    /// Half as much again as was asked for.
    More,
    /// At a time when nothing was asked for.
    Bonus,
    Open,
    /// Away, excused or a day of rest.
    Rest,
    Frozen,
    Repaired,
}

/// An entry of the legend: how far from the side where it begins, and on which line.
struct Entry<'p> {
    at: f32,
    line: usize,
    mark: Mark,
    text: &'p str,
}

/// A page to draw on. All that is given in pixels counts from the top and from the margin where lines begin.
pub(crate) struct Canvas<'p> {
    page: &'p Page,
    svg: String,
}

pub(crate) fn style(size: f32, fill: Colour, width_max: f32) -> Style {
    Style { size, bold: false, fill, width_max }
}

impl<'p> Canvas<'p> {
    /// A page with this much room for its content.
    pub(crate) fn new(page: &'p Page, height: f32) -> Canvas<'p> {
        let entries = legend(page);
        let lines = entries.last().map_or(1, |entry| entry.line + 1);
        let foot = height + GAP;
        let bottom =
            TOP + foot + lines as f32 * LEGEND_LINE + MARGIN - (LEGEND_LINE - LEGEND_SQUARE);
        let svg = format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{bottom:.0}"><rect width="{WIDTH}" height="{bottom:.0}" fill="#{BACK:06x}"/>"##
        );
        let mut canvas = Canvas { page, svg };
        let heading = Style { bold: true, ..style(32.0, TEXT, ROOM) };
        canvas.text((0.0, 58.0 - TOP), heading, &page.heading);
        canvas.text((0.0, 90.0 - TOP), style(18.0, FAINT, ROOM), &page.detail);
        canvas.rect((0.0, 106.0 - TOP, ROOM, 3.0), page.accent.rgb(), "");
        for entry in &entries {
            let y = foot + entry.line as f32 * LEGEND_LINE;
            match entry.mark {
                Mark::Square(level) => canvas.square((entry.at, y), LEGEND_SQUARE, level),
                Mark::Bar => canvas.bar((entry.at, y, LEGEND_SQUARE, LEGEND_SQUARE), page.accent),
            }
            canvas.text((entry.at + LEGEND_SQUARE + 8.0, y + 11.0), small(), entry.text);
        }
        let last = foot + (lines - 1) as f32 * LEGEND_LINE + 11.0;
        canvas.text_to((ROOM, last), small(), &page.footer);
        canvas
    }

    pub(crate) fn done(mut self) -> String {
        self.svg.push_str("</svg>");
        self.svg
    }

    /// A text that begins here.
    pub(crate) fn text(&mut self, (x, y): (f32, f32), style: Style, text: &str) {
        let end = match self.page.direction {
            Direction::LeftToRight => ((MARGIN + x, TOP + y), Anchor::Left),
            Direction::RightToLeft => ((WIDTH - MARGIN - x, TOP + y), Anchor::Right),
        };
        text::draw(&mut self.svg, end, style, self.page.direction, text);
    }

    /// A text that ends here.
    pub(crate) fn text_to(&mut self, (x, y): (f32, f32), style: Style, text: &str) {
        let end = match self.page.direction {
            Direction::LeftToRight => ((MARGIN + x, TOP + y), Anchor::Right),
            Direction::RightToLeft => ((WIDTH - MARGIN - x, TOP + y), Anchor::Left),
        };
        text::draw(&mut self.svg, end, style, self.page.direction, text);
    }

    pub(crate) fn rect(&mut self, (x, y, w, h): (f32, f32, f32, f32), fill: Colour, extra: &str) {
        let (left, top) = (self.left(x, w), TOP + y);
        let _ = write!(
            self.svg,
            r##"<rect x="{left:.1}" y="{top:.1}" width="{w:.1}" height="{h:.1}" rx="3" fill="#{fill:06x}"{extra}/>"##
        );
    }

    pub(crate) fn bar(&mut self, at: (f32, f32, f32, f32), accent: Accent) {
        self.rect(at, accent.rgb(), &format!(r#" fill-opacity="{BAR_OPACITY}""#));
    }

    pub(crate) fn square(&mut self, (x, y): (f32, f32), size: f32, level: Level) {
        const EDGE: &str = r##" stroke="#ffffff" stroke-opacity="0.10""##;
        const OPEN: &str = r##" stroke="#39d353" stroke-opacity="0.8""##;
        let fill = match level {
            Level::Blank => 0x11161d,
            Level::Missed => 0x2d333b,
            Level::Partly => 0x0e6d31,
            Level::Done => 0x2aa84a,
            Level::More | Level::Bonus => 0x7af29a,
            Level::Open => BACK,
            Level::Rest => 0x1c2f45,
            Level::Frozen => 0x58a6ff,
            Level::Repaired => 0xd29922,
        };
        self.rect((x, y, size, size), fill, if level == Level::Open { OPEN } else { EDGE });
        let (cx, cy) = (self.left(x, size) + size / 2.0, TOP + y + size / 2.0);
        let arm = size / 4.0;
        let mark = match level {
            Level::Frozen => {
                format!("M{} {cy}h{}M{cx} {}v{}", cx - arm, size / 2.0, cy - arm, size / 2.0)
            }
            Level::Bonus => {
                let (from, to) = (cx - arm, size / 2.0);
                format!("M{from} {cy}a{arm} {arm} 0 1 0 {to} 0a{arm} {arm} 0 1 0 -{to} 0Z")
            }
            Level::Repaired => {
                let from = cx - arm;
                format!("M{from} {cy}l{arm} {arm}l{arm} -{arm}l-{arm} -{arm}Z")
            }
            Level::Blank
            | Level::Missed
            | Level::Partly
            | Level::Done
            | Level::More
            | Level::Open
            | Level::Rest => return,
        };
        let _ = write!(
            self.svg,
            r##"<path d="{mark}" fill="none" stroke="#{BACK:06x}" stroke-width="1.5"/>"##
        );
    }

    /// The left edge of what is this wide.
    fn left(&self, x: f32, width: f32) -> f32 {
        match self.page.direction {
            Direction::LeftToRight => MARGIN + x,
            Direction::RightToLeft => WIDTH - MARGIN - x - width,
        }
    }
}

fn small() -> Style {
    style(14.0, FAINT, ROOM / 2.0)
}

/// The legend, on as many lines as it takes beside the footer.
fn legend(page: &Page) -> Vec<Entry<'_>> {
    const BETWEEN: f32 = 20.0;
    let width = |text: &str| text::width(small(), page.direction, text);
    let room = ROOM - width(&page.footer) - BETWEEN;
    let (mut next, mut line) = (0.0, 0);
    let entries = page.legend.iter().map(|(mark, text)| {
        let taken = LEGEND_SQUARE + 8.0 + width(text);
        if next > 0.0 && next + taken > room {
            (next, line) = (0.0, line + 1);
        }
        let entry = Entry { at: next, line, mark: *mark, text };
        next += taken + BETWEEN;
        entry
    });
    entries.collect()
}
