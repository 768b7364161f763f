//! What linking two accounts means, and that it is done.

use engine::{LinkAsked, Merge, Platform};

use crate::locale::{Arg, Words};
use crate::message::{Button, CallbackId, Reply, Text};
use crate::parse::zone;

/// What the maker of a code says of its typist.
pub(crate) const YES: &str = "yes";
pub(crate) const NO: &str = "no";

/// What becomes of both histories.
pub(crate) fn what_comes(words: Words, merge: &Merge) -> Text {
    let mut text = Text::default();
    for (key, events) in [("link-moved", &merge.moved), ("link-shared", &merge.shared)] {
        if !events.is_empty() {
            let titles = words.list(events.iter().map(|event| event.title.as_str()));
            text = text.then(words.text(key, &[("titles", Arg::Text(&titles))]));
        }
    }
    let zone = zone::name(merge.stays.setting.zone);
    text.then(words.text("link-keeps", &[("zone", Arg::Text(&zone))]))
}

pub(crate) fn platform(words: Words, platform: Platform) -> String {
    words.plain(&format!("choice-{}", platform.name()), &[])
}

/// Asks the maker of a code whether its typist is the same person.
pub(crate) fn question(words: Words, asked: &LinkAsked) -> Reply {
    let LinkAsked { merge, account } = asked;
    let handle = account.handle.as_deref().map(|handle| format!(" (@{handle})"));
    let name = format!("{}{}", account.name, handle.unwrap_or_default());
    let platform = platform(words, account.platform);
    let args = [("name", Arg::Text(&name)), ("platform", Arg::Text(&platform))];
    let text = words.text("link-question", &args).then(what_comes(words, merge));
    let press = |said: &str| CallbackId::new("link", None, &format!("{said}.{}", merge.goes.id));
    let yes = Button::press(words.plain("button-link-me", &[]), press(YES)).main();
    let no = Button::press(words.plain("button-link-not-me", &[]), press(NO)).danger();
    Reply::only(text).with([yes, no])
}

/// What both sides are told, with the way back.
pub(crate) fn done(words: Words, name: &str) -> Reply {
    let text = words.text("link-done", &[("name", Arg::Text(name))]);
    let part =
        Button::press(words.plain("button-unlink", &[]), CallbackId::new("unlink", None, ""));
    Reply::only(text).with([part])
}
