//! What a Telegram client does for the person in front of it.

pub(crate) mod speak;
