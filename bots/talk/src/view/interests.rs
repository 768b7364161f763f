//! The question what somebody looks for.

use crate::command::Context;
use crate::message::{Button, CallbackId, Reply, Tone};
use crate::view::templates::CATEGORIES;

/// The categories, those that were chosen marked; a tap turns one over.
pub(crate) fn interests(ctx: &Context<'_>, chosen: &[String]) -> Reply {
    let button = |category: &&str| {
        let is_chosen = chosen.iter().any(|known| known == category);
        let label = ctx.words.plain(&format!("choice-{category}"), &[]);
        let label = if is_chosen { format!("☑ {label}") } else { label };
        let tone = if is_chosen { Tone::Main } else { Tone::Plain };
        let press = CallbackId::new("settings", None, &format!("interest={category}"));
        Button { tone, ..Button::press(label, press) }
    };
    let buttons: Vec<Button> = CATEGORIES.iter().map(button).collect();
    let question = Reply::only(ctx.text("settings-which-interests", &[]));
    let reply = buttons.chunks(4).fold(question, |reply, row| reply.with(row.to_vec()));
    let events =
        Button::press(ctx.words.plain("button-events", &[]), CallbackId::new("events", None, ""));
    reply.with([events.main()])
}
