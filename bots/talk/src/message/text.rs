//! Text that no platform owns: spans, so that what people wrote stays literal everywhere.
//!
//! Words use `**bold**` and `` `code` ``. What people wrote is put between marks from Unicode's private
//! use area before it enters a sentence, and so never reads as markup.

use engine::rules::Instant;

const LITERAL: char = '\u{e000}';
const LITERAL_END: char = '\u{e001}';
const TIME: char = '\u{e002}';
const TIME_END: char = '\u{e003}';
const LINK: char = '\u{e004}';
const LINK_END: char = '\u{e005}';
const ROLE: char = '\u{e006}';
const ROLE_END: char = '\u{e007}';

/// A text as spans.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(pub Vec<Span>);

/// A piece of a text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    pub what: What,
    pub bold: bool,
    pub code: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Our own words.
    Words(String),
    /// What a person wrote.
    Literal(String),
    /// An instant: a platform that knows the reader's clock shows it there, others show `else_shown`.
    Time { at: Instant, else_shown: String },
    /// An address on the web.
    Link(String),
    /// A role, shown by its name where its platform can.
    Role(String),
}

/// Marks what a person wrote.
pub(crate) fn literal(text: &str) -> String {
    format!("{LITERAL}{}{LITERAL_END}", unmarked(text))
}

/// Marks an instant.
pub(crate) fn time(at: Instant, else_shown: &str) -> String {
    format!("{TIME}{}|{}{TIME_END}", at.0, unmarked(else_shown))
}

/// Marks an address on the web.
pub(crate) fn link(address: &str) -> String {
    format!("{LINK}{}{LINK_END}", unmarked(address))
}

/// Marks a role.
pub(crate) fn role(id: &str) -> String {
    format!("{ROLE}{}{ROLE_END}", unmarked(id))
}

fn unmarked(text: &str) -> String {
    text.chars().filter(|c| !(LITERAL..=ROLE_END).contains(c)).collect()
}

impl Text {
    /// Reads marks and markup.
    pub(crate) fn read(marked: &str) -> Text {
        let mut reader = Reader::default();
        let mut rest = marked;
        while let Some(c) = rest.chars().next() {
            rest = match c {
                LITERAL => reader.take(rest, LITERAL_END, |inner| What::Literal(inner.to_owned())),
                ROLE => reader.take(rest, ROLE_END, |inner| What::Role(inner.to_owned())),
                LINK => reader.take(rest, LINK_END, |inner| What::Link(inner.to_owned())),
                TIME => reader.take(rest, TIME_END, read_time),
                '*' if rest.starts_with("**") => {
                    reader.toggle(&rest[2..], |reader| reader.bold = !reader.bold)
                }
                '`' => reader.toggle(&rest[1..], |reader| reader.code = !reader.code),
                _ => {
                    reader.words.push(c);
                    &rest[c.len_utf8()..]
                }
            };
        }
        reader.flush();
        Text(reader.spans)
    }

    /// Another text on a line of its own.
    pub fn then(self, next: Text) -> Text {
        self.joined("\n", next)
    }

    /// Another text on the same line.
    pub fn beside(self, next: Text) -> Text {
        self.joined(" ", next)
    }

    fn joined(mut self, by: &str, next: Text) -> Text {
        if !self.0.is_empty() && !next.0.is_empty() {
            let what = What::Words(by.to_owned());
            self.0.push(Span { what, bold: false, code: false });
        }
        self.0.extend(next.0);
        self
    }

    /// The words without any markup.
    pub fn plain(&self) -> String {
        let plain = |span: &Span| match &span.what {
            What::Role(id) => format!("@{id}"),
            other => other.plain().to_owned(),
        };
        self.0.iter().map(plain).collect()
    }
}

impl What {
    pub fn plain(&self) -> &str {
        match self {
            What::Words(text) | What::Literal(text) | What::Link(text) | What::Role(text) => text,
            What::Time { else_shown, .. } => else_shown,
        }
    }
}

fn read_time(inner: &str) -> What {
    let (at, else_shown) = inner.split_once('|').unwrap_or(("0", inner));
    What::Time { at: Instant(at.parse().unwrap_or(0)), else_shown: else_shown.to_owned() }
}

#[derive(Default)]
struct Reader {
    spans: Vec<Span>,
    words: String,
    bold: bool,
    code: bool,
}

impl Reader {
    fn flush(&mut self) {
        if !self.words.is_empty() {
            let what = What::Words(std::mem::take(&mut self.words));
            self.spans.push(Span { what, bold: self.bold, code: self.code });
        }
    }

    fn take<'a>(&mut self, rest: &'a str, end: char, what: impl Fn(&str) -> What) -> &'a str {
        self.flush();
        let inner = &rest[end.len_utf8()..];
        let (inner, rest) = inner.split_once(end).unwrap_or((inner, ""));
        self.spans.push(Span { what: what(inner), bold: self.bold, code: self.code });
        rest
    }

    fn toggle<'a>(&mut self, rest: &'a str, change: impl Fn(&mut Reader)) -> &'a str {
        self.flush();
        change(self);
        rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_stays_literal() {
        let hostile = "**x** `y` \u{e001}<b>";
        let text = Text::read(&format!("**{}** is in", literal(hostile)));
        let literal = What::Literal("**x** `y` <b>".to_owned());
        assert_eq!(text.0[0], Span { what: literal, bold: true, code: false });
        assert_eq!(text.plain(), "**x** `y` <b> is in");
    }
}
