//! The local Telegram Bot API server.

pub(crate) mod api;
pub(crate) mod client;
pub(crate) mod ids;
pub(crate) mod menu;
pub(crate) mod objects;
pub(crate) mod refused;
pub(crate) mod server;
pub(crate) mod updates;
pub(crate) mod webhook;
