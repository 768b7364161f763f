//! In place of the sandbox, in a build without it.

use crate::clock::Clock;
use crate::config::Settings;
use anyhow::bail;
use axum::Router;
use engine::Engine;
use std::net::SocketAddr;

/// The sandbox that is not there.
pub enum Local {}

/// None, where a platform is configured.
pub async fn plan(
    settings: &Settings,
    _: SocketAddr,
    _: &Engine,
    _: &Clock,
) -> anyhow::Result<Option<Local>> {
    if !settings.discord.is_set() && !settings.telegram.is_set() {
        bail!("no token is set, and this build has no sandbox: set discord.token or telegram.token")
    }
    Ok(None)
}

impl Local {
    pub fn wire(&self, _: &mut Settings) {
        match *self {}
    }

    pub fn router(&self) -> Router {
        match *self {}
    }

    pub fn close(&self) {
        match *self {}
    }
}
