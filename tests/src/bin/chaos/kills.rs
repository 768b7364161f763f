//! Programs and databases that end without a word.

use crate::Args;
use crate::crowd::{Stage, check_in};
use crate::ledger::Ledger;
use crate::postgres::Postgres;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tests::{Streaks, number};
use tokio::time::sleep;

/// How long everything that is on its way may take to arrive in the end: as a rule, and at most.
const SETTLE: Duration = Duration::from_secs(20);
const SETTLE_MAX: Duration = Duration::from_secs(360);

/// Moments that look random and are the same each time.
pub struct Moments(pub u64);

impl Moments {
    pub fn next(&mut self, from_ms: u64, to_ms: u64) -> Duration {
        // Knuth's constants: the upper bits are good enough for moments.
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Duration::from_millis(from_ms + (self.0 >> 33) % (to_ms - from_ms))
    }
}

pub async fn kills(args: &Args, count: usize) -> anyhow::Result<Value> {
    let stage = Stage::new(args).await?;
    let mut bots = stage.bots().await?;
    let members = stage.event(args.people).await?;
    let ledger = Arc::new(Ledger::default());
    let mut crowd = check_in(&stage.chat(), &ledger, &members);
    let mut moments = Moments(1);
    for n in 0..count {
        sleep(moments.next(50, 1500)).await;
        bots.kill().await?;
        bots = stage.bots().await?;
        progress(n, count, &ledger);
    }
    // The last one lives long enough to show that everything goes on.
    let before = ledger.acknowledged();
    sleep(SETTLE).await;
    crowd.abort_all();
    let goes_on = ledger.acknowledged() - before;
    settle(&stage.url).await?;
    let (_, ended_well) = bots.terminate().await?;
    told("kills", args, count, &ledger, &stage.url, ended_well && goes_on > 0).await
}

pub async fn restarts(args: &Args, count: usize, cuts: usize) -> anyhow::Result<Value> {
    let server = Postgres::start().await?;
    let stage = Stage::on(args, server.url()).await?;
    let bots = stage.bots().await?;
    let members = stage.event(args.people).await?;
    let ledger = Arc::new(Ledger::default());
    let mut crowd = check_in(&stage.chat(), &ledger, &members);
    let mut moments = Moments(2);
    let mut slowest = Duration::ZERO;
    for n in 0..count {
        sleep(moments.next(500, 3000)).await;
        server.restart().await?;
        slowest = slowest.max(recovers(&ledger).await?);
        for _ in 0..cuts {
            sleep(moments.next(20, 200)).await;
            server.cut().await?;
        }
        progress(n, count, &ledger);
    }
    sleep(SETTLE).await;
    crowd.abort_all();
    settle(&stage.url).await?;
    let (_, ended_well) = bots.terminate().await?;
    let mut shown = told("restarts", args, count, &ledger, &stage.url, ended_well).await?;
    shown["cuts"] = json!(count * cuts);
    shown["slowest_recovery_s"] = json!(slowest.as_secs_f64());
    server.stop().await?;
    Ok(shown)
}

/// Waits until somebody's check-in is acknowledged again.
pub async fn recovers(ledger: &Ledger) -> anyhow::Result<Duration> {
    let (begun, before) = (Instant::now(), ledger.acknowledged());
    while ledger.acknowledged() <= before {
        anyhow::ensure!(begun.elapsed() < Duration::from_secs(120), "nothing goes on");
        sleep(Duration::from_millis(20)).await;
    }
    Ok(begun.elapsed())
}

pub async fn processes(args: &Args, seconds: u64) -> anyhow::Result<Value> {
    let server = Postgres::start().await?;
    let stage = Stage::on(args, server.url()).await?;
    let mut running: Vec<Streaks> = vec![];
    for _ in 0..3 {
        running.push(stage.bots().await?);
    }
    let members = stage.event(args.people).await?;
    let ledger = Arc::new(Ledger::default());
    let mut crowd = check_in(&stage.chat(), &ledger, &members);
    let (begun, mut moments) = (Instant::now(), Moments(3));
    let (mut kills, mut restarts) = (0, 0);
    let mut slowest = Duration::ZERO;
    while begun.elapsed() < Duration::from_secs(seconds) {
        sleep(moments.next(2000, 6000)).await;
        running.remove(kills % running.len()).kill().await?;
        kills += 1;
        slowest = slowest.max(recovers(&ledger).await?);
        running.push(stage.bots().await?);
        if begun.elapsed().as_secs() / 60 > restarts {
            restarts += 1;
            server.restart().await?;
            slowest = slowest.max(recovers(&ledger).await?);
        }
        progress(kills, 0, &ledger);
    }
    sleep(SETTLE).await;
    crowd.abort_all();
    settle(&stage.url).await?;
    let mut ended_well = true;
    for one in running {
        ended_well &= one.terminate().await?.1;
    }
    let mut shown = told("processes", args, kills, &ledger, &stage.url, ended_well).await?;
    shown["restarts"] = json!(restarts);
    shown["slowest_recovery_s"] = json!(slowest.as_secs_f64());
    server.stop().await?;
    Ok(shown)
}

