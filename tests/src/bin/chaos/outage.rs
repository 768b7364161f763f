//! An hour in which Telegram gives no updates, over midnight: what people said before midnight counts for their day.

use crate::Args;
use anyhow::Context;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tests::{Chat, Streaks, command, folder, number};
use tokio::time::sleep;

/// Monday's last hour begins.
const BEGIN: &str = "2027-03-01T23:00:00Z";
const BEGIN_S: i64 = 1_803_942_000;
const END: &str = "2027-03-02T00:05:00Z";
/// How long catching up may take.
const CATCH_UP: Duration = Duration::from_secs(180);
/// The last day that somebody may be in for before midnight, and the one after, as days since 1970.
const MONDAY: i64 = BEGIN_S / 86_400;

/// Updates that are not worked yet.
const WAITING: &str = "select count(*) from inbox where state = 'open'";

pub async fn run(args: &Args, members: usize, updates: usize) -> anyhow::Result<Value> {
    let place = folder("outage");
    let file = format!("sqlite:{}/streaks.db", place.display());
    let url = args.database.clone().unwrap_or(file);
    let mut program = command(&place, &[]);
    program.env("STREAKS_DATABASE_URL", &url).env("STREAKS_LOG_FILTER", "error");
    let streaks = Streaks::launch(program, "Leaderboards:").await?;
    let chat = streaks.chat();
    chat.is_heard_on(&["discord", "telegram"]).await?;
    chat.set_clock("2027-03-01T22:00:00Z").await?;
    chat.say_in(
        "telegram",
        "group",
        "ken",
        "/event create visibility:public title:Reading zone:UTC",
    )
    .await?;
    let mut people = vec![];
    for n in 0..members {
        let person = chat.person(&format!("member {n}"), "en-US", "UTC").await?;
        for line in ["/join Reading", "/remind 23:30"] {
            chat.say_in("telegram", "private", &person, line).await?;
        }
        people.push(person);
    }
    let ids = ids(&chat, &people).await?;
    chat.set_clock(BEGIN).await?;
    let away =
        json!({"platform": "telegram", "path": "getupdates", "status": 502, "times": 1_000_000});
    chat.fault(away).await?;
    // A poll that is held open may still end well.
    sleep(Duration::from_secs(12)).await;
    for n in 0..updates {
        let (id, name) = &ids[n % ids.len()];
        let at = BEGIN_S + 60 + n as i64 * 3500 / updates as i64;
        chat.update(&json!({"message": {
            "message_id": 1_000_000 + n, "date": at, "text": "/checkin Reading",
            "chat": {"id": id, "type": "private", "first_name": name},
            "from": {"id": id, "is_bot": false, "first_name": name, "language_code": "en"},
            "entities": [{"type": "bot_command", "offset": 0, "length": 8}],
        }}))
        .await?;
    }
    chat.set_clock(END).await?;
    chat.fault(json!({"platform": "telegram", "times": 0})).await?;
    let begun = Instant::now();
    let expected = people.len().min(updates) as i64;
    while in_for(&url, MONDAY).await? < expected || number(&url, WAITING).await? > 0 {
        anyhow::ensure!(begun.elapsed() < CATCH_UP * 2, "it does not catch up");
        sleep(Duration::from_millis(200)).await;
    }
    let took = begun.elapsed();
    let monday = in_for(&url, MONDAY).await?;
    let mut reminded = 0;
    for person in &people {
        let shown = chat.get(&format!("messages?person={person}")).await?;
        let messages = shown["messages"].as_array().context("a list")?;
        let is_late = |message: &&Value| {
            message["at"].as_str().is_some_and(|at| at >= END)
                && message["text"].as_str().is_some_and(|text| text.contains("still open"))
        };
        reminded = reminded.max(messages.iter().filter(is_late).count());
    }
    streaks.terminate().await?;
    let holds = monday == expected && took < CATCH_UP && reminded <= 1;
    Ok(json!({
        "scene": "outage", "members": members, "updates": updates, "in_time": expected,
        "counted_for_their_day": monday, "catch_up_s": took.as_secs_f64(),
        "reminders_of_one_at_most": reminded, "holds": holds,
    }))
}

/// The Telegram id and the name of each.
async fn ids(chat: &Chat, people: &[String]) -> anyhow::Result<Vec<(i64, String)>> {
    let known = chat.get("people").await?;
    let known = known.as_array().context("a list")?;
    let find = |person: &String| {
        let found = known.iter().find(|one| one["id"] == person.as_str())?;
        Some((found["telegram_id"].as_i64()?, found["name"].as_str()?.to_owned()))
    };
    people.iter().map(|person| find(person).context("a person has an id")).collect()
}

/// How many members are in for a day.
async fn in_for(url: &str, day: i64) -> anyhow::Result<i64> {
    const IN: &str = "select count(*) from (select distinct event_id, person_id from check_in where day = $1) as members";
    Ok(if url.starts_with("postgres") {
        sqlx::query_scalar(IN).bind(day).fetch_one(&sqlx::PgPool::connect(url).await?).await?
    } else {
        sqlx::query_scalar(IN).bind(day).fetch_one(&sqlx::SqlitePool::connect(url).await?).await?
    })
}
