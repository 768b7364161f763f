//! Posting interactions to the address that a bot has named for them, each with a signature.

use ed25519_dalek::{Signer, SigningKey};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use tokio::sync::mpsc;
use tokio::time::Duration;

use crate::discord::refused::Refused;
use crate::discord::rest::webhooks;
use crate::http::asked::Asked;
use crate::http::post::{self, Posted};
use crate::state::message::Platform;
use crate::state::sandbox::Sandbox;

/// How long a bot may take over an interaction.
const TIMEOUT: Duration = Duration::from_secs(3);
/// Interactions that wait to be posted.
const WAITING_MAX: usize = 4096;
/// Everybody knows this key, as everybody knows the token.
const SECRET_KEY: [u8; 32] = *b"sandbox-localhost-only-no-secret";

/// The public key, as Discord shows it.
pub(crate) fn public_key() -> String {
    hex(SigningKey::from_bytes(&SECRET_KEY).verifying_key().as_bytes())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Where interactions are posted to instead of going over the gateway.
pub(crate) struct Endpoint {
    pub(crate) url: String,
    posts: mpsc::Sender<Value>,
}

impl Endpoint {
    /// Posts an interaction soon.
    pub(crate) fn take(&self, interaction: Value) {
        // A bot that is so far behind has long been too late.
        let _ = self.posts.try_send(interaction);
    }
}

/// Takes over the address of `PATCH applications/@me`, once a bot has shown there that it looks at signatures.
pub(crate) async fn set(sandbox: &Sandbox, asked: &Asked) -> Result<(), Refused> {
    let Some(wanted) = asked.body.as_ref().and_then(|body| body.get("interactions_endpoint_url"))
    else {
        return Ok(());
    };
    let url = wanted.as_str().unwrap_or_default().to_owned();
    if url.is_empty() {
        sandbox.world().discord.endpoint = None;
        return Ok(());
    }
    let ping = json!({"version": 1, "type": 1, "id": "1", "token": "ping", "application_id": "1"});
    let (answered, forged) =
        (send(sandbox, &url, &ping, true).await, send(sandbox, &url, &ping, false).await);
    let is_pong = answered.is_ok_and(|posted| {
        posted.status == 200 && posted.body.is_some_and(|body| body["type"] == 1)
    });
    let looks = forged.is_ok_and(|posted| posted.status == 401);
    if !post::is_here(&url) || !is_pong || !looks {
        let words = "The specified interactions endpoint URL could not be verified.";
        let code = "APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID";
        return Err(Refused::form("interactions_endpoint_url", code, words));
    }
    let (posts, waiting) = mpsc::channel(WAITING_MAX);
    sandbox.world().discord.endpoint = Some(Endpoint { url: url.clone(), posts });
    tokio::spawn(pump(sandbox.clone(), url, waiting));
    Ok(())
}

/// Posts interactions, each on its own, until they go elsewhere.
async fn pump(sandbox: Sandbox, url: String, mut waiting: mpsc::Receiver<Value>) {
    while let Some(interaction) = waiting.recv().await {
        tokio::spawn(post_one(sandbox.clone(), url.clone(), interaction));
    }
}

async fn post_one(sandbox: Sandbox, url: String, interaction: Value) {
    let Ok(posted) = send(&sandbox, &url, &interaction, true).await else { return };
    // 202 says that the answer comes by itself.
    if let Some(body) = posted.body.filter(|_| posted.status == 200) {
        answer(&sandbox, &interaction, body);
    }
    sandbox.stir();
}

async fn send(
    sandbox: &Sandbox,
    url: &str,
    payload: &Value,
    is_signed: bool,
) -> Result<Posted, String> {
    if !post::is_here(url) {
        return Err("the sandbox posts to this machine only".to_owned());
    }
    let (at, body) = (sandbox.now().timestamp().to_string(), payload.to_string());
    let mut signature =
        SigningKey::from_bytes(&SECRET_KEY).sign(format!("{at}{body}").as_bytes()).to_bytes();
    if !is_signed {
        signature[0] ^= 1;
    }
    let headers = [("X-Signature-Ed25519", hex(&signature)), ("X-Signature-Timestamp", at)];
    post::post(url, &headers, body, TIMEOUT).await
}

/// An answer that came with the response, as if it had come by the callback.
fn answer(sandbox: &Sandbox, interaction: &Value, body: Value) {
    let [id, token] = ["id", "token"].map(|name| interaction[name].as_str().unwrap_or_default());
    let asked = Asked {
        platform: Platform::Discord,
        method: "POST".to_owned(),
        path: String::new(),
        query: Map::new(),
        headers: Map::new(),
        authorization: None,
        body: Some(body),
        files: Vec::new(),
    };
    let now = sandbox.now();
    // What cannot be an answer is none: the client says so.
    if let Err(refused) = webhooks::callback(&mut sandbox.world(), now, &asked, (id, token)) {
        tracing::warn!(message = refused.message, "a response is no answer to an interaction");
    }
}
