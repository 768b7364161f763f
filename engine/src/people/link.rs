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
    /// Why it cannot be.
    pub hindrance: Option<Hindrance>,
}

/// Why two people cannot become one.
#[derive(Debug, Clone, PartialEq)]
pub enum Hindrance {
    /// Both have an account there, and a person has one on each platform.
    SamePlatform(Platform),
    /// Both are in these contests, which go on: what two have done there is not what one has.
    Contests(Vec<Event>),
}

/// Somebody who typed a code and waits for its maker to say yes.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkAsked {
    pub merge: Merge,
    /// The account by which the code was typed.
    pub account: Account,
}
