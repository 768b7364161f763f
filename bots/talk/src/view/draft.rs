//! A draft of an event as its maker sees it.

use engine::{Error, Event, EventId, Visibility};

use crate::command::Context;
use crate::command::event_params::{self, ENDS_MAX, GOAL_MAX, LENGTHS_MAX, TITLE_MAX};
use crate::locale::{Arg, Words};
use crate::message::{Button, CallbackId, Reply, Text};
use crate::view::event_card;

/// What the buttons below a draft carry.
pub(crate) const PUBLISH: &str = "publish";
pub(crate) const DISCARD: &str = "discard";
/// What stands before a draft in a link to it.
pub(crate) const LINK: &str = "d_";

/// The draft that is meant by a button or by its title, if it is one of this person's.
pub(crate) async fn meant(ctx: &Context<'_>) -> Result<Option<Event>, Error> {
    if let Some(id) = ctx.pressed_event() {
        return of(ctx, id).await;
    }
    match ctx.arg("event") {
        Some(title) => ctx.engine().events().draft_called(title, ctx.person.id).await,
        None => Ok(None),
    }
}

/// The draft of this id, if it is one of this person's.
pub(crate) async fn of(ctx: &Context<'_>, id: EventId) -> Result<Option<Event>, Error> {
    let event = ctx.engine().events().get(id).await?;
    Ok(event.filter(|event| event.draft.is_some() && event.owner == ctx.person.id))
}

/// The draft with a button for each thing that can be said about it, below a note.
pub(crate) fn preview(ctx: &Context<'_>, event: &Event, note: Text) -> Reply {
    let wanted = event.draft.unwrap_or(event.visibility);
    let seen = ctx.words.plain(&format!("choice-{}", wanted.name()), &[]);
    let text = note
        .then(ctx.text("draft-heading", &[]))
        .then(event_card::about(ctx.words, event, ctx.now()))
        .then(ctx.text("draft-seen", &[("value", Arg::Text(&seen))]));
    let text = match wanted {
        Visibility::Public => text.then(ctx.text("draft-public", &[])),
        Visibility::Community | Visibility::InviteOnly => text,
    };
    let button = |key: &str, arg: &str| {
        let press = CallbackId::new("event-create", Some(event.id), arg);
        Button::press(ctx.words.plain(key, &[]), press)
    };
    let publish = button("button-publish", PUBLISH).main();
    let discard = button("button-discard", DISCARD).danger();
    let reply = with_lines(ctx.words, event, Reply::only(text));
    reply.with([publish, discard]).secret_if(true).replacing()
}

/// What stands in a button before the parameter that it asks for.
pub(crate) const ASK: &str = "ask.";
/// What a line can be asked for by itself: the parameter, its label, and the most letters of it.
pub(crate) const LINES: [(&str, &str, usize); 7] = [
    ("title", "create-title", TITLE_MAX),
    ("days", "create-days-short", event_params::DAYS_MAX),
    ("goal", "create-goal-short", GOAL_MAX),
    ("tasks", "create-tasks-short", event_params::TASKS_LENGTH_MAX),
    ("text", "create-text", GOAL_MAX),
    ("ends", "create-ends", ENDS_MAX),
    ("milestones", "edit-milestones", LENGTHS_MAX),
];

/// With a button for each thing that can be changed by itself.
pub(crate) fn with_lines(words: Words, event: &Event, reply: Reply) -> Reply {
    const IN_A_ROW: usize = 3;
    let button = |name: &str| {
        let press = CallbackId::new("event-edit", Some(event.id), &format!("{ASK}{name}"));
        Button::press(words.plain(&format!("button-edit-{name}"), &[]), press)
    };
    let lines = LINES.iter().map(|(name, ..)| *name).chain(["visibility"]);
    // Milestones are thought of later.
    let lines = lines.filter(|name| event.draft.is_none() || *name != "milestones");
    let buttons: Vec<Button> = lines.map(button).collect();
    buttons.chunks(IN_A_ROW).fold(reply, |reply, row| reply.with(row.to_vec()))
}
