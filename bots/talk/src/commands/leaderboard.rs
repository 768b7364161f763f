//! `/leaderboard`: who stands where.

use crate::choose::{self, Chosen};
use crate::command::{Call, Command, Kind, Param, Who};
use crate::words::Arg;
use crate::{Button, Press, Reply, Text};
use engine::{BoardRow, By, Error, Event, Question, Visibility};

const ROWS: u32 = 10;

pub const COMMAND: Command = Command {
    path: "leaderboard",
    about: "leaderboard-about",
    params: &[
        Param {
            name: "event",
            about: "leaderboard-event",
            kind: Kind::Event(Who::Seen),
            required: false,
        },
        Param {
            name: "by",
            about: "leaderboard-by",
            kind: Kind::OneOf(&["current", "longest", "total"]),
            required: false,
        },
    ],
    free: Some("event"),
    public: true,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let event = match which(call).await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    let by = call.pressed_arg().or(call.arg("by")).and_then(By::named).unwrap_or_default();
    let question = Question::top(by, ROWS).asked_by(call.person.id);
    let board = call.engine().ranking(event.id, &question, call.now()).await?;
    let heading = format!("leaderboard-heading-{}", by.name());
    let mut text = call.text(&heading, &[("title", Arg::Text(&event.title))]);
    if board.rows.is_empty() {
        text = text.then(call.text("leaderboard-empty", &[]));
    }
    for row in &board.rows {
        text = text.then(line(call, row));
    }
    let is_shown =
        board.own.as_ref().is_none_or(|own| board.rows.iter().any(|row| row.person == own.person));
    if let (Some(own), false) = (&board.own, is_shown) {
        text = text.then(call.text("leaderboard-gap", &[])).then(line(call, own));
    }
    if event.visibility == Visibility::Public {
        let address = format!("{}/e/{}", call.talk.public_url, event.slug);
        text = text.then(call.text("leaderboard-page", &[("address", Arg::Link(&address))]));
    }
    // What an invite-only event is about stays with whoever asked.
    let reply =
        if event.visibility == Visibility::Public { Reply::open(text) } else { Reply::only(text) };
    let reply = reply.secret_if(event.is_hidden()).with(
        SHOWN.into_iter().filter(|other| *other != by).map(|other| by_button(call, &event, other)),
    );
    Ok(if call.press.is_some() { Reply { private: true, ..reply.replacing() } } else { reply })
}

/// Without a name: my only event, or the only one that can be seen here.
async fn which(call: &Call<'_>) -> Result<Chosen, Error> {
    if call.press.is_none() && call.arg("event").is_none() && choose::mine(call).await?.len() == 1 {
        return choose::event(call, Who::Mine, "leaderboard").await;
    }
    choose::event(call, Who::Seen, "leaderboard").await
}

fn line(call: &Call<'_>, row: &BoardRow) -> Text {
    let medal = match row.rank {
        1 => "🥇",
        2 => "🥈",
        3 => "🥉",
        _ => "▫️",
    };
    let key =
        if row.person == call.person.id { "leaderboard-line-own" } else { "leaderboard-line" };
    call.text(
        key,
        &[
            ("rank", Arg::Number(row.rank)),
            ("medal", Arg::Text(medal)),
            ("name", Arg::Text(&row.name)),
            ("value", Arg::Number(row.value.unsigned_abs())),
        ],
    )
}

/// What is offered here; the whole choice comes with its own options.
const SHOWN: [By; 3] = [By::Current, By::Longest, By::Total];

fn by_button(call: &Call<'_>, event: &Event, by: By) -> Button {
    let label = call.words.plain(&format!("button-by-{}", by.name()), &[]);
    Button::press(label, Press::new("leaderboard", Some(event.id), by.name()))
}

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn ties_share_a_place_and_names_are_literal() {
        let mut world = World::with_event("Read").await;
        for name in ["ada", "ken", "**grace**"] {
            world.say(name, "/join").await;
            world.say(name, "/checkin").await;
        }
        world.next_day();
        world.say("ada", "/checkin").await;
        let board = world.hear("ken", "/leaderboard").await;
        let lines: Vec<String> = board.plain().lines().map(str::to_owned).collect();
        assert_eq!(lines[0], "🏆 Read · current streak");
        assert_eq!(lines[1..4], ["1 🥇 ada — 2", "2 🥈 ken — 1 · you", "2 🥈 **grace** — 1"]);
        assert!(lines[4].starts_with("http://streaks.test/e/read-"));
        assert!(
            world
                .press("ken", &board, "Total")
                .await
                .starts_with("🏆 Read · days in all\n1 🥇 ada — 2")
        );
    }
}
