//! Notifications in browsers (Web Push): what is told to a person goes to the push services of their browsers, which can
//! read nothing of it.

mod notify;
mod render;
mod services;
mod vapid;

use anyhow::Context as _;
use engine::Subscription;
use reqwest::redirect::Policy;
use std::time::Duration;
use talk::{Now, Talk};
use tokio_util::sync::CancellationToken;

use crate::notify::Push;
use crate::services::Services;

pub use vapid::Key;

/// How long a push service may take to answer, within what the outbox gives an attempt.
const TIMEOUT: Duration = Duration::from_secs(10);
/// Characters of the address of a browser at its push service.
const ENDPOINT_MAX: usize = 1000;

/// How browsers are told.
pub struct Settings {
    /// What every push service knows us by.
    pub key: Key,
    /// Where whoever runs a push service can write to: `mailto:` or `https://`.
    pub contact: String,
    /// Hosts of push services, separated by spaces: a name, `*.` and a name, or an origin as it is (`http://127.0.0.1:8080`).
    /// Nowhere else is anything sent.
    pub services: String,
}

/// Notifications, before they are sent and while they are.
pub struct Adapter {
    push: Push,
    now: Now,
}

/// What pages have to know to offer notifications.
#[derive(Clone)]
pub struct Offer {
    /// What browsers are to take notifications from, in base 64.
    pub public_key: String,
    services: Services,
}

impl Adapter {
    /// # Errors
    /// A contact that is none, or no way to make requests.
    pub fn new(talk: Talk, settings: Settings, now: Now) -> anyhow::Result<Adapter> {
        let is_contact =
            ["mailto:", "https://"].iter().any(|way| settings.contact.starts_with(way));
        anyhow::ensure!(is_contact, "push.contact has to begin with mailto: or https://");
        // What a service says is no reason to go elsewhere.
        let http = reqwest::Client::builder().timeout(TIMEOUT).redirect(Policy::none()).build();
        let http = http.context("no requests can be made to push services")?;
        Ok(Adapter { push: Push::new(talk, http, settings), now })
    }

    pub fn offer(&self) -> Offer {
        Offer { public_key: self.push.key.public(), services: self.push.services.clone() }
    }

    /// Sends what is due until told to stop.
    pub async fn run(self, stop: CancellationToken) {
        let engine = self.push.engine();
        engine.deliveries().run(&self.push, || (self.now)(), stop).await;
    }
}

impl Offer {
    /// Whether notifications can be sent to this browser: at a push service that is known, and encrypted.
    pub fn takes(&self, browser: &Subscription) -> bool {
        browser.endpoint.len() <= ENDPOINT_MAX
            && self.services.know(&browser.endpoint)
            && notify::keys(browser).is_some()
    }
}
