//! Whether somebody may enter an event.

/// How somebody may enter an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    Open,
    /// A host has to say yes; whether it was asked for already.
    Approval {
        asked: bool,
    },
    Banned,
}
