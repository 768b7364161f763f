//! A person's own account: settings, time zone, linked accounts, data, help.

pub(crate) mod email;
pub(crate) mod help;
pub(crate) mod link;
pub(crate) mod login;
pub(crate) mod privacy;
pub(crate) mod settings;
pub(crate) mod timezone;
pub(crate) mod unlink;
