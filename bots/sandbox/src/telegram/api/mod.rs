//! The methods of Telegram's Bot API.

pub(crate) mod chat;
pub(crate) mod edit;
pub(crate) mod keyboard;
pub(crate) mod methods;
pub(crate) mod poll;
pub(crate) mod send;
