//! What the sandbox remembers, as values: people, messages, the transcript, faults, requests.

pub(crate) mod fault;
pub(crate) mod message;
pub(crate) mod news;
pub(crate) mod people;
pub(crate) mod pushed;
pub(crate) mod record;
pub(crate) mod request_log;
pub(crate) mod sandbox;
pub(crate) mod transcript;
pub(crate) mod watch;
pub(crate) mod world;
