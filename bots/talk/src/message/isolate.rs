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

/// A text as it stands in a sentence of a language: isolated if a letter of it runs the other way, or if nothing but the
/// sentence says in which order its numbers stand. What holds isolated parts already is a list of our own, and stays as
/// it is. What would turn letters against their own direction is gone.
pub(crate) fn isolated<'t>(language: &str, text: &'t str) -> Cow<'t, str> {
    if text.contains(turns_letters) {
        return Cow::Owned(isolated(language, &text.replace(turns_letters, "")).into_owned());
    }
    let turns = match is_right_to_left(language) {
        // `9-5` would become `5-9`.
        true => text.chars().any(is_ltr) || (has_numbers(text) && !text.chars().any(is_rtl)),
        false => text.chars().any(is_rtl),
    };
    if turns { apart(text) } else { Cow::Borrowed(text) }
}

/// The same beside others in a list: there a number may stand next to another.
pub(crate) fn listed<'t>(language: &str, text: &'t str) -> Cow<'t, str> {
    let is_number = text.chars().any(is_digit) && !text.chars().any(is_rtl);
    if is_right_to_left(language) && is_number && !text.contains(turns_letters) {
        return apart(text);
    }
    isolated(language, text)
}

fn apart(text: &str) -> Cow<'_, str> {
    if text.contains(FIRST_STRONG) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(format!("{FIRST_STRONG}{text}{POP}"))
}

fn class(c: char) -> BidiClass {
    CodePointMapData::<BidiClass>::new().get(c)
}

fn is_ltr(c: char) -> bool {
    class(c) == BidiClass::LeftToRight
}

fn is_rtl(c: char) -> bool {
    matches!(class(c), BidiClass::RightToLeft | BidiClass::ArabicLetter)
}

fn is_digit(c: char) -> bool {
    matches!(class(c), BidiClass::EuropeanNumber | BidiClass::ArabicNumber)
}

/// Whether there are digits and more than what makes up one number, a time or a share.
fn has_numbers(text: &str) -> bool {
    let is_of_one = |c: char| {
        is_digit(c)
            || matches!(class(c), BidiClass::CommonSeparator | BidiClass::EuropeanTerminator)
    };
    text.chars().any(is_digit) && !text.chars().all(is_of_one)
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
        for number in ["12:30", "١٢:٣٠", "٥٫٥", "80%"] {
            assert_eq!(isolated("ar", number), number);
        }
        for numbers in ["9-5", "3-2-1", "7 11", "+49 30 1234", "1️⃣2️⃣", "٩-٥"] {
            assert_eq!(isolated("ar", numbers), format!("\u{2068}{numbers}\u{2069}"));
            assert_eq!(isolated("en", numbers), numbers);
        }
        assert_eq!(isolated("ar", "أميرة 9-5"), "أميرة 9-5");
        assert_eq!(
            (listed("ar", "٥"), listed("en", "5")),
            ("\u{2068}٥\u{2069}".into(), "5".into())
        );
        let once = isolated("ar", "Ada").into_owned();
        assert_eq!(isolated("ar", &once), once);
    }

    #[test]
    fn what_overrides_the_direction_is_left_out() {
        assert_eq!(isolated("en", "a\u{202e}b\u{2067}c"), "abc");
        assert_eq!(isolated("ar", "\u{202d}Ada"), "\u{2068}Ada\u{2069}");
    }
}
