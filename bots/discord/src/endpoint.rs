//! Interactions by HTTP: Discord posts them to an address of ours, instead of telling them over the gateway.

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use poise::serenity_prelude as serenity;
use reqwest::Method;
use serde::Deserialize;
use serde_json::{Value, json};
use serenity::Interaction;
use std::time::Duration;
use talk::{BackOff, Receipt, Receiver, Words, lead};
use tokio_util::sync::CancellationToken;

use crate::receive::{self, read};
use crate::rest::{Ask, Failure, Rest};
use crate::{Adapter, SOURCE, WRONG_TOKEN, servers};
use engine::Platform;

/// How often it is looked whether Discord still posts to us, and is there at all.
const CHECK_EVERY: Duration = Duration::from_secs(60);
/// Discord waits 3 s for its response. What takes longer to store is acknowledged before.
const STORE_TIMEOUT: Duration = Duration::from_millis(2000);

const PING: u64 = 1;
const AUTOCOMPLETE: u64 = 4;
const EPHEMERAL: u64 = 1 << 6;

/// What Discord knows of us.
#[derive(Deserialize)]
struct Application {
    /// The public key that Discord signs with, in hexadecimal digits.
    verify_key: String,
    interactions_endpoint_url: Option<String>,
}

async fn application(rest: &Rest) -> Result<Application, Failure> {
    let path = "/applications/@me".to_owned();
    let known = rest.ask(Ask::news(Method::GET, path, "application")).await?;
    serde_json::from_value(known)
        .map_err(|error| Failure::Unclear { why: format!("no answer: {:?}", error.classify()) })
}

/// Has interactions posted to this address, or none of them.
async fn set(rest: &Rest, endpoint: Option<&str>) -> Result<(), Failure> {
    let path = "/applications/@me".to_owned();
    let ask = Ask::news(Method::PATCH, path, "application");
    rest.ask(ask.body(json!({"interactions_endpoint_url": endpoint}))).await.map(drop)
}

/// Learns the public key, has interactions posted to `endpoint` and asks for our servers for as long as this process is the
/// one that sees to it, and watches whether Discord is there.
///
/// # Errors
/// A token that Discord does not take.
pub(crate) async fn keep(
    adapter: &Adapter,
    endpoint: &str,
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    let data = &adapter.data;
    let keep = move |stop: CancellationToken| async move {
        let noted = servers::keep_noted(data, stop.clone());
        let (set, ()) = tokio::join!(keep_set(adapter, endpoint, stop), noted);
        set
    };
    // Where one of both ends, so does the other, in order.
    let stop = stop.child_token();
    let watching = async {
        let watched = watch(adapter, &stop).await;
        stop.cancel();
        watched
    };
    let leading = lead(&data.talk.engine, "discord:endpoint", &data.now, &stop, keep);
    let (watched, led) = tokio::join!(watching, leading);
    watched.and(led)
}

async fn watch(adapter: &Adapter, stop: &CancellationToken) -> anyhow::Result<()> {
    let outages = adapter.data.talk.engine.health().outages();
    let mut back_off = BackOff::default();
    while !stop.is_cancelled() {
        let known = application(&adapter.data.rest).await;
        outages.set_reach(Platform::Discord, known.is_ok());
        match known {
            Ok(application) => {
                // A key does not change.
                let _ = adapter.public_key.set(bytes(&application.verify_key));
                back_off = BackOff::default();
                pause(CHECK_EVERY, stop).await;
            }
            Err(failure) if failure.status() == Some(401) => anyhow::bail!(WRONG_TOKEN),
            Err(failure) => {
                tracing::warn!(why = %failure, wait_s = back_off.wait_s(), "Discord is out of reach");
                back_off.wait(stop).await;
            }
        }
    }
    Ok(())
}

async fn keep_set(
    adapter: &Adapter,
    endpoint: &str,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let rest = &adapter.data.rest;
    let mut back_off = BackOff::default();
    while !stop.is_cancelled() {
        let is_set = async {
            let known = application(rest).await?;
            if known.interactions_endpoint_url.as_deref() != Some(endpoint) {
                set(rest, Some(endpoint)).await?;
                tracing::info!("Discord posts interactions to us");
            }
            Ok::<_, Failure>(())
        };
        match is_set.await {
            Ok(()) => {
                back_off = BackOff::default();
                pause(CHECK_EVERY, &stop).await;
            }
            Err(failure) => {
                tracing::warn!(why = %failure, endpoint, wait_s = back_off.wait_s(), "Discord does not post interactions to us yet");
                back_off.wait(&stop).await;
            }
        }
    }
    Ok(())
}

