//! Whether somebody may enter an event.

use crate::deliveries::delivery::Topic;
use crate::events::event::Event;
use crate::ids::{DestinationId, Membership};

/// How somebody may enter an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    Open,
    /// A host has to say yes.
    Approval,
    Banned,
    /// As many are in it as may be.
    Full,
    /// They are in as many events as one may be.
    TooMany,
}

/// What became of a host's answer to somebody who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    Settled,
    /// Nobody asks (any more).
    Gone,
    /// As of [`Entry`]: they go on asking.
    Full,
    TooMany,
}

/// What somebody is told of an answer, where, and under which key: once.
#[derive(Debug, Clone)]
pub struct Notice {
    pub place: DestinationId,
    pub topic: Topic,
    pub key: String,
}

/// What came of taking somebody out.
#[derive(Debug, Clone, Default)]
pub struct Removal {
    /// The event and its later rounds that a ban reaches.
    pub rounds: Vec<Event>,
    /// What they were in, the event first.
    pub left: Vec<Membership>,
}
