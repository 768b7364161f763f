//! Two accounts on their way to one person.

use crate::events::event::Event;
use crate::ids::Platform;
use crate::people::person::{Account, Person};

/// What linking would bring together.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    /// The person who stays: clock, language and settings are those of whoever made the code.
    pub stays: Person,
    /// The person whose history moves over.
    pub goes: Person,
    /// Events that only the one who goes is or was in.
    pub moved: Vec<Event>,
    /// Events that both were in: their check-ins are united, and a day that both did counts once.
    pub shared: Vec<Event>,
    /// The side on which the code was made.
    pub made_on: Platform,
}

/// Somebody who typed a code and waits for its maker to say yes.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkAsked {
    pub merge: Merge,
    /// The account by which the code was typed.
    pub account: Account,
}
