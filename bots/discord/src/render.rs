//! Text, buttons, lists and forms as Discord's objects.

use poise::serenity_prelude as serenity;
use serde_json::{Value, json};
use serenity::{
    ButtonStyle, CreateActionRow, CreateAttachment, CreateButton, CreateInputText, CreateModal,
    CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption, InputTextStyle,
};
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

/// A text in Discord's Markdown.
pub(crate) fn content(text: &Text) -> String {
    let mut content = String::new();
    for together in text.0.chunk_by(|one, next| one.bold == next.bold) {
        let inner: String = together.iter().map(span).collect();
        // One pair of marks for all of them: two pairs side by side would read as four stars.
        let is_bold = together[0].bold && !inner.trim().is_empty();
        content.push_str(&if is_bold { format!("**{inner}**") } else { inner });
    }
    shortened(content)
}

/// Whole lines up to Discord's limit; what had to go is said by an ellipsis.
fn shortened(content: String) -> String {
    if content.chars().count() <= CONTENT_MAX {
        return content;
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
    if kept.is_empty() {
        kept = content.chars().take(CONTENT_MAX - 2).collect();
    }
    kept + "…"
}

fn span(span: &Span) -> String {
    let inner = match &span.what {
        What::Words(words) => words.clone(),
        What::Literal(text) if span.code => text.replace('`', "'"),
        What::Literal(text) => escape(text),
        What::Time { at, .. } => format!("<t:{}:f>", at.0),
        // In brackets, so that no preview unfolds below every leaderboard.
        What::Link(address) => format!("<{address}>"),
        What::Role(id) => format!("<@&{id}>"),
    };
    if span.code { format!("`{inner}`") } else { inner }
}

/// What a person wrote, so that it reads as it was written and reaches nobody.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for (at, c) in text.char_indices() {
        let is_markup = matches!(c, '\\' | '*' | '_' | '~' | '|' | '`' | '[' | ']' | '<' | '@');
        // These mean something at the beginning of a line only.
        if is_markup || (at == 0 && matches!(c, '#' | '>' | '-' | '+')) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
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
}
