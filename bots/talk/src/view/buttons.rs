//! Buttons that stand below several answers.

use engine::{Event, EventId, PersonId, Visibility};

use crate::command::{Context, pick_event};
use crate::locale::{Arg, Words};
use crate::message::callback::BESIDE;
use crate::message::{Button, CallbackId};

/// Whom a button cheers for, where the cheers are counted on the button itself.
pub(crate) const COUNTED: &str = "p~";
/// The same below a message of several people, which stays as it is.
pub(crate) const AMONG_OTHERS: &str = "p~~";

pub(crate) fn check_in(words: Words, event: EventId) -> Button {
    Button::press(words.plain("button-checkin", &[]), CallbackId::new("checkin", Some(event), ""))
        .main()
}

/// A button that checks in for one of several events.
pub(crate) fn check_in_for(words: Words, event: EventId, title: &str) -> Button {
    let label = words.label("✅", title);
    Button::press(label, CallbackId::new("checkin", Some(event), BESIDE)).main()
}

pub(crate) fn leaderboard(words: Words, event: EventId) -> Button {
    let label = words.plain("button-leaderboard", &[]);
    Button::press(label, CallbackId::new("leaderboard", Some(event), ""))
}

/// A button that shows how one stands in an event.
pub(crate) fn streak(words: Words, event: EventId) -> Button {
    Button::press(words.plain("menu-streak", &[]), CallbackId::new("streak", Some(event), ""))
}

/// A button that shows one's days in an event.
pub(crate) fn matrix(words: Words, event: EventId) -> Button {
    Button::press(words.plain("button-matrix", &[]), CallbackId::new("matrix", Some(event), ""))
}

/// A button that shows what a community wants.
pub(crate) fn setup(words: Words) -> Button {
    Button::press(words.plain("button-setup", &[]), CallbackId::new("admin-setup", None, ""))
}

/// A button that opens the page of an event; none where no platform would take its address, or it is not for everybody.
pub(crate) fn page(words: Words, public_url: &str, event: &Event) -> Option<Button> {
    let label = || words.plain("button-page", &[]);
    has_page(public_url, event)
        .then(|| Button::link(label(), format!("{public_url}/e/{}", event.slug)))
}

/// Whether anybody can open a page with the names of those who are in an event.
pub(crate) fn has_page(public_url: &str, event: &Event) -> bool {
    has_pages(public_url) && event.visibility == Visibility::Public
}

/// Whether public events have pages that anybody can open.
pub(crate) fn has_pages(public_url: &str) -> bool {
    public_url.starts_with("https://")
}

/// What is below a message on which cheers are counted: the milestone of an event, or a cheer.
pub(crate) fn cheer(
    words: Words,
    event: Option<EventId>,
    whom: PersonId,
    cheers: u64,
) -> Vec<Button> {
    let label = match cheers {
        0 => words.plain("button-cheer", &[]),
        _ => words.plain("button-cheer-too", &[("n", Arg::Number(cheers))]),
    };
    let cheer = Button::press(label, CallbackId::new("cheer", event, &format!("{COUNTED}{whom}")));
    let board = event.map(|event| leaderboard(words, event));
    [Some(cheer), board].into_iter().flatten().collect()
}

/// A button that cheers for one of several.
pub(crate) fn cheer_among(words: Words, event: EventId, whom: PersonId, name: &str) -> Button {
    let press = CallbackId::new("cheer", Some(event), &format!("{AMONG_OTHERS}{whom}"));
    Button::press(words.label("👏", name), press)
}

/// A button that leads on from an event that is over.
pub(crate) fn next_round(words: Words, event: EventId) -> Button {
    Button::press(words.plain("button-again", &[]), CallbackId::new("event-again", Some(event), ""))
}

/// A button that shows what hosts did in an event.
pub(crate) fn record(words: Words, event: EventId) -> Button {
    let label = words.plain("button-record", &[]);
    Button::press(label, CallbackId::new("event-record", Some(event), ""))
}

/// A button that leaves an event of a list.
pub(crate) fn leave(ctx: &Context<'_>, event: &Event, among: &[Event]) -> Button {
    let title = pick_event::label_among(ctx.words, event, among);
    let label = ctx.words.plain("button-leave-titled", &[("title", Arg::Text(&title))]);
    Button::press(label, CallbackId::new("leave", Some(event.id), ""))
}
