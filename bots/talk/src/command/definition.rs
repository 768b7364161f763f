//! What a command is. The table of all of them becomes the slash commands, the menu, the help page and
//! the table of the README.

use engine::Error;
use std::future::Future;
use std::pin::Pin;

use crate::command::context::Context;
use crate::message::Reply;

/// One command, on every platform.
#[derive(Debug)]
pub struct Command {
    /// Its name; a second word makes it part of a group.
    pub path: &'static str,
    /// The word for what it does, in a line.
    pub about: &'static str,
    pub params: &'static [Param],
    /// The parameter that takes what is typed without a name.
    pub free: Option<&'static str>,
    /// The parameter that takes what is left of that when others have been read from it.
    pub rest: Option<&'static str>,
    /// Whether everybody in the place reads the answer.
    pub public: bool,
    /// Whether its answers are nobody else's business: where others read along, they are given in a private chat.
    pub alone: bool,
    pub right: Right,
    /// Whether the answer says what the bot itself is allowed to do in the place.
    pub shows_rights: bool,
    /// Whether it does nothing but show how things are: an answer that could not be said is found anew.
    pub only_shows: bool,
    /// Whether only those of one's events are offered that are open today, as long as there are any.
    pub offers_due: bool,
    /// The word under which it stands in the menu of a person, where a platform has one. It takes the person as
    /// its parameter `user`.
    pub menu: Option<&'static str>,
    pub run: Run,
}

/// Who may use a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    Anybody,
    /// Whoever manages the place: a Discord server, a Telegram group. Moderators may too.
    Manager,
}

/// A parameter of a command.
#[derive(Debug)]
pub struct Param {
    pub name: &'static str,
    pub about: &'static str,
    pub kind: Kind,
    pub required: bool,
}

/// What a parameter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text {
        length_max: usize,
    },
    Event(Who),
    Zone,
    /// A task of the event that is named beside it.
    Task,
    /// One of our commands, by its name.
    Command,
    /// `today`, `yesterday` or a date.
    Day,
    /// What is told from other words by itself.
    Spoken(Says),
    /// Somebody who is mentioned.
    Person,
    /// Something attached to the message.
    File,
    /// A role of a Discord server.
    Role,
    /// One of these values; the label of each stands under `choice-<value>`.
    OneOf(&'static [&'static str]),
}

/// What words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// One or several times of day.
    Times,
    /// How often, or on which days.
    Rhythm,
    /// A day that lies ahead, or how long something lasts.
    Date,
}

impl Says {
    /// Characters of the longest words for it.
    pub const LENGTH_MAX: usize = 60;
}

/// Which events a parameter offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Those the person is in.
    Mine,
    /// Those the person may join.
    NotMine,
    /// Those the person may see.
    Seen,
}

/// The named values of a call.
pub type Args = Vec<(String, String)>;
pub type Run =
    for<'a> fn(&'a Context<'a>) -> Pin<Box<dyn Future<Output = Result<Reply, Error>> + Send + 'a>>;

impl Kind {
    /// Whether choices are given while a value is typed.
    pub fn is_completed(self) -> bool {
        match self {
            Kind::Event(_) | Kind::Zone | Kind::Task | Kind::Command | Kind::Day => true,
            Kind::Text { .. }
            | Kind::Spoken(_)
            | Kind::OneOf(_)
            | Kind::Person
            | Kind::File
            | Kind::Role => false,
        }
    }
}

impl Param {
    pub const fn new(name: &'static str, about: &'static str, kind: Kind) -> Param {
        Param { name, about, kind, required: false }
    }

    pub const fn required(self) -> Param {
        Param { required: true, ..self }
    }
}

impl Command {
    /// A command without parameters that anybody may use, and whose answer is private.
    pub const fn new(path: &'static str, about: &'static str, run: Run) -> Command {
        Command {
            path,
            about,
            params: &[],
            free: None,
            rest: None,
            public: false,
            alone: false,
            right: Right::Anybody,
            shows_rights: false,
            only_shows: false,
            offers_due: false,
            menu: None,
            run,
        }
    }

    /// Its name in a button.
    pub fn verb(&self) -> String {
        self.path.replace(' ', "-")
    }
}
