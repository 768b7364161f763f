//! What is suggested while somebody types: events, tasks, days.

use engine::rules::Goal;
use engine::{Error, Event};

use crate::command::context::Context;
use crate::command::definition::{Command, Who};
use crate::command::pick_event;
use crate::message::{SUGGESTIONS_MAX, Suggestion, label};

/// The tasks of the event that is named beside them, or of all my events.
pub(crate) async fn suggest_tasks(
    ctx: &Context<'_>,
    typed: &str,
) -> Result<Vec<Suggestion>, Error> {
    let words = ctx.arg("event").unwrap_or_default();
    let typed = typed.trim().to_lowercase();
    let mut suggestions: Vec<Suggestion> = vec![];
    for event in pick_event::matching(ctx, Who::Mine, words).await? {
        let Goal::Tasks { tasks, .. } = &event.rules.goal else { continue };
        for task in tasks.iter().filter(|task| task.id.to_lowercase().contains(&typed)) {
            let suggestion = Suggestion { label: label::label(&task.id), value: task.id.clone() };
            if !suggestions.contains(&suggestion) {
                suggestions.push(suggestion);
            }
        }
    }
    suggestions.truncate(SUGGESTIONS_MAX);
    Ok(suggestions)
}

pub(crate) async fn suggest_events(
    ctx: &Context<'_>,
    command: &Command,
    who: Who,
    typed: &str,
) -> Result<Vec<Suggestion>, Error> {
    let mut events = pick_event::matching(ctx, who, typed.trim()).await?;
    if command.offers_due {
        let open = pick_event::mine(ctx).await?;
        let is_open = |event: &Event| {
            open.iter().any(|mine| mine.event.id == event.id && mine.view.is_open_today())
        };
        if events.iter().any(is_open) {
            events.retain(is_open);
        }
    }
    let suggestion = |event: &Event| Suggestion {
        label: pick_event::label_among(ctx.words, event, &events),
        value: event.slug.clone(),
    };
    Ok(events.iter().take(SUGGESTIONS_MAX).map(suggestion).collect())
}

/// Days that are offered while somebody types.
const OFFERED: i32 = 8;

/// The last days, newest first: by the clock of the event that is named, and where only so many can be filled in,
/// only those. Today and yesterday are said as such, so that the clock of the event decides.
pub(crate) async fn suggest(
    ctx: &Context<'_>,
    command: &Command,
    typed: &str,
) -> Result<Vec<Suggestion>, Error> {
    let named = match ctx.arg("event") {
        Some(words) => pick_event::exactly(ctx, words).await?,
        None => None,
    };
    let clock = named.as_ref().and_then(|event| event.rules.setting());
    let today = clock.unwrap_or(ctx.person.setting).day_of(ctx.now());
    let offered = match &named {
        _ if !command.offers_due => OFFERED,
        Some(event) => event.rules.backfill_days + 1,
        None => 2,
    };
    let day = |ago: i32| {
        let date = today.plus(-ago);
        let choice = |day: &str| Suggestion {
            label: ctx.words.plain(&format!("choice-{day}"), &[]),
            value: day.to_owned(),
        };
        match ago {
            0 => choice("today"),
            1 => choice("yesterday"),
            _ => Suggestion { label: ctx.words.day(date, today), value: date.to_string() },
        }
    };
    let typed = typed.trim().to_lowercase();
    Ok((0..offered.min(OFFERED))
        .map(day)
        .filter(|day| day.label.to_lowercase().contains(&typed) || day.value.contains(&typed))
        .collect())
}
