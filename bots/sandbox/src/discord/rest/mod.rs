//! Discord's REST API.

pub(crate) mod answer;
pub(crate) mod content;
pub(crate) mod messages;
pub(crate) mod pins;
pub(crate) mod registration;
pub(crate) mod webhooks;
