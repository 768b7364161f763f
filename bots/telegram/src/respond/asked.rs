//! The questions that stand in groups for people who have no private chat with us: the last one for each of them.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use teloxide::types::MessageId;

/// Of older ones nobody waits for an answer any more.
const KEPT_MAX: usize = 500;

#[derive(Debug, Default)]
pub(crate) struct Asked(Mutex<VecDeque<Question>>);

#[derive(Debug, Clone, Copy)]
struct Question {
    chat: i64,
    person: i64,
    message: MessageId,
}

impl Asked {
    /// Notes a question, and gives the one of the same person that it takes the place of.
    pub(crate) fn ask(&self, chat: i64, person: i64, message: MessageId) -> Option<MessageId> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = kept.iter().position(|one| one.chat == chat && one.person == person);
        let before = before.and_then(|at| kept.remove(at));
        if kept.len() == KEPT_MAX {
            kept.pop_front();
        }
        kept.push_back(Question { chat, person, message });
        before.map(|question| question.message)
    }

    /// A message is a question no more: an answer took its place.
    pub(crate) fn answered(&self, chat: i64, message: MessageId) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|one| one.chat != chat || one.message != message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_question_stands_for_each_person_in_a_group_until_it_is_answered() {
        let asked = Asked::default();
        assert_eq!(asked.ask(-1, 7, MessageId(1)), None);
        assert_eq!(asked.ask(-1, 8, MessageId(2)), None);
        assert_eq!(asked.ask(-1, 7, MessageId(3)), Some(MessageId(1)));
        asked.answered(-1, MessageId(3));
        assert_eq!(asked.ask(-1, 7, MessageId(4)), None);
        assert_eq!(asked.ask(-1, 8, MessageId(5)), Some(MessageId(2)));
    }

    #[test]
    fn no_more_questions_are_known_than_there_is_room_for() {
        let asked = Asked::default();
        for person in 0..=KEPT_MAX {
            asked.ask(-1, i64::try_from(person).expect("a small number"), MessageId(1));
        }
        assert_eq!(asked.0.lock().expect("nobody panics").len(), KEPT_MAX);
    }
}
