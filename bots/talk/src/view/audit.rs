//! The record of what hosts and members did, by pages.

use engine::{AuditEntry, AuditId, Error, EventId, PersonId, RecordOf, RecordPart};
use std::collections::HashMap;
use std::iter;

use crate::command::Context;
use crate::locale::{Arg, Words};
use crate::message::{Button, CallbackId, Reply, Text};
use crate::parse::zone;

/// A record as it is shown.
pub(crate) struct Shown {
    pub(crate) of: RecordOf,
    pub(crate) heading: Text,
    /// What is said where nothing was done.
    pub(crate) nothing: Text,
    /// What its buttons do.
    pub(crate) verb: &'static str,
    pub(crate) event: Option<EventId>,
    /// Whether its buttons do that where the answer is read: where it goes to a private chat, nobody is known there to
    /// manage the group.
    pub(crate) turns: bool,
}

/// What fits on a page.
struct Room {
    entries: u32,
    /// Some are left for what a platform adds to them.
    letters: usize,
}

/// Discord takes 2,000 letters.
const PAGE: Room = Room { entries: 10, letters: 1500 };
/// Where no page can be turned, it is a long one: Telegram takes 4,096 letters.
const ONLY_PAGE: Room = Room { entries: 40, letters: 3500 };

/// The page that a button leads to, or else the newest one.
pub(crate) async fn page(ctx: &Context<'_>, shown: Shown) -> Result<Reply, Error> {
    let room = if shown.turns { PAGE } else { ONLY_PAGE };
    let part = part(ctx);
    let read =
        ctx.engine().communities().audit(shown.of, part, ctx.person.id, room.entries).await?;
    let people = read.entries.iter().flat_map(|entry| iter::once(entry.by).chain(entry.about));
    let people: Vec<PersonId> = people.collect();
    let names = ctx.engine().people().names(&people).await?;
    let (mut lines, mut letters) = (vec![], 0);
    for entry in &read.entries {
        let line = line(ctx, shown.of, entry, &names);
        letters += line.plain().chars().count() + 1;
        if letters > room.letters && !lines.is_empty() {
            break;
        }
        lines.push((entry.id, line));
    }
    let is_cut = lines.len() < read.entries.len();
    let goes_back = matches!(part, RecordPart::NewerThan(_));
    if goes_back {
        lines.reverse();
    }
    let (Some((newest, _)), Some((oldest, _))) = (lines.first(), lines.last()) else {
        return Ok(Reply::only(shown.nothing).secret_if(true));
    };
    let to = |label: &str, side: &str, entry: &AuditId| {
        let press = CallbackId::new(shown.verb, shown.event, &format!("{side}.{entry}"));
        Button::press(ctx.words.plain(label, &[]), press)
    };
    let mut row = vec![];
    if read.has_newer || (is_cut && goes_back) {
        row.push(to("button-previous", "newer", newest));
    }
    if read.has_older || (is_cut && !goes_back) {
        row.push(to("button-next", "older", oldest));
    }
    let text = lines.into_iter().fold(shown.heading, |text, (_, line)| text.then(line));
    let reply = Reply::only(text).secret_if(true);
    let reply = if shown.turns && !row.is_empty() { reply.with(row) } else { reply };
    Ok(if ctx.press.is_some() { reply.replacing() } else { reply })
}

fn part(ctx: &Context<'_>) -> RecordPart {
    let (side, entry) = ctx.pressed_arg().and_then(|arg| arg.split_once('.')).unwrap_or_default();
    match (side, entry.parse::<AuditId>()) {
        ("older", Ok(entry)) => RecordPart::OlderThan(entry),
        ("newer", Ok(entry)) => RecordPart::NewerThan(entry),
        _ => RecordPart::Newest,
    }
}

fn line(
    ctx: &Context<'_>,
    of: RecordOf,
    entry: &AuditEntry,
    names: &HashMap<PersonId, String>,
) -> Text {
    let name = |person: PersonId| names.get(&person).map_or("", String::as_str);
    let (by, about) = (name(entry.by), entry.about.map_or("", name));
    let when = entry.at.utc().with_timezone(&ctx.person.setting.zone);
    let today = ctx.person.setting.day_of(ctx.now());
    let when = ctx.words.moment(when.naive_local(), today);
    let what = ctx.words.plain(&format!("deed-{}", entry.what), &[]);
    // The record of an event has its title above.
    let title = match of {
        RecordOf::Community(_) => entry.title.as_str(),
        RecordOf::Event(_) => "",
    };
    let detail = match entry.what.as_str() {
        "setup" => changed(ctx.words, &entry.detail),
        _ => ctx.words.with_days(&entry.detail, today),
    };
    let isolated = |text: &str| ctx.words.isolated(text).into_owned();
    let detail = format!("{} {}", isolated(title), isolated(&detail));
    let said = [isolated(by), what, isolated(about), detail.trim().to_owned()];
    let said: Vec<String> = said.into_iter().filter(|word| !word.is_empty()).collect();
    let said = said.join(" · ");
    let args = [("when", Arg::Time(entry.at, &when)), ("said", Arg::Text(&said))];
    ctx.text("audit-line", &args)
}

/// What was set otherwise in a community, which is kept by its names: in the words of whoever reads it. What is none of
/// them stays as it is.
fn changed(words: Words, detail: &str) -> String {
    let choice = |value: &str| {
        let key = format!("choice-{value}");
        if words.has(&key) { words.plain(&key, &[]) } else { value.to_owned() }
    };
    let said = |part: &str| {
        let (name, value) = part.split_once(' ')?;
        let (key, value) = match name {
            "zone" => ("settings-line-zone", zone::name(value.parse().ok()?)),
            "language" => ("settings-line-language", choice(value)),
            "budget" => ("setup-line-budget", choice(value)),
            "board" => ("setup-line-board", choice(value)),
            "recap" => ("setup-line-recap", choice(value)),
            "pin" => ("setup-line-pin", choice(value)),
            _ => return None,
        };
        Some(words.plain(key, &[("value", Arg::Text(&value))]))
    };
    let parts: Vec<String> =
        detail.split(", ").map(|part| said(part).unwrap_or_else(|| part.to_owned())).collect();
    words.list(parts.iter().map(String::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_set_is_read_in_the_language_of_the_reader() {
        let kept = "zone Europe/Berlin, language en, board no, of an older version";
        assert_eq!(
            changed(Words::of("de"), kept),
            "Zeitzone: Europe/Berlin, Sprache: English, Jeden Tag eine Tafel: nein, of an older version"
        );
        let arabic = changed(Words::of("ar"), kept);
        assert!(!arabic.contains("zone") && !arabic.contains("board"), "{arabic}");
        assert_eq!(changed(Words::of("en"), "budget quiet"), "How much is told: quiet");
    }
}
