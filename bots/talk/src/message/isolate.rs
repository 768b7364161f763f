//! What runs the other way than the sentence around it is isolated, so that it turns nothing round: UAX #9, FSI and PDI.

use icu_properties::CodePointMapData;
use icu_properties::props::BidiClass;
use std::borrow::Cow;

/// Languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 1] = ["ar"];
pub(crate) const FIRST_STRONG: char = '\u{2068}';
pub(crate) const POP: char = '\u{2069}';

pub(crate) fn is_right_to_left(language: &str) -> bool {
    RIGHT_TO_LEFT.contains(&language)
}

/// A text as it stands in a sentence of a language: isolated if a letter of it runs the other way. What holds isolated
/// parts already is a list of our own, and stays as it is. What would turn letters against their own direction is gone.
pub(crate) fn isolated<'t>(language: &str, text: &'t str) -> Cow<'t, str> {
    if text.contains(turns_letters) {
        return Cow::Owned(isolated(language, &text.replace(turns_letters, "")).into_owned());
    }
    let classes = CodePointMapData::<BidiClass>::new();
    let is_rtl =
        |c: char| matches!(classes.get(c), BidiClass::RightToLeft | BidiClass::ArabicLetter);
    let is_ltr = |c: char| classes.get(c) == BidiClass::LeftToRight;
    let turns = match is_right_to_left(language) {
        true => text.chars().any(is_ltr),
        false => text.chars().any(is_rtl),
    };
    if !turns || text.contains(FIRST_STRONG) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(format!("{FIRST_STRONG}{text}{POP}"))
}

/// Embeddings and overrides, and the isolates that are none of ours.
fn turns_letters(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_the_other_way_is_isolated_once() {
        assert_eq!(isolated("en", "Ada"), "Ada");
        assert_eq!(isolated("en", "أميرة 3"), "\u{2068}أميرة 3\u{2069}");
        assert_eq!(isolated("ar", "Ada"), "\u{2068}Ada\u{2069}");
        assert_eq!(isolated("ar", "أميرة"), "أميرة");
        assert_eq!(isolated("ar", "12:30"), "12:30");
        let once = isolated("ar", "Ada").into_owned();
        assert_eq!(isolated("ar", &once), once);
    }

    #[test]
    fn what_overrides_the_direction_is_left_out() {
        assert_eq!(isolated("en", "a\u{202e}b\u{2067}c"), "abc");
        assert_eq!(isolated("ar", "\u{202d}Ada"), "\u{2068}Ada\u{2069}");
    }
}
