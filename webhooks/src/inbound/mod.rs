//! What the platforms post to us: checked for where it comes from, handed on, and acknowledged once it is stored.

pub(crate) mod discord;
mod post;
pub(crate) mod telegram;
