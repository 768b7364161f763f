//! The event a check-in is for, of those that somebody is in.

use engine::{Error, Event};

use crate::command::context::Context;
use crate::command::definition::Who;
use crate::command::pick_event::{self, Chosen, Mine};
use crate::commands::member::check_in::note::NOTE_MAX;
use crate::commands::member::check_in::what;
use crate::message::callback::{self, CallbackId};
use crate::message::label;
use crate::message::reply::{Button, Reply};
use crate::message::sanitize::clean;

pub(crate) enum Which {
    Event(Event, Option<String>),
    /// With the value of a parameter that stood behind the title.
    WithValue(Event, (String, String), Option<String>),
    Ask(Reply),
}

/// The event, and what is left of the typed words as a note.
pub(crate) async fn which(ctx: &Context<'_>) -> Result<Which, Error> {
    let note = ctx.arg("note").map(|note| clean(note, NOTE_MAX));
    let typed = ctx.arg("event").unwrap_or_default();
    if ctx.press.is_some() && ctx.pressed_event().is_some() {
        return Ok(match pick_event::event(ctx, Who::Mine, "checkin").await? {
            Chosen::Event(event) => Which::Event(event, note),
            Chosen::Ask(reply) => Which::Ask(reply),
        });
    }
    let mut mine = pick_event::mine(ctx).await?;
    if typed.is_empty() {
        return only_due(ctx, mine, note).await;
    }
    // A title as it stands comes first, then words after a title, then parts of a title.
    let exact = pick_event::exactly(ctx, typed).await?;
    if let Some(event) = exact {
        return Ok(Which::Event(event, note));
    }
    if let Some((place, rest)) = titled(&mine, typed) {
        let rest = clean(rest, NOTE_MAX);
        let event = &mine[place].event;
        if let Some(name) = what::said_behind(ctx, event, &rest) {
            let event = mine.swap_remove(place).event;
            return Ok(Which::WithValue(event, (name.to_owned(), rest), note));
        }
        let note = note.or((!rest.is_empty()).then_some(rest));
        return Ok(Which::Event(mine.swap_remove(place).event, note));
    }
    Ok(match pick_event::event(ctx, Who::Seen, "checkin").await? {
        Chosen::Event(event) => Which::Event(event, note),
        Chosen::Ask(reply) => Which::Ask(reply),
    })
}

/// "Reading five km": the event of mine whose title these words begin with, and the rest of them.
fn titled<'t>(mine: &[Mine], typed: &'t str) -> Option<(usize, &'t str)> {
    let rest = |title: &str| {
        let (head, rest) = typed.split_at_checked(title.len())?;
        let is_whole = rest.is_empty() || rest.starts_with(char::is_whitespace);
        (is_whole && head.to_lowercase() == title.to_lowercase()).then_some(rest)
    };
    let fitting = mine.iter().enumerate();
    let fitting = fitting.filter_map(|(n, mine)| rest(&mine.event.title).map(|rest| (n, rest)));
    fitting.min_by_key(|(_, rest)| rest.len())
}

/// The only event of mine, or the only one that is due; a question where there are several.
async fn only_due(
    ctx: &Context<'_>,
    mut mine: Vec<Mine>,
    note: Option<String>,
) -> Result<Which, Error> {
    if mine.len() > 1 {
        let those = |is_due: fn(&Mine) -> bool| -> Vec<usize> {
            (0..mine.len()).filter(|&n| is_due(&mine[n])).collect()
        };
        // Where nothing asks for it, one may do more than was asked for.
        let due = Some(those(is_due)).filter(|due| !due.is_empty());
        let due = due.unwrap_or_else(|| those(may_be_more));
        match due[..] {
            [] => return Ok(Which::Ask(Reply::only(ctx.text("checkin-all-done", &[])))),
            [n] => return Ok(Which::Event(mine.swap_remove(n).event, note)),
            _ => {
                let due = due.iter().map(|&n| &mine[n].event);
                return ask_which(ctx, due).await.map(Which::Ask);
            }
        }
    }
    Ok(match mine.pop() {
        Some(mine) => Which::Event(mine.event, note),
        None => {
            Which::Ask(Reply::only(ctx.text("event-none-mine", &[])).with([events_button(ctx)]))
        }
    })
}

fn is_due(mine: &Mine) -> bool {
    mine.view.is_open_today()
}

fn may_be_more(mine: &Mine) -> bool {
    let standing = &mine.view.life.standing;
    mine.event.rules.is_scheduled(standing.today) && !standing.met_today
}

/// The buttons say again what was said: an amount, a day, as much of it as a button holds.
async fn ask_which<'a>(
    ctx: &Context<'_>,
    events: impl Iterator<Item = &'a Event>,
) -> Result<Reply, Error> {
    let said = ctx.said_beside_event().await?;
    let question = (callback::QUESTION.to_owned(), callback::mark(&ctx.request.key));
    let said = if said.is_empty() { said } else { [vec![question], said].concat() };
    let button = |event: &Event| {
        let said = ctx.settled(&said, event);
        let without_note: Vec<_> =
            said.iter().filter(|(name, _)| name != "note").cloned().collect();
        let press = || CallbackId::new("checkin", Some(event.id), "");
        let press = press().keeping(&said).or_else(|| press().keeping(&without_note))?;
        Some(Button::press(label(&event.title), press).main())
    };
    let events: Vec<&Event> = events.take(pick_event::QUESTIONS_MAX).collect();
    let is_secret = events.iter().any(|event| ctx.is_secret(event));
    let Some(buttons) = events.iter().map(|event| button(event)).collect::<Option<Vec<_>>>() else {
        return Ok(pick_event::say_again(ctx, &events).secret_if(is_secret));
    };
    let reply = Reply::only(ctx.text("checkin-which", &[])).secret_if(is_secret);
    Ok(buttons.chunks(2).fold(reply, |reply, row| reply.with(row.to_vec())))
}

fn events_button(ctx: &Context<'_>) -> Button {
    Button::press(ctx.words.plain("button-events", &[]), CallbackId::new("events", None, "")).main()
}
