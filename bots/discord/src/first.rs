//! The first answer to an interaction. Discord waits for it for 3 s from the moment the interaction was made, wherever
//! that time goes: on the way to us, in the inbox, behind the same person's command before, or in our own thinking.
//! Where it runs out, an answer is announced.

use engine::rules::Instant;
use reqwest::Method;
use serde_json::json;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use crate::receive::read::Received;
use crate::rest::{Ask, Rest};

pub(crate) const ALREADY_ACKNOWLEDGED: i64 = 40060;
pub(crate) const UNKNOWN_INTERACTION: i64 = 10062;
/// An answer that takes longer than this is announced.
const ANNOUNCE_AFTER: Duration = Duration::from_millis(1500);
const ANNOUNCE_NOT_BEFORE: Duration = Duration::from_millis(500);
/// Interactions whose answer is not given yet. Beyond that they are answered without being announced.
const OPEN_MAX: usize = 5000;
/// Discord forgets an interaction after so long.
pub(crate) const TOKEN_LIVES_S: i64 = 15 * 60;

const DEFER: u8 = 5;
/// The same in place of the message whose button was pressed.
const DEFER_UPDATE: u8 = 6;
const EPHEMERAL: u64 = 1 << 6;

/// What was said first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum First {
    /// Nothing yet, as far as this process knows.
    Open,
    /// That an answer comes.
    Deferred,
    Given,
}

/// Whoever holds the lock may say something first.
pub(crate) type Turn = Arc<tokio::sync::Mutex<First>>;

/// The first answers that are not given yet.
pub(crate) struct FirstAnswers {
    rest: Arc<Rest>,
    open: Mutex<HashMap<u64, (Turn, Instant)>>,
}

impl FirstAnswers {
    pub(crate) fn new(rest: Arc<Rest>) -> FirstAnswers {
        FirstAnswers { rest, open: Mutex::default() }
    }

    fn open(&self) -> MutexGuard<'_, HashMap<u64, (Turn, Instant)>> {
        self.open.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// Watches over an interaction from its receipt on.
    pub(crate) fn watch(self: &Arc<Self>, received: &Received) {
        let (id, now) = (received.interaction, received.request.now);
        let turn: Turn = Arc::new(tokio::sync::Mutex::new(First::Open));
        {
            let mut open = self.open();
            if open.len() >= OPEN_MAX {
                open.retain(|_, (_, since)| now.0 - since.0 < TOKEN_LIVES_S);
            }
            // Discord may hand out an interaction twice.
            if open.len() >= OPEN_MAX || open.contains_key(&id) {
                return;
            }
            open.insert(id, (turn.clone(), now));
        }
        // Both clocks count whole seconds here: one of them may only just have begun.
        let lag_s = received.request.sent_at.map_or(0, |sent_at| now.0 - sent_at.0 - 1).clamp(0, 3);
        // A clock of ours that runs fast leaves room for a first answer all the same.
        let wait = ANNOUNCE_AFTER
            .saturating_sub(Duration::from_secs(lag_s.unsigned_abs()))
            .max(ANNOUNCE_NOT_BEFORE);
        let (rest, received) = (self.rest.clone(), received.clone());
        tokio::spawn(async move {
            tokio::time::sleep(wait).await;
            let mut first = turn.lock().await;
            if *first == First::Open && defer(&rest, &received, false).await {
                *first = First::Deferred;
            }
        });
    }

    /// The turn to say something first.
    pub(crate) fn turn(&self, interaction: u64) -> Turn {
        let open = self.open();
        open.get(&interaction)
            .map(|(turn, _)| turn.clone())
            .unwrap_or_else(|| Arc::new(tokio::sync::Mutex::new(First::Open)))
    }

    /// The answer is given, or nobody waits for it any more.
    pub(crate) fn close(&self, interaction: u64) {
        self.open().remove(&interaction);
    }
}

/// Announces an answer; whether that stands now.
pub(crate) async fn defer(rest: &Rest, received: &Received, replaces: bool) -> bool {
    // What takes the place of the pressed message is announced there.
    let kind = if replaces && received.may_replace { DEFER_UPDATE } else { DEFER };
    let flags = if received.public { 0 } else { EPHEMERAL };
    let ask = Ask::answer(Method::POST, callback(received), &received.token)
        .body(json!({"type": kind, "data": {"flags": flags}}));
    match rest.ask(ask).await {
        Ok(_) => true,
        Err(failure) if failure.code() == Some(ALREADY_ACKNOWLEDGED) => true,
        Err(failure) => {
            tracing::warn!(why = %failure, "an answer could not be announced");
            false
        }
    }
}

pub(crate) fn callback(received: &Received) -> String {
    format!("/interactions/{}/{}/callback", received.interaction, received.token)
}