/// Has interactions told over the gateway again where they are posted to us; Discord does only one of both. A process of
/// before may still see to the other.
pub(crate) async fn give_up(adapter: Adapter, stop: CancellationToken) {
    let rest = &adapter.data.rest;
    while !stop.is_cancelled() {
        let outcome = async {
            match application(rest).await?.interactions_endpoint_url {
                Some(url) if url.ends_with(PATH) => set(rest, None).await?,
                Some(url) => tracing::error!(
                    url,
                    "Discord posts interactions elsewhere, and tells none over the gateway: remove the Interactions Endpoint URL in its developer portal"
                ),
                None => {}
            }
            Ok::<_, Failure>(())
        };
        // Whoever listens says so, too.
        if let Err(failure) = outcome.await {
            tracing::debug!(why = %failure, "where interactions go is not known");
        }
        pause(CHECK_EVERY, &stop).await;
    }
}

/// Where interactions are posted to, below our public address.
pub const PATH: &str = "/webhooks/discord";

async fn pause(wait: Duration, stop: &CancellationToken) {
    tokio::select! {
        () = tokio::time::sleep(wait) => {}
        () = stop.cancelled() => {}
    }
}

fn bytes(hex: &str) -> Vec<u8> {
    let (pairs, _) = hex.as_bytes().as_chunks::<2>();
    let read = |pair: &[u8; 2]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    pairs.iter().filter_map(read).collect()
}

impl Receiver for Adapter {
    fn authenticator(&self) -> Option<Vec<u8>> {
        self.public_key.get().cloned()
    }

    fn receive<'a>(&'a self, body: &'a [u8]) -> BoxFuture<'a, Receipt> {
        receive(self, body).boxed()
    }
}

async fn receive(adapter: &Adapter, body: &[u8]) -> Receipt {
    let Ok(posted) = serde_json::from_slice::<Value>(body) else { return Receipt::Unreadable };
    let kind = posted["type"].as_u64();
    if kind == Some(PING) {
        return Receipt::Answer(json!({"type": 1}));
    }
    let words = Words::of(posted["locale"].as_str().unwrap_or("en"));
    let interaction: Interaction = match serde_json::from_value(posted) {
        Ok(interaction) => interaction,
        Err(error) => {
            metrics::counter!("streaks_unknown_updates_total", "source" => SOURCE).increment(1);
            // An error may quote what people wrote.
            tracing::error!(kind, why = ?error.classify(), "an interaction cannot be read");
            return Receipt::Answer(match kind {
                Some(AUTOCOMPLETE) => json!({"type": 8, "data": {"choices": []}}),
                _ => {
                    let content = words.plain("fault", &[]);
                    let mentions = json!({"parse": []});
                    json!({"type": 4, "data": {
                        "flags": EPHEMERAL, "content": content, "allowed_mentions": mentions,
                    }})
                }
            });
        }
    };
    let data = adapter.data.clone();
    if let Interaction::Autocomplete(typing) = &interaction {
        let choice =
            |choice: talk::Suggestion| json!({"name": choice.label, "value": choice.value});
        let suggested = tokio::time::timeout(STORE_TIMEOUT, receive::suggest(&data, typing)).await;
        let choices: Vec<Value> = suggested.unwrap_or_default().into_iter().map(choice).collect();
        return Receipt::Answer(json!({"type": 8, "data": {"choices": choices}}));
    }
    let Some(received) = read::read(&interaction, (data.now)()) else { return Receipt::Unreadable };
    // It goes on being stored where that takes long, and the person is told where it cannot be.
    let storing = tokio::spawn(async move { receive::store(&data, received).await });
    if let Ok(Ok(Err(error))) = tokio::time::timeout(STORE_TIMEOUT, storing).await {
        tracing::error!(%error, "an interaction could not be stored");
    }
    Receipt::Stored
}
