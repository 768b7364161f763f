//! Taking in what a platform posts to us.

use futures_util::future::BoxFuture;
use serde_json::Value;

/// What became of something that a platform posted.
#[derive(Debug, Clone, PartialEq)]
pub enum Receipt {
    /// It is stored, and what there is to say comes by itself.
    Stored,
    /// This is to be said at once.
    Answer(Value),
    /// It makes no sense, and would make none the next time.
    Unreadable,
    /// It could not be stored: it may come again.
    Unstored,
}

/// Takes in what a platform posts to us.
pub trait Receiver: Send + Sync {
    /// What shows that something comes from the platform: the public key that it signs with, or the secret that it
    /// sends along. None while it is not known yet.
    fn authenticator(&self) -> Option<Vec<u8>>;
    /// Takes in what is known to come from the platform.
    fn receive<'a>(&'a self, body: &'a [u8]) -> BoxFuture<'a, Receipt>;
}
