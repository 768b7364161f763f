//! What whoever manages a server or group sets up.

pub(crate) mod audit;
pub(crate) mod moderator;
pub(crate) mod role;
pub(crate) mod setup;
pub(crate) mod silence;
