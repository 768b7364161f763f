//! Where an answer goes: a new message, an edit, a note, a whisper.

use talk::Reply;
use teloxide::types::MessageId;

use crate::receive::received::{Answer, Told};
use crate::respond::render::{self, NOTE_MAX};

/// How a reply reaches its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// By a note over the pressed button, and new buttons for its message.
    Rebutton,
    /// By a note over the pressed button alone.
    Note,
    /// In place of the message whose button was pressed.
    Rewrite,
    /// In place of what was said after an attempt that failed.
    Replace(MessageId),
    /// In the private chat of whoever asked.
    Whisper,
    /// As a message of its own.
    Send,
    /// Not at all: a pressed button only stops waiting.
    Silence,
}

pub(crate) fn way(answer: &Answer, reply: &Reply) -> Way {
    if reply.optional {
        return Way::Silence;
    }
    let is_press = answer.query.is_some();
    // Only a text can be written anew.
    let has_files =
        !reply.pictures.is_empty() || !reply.documents.is_empty() || reply.file.is_some();
    let is_text = !has_files && reply.form.is_none();
    if is_press && reply.rebuttons {
        return Way::Rebutton;
    }
    let may_rewrite = if answer.is_private { reply.replaces } else { reply.pages && !reply.secret };
    if is_press && may_rewrite && is_text {
        return Way::Rewrite;
    }
    // What asks for an answer, or for a place, stands below a message of its own.
    let is_plain = is_text && reply.asks_location.is_none() && !answer.closes_keyboard;
    let send = match answer.told {
        Some(Told::Message(told)) if is_plain => Way::Replace(told),
        _ => Way::Send,
    };
    if answer.is_private {
        return send;
    }
    // In a group only a note over the button is private, and it holds no buttons.
    let has_way_on = !reply.buttons.is_empty() || !reply.choices.is_empty() || reply.form.is_some();
    let says_enough = !has_way_on || !reply.brief.0.is_empty();
    let fits = render::note_of(reply).encode_utf16().count() <= NOTE_MAX;
    if is_press && answer.told.is_none() && reply.private && fits && says_enough {
        Way::Note
    } else if reply.secret {
        Way::Whisper
    } else {
        send
    }
}

/// What is said over the pressed button; nothing where the answer stands elsewhere.
pub(crate) fn note(way: Way, reply: &Reply) -> String {
    match way {
        Way::Rebutton => reply.plain(),
        Way::Note => render::note_of(reply),
        Way::Rewrite | Way::Replace(_) | Way::Whisper | Way::Send | Way::Silence => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_knows_that_it_is_too_much_is_told_nothing_more() {
        let reply = Reply { optional: true, private: true, ..Reply::default() };
        let line = Answer::to_group(-100, MessageId(2));
        let press = Answer { query: Some("1".to_owned()), ..line.clone() };
        let private = Answer { is_private: true, ..line.clone() };
        for answer in [line, press, private] {
            assert_eq!(way(&answer, &reply), Way::Silence);
        }
        assert_eq!(note(Way::Silence, &reply), "", "a button stops waiting");
    }
}
