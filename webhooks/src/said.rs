//! An answer of the conversation, as a page shows it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use talk::{ButtonAction, CallbackId, Field, Reply, Span, Tone, What};

use crate::words::Words;

/// Around what the conversation isolates.
const FIRST_STRONG: char = '\u{2068}';
const POP: char = '\u{2069}';

/// An answer.
#[derive(Default)]
pub(crate) struct Shown {
    pub pieces: Vec<Piece>,
    pub pictures: Vec<(String, String)>,
    pub documents: Vec<(String, String)>,
    pub rows: Vec<Vec<Press>>,
    pub form: Option<Filled>,
    /// It asks for something that only a chat can take.
    pub needs_chat: bool,
}

pub(crate) struct Piece {
    pub text: String,
    /// Whether it stands apart from the line that it is in, and says not which way that runs.
    pub is_isolated: bool,
    pub bold: bool,
    pub code: bool,
    pub address: Option<String>,
}

pub(crate) struct Press {
    pub label: String,
    pub tone: &'static str,
    /// What it says, or the address it leads to.
    pub press: String,
    pub is_link: bool,
}

pub(crate) struct Filled {
    pub title: String,
    pub press: String,
    pub fields: Vec<Field>,
}

pub(crate) fn shown(reply: Reply) -> Shown {
    let data = |kind: &str, bytes: &[u8]| format!("data:{kind};base64,{}", STANDARD.encode(bytes));
    let callback = |label: String, tone, press: &CallbackId| Press {
        label,
        tone,
        press: press.to_string(),
        is_link: false,
    };
    let mut rows: Vec<Vec<Press>> = vec![];
    for row in reply.buttons {
        let presses = row.into_iter().map(|button| match &button.action {
            ButtonAction::Callback(press) => callback(button.label, tone(button.tone), press),
            ButtonAction::Link(address) => Press {
                label: button.label,
                tone: tone(button.tone),
                press: address.clone(),
                is_link: true,
            },
        });
        rows.push(presses.filter(|press| !press.is_link || is_address(&press.press)).collect());
    }
    for choice in reply.choices {
        rows.push(vec![callback(choice.label, tone(Tone::Plain), &choice.press)]);
    }
    let (form, needs_chat) = match reply.form {
        Some(form) if form.fields.is_empty() => (None, true),
        Some(form) => {
            let press = form.press.to_string();
            (Some(Filled { title: form.title, press, fields: form.fields }), false)
        }
        None => (None, reply.file.is_some()),
    };
    Shown {
        pieces: reply.text.0.iter().flat_map(pieces).collect(),
        pictures: reply
            .pictures
            .into_iter()
            .map(|picture| (data("image/png", &picture.png), picture.alt))
            .collect(),
        documents: reply
            .documents
            .into_iter()
            .map(|file| (data("application/octet-stream", &file.bytes), file.name))
            .collect(),
        rows,
        form,
        needs_chat,
    }
}

pub(crate) fn unclear(words: Words) -> Shown {
    let text = words.say("me-unclear");
    let piece = Piece { text, is_isolated: false, bold: false, code: false, address: None };
    Shown { pieces: vec![piece], ..Shown::default() }
}

fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Main => "main",
        Tone::Danger => "danger",
    }
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

fn pieces(span: &Span) -> Vec<Piece> {
    let address = match &span.what {
        What::Link(address) if is_address(address) => Some(address.clone()),
        _ => None,
    };
    let piece = |(text, is_isolated): (&str, bool)| Piece {
        text: text.to_owned(),
        is_isolated,
        bold: span.bold,
        code: span.code,
        address: address.clone(),
    };
    parts(span.what.plain()).into_iter().map(piece).collect()
}

/// A text in parts, each with whether it is isolated: marks alone do not keep a page from running as a name does that
/// begins it.
fn parts(text: &str) -> Vec<(&str, bool)> {
    let split = |part| {
        let (before, isolated) = isolate_at_the_end(part);
        [(before, false), (isolated, true)]
    };
    let parts = text.split_inclusive(POP).flat_map(split);
    parts.filter(|(part, _)| !part.is_empty()).collect()
}

/// What stands before the isolate in which a text ends, and that isolate.
fn isolate_at_the_end(text: &str) -> (&str, &str) {
    match text.rfind(FIRST_STRONG) {
        Some(at) if text.ends_with(POP) => text.split_at(at),
        _ => (text, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn each_isolate_is_a_part_of_its_own() {
        let list = "1 \u{2068}أميرة\u{2069}, Ben, \u{2068}ليلى\u{2069}.";
        let wanted = [
            ("1 ", false),
            ("\u{2068}أميرة\u{2069}", true),
            (", Ben, ", false),
            ("\u{2068}ليلى\u{2069}", true),
            (".", false),
        ];
        assert_eq!(parts(list), wanted);
        assert_eq!(parts("\u{2069} and \u{2068}"), [("\u{2069}", false), (" and \u{2068}", false)]);
        assert!(parts("").is_empty());
    }
}
