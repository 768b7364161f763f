//! Our own polling: updates are stored, with how far we have read, before they are confirmed.

use engine::rules::Instant;
use engine::{Engine, NewUpdate, Platform};
use serde_json::json;
use std::time::Duration;
use talk::Now;
use teloxide::Bot;
use teloxide::requests::{Request as _, Requester as _};
use teloxide::types::Me;
use tokio_util::sync::CancellationToken;

use crate::receive::read;
use crate::receive::update::{self, Answer};

/// How long Telegram holds a request open while there is nothing new. Below the time-out of the HTTP client.
const HOLD_S: u64 = 10;
const BATCH: u64 = 100;
const NOTE_EVERY_S: i64 = 10;
/// Longer than two requests that are held open: by then we were not listening.
const OUTAGE_S: i64 = 60;
const BACK_OFF_MAX_S: u64 = 30;
/// Our own database is asked again sooner: people wait, and it cannot be asked too often.
const STORE_AGAIN_MAX_S: u64 = 2;
/// After a week without updates Telegram numbers them anew, and an old offset would confirm them unread.
const OFFSET_LIVES_S: i64 = 6 * 86_400;

pub(crate) async fn listen(
    engine: &Engine,
    bot: &Bot,
    me: &Me,
    now: &Now,
    stop: &CancellationToken,
) {
    let cursor = format!("telegram:{}", me.id);
    let mut state = PollState::new(engine, &cursor).await;
    let (mut offset, mut most) = (None, BATCH);
    let mut back_off_s = 1;
    while !stop.is_cancelled() {
        if offset.is_none() {
            offset = start(engine, &cursor, now).await;
        }
        let asked = tokio::select! {
            asked = ask(bot, offset, most) => asked,
            () = stop.cancelled() => break,
        };
        engine.health().outages().set_reach(Platform::Telegram, asked.is_ok());
        let wait_s = match asked {
            Ok(batch) => {
                match store(engine, me, &batch.updates, &cursor, state.outage(now()), now).await {
                    Ok(next) => {
                        state.note(engine, now()).await;
                        offset = next.or(offset);
                        most = if batch.is_broken { 1 } else { BATCH };
                        // What bears no number cannot be confirmed, and comes again.
                        if next.is_some() || batch.updates.is_empty() {
                            back_off_s = 1;
                            continue;
                        }
                        back_off_s
                    }
                    Err(error) => {
                        tracing::error!(%error, "updates cannot be stored, and are not confirmed");
                        back_off_s.min(STORE_AGAIN_MAX_S)
                    }
                }
            }
            Err(trouble) => {
                if trouble.has_webhook {
                    remove_webhook(bot).await;
                } else if trouble.is_unauthorized {
                    tracing::error!(
                        "Telegram does not take the token in telegram.token (any more)"
                    );
                } else {
                    tracing::warn!(why = %trouble.why, "no updates from Telegram");
                }
                trouble.wait_s.unwrap_or(back_off_s)
            }
        };
        tokio::select! {
            () = tokio::time::sleep(Duration::from_secs(wait_s)) => {}
            () = stop.cancelled() => {}
        }
        back_off_s = (back_off_s * 2).min(BACK_OFF_MAX_S);
    }
}

/// When Telegram was last asked with success, also before a restart.
pub(crate) struct PollState {
    name: String,
    polled_at: Option<Instant>,
    /// The same in this process, by a clock that nobody can set.
    polled: Option<tokio::time::Instant>,
}

impl PollState {
    pub(crate) async fn new(engine: &Engine, cursor: &str) -> PollState {
        let name = format!("{cursor}:heard");
        let polled_at = engine.updates().read_to(&name).await.ok().flatten().map(|(_, at)| at);
        PollState { name, polled_at, polled: None }
    }

    /// The last time we listened, if that was longer ago than a request and its repeats take.
    pub(crate) fn outage(&self, now: Instant) -> Option<Instant> {
        let at = self.polled_at?;
        let gap_s = self.polled.map_or(now.0 - at.0, |polled| polled.elapsed().as_secs() as i64);
        (gap_s > OUTAGE_S).then_some(at)
    }

