//! Discord refuses everything for an hour: requests, the gateway, resumed sessions. It is asked little meanwhile, and
//! told everything afterwards that is still worth it.

use crate::Args;
use crate::crowd::Stage;
use crate::reminders::{messages, now};
use anyhow::Context;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tests::Chat;
use tokio::time::sleep;

const LOOK_EVERY: Duration = Duration::from_secs(10);
/// How long after the end everybody may have to wait.
const CATCH_UP: Duration = Duration::from_secs(300);
/// IDENTIFYs that an hour may see, and requests that count as invalid.
const IDENTIFIED_MAX: u64 = 20;
const INVALID_MAX: usize = 200;
/// Reminders come due so long before the end, and so long after it.
const BEFORE_S: i64 = 240;
const AFTER_S: i64 = 120;

pub async fn run(args: &Args, seconds: u64) -> anyhow::Result<Value> {
    let stage = Stage::new(args).await?;
    let bots = stage.bots().await?;
    let chat = stage.chat();
    let people = stage.event(args.people).await?;
    let discord: Vec<_> =
        people.into_iter().filter(|(platform, _)| *platform == "discord").collect();
    let begins = now(&chat).await? + chrono::TimeDelta::seconds(60);
    for (n, (platform, person)) in discord.iter().enumerate() {
        let after_s = seconds as i64 + if n % 2 == 0 { -BEFORE_S } else { AFTER_S };
        let at = begins + chrono::TimeDelta::seconds(after_s);
        let line = format!("/remind event:Pages at:{} last:no", at.format("%H:%M"));
        let set = chat.say_in(platform, "private", person, &line).await?;
        anyhow::ensure!(set.text().contains("remind"), "{}", set.text());
    }
    while now(&chat).await? < begins {
        sleep(Duration::from_secs(1)).await;
    }
    let before = messages(&chat, &discord).await?;
    let (identified, mut log) = (identified(&chat).await?, Log::at_the_end(&chat).await?);
    chat.gateway(json!({"turn_away": 4000, "times": 1_000_000})).await?;
    chat.fault(json!({"platform": "discord", "path": "", "status": 503, "times": 1_000_000}))
        .await?;
    chat.gateway(json!({"close": 4000})).await?;
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(seconds) {
        sleep(LOOK_EVERY).await;
        log.read(&chat).await?;
    }
    let identified = self::identified(&chat).await? - identified;
    let (asked, invalid) = (log.asked, log.invalid);
    chat.gateway(json!({"turn_away": 4000, "times": 0})).await?;
    chat.fault(json!({"platform": "discord", "times": 0})).await?;
    let over = Instant::now();
    let told = loop {
        let told = messages(&chat, &discord).await?;
        let is_told = |(person, count): (&String, &usize)| *count > before[person];
        if told.iter().all(is_told)
            || over.elapsed() > CATCH_UP + Duration::from_secs(AFTER_S as u64)
        {
            break told;
        }
        sleep(Duration::from_secs(1)).await;
    };
    let took = over.elapsed();
    let counts: Vec<usize> = told.iter().map(|(person, count)| count - before[person]).collect();
    let (missing, twice) = (
        counts.iter().filter(|count| **count == 0).count(),
        counts.iter().filter(|count| **count > 1).count(),
    );
    let (_, ended_well) = bots.terminate().await?;
    let holds = ended_well
        && identified < IDENTIFIED_MAX
        && invalid < INVALID_MAX
        && missing == 0
        && twice == 0;
    Ok(json!({
        "scene": "dark", "seconds": seconds, "members": discord.len(), "identified": identified,
        "requests_meanwhile": asked, "invalid_requests": invalid, "missing": missing, "twice": twice,
        "last_told_after_s": took.as_secs_f64(), "holds": holds,
    }))
}

async fn identified(chat: &Chat) -> anyhow::Result<u64> {
    chat.get("gateway").await?["identified"].as_u64().context("a number")
}

/// What Discord is asked for.
struct Log {
    next: u64,
    asked: usize,
    /// Those that Discord counts: 401, 403 and 429.
    invalid: usize,
}

impl Log {
    async fn at_the_end(chat: &Chat) -> anyhow::Result<Log> {
        let mut log = Log { next: 0, asked: 0, invalid: 0 };
        log.read(chat).await?;
        Ok(Log { asked: 0, invalid: 0, ..log })
    }

    async fn read(&mut self, chat: &Chat) -> anyhow::Result<()> {
        let shown = chat.get(&format!("requests?from={}", self.next)).await?;
        let requests = shown["requests"].as_array().context("a list")?;
        let dropped = shown["dropped"].as_u64().context("a number")?;
        self.next = self.next.max(dropped) + requests.len() as u64;
        let discord = requests.iter().filter(|request| request["platform"] == "discord");
        for request in discord {
            self.asked += 1;
            let status = request["status"].as_u64().unwrap_or(0);
            self.invalid += usize::from(matches!(status, 401 | 403 | 429));
        }
        Ok(())
    }
}
