//! Both platforms ask to wait, again and again: nobody is asked before their time, everybody else goes on, and nothing
//! is lost.

use crate::Args;
use crate::crowd::{Stage, check_in};
use crate::kills::{Moments, progress, settle, told};
use crate::ledger::Ledger;
use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tests::Chat;
use tokio::time::sleep;

/// What was on its way when the answer came that asked to wait.
const ON_ITS_WAY: TimeDelta = TimeDelta::milliseconds(250);
/// For how long nobody at all may be answered.
const SILENCE_MAX: Duration = Duration::from_secs(5);
const WAITS_S: [f64; 8] = [0.3, 1.0, 0.7, 2.5, 12.0, 0.4, 5.0, 1.8];
/// A few at the beginning are asked for more than a person waits.
const LONG: [usize; 3] = [3, 7, 11];
const LONG_S: f64 = 300.0;
const LOOK_EVERY: Duration = Duration::from_secs(5);

pub async fn run(args: &Args, count: usize) -> anyhow::Result<Value> {
    let stage = Stage::new(args).await?;
    let bots = stage.bots().await?;
    let chat = stage.chat();
    let members = stage.event(args.people).await?;
    let ledger = Arc::new(Ledger::default());
    let mut crowd = check_in(&chat, &ledger, &members);
    let mut moments = Moments(5);
    let mut watch =
        Watch { chat: chat.clone(), next: 0, ends: HashMap::new(), found: Found::default() };
    let (mut silence, mut spoke, mut looked) =
        (Duration::ZERO, (Instant::now(), 0), Instant::now());
    for n in 0..count {
        chat.fault(script(n)).await?;
        let pause = moments.next(300, 1500);
        let begun = Instant::now();
        while begun.elapsed() < pause {
            sleep(Duration::from_millis(25)).await;
            if ledger.acknowledged() > spoke.1 {
                spoke = (Instant::now(), ledger.acknowledged());
            }
            silence = silence.max(spoke.0.elapsed());
        }
        if looked.elapsed() > LOOK_EVERY {
            watch.look().await?;
            looked = Instant::now();
        }
        progress(n, count, &ledger);
    }
    for platform in ["discord", "telegram"] {
        chat.fault(json!({"platform": platform, "times": 0})).await?;
    }
    ledger.end();
    while crowd.join_next().await.is_some() {}
    settle(&stage.url).await?;
    watch.look().await?;
    let (_, ended_well) = bots.terminate().await?;
    let found = watch.found;
    let holds =
        ended_well && found.early == 0 && found.asked_to_wait >= count && silence < SILENCE_MAX;
    let mut shown = told("storms", args, count, &ledger, &stage.url, holds).await?;
    // What was said is stored, acknowledged in time or not.
    shown["holds"] = json!(shown["holds"] == true && shown["sent"] == shown["stored"]);
    shown["asked_to_wait"] = json!(found.asked_to_wait);
    shown["asked_before_their_time"] = json!(found.early);
    shown["first_of_them"] = json!(found.first);
    shown["longest_silence_s"] = json!(silence.as_secs_f64());
    Ok(shown)
}

/// The n-th order to wait: of one message, of a few, of a channel, of everything.
fn script(n: usize) -> Value {
    let wait_s = if LONG.contains(&n) { LONG_S } else { WAITS_S[n % WAITS_S.len()] };
    let mut fault = match n % 5 {
        0 => json!({"platform": "telegram", "path": "sendmessage", "times": 3}),
        1 => json!({"platform": "discord", "method": "POST", "path": "/callback", "times": 3}),
        2 => json!({"platform": "discord", "path": "/channels/", "times": 2}),
        3 => json!({"platform": "telegram", "path": "send", "times": 1}),
        _ => json!({"platform": "discord", "path": "/channels/", "global": true, "times": 1}),
    };
    fault["status"] = json!(429);
    fault["retry_after"] = json!(wait_s);
    fault
}

#[derive(Default)]
struct Found {
    asked_to_wait: usize,
    early: usize,
    first: Vec<Value>,
}

/// Reads what the bots asked for, in order.
struct Watch {
    chat: Chat,
    next: u64,
    /// Since when, and until when, a place wants to be left alone.
    ends: HashMap<String, (DateTime<Utc>, DateTime<Utc>)>,
    found: Found,
}

impl Watch {
    async fn look(&mut self) -> anyhow::Result<()> {
        let shown = self.chat.get(&format!("requests?from={}", self.next)).await?;
        let requests = shown["requests"].as_array().context("a list")?;
        let dropped = shown["dropped"].as_u64().context("a number")?;
        anyhow::ensure!(dropped <= self.next, "the sandbox forgot what was not looked at");
        self.next += requests.len() as u64;
        for request in requests {
            let began: DateTime<Utc> = request["at"].as_str().context("a time")?.parse()?;
            let places = places(request);
            let is_early = |place: &&String| {
                let known = self.ends.get(*place);
                known.is_some_and(|(since, until)| *since + ON_ITS_WAY < began && began < *until)
            };
            if let Some(place) = places.iter().find(is_early) {
                self.found.early += 1;
                if self.found.first.len() < 5 {
                    self.found.first.push(
                        json!({"place": place, "request": request, "until": self.ends[place].1}),
                    );
                }
            }
            if let (Some(wait), Some(ended)) =
                (request["wait"].as_object(), request["ended_at"].as_str())
            {
                self.found.asked_to_wait += 1;
                let since: DateTime<Utc> = ended.parse()?;
                let wait_ms = wait["seconds"].as_f64().context("seconds")? * 1000.0;
                let until = since + TimeDelta::milliseconds(wait_ms as i64);
                let asked = if wait["is_global"] == true {
                    EVERYTHING.to_owned()
                } else {
                    places[0].clone()
                };
                let known = self.ends.entry(asked).or_insert((since, until));
                if until > known.1 {
                    *known = (since, until);
                }
            }
        }
        Ok(())
    }
}

const EVERYTHING: &str = "everything on Discord";

/// To which places' limits a request is held.
fn places(request: &Value) -> Vec<String> {
    let path = request["path"].as_str().unwrap_or_default();
    if request["platform"] == "telegram" {
        let chat = &request["body"]["chat_id"];
        let method = path.rsplit('/').next().unwrap_or_default();
        return vec![if chat.is_null() { method.to_owned() } else { chat.to_string() }];
    }
    let parts: Vec<&str> = path.split('/').skip(3).collect();
    match parts.as_slice() {
        // An interaction by its token: exempt from the limit of everything.
        ["interactions" | "webhooks", _, token, ..] => vec![(*token).to_owned()],
        ["channels", channel, ..] => vec![(*channel).to_owned(), EVERYTHING.to_owned()],
        _ => vec![path.to_owned(), EVERYTHING.to_owned()],
    }
}
