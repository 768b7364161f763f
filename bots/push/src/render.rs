//! A reply as a notification.

use serde_json::json;
use talk::{ButtonAction, Reply};
use unicode_segmentation::UnicodeSegmentation as _;

/// What stands above everything that has no heading of its own.
const NAME: &str = "Streaks";
/// Longer ones are cut off by browsers anyway.
const TITLE_MAX: usize = 70;
const TITLE_BYTES_MAX: usize = 400;
/// Push services take 4,096 bytes of a message that is encrypted, and this is what is left for the text, as JSON.
const BODY_BYTES_MAX: usize = 2000;

/// What our service worker shows: a title, a text, where a tap leads, and a tag, by which one that comes twice is one.
pub(crate) fn notification(reply: &Reply, tag: &str, home: &str) -> String {
    let text = reply.text.plain();
    let text = text.trim();
    let (title, body) = match text.split_once('\n') {
        Some((title, body)) if is_title(title) => (title, body.trim()),
        _ => (NAME, text),
    };
    let link = reply.buttons.iter().flatten().find_map(|button| match &button.action {
        ButtonAction::Link(address) => Some(address.as_str()),
        ButtonAction::Callback(_) => None,
    });
    let url = link.unwrap_or(home);
    json!({"title": title, "body": cut(body), "url": url, "tag": tag}).to_string()
}

fn is_title(line: &str) -> bool {
    line.graphemes(true).count() <= TITLE_MAX && escaped_bytes(line) <= TITLE_BYTES_MAX
}

/// As much of a text as there is room for, without half a letter at the end.
fn cut(text: &str) -> String {
    let mut room = BODY_BYTES_MAX;
    let mut kept = String::new();
    for letter in text.graphemes(true) {
        let Some(left) = room.checked_sub(escaped_bytes(letter)) else {
            kept.push('…');
            break;
        };
        room = left;
        kept.push_str(letter);
    }
    kept
}

/// Bytes of a text inside of JSON.
fn escaped_bytes(text: &str) -> usize {
    serde_json::Value::from(text).to_string().len() - 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use talk::{Span, Text, What};

    fn shown(text: &str) -> serde_json::Value {
        let span = Span { what: What::Literal(text.to_owned()), bold: false, code: false };
        let json = notification(&Reply::only(Text(vec![span])), "tag", "/me");
        assert!(json.len() <= 3993, "{} bytes", json.len());
        serde_json::from_str(&json).expect("JSON")
    }

    #[test]
    fn the_first_of_several_lines_is_the_title() {
        let told = shown("Two are open:\n• Reading\n• Running");
        assert_eq!(
            told,
            json!({"title": "Two are open:", "body": "• Reading\n• Running", "url": "/me", "tag": "tag"})
        );
        let told = shown("Reading is still open today.");
        assert_eq!(
            (&told["title"], &told["body"]),
            (&json!("Streaks"), &json!("Reading is still open today."))
        );
    }

    #[test]
    fn however_much_is_said_it_fits() {
        shown(&format!("{}\n{}", "a\u{301}".repeat(70), "\u{1}".repeat(3000)));
        shown(&format!("{}\nrest", "\u{1}".repeat(70)));
        for letter in ["a", "ä", "👨‍👩‍👧‍👦", "\u{1}", "\"", "読"] {
            let body = shown(&letter.repeat(5000))["body"].as_str().map(str::to_owned);
            assert!(body.is_some_and(|body| body.ends_with('…')), "{letter:?}");
        }
    }
}
