//! Text, buttons, lists and forms as Discord's objects.

use poise::serenity_prelude as serenity;
use serde_json::{Value, json};
use serenity::{
    ButtonStyle, CreateActionRow, CreateAttachment, CreateButton, CreateInputText, CreateModal,
    CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption, InputTextStyle,
};
use std::borrow::Cow;
use talk::{ButtonAction, Field, Form, Frame, Reply, Span, Text, Tone, What};

const ROWS_MAX: usize = 5;
const CONTENT_MAX: usize = 2000;
/// Letters of the title and the labels of a form.
const LABEL_MAX: usize = 45;
const AUTHOR_MAX: usize = 256;
/// Letters of what a picture says.
const ALT_MAX: usize = 1024;

/// No preview unfolds below a link, which may be somebody's own.
const SUPPRESS_EMBEDS: u64 = 1 << 2;

/// A message that pings nobody and unfolds nothing, without what goes with it. What is about one event stands in a frame
/// of its colour, below the name of its host.
pub(crate) fn message(reply: &Reply) -> Value {
    let text = content(&reply.text);
    let (content, embeds) = match &reply.frame {
        Some(frame) => (String::new(), vec![embed(frame, &text)]),
        None => (text, vec![]),
    };
    json!({
        "content": content,
        "embeds": embeds,
        "components": rows(reply),
        "allowed_mentions": {"parse": []},
        "flags": flags(reply),
    })
}

/// The flags of every message: nothing unfolds. In a frame no link does so anyway.
pub(crate) fn flags(reply: &Reply) -> u64 {
    if reply.frame.is_some() { 0 } else { SUPPRESS_EMBEDS }
}

fn embed(frame: &Frame, text: &str) -> Value {
    let mut embed = json!({"description": text, "color": frame.colour});
    if let Some(author) = &frame.author {
        let name: String = author.chars().take(AUTHOR_MAX).collect();
        embed["author"] = json!({"name": name});
    }
    embed
}

/// What goes with a message: pictures with the same in words, and files.
pub(crate) fn files(reply: &Reply) -> Vec<CreateAttachment> {
    let pictures = reply.pictures.iter().enumerate().map(|(n, picture)| {
        let alt: String = picture.alt.chars().take(ALT_MAX).collect();
        CreateAttachment::bytes(picture.png.as_ref().clone(), format!("picture{n}.png"))
            .description(alt)
    });
    let documents = reply
        .documents
        .iter()
        .map(|document| CreateAttachment::bytes(document.bytes.to_vec(), document.name.clone()));
    pictures.chain(documents).collect()
}

pub(crate) fn modal(form: &Form) -> CreateModal {
    let input = |field: &Field| {
        let style = if field.long { InputTextStyle::Paragraph } else { InputTextStyle::Short };
        let label: String = field.label.chars().take(LABEL_MAX).collect();
        let mut input = CreateInputText::new(style, label, field.name)
            .required(field.required)
            .max_length(field.length_max as u16);
        if !field.value.is_empty() {
            input = input.value(&field.value);
        }
        CreateActionRow::InputText(input)
    };
    let title: String = form.title.chars().take(LABEL_MAX).collect();
    CreateModal::new(form.press.to_string(), title)
        .components(form.fields.iter().take(ROWS_MAX).map(input).collect())
}

/// A text in Discord's Markdown, up to its limit.
pub(crate) fn content(text: &Text) -> String {
    // Where the first line alone is too long, what people wrote in it gives way: a line that is cut anywhere could lose
    // what closes a mark, and with it what keeps the rest literal.
    let halves = std::iter::successors(Some(CONTENT_MAX), |max| (*max > 1).then_some(max / 2));
    let mut cut = halves.map(|literal_max| marked_up(text, literal_max));
    cut.find_map(shortened).unwrap_or_else(|| {
        let plain = escape(&text.plain(), false);
        plain.chars().take(CONTENT_MAX - 2).chain(['…']).collect()
    })
}

