//! Talk on Discord: the command table becomes slash commands, a reply becomes a message.

mod error;
mod lost;
mod notify;
mod receive;
mod register;
mod render;
mod respond;
mod slash;
mod welcome;

use anyhow::bail;
use engine::Platform;
use poise::serenity_prelude as serenity;
use std::sync::Arc;
use std::time::Duration;
use talk::{BackOff, Now, Talk, serve};
use tokio_util::sync::CancellationToken;

use crate::lost::Lost;
use crate::notify::Discord;
use crate::respond::Responder;

/// Reads whatever Discord may send: for fuzzing.
#[cfg(fuzzing)]
pub fn read_anything(text: &str) {
    if let Ok(interaction) = serde_json::from_str(text) {
        let _ = receive::read::read(&interaction, engine::rules::Instant(1_772_366_400));
    }
}

/// The name of our updates in the inbox.
pub const SOURCE: &str = "discord";
/// Discord's own address, which every other base takes the place of.
pub const API_BASE: &str = "https://discord.com";

/// How to reach Discord.
#[derive(Clone)]
pub struct Settings {
    pub token: String,
    /// Where the API stands: [`API_BASE`], or a server that speaks like it.
    pub api_base: String,
}

/// What the event handlers share.
pub(crate) struct Data {
    talk: Talk,
    now: Now,
}

pub(crate) type Failure = anyhow::Error;

/// How often it is looked whether the gateway is connected.
const CHECK_EVERY: Duration = Duration::from_secs(5);
const WRONG_TOKEN: &str = "Discord does not take the token in discord.token";

/// Runs the bot until told to stop.
///
/// # Errors
/// Only what no waiting mends: a token that Discord does not take, or intents that it does not allow.
pub async fn run(
    talk: Talk,
    settings: Settings,
    now: Now,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    // When this bot ends by itself, it takes its own tasks along and nobody else's.
    let stop = stop.child_token();
    let answers = Arc::new(http(&settings, Limiter::Off));
    let news = Arc::new(http(
        &settings,
        if settings.api_base == API_BASE { Limiter::On } else { Limiter::Off },
    ));
    let registered = tokio::spawn(register::keep_trying(answers.clone(), stop.clone()));
    let responder = Responder::new(talk.clone(), answers.clone());
    let answer = move |update| responder.clone().answer(update);
    let notifier = Discord::new(talk.clone(), news);
    let loops = serve(&talk.engine, SOURCE, &now, answer, notifier, &stop);
    let outcome = listen(&talk, &settings, now, stop.clone()).await;
    stop.cancel();
    let _ = tokio::join!(registered, loops.join_all());
    outcome
}

/// Keeps a gateway connection, whatever happens to it.
async fn listen(
    talk: &Talk,
    settings: &Settings,
    now: Now,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let mut back_off = BackOff::default();
    while !stop.is_cancelled() {
        let ended = connect(talk, settings, now.clone(), stop.clone()).await;
        talk.engine.health().outages().set_reach(Platform::Discord, false);
        match ended {
            Ok(()) => {
                back_off = BackOff::default();
                // Discord counts how often a day a bot introduces itself.
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
            Err(serenity::Error::Gateway(serenity::GatewayError::InvalidAuthentication)) => {
                bail!(WRONG_TOKEN)
            }
            // Asked for the way to its gateway, Discord says so by a status.
            Err(error) if error::status(&error) == Some(401) => bail!(WRONG_TOKEN),
            Err(serenity::Error::Gateway(serenity::GatewayError::DisallowedGatewayIntents)) => {
                bail!("Discord does not allow the intents of this bot")
            }
            Err(error) => {
                tracing::warn!(
                    error = error::why(error),
                    wait_s = back_off.wait_s(),
                    "Discord is out of reach"
                );
                back_off.wait(&stop).await;
            }
        }
    }
    Ok(())
}

async fn connect(
    talk: &Talk,
    settings: &Settings,
    now: Now,
    stop: CancellationToken,
) -> serenity::Result<()> {
    let data = Data { talk: talk.clone(), now: now.clone() };
    let framework = poise::Framework::builder()
        .options(slash::options())
        .initialize_owners(false)
        // Commands are registered by a task of their own: an error here would leave a bot that hears nothing.
        .setup(|_, _, _| Box::pin(async move { Ok(data) }))
        .build();
    let lost = Lost;
    let http = http(settings, Limiter::Off);
    let mut client = serenity::ClientBuilder::new_with_http(http, serenity::GatewayIntents::GUILDS)
        .framework(framework)
        .raw_event_handler(lost)
        .await?;
    let (shards, engine) = (client.shard_manager.clone(), talk.engine.clone());
    let watch = tokio::spawn(async move {
        while tokio::time::timeout(CHECK_EVERY, stop.cancelled()).await.is_err() {
            let runners = shards.runners.lock().await;
            let is_up = |shard: &serenity::ShardRunnerInfo| {
                shard.stage == serenity::ConnectionStage::Connected
            };
            let is_reached = !runners.is_empty() && runners.values().all(is_up);
            engine.health().outages().set_reach(Platform::Discord, is_reached);
        }
        shards.shutdown_all().await;
    });
    let ended = client.start_autosharded().await;
    watch.abort();
    ended
}

/// Whether serenity's own limiter waits before requests. It shares one bucket among the answers to all
/// people, and ignores the base address while it is on.
enum Limiter {
    On,
    Off,
}

fn http(settings: &Settings, limiter: Limiter) -> serenity::Http {
    let builder = serenity::HttpBuilder::new(&settings.token)
        .default_allowed_mentions(serenity::CreateAllowedMentions::new())
        .ratelimiter_disabled(matches!(limiter, Limiter::Off));
    if settings.api_base == API_BASE {
        builder.build()
    } else {
        builder.proxy(base(&settings.api_base)).build()
    }
}

/// The address without the path that every request brings along.
fn base(address: &str) -> &str {
    let address = address.trim_end_matches('/');
    let address = address.strip_suffix("/v10").unwrap_or(address);
    address.strip_suffix("/api").unwrap_or(address).trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn a_base_may_be_written_with_its_path_or_without() {
        for written in
            ["http://127.0.0.1:1/x", "http://127.0.0.1:1/x/api", "http://127.0.0.1:1/x/api/v10/"]
        {
            assert_eq!(base(written), "http://127.0.0.1:1/x");
        }
    }
}
