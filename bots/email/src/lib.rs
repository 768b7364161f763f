//! Talk by e-mail: what is told to a person becomes a mail, with a way to stop it.

mod notify;
mod render;

use anyhow::Context as _;
use lettre::message::Mailbox;
use lettre::{AsyncSmtpTransport, Tokio1Executor};
use std::time::Duration;
use talk::{Now, Talk};
use tokio_util::sync::CancellationToken;

use crate::notify::Mail;

/// How long a connection may take to come up.
const TIMEOUT: Duration = Duration::from_secs(10);

/// How to reach a mail server.
#[derive(Clone)]
pub struct Settings {
    /// `smtps://USER:PASSWORD@HOST`, `smtp://USER:PASSWORD@HOST?tls=required`, or `smtp://HOST` within one's own network.
    pub smtp: String,
    /// Who the mail is from.
    pub from: String,
}

/// Mail, before it is sent and while it is.
pub struct Adapter {
    mail: Mail,
    now: Now,
}

/// Whether this is the address of a mail server.
pub fn is_server(smtp: &str) -> bool {
    AsyncSmtpTransport::<Tokio1Executor>::from_url(smtp).is_ok()
}

/// Whether a mail can be from this.
pub fn is_sender(from: &str) -> bool {
    from.parse::<Mailbox>().is_ok()
}

impl Adapter {
    /// # Errors
    /// An address of a server, or of a sender, that is none.
    pub fn new(talk: Talk, settings: &Settings, now: Now) -> anyhow::Result<Adapter> {
        let from: Mailbox = settings.from.parse().context("email.from is no address")?;
        // What is wrong with it may quote the password.
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(&settings.smtp)
            .map_err(|_| anyhow::anyhow!("email.smtp is no address of a mail server"))?
            .timeout(Some(TIMEOUT))
            .build();
        Ok(Adapter { mail: Mail::new(talk, server, from), now })
    }

    /// Sends what is due until told to stop.
    pub async fn run(self, stop: CancellationToken) {
        let engine = self.mail.engine();
        engine.deliveries().run(&self.mail, || (self.now)(), stop).await;
    }
}
