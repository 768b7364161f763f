//! Discord's objects, checked and shown.

pub(crate) mod component;
pub(crate) mod embed;
pub(crate) mod payload;
pub(crate) mod shown;
