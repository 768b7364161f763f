//! The answer to a value of which some words cannot be read.

use crate::command::{Context, left_over};
use crate::message::{CallbackId, Reply, Text};
use crate::view::which;

/// Says which words of a parameter's value are in the way, with the rest as a button where `press` takes it; `hint` says
/// what can be read.
pub(crate) fn answer(
    ctx: &Context<'_>,
    hint: Text,
    (name, written): (&str, &str),
    press: &CallbackId,
    is_read: impl Fn(&str) -> bool,
) -> Reply {
    let (text, rest) = left_over::told(ctx, hint, written, is_read);
    let values: Vec<(String, String)> = rest.into_iter().map(|rest| (rest.clone(), rest)).collect();
    let asked = match values.is_empty() {
        true => None,
        false => which::asked(ctx, text.clone(), name, &values, press),
    };
    asked.unwrap_or_else(|| Reply::only(text))
}
