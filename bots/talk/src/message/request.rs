//! What somebody said, and where, in words that no platform owns.

use engine::rules::Instant;
use engine::{Account, Community, CommunityAddress};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

use crate::message::isolate::{FIRST_STRONG, POP};

/// One request, as an adapter heard it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Names the request for ever: a repeat of it has the same key.
    pub key: String,
    pub account: Account,
    pub place: Place,
    pub said: Input,
    /// Those who are mentioned in it.
    #[serde(default)]
    pub named: Vec<Account>,
    /// Those of them whom the platform shows to be in the place, by its ids.
    #[serde(default)]
    pub present: Vec<String>,
    /// Whose message it answers.
    #[serde(default)]
    pub replied_to: Option<Account>,
    /// What came along, as the platform names it.
    #[serde(default)]
    pub files: Vec<String>,
    /// Whether the platform lets the person manage the place.
    #[serde(default)]
    pub manages: bool,
    /// Those of the roles it names that the platform lets the person give to others.
    #[serde(default)]
    pub grants: Vec<String>,
    /// What we need to be allowed in this place, and whether we are.
    #[serde(default)]
    pub bot_rights: Vec<(String, bool)>,
    /// Whether the button that was pressed stands below no message that we know: people's own clients press what they
    /// like, and whatever others have there stays as it is.
    #[serde(default)]
    pub is_stray: bool,
    /// When the person sent it, where the platform says so.
    pub sent_at: Option<Instant>,
    /// Where the platform does not say so and we were not listening: the earliest instant it can have been.
    #[serde(default)]
    pub unheard_since: Option<Instant>,
    /// When we took it up.
    pub now: Instant,
}

/// Where it was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The community whose place it is; none in private.
    pub community: Option<CommunityAddress>,
    /// How the platform addresses the channel or chat.
    pub address: String,
    /// The topic within it; empty where there is none.
    pub thread: String,
    /// How the platform addresses the person in private.
    pub private_address: String,
    /// Whether a bot may begin a private conversation there.
    pub opens_private: bool,
    /// An address that opens a private conversation with the bot, ready for a payload at its end.
    pub deep_link: Option<String>,
    /// Whether people can send where they are by the tap of a button. The adapter makes the time zone of it, and
    /// hands on a line with its name.
    #[serde(default)]
    pub takes_location: bool,
    /// Whether it is a page of ours: whoever speaks there has not shown that a chat with them is open.
    #[serde(default)]
    pub is_on_web: bool,
    /// Whether a program speaks there for the person, who does not read what it is answered.
    #[serde(default)]
    pub is_program: bool,
    /// Whether we are not in it ourselves: whoever speaks there has brought us along.
    #[serde(default)]
    pub is_guest: bool,
    /// The language of the place.
    pub locale: Option<String>,
}

impl Place {
    pub fn is_private(&self) -> bool {
        self.community.is_none()
    }
}

/// What was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Input {
    Command {
        path: String,
        args: Vec<(String, String)>,
    },
    /// A line as it was typed.
    Line(String),
    /// What somebody said in private that is no command: it may be a check-in, or talk.
    Said(String),
    /// A button, by its id.
    // Stored so by versions before this name.
    #[serde(rename = "press")]
    Callback(String),
    /// What was filled into a form: the id it stood for, and its fields.
    Form {
        press: String,
        fields: Vec<(String, String)>,
    },
}

/// What nobody types.
const STRANGE: [char; 3] = ['\0', FIRST_STRONG, POP];

impl Input {
    fn texts(&mut self) -> Vec<&mut String> {
        match self {
            Input::Line(line) | Input::Said(line) | Input::Callback(line) => vec![line],
            Input::Command { path: name, args: named }
            | Input::Form { press: name, fields: named } => {
                let values = named.iter_mut().map(|(_, value)| value);
                std::iter::once(name).chain(values).collect()
            }
        }
    }

    fn has_strange(&self) -> bool {
        self.clone().texts().iter().any(|text| text.contains(STRANGE))
    }

    fn without_strange(&self) -> Input {
        let mut input = self.clone();
        input.texts().into_iter().for_each(|text| text.retain(|c| !STRANGE.contains(&c)));
        input
    }
}

impl Request {
    /// The request as it is worked: nothing was received before it was sent, even if our clock is slow, and nothing of it
    /// holds a NUL, which one of our databases does not take, or a mark that isolates what we wrote and somebody copied.
    pub(crate) fn sound(&self) -> Cow<'_, Request> {
        let is_early = self.sent_at.is_some_and(|sent_at| sent_at > self.now);
        if !is_early && !self.said.has_strange() {
            return Cow::Borrowed(self);
        }
        let now = self.sent_at.map_or(self.now, |sent_at| sent_at.max(self.now));
        Cow::Owned(Request { now, said: self.said.without_strange(), ..self.clone() })
    }

    /// Whether it may come from a place that we are not in. No platform says so of a form, nor Telegram of a press below what
    /// it hands out no more: what we know of the community counts then, which may be a day old where nothing is heard.
    pub(crate) fn may_be_of_guest(&self) -> bool {
        self.place.is_guest || self.is_stray || matches!(self.said, Input::Form { .. })
    }

    /// Whether nothing can be posted where it comes from but its answer, since we are not in that place.
    pub(crate) fn is_of_guest(&self, community: Option<&Community>) -> bool {
        // Whoever is no guest has founded the community by what came before.
        let is_out = community.is_none_or(|community| community.left_at.is_some());
        self.place.is_guest || (self.may_be_of_guest() && !self.place.is_private() && is_out)
    }

    /// The language to answer in: the person's own, then that of the place.
    pub fn locale(&self) -> &str {
        self.account.locale.as_deref().or(self.place.locale.as_deref()).unwrap_or("en")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_that_an_earlier_version_stored_is_still_one() {
        let stored = r#"{"press":"v1:checkin:5:"}"#;
        let input: Input = serde_json::from_str(stored).expect("it can be read");
        assert_eq!(input, Input::Callback("v1:checkin:5:".to_owned()));
        assert_eq!(serde_json::to_string(&input).expect("it can be written"), stored);
    }
}
