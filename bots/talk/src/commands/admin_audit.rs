//! `/admin audit`: what hosts and moderators did. The record of one event reads the same.

use crate::command::{Call, Command, Right};
use crate::words::Arg;
use crate::{Button, Press, Reply, Text};
use engine::{Deed, DeedId, Error, EventId, PersonId, RecordOf, RecordPart};

pub const COMMAND: Command = Command {
    right: Right::Manager,
    ..Command::new("admin audit", "audit-about", |call| Box::pin(run(call)))
};

/// A record as it is shown.
pub(super) struct Shown {
    pub(super) of: RecordOf,
    pub(super) heading: Text,
    /// What is said where nothing was done.
    pub(super) nothing: Text,
    /// What its buttons do.
    pub(super) verb: &'static str,
    pub(super) event: Option<EventId>,
    /// Whether its buttons do that where the answer is read: where it goes to a private chat, nobody is known there to
    /// manage the group.
    pub(super) turns: bool,
}

/// What fits on a page.
struct Room {
    deeds: u32,
    /// Some are left for what a platform adds to them.
    letters: usize,
}

/// Discord takes 2,000 letters.
const PAGE: Room = Room { deeds: 10, letters: 1500 };
/// Where no page can be turned, it is a long one: Telegram takes 4,096 letters.
const ONLY_PAGE: Room = Room { deeds: 40, letters: 3500 };

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let Some(community) = &call.community else {
        return Ok(Reply::only(call.text("right-in-group", &[])));
    };
    let shown = Shown {
        of: RecordOf::Community(community.id),
        heading: call.text("audit-heading", &[]),
        nothing: call.text("audit-empty", &[]),
        verb: "admin-audit",
        event: None,
        turns: !call.is_overheard(),
    };
    page(call, shown).await
}

