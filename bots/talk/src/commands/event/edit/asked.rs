//! What a button below an event asks: a form, a line of it, a choice, or which of the rest.

use engine::Event;
use engine::rules::Goal;

use crate::command::context::Context;
use crate::command::definition::{Kind, Param};
use crate::locale::texts::Arg;
use crate::message::callback::CallbackId;
use crate::message::label::label;
use crate::message::reply::{Button, Field, Form, Reply};
use crate::parse::zone;
use crate::view::draft::{self, ASK, LINES, SHOW_MORE};
use crate::view::event_card;

const IN_A_ROW: usize = 3;

/// The question that a button asks, if it asks one, about one of the parameters; of these some can be taken away.
pub(crate) fn asked(
    ctx: &Context<'_>,
    event: &Event,
    params: &[Param],
    taken_away: &[&str],
) -> Option<Reply> {
    let asked = ctx.pressed_arg()?;
    if asked == "form" {
        let text = ctx.text("edit-ask-title", &[]);
        return Some(Reply::only(text).with_form(form(ctx, event)));
    }
    if asked == SHOW_MORE {
        let about = Reply::only(event_card::about(ctx.words, event, ctx.now()));
        return Some(draft::with_more(ctx.words, event, about).replacing());
    }
    let name = asked.strip_prefix(ASK)?;
    if let Some((name, about, _)) = LINES.iter().find(|(known, ..)| *known == name) {
        let question = format!("edit-ask-{name}");
        let question = if ctx.words.has(&question) { &question } else { *about };
        let mut text = ctx.text(question, &[]);
        if taken_away.contains(name) {
            let off = ctx.words.plain("word-off", &[]);
            text = text.beside(ctx.text("edit-take-away", &[("off", Arg::Text(&off))]));
        }
        let fields = fields(ctx, event, &[*name]);
        return Some(Reply::only(text).with_form(Form { fields, ..form_of(event, asked) }));
    }
    let param = params.iter().find(|param| param.name == name)?;
    match param.kind {
        Kind::OneOf(values) => Some(ask_choice(ctx, event, (param.name, param.about), values)),
        _ => None,
    }
}

/// A button for each value that can be chosen.
fn ask_choice(
    ctx: &Context<'_>,
    event: &Event,
    (name, about): (&str, &str),
    values: &[&str],
) -> Reply {
    let press = |value: &str| {
        let said = [(name.to_owned(), value.to_owned())];
        CallbackId::new("event-edit", Some(event.id), "").keeping(&said)
    };
    let button = |value: &&str| {
        let name = ctx.words.plain(&format!("choice-{value}"), &[]);
        press(value).map(|press| Button::press(label(&name), press))
    };
    let values = values.iter();
    let values = values.filter(|value| event.community.is_some() || **value != "community");
    let back = CallbackId::new("event-edit", Some(event.id), "");
    let back = Button::press(ctx.words.plain("button-previous", &[]), back);
    let question = format!("edit-ask-{name}");
    let question = if ctx.words.has(&question) { &question } else { about };
    let reply = Reply::only(ctx.text(question, &[]));
    let buttons: Vec<Button> = values.filter_map(button).collect();
    let rows = buttons.chunks(IN_A_ROW).map(<[Button]>::to_vec);
    rows.fold(reply, Reply::with).with([back]).replacing()
}

fn form(ctx: &Context<'_>, event: &Event) -> Form {
    let fields = fields(ctx, event, &["title", "goal", "days", "ends", "milestones"]);
    Form { fields, ..form_of(event, "form") }
}

/// A form without fields; `arg` is what its button carries.
fn form_of(event: &Event, arg: &str) -> Form {
    Form {
        title: label(&event.title).chars().take(45).collect(),
        press: CallbackId::new("event-edit", Some(event.id), arg),
        fields: vec![],
    }
}

/// Lines of a form with what they say now.
fn fields(ctx: &Context<'_>, event: &Event, names: &[&str]) -> Vec<Field> {
    let field = |(name, label, length_max): (&'static str, &str, usize)| Field {
        name,
        label: ctx.words.plain(label, &[]),
        value: said(ctx, event, name),
        required: false,
        long: name == "tasks",
        length_max,
    };
    let line = |name: &&str| LINES.into_iter().find(|(known, ..)| known == name);
    names.iter().filter_map(line).map(field).collect()
}

/// What a line says now, as far as it can be said again.
pub(crate) fn said(ctx: &Context<'_>, event: &Event, name: &str) -> String {
    match name {
        "title" => event.title.clone(),
        // A goal that is counted has words of its own beside it.
        "goal" if event.rules.goal != Goal::Check => String::new(),
        "goal" | "text" => event.goal.clone(),
        "emoji" => event.emoji.clone().unwrap_or_default(),
        "zone" => {
            let zone = event.rules.setting().map(|setting| zone::name(setting.zone));
            zone.unwrap_or_default()
        }
        "starts" => ctx.words.day(event.rules.start, ctx.today(event)),
        "ends" => {
            let shown = |end| ctx.words.day(end, ctx.today(event));
            event.rules.end.map(shown).unwrap_or_default()
        }
        _ => String::new(),
    }
}
