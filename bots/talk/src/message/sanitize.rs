//! What people call themselves, made safe to show.

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory};
use icu_properties::{CodePointMapData, CodePointSetData};

/// Joins emoji, and letters of some scripts.
const JOINER: char = '\u{200d}';
/// Letters of a name or title that are kept.
const NAME_MAX: usize = 64;
/// Marks that may pile up on one letter.
const MARKS_MAX: usize = 4;

/// The name of a person without control characters, direction overrides, piles of marks, and what looks like the tag that
/// tells people apart; `fallback` where nothing is left.
pub fn clean_name(name: &str, fallback: &str) -> String {
    let cleaned = untagged(&clean(name, NAME_MAX)).to_owned();
    if cleaned.is_empty() { fallback.to_owned() } else { cleaned }
}

/// The same of a place, which has no tag.
pub fn clean_title(title: &str, fallback: &str) -> String {
    let cleaned = clean(title, NAME_MAX);
    if cleaned.is_empty() { fallback.to_owned() } else { cleaned }
}

/// A name without what stands at its end like a tag of ours.
pub(crate) fn untagged(name: &str) -> &str {
    let mut rest = name;
    while let Some((before, last)) = rest.rsplit_once(' ') {
        let mut letters = last.chars();
        let is_tag = letters.next().is_some_and(is_dot) && !letters.as_str().is_empty();
        if !is_tag || before.is_empty() {
            break;
        }
        rest = before;
    }
    rest
}

/// The dot of a tag, and those that look like it (Unicode TR 39).
fn is_dot(c: char) -> bool {
    matches!(
        c,
        '\u{b7}'
            | '\u{2d1}'
            | '\u{387}'
            | '\u{830}'
            | '\u{a76}'
            | '\u{1427}'
            | '\u{16eb}'
            | '\u{2022}'
            | '\u{2027}'
            | '\u{2219}'
            | '\u{22c5}'
            | '\u{2e31}'
            | '\u{30fb}'
            | '\u{a78f}'
            | '\u{ff65}'
            | '\u{10101}'
            | '\u{1091f}'
            | '\u{11174}'
            | '\u{111c7}'
            | '\u{115c4}'
            | '\u{116b9}'
            | '\u{12562}'
    )
}

/// Any text of one line made safe to show, in the form in which letters with marks are one (NFC).
pub fn clean(text: &str, length_max: usize) -> String {
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    let (mut cleaned, mut marks) = (String::new(), 0);
    for c in nfc.normalize(text).chars().map(|c| if is_blank(c) { ' ' } else { c }) {
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
    // What is gone may have kept a letter and its mark apart.
    let cleaned: String = nfc.normalize(cleaned.trim()).chars().take(length_max).collect();
    cleaned.trim_end_matches(|c: char| c == JOINER || c.is_whitespace()).to_owned()
}

/// What looks like a blank: Braille without dots is none to Unicode, nor are the note without a head and the blanks of
/// hieroglyphs.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{2800}' | '\u{1d159}' | '\u{13441}' | '\u{13442}')
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
        && matches!(
            general(c),
            GeneralCategory::NonspacingMark
                | GeneralCategory::EnclosingMark
                | GeneralCategory::SpacingMark
        )
}

fn general(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}

#[cfg(test)]
mod tests {
    use crate::message::sanitize::{clean, clean_name, clean_title};

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
            "\u{13441}\u{13442}",
            "\u{ad}",
            "\u{34f}",
            "\u{180e}",
            "\u{fe0f}",
            "\u{e0041}",
            "\u{1cd0}\u{200d}",
        ] {
            assert_eq!(clean_name(hidden, "someone"), "someone", "{hidden:?}");
            assert_eq!(
                clean_name(&format!("A{hidden}{hidden}da"), "?")
                    .replace(|c: char| !c.is_ascii_alphabetic(), ""),
                "Ada"
            );
        }
        assert_eq!(clean_name("\u{301}", "someone"), "someone");
        for mark in [
            "\u{301}",
            "\u{e34}",
            "\u{651}",
            "\u{93c}",
            "\u{483}",
            "\u{16f4f}",
            // Marks that take room of their own pile up beside each other.
            "\u{903}",
            "\u{bbe}",
            "\u{1b44}",
        ] {
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
    #[test]
    fn a_letter_and_its_mark_are_one() {
        assert_eq!(clean_name("Jose\u{301}", "?"), "Jos\u{e9}");
        assert_eq!(clean("cafe\u{301} \u{212b}", 80), "caf\u{e9} \u{c5}");
        assert_eq!(clean_name("Jose\u{200b}\u{301}", "?"), "Jos\u{e9}");
    }

    #[test]
    fn nobody_brings_a_tag_along() {
        for dot in ["·", "•", "・", "･", "\u{387}", "\u{2219}", "\u{16eb}"] {
            assert_eq!(clean_name(&format!("Ada {dot}x7f"), "?"), "Ada", "{dot}");
            assert_eq!(clean_name(&format!("Ada {dot}x7f  {dot}abc"), "?"), "Ada", "{dot}");
        }
        for kept in ["Ada · Berlin", "Col·lecció", "太郎・スミス", "·abc", "• Ada •"]
        {
            assert_eq!(clean_name(kept, "?"), kept);
        }
        assert_eq!(clean_title("Readers ·2026", "?"), "Readers ·2026");
    }
}
