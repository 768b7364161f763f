//! What a command is. The table of all of them becomes the slash commands, the menu, the help page and
//! the table of the README.

use crate::{Place, Press, Reply, Request, Talk, Text, Words};
use engine::rules::{Instant, Setting};
use engine::{Community, DestinationId, Engine, Error, EventId, Kind as Reach, Membership, Person};
use std::future::Future;
use std::pin::Pin;

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
    /// Whether everybody in the place reads the answer.
    pub public: bool,
    pub run: Run,
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
    /// One of these values; the label of each stands under `choice-<value>`.
    OneOf(&'static [&'static str]),
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
    for<'a> fn(&'a Call<'a>) -> Pin<Box<dyn Future<Output = Result<Reply, Error>> + Send + 'a>>;

impl Command {
    /// Its name in a button.
    pub fn verb(&self) -> String {
        self.path.replace(' ', "-")
    }
}

/// One request, with all that is known of who asks.
pub struct Call<'a> {
    pub talk: &'a Talk,
    pub request: &'a Request,
    pub person: Person,
    pub community: Option<Community>,
    pub args: Args,
    /// The button that was pressed, if this came from one.
    pub press: Option<Press>,
    pub words: Words,
}

impl Call<'_> {
    pub fn engine(&self) -> &Engine {
        &self.talk.engine
    }

    pub fn now(&self) -> Instant {
        self.request.now
    }

    pub fn place(&self) -> &Place {
        &self.request.place
    }

    /// The value of a parameter, without blanks around it; an empty one is none.
    pub fn arg(&self, name: &str) -> Option<&str> {
        let value =
            self.args.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim());
        value.filter(|value| !value.is_empty())
    }

    /// The event named by the button.
    pub fn pressed_event(&self) -> Option<EventId> {
        self.press.as_ref().and_then(|press| press.event)
    }

    /// What the button carries beside the event.
    pub fn pressed_arg(&self) -> Option<&str> {
        self.press.as_ref().map(|press| press.arg.as_str()).filter(|arg| !arg.is_empty())
    }

    /// The person in an event.
    pub fn membership(&self, event: EventId) -> Membership {
        Membership { event, person: self.person.id }
    }

    pub fn text(&self, key: &str, args: &[(&str, crate::words::Arg<'_>)]) -> Text {
        self.words.text(key, args)
    }

    /// The wall time of the person, as HH:MM.
    pub fn wall_time(&self, setting: Setting, at: Instant) -> String {
        at.utc().with_timezone(&setting.zone).format("%H:%M").to_string()
    }

    /// Where this person can be reached in private: where we talk already, or on Discord always.
    pub async fn private_destination(&self) -> Result<Option<DestinationId>, Error> {
        let reach = Reach::Private(self.person.id);
        if self.place().is_private() || self.place().opens_private {
            let place = self.talk.destination(self.request, reach);
            return self.engine().destination(&place, self.now()).await.map(Some);
        }
        let known = self
            .engine()
            .private_destination(self.person.id, self.request.account.platform)
            .await?;
        Ok(known.map(|destination| destination.id))
    }

    /// This place, if it is one that others read too.
    pub async fn channel(&self) -> Result<Option<DestinationId>, Error> {
        let Some(community) = &self.community else { return Ok(None) };
        let place = self.talk.destination(self.request, Reach::Channel(community.id));
        self.engine().destination(&place, self.now()).await.map(Some)
    }
}
