//! Text as Telegram's HTML.

use talk::{Reply, Span, Text, What};
use teloxide::utils::html;

use crate::respond::send::TEXT_MAX;

/// The longest note that Telegram shows over a button, in UTF-16 units.
pub(crate) const NOTE_MAX: usize = 200;

/// What a note says of a reply.
pub(crate) fn note_of(reply: &Reply) -> String {
    if reply.brief.0.is_empty() { reply.plain() } else { reply.brief.plain() }
}

/// A text in Telegram's HTML: whole spans up to its limit.
pub(crate) fn render(text: &Text) -> String {
    let mut length = 0;
    let mut rendered = String::new();
    for one in &text.0 {
        length += one.what.plain().encode_utf16().count();
        if length > TEXT_MAX {
            return rendered + "…";
        }
        rendered.push_str(&span(one));
    }
    rendered
}

fn span(span: &Span) -> String {
    let inner = match &span.what {
        What::Words(text) | What::Link(text) | What::Role(text) => html::escape(text),
        What::Literal(text) => html::escape(&unmentioned(text)),
        What::Time { else_shown, .. } => html::escape(else_shown),
    };
    let inner = if span.code { format!("<code>{inner}</code>") } else { inner };
    if span.bold { format!("<b>{inner}</b>") } else { inner }
}

/// What people write pings nobody: an invisible joiner behind each sign that Telegram makes a mention of.
pub(crate) fn unmentioned(text: &str) -> String {
    let mut rest = text.chars().peekable();
    let mut shown = String::with_capacity(text.len());
    while let Some(c) = rest.next() {
        shown.push(c);
        if c == '@' && rest.peek().is_some_and(char::is_ascii_alphanumeric) {
            shown.push('\u{2060}');
        }
    }
    shown
}
