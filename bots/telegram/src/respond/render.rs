//! Text as Telegram's HTML.

use std::borrow::Cow;
use talk::{BRIEF_MAX, Reply, Span, Text, What};
use teloxide::utils::html;

use crate::respond::send::TEXT_MAX;

/// What a note says of a reply.
pub(crate) fn note_of(reply: &Reply) -> String {
    if reply.brief.0.is_empty() { reply.plain() } else { reply.brief.plain() }
}

/// What ends a sentence in one of our languages.
const STOPS: [char; 10] = ['.', '!', '?', '…', ':', '。', '！', '？', '।', '؟'];

/// A note that goes by itself: on one line, and as much as Telegram shows.
pub(crate) fn note(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.is_empty());
    let line = lines.fold(String::new(), |line, next| {
        // A title that ends a line would run into the next one.
        let between = match line.chars().last() {
            None => "",
            Some(last) if STOPS.contains(&last) => " ",
            Some(_) => " · ",
        };
        line + between + next
    });
    if units(&line) <= BRIEF_MAX {
        return line;
    }
    format!("{}…", fitting(&line, BRIEF_MAX - 1).trim_end())
}

/// A text in Telegram's HTML, as much as fits: what people wrote is cut, and anything else goes as a whole.
pub(crate) fn render(text: &Text) -> String {
    let (mut left, mut rendered) = (TEXT_MAX, String::new());
    for span in &text.0 {
        let shown = shown(&span.what);
        let fits: &str = if matches!(span.what, What::Literal(_)) {
            fitting(&shown, left)
        } else if units(&shown) <= left {
            &shown
        } else {
            ""
        };
        left -= units(fits);
        rendered.push_str(&styled(span, fits));
        if fits.len() < shown.len() {
            return rendered + "…";
        }
    }
    rendered
}

/// How long a text is to Telegram: in UTF-16 units.
pub(crate) fn length(text: &Text) -> usize {
    text.0.iter().map(|span| units(&shown(&span.what))).sum()
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn shown(what: &What) -> Cow<'_, str> {
    match what {
        What::Literal(text) => Cow::Owned(unmentioned(text)),
        other => Cow::Borrowed(other.plain()),
    }
}

/// The beginning of a text that takes no more than so many units.
fn fitting(text: &str, units_max: usize) -> &str {
    let mut taken = 0;
    let end = text.char_indices().find_map(|(at, c)| {
        taken += c.len_utf16();
        (taken > units_max).then_some(at)
    });
    end.map_or(text, |end| &text[..end])
}

fn styled(span: &Span, shown: &str) -> String {
    if shown.is_empty() {
        return String::new();
    }
    let inner = html::escape(shown);
    let inner = if span.code { format!("<code>{inner}</code>") } else { inner };
    if span.bold { format!("<b>{inner}</b>") } else { inner }
}

/// What people write pings nobody and does nothing at a tap: an invisible joiner behind each sign that Telegram makes a
/// mention or a command of.
pub(crate) fn unmentioned(text: &str) -> String {
    let mut rest = text.chars().peekable();
    let mut shown = String::with_capacity(text.len());
    let mut before = None;
    while let Some(c) = rest.next() {
        shown.push(c);
        let is_sign = c == '@' || c == '/' && before.is_none_or(may_precede_command);
        if is_sign && rest.peek().is_some_and(|next| is_of_word(*next)) {
            shown.push('\u{2060}');
        }
        before = Some(c);
    }
    shown
}

/// Within addresses, dates and fractions a stroke begins no command.
fn may_precede_command(c: char) -> bool {
    !c.is_alphanumeric() && !matches!(c, '_' | '/' | '<' | '>')
}

fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_no_command_to_tap() {
        assert_eq!(
            unmentioned("/undo (/leave) 1/2 https://a.test/b"),
            "/\u{2060}undo (/\u{2060}leave) 1/2 https://a.test/b"
        );
    }

    #[test]
    fn a_note_is_one_line_of_what_telegram_shows() {
        assert_eq!(note("Day 1 · Read\n2 more.\nSee you."), "Day 1 · Read · 2 more. See you.");
        let long = note(&"🌅".repeat(150));
        assert!(units(&long) <= BRIEF_MAX && long.ends_with("🌅…"), "{long}");
    }

    #[test]
    fn what_is_too_long_is_cut_with_all_that_is_put_in() {
        let literal = Span { what: What::Literal("@a".repeat(4100)), bold: true, code: false };
        let rendered = render(&Text(vec![literal]));
        assert!(rendered.starts_with("<b>@\u{2060}a") && rendered.ends_with("</b>…"), "{rendered}");
        assert!((4000..4096).contains(&(units(&rendered) - "<b></b>".len())), "{rendered}");
    }
}
