//! Talk on Telegram: the command table becomes the menu, a reply becomes a message.

mod adapter;
#[cfg(test)]
mod attacks;
mod error;
mod files;
mod menu;
mod notify;
mod poll;
mod receive;
mod respond;
mod webhook;

use anyhow::Context as _;
use engine::{Engine, Platform};
use std::sync::Arc;
use std::time::Duration;
use talk::{BackOff, Now, Pacer, Rate, Talk, lead, serve};
use teloxide::types::Me;
use teloxide::{ApiError, RequestError};
use tokio_util::sync::CancellationToken;

pub use crate::adapter::Adapter;
pub use crate::webhook::PATH;

use crate::files::Files;
use crate::notify::Telegram;
use crate::poll::PollState;
use crate::respond::apps::Apps;
use crate::respond::responder::Responder;

use teloxide::prelude::*;

/// Reads an answer of Telegram as `poll` and the inbox do, for the fuzzer.
#[cfg(fuzzing)]
pub fn read_anything(text: &str) {
    let me = r#"{"id": 1, "is_bot": true, "first_name": "Streaks", "username": "streaks_bot",
        "can_join_groups": true, "can_read_all_group_messages": false,
        "supports_inline_queries": false, "has_main_web_app": false}"#;
    let me: Me = serde_json::from_str(me).expect("it is a bot");
    if let Some(stored) = receive::read::stored(text, &me, None) {
        let _ = receive::read::read(&stored.payload, &me, engine::rules::Instant(1_772_366_400));
    }
}

/// The name of our updates in the inbox.
pub const SOURCE: &str = "telegram";
/// Telegram's own address, which every other base takes the place of.
pub const API_BASE: &str = "https://api.telegram.org";

/// How to reach Telegram.
#[derive(Clone)]
pub struct Settings {
    pub token: String,
    /// Where the API stands: [`API_BASE`], or a server that speaks like it.
    pub api_base: String,
    /// Where Telegram posts updates to, by an address that ends in [`PATH`]; none: it is asked for them.
    pub webhook: Option<String>,
}

/// Telegram allows about thirty messages a second in all.
const MESSAGES_PER_S: u32 = 29;

/// Telegram allows a chat a message a second, and a group twenty a minute.
fn of_chat(chat: &str) -> Rate {
    if chat.starts_with('-') {
        Rate { every: Duration::from_millis(3500), burst: 3 }
    } else {
        Rate { every: Duration::from_secs(1), burst: 2 }
    }
}

impl Adapter {
    /// # Errors
    /// An address that is none.
    pub fn new(talk: Talk, settings: Settings, now: Now) -> anyhow::Result<Adapter> {
        let base = settings
            .api_base
            .trim_end_matches('/')
            .parse()
            .context("telegram.api_base is no address")?;
        let pacer = if settings.api_base == API_BASE {
            Pacer::new(MESSAGES_PER_S, of_chat)
        } else {
            Pacer::unlimited(now.clone())
        };
        let bot = Bot::new(settings.token).set_api_url(base);
        let (pacer, webhook) = (Arc::new(pacer), settings.webhook);
        let (me, missed) = (Arc::default(), Arc::default());
        Ok(Adapter { talk, bot, pacer, now, webhook, me, missed })
    }

    /// The private chat with the bot, once it has introduced itself at Telegram.
    pub fn chat_link(&self) -> Option<String> {
        let me = self.me.get().filter(|_| self.bot.api_url().as_str().starts_with(API_BASE))?;
        Some(format!("https://t.me/{}", me.username()))
    }

    /// What the bot is called at Telegram, once it has introduced itself there.
    pub fn username(&self) -> Option<String> {
        self.me.get().map(|me| me.username().to_owned())
    }

    /// Runs the bot until told to stop.
    ///
    /// # Errors
    /// Only what no waiting mends: a token that Telegram does not take.
    pub async fn run(self, stop: CancellationToken) -> anyhow::Result<()> {
        let Adapter { talk, bot, pacer, now, .. } = &self;
        let Some(me) = introduce(&talk.engine, bot, &stop).await? else { return Ok(()) };
        if self.webhook.is_some() {
            // Before anything is taken in: what Telegram hands on first may have been said long ago.
            let state = PollState::new(&talk.engine, &format!("telegram:{}", me.id)).await;
            state.outage(now()).into_iter().for_each(|since| self.missed.note(since));
        }
        let me = self.me.get_or_init(|| me);
        tracing::info!(username = me.username(), "Telegram is connected");
        let apps = Apps::new(&talk.public_url, me);
        let menu = tokio::spawn(menu::keep_trying(bot.clone(), apps.clone(), stop.clone()));
        let responder =
            Responder::new(talk.clone(), bot.clone(), me.clone(), pacer.clone(), now.clone());
        let answer = move |update| responder.clone().answer(update);
        let notifier = Telegram::new(talk.clone(), bot.clone(), apps, pacer.clone());
        let files = Files::new(bot.clone())?;
        let loops = serve(&talk.engine, SOURCE, now, answer, notifier, files, &stop);
        let listening = |stop: CancellationToken| {
            let adapter = &self;
            async move {
                match &adapter.webhook {
                    Some(url) => webhook::keep(adapter, me.id.0 as i64, url, &stop).await,
                    None => poll::listen(&adapter.talk.engine, bot, me, &adapter.now, &stop).await,
                }
                adapter.talk.engine.health().outages().forget(Platform::Telegram);
                anyhow::Ok(())
            }
        };
        lead(&talk.engine, &format!("telegram:{}", me.id), now, &stop, listening).await?;
        let _ = tokio::join!(menu, loops.join_all());
        Ok(())
    }
}

/// Who we are, asked until Telegram answers; none if told to stop before.
async fn introduce(
    engine: &Engine,
    bot: &Bot,
    stop: &CancellationToken,
) -> anyhow::Result<Option<Me>> {
    let mut back_off = BackOff::default();
    loop {
        let asked = tokio::select! {
            asked = bot.get_me().send() => asked,
            () = stop.cancelled() => return Ok(None),
        };
        let error = match asked {
            Ok(me) => {
                engine.health().outages().set_reach(Platform::Telegram, true);
                return Ok(Some(me));
            }
            Err(RequestError::Api(ApiError::InvalidToken)) => {
                anyhow::bail!("Telegram does not take the token in telegram.token")
            }
            Err(RequestError::Api(ApiError::Unknown(why))) if why.contains("Unauthorized") => {
                anyhow::bail!("Telegram does not take the token in telegram.token")
            }
            Err(error) => error::why(&error),
        };
        engine.health().outages().set_reach(Platform::Telegram, false);
        tracing::warn!(%error, wait_s = back_off.wait_s(), "Telegram is out of reach");
        back_off.wait(stop).await;
        if stop.is_cancelled() {
            return Ok(None);
        }
    }
}