/// The same with so many letters of each literal at most.
fn marked_up(text: &Text, literal_max: usize) -> String {
    let mut content = String::new();
    let mut rest = &text.0[..];
    for together in text.0.chunk_by(|one, next| one.bold == next.bold) {
        let mut inner = String::new();
        for one in together {
            rest = &rest[1..];
            inner.push_str(&span(one, goes_on(one, rest.first()), literal_max));
        }
        // One pair of marks for all of them: two pairs side by side would read as four stars.
        let is_bold = together[0].bold && !inner.trim().is_empty();
        content.push_str(&if is_bold { format!("**{inner}**") } else { inner });
    }
    content
}

/// Whole lines up to Discord's limit; what had to go is said by an ellipsis. None where not even the first one fits.
fn shortened(content: String) -> Option<String> {
    if content.chars().count() <= CONTENT_MAX {
        return Some(content);
    }
    let mut kept = String::new();
    let mut length = 0;
    for line in content.split_inclusive('\n') {
        length += line.chars().count();
        if length > CONTENT_MAX - 2 {
            break;
        }
        kept.push_str(line);
    }
    (!kept.is_empty()).then(|| kept + "…")
}

/// Whether what follows a text touches it, so that an address at its end would go on.
fn goes_on(one: &Span, next: Option<&Span>) -> bool {
    let is_bold = one.bold || next.is_some_and(|next| next.bold);
    let first = next.and_then(|next| match &next.what {
        What::Words(text) | What::Literal(text) => text.chars().next(),
        What::Time { .. } | What::Link(_) | What::Role(_) => None,
    });
    is_bold || next.is_some() && !first.is_some_and(char::is_whitespace)
}

fn span(span: &Span, goes_on: bool, literal_max: usize) -> String {
    let inner = match &span.what {
        What::Words(words) => words.clone(),
        What::Literal(text) if span.code => {
            cut(text, literal_max).replace('`', "'").replace(['\n', '\r'], " ")
        }
        What::Literal(text) => escape(&cut(text, literal_max), goes_on),
        What::Time { at, .. } => format!("<t:{}:f>", at.0),
        // In brackets, so that no preview unfolds below every leaderboard.
        What::Link(address) => format!("<{address}>"),
        What::Role(id) => format!("<@&{id}>"),
    };
    if span.code && !inner.is_empty() { format!("`{inner}`") } else { inner }
}

fn cut(text: &str, max: usize) -> Cow<'_, str> {
    match text.char_indices().nth(max) {
        Some((at, _)) => Cow::Owned(format!("{}…", &text[..at])),
        None => Cow::Borrowed(text),
    }
}

/// What a person wrote, so that it reads as it was written and reaches nobody; `goes_on` where something touches its end.
fn escape(text: &str, goes_on: bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut begins_line = true;
    for (at, c) in text.char_indices() {
        // These mean something at the beginning of a line only, also behind blanks.
        let is_markup = is_markup(c) || begins_line && matches!(c, '#' | '>' | '-' | '+');
        if is_markup || shows_escapes(&text[at..], goes_on) {
            escaped.push('\\');
        }
        begins_line = matches!(c, '\n' | '\r') || begins_line && c.is_whitespace();
        escaped.push(c);
    }
    escaped
}

fn is_markup(c: char) -> bool {
    matches!(c, '\\' | '*' | '_' | '~' | '|' | '`' | '[' | ']' | '<' | '@')
}

/// Whether an address goes on here in which a sign would be escaped. Discord reads no escapes in addresses, and would
/// show them and lead elsewhere: such a one is no link.
fn shows_escapes(text: &str, goes_on: bool) -> bool {
    let rest = text.strip_prefix("://");
    rest.is_some_and(|rest| {
        let ends = rest.find(char::is_whitespace);
        ends.is_none() && goes_on || rest[..ends.unwrap_or(rest.len())].contains(is_markup)
    })
}

