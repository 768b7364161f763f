//! Where an answer goes: a new message, an edit, a note, a whisper.

use talk::{Reply, is_brief};
use teloxide::types::MessageId;

use crate::receive::received::{Answer, Told};
use crate::respond::render;

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
    /// In the private chat of whoever asked, or as near to it as there is a way.
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
    // What a group reads is written anew by its own buttons alone: Telegram takes any press below any message.
    let is_below = answer.is_private || !answer.is_stray;
    if is_press && reply.rebuttons && is_below {
        return Way::Rebutton;
    }
    if is_press && reply.rebuttons && answer.told.is_none() {
        return Way::Note;
    }
    // In a group a page is everybody's, and a question may have been put to whoever pressed alone.
    let is_own = answer.is_private || reply.settles;
    let may_be_seen = answer.is_private || !reply.secret;
    let may_rewrite =
        may_be_seen && ((is_own && reply.replaces) || (reply.pages && !answer.is_private));
    let is_where_it_was = is_below || (reply.pages && answer.is_page_below);
    if is_press && is_where_it_was && may_rewrite && is_text {
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
    let says_enough = !reply.brief.0.is_empty() || (!has_way_on && is_brief(&reply.plain()));
    if is_press && answer.told.is_none() && reply.private && !has_files && says_enough {
        Way::Note
    } else if reply.secret || reply.aside {
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
    use talk::{Button, CallbackId, Span, Text, What};

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

    fn text(words: &str) -> Text {
        let what = What::Words(words.to_owned());
        Text(vec![Span { what, bold: false, code: false }])
    }

    /// A press in a group.
    fn press() -> Answer {
        Answer { query: Some("1".to_owned()), ..Answer::to_group(-100, MessageId(2)) }
    }

    /// The question that somebody was asked.
    fn question() -> Reply {
        let press = CallbackId::new("checkin", None, "");
        Reply::only(text("How much?")).with([Button::press("5 km".to_owned(), press)])
    }

    #[test]
    fn what_asks_or_is_long_is_no_message_in_a_group() {
        let line = Answer { query: None, ..press() };
        for answer in [press(), line] {
            assert_eq!(way(&answer, &question().aside()), Way::Whisper);
        }
        for long in ["1\n2\n3\n4".to_owned(), "x".repeat(201)] {
            assert_eq!(way(&press(), &Reply::only(text(&long)).aside()), Way::Whisper, "{long}");
            let brief = Reply::only(text(&long)).in_brief(text("x")).aside();
            assert_eq!(way(&press(), &brief), Way::Note, "{long}");
        }
    }

    #[test]
    fn the_answer_to_a_question_of_ones_own_takes_its_place() {
        let answer = Reply { settles: true, ..question().in_brief(text("Done.")).replacing() };
        assert_eq!(way(&press(), &answer), Way::Rewrite);
        // Nobody else reads what is for one alone, and no card goes for it.
        assert_ne!(way(&press(), &answer.clone().secret_if(true)), Way::Rewrite);
        assert_eq!(way(&press(), &Reply { settles: false, ..answer }), Way::Note);
    }

    #[test]
    fn a_button_that_is_not_there_changes_nothing_that_a_group_reads() {
        let stray = Answer { is_stray: true, ..press() };
        let page = question().turned();
        assert_eq!([way(&press(), &page), way(&stray, &page)], [Way::Rewrite, Way::Send]);
        let settled = Reply { settles: true, ..question().in_brief(text("Done.")).replacing() };
        assert_eq!([way(&press(), &settled), way(&stray, &settled)], [Way::Rewrite, Way::Note]);
        let cheer = Reply { rebuttons: true, ..question() };
        assert_eq!([way(&press(), &cheer), way(&stray, &cheer)], [Way::Rebutton, Way::Note]);
        // What somebody else has just turned is turned once more.
        let turned = Answer { is_page_below: true, ..stray.clone() };
        assert_eq!([way(&turned, &page), way(&turned, &cheer)], [Way::Rewrite, Way::Note]);
        // Nobody else reads a private chat.
        let private = Answer { is_private: true, ..stray };
        assert_eq!([way(&private, &page), way(&private, &cheer)], [Way::Rewrite, Way::Rebutton]);
    }

    #[test]
    fn a_picture_is_more_than_a_note() {
        let picture = talk::Picture { png: std::sync::Arc::default(), alt: String::new() };
        let reply = Reply { pictures: vec![picture], ..Reply::only(text("ada")) };
        assert_eq!(way(&press(), &reply.secret_if(true)), Way::Whisper);
    }
}
