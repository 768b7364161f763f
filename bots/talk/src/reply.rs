//! An answer, in words that no platform owns.

use crate::{Press, Text};

/// What is answered to a request, or told to a destination.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reply {
    pub text: Text,
    pub buttons: Vec<Vec<Button>>,
    /// The same in a line or two, where only a short note can be shown; empty where the text will do.
    pub brief: Text,
    /// A list to pick one from.
    pub choices: Vec<Choice>,
    /// Only the person who asked shall read it, where the platform can do that.
    pub private: bool,
    /// It must not be read by others at all: where a private answer cannot be given in the place, it is
    /// given in a private chat or not at all.
    pub secret: bool,
    /// Takes the place of the message whose button was pressed, if that was private too.
    pub replaces: bool,
}

/// A button under a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    pub label: String,
    pub action: Action,
    pub tone: Tone,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    Press(Press),
    Link(String),
}

/// How much a button asks for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Main,
    Danger,
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub label: String,
    pub press: Press,
}

impl Reply {
    /// For the person who asked alone.
    pub fn only(text: Text) -> Reply {
        Reply { text, private: true, ..Reply::default() }
    }

    /// For everybody in the place.
    pub fn open(text: Text) -> Reply {
        Reply { text, ..Reply::default() }
    }

    /// With a row of buttons below those it has.
    pub fn with(mut self, row: impl IntoIterator<Item = Button>) -> Reply {
        self.buttons.push(row.into_iter().collect());
        self
    }

    /// Kept from everybody else, if so.
    pub fn secret_if(self, secret: bool) -> Reply {
        Reply { secret: self.secret || secret, ..self }
    }

    /// With a short form for where only a note can be shown.
    pub fn in_brief(self, brief: Text) -> Reply {
        Reply { brief, ..self }
    }

    pub fn replacing(mut self) -> Reply {
        self.replaces = true;
        self
    }

    /// The words without any markup.
    pub fn plain(&self) -> String {
        self.text.plain()
    }
}

impl Button {
    pub fn press(label: String, press: Press) -> Button {
        Button { label, action: Action::Press(press), tone: Tone::Plain }
    }

    pub fn link(label: String, address: String) -> Button {
        Button { label, action: Action::Link(address), tone: Tone::Plain }
    }

    pub fn main(self) -> Button {
        Button { tone: Tone::Main, ..self }
    }

    pub fn danger(self) -> Button {
        Button { tone: Tone::Danger, ..self }
    }
}
