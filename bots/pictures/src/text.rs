//! Text of any script as SVG, in the order in which it is read (UAX #9). The renderer's own fallback between fonts draws
//! boxes, can panic where fonts shape a cluster to different numbers of glyphs (linebender/resvg#732), and knows no line
//! that begins at the right: each run of one font and one direction is an element of its own here, placed by its width.

use crate::fonts::{FONTS, Font};
use std::fmt::Write as _;
use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo, bidi_class};
use unicode_segmentation::UnicodeSegmentation;

/// As `0xRRGGBB`.
pub(crate) type Colour = u32;

/// Characters of a text that are drawn at most.
const LENGTH_MAX: usize = 200;
/// Marks one after the other on a letter.
const MARKS_MAX: usize = 4;

/// Which way a page is written, and so every line on it. What runs the other way comes isolated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    #[default]
    LeftToRight,
    RightToLeft,
}

impl Direction {
    fn level(self) -> Level {
        match self {
            Direction::LeftToRight => Level::ltr(),
            Direction::RightToLeft => Level::rtl(),
        }
    }
}

/// Which end of a text is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Left,
    Right,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) size: f32,
    pub(crate) bold: bool,
    pub(crate) fill: Colour,
    /// What is wider is cut.
    pub(crate) width_max: f32,
}

/// A piece of a text that one font shows, at one level of embedding.
#[derive(Debug, Clone)]
struct Run {
    font: Font,
    text: String,
    level: Level,
}

/// Adds a line to a drawing.
pub(crate) fn draw(
    svg: &mut String,
    ((x, y), anchor): ((f32, f32), Anchor),
    style: Style,
    direction: Direction,
    text: &str,
) {
    let pieces = from_the_left(&fitting(style, direction, text));
    let mut at = match anchor {
        Anchor::Left => x,
        Anchor::Right => x - total(&pieces, style.size),
    };
    for piece in &pieces {
        let (family, weight) = FONTS.family(piece.font);
        let _ = write!(
            svg,
            r##"<text xml:space="preserve" x="{at:.1}" y="{y:.1}" font-size="{}" font-family="{family}" font-weight="{weight}" fill="#{:06x}">{}</text>"##,
            style.size,
            style.fill,
            escape(&piece.text)
        );
        at += FONTS.width(piece.font, &piece.text, style.size);
    }
}

/// How wide it is drawn.
pub(crate) fn width(style: Style, direction: Direction, text: &str) -> f32 {
    total(&from_the_left(&fitting(style, direction, text)), style.size)
}

/// The runs of a text as they are read, as far as there is room.
fn fitting(style: Style, direction: Direction, text: &str) -> Vec<Run> {
    let mut runs = runs(text, style.bold, direction);
    if total(&runs, style.size) <= style.width_max {
        return runs;
    }
    while !runs.is_empty() {
        shorten(&mut runs);
        if total(&runs, style.size) + style.size <= style.width_max {
            break;
        }
    }
    if let Some(font) = FONTS.pick("…", style.bold) {
        runs.push(Run { font, text: "…".to_owned(), level: direction.level() });
    }
    runs
}

/// The runs of a text as they are read. What no font shows is a question mark rather than a box.
fn runs(text: &str, bold: bool, direction: Direction) -> Vec<Run> {
    let mut runs: Vec<Run> = vec![];
    let text = readable(text);
    if text.is_empty() {
        return runs;
    }
    let info = ParagraphBidiInfo::new(&text, Some(direction.level()));
    let levels = info.reordered_levels(0..text.len());
    for (at, cluster) in text.grapheme_indices(true) {
        // What only says which way to read has been heard.
        if cluster.chars().all(is_unseen) {
            continue;
        }
        let level = levels[at];
        let same = runs.last_mut().filter(|run| run.level == level);
        if cluster == " "
            && let Some(run) = same
            && FONTS.shows(run.font, " ")
        {
            run.text.push(' ');
            continue;
        }
        let (font, shown) = match FONTS.pick(cluster, bold) {
            Some(font) => (Some(font), cluster),
            None => (FONTS.pick("?", bold), "?"),
        };
        let Some(font) = font else { continue };
        match runs.last_mut() {
            Some(run) if run.font == font && run.level == level => run.text.push_str(shown),
            _ => runs.push(Run { font, text: shown.to_owned(), level }),
        }
    }
    runs
}

/// What one line takes of a text: no breaks, and nothing that turns letters against their own direction.
fn readable(text: &str) -> String {
    let is_refused = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c);
    let mut readable = String::new();
    for cluster in text.graphemes(true).take(LENGTH_MAX) {
        if cluster.chars().all(is_refused) {
            continue;
        }
        let is_blank = cluster.trim().is_empty();
        readable.extend(unpiled(if is_blank { " " } else { cluster }));
    }
    readable
}

/// The marks of a letter that stay beside it; a pile of more would stand in other lines.
fn unpiled(cluster: &str) -> impl Iterator<Item = char> {
    let mut marks = 0;
    cluster.chars().filter(move |c| {
        marks = if bidi_class(*c) == BidiClass::NSM { marks + 1 } else { 0 };
        marks <= MARKS_MAX
    })
}

/// Marks and isolates of direction, and other characters that have no shape of their own.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