    /// Notes that we listen now; false where that could not be written down.
    pub(crate) async fn note(&mut self, engine: &Engine, now: Instant) -> bool {
        // Written down less often than it is noted.
        if self.polled_at.is_none_or(|at| (now.0 - at.0).abs() >= NOTE_EVERY_S) {
            if let Err(error) = engine.updates().store(&[], Some((&self.name, 0)), now).await {
                tracing::error!(%error, "that we listen could not be recorded");
                return false;
            }
            self.polled_at = Some(now);
        }
        self.polled = Some(tokio::time::Instant::now());
        true
    }
}

async fn start(engine: &Engine, cursor: &str, now: &Now) -> Option<i64> {
    match engine.updates().read_to(cursor).await {
        Ok(Some((offset, at))) if now().0 - at.0 < OFFSET_LIVES_S => Some(offset),
        Ok(_) => None,
        Err(error) => {
            tracing::error!(%error, "how far Telegram was read is not known");
            None
        }
    }
}

struct Trouble {
    why: String,
    is_unauthorized: bool,
    /// Updates are posted somewhere, and not given to whoever asks.
    has_webhook: bool,
    wait_s: Option<u64>,
}

impl From<reqwest::Error> for Trouble {
    fn from(error: reqwest::Error) -> Trouble {
        // The address holds the token.
        let why = error.without_url().to_string();
        Trouble { why, is_unauthorized: false, has_webhook: false, wait_s: None }
    }
}

/// Updates as they came, none of them read yet.
struct Batch {
    updates: Vec<String>,
    /// They could not even be parted: the next ones are asked for one by one.
    is_broken: bool,
}

/// The raw updates: teloxide's own request loses what its types do not know.
async fn ask(bot: &Bot, offset: Option<i64>, most: u64) -> Result<Batch, Trouble> {
    let mut body = json!({"timeout": HOLD_S, "limit": most, "allowed_updates": read::KINDS});
    if let Some(offset) = offset {
        body["offset"] = json!(offset);
    }
    let address = format!("{}bot{}/getUpdates", bot.api_url(), bot.token());
    let bytes = bot.client().post(address).json(&body).send().await?.bytes().await?;
    let text = String::from_utf8_lossy(&bytes);
    match serde_json::from_str::<Answer<'_>>(&text) {
        Ok(answer) if answer.ok => {
            let updates = answer.result.iter().map(|raw| raw.get().to_owned()).collect();
            Ok(Batch { updates, is_broken: false })
        }
        Ok(answer) => Err(Trouble {
            is_unauthorized: answer.error_code == 401,
            has_webhook: answer.error_code == 409
                && answer.description.contains("webhook is active"),
            why: answer.description,
            wait_s: answer.parameters.retry_after,
        }),
        // Several of which one is broken are asked for again, one by one; one that is broken is kept as it is.
        Err(_) if most > 1 && text.contains("\"update_id\"") => {
            Ok(Batch { updates: vec![], is_broken: true })
        }
        Err(_) if update::outline(&text).is_some() => {
            Ok(Batch { updates: vec![text.into_owned()], is_broken: true })
        }
        Err(error) => {
            let why = format!("no answer: {:?} at {}", error.classify(), error.column());
            Err(Trouble { why, is_unauthorized: false, has_webhook: false, wait_s: None })
        }
    }
}

/// Stores a batch and gives the offset that confirms it.
async fn store(
    engine: &Engine,
    me: &Me,
    updates: &[String],
    cursor: &str,
    unheard_since: Option<Instant>,
    now: &Now,
) -> Result<Option<i64>, engine::Error> {
    let outlines = updates.iter().filter_map(|text| update::outline(text));
    let Some(last) = outlines.map(|outline| outline.update_id).max() else { return Ok(None) };
    let rows: Vec<NewUpdate> =
        updates.iter().filter_map(|text| read::stored(text, me, unheard_since)).collect();
    engine.updates().store(&rows, Some((cursor, last + 1)), now()).await?;
    Ok(Some(last + 1))
}

/// Ends a webhook that is in the way of asking for updates.
async fn remove_webhook(bot: &Bot) {
    tracing::warn!("a webhook was set for this bot; it is removed, and updates are asked for");
    if let Err(error) = bot.delete_webhook().send().await {
        tracing::warn!(error = %crate::error::why(&error), "the webhook is not removed yet");
    }
}
