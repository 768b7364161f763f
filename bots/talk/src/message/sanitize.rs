//! What people call themselves, made safe to show.

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
    for c in text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }) {
        if c.is_control() || is_invisible(c) {
            continue;
        }
        marks = if is_mark(c) { marks + 1 } else { 0 };
        if marks > MARKS_MAX || (c == ' ' && cleaned.ends_with(' ')) {
            continue;
        }
        cleaned.push(c);
    }
    let cleaned: String = cleaned.trim().chars().take(length_max).collect();
    cleaned.trim_end().to_owned()
}

/// Direction controls and characters of no width, but for the joiner within emoji and the selectors.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{61c}' | '\u{feff}' | '\u{e000}'..='\u{f8ff}')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use crate::message::sanitize::clean_name;

    #[test]
    fn a_hostile_name_becomes_a_plain_one() {
        assert_eq!(clean_name(" Ada\u{202e}\n\u{0}  L ", "?"), "Ada L");
        assert_eq!(clean_name("\u{200b}\u{2066}", "someone"), "someone");
        assert_eq!(clean_name(&format!("a{}", "\u{301}".repeat(50)), "?").chars().count(), 5);
        assert_eq!(clean_name(&"x".repeat(500), "?").len(), 64);
        assert_eq!(clean_name("山田 太郎 👩‍💻", "?"), "山田 太郎 👩‍💻");
    }
}
