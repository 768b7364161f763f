//! `getUpdates`.

use serde_json::{Map, Value};
use tokio::time::{Duration, Instant, timeout};

use crate::state::sandbox::Sandbox;
use crate::telegram::objects::parameter;
use crate::telegram::refused::Refused;

/// How many are given at a time.
const LIMIT_MAX: i64 = 100;
/// The longest poll.
const TIMEOUT_MAX_S: i64 = 50;
/// A bot that has fetched updates asks for the next ones within this time, or is handling them.
pub(crate) const TAKING: Duration = Duration::from_millis(500);
/// How long a poll of a sandbox that closes takes.
const CLOSING: Duration = Duration::from_millis(50);

/// A poll that is under way; it ends also when the bot hangs up.
struct Polling<'a> {
    sandbox: &'a Sandbox,
    number: u64,
}

impl Drop for Polling<'_> {
    fn drop(&mut self) {
        let mut world = self.sandbox.world();
        let updates = &mut world.telegram.updates;
        if updates.poll == self.number {
            updates.polling = false;
            updates.polled_at = Some(Instant::now());
        }
    }
}

/// `getUpdates`: the list as it stands on the wire.
pub async fn poll(sandbox: &Sandbox, parameters: &Map<String, Value>) -> Result<String, Refused> {
    let offset = parameter::integer(parameters, "offset").unwrap_or_default();
    let limit = parameter::integer(parameters, "limit").unwrap_or(LIMIT_MAX);
    let limit = usize::try_from(limit.clamp(1, LIMIT_MAX)).unwrap_or(1);
    let wait_s = parameter::integer(parameters, "timeout").unwrap_or_default();
    let wait_s = u64::try_from(wait_s.clamp(0, TIMEOUT_MAX_S)).unwrap_or_default();
    let until = Instant::now() + Duration::from_secs(wait_s);
    let number = {
        let now = sandbox.now();
        let mut world = sandbox.world();
        let updates = &mut world.telegram.updates;
        if updates.webhook.is_some() {
            let words = "Conflict: can't use getUpdates method while webhook is active; \
                use deleteWebhook to delete the webhook first";
            return Err(Refused::new(409, words));
        }
        updates.allow(parameters);
        updates.confirm(offset, now);
        updates.poll += 1;
        updates.polling = true;
        updates.poll
    };
    let _polling = Polling { sandbox, number };
    sandbox.stir();
    loop {
        let stirred = sandbox.0.stir.notified();
        let now = sandbox.now();
        let given = {
            let mut world = sandbox.world();
            let updates = &mut world.telegram.updates;
            if updates.poll != number {
                let words = "Conflict: terminated by other getUpdates request; \
                    make sure that only one bot instance is running";
                return Err(Refused::new(409, words));
            }
            updates.give(limit, now)
        };
        if !given.is_empty() {
            sandbox.stir();
            return Ok(format!("[{}]", given.join(",")));
        }
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Ok("[]".to_owned());
        }
        if sandbox.closed() {
            // A bot that is still ending must not poll in a tight loop.
            tokio::time::sleep(CLOSING).await;
            return Ok("[]".to_owned());
        }
        // Whoever waits is woken by every stir; running out of time ends the next round.
        let _ = timeout(left, stirred).await;
    }
}
