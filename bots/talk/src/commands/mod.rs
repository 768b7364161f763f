//! One file a command, in folders by who uses it. No command imports another: what two share lies in `view` or `command`.

pub(crate) mod account;
pub(crate) mod admin;
pub(crate) mod event;
pub(crate) mod host;
pub(crate) mod member;