/// Buttons, and a list to pick from.
pub(crate) fn rows(reply: &Reply) -> Vec<CreateActionRow> {
    let mut rows = vec![];
    if !reply.choices.is_empty() {
        let option = |choice: &talk::Choice| {
            CreateSelectMenuOption::new(&choice.label, choice.press.to_string())
        };
        let options = reply.choices.iter().take(talk::SUGGESTIONS_MAX).map(option).collect();
        let menu = CreateSelectMenu::new("v1:pick", CreateSelectMenuKind::String { options });
        rows.push(CreateActionRow::SelectMenu(menu));
    }
    rows.extend(
        reply.buttons.iter().map(|row| CreateActionRow::Buttons(row.iter().map(button).collect())),
    );
    // A form that could not be opened is a button away.
    if let Some(form) = reply.form.as_ref().filter(|form| !form.fields.is_empty()) {
        let label = form.title.chars().take(LABEL_MAX).collect::<String>();
        let open = CreateButton::new(form.press.to_string()).label(label);
        rows.push(CreateActionRow::Buttons(vec![open]));
    }
    rows.truncate(ROWS_MAX);
    rows
}

fn button(button: &talk::Button) -> CreateButton {
    let style = match button.tone {
        Tone::Plain => ButtonStyle::Secondary,
        Tone::Main => ButtonStyle::Success,
        Tone::Danger => ButtonStyle::Danger,
    };
    match &button.action {
        ButtonAction::Callback(press) => {
            CreateButton::new(press.to_string()).label(&button.label).style(style)
        }
        ButtonAction::Link(address) => CreateButton::new_link(address).label(&button.label),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_no_markup_and_pings_nobody() {
        let literal = Span {
            what: What::Literal("@everyone <@1> **x** [a](b) `c` _d_".to_owned()),
            bold: false,
            code: false,
        };
        let text = content(&Text(vec![literal]));
        assert_eq!(text, r"\@everyone \<\@1> \*\*x\*\* \[a\](b) \`c\` \_d\_");
    }

    fn shown(what: &str, code: bool) -> String {
        content(&Text(vec![Span { what: What::Literal(what.to_owned()), bold: false, code }]))
    }

    #[test]
    fn a_further_line_begins_nothing_either() {
        assert_eq!(shown("a\n# b\n  > c\r-# d # e", false), "a\n\\# b\n  \\> c\r\\-# d # e");
        assert_eq!(shown("a`\nb", true), "`a' b`");
        assert_eq!(shown("", true), "");
    }

    #[test]
    fn an_address_is_a_link_only_where_nothing_in_it_is_escaped() {
        assert_eq!(shown("https://a.test/b?c=d", false), "https://a.test/b?c=d");
        assert_eq!(shown("https://a.test/b_c", false), r"https\://a.test/b\_c");
    }

    #[test]
    fn an_address_that_something_touches_is_no_link() {
        let shown = |after: &str, bold| {
            let span = |what| Span { what, bold, code: false };
            let address = span(What::Literal("http://a.test".to_owned()));
            content(&Text(vec![address, span(What::Words(after.to_owned()))]))
        };
        assert_eq!(shown(" is there", false), "http://a.test is there");
        assert_eq!(shown("さん", false), r"http\://a.testさん");
        assert_eq!(shown(" is there", true), r"**http\://a.test is there**");
    }

    #[test]
    fn what_is_too_long_for_one_line_is_cut_before_it_is_marked() {
        for (letter, code) in [("*", false), ("a", false), ("<@1>", true)] {
            let long = shown(&letter.repeat(4100), code);
            assert!((900..=CONTENT_MAX).contains(&long.chars().count()), "{}", long.len());
            assert!(long.ends_with(if code { "…`" } else { "…" }), "{long}");
        }
    }
}
