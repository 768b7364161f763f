//! `streaks sandbox`: the two local servers and the page alone, for bots that run in other processes.

use crate::clock::Clock;
use crate::config::Settings;
use crate::{local, log, run, signals};
use anyhow::bail;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

pub async fn run(settings: Settings, listen: SocketAddr) -> anyhow::Result<()> {
    if !listen.ip().is_loopback() {
        bail!("the sandbox listens on loopback only, not on {listen}");
    }
    let _log = log::start(&settings)?;
    let stop = CancellationToken::new();
    signals::watch(stop.clone())?;
    let (listener, address) = run::bind(listen, "--listen").await?;
    let clock = Clock::default();
    let hooks = sandbox::Hooks {
        now: Arc::new(move || clock.utc()),
        move_clock: None,
        idle: None,
        begin_anew: None,
    };
    let sandbox = local::open(&settings, address, hooks)?;
    run::say(&format!(
        "Discord:  STREAKS_DISCORD_API_BASE={} STREAKS_DISCORD_TOKEN={}",
        sandbox.discord_base(),
        sandbox::DISCORD_TOKEN
    ));
    run::say(&format!(
        "Telegram: STREAKS_TELEGRAM_API_BASE={} STREAKS_TELEGRAM_TOKEN={}",
        sandbox.telegram_base(),
        sandbox::TELEGRAM_TOKEN
    ));
    run::say(&format!("Sandbox:  http://{address}/sandbox"));
    let app = (sandbox.router(), settings.limits.connections);
    run::serve(listener, app, stop, move || sandbox.close()).await
}
