//! Whether somebody may enter an event.

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
