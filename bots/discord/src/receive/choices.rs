//! Choices as Discord takes them: one that is empty or too long, and it refuses them all.

use talk::{SUGGESTIONS_MAX, Suggestion};

/// Letters of a name and of a value.
const LENGTH_MAX: usize = 100;

/// Those that Discord takes, with their names cut: a value is taken as it is, or not at all.
pub(crate) fn taken(suggested: Vec<Suggestion>) -> Vec<Suggestion> {
    let is_said = |text: &str| !text.trim().is_empty();
    let fits = |one: &Suggestion| {
        is_said(&one.label) && is_said(&one.value) && length(&one.value) <= LENGTH_MAX
    };
    let cut = |one: Suggestion| Suggestion { label: cut(one.label), ..one };
    suggested.into_iter().filter(fits).map(cut).take(SUGGESTIONS_MAX).collect()
}

/// As clients count, to whom an emoji is two.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

fn cut(name: String) -> String {
    if length(&name) <= LENGTH_MAX {
        return name;
    }
    let mut room = LENGTH_MAX - 1;
    let fits = |c: &char| {
        let left = room.checked_sub(c.len_utf16());
        room = left.unwrap_or(0);
        left.is_some()
    };
    name.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggestion(label: &str, value: &str) -> Suggestion {
        Suggestion { label: label.to_owned(), value: value.to_owned() }
    }

    #[test]
    fn no_hostile_choice_spoils_the_others() {
        let hostile = [
            suggestion("", ""),
            suggestion(" ", "blank"),
            suggestion("blank", "\u{3000}"),
            suggestion("long", &"a".repeat(101)),
            suggestion("emoji", &"🐙".repeat(51)),
            suggestion("umlauts", &"ä".repeat(400)),
        ];
        let good = suggestion("b", "b");
        let offered = taken(hostile.into_iter().chain([good.clone()]).collect());
        assert_eq!(offered, [good]);
        for name in ["a".repeat(400), "🐙".repeat(400), format!("a{}", "🐙".repeat(60))] {
            let [one] = &taken(vec![suggestion(&name, "v")])[..] else { panic!("{name}") };
            assert!((98..=LENGTH_MAX).contains(&length(&one.label)), "{}", one.label);
            assert!(one.label.ends_with('…'));
        }
        let most = suggestion(&"n".repeat(100), &"v".repeat(100));
        assert_eq!(taken(vec![most.clone(); 60]), vec![most; SUGGESTIONS_MAX]);
    }
}
