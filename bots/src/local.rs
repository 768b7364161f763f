//! The sandbox in this process, where no platform is configured.

use crate::clock::Clock;
use crate::config::{Bot, Settings};
use crate::sweep;
use anyhow::{Context, bail};
use axum::Router;
use engine::Engine;
use sandbox::{
    CLIENT_SECRET, DISCORD_TOKEN, Hooks, Options, Sandbox, TELEGRAM_LOGIN, TELEGRAM_TOKEN,
};
use std::net::SocketAddr;
use std::sync::Arc;

/// The sandbox that runs along.
pub struct Local(Sandbox);

/// The sandbox, where no platform is configured. Its clock goes on where it was left.
pub async fn plan(
    settings: &Settings,
    address: SocketAddr,
    engine: &Engine,
    clock: &Clock,
) -> anyhow::Result<Option<Local>> {
    if settings.discord.is_set() || settings.telegram.is_set() {
        return Ok(None);
    }
    if !address.ip().is_loopback() {
        bail!(
            "no token is set, and the sandbox that would start instead may not listen on {address}: \
             set discord.token or telegram.token, or web.listen to a loopback address"
        );
    }
    engine.trial().begin(clock.now()).await?;
    let (now, moved, idle, set_right) =
        (clock.clone(), clock.clone(), clock.clone(), clock.clone());
    let (waited_for, emptied) = (engine.clone(), engine.clone());
    let hooks = Hooks {
        now: Arc::new(move || now.utc()),
        move_clock: Some(Arc::new(move |by| {
            moved.shift(by);
            Box::pin(std::future::ready(()))
        })),
        idle: Some(Arc::new(move || {
            Box::pin(sweep::wait_until_idle(waited_for.clone(), idle.clone()))
        })),
        begin_anew: Some(Arc::new(move || {
            Box::pin(begin_anew(emptied.clone(), set_right.clone()))
        })),
    };
    let local = open(settings, address, hooks)?;
    resume(engine, clock).await?;
    Ok(Some(Local(local)))
}

/// Empties the database, if only a sandbox has ever written to it, and sets the clock right. The error is for people.
async fn begin_anew(engine: Engine, clock: Clock) -> Result<(), String> {
    match engine.trial().begin_anew(Clock::default().now()).await {
        Ok(true) => {
            clock.set_right();
            Ok(())
        }
        Ok(false) => {
            let why = "This database was not begun by a sandbox, or real bots have used it since, so nothing of it is \
                       deleted. Name a new one in database.url.";
            Err(why.to_owned())
        }
        Err(error) => {
            tracing::error!(%error, "the database of the sandbox cannot be emptied");
            Err("The database cannot be emptied right now. Please try again.".to_owned())
        }
    }
}

/// Whoever moved the sandbox's clock finds it after a restart where it was left: time that ran backwards
/// would make streaks look lost.
async fn resume(engine: &Engine, clock: &Clock) -> anyhow::Result<()> {
    let ahead_s = engine.schedule().last_received().await?.map_or(0, |last| last.0 - clock.now().0);
    if ahead_s > 0 {
        clock.shift(chrono::TimeDelta::seconds(ahead_s));
    }
    Ok(())
}

pub fn open(settings: &Settings, address: SocketAddr, hooks: Hooks) -> anyhow::Result<Sandbox> {
    let record =
        Some(settings.sandbox.record.as_str()).filter(|path| !path.is_empty()).map(Into::into);
    let options = Options { base: format!("http://{address}"), record, hooks };
    Sandbox::new(options).context("sandbox.record cannot be written")
}

impl Local {
    /// Lets both bots log in here.
    pub fn wire(&self, settings: &mut Settings) {
        let bot = |known: &Bot, token: &str, api_base, login_base| Bot {
            token: token.to_owned().into(),
            client_secret: CLIENT_SECRET.to_owned().into(),
            login_base,
            api_base,
            receive: known.receive,
        };
        let (discord, telegram) = (self.0.discord_base(), self.0.telegram_base());
        let login = format!("{telegram}{TELEGRAM_LOGIN}");
        if !settings.push.is_set()
            && let Ok(key) = push::Key::random()
        {
            settings.push.private_key = key.private().into();
        }
        settings.push.services = format!("{} {}", settings.push.services, self.0.push_origin());
        if settings.push.contact.is_empty() {
            "mailto:sandbox@example.org".clone_into(&mut settings.push.contact);
        }
        settings.discord = bot(&settings.discord, DISCORD_TOKEN, discord.clone(), discord);
        settings.telegram = bot(&settings.telegram, TELEGRAM_TOKEN, telegram, login);
    }

    pub fn router(&self) -> Router {
        self.0.router()
    }

    /// Ends what its clients hold open.
    pub fn close(&self) {
        self.0.close();
    }
}
