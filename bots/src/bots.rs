//! The bots of both platforms, and how they end.

use crate::clock::Clock;
use crate::config::{self, Receive, Settings};
use anyhow::{Context as _, anyhow};
use engine::{Outages, Platform};
use secrecy::ExposeSecret as _;
use std::sync::Arc;
use talk::{Receiver, Talk};
use tokio::task::{JoinError, JoinSet};
use tokio_util::sync::CancellationToken;

/// How a part of the whole ended; the bot of a platform says which.
pub type Ended = (Option<Platform>, anyhow::Result<()>);

pub async fn without_fail(work: impl Future<Output = ()>) -> Ended {
    work.await;
    (None, Ok(()))
}

/// A part did not end by itself.
pub fn broke_down(part: &str, ended: &JoinError) -> anyhow::Error {
    anyhow!("{part} broke down: {}", engine::why_ended(ended))
}

/// Returns when the last bot has failed for good, or anything else broke down. While one bot goes on, so does the
/// process; a part that was told to stop fails nobody.
pub async fn until_nothing_goes_on(
    parts: &mut JoinSet<Ended>,
    outages: &Outages,
    mut bots: usize,
) -> anyhow::Result<()> {
    while let Some(ended) = parts.join_next().await {
        let ended = ended.map_err(|ended| broke_down("a part of the program", &ended));
        let (platform, outcome) = ended?;
        let Err(error) = outcome else { continue };
        let Some(platform) = platform else { return Err(error) };
        bots -= 1;
        if bots == 0 {
            return Err(error);
        }
        tracing::error!("{error:#}; everything else goes on");
        outages.give_up(platform, &format!("{error:#}"));
    }
    std::future::pending().await
}

/// The bots that have a token.
pub struct Bots {
    discord: Option<discord::Adapter>,
    telegram: Option<telegram::Adapter>,
    email: Option<email::Adapter>,
    push: Option<push::Adapter>,
}

impl Bots {
    pub fn new(settings: &Settings, talk: &Talk, clock: &Clock) -> anyhow::Result<Bots> {
        let clock = clock.clone();
        let now: talk::Now = Arc::new(move || clock.now());
        let address = |bot: &config::Bot, path: &str| {
            (bot.receive == Receive::Webhook).then(|| format!("{}{path}", talk.public_url))
        };
        let discord = Some(&settings.discord).filter(|bot| bot.is_set()).map(|bot| {
            let settings = discord::Settings {
                token: bot.token.expose_secret().clone(),
                api_base: bot.api_base.clone(),
                endpoint: address(bot, discord::PATH),
                links_roles: bot.signs_in(),
            };
            discord::Adapter::new(talk.clone(), settings, now.clone())
        });
        let telegram = Some(&settings.telegram).filter(|bot| bot.is_set()).map(|bot| {
            let settings = telegram::Settings {
                token: bot.token.expose_secret().clone(),
                api_base: bot.api_base.clone(),
                webhook: address(bot, telegram::PATH),
            };
            telegram::Adapter::new(talk.clone(), settings, now.clone())
        });
        if settings.email.is_set() && !talk.public_url.starts_with("https://") {
            tracing::warn!(
                talk.public_url,
                "links in mails lead to this address, which others may not reach: set web.public_url"
            );
        }
        let email = Some(&settings.email).filter(|email| email.is_set()).map(|email| {
            let config::Email { smtp, from } = email.clone();
            let smtp = smtp.expose_secret().clone();
            email::Adapter::new(talk.clone(), &email::Settings { smtp, from }, now.clone())
        });
        let push = Some(&settings.push).filter(|push| push.is_set()).map(|push| {
            let config::Push { private_key, contact, services } = push.clone();
            let key = push::Key::read(private_key.expose_secret())
                .context("push.private_key is no key: `streaks vapid` makes one")?;
            let is_reached = contact.is_empty() && talk.public_url.starts_with("https://");
            let contact = if is_reached { talk.public_url.clone() } else { contact };
            let settings = push::Settings { key, contact, services };
            push::Adapter::new(talk.clone(), settings, now.clone())
        });
        Ok(Bots {
            discord: discord.transpose()?,
            telegram: telegram.transpose()?,
            email: email.transpose()?,
            push: push.transpose()?,
        })
    }

