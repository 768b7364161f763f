//! Telegram's objects, checked and shown.

pub(crate) mod check;
pub(crate) mod entity;
pub(crate) mod html;
pub(crate) mod markdown;
pub(crate) mod parameter;
pub(crate) mod shown;
pub(crate) mod utf16;
