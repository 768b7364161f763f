//! `/event winners`: who is ahead, with an account to write to, for whoever runs the event.

use crate::choose::{self, Chosen};
use crate::command::{Call, Command, Kind, Param, Who};
use crate::words::Arg;
use crate::{Document, Reply, Talk, Words};
use engine::rules::Instant;
use engine::rules::ranking::By;
use engine::{BoardRow, Error, Event, Platform, Question};

/// Places that are shown, and lines at most where many share them: the message must fit under a file.
const PLACES: u64 = 3;
const LINES: usize = 8;
/// Rows of the file at most, and those fetched at a time.
const ROWS_MAX: usize = 1000;
const PAGE: u32 = 100;

pub const COMMAND: Command = Command {
    params: &[Param::new("event", "winners-event", Kind::Event(Who::Seen))],
    free: Some("event"),
    ..Command::new("event winners", "winners-about", |call| Box::pin(run(call)))
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let event = match choose::event(call, Who::Seen, "event-winners").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    if !call.hosts(&event).await? {
        return Ok(Reply::only(call.text("host-only", &[])));
    }
    // Accounts are for the host's eyes, whatever the event is.
    let platform = call.request.account.platform;
    Ok(list(call.talk, call.words, &event, platform, call.now()).await?.secret_if(true))
}

/// The first places with an account each, and everybody in a file. Of whoever has several accounts the host sees
/// the one on his own platform alone.
pub(crate) async fn list(
    talk: &Talk,
    words: Words,
    event: &Event,
    platform: Platform,
    now: Instant,
) -> Result<Reply, Error> {
    let title = [("title", Arg::Text(&event.title))];
    let rows = rows(talk, event, now).await?;
    if rows.is_empty() {
        return Ok(Reply::only(words.text("winners-none", &title)));
    }
    let heading = if event.is_over(now) { "winners-heading" } else { "winners-so-far" };
    let mut text = words.text(heading, &title);
    for row in rows.iter().take_while(|row| row.rank <= PLACES).take(LINES) {
        let accounts = talk.engine.accounts(row.person).await?;
        let here = accounts.iter().find(|account| account.platform == platform);
        let account = here.or(accounts.first()).map_or_else(String::new, |account| {
            let handle = account.handle.as_ref().map(|handle| format!("@{handle}"));
            let handle = handle.unwrap_or_else(|| account.external_id.clone());
            format!("{}: {handle}", account.platform.name())
        });
        let line = [
            ("rank", Arg::Number(row.rank)),
            ("name", Arg::Text(&row.name)),
            ("value", Arg::Number(row.longest.into())),
            ("account", Arg::Text(&account)),
        ];
        text = text.then(words.text("winners-line", &line));
    }
    let more = rows.iter().filter(|row| row.rank <= PLACES).count().saturating_sub(LINES);
    if more > 0 {
        text = text.then(words.text("winners-more", &[("n", Arg::Number(more as u64))]));
    }
    let file = Document { name: "ranking.csv".to_owned(), bytes: table(&rows)?.into() };
    Ok(Reply { documents: vec![file], ..Reply::only(text) })
}

/// The ranking from its top, by the longest streak as the public result has it.
async fn rows(talk: &Talk, event: &Event, now: Instant) -> Result<Vec<BoardRow>, Error> {
    let (mut rows, mut after) = (vec![], None);
    while rows.len() < ROWS_MAX {
        let page = Question { after, ..Question::top(By::Longest, PAGE) };
        let board = talk.engine.ranking(event.id, &page, now).await?;
        rows.extend(board.rows);
        after = board.next;
        if after.is_none() {
            break;
        }
    }
    Ok(rows)
}

fn table(rows: &[BoardRow]) -> Result<Vec<u8>, Error> {
    let failed = |why: String| Error::Unreadable { what: "ranking", why };
    let mut writer = csv::Writer::from_writer(vec![]);
    writer
        .write_record(["rank", "name", "longest", "current", "total", "points"])
        .map_err(|error| failed(error.to_string()))?;
    for row in rows {
        let points = row.points_milli as f64 / 1000.0;
        let numbers = [row.longest, row.current, row.total].map(|number| number.to_string());
        let [longest, current, total] = numbers;
        let cells = [
            row.rank.to_string(),
            harmless(&row.name),
            longest,
            current,
            total,
            points.to_string(),
        ];
        writer.write_record(cells).map_err(|error| failed(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| failed(error.to_string()))
}

/// A name that a spreadsheet takes for a formula would be worked out when the file is opened.
fn harmless(name: &str) -> String {
    if name.starts_with(['=', '+', '-', '@']) { format!("'{name}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn the_host_of_a_contest_is_sent_the_winners() {
        let mut world = World::new().await;
        world.say("host", "/start").await;
        world.say("host", "/event create Steps mode:contest").await;
        for name in ["ada", "=ken", "zoe"] {
            world.say(name, "/join Steps").await;
            world.say(name, "/checkin Steps").await;
        }
        world.next_day();
        world.say("zoe", "/checkin Steps").await;
        assert_eq!(
            world.say("ada", "/event winners Steps").await,
            "Only whoever runs the event can do that."
        );
        let so_far = world.hear("host", "/event winners Steps").await;
        assert!(so_far.secret);
        assert_eq!(
            so_far.plain(),
            "Steps, so far:\n1 · zoe — 2 (discord: zoe)\n2 · ada — 1 (discord: ada)\n2 · =ken — 1 (discord: =ken)"
        );
        let file = String::from_utf8_lossy(&so_far.documents[0].bytes).into_owned();
        assert!(file.contains("2,'=ken,1,"), "{file}");
        let sure = world.hear("host", "/event end Steps").await;
        world.tap("host", &sure, "End it").await;
        world.next_day();
        let told = world.told().await;
        let winners: Vec<_> = told
            .iter()
            .filter(|told| told.starts_with("Steps is over. The first places"))
            .collect();
        assert_eq!(winners.len(), 1, "{told:?}");
        assert!(winners[0].contains("1 · zoe — 2"), "{told:?}");
    }
}