/// The pieces to write one after another from the left.
fn from_the_left(runs: &[Run]) -> Vec<Run> {
    let levels: Vec<Level> = runs.iter().map(|run| run.level).collect();
    let order = ParagraphBidiInfo::reorder_visual(&levels);
    order.into_iter().flat_map(|n| apart(&runs[n])).collect()
}

/// The renderer lays out each element as a line from left to right, and knows only by letters that one runs the other
/// way: what stands before and after these is turned round here.
fn apart(run: &Run) -> Vec<Run> {
    if run.level.is_ltr() {
        return vec![run.clone()];
    }
    let clusters: Vec<&str> = run.text.graphemes(true).collect();
    let is_letter = |cluster: &&str| cluster.chars().any(is_rtl);
    let first = clusters.iter().position(is_letter).unwrap_or(clusters.len());
    let end = clusters.iter().rposition(is_letter).map_or(first, |last| last + 1);
    let texts =
        [turned(&clusters[end..]), clusters[first..end].concat(), turned(&clusters[..first])];
    let pieces = texts.into_iter().filter(|text| !text.is_empty());
    pieces.map(|text| Run { text, font: run.font, level: run.level }).collect()
}

/// Hebrew, Arabic and their neighbours.
fn is_rtl(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL)
}

/// Signs from right to left.
fn turned(clusters: &[&str]) -> String {
    clusters.iter().rev().flat_map(|cluster| cluster.chars().map(mirrored)).collect()
}

/// What opens closes, read from the other side.
fn mirrored(c: char) -> char {
    const PAIRS: [(char, char); 11] = [
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('<', '>'),
        ('«', '»'),
        ('‹', '›'),
        ('「', '」'),
        ('『', '』'),
        ('【', '】'),
        ('《', '》'),
        ('≤', '≥'),
    ];
    let other = |&(open, close): &(char, char)| {
        let closing = (c == open).then_some(close);
        closing.or((c == close).then_some(open))
    };
    PAIRS.iter().find_map(other).unwrap_or(c)
}

fn total(runs: &[Run], size: f32) -> f32 {
    runs.iter().map(|run| FONTS.width(run.font, &run.text, size)).sum()
}

/// Takes the last cluster off.
fn shorten(runs: &mut Vec<Run>) {
    let Some(run) = runs.last_mut() else { return };
    let last = run.text.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
    run.text.truncate(last);
    if run.text.is_empty() {
        runs.pop();
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{LeftToRight, RightToLeft};

    /// The letters of a text from left to right, as they stand on the page.
    fn seen(direction: Direction, text: &str) -> String {
        let pieces = from_the_left(&runs(text, false, direction));
        let shown = |piece: &Run| match piece.text.chars().any(is_rtl) {
            true => piece.text.chars().rev().collect::<String>(),
            false => piece.text.clone(),
        };
        pieces.iter().map(shown).collect()
    }

    #[test]
    fn a_latin_name_and_numbers_stand_in_an_arabic_line_where_they_are_read() {
        assert_eq!(seen(RightToLeft, "\u{2068}Ada\u{2069} في ٣"), "٣ يف Ada");
        assert_eq!(seen(RightToLeft, "أب 12 من 30: جد."), ".دج :30 نم 12 بأ");
        assert_eq!(seen(RightToLeft, "\u{2068}Run 5 km!\u{2069} أب"), "بأ Run 5 km!");
        assert_eq!(seen(RightToLeft, "(أب) \u{2068}Ada\u{2069}"), "Ada (بأ)");
    }

    #[test]
    fn an_arabic_name_stands_in_an_english_line_where_it_is_read() {
        assert_eq!(
            seen(LeftToRight, "\u{2068}أب 3\u{2069} at Read: 3 of 4 days"),
            "3 بأ at Read: 3 of 4 days"
        );
        assert_eq!(seen(LeftToRight, "\u{2068}שרה!\u{2069} 1, 2"), "!הרש 1, 2");
        assert_eq!(seen(LeftToRight, "Ada (12)"), "Ada (12)");
    }

    #[test]
    fn nothing_is_drawn_of_what_only_steers_and_nobody_turns_a_line_round() {
        assert_eq!(seen(LeftToRight, "\u{2068}Ada\u{2069}\u{200f}\u{61c}\u{feff}"), "Ada");
        assert_eq!(seen(LeftToRight, "\u{202e}Ada\u{202c} Lovelace"), "Ada Lovelace");
        assert_eq!(seen(RightToLeft, "\u{2069}\u{2068}"), "");
        assert_eq!(seen(LeftToRight, ""), "");
    }

    #[test]
    fn what_is_cut_ends_where_reading_ends() {
        let style = Style { size: 10.0, bold: false, fill: 0, width_max: 60.0 };
        for direction in [LeftToRight, RightToLeft] {
            let text = if direction == LeftToRight {
                "abcdefghijklmnop"
            } else {
                "أبتثجحخدذرزسشصضطظ"
            };
            let pieces = from_the_left(&fitting(style, direction, &text.repeat(3)));
            let end = if direction == LeftToRight { pieces.last() } else { pieces.first() };
            assert_eq!(end.map(|piece| piece.text.as_str()), Some("…"), "{direction:?}");
            assert!(width(style, direction, &text.repeat(3)) <= style.width_max);
        }
    }
}
