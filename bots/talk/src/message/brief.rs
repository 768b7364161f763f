//! What a note over a pressed button holds, which goes by itself.

/// The longest note that Telegram shows, in UTF-16 units.
pub const BRIEF_MAX: usize = 200;
/// Lines of a note that can be read before it goes.
const BRIEF_LINES: usize = 3;

/// Whether a note holds all of a text, so that it can be read before it goes.
pub fn is_brief(text: &str) -> bool {
    text.encode_utf16().count() <= BRIEF_MAX && text.lines().count() <= BRIEF_LINES
}

#[cfg(test)]
mod tests {
    use super::{BRIEF_MAX, is_brief};

    #[test]
    fn a_note_is_measured_as_telegram_measures_it() {
        assert!(is_brief("one\ntwo\nthree") && !is_brief("one\ntwo\nthree\nfour"));
        assert!(is_brief(&"a".repeat(BRIEF_MAX)) && !is_brief(&"a".repeat(BRIEF_MAX + 1)));
        // Each is two units.
        let suns = "🌅".repeat(BRIEF_MAX / 2);
        assert!(is_brief(&suns) && !is_brief(&format!("{suns}🌅")));
    }
}
