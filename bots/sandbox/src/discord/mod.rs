//! The local Discord server.

pub(crate) mod client;
pub(crate) mod endpoint;
pub(crate) mod gateway;
pub(crate) mod ids;
pub(crate) mod interaction;
pub(crate) mod objects;
pub(crate) mod refused;
pub(crate) mod rest;
pub(crate) mod server;
