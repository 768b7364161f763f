//! A reply becomes messages.

pub(crate) mod apps;
pub(crate) mod asked;
pub(crate) mod photo;
pub(crate) mod placing;
pub(crate) mod render;
pub(crate) mod responder;
pub(crate) mod send;
