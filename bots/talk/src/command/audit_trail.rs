//! What members do to their own past, on record for the hosts of the event.

use engine::rules::{Change, Day, Decision};
use engine::{BACKFILL, Error, Event, Record};

use crate::command::context::Context;

/// Writes down a check-in for an earlier day, where the member named that day.
pub(crate) async fn note_backfill(
    ctx: &Context<'_>,
    event: &Event,
    decision: &Decision,
) -> Result<(), Error> {
    let named = decision.changes.iter().find_map(|change| match change {
        Change::Enter(entry) => entry.asked_day,
        _ => None,
    });
    match named.filter(|day| *day < decision.standing.today) {
        Some(day) => note_own(ctx, event, BACKFILL, day).await,
        None => Ok(()),
    }
}

/// Writes down what a member did to their own past.
pub(crate) async fn note_own(
    ctx: &Context<'_>,
    event: &Event,
    what: &str,
    day: Day,
) -> Result<(), Error> {
    let day = day.to_string();
    let entry = (what, None, day.as_str());
    ctx.engine()
        .communities()
        .record_audit(Record::within(event.id), ctx.person.id, entry, ctx.now())
        .await
}
