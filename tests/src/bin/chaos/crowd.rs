//! People who check in again and again, on both platforms, and write down what becomes of it.

use crate::Args;
use crate::ledger::Ledger;
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;
use tests::{Answer, Chat, Streaks, bots_with, folder};
use tokio::task::JoinSet;

const POSTED: [(&str, &str); 2] =
    [("STREAKS_DISCORD_RECEIVE", "webhook"), ("STREAKS_TELEGRAM_RECEIVE", "webhook")];

/// A sandbox, and where the bots of a scene find their database.
pub struct Stage {
    pub sandbox: Streaks,
    pub url: String,
    webhooks: bool,
}

impl Stage {
    pub async fn new(args: &Args) -> anyhow::Result<Stage> {
        let file = || format!("sqlite:{}/streaks.db", folder("chaos").display());
        Stage::on(args, args.database.clone().unwrap_or_else(file)).await
    }

    pub async fn on(args: &Args, url: String) -> anyhow::Result<Stage> {
        Ok(Stage { sandbox: tests::sandbox().await?, url, webhooks: args.webhooks })
    }

    pub fn chat(&self) -> Chat {
        self.sandbox.chat()
    }

    pub async fn bots(&self) -> anyhow::Result<Streaks> {
        self.bots_with(&[]).await
    }

    pub async fn bots_with(&self, settings: &[(&str, &str)]) -> anyhow::Result<Streaks> {
        let posted = if self.webhooks { &POSTED[..] } else { &[] };
        bots_with(&self.sandbox, &self.url, &[posted, settings].concat()).await
    }

    /// Says a line until it is answered so.
    pub async fn is_answered(&self, platform: &str, line: &str, words: &str) -> anyhow::Result<()> {
        let chat = self.chat();
        while !chat.say(platform, "ada", line).await.is_ok_and(|said| said.text().contains(words)) {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Ok(())
    }

    /// An event that takes any number of check-ins a day, and its members, half of them on each platform.
    pub async fn event(&self, people: usize) -> anyhow::Result<Vec<(&'static str, String)>> {
        let line = "/event create visibility:public title:Pages goal:1000000 unit:pages count:sum";
        self.is_answered("discord", line, "Pages").await?;
        let chat = self.chat();
        let mut members = vec![];
        for n in 0..people {
            let platform = if n % 2 == 0 { "discord" } else { "telegram" };
            let person = chat.person(&format!("member {n}"), "en-US", "UTC").await?;
            let joined = async || {
                let joined = chat.say_in(platform, "private", &person, "/join event:Pages").await;
                joined.is_ok_and(|joined| joined.text().contains("You are"))
            };
            while !joined().await {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            members.push((platform, person));
        }
        Ok(members)
    }
}

/// Whether an answer says that somebody is in: what else changes at the same time does not.
fn says_so(said: &Answer) -> bool {
    let is_own = |message: &Value| {
        let is_in = |text: &str| text.contains("pages");
        message["place"] == "private" && message["text"].as_str().is_some_and(is_in)
    };
    said.0["error"].is_null() && said.messages().iter().any(is_own)
}

/// Everybody checks in again and again until the ledger ends, or the set is dropped.
pub fn check_in(
    chat: &Chat,
    ledger: &Arc<Ledger>,
    members: &[(&'static str, String)],
) -> JoinSet<()> {
    let mut crowd = JoinSet::new();
    for (n, (platform, person)) in members.iter().enumerate() {
        let (chat, ledger) = (chat.clone(), ledger.clone());
        let (platform, person) = (*platform, person.clone());
        crowd.spawn(async move {
            for k in (0..).take_while(|_| !ledger.is_over()) {
                let note = format!("n{n}k{k}");
                ledger.send(&note);
                let line = format!("/checkin event:Pages amount:1 note:{note}");
                let said = chat.say_in(platform, "private", &person, &line).await;
                // A person knows that they are in when the bot says so.
                if said.is_ok_and(|said| says_so(&said)) {
                    ledger.acknowledge(&note);
                } else {
                    tokio::time::sleep(Duration::from_millis(200)).await;
                }
            }
        });
    }
    crowd
}
