//! Talk on Discord: the command table becomes slash commands, a reply becomes a message.

#[cfg(test)]
mod attacks;
mod budget;
mod direct;
mod endpoint;
mod error;
mod files;
mod first;
mod lost;
mod notify;
mod receive;
mod register;
mod render;
mod respond;
mod rest;
mod servers;
mod slash;
mod welcome;

use anyhow::bail;
use engine::Platform;
use poise::serenity_prelude as serenity;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};
use std::time::{Duration, Instant};
use talk::{BackOff, Now, Pacer, Rate, Talk, lead, serve};
use tokio::sync::{Notify, RwLock};
use tokio_util::sync::CancellationToken;

pub use crate::endpoint::PATH;

use crate::budget::IdentifyBudget;
use crate::files::Attachments;
use crate::lost::Lost;
use crate::notify::Discord;
use crate::respond::Responder;
use crate::rest::{Ask, Rest};

/// Reads whatever Discord may send: for fuzzing.
#[cfg(fuzzing)]
pub fn read_anything(text: &str) {
    let now = engine::rules::Instant(1_772_366_400);
    if let Ok(interaction) = serde_json::from_str(text) {
        let _ = receive::read::read(&interaction, now);
    }
    if let Ok(message) = serde_json::from_str(text) {
        let _ = receive::direct::direct_message(&message, serenity::UserId::new(1), now);
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
    /// Where Discord posts interactions to, by an address that ends in [`PATH`]; none: they come over the gateway.
    pub endpoint: Option<String>,
    /// Whether people can have their streaks told to the roles of servers, for which they sign in by OAuth 2.
    pub links_roles: bool,
}

/// What the event handlers share.
#[derive(Clone)]
pub(crate) struct Data {
    talk: Talk,
    now: Now,
    responder: Responder,
    rest: Arc<Rest>,
    budget: Arc<Mutex<IdentifyBudget>>,
    /// Whoever compares what we know with a list of servers writes: what is heard meanwhile is newer than the list.
    presence: Arc<RwLock<()>>,
    /// Something was heard about the servers that we are in, and could not be noted.
    missed: Arc<Notify>,
}

impl Data {
    pub(crate) fn budget(&self) -> MutexGuard<'_, IdentifyBudget> {
        self.budget.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

/// The bot, before it runs and while it does.
#[derive(Clone)]
pub struct Adapter {
    data: Data,
    settings: Settings,
    public_key: Arc<OnceLock<Vec<u8>>>,
    /// What Discord knows the application by.
    known_as: Arc<OnceLock<u64>>,
}

pub(crate) type Failure = anyhow::Error;

/// Discord allows fifty requests a second in all.
const REQUESTS_PER_S: u32 = 48;
/// How often it is looked whether the gateway is connected.
const CHECK_EVERY: Duration = Duration::from_millis(250);
/// How long a connection may take to come up, and one that was lost to be resumed: usually, and where we may not
/// introduce ourselves for a while.
const HANDSHAKE_MAX: Duration = Duration::from_millis(4500);
const LOST_MAX: Duration = Duration::from_secs(12);
const RESUME_MAX: Duration = Duration::from_secs(2);
/// How long a connection may take to end.
const END_GRACE: Duration = Duration::from_secs(3);
/// How long serenity leaves between its own tries.
const SERENITY_AGAIN_S: u64 = 5;
/// Joining and leaving of servers, and what people say to us in private.
const INTENTS: serenity::GatewayIntents =
    serenity::GatewayIntents::GUILDS.union(serenity::GatewayIntents::DIRECT_MESSAGES);
const WRONG_TOKEN: &str = "Discord does not take the token in discord.token";

impl Adapter {
    pub fn new(talk: Talk, settings: Settings, now: Now) -> anyhow::Result<Adapter> {
        let paced = if settings.api_base == API_BASE {
            Pacer::new(REQUESTS_PER_S, of_channel)
        } else {
            Pacer::unlimited(now.clone())
        };
        let rest = Arc::new(Rest::new(&settings, paced)?);
        let responder = Responder::new(talk.clone(), rest.clone(), now.clone());
        let data = Data {
            talk,
            now,
            responder,
            rest,
            budget: Arc::default(),
            presence: Arc::default(),
            missed: Arc::default(),
        };
        Ok(Adapter { data, settings, public_key: Arc::default(), known_as: Arc::default() })
    }

    /// Where Discord asks to whose account or server to add the bot, once it has introduced itself there.
    pub fn install_link(&self) -> Option<String> {
        let id = self.known_as.get().filter(|_| self.settings.api_base == API_BASE)?;
        Some(format!("{API_BASE}/oauth2/authorize?client_id={id}"))
    }

    /// What Discord knows the application by, once it has introduced itself there.
    pub fn application_id(&self) -> Option<String> {
        self.known_as.get().map(u64::to_string)
    }

    /// Runs the bot until told to stop.
    ///
    /// # Errors
    /// Only what no waiting mends: a token that Discord does not take, or intents that it does not allow.
    pub async fn run(self, stop: CancellationToken) -> anyhow::Result<()> {
        // When this bot ends by itself, it takes its own tasks along and nobody else's.
        let stop = stop.child_token();
        let Data { talk, now, responder, rest, .. } = &self.data;
        let other = base(&self.settings.api_base);
        let other = (other != API_BASE).then_some(other);
        let attachments = Attachments::new(other)?;
        let http = Arc::new(http(&self.settings));
        let registering = register::Registering {
            http,
            rest: rest.clone(),
            known_as: self.known_as.clone(),
            links_roles: self.settings.links_roles,
        };
        let registered = tokio::spawn(register::keep_trying(registering, stop.clone()));
        let answer = {
            let responder = responder.clone();
            move |update| responder.clone().answer(update)
        };
        let notifier = Discord::new(talk.clone(), rest.clone());
        let loops = serve(&talk.engine, SOURCE, now, answer, notifier, attachments, &stop);
        let outcome = match &self.settings.endpoint {
            Some(endpoint) => endpoint::keep(&self, endpoint, &stop).await,
            None => {
                tokio::spawn(endpoint::give_up(self.clone(), stop.clone()));
                tokio::spawn(servers::make_up(self.data.clone(), stop.clone()));
                let listening = |stop| listen(&self.data, &self.settings, stop);
                lead(&talk.engine, "discord:gateway", now, &stop, listening).await
            }
        };
        stop.cancel();
        let _ = tokio::join!(registered, loops.join_all());
        outcome
    }
}

/// Keeps a gateway connection, whatever happens to it.
async fn listen(data: &Data, settings: &Settings, stop: CancellationToken) -> anyhow::Result<()> {
    let outages = data.talk.engine.health().outages();
    let mut back_off = BackOff::default();
    while !stop.is_cancelled() {
        let spent = match spent(&data.rest).await {
            Ok(spent) => spent,
            Err(failure) if failure.status() == Some(401) => bail!(WRONG_TOKEN),
            Err(failure) => {
                outages.set_reach(Platform::Discord, false);
                tracing::warn!(why = %failure, wait_s = back_off.wait_s(), "Discord is out of reach");
                back_off.wait(&stop).await;
                continue;
            }
        };
        let wait = data.budget().wait(Instant::now());
        if let Some(wait) = wait.max(spent) {
            tracing::warn!(wait_s = wait.as_secs(), "the gateway is left alone for a while");
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = stop.cancelled() => break,
            }
        }
        let ended = connect(data, settings, stop.clone()).await;
        outages.set_reach(Platform::Discord, false);
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
    // Another process may look after it now.
    outages.forget(Platform::Discord);
    Ok(())
}

/// How long Discord lets this bot introduce itself no more; none if it may.
async fn spent(rest: &Rest) -> Result<Option<Duration>, rest::Failure> {
    let ask = Ask::news(reqwest::Method::GET, "/gateway/bot".to_owned(), "gateway");
    let limit = &rest.ask(ask).await?["session_start_limit"];
    let wait = limit["reset_after"].as_u64().map(Duration::from_millis);
    Ok(wait.filter(|wait| limit["remaining"] == 0 && !wait.is_zero()))
}

async fn connect(
    data: &Data,
    settings: &Settings,
    stop: CancellationToken,
) -> serenity::Result<()> {
    let engine = data.talk.engine.clone();
    let watched = data.clone();
    let data = data.clone();
    let framework = poise::Framework::builder()
        .options(slash::options())
        .initialize_owners(false)
        // Commands are registered by a task of their own: an error here would leave a bot that hears nothing.
        .setup(|_, _, _| Box::pin(async move { Ok(data) }))
        .build();
    let lost = Lost;
    let http = http(settings);
    let mut client = serenity::ClientBuilder::new_with_http(http, INTENTS)
        .framework(framework)
        .raw_event_handler(lost)
        .await?;
    let shards = client.shard_manager.clone();
    watched.budget().begin(Instant::now());
    let given_up = CancellationToken::new();
    let ending = given_up.clone();
    let watch = tokio::spawn(async move {
        let begun = Instant::now();
        let mut reached_at: Option<Instant> = None;
        while tokio::time::timeout(CHECK_EVERY, stop.cancelled()).await.is_err() {
            let is_reached = {
                let runners = shards.runners.lock().await;
                let is_up = |shard: &serenity::ShardRunnerInfo| {
                    shard.stage == serenity::ConnectionStage::Connected
                };
                !runners.is_empty() && runners.values().all(is_up)
            };
            let now = Instant::now();
            engine.health().outages().set_reach(Platform::Discord, is_reached);
            if is_reached {
                reached_at = Some(now);
                continue;
            }
            // Serenity by itself would introduce itself again and again. A shard may also end, or stand still, without a
            // word.
            let lost_for = now.duration_since(reached_at.unwrap_or(begun));
            let has_to_wait = watched.budget().wait(now) > Some(HANDSHAKE_MAX);
            let patience = match reached_at {
                None => HANDSHAKE_MAX,
                Some(_) if has_to_wait => RESUME_MAX,
                Some(_) => LOST_MAX,
            };
            if lost_for >= patience {
                tracing::warn!(lost_for_s = lost_for.as_secs(), "the gateway is begun anew");
                watched.budget().suppose(lost_for.as_secs() / SERENITY_AGAIN_S, now);
                break;
            }
        }
        ending.cancel();
        // A connection that is only coming up does not hear of it, and is ended as soon as it has.
        while Arc::strong_count(&shards) > 1 {
            shards.shutdown_all().await;
            tokio::time::sleep(CHECK_EVERY).await;
        }
    });
    tokio::select! {
        ended = client.start_autosharded() => {
            watch.abort();
            ended
        }
        () = async {
            given_up.cancelled().await;
            tokio::time::sleep(END_GRACE).await;
        } => Ok(()),
    }
}

/// What serenity asks by itself: the way to the gateway, the commands, and suggestions. Its own limiter shares one
/// bucket among the answers to all people, and ignores the base address while it is on.
fn http(settings: &Settings) -> serenity::Http {
    let builder = serenity::HttpBuilder::new(&settings.token)
        .default_allowed_mentions(serenity::CreateAllowedMentions::new())
        .ratelimiter_disabled(true);
    if settings.api_base == API_BASE {
        builder.build()
    } else {
        builder.proxy(base(&settings.api_base)).build()
    }
}

/// Discord allows a channel five messages in five seconds, and does not say how many channels may be opened.
fn of_channel(place: &str) -> Rate {
    if place == notify::OPENING {
        return Rate { every: Duration::from_millis(100), burst: 10 };
    }
    Rate { every: Duration::from_secs(1), burst: 5 }
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
