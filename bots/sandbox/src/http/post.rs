//! Posting to a bot that listens itself.

use serde_json::Value;
use std::sync::LazyLock;
use std::time::Duration;

/// Nothing goes further than this machine, whatever the environment says.
static CLIENT: LazyLock<Option<reqwest::Client>> = LazyLock::new(|| {
    let plain = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
    plain.build().ok()
});

/// What a bot answered.
pub struct Posted {
    pub status: u16,
    pub body: Option<Value>,
}

/// Whether an address is on this machine.
pub fn is_here(url: &str) -> bool {
    let host = reqwest::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned));
    host.is_some_and(|host| ["127.0.0.1", "localhost", "[::1]"].contains(&host.as_str()))
}

/// Posts JSON; the error says what went wrong.
pub async fn post(
    url: &str,
    headers: &[(&str, String)],
    json: String,
    limit: Duration,
) -> Result<Posted, String> {
    let client = CLIENT.as_ref().ok_or("there is no HTTP client")?;
    let mut request = client.post(url).timeout(limit).header("content-type", "application/json");
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    let response = request.body(json).send().await.map_err(|error| error.to_string())?;
    let status = response.status().as_u16();
    let body = response.bytes().await.ok().and_then(|body| serde_json::from_slice(&body).ok());
    Ok(Posted { status, body })
}
