//! A reply as a mail: plain, and as HTML for those who like it.

use std::fmt::Write as _;
use talk::{Button, ButtonAction, Reply, Span, Text, What};
use unicode_segmentation::UnicodeSegmentation as _;

/// Longer subjects are cut off by mailboxes.
const SUBJECT_MAX: usize = 70;

/// A sentence, and the address that it ends in.
type Footer = (String, String);

/// The first line.
pub(crate) fn subject(text: &Text) -> String {
    let plain = text.plain();
    let line = plain.lines().find(|line| !line.trim().is_empty()).unwrap_or("Streaks").trim();
    if line.graphemes(true).count() <= SUBJECT_MAX {
        return line.to_owned();
    }
    let cut: String = line.graphemes(true).take(SUBJECT_MAX - 1).collect();
    format!("{}…", cut.trim_end())
}

/// The buttons that lead somewhere: others need a chat.
fn links(reply: &Reply) -> impl Iterator<Item = (&str, &str)> {
    reply.buttons.iter().flatten().filter_map(|Button { label, action, .. }| match action {
        ButtonAction::Link(address) => Some((label.as_str(), address.as_str())),
        ButtonAction::Callback(_) => None,
    })
}

pub(crate) fn plain(reply: &Reply, footer: Option<&Footer>) -> String {
    let mut mail = reply.text.plain();
    for (label, address) in links(reply) {
        // Writing to a text cannot fail.
        let _ = write!(mail, "\n\n{label}:\n{address}");
    }
    if let Some((sentence, address)) = footer {
        // Mailboxes know what follows this line for a signature.
        let _ = write!(mail, "\n\n-- \n{sentence} {address}");
    }
    mail.push('\n');
    mail
}

pub(crate) fn html(reply: &Reply, footer: Option<&Footer>, language: &str) -> String {
    let body: String = reply.text.0.iter().map(span).collect();
    let mut mail = format!(
        "<!doctype html>\n<html lang=\"{language}\"><meta charset=\"utf-8\">\n<p dir=\"auto\">{}</p>\n",
        body.replace('\n', "<br>\n")
    );
    for (label, address) in links(reply) {
        let (label, address) = (escaped(label), escaped(address));
        let _ = writeln!(mail, "<p dir=\"auto\"><a href=\"{address}\">{label}</a></p>");
    }
    if let Some((sentence, address)) = footer {
        let (sentence, address) = (escaped(sentence), escaped(address));
        let _ = writeln!(
            mail,
            "<p dir=\"auto\"><small>{sentence} <a href=\"{address}\">{address}</a></small></p>"
        );
    }
    mail + "</html>\n"
}

fn span(span: &Span) -> String {
    let inner = match &span.what {
        What::Link(address) => {
            let address = escaped(address);
            format!("<a href=\"{address}\">{address}</a>")
        }
        // A name must not turn the words around it.
        What::Literal(text) => format!("<bdi>{}</bdi>", escaped(text)),
        other => escaped(other.plain()),
    };
    let inner = if span.code { format!("<code>{inner}</code>") } else { inner };
    if span.bold { format!("<b>{inner}</b>") } else { inner }
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(what: What) -> Reply {
        Reply::only(Text(vec![Span { what, bold: false, code: false }]))
    }

    #[test]
    fn what_people_wrote_is_no_markup() {
        let reply = said(What::Literal("<b>\"x\"</b> & \nBcc: a@b.c".to_owned()));
        let html = html(&reply, None, "en");
        assert!(
            html.contains("<bdi>&lt;b&gt;&quot;x&quot;&lt;/b&gt; &amp; <br>\nBcc: a@b.c</bdi>"),
            "{html}"
        );
        assert_eq!(subject(&reply.text), "<b>\"x\"</b> &");
    }

    #[test]
    fn a_long_first_line_is_cut_for_the_subject() {
        let reply = said(What::Words("é".repeat(90)));
        let subject = subject(&reply.text);
        assert_eq!(subject.graphemes(true).count(), 70);
        assert!(subject.ends_with('…'));
    }

    #[test]
    fn a_link_can_be_followed_in_both_kinds() {
        let reply = said(What::Words("Confirm".to_owned()))
            .with([Button::link("Yes".to_owned(), "https://x.test/?a=1&b=2".to_owned())]);
        let footer = ("Stop:".to_owned(), "https://x.test/stop".to_owned());
        assert_eq!(
            plain(&reply, Some(&footer)),
            "Confirm\n\nYes:\nhttps://x.test/?a=1&b=2\n\n-- \nStop: https://x.test/stop\n"
        );
        assert!(html(&reply, None, "en").contains("href=\"https://x.test/?a=1&amp;b=2\""));
    }
}
