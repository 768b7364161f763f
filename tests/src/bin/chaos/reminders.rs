//! Reminders that go out while the program is killed: on Discord each once, on Telegram at least once, and twice only
//! where one was on its way.

use crate::Args;
use crate::crowd::Stage;
use anyhow::Context;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// A process may have as many messages on their way as it sends to places at once.
const ON_THE_WAY: usize = 64;
/// Kills between two looks.
const LOOK_EVERY: usize = 5;
/// Reminders may be as late as this.
const LIMIT: Duration = Duration::from_secs(3600);

pub async fn run(args: &Args, members: usize, kills: usize) -> anyhow::Result<Value> {
    let stage = Stage::new(args).await?;
    let mut bots = stage.bots().await?;
    let chat = stage.chat();
    let people = stage.event(members).await?;
    // Once everybody has asked for it, on the clock of the machine that everybody lives by here.
    let at = now(&chat).await? + chrono::TimeDelta::seconds(90 + members as i64 / 2);
    for (platform, person) in &people {
        let line = format!("/remind event:Pages at:{} last:no", at.format("%H:%M"));
        let set = chat.say_in(platform, "private", person, &line).await?;
        anyhow::ensure!(set.text().contains("remind"), "{}", set.text());
    }
    let before = messages(&chat, &people).await?;
    let minute = at.timestamp() - at.timestamp() % 60;
    while now(&chat).await?.timestamp() < minute {
        sleep(Duration::from_millis(20)).await;
    }
    let (begun, mut killed) = (Instant::now(), 0);
    while killed < kills && begun.elapsed() < LIMIT {
        sleep(Duration::from_millis(30 + (killed as u64 * 37) % 150)).await;
        bots.kill().await?;
        killed += 1;
        bots = stage.bots().await?;
        if killed % LOOK_EVERY == 0 && are_told(&before, &messages(&chat, &people).await?) {
            break;
        }
    }
    while begun.elapsed() < LIMIT && !are_told(&before, &messages(&chat, &people).await?) {
        sleep(Duration::from_secs(1)).await;
    }
    sleep(Duration::from_secs(60)).await;
    bots.terminate().await?;
    let mut told = messages(&chat, &people).await?;
    told.iter_mut().for_each(|(person, count)| *count -= before[person]);
    let missing = told.values().filter(|count| **count == 0).count();
    let twice = |wanted: &str| {
        let is_one = |(platform, person): &&(&str, String)| *platform == wanted && told[person] > 1;
        people.iter().filter(is_one).count()
    };
    let (on_discord, on_telegram) = (twice("discord"), twice("telegram"));
    let holds = missing == 0 && on_discord == 0 && on_telegram <= ON_THE_WAY * killed;
    Ok(json!({
        "scene": "reminders", "members": members, "kills": killed, "missing": missing,
        "twice_on_discord": on_discord, "twice_on_telegram": on_telegram,
        "took_s": begun.elapsed().as_secs(), "holds": holds,
    }))
}

/// What the clock says by which everybody lives.
pub async fn now(chat: &tests::Chat) -> anyhow::Result<chrono::DateTime<chrono::Utc>> {
    Ok(chat.get("clock").await?["now"].as_str().context("a time")?.parse()?)
}

fn are_told(before: &BTreeMap<String, usize>, now: &BTreeMap<String, usize>) -> bool {
    now.iter().all(|(person, count)| *count > before[person])
}

/// How many messages each has from the bots in private: nothing but reminders comes by itself here.
pub async fn messages(
    chat: &tests::Chat,
    people: &[(&str, String)],
) -> anyhow::Result<BTreeMap<String, usize>> {
    let own = own_messages(chat, people).await?;
    Ok(own.into_iter().map(|(person, messages)| (person, messages.len())).collect())
}

/// The messages that each has from the bots in private, as far as the sandbox remembers them.
pub async fn own_messages(
    chat: &tests::Chat,
    people: &[(&str, String)],
) -> anyhow::Result<BTreeMap<String, BTreeSet<String>>> {
    let mut own = BTreeMap::new();
    for (platform, person) in people {
        let shown = chat.get(&format!("messages?person={person}")).await?;
        let messages = shown["messages"].as_array().context("a list")?;
        let is_private = |message: &&Value| {
            message["platform"] == *platform
                && message["place"] == "private"
                && message["author"] == "Streaks"
        };
        let id = |message: &Value| message["id"].as_str().map(str::to_owned);
        own.insert(person.clone(), messages.iter().filter(is_private).filter_map(id).collect());
    }
    Ok(own)
}
