//! Who wrote, and where.

use engine::{Account, CommunityAddress, Platform};
use talk::Place;
use teloxide::types::{Chat, Me, Message, MessageId, User};

use crate::receive::received::Answer;

pub(crate) fn community(chat: &Chat) -> CommunityAddress {
    CommunityAddress {
        platform: Platform::Telegram,
        external_id: chat.id.to_string(),
        name: talk::clean_title(chat.title().unwrap_or_default(), "group"),
        locale: None,
    }
}

pub(crate) fn account(from: &User) -> Account {
    Account {
        platform: Platform::Telegram,
        external_id: from.id.to_string(),
        name: talk::clean_name(&from.full_name(), "someone"),
        handle: from.username.as_ref().map(|name| name.to_lowercase()),
        locale: from.language_code.clone(),
    }
}

/// Where something was said or pressed.
#[derive(Clone, Copy)]
pub(crate) struct Spot<'a> {
    pub(crate) chat: &'a Chat,
    pub(crate) thread: Option<i32>,
    pub(crate) message: MessageId,
}

impl<'a> Spot<'a> {
    pub(crate) fn of(message: &'a Message) -> Spot<'a> {
        Spot { chat: &message.chat, thread: thread(message), message: message.id }
    }
}

pub(crate) fn place(spot: Spot<'_>, from: &User, me: &Me) -> Place {
    let community = (!spot.chat.is_private()).then(|| community(spot.chat));
    Place {
        community,
        address: spot.chat.id.to_string(),
        thread: spot.thread.map(|thread| thread.to_string()).unwrap_or_default(),
        private_address: from.id.to_string(),
        opens_private: false,
        deep_link: Some(format!("https://t.me/{}?start=", me.username())),
        takes_location: spot.chat.is_private(),
        is_on_web: false,
        is_program: false,
        is_guest: false,
        locale: None,
    }
}

pub(crate) fn thread(message: &Message) -> Option<i32> {
    message.thread_id.filter(|_| message.is_topic_message).map(|thread| thread.0.0)
}

pub(crate) fn answer(spot: Spot<'_>, from: &User, query: Option<String>) -> Answer {
    Answer {
        chat: spot.chat.id.0,
        thread: spot.thread,
        message: spot.message,
        is_private: spot.chat.is_private(),
        query,
        is_stray: false,
        is_page_below: false,
        // A private chat has the number of its person.
        from: from.id.0 as i64,
        name: account(from).name,
        locale: from.language_code.clone().unwrap_or_default(),
        closes_keyboard: false,
        told: None,
    }
}
