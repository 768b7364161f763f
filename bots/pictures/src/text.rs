//! Text of any script as SVG. The renderer's own fallback between fonts draws boxes, and can panic where fonts
//! shape a cluster to different numbers of glyphs (linebender/resvg#732): each run of one font is an element of its
//! own here, placed by its width.

use crate::fonts::{FONTS, Font};
use std::fmt::Write as _;
use unicode_segmentation::UnicodeSegmentation;

/// Characters of a text that are drawn at most.
const LENGTH_MAX: usize = 200;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    End,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) size: f32,
    pub(crate) bold: bool,
    pub(crate) fill: &'static str,
    pub(crate) anchor: Anchor,
    /// What is wider is cut.
    pub(crate) width_max: f32,
}

/// A piece of a text that one font shows.
struct Run {
    font: Font,
    text: String,
    is_rtl: bool,
}

/// Adds a text to a drawing.
pub(crate) fn draw(svg: &mut String, (x, y): (f32, f32), style: Style, text: &str) {
    let mut runs = runs(text, style.bold);
    let mut width = total(&runs, style.size);
    let mut is_cut = false;
    while width > style.width_max && !runs.is_empty() {
        is_cut = true;
        shorten(&mut runs);
        width = total(&runs, style.size) + style.size;
    }
    if is_cut && let Some(font) = FONTS.pick("…", style.bold) {
        runs.push(Run { font, text: "…".to_owned(), is_rtl: false });
        width = total(&runs, style.size);
    }
    let mut at = match style.anchor {
        Anchor::Start => x,
        Anchor::End => x - width,
    };
    // Runs stand from left to right; a text that begins from the right is laid out the other way round.
    if runs.first().is_some_and(|run| run.is_rtl) {
        runs.reverse();
    }
    for run in &runs {
        let (family, weight) = FONTS.family(run.font);
        let _ = write!(
            svg,
            r#"<text xml:space="preserve" x="{at:.1}" y="{y:.1}" font-size="{}" font-family="{family}" font-weight="{weight}" fill="{}">{}</text>"#,
            style.size,
            style.fill,
            escape(&run.text)
        );
        at += FONTS.width(run.font, &run.text, style.size);
    }
}

/// The runs of a text. What no font shows is a question mark rather than a box.
fn runs(text: &str, bold: bool) -> Vec<Run> {
    let mut runs: Vec<Run> = vec![];
    for cluster in text.graphemes(true).take(LENGTH_MAX) {
        if cluster.chars().all(char::is_control) {
            continue;
        }
        if cluster.trim().is_empty()
            && let Some(run) = runs.last_mut()
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
        let is_rtl = shown.chars().any(is_rtl);
        match runs.last_mut() {
            Some(run) if run.font == font && run.is_rtl == is_rtl => run.text.push_str(shown),
            _ => runs.push(Run { font, text: shown.to_owned(), is_rtl }),
        }
    }
    runs
}

/// Hebrew, Arabic and their neighbours.
fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
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
