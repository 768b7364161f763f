//! An update becomes a request.

pub(crate) mod callback;
pub(crate) mod locate;
pub(crate) mod message;
pub(crate) mod place;
#[cfg(test)]
mod properties;
pub(crate) mod read;
pub(crate) mod received;
pub(crate) mod update;