/// The page that a button leads to, or else the newest one.
pub(super) async fn page(call: &Call<'_>, shown: Shown) -> Result<Reply, Error> {
    let room = if shown.turns { PAGE } else { ONLY_PAGE };
    let part = part(call);
    let read = call.engine().deeds(shown.of, part, call.person.id, room.deeds).await?;
    let (mut lines, mut letters) = (vec![], 0);
    for deed in &read.deeds {
        let line = line(call, shown.of, deed).await?;
        letters += line.plain().chars().count() + 1;
        if letters > room.letters && !lines.is_empty() {
            break;
        }
        lines.push((deed.id, line));
    }
    let is_cut = lines.len() < read.deeds.len();
    let goes_back = matches!(part, RecordPart::NewerThan(_));
    if goes_back {
        lines.reverse();
    }
    let (Some((newest, _)), Some((oldest, _))) = (lines.first(), lines.last()) else {
        return Ok(Reply::only(shown.nothing).secret_if(true));
    };
    let to = |label: &str, side: &str, deed: &DeedId| {
        let press = Press::new(shown.verb, shown.event, &format!("{side}.{deed}"));
        Button::press(call.words.plain(label, &[]), press)
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
    Ok(if call.press.is_some() { reply.replacing() } else { reply })
}

fn part(call: &Call<'_>) -> RecordPart {
    let (side, deed) = call.pressed_arg().and_then(|arg| arg.split_once('.')).unwrap_or_default();
    match (side, deed.parse::<DeedId>()) {
        ("older", Ok(deed)) => RecordPart::OlderThan(deed),
        ("newer", Ok(deed)) => RecordPart::NewerThan(deed),
        _ => RecordPart::Newest,
    }
}

async fn line(call: &Call<'_>, of: RecordOf, deed: &Deed) -> Result<Text, Error> {
    let by = name(call, Some(deed.by)).await?;
    let about = name(call, deed.about).await?;
    let when = deed.at.utc().with_timezone(&call.person.setting.zone);
    let when = when.format("%Y-%m-%d %H:%M").to_string();
    let what = call.words.plain(&format!("deed-{}", deed.what), &[]);
    // The record of an event has its title above.
    let title = match of {
        RecordOf::Community(_) => deed.title.as_str(),
        RecordOf::Event(_) => "",
    };
    let detail = format!("{title} {}", deed.detail);
    let said = [by.as_str(), &what, &about, detail.trim()];
    let said: Vec<&str> = said.into_iter().filter(|word| !word.is_empty()).collect();
    let said = said.join(" · ");
    let args = [("when", Arg::Time(deed.at, &when)), ("said", Arg::Text(&said))];
    Ok(call.text("audit-line", &args))
}

async fn name(call: &Call<'_>, person: Option<PersonId>) -> Result<String, Error> {
    let Some(person) = person else { return Ok(String::new()) };
    Ok(call.engine().person_by_id(person).await?.map(|person| person.name).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use crate::Reply;
    use crate::world::World;

    #[tokio::test]
    async fn the_record_is_for_managers_alone() {
        let world = World::with_event("Read").await;
        assert_eq!(
            world.say("ken", "/admin audit").await,
            "That is for whoever manages this place."
        );
        assert_eq!(
            world.as_manager("boss", "/admin audit").await.plain(),
            "Nothing has been done here yet."
        );
        world.say("ada", "/join Read").await;
        world.to_as_manager("boss", "/admin remove event:Read ban:yes", "ada").await;
        let record = world.as_manager("boss", "/admin audit").await.plain();
        assert!(record.ends_with("boss · kept out · ada · Read"), "{record}");
    }

    #[tokio::test]
    async fn what_was_done_in_an_event_that_does_not_exist_for_a_manager_is_not_told() {
        let world = World::new().await;
        let title = "Divorce support group";
        world.say("host", &format!("/event create title:\"{title}\" visibility:invite")).await;
        world.say("host", "/join").await;
        for name in ["ada", "eve"] {
            world.say(name, "/start").await;
        }
        let remove = format!("/event remove event:\"{title}\" ban:yes reason:\"told the press\"");
        let removed = world.to("host", &remove, "ada").await;
        assert!(removed.plain().contains("ada"), "{}", removed.plain());
        world.to_as_manager("boss", "/admin moderator action:add", "eve").await;
        let record = world.as_manager("boss", "/admin audit").await.plain();
        assert!(record.ends_with("boss · made moderator · eve"), "{record}");
        for word in ["Divorce", "press", "host", "ada", "kept out"] {
            assert!(!record.contains(word), "{word} in {record}");
        }
        let own = world.as_manager("host", "/admin audit").await.plain();
        let deed = format!("host · kept out · ada · {title} told the press");
        assert!(own.lines().any(|line| line.ends_with(&deed)), "{own}");
    }

    /// A group in which so many things were done, each with a reason of its own.
    async fn group(reasons: impl Iterator<Item = String>) -> World {
        let world = World::with_event("Read").await;
        world.say("eve", "/start").await;
        for reason in reasons {
            let line = format!("/admin remove event:Read ban:pardon reason:\"{reason}\"");
            world.to_as_manager("boss", &line, "eve").await;
        }
        world
    }

    /// The reasons on a page, by their first words, and its buttons.
    fn shown(page: &Reply) -> (Vec<String>, Vec<&str>) {
        let plain = page.plain();
        let reasons = plain.lines().filter_map(|line| line.split("eve · Read ").nth(1));
        let reasons = reasons.map(|reason| reason.split(' ').next().unwrap_or_default().to_owned());
        let buttons = page.buttons.iter().flatten().map(|button| button.label.as_str());
        (reasons.collect(), buttons.collect())
    }

    /// The reasons from one down to another.
    fn down(from: u32, to: u32) -> Vec<String> {
        (to..=from).rev().map(|n| n.to_string()).collect()
    }

    #[tokio::test]
    async fn a_long_record_has_pages_that_are_turned_both_ways() {
        let world = group((1..=23).map(|n| n.to_string())).await;
        let first = world.as_manager("boss", "/admin audit").await;
        assert_eq!(shown(&first), (down(23, 14), vec!["Next ▶"]));
        let second = world.press_as_manager("boss", &first, "Next ▶").await;
        assert!(second.replaces && second.secret);
        assert_eq!(shown(&second), (down(13, 4), vec!["◀ Back", "Next ▶"]));
        let third = world.press_as_manager("boss", &second, "Next ▶").await;
        assert_eq!(shown(&third), (down(3, 1), vec!["◀ Back"]));
        let back = world.press_as_manager("boss", &third, "◀ Back").await;
        assert_eq!(shown(&back), shown(&second));
        let back = world.press_as_manager("boss", &back, "◀ Back").await;
        assert_eq!(shown(&back), shown(&first));
    }

    #[tokio::test]
    async fn what_is_too_long_for_a_page_is_on_the_next_one() {
        let long = "a".repeat(190);
        let world = group((1..=10).map(|n| format!("{n} {long}"))).await;
        let first = world.as_manager("boss", "/admin audit").await;
        assert_eq!(shown(&first), (down(10, 5), vec!["Next ▶"]));
        let second = world.press_as_manager("boss", &first, "Next ▶").await;
        assert_eq!(shown(&second), (down(4, 1), vec!["◀ Back"]));
        let back = world.press_as_manager("boss", &second, "◀ Back").await;
        assert_eq!(shown(&back), shown(&first));
    }

    #[tokio::test]
    async fn where_no_page_can_be_turned_more_stands_on_one() {
        let world = group((1..=23).map(|n| n.to_string())).await;
        let page = world.as_manager_where_nothing_is_private("boss", "/admin audit").await;
        assert_eq!(shown(&page), (down(23, 1), vec![]));
    }
}
