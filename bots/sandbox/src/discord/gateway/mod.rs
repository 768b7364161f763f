//! Discord's gateway.

pub(crate) mod connect;
pub(crate) mod session;
