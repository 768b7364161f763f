//! An answer, in words that no platform owns.

use engine::rules::Instant;
use engine::{EventId, PostKind};
use std::fmt;
use std::sync::Arc;

use crate::message::callback::CallbackId;
use crate::message::text::Text;

/// What is answered to a request, or told to a destination.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reply {
    pub text: Text,
    pub buttons: Vec<Vec<Button>>,
    /// The same in a line or two, where only a short note can be shown; empty where the text will do.
    pub brief: Text,
    /// A list to pick one from.
    pub choices: Vec<Choice>,
    /// Only the person who asked should read it, where the platform can do that.
    pub private: bool,
    /// It must not be read by others at all: where a private answer cannot be given in the place, it is
    /// given in a private chat or not at all.
    pub secret: bool,
    /// It is about one event, and looks like it.
    pub frame: Option<Frame>,
    /// What is said in the place where a secret answer finds no private chat; otherwise only that there is one.
    pub elsewhere: Option<Elsewhere>,
    /// Something to fill in. Where the platform has no forms, the text asks for the first field, and the answer to
    /// it is what is filled in.
    pub form: Option<Box<Form>>,
    /// The words of a button by which the person sends where they are; only where a place takes locations.
    pub asks_location: Option<String>,
    pub pictures: Vec<Picture>,
    pub documents: Vec<Document>,
    /// A file that the platform holds already, by its id.
    pub file: Option<String>,
    /// The message shows this of an event, and is kept up to date.
    pub keep: Option<(EventId, PostKind)>,
    /// It stays at the top of the place, where the platform can do that and lets us.
    pub pin: bool,
    /// It is said only where the platform waits for an answer: whoever asked knows it already.
    pub optional: bool,
    /// It only shows how things are: where it cannot be said at once, it is found anew, since by then somebody may hide or
    /// an event be for few.
    pub shows: bool,
    /// When those are listened to again who are told nothing more until then.
    pub wait_until: Option<Instant>,
    /// Nobody's phone should ring.
    pub silent: bool,
    /// Takes the place of the message whose button was pressed, if that was private too.
    pub replaces: bool,
    /// A page of what everybody in the place reads: where a private answer cannot be given there, it takes the place
    /// of the pressed message for everybody.
    pub pages: bool,
    /// Where everybody reads every answer, it is given in a private chat if there is one, and otherwise in the place.
    pub aside: bool,
    /// It answers a question that was put to whoever pressed alone: it may take the place of that question, whoever reads
    /// it there.
    pub settles: bool,
    /// Its buttons mean something in this place alone, and nothing in a private chat.
    pub of_place: bool,
    /// Only the buttons take the place of those that the pressed message had, for everybody; the text is a note to
    /// whoever pressed, where there are such notes.
    pub rebuttons: bool,
}

/// What a message about an event has around it, where a platform has such a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The colour of the event, as `0xRRGGBB`.
    pub colour: u32,
    /// Who made it, where that is said.
    pub author: Option<String>,
}

/// Words for everybody about an answer that waits in a private chat, and the address that opens it there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    pub text: Text,
    pub link: String,
}

/// Something to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    pub title: String,
    /// What is done with it.
    pub press: CallbackId,
    /// At most five.
    pub fields: Vec<Field>,
}

/// A line or a paragraph of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The parameter it fills.
    pub name: &'static str,
    pub label: String,
    pub value: String,
    pub required: bool,
    pub long: bool,
    pub length_max: usize,
}

/// A file to keep.
#[derive(Clone, PartialEq, Eq)]
pub struct Document {
    pub name: String,
    pub bytes: Arc<[u8]>,
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Document({:?}, {} bytes)", self.name, self.bytes.len())
    }
}

/// A picture that says what the text says.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    pub png: Arc<Vec<u8>>,
    /// The same in words.
    pub alt: String,
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({} bytes, {:?})", self.png.len(), self.alt)
    }
}

/// A button under a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    pub label: String,
    pub action: ButtonAction,
    pub tone: Tone,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ButtonAction {
    Callback(CallbackId),
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
    pub press: CallbackId,
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
        Reply { secret: self.secret || secret, private: self.private || secret, ..self }
    }

    /// With a short form for where only a note can be shown.
    pub fn in_brief(self, brief: Text) -> Reply {
        Reply { brief, ..self }
    }

    /// Given in a private chat, where there is one and others read along.
    pub fn aside(self) -> Reply {
        Reply { aside: true, ..self }
    }

    /// Found anew where it cannot be said at once.
    pub fn showing(self) -> Reply {
        Reply { shows: true, ..self }
    }

    /// With something to fill in.
    pub fn with_form(self, form: Form) -> Reply {
        Reply { form: Some(Box::new(form)), ..self }
    }

    pub fn replacing(mut self) -> Reply {
        self.replaces = true;
        self
    }

    /// The answer to a press that turns the page of a list for everybody: private where that can be.
    pub fn turned(self) -> Reply {
        Reply { private: true, replaces: true, pages: !self.secret, ..self }
    }

    /// The words without any markup.
    pub fn plain(&self) -> String {
        self.text.plain()
    }
}

impl Button {
    pub fn press(label: String, press: CallbackId) -> Button {
        Button { label, action: ButtonAction::Callback(press), tone: Tone::Plain }
    }

    pub fn link(label: String, address: String) -> Button {
        Button { label, action: ButtonAction::Link(address), tone: Tone::Plain }
    }

    pub fn main(self) -> Button {
        Button { tone: Tone::Main, ..self }
    }

    pub fn danger(self) -> Button {
        Button { tone: Tone::Danger, ..self }
    }
}
