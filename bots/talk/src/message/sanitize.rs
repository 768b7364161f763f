//! What people call themselves, made safe to show.

use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory};
use icu_properties::{CodePointMapData, CodePointSetData};

/// Joins emoji, and letters of some scripts.
const JOINER: char = '\u{200d}';
/// Letters of a name or title that are kept.
const NAME_MAX: usize = 64;
/// Marks that may pile up on one letter.
const MARKS_MAX: usize = 4;

/// A name without control characters, direction overrides and piles of marks; `fallback` where nothing is left.
pub fn clean_name(name: &str, fallback: &str) -> String {
    let cleaned = clean(name, NAME_MAX);
    if cleaned.is_empty() { fallback.to_owned() } else { cleaned }
}

/// The same for any text of one line.
pub(crate) fn clean(text: &str, length_max: usize) -> String {
    let (mut cleaned, mut marks) = (String::new(), 0);
    for c in text.chars().map(|c| if is_blank(c) { ' ' } else { c }) {
        if c.is_control() || is_invisible(c) || is_loose(c) && joins_nothing(&cleaned) {
            continue;
        }
        marks = match c {
            c if is_mark(c) => marks + 1,
            // What is not seen parts no pile.
            c if is_loose(c) => marks,
            _ => 0,
        };
        // A mark that stands on nothing shows nothing, and a pile of them covers others.
        if marks > MARKS_MAX
            || marks > 0 && joins_nothing(&cleaned)
            || c == ' ' && cleaned.ends_with(' ')
        {
            continue;
        }
        cleaned.push(c);
    }
    let cleaned: String = cleaned.trim().chars().take(length_max).collect();
    cleaned.trim_end_matches(|c: char| c == JOINER || c.is_whitespace()).to_owned()
}

/// What looks like a blank: Braille without dots is none to Unicode, nor is the note without a head.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{2800}' | '\u{1d159}')
}

/// What nobody sees by itself: of those the joiner within emoji and the selectors of their looks are kept. Private
/// characters look like anything.
fn is_invisible(c: char) -> bool {
    !is_loose(c)
        && (CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
            || matches!(general(c), GeneralCategory::Format | GeneralCategory::PrivateUse))
}

/// What belongs to the character before it.
fn is_loose(c: char) -> bool {
    c == JOINER || matches!(c, '\u{fe0e}' | '\u{fe0f}')
}

fn joins_nothing(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| c == ' ' || c == JOINER)
}

fn is_mark(c: char) -> bool {
    !is_loose(c)
        && matches!(general(c), GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark)
}

fn general(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}

#[cfg(test)]
mod tests {
    use crate::message::sanitize::clean_name;

    #[test]
    fn a_hostile_name_becomes_a_plain_one() {
        assert_eq!(clean_name(" Ada\u{202e}\n\u{0}  L ", "?"), "Ada L");
        assert_eq!(clean_name("\u{200b}\u{2066}", "someone"), "someone");
        assert_eq!(clean_name(&format!("a{}", "\u{301}".repeat(50)), "?").chars().count(), 5);
        let parted = format!("a{}", "\u{301}\u{302}\u{303}\u{fe0f}".repeat(10));
        let piled = clean_name(&parted, "?").chars().filter(|c| *c != '\u{fe0f}').count();
        assert_eq!(piled, 5);
        assert_eq!(clean_name(&"x".repeat(500), "?").len(), 64);
        for hidden in [
            "\u{200d}",
            "\u{3164}",
            "\u{115f}\u{1160}",
            "\u{2800}",
            "\u{1d159}",
            "\u{ad}",
            "\u{34f}",
            "\u{180e}",
            "\u{fe0f}",
            "\u{e0041}",
            "\u{301}",
            "\u{1cd0}\u{200d}",
        ] {
            assert_eq!(clean_name(hidden, "someone"), "someone", "{hidden:?}");
            assert_eq!(
                clean_name(&format!("A{hidden}{hidden}da"), "?")
                    .replace(|c: char| !c.is_ascii_alphabetic(), ""),
                "Ada"
            );
        }
        for mark in ["\u{301}", "\u{e34}", "\u{651}", "\u{93c}", "\u{483}", "\u{16f4f}"] {
            assert!(
                clean_name(&format!("a{}", mark.repeat(50)), "?").chars().count() <= 5,
                "{mark:?}"
            );
        }
        assert_eq!(clean_name("प्रिया क्षत्रिय", "?"), "प्रिया क्षत्रिय");
        assert_eq!(clean_name("مُحَمَّد", "?"), "مُحَمَّد");
        assert_eq!(clean_name("❤️ Zoë 🏳️‍🌈", "?"), "❤️ Zoë 🏳️‍🌈");
        assert_eq!(clean_name("山田 太郎 👩‍💻", "?"), "山田 太郎 👩‍💻");
    }
}
