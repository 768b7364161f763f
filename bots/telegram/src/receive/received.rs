//! What an update turned out to be, and where its answer goes.

use engine::CommunityAddress;
use engine::rules::Instant;
use talk::Request;
use teloxide::types::MessageId;

/// What an update means to us.
pub(crate) enum Received {
    /// Something to answer.
    Request(Box<Request>, Answer),
    /// Someone blocked us in private, or let us in again.
    Reachable {
        address: String,
        reachable: bool,
    },
    /// Someone brought us into a group, and speaks this language.
    Brought {
        group: CommunityAddress,
        locale: Option<String>,
    },
    /// A command by somebody who cannot be told from others.
    Anonymous {
        /// Names it for ever, as a request.
        key: String,
        chat: i64,
        group: CommunityAddress,
        message: MessageId,
        line: String,
        sent_at: Instant,
    },
    /// A group has become a supergroup, and has a new number.
    Migrated {
        from: i64,
        to: i64,
    },
    /// A press that means nothing to us, of somebody who speaks this language; it waits for its answer all the same.
    Unknown {
        query: String,
        locale: String,
    },
    Nothing,
}

/// How to answer.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) chat: i64,
    pub(crate) thread: Option<i32>,
    pub(crate) message: MessageId,
    pub(crate) is_private: bool,
    /// The press to answer, if it was one.
    pub(crate) query: Option<String>,
    /// The message that it says it is below has no such button, as far as we can see.
    pub(crate) is_stray: bool,
    /// It has one that does the same with the same event.
    pub(crate) is_page_below: bool,
    /// The private chat of whoever asked.
    pub(crate) from: i64,
    /// How whoever asked is called.
    pub(crate) name: String,
    pub(crate) locale: String,
    /// Our button below the text field has been used, and should go.
    pub(crate) closes_keyboard: bool,
    /// What was said after an attempt that failed: the answer takes its place.
    pub(crate) told: Option<Told>,
}

/// What a person was told after an attempt that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// A note over the button that was pressed, which is gone by now.
    Note,
    Message(MessageId),
}

impl Told {
    /// As it is written down beside the update.
    pub(crate) fn written(self) -> String {
        match self {
            Told::Note => "note".to_owned(),
            Told::Message(message) => message.0.to_string(),
        }
    }

    pub(crate) fn read(written: &str) -> Told {
        written.parse().map_or(Told::Note, |id| Told::Message(MessageId(id)))
    }
}

impl Answer {
    /// To somebody in a group who cannot be told from others.
    pub(crate) fn to_group(chat: i64, message: MessageId) -> Answer {
        Answer {
            chat,
            thread: None,
            message,
            is_private: false,
            query: None,
            is_stray: false,
            is_page_below: false,
            from: 0,
            name: String::new(),
            locale: "en".to_owned(),
            closes_keyboard: false,
            told: None,
        }
    }
}