pub async fn rolling(args: &Args, count: usize) -> anyhow::Result<Value> {
    let server = Postgres::start().await?;
    let stage = Stage::on(args, server.url()).await?;
    let mut running = vec![stage.bots().await?, stage.bots().await?];
    let members = stage.event(args.people).await?;
    let ledger = Arc::new(Ledger::default());
    let mut crowd = check_in(&stage.chat(), &ledger, &members);
    let (mut moments, mut slowest, mut ended_well) = (Moments(7), Duration::ZERO, true);
    for n in 0..count {
        sleep(moments.next(500, 3000)).await;
        // The new one stands before the old one goes.
        running.push(stage.bots().await?);
        ended_well &= running.remove(0).terminate().await?.1;
        slowest = slowest.max(recovers(&ledger).await?);
        progress(n, count, &ledger);
    }
    ledger.end();
    while crowd.join_next().await.is_some() {}
    settle(&stage.url).await?;
    for one in running {
        ended_well &= one.terminate().await?.1;
    }
    let mut shown = told("rolling", args, count, &ledger, &stage.url, ended_well).await?;
    shown["slowest_recovery_s"] = json!(slowest.as_secs_f64());
    server.stop().await?;
    Ok(shown)
}

pub async fn stops(args: &Args, count: usize) -> anyhow::Result<Value> {
    const HANG: u64 = 600_000;
    let stage = Stage::new(args).await?;
    let mut bots = stage.bots().await?;
    let members = stage.event(args.people).await?;
    let ledger = Arc::new(Ledger::default());
    let mut crowd = check_in(&stage.chat(), &ledger, &members);
    let mut moments = Moments(4);
    let (mut slowest, mut ended_well, mut leased) = (Duration::ZERO, true, 0);
    for n in 0..count {
        for (platform, path) in [("discord", "/callback"), ("telegram", "send")] {
            let hangs = json!({"platform": platform, "path": path, "status": 0, "delay_ms": HANG, "times": 20});
            stage.chat().fault(hangs).await?;
        }
        sleep(moments.next(200, 1500)).await;
        let (took, is_well) = bots.terminate().await?;
        slowest = slowest.max(took);
        ended_well &= is_well;
        leased += leases(&stage.url).await?;
        for platform in ["discord", "telegram"] {
            stage.chat().fault(json!({"platform": platform, "times": 0})).await?;
        }
        bots = stage.bots().await?;
        progress(n, count, &ledger);
    }
    sleep(SETTLE).await;
    crowd.abort_all();
    settle(&stage.url).await?;
    ended_well &= bots.terminate().await?.1;
    let in_time = slowest < Duration::from_secs(10);
    let holds = ended_well && in_time && leased == 0;
    let mut shown = told("stops", args, count, &ledger, &stage.url, holds).await?;
    shown["slowest_s"] = json!(slowest.as_secs_f64());
    shown["leases_left"] = json!(leased);
    Ok(shown)
}

pub async fn failover(args: &Args, command: &str) -> anyhow::Result<Value> {
    /// How long people check in before the leader is gone.
    const BEFORE: Duration = Duration::from_secs(10);
    const WITHIN: Duration = Duration::from_secs(30);
    let stage = Stage::new(args).await?;
    let bots = [stage.bots().await?, stage.bots().await?];
    let members = stage.event(args.people).await?;
    let ledger = Arc::new(Ledger::default());
    let mut crowd = check_in(&stage.chat(), &ledger, &members);
    sleep(BEFORE).await;
    let killed = tokio::process::Command::new(command).status().await?;
    anyhow::ensure!(killed.success(), "{command} did not work");
    // What was on its way is answered first.
    sleep(Duration::from_secs(1)).await;
    let gap = recovers(&ledger).await?;
    sleep(SETTLE).await;
    crowd.abort_all();
    settle(&stage.url).await?;
    let mut ended_well = true;
    for one in bots {
        ended_well &= one.terminate().await?.1;
    }
    let holds = ended_well && gap < WITHIN;
    let mut shown = told("failover", args, 1, &ledger, &stage.url, holds).await?;
    shown["gap_s"] = json!(gap.as_secs_f64() + 1.0);
    Ok(shown)
}

async fn leases(url: &str) -> anyhow::Result<i64> {
    number(url, "select count(*) from outbox where lease_until > 0").await
}

/// Waits until whatever was on its way has arrived.
pub async fn settle(url: &str) -> anyhow::Result<()> {
    let begun = Instant::now();
    sleep(SETTLE).await;
    while begun.elapsed() < SETTLE_MAX
        && number(url, "select count(*) from inbox where state = 'open'").await? > 0
    {
        sleep(Duration::from_secs(1)).await;
    }
    Ok(())
}

pub fn progress(n: usize, count: usize, ledger: &Ledger) {
    if n % 10 == 9 {
        eprintln!("{} of {count}, {} acknowledged", n + 1, ledger.acknowledged());
    }
}

/// What a scene found: the ledger against the database.
pub async fn told(
    scene: &str,
    args: &Args,
    count: usize,
    ledger: &Ledger,
    url: &str,
    holds: bool,
) -> anyhow::Result<Value> {
    let mut shown = ledger.compare(url).await?;
    let dead = number(url, "select count(*) from inbox where state = 'parked'").await?;
    shown["holds"] = json!(holds && shown["holds"] == true && dead == 0);
    shown["dead_letters"] = json!(dead);
    shown["scene"] = json!(scene);
    shown["count"] = json!(count);
    shown["database"] = json!(if url.starts_with("postgres") { "postgres" } else { "sqlite" });
    shown["receive"] = json!(if args.webhooks { "webhook" } else { "connection" });
    Ok(shown)
}
