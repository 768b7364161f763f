//! Who waits for what the bots make of an act.

use std::collections::HashMap;

use crate::state::message::Place;
use crate::state::transcript::{Cause, Change};

/// What an act set in motion.
#[derive(Clone)]
pub enum About {
    /// The Discord interaction of this token.
    Interaction(String),
    /// A Telegram update.
    Update {
        update_id: i64,
        /// The chat, as requests name it.
        chat: String,
        /// The message that was said or pressed.
        key: String,
        /// The callback query, where a button was pressed.
        query: Option<String>,
    },
    /// A direct message on Discord, of which a bot is told without a way to say that it has read it.
    Words,
    /// Nothing that goes over the wire: the clock, or a line that bots do not see.
    Nothing,
}

/// Somebody who waits for the bots.
#[derive(Clone)]
pub(crate) struct Watch {
    /// The number of the newest change when the act was done.
    pub(crate) since: u64,
    pub(crate) person: Option<String>,
    pub(crate) place: Option<Place>,
    pub(crate) about: About,
    /// Nobody else has waited meanwhile, so that every change belongs here.
    pub(crate) alone: bool,
}

impl Watch {
    fn owns_cause(&self, cause: &Cause) -> bool {
        match (&self.about, cause) {
            (About::Interaction(token), Cause::Interaction(other)) => token == other,
            (About::Update { query, .. }, Cause::Query(other)) => query.as_ref() == Some(other),
            (About::Update { key, .. }, Cause::About(other)) => key == other,
            (About::Interaction(_) | About::Update { .. } | About::Words | About::Nothing, _) => {
                false
            }
        }
    }

    /// Surely an effect of this act.
    pub(crate) fn owns(&self, change: &Change) -> bool {
        let private = matches!(self.place, Some(Place::Private(_)));
        let here = self.place.as_ref() == Some(&change.place);
        self.owns_cause(&change.cause) || (private && here && change.cause == Cause::Unknown)
    }

    /// The requests that concern this act.
    pub(crate) fn subject(&self) -> Option<&str> {
        match &self.about {
            About::Interaction(token) => Some(token),
            About::Update { chat, .. } => Some(chat),
            About::Words | About::Nothing => None,
        }
    }
}

/// All who wait.
#[derive(Default)]
pub struct Watches {
    pub(crate) active: HashMap<u64, Watch>,
    pub(crate) last: u64,
}

impl Watches {
    /// The watch whose act this cause names.
    pub fn owner(&self, cause: &Cause) -> Option<u64> {
        let mut watches = self.active.iter();
        watches.find(|(_, watch)| watch.owns_cause(cause)).map(|(id, _)| *id)
    }
}
