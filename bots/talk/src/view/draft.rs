//! A draft of an event as its maker sees it.

use engine::rules::{Goal, Rules, Zone};
use engine::{Error, Event, EventId, Visibility};

use crate::command::Context;
use crate::command::event_params::{
    self, EMOJI_MAX, ENDS_MAX, GOAL_MAX, LENGTHS_MAX, TITLE_MAX, ZONE_MAX,
};
use crate::locale::{Arg, Words};
use crate::message::{Button, CallbackId, Reply, Text};
use crate::parse::goal::UNIT_MAX;
use crate::parse::zone;
use crate::view::buttons;
use crate::view::event_card;
use crate::view::pictures;

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
        Visibility::Public if buttons::has_pages(&ctx.talk.public_url) => {
            text.then(ctx.text("draft-public", &[]))
        }
        Visibility::Public => text.then(ctx.text("draft-everybody", &[])),
        Visibility::Community | Visibility::InviteOnly => text,
    };
    let unsaid = unsaid_zone(ctx, &event.rules).map(zone::name);
    let (text, zone) = match &unsaid {
        Some(zone) => (
            text.then(ctx.text("draft-clock", &[("zone", Arg::Text(zone))])),
            Some(ask(ctx.words, event, "zone").main()),
        ),
        None => (text, None),
    };
    let button = |key: &str, arg: &str| {
        let press = CallbackId::new("event-create", Some(event.id), arg);
        Button::press(ctx.words.plain(key, &[]), press)
    };
    let publish = button("button-publish", PUBLISH).main();
    let discard = button("button-discard", DISCARD).danger();
    let reply = zone.into_iter().fold(Reply::only(text), |reply, zone| reply.with([zone]));
    let reply = with_lines(ctx.words, event, reply);
    let reply = reply.with([publish, discard]).secret_if(true).replacing();
    pictures::framed(event.id, reply)
}

/// What stands in a button before the parameter that it asks for.
pub(crate) const ASK: &str = "ask.";
/// What a line can be asked for by itself: the parameter, its label, and the most letters of it.
pub(crate) const LINES: [(&str, &str, usize); 13] = [
    ("title", "create-title", TITLE_MAX),
    ("days", "create-days-short", event_params::DAYS_MAX),
    ("goal", "create-goal-short", GOAL_MAX),
    ("tasks", "create-tasks-short", event_params::TASKS_LENGTH_MAX),
    ("text", "create-text", GOAL_MAX),
    ("ends", "create-ends", ENDS_MAX),
    ("milestones", "edit-milestones", LENGTHS_MAX),
    ("starts", "create-starts", ENDS_MAX),
    ("emoji", "create-emoji", EMOJI_MAX),
    ("zone", "create-zone", ZONE_MAX),
    ("percent", "create-percent-short", event_params::PERCENT_MAX),
    ("unit", "create-unit-short", UNIT_MAX),
    ("need", "create-need-short", event_params::NEED_MAX),
];
/// What is shown at first, and behind *More…*.
const FIRST: [&str; 8] =
    ["title", "days", "goal", "tasks", "text", "ends", "milestones", "visibility"];
const MORE: [&str; 14] = [
    "starts",
    "mode",
    "group",
    "percent",
    "category",
    "emoji",
    "proof",
    "approval",
    "clock",
    "zone",
    "milestones",
    "unit",
    "count",
    "need",
];
/// What the button carries that shows these.
pub(crate) const SHOW_MORE: &str = "more";

/// With a button for each thing that can be changed by itself.
pub(crate) fn with_lines(words: Words, event: &Event, reply: Reply) -> Reply {
    // Milestones are thought of later.
    let lines = FIRST.into_iter().filter(|name| event.draft.is_none() || *name != "milestones");
    let more = button(words, event, "button-edit-more", SHOW_MORE);
    in_rows(reply, lines.map(|name| ask(words, event, name)).chain([more]))
}

/// With a button for each of the rest that means something there.
pub(crate) fn with_more(words: Words, event: &Event, reply: Reply) -> Reply {
    let is_meant = |name: &&str| match *name {
        // Below an event that is published they stand among the first.
        "milestones" => event.draft.is_some(),
        "unit" | "count" => matches!(event.rules.goal, Goal::Metric(_)),
        "need" => matches!(event.rules.goal, Goal::Tasks { .. }),
        _ => true,
    };
    let lines = MORE.into_iter().filter(is_meant).map(|name| ask(words, event, name));
    let back = button(words, event, "button-previous", "");
    in_rows(reply, lines.chain([back]))
}

fn in_rows(reply: Reply, buttons: impl Iterator<Item = Button>) -> Reply {
    const IN_A_ROW: usize = 3;
    let buttons: Vec<Button> = buttons.collect();
    buttons.chunks(IN_A_ROW).fold(reply, |reply, row| reply.with(row.to_vec()))
}

fn ask(words: Words, event: &Event, name: &str) -> Button {
    button(words, event, &format!("button-edit-{name}"), &format!("{ASK}{name}"))
}

fn button(words: Words, event: &Event, label: &str, arg: &str) -> Button {
    Button::press(words.plain(label, &[]), CallbackId::new("event-edit", Some(event.id), arg))
}

/// The zone that a first event would settle for its community, where nobody has said any.
pub(crate) fn unsaid_zone(ctx: &Context<'_>, rules: &Rules) -> Option<Zone> {
    let is_known = ctx.person.zone_known
        || ctx.arg("zone").is_some()
        || ctx.community.as_ref().is_none_or(|community| community.zone.is_some());
    let usual = rules.setting().map(|setting| setting.zone);
    usual.filter(|zone| ctx.talk.asks_zone && !is_known && *zone == ctx.talk.zone)
}
