//! The clock of the machine jumps by hours and days, to and fro, while people check in and reminders are due.

use crate::Args;
use crate::crowd::{Stage, check_in};
use crate::kills::{Moments, progress, recovers, settle, told};
use crate::ledger::Ledger;
use crate::reminders::{now, own_messages};
use anyhow::Context;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use tests::folder;
use tokio::time::sleep;

/// By how much the clock is wrong, in seconds, one after the other.
const OFFSETS_S: [i64; 7] = [3600, 0, -3600, 86_400, -86_400, 0, 90_000];
/// The days that these clocks see: a day before, the true one, and a day or two later.
const DAYS_SEEN: usize = 4;
/// Those who never check in, and so are reminded.
const IDLE: usize = 10;
const LOOK_EVERY: usize = 5;

pub async fn run(args: &Args, count: usize) -> anyhow::Result<Value> {
    let stage = Stage::new(args).await?;
    let (chat, offset) = (stage.chat(), folder("clock").join("offset"));
    let set = |seconds: i64| std::fs::write(&offset, format!("{seconds:+}"));
    set(0)?;
    let library = library()?;
    let (library, file) = (library.display().to_string(), offset.display().to_string());
    let bots = stage
        .bots_with(&[
            ("LD_PRELOAD", &library),
            ("FAKETIME_TIMESTAMP_FILE", &file),
            ("FAKETIME_NO_CACHE", "1"),
            // Clocks that count from the start of the machine do not jump.
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
        ])
        .await?;
    let people = stage.event(args.people + IDLE).await?;
    let (idle, members) = people.split_at(IDLE);
    let at = now(&chat).await? + chrono::TimeDelta::minutes(2);
    for (platform, person) in idle {
        let line = format!("/remind event:Pages at:{} last:no", at.format("%H:%M"));
        let set = chat.say_in(platform, "private", person, &line).await?;
        anyhow::ensure!(set.text().contains("remind"), "{}", set.text());
    }
    let before = own_messages(&chat, idle).await?;
    let mut seen = before.clone();
    let ledger = Arc::new(Ledger::default());
    let mut crowd = check_in(&chat, &ledger, members);
    let mut moments = Moments(6);
    let mut slowest = std::time::Duration::ZERO;
    for n in 0..count {
        sleep(moments.next(500, 3000)).await;
        set(OFFSETS_S[n % OFFSETS_S.len()])?;
        slowest = slowest.max(recovers(&ledger).await?);
        // The sandbox forgets what was said long ago.
        if n % LOOK_EVERY == 0 {
            for (person, messages) in own_messages(&chat, idle).await? {
                seen.entry(person).or_default().extend(messages);
            }
        }
        progress(n, count, &ledger);
    }
    set(0)?;
    ledger.end();
    while crowd.join_next().await.is_some() {}
    settle(&stage.url).await?;
    for (person, messages) in own_messages(&chat, idle).await? {
        seen.entry(person).or_default().extend(messages);
    }
    let (_, ended_well) = bots.terminate().await?;
    let reminded: Vec<usize> = seen
        .iter()
        .map(|(person, messages)| messages.difference(&before[person]).count())
        .collect();
    let (least, most) = (reminded.iter().min().copied(), reminded.iter().max().copied());
    let is_right = least >= Some(1) && most <= Some(DAYS_SEEN);
    let mut shown =
        told("clocks", args, count, &ledger, &stage.url, ended_well && is_right).await?;
    shown["reminders_of_one"] = json!([least, most]);
    shown["slowest_recovery_s"] = json!(slowest.as_secs_f64());
    Ok(shown)
}

fn library() -> anyhow::Result<PathBuf> {
    let places = std::fs::read_dir("/usr/lib")?.filter_map(|entry| {
        let library = entry.ok()?.path().join("faketime/libfaketime.so.1");
        library.exists().then_some(library)
    });
    places.last().context("libfaketime is not installed")
}
