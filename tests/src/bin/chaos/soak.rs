//! A steady pace for a long time: what the process uses must not grow.

use crate::Args;
use crate::crowd::Stage;
use anyhow::Context;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tokio::time::{MissedTickBehavior, interval, sleep};

/// The beginning, in which caches fill.
const WARM_UP: f64 = 1.0 / 6.0;
const GROWTH_MAX: f64 = 0.05;
const LINES: [&str; 8] = [
    "/checkin event:Pages amount:1",
    "/streak event:Pages",
    "/leaderboard event:Pages",
    "/checkin event:Pages amount:2",
    "/events",
    "/badges",
    "/settings",
    "/undo event:Pages",
];

/// What a process has used.
#[derive(Debug, Clone, Copy)]
struct Used {
    rss_kib: f64,
    files: f64,
    cpu_ticks: f64,
    commands: f64,
}

fn used(process: u32, commands: u64) -> anyhow::Result<Used> {
    let rss_kib = tests::rss_kib(process)?;
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    let fields: Vec<&str> = stat.rsplit(')').next().context("a name")?.split_whitespace().collect();
    let cpu_ticks = fields[11].parse::<f64>()? + fields[12].parse::<f64>()?;
    let files = std::fs::read_dir(format!("/proc/{process}/fd"))?.count() as f64;
    Ok(Used { rss_kib, files, cpu_ticks, commands: commands as f64 })
}

pub async fn run(args: &Args, seconds: u64, per_s: u64) -> anyhow::Result<Value> {
    let stage = Stage::new(args).await?;
    let bots = stage.bots().await?;
    let members = Arc::new(stage.event(args.people).await?);
    let process = bots.id().context("it runs")?;
    let (said, answered) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let mut pace = interval(Duration::from_secs_f64(1.0 / per_s as f64));
    pace.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let begun = Instant::now();
    let mut seen = vec![];
    let mut look_at = Duration::ZERO;
    let every = Duration::from_secs_f64((seconds as f64 / 60.0).max(1.0));
    while begun.elapsed() < Duration::from_secs(seconds) {
        pace.tick().await;
        if begun.elapsed() >= look_at {
            look_at += every;
            let now = used(process, answered.load(Ordering::Relaxed))?;
            eprintln!("{:5} s: {now:?}", begun.elapsed().as_secs());
            seen.push(now);
        }
        let n = said.fetch_add(1, Ordering::Relaxed);
        let (chat, members, answered) = (stage.chat(), members.clone(), answered.clone());
        tokio::spawn(async move {
            let (platform, person) = &members[n as usize % members.len()];
            let line = LINES[(n as usize / members.len()) % LINES.len()];
            let said = chat.say_in(platform, "private", person, line).await;
            if said.is_ok_and(|said| !said.text().is_empty()) {
                answered.fetch_add(1, Ordering::Relaxed);
            }
        });
    }
    sleep(Duration::from_secs(10)).await;
    bots.terminate().await?;
    let (said, answered) = (said.load(Ordering::Relaxed), answered.load(Ordering::Relaxed));
    let from = ((seen.len() as f64 * WARM_UP) as usize).min(seen.len().saturating_sub(2));
    let (first, last) = (seen[from], *seen.last().context("it was looked at")?);
    let growth = |of: fn(&Used) -> f64| of(&last) / of(&first) - 1.0;
    // CPU of a command: the first sixth after warming up against the last one.
    let part = ((seen.len() - from) / 6).max(1);
    let cost =
        |a: &Used, b: &Used| (b.cpu_ticks - a.cpu_ticks) / (b.commands - a.commands).max(1.0);
    let (early, late) =
        (cost(&seen[from], &seen[from + part]), cost(&seen[seen.len() - 1 - part], &last));
    let (rss, files) = (growth(|used| used.rss_kib), growth(|used| used.files));
    let unanswered = said - answered;
    let holds = rss < GROWTH_MAX && files < GROWTH_MAX && unanswered * 1000 <= said;
    Ok(json!({
        "scene": "soak", "seconds": seconds, "said": said, "unanswered": unanswered,
        "rss_mib": last.rss_kib / 1024.0, "rss_growth": rss, "files": last.files, "files_growth": files,
        "cpu_ms_per_command_early": early * 10.0, "cpu_ms_per_command_late": late * 10.0,
        "holds": holds,
    }))
}