    /// How many talk with people: where the last of them fails for good, so does the program.
    pub fn count(&self) -> usize {
        usize::from(self.discord.is_some()) + usize::from(self.telegram.is_some())
    }

    /// What the platforms post goes to the bots that want it so.
    pub fn inbound(&self, settings: &Settings) -> webhooks::Inbound {
        let posted = |bot: &config::Bot| bot.receive == Receive::Webhook;
        let discord = self.discord.clone().filter(|_| posted(&settings.discord));
        let telegram = self.telegram.clone().filter(|_| posted(&settings.telegram));
        webhooks::Inbound {
            discord: discord.map(|bot| Arc::new(bot) as Arc<dyn Receiver>),
            telegram: telegram.map(|bot| Arc::new(bot) as Arc<dyn Receiver>),
        }
    }

    /// Where they are met, as they learn it.
    pub fn links(&self) -> impl Fn() -> webhooks::Links + Send + Sync + use<> {
        let (discord, telegram) = (self.discord.clone(), self.telegram.clone());
        move || webhooks::Links {
            discord: discord.as_ref().and_then(discord::Adapter::install_link),
            telegram: telegram.as_ref().and_then(telegram::Adapter::chat_link),
            telegram_name: telegram.as_ref().and_then(telegram::Adapter::username),
        }
    }

    /// Where people can sign in with an account that they have.
    pub fn doors(&self, settings: &Settings) -> webhooks::Doors {
        let door = |bot: &config::Bot, client_id| webhooks::Door {
            login_base: bot.login_base.trim_end_matches('/').to_owned(),
            api_base: bot.api_base.trim_end_matches('/').to_owned(),
            client_id,
            client_secret: bot.client_secret.expose_secret().as_str().into(),
        };
        let discord = self.discord.clone().filter(|_| settings.discord.signs_in());
        let discord =
            discord.map(|bot| door(&settings.discord, Arc::new(move || bot.application_id())));
        let token = settings.telegram.token.expose_secret().as_str();
        let token = Some(token).filter(|token| !token.is_empty());
        // The first part of the token is the bot's id, and that is what the platform knows us by.
        let id = token.and_then(|token| token.split(':').next()).map(str::to_owned);
        let telegram = id.filter(|_| settings.telegram.signs_in());
        let telegram =
            telegram.map(|id| door(&settings.telegram, Arc::new(move || Some(id.clone()))));
        webhooks::Doors { discord, telegram, telegram_token: token.map(Into::into) }
    }

    /// How browsers can be notified.
    pub fn push(&self) -> Option<webhooks::Push> {
        let offer = self.push.as_ref()?.offer();
        let public_key = offer.public_key.clone();
        Some(webhooks::Push { public_key, takes: Arc::new(move |browser| offer.takes(browser)) })
    }

    /// Starts them all.
    pub fn start(self, stop: &CancellationToken) -> JoinSet<Ended> {
        let mut parts = JoinSet::new();
        if let Some(bot) = self.discord {
            let running = bot.run(stop.clone());
            parts.spawn(async { (Some(Platform::Discord), running.await) });
        }
        if let Some(bot) = self.telegram {
            let running = bot.run(stop.clone());
            parts.spawn(async { (Some(Platform::Telegram), running.await) });
        }
        if let Some(email) = self.email {
            parts.spawn(without_fail(email.run(stop.clone())));
        }
        if let Some(push) = self.push {
            parts.spawn(without_fail(push.run(stop.clone())));
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_a_panic_says_is_no_reason_that_is_written_down() {
        let note = "a note of ada's";
        let mut parts = JoinSet::new();
        parts.spawn(without_fail(async move { assert_eq!(note, "none") }));
        let ended = until_nothing_goes_on(&mut parts, &Outages::default(), 1).await;
        let why = format!("{:#}", ended.expect_err("a part panicked"));
        assert_eq!(why, "a part of the program broke down: it panicked");
    }
}
