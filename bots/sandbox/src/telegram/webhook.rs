//! Posting updates to the address that a bot has named with `setWebhook`.

use serde_json::{Map, Value, json};
use tokio::time::{Duration, sleep, timeout};

use crate::http::post;
use crate::state::sandbox::Sandbox;
use crate::state::world::World;
use crate::telegram::objects::parameter;
use crate::telegram::refused::Refused;

/// How long a bot may take over an update.
const TIMEOUT: Duration = Duration::from_secs(10);
/// A post that failed is tried again after this, then after twice as long each time.
const AGAIN: Duration = Duration::from_millis(200);
const AGAIN_MAX: Duration = Duration::from_secs(10);
/// Clocks may be moved, and then updates expire.
const LOOK_EVERY: Duration = Duration::from_secs(1);
const SECRET_MAX: usize = 256;
pub(crate) const SECRET: &str = "X-Telegram-Bot-Api-Secret-Token";

/// Where updates are posted to.
#[derive(Clone)]
pub(crate) struct Webhook {
    pub(crate) url: String,
    secret: String,
    /// Tells it from the one that is set next.
    number: u64,
    /// What came of the last post that failed.
    pub(crate) trouble: Option<String>,
}

/// `setWebhook`, and `deleteWebhook`, which names no address.
pub(crate) fn set(world: &mut World, parameters: &Map<String, Value>) -> Result<(), Refused> {
    let url = parameter::text(parameters, "url").to_owned();
    let secret = parameter::text(parameters, "secret_token").to_owned();
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || sign == '_' || sign == '-';
    if !secret.chars().all(is_plain) || secret.len() > SECRET_MAX {
        return Err(Refused::bad("secret token contains unallowed characters"));
    }
    if !url.is_empty() && !post::is_here(&url) {
        return Err(Refused::bad("bad webhook: the sandbox posts to this machine only"));
    }
    let updates = &mut world.telegram.updates;
    updates.allow(parameters);
    if parameters.get("drop_pending_updates") == Some(&json!(true)) {
        updates.forget();
    }
    // A poll that is under way ends.
    updates.poll += 1;
    let number = updates.poll;
    let is_set = !url.is_empty();
    updates.webhook = is_set.then_some(Webhook { url, secret, number, trouble: None });
    Ok(())
}

/// Posts updates one after the other, until the webhook is gone or replaced.
pub(crate) async fn pump(sandbox: Sandbox) {
    let Some(own) = sandbox.world().telegram.updates.webhook.clone() else { return };
    let mut again = AGAIN;
    while !sandbox.closed() {
        let stirred = sandbox.0.stir.notified();
        let now = sandbox.now();
        let next = {
            let updates = &mut sandbox.world().telegram.updates;
            if updates.webhook.as_ref().is_none_or(|webhook| webhook.number != own.number) {
                return;
            }
            updates.next(now)
        };
        let Some((id, text)) = next else {
            let _ = timeout(LOOK_EVERY, stirred).await;
            continue;
        };
        let headers = [(SECRET, own.secret.clone())];
        let posted = post::post(&own.url, &headers, text, TIMEOUT).await;
        let trouble = match posted {
            Ok(posted) if (200..300).contains(&posted.status) => None,
            Ok(posted) => Some(format!("Wrong response from the webhook: {}", posted.status)),
            Err(why) => Some(why),
        };
        let is_taken = trouble.is_none();
        {
            let updates = &mut sandbox.world().telegram.updates;
            if is_taken {
                updates.confirm(id + 1, sandbox.now());
            }
            if let Some(webhook) = &mut updates.webhook {
                webhook.trouble = trouble;
            }
        }
        sandbox.stir();
        if is_taken {
            again = AGAIN;
        } else {
            sleep(again).await;
            again = (again * 2).min(AGAIN_MAX);
        }
    }
}
