//! What a Discord client does for the person in front of it.

pub(crate) mod catalog;
pub(crate) mod interact;
pub(crate) mod line;
pub(crate) mod line_value;
pub(crate) mod modal;
pub(crate) mod press;
pub(crate) mod typist;
