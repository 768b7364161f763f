//! What is suggested while somebody types.

/// A choice that is offered while somebody types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    pub label: String,
    pub value: String,
}

/// The most suggestions that a platform shows.
pub const SUGGESTIONS_MAX: usize = 25;
