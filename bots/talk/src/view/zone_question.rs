//! Which of several time zones is meant, before anything is done.

use engine::rules::Zone;

use crate::command::Context;
use crate::locale::Arg;
use crate::message::{CallbackId, Reply};
use crate::parse::zone::{self, Zones};
use crate::view::which;

/// Zones that are offered: all that share a name, and of a clock time the most populous.
const OFFERED_MAX: usize = 9;

/// The zone that a command names; otherwise the answer to what is no zone, or could be several.
///
/// # Errors
/// That answer.
pub(crate) fn one(
    ctx: &Context<'_>,
    written: &str,
    press: &CallbackId,
) -> Result<Zone, Box<Reply>> {
    let words = ("words", Arg::Text(written));
    match zone::read(written, ctx.now()) {
        Some(Zones::Plain(zone)) => Ok(zone),
        Some(Zones::Either(zones)) => Err(Box::new(asked(ctx, written, &zones, press))),
        None => Err(Box::new(Reply::only(ctx.text("timezone-unknown", &[words])))),
    }
}

fn asked(ctx: &Context<'_>, written: &str, zones: &[Zone], press: &CallbackId) -> Reply {
    let words = ("words", Arg::Text(written));
    let offered = &zones[..zones.len().min(OFFERED_MAX)];
    let values: Vec<(String, String)> = offered
        .iter()
        .map(|zone| (zone::label(*zone, ctx.now()), zone.name().to_owned()))
        .collect();
    let text = ctx.text("zone-which", &[words]);
    which::asked(ctx, text, "zone", &values, press).unwrap_or_else(|| {
        let zones: Vec<String> = offered.iter().map(|zone| zone::name(*zone)).collect();
        let zones = ctx.words.list(zones.iter().map(String::as_str));
        let args = [("words", Arg::Text(written)), ("zones", Arg::Text(&zones))];
        Reply::only(ctx.text("zone-which-again", &args))
    })
}
