//! Which words of a value cannot be read, and what the rest would be.

use crate::command::context::Context;
use crate::locale::Arg;
use crate::message::Text;
use crate::parse::left_over::left_over;

/// A hint what can be read, with the words that are in the way; and the rest, where it can be read without them.
pub(crate) fn told(
    ctx: &Context<'_>,
    hint: Text,
    written: &str,
    is_read: impl Fn(&str) -> bool,
) -> (Text, Option<String>) {
    let Some((left, rest)) = left_over(ctx.words, written, is_read) else { return (hint, None) };
    let words = [("left", Arg::Text(&left)), ("rest", Arg::Text(&rest))];
    (hint.then(ctx.text("left-over", &words)), Some(rest))
}
