//! What linking two accounts means, and that it is done.

use engine::{
    Account, Asker, Engine, Error, Event, EventId, Hindrance, LinkAsked, Merge, PersonId, Platform,
};
use std::collections::BTreeSet;

use crate::locale::{Arg, Words};
use crate::message::{Button, CallbackId, Reply, Text, label};
use crate::parse::zone;

/// Accounts that are shown with a button each.
pub(crate) const SHOWN_MAX: usize = 5;

/// What a button begins with that asks before it parts an account.
pub(crate) const ASK: &str = "ask.";

/// What the maker of a code says of its typist.
pub(crate) const YES: &str = "yes";
pub(crate) const NO: &str = "no";

/// Those of the events that come together which somebody sees in private.
pub(crate) async fn seen(
    engine: &Engine,
    reader: PersonId,
    merge: &Merge,
) -> Result<BTreeSet<EventId>, Error> {
    let events: Vec<&Event> = merge.moved.iter().chain(&merge.shared).collect();
    engine.authorize_to_see(Asker::person(reader), &events).await
}

/// What becomes of both histories. What whoever reads it does not see is counted, and not named: one of the two may have
/// been in it before it became one for few, or be somebody else.
pub(crate) fn what_comes(words: Words, merge: &Merge, seen: &BTreeSet<EventId>) -> Text {
    let mut text = Text::default();
    let is_seen = |event: &&Event| seen.contains(&event.id);
    let (contests, shared): (Vec<&Event>, Vec<&Event>) =
        merge.shared.iter().filter(is_seen).partition(|event| event.is_contest());
    let moved: Vec<&Event> = merge.moved.iter().filter(is_seen).collect();
    for (key, events) in
        [("link-moved", moved), ("link-shared", shared), ("link-contests", contests)]
    {
        if !events.is_empty() {
            let titles = words.list(events.iter().map(|event| event.title.as_str()));
            text = text.then(words.text(key, &[("titles", Arg::Text(&titles))]));
        }
    }
    let unseen = merge.moved.iter().chain(&merge.shared).filter(|event| !is_seen(event)).count();
    if unseen > 0 {
        text = text.then(words.text("link-unseen", &[("n", Arg::Number(unseen as u64))]));
    }
    let zone = zone::name(merge.united.setting.zone);
    text.then(words.text("link-keeps", &[("zone", Arg::Text(&zone))]))
}

pub(crate) fn platform(words: Words, platform: Platform) -> String {
    words.plain(&format!("choice-{}", platform.name()), &[])
}

/// What an account is called, with the name by which it is mentioned.
pub(crate) fn named(account: &Account) -> String {
    match &account.handle {
        Some(handle) => format!("{} (@{handle})", account.name),
        None => account.name.clone(),
    }
}

/// How a button names an account.
pub(crate) fn id(account: &Account) -> String {
    format!("{}.{}", account.platform.name(), account.external_id)
}

/// An account on a button, with its platform.
pub(crate) fn shown(words: Words, account: &Account) -> String {
    format!("{} · {}", platform(words, account.platform), words.isolated(&account.name))
}

/// A button for each account, which asks whether to part it; none where there is nothing to part.
pub(crate) fn part_buttons(words: Words, accounts: &[Account]) -> Vec<Button> {
    if accounts.len() < 2 {
        return vec![];
    }
    let button = |account: &Account| {
        let shown = shown(words, account);
        let part = words.plain("button-unlink-account", &[("account", Arg::Text(&shown))]);
        let press = CallbackId::new("unlink", None, &format!("{ASK}{}", id(account)));
        Button::press(label(&part), press).danger()
    };
    accounts.iter().take(SHOWN_MAX).map(button).collect()
}

/// Why two people cannot become one, and what helps.
pub(crate) fn hindered(words: Words, hindrance: &Hindrance) -> Reply {
    let text = match hindrance {
        Hindrance::Erasure => words.text("link-erasure", &[]),
        Hindrance::SamePlatform(both) => {
            let platform = platform(words, *both);
            words.text("link-same-platform", &[("platform", Arg::Text(&platform))])
        }
        Hindrance::Contests(events) => {
            let titles = words.list(events.iter().map(|event| event.title.as_str()));
            words.text("link-in-contests", &[("titles", Arg::Text(&titles))])
        }
    };
    Reply::only(text).secret_if(true)
}

/// Asks the maker of a code whether its typist is the same person.
pub(crate) async fn question(
    engine: &Engine,
    words: Words,
    asked: &LinkAsked,
) -> Result<Reply, Error> {
    let LinkAsked { merge, account } = asked;
    let seen = seen(engine, merge.stays.id, merge).await?;
    let name = named(account);
    let platform = platform(words, account.platform);
    let args = [("name", Arg::Text(&name)), ("platform", Arg::Text(&platform))];
    let text = words.text("link-question", &args).then(what_comes(words, merge, &seen));
    let press = |said: &str| CallbackId::new("link", None, &format!("{said}.{}", merge.goes.id));
    let yes = Button::press(words.plain("button-link-me", &[]), press(YES)).main();
    let no = Button::press(words.plain("button-link-not-me", &[]), press(NO)).danger();
    Ok(Reply::only(text).with([yes, no]))
}

/// What both sides are told, with the way back.
pub(crate) fn done(words: Words, name: &str) -> Reply {
    let text = words.text("link-done", &[("name", Arg::Text(name))]);
    let part =
        Button::press(words.plain("button-unlink", &[]), CallbackId::new("unlink", None, ""));
    Reply::only(text).with([part])
}
