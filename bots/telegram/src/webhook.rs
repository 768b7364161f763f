//! Updates by webhook: Telegram posts them to an address of ours, with a secret, instead of being asked for them.

use engine::{Engine, Platform};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::time::Duration;
use talk::{BackOff, Receipt, Receiver};
use tokio_util::sync::CancellationToken;

use crate::adapter::Adapter;
use crate::error;
use crate::poll::PollState;
use crate::receive::read;

use teloxide::prelude::*;
use teloxide::types::AllowedUpdate;

/// Where updates are posted to, below our public address.
pub const PATH: &str = "/webhooks/telegram";
/// How often it is noted that we listen.
const NOTE_EVERY: Duration = Duration::from_secs(5);
/// How often it is looked whether Telegram still posts to us.
const CHECK_EVERY: Duration = Duration::from_secs(60);

/// The secret that Telegram sends along: the same in every process of this bot, and of no use for anything else.
pub(crate) fn secret(token: &str) -> String {
    let digest = Sha256::digest(format!("streaks webhook {token}"));
    digest.iter().fold(String::new(), |mut text, byte| {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Has updates posted to `url` until told to stop.
pub(crate) async fn keep(adapter: &Adapter, me: i64, url: &str, stop: &CancellationToken) {
    let engine = &adapter.talk.engine;
    let mut state = PollState::new(engine, &format!("telegram:{me}")).await;
    let mut back_off = BackOff::default();
    let mut checked: Option<tokio::time::Instant> = None;
    while !stop.is_cancelled() {
        if checked.is_none_or(|at| at.elapsed() >= CHECK_EVERY) {
            // Whoever takes over sets it anew: its secret, or what is asked for, may be of another version.
            let set = set(adapter, url, checked.is_none()).await;
            engine.health().outages().set_reach(Platform::Telegram, set.is_ok());
            if let Err(error) = set {
                let error = error::why(&error);
                tracing::warn!(%error, wait_s = back_off.wait_s(), "Telegram does not post updates to us yet");
                back_off.wait(stop).await;
                continue;
            }
            back_off = BackOff::default();
            checked = Some(tokio::time::Instant::now());
        }
        listen(adapter, engine, &mut state).await;
        tokio::select! {
            () = tokio::time::sleep(NOTE_EVERY) => {}
            () = stop.cancelled() => {}
        }
    }
}

/// Notes that we listen, and whether we did not for a while.
async fn listen(adapter: &Adapter, engine: &Engine, state: &mut PollState) {
    let now = (adapter.now)();
    let outage = state.outage(now);
    if state.note(engine, now).await
        && let Some(since) = outage
    {
        adapter.missed.note(since);
    }
}

async fn set(adapter: &Adapter, url: &str, anew: bool) -> Result<(), teloxide::RequestError> {
    let known = adapter.bot.get_webhook_info().send().await?;
    // Telegram tells the last error for ever.
    let now_s = (adapter.now)().0;
    if let Some(why) = known.last_error_message
        && known
            .last_error_date
            .is_some_and(|at| now_s - at.timestamp() <= CHECK_EVERY.as_secs() as i64)
    {
        tracing::warn!(%why, "Telegram could not post an update to us");
    }
    if !anew && known.url.is_some_and(|known| known.as_str() == url) {
        return Ok(());
    }
    let address = url.parse().map_err(|_| {
        let why = format!("{url} is no address");
        teloxide::RequestError::Io(std::io::Error::other(why).into())
    })?;
    let kinds = [AllowedUpdate::Message, AllowedUpdate::CallbackQuery, AllowedUpdate::MyChatMember];
    let request = adapter.bot.set_webhook(address).secret_token(secret(adapter.bot.token()));
    request.allowed_updates(kinds).send().await?;
    tracing::info!("Telegram posts updates to us");
    Ok(())
}

impl Receiver for Adapter {
    fn authenticator(&self) -> Option<Vec<u8>> {
        // Without knowing who we are, nothing can be read.
        self.me.get().map(|_| secret(self.bot.token()).into_bytes())
    }

    fn receive<'a>(&'a self, body: &'a [u8]) -> BoxFuture<'a, Receipt> {
        receive(self, body).boxed()
    }
}

async fn receive(adapter: &Adapter, body: &[u8]) -> Receipt {
    let Some(me) = adapter.me.get() else { return Receipt::Unstored };
    let text = String::from_utf8_lossy(body);
    let Some(update) = read::stored(&text, me, adapter.missed.since()) else {
        tracing::error!("Telegram posted something without a number");
        return Receipt::Unreadable;
    };
    match adapter.talk.engine.updates().store(&[update], None, (adapter.now)()).await {
        Ok(()) => Receipt::Stored,
        Err(error) => {
            tracing::error!(%error, "an update cannot be stored, and is not acknowledged");
            Receipt::Unstored
        }
    }
}
