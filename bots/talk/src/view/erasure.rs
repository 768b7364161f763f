//! That everything about somebody is to be erased, and the way back.

use engine::rules::{Instant, Setting};

use crate::locale::{Arg, Words};
use crate::message::{Button, CallbackId, Text};

/// On which day that will be, by their own clock.
pub(crate) fn planned(words: Words, clock: Setting, at: Instant, now: Instant) -> Text {
    let day = words.day(clock.day_of(at), clock.day_of(now));
    words.text("privacy-planned", &[("day", Arg::Text(&day))])
}

/// Calls it off.
pub(crate) fn keep(words: Words) -> Button {
    Button::press(words.plain("button-keep", &[]), CallbackId::new("privacy", None, "keep"))
}
