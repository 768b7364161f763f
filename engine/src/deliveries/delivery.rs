//! A delivery: a piece of news for one place, and what came of it.

use futures_util::future::BoxFuture;
use rules::{Day, Instant};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::time::Duration;

use crate::communities::community::Destination;
use crate::events::event::TitleMark;
use crate::ids::{CommunityId, EventId, PersonId, Platform};

/// How long what was told is kept.
pub(crate) const KEPT_S: i64 = 30 * 86_400;
/// For so long what was told is surely still there, and is not written again.
pub(crate) const REMEMBERED_S: i64 = KEPT_S - 86_400;
/// Events of which one message reminds: as many as have room for a button each.
pub const TOGETHER_MAX: usize = 5;

/// What a delivery is about. The words are found when it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Topic {
    Milestone {
        event: EventId,
        person: PersonId,
        length: u32,
    },
    /// Milestones that were reached within a time, in all events of a place: from the first instant on, before the last.
    Milestones {
        from: Instant,
        until: Instant,
    },
    Reminder {
        event: EventId,
        person: PersonId,
    },
    /// The same for several events that are due at once, in one message.
    Reminders {
        person: PersonId,
        events: [Option<EventId>; TOGETHER_MAX],
    },
    /// Two hours are left to keep a run.
    LastCall {
        event: EventId,
        person: PersonId,
    },
    /// A run has ended by itself.
    StreakEnded {
        event: EventId,
        person: PersonId,
        length: u32,
    },
    EventStarted {
        event: EventId,
    },
    EventEnded {
        event: EventId,
    },
    /// More people see an event than before; for whoever is in it, or was.
    // Stored so by versions before this name.
    #[serde(rename = "made_public")]
    Widened {
        event: EventId,
    },
    /// Who is first in a contest that is over, for its host.
    Winners {
        event: EventId,
    },
    /// A week is over; it began with this label.
    WeekOver {
        event: EventId,
        first_day: Day,
    },
    /// Weeks are over of which a place is told at this instant, whatever events they are of.
    WeeksOver {
        at: Instant,
        /// The Monday of the calendar week in which they end; versions before this field stored none.
        #[serde(default)]
        monday: Option<Day>,
    },
    /// A message that is kept up to date has to be written (anew).
    Post {
        post: i64,
        event: EventId,
    },
    /// A member of a Discord server has earned a role.
    Role {
        event: EventId,
        person: PersonId,
        length: u32,
    },
    /// A role could not be given; the host is told once.
    RoleFailed {
        event: EventId,
        length: u32,
    },
    Cheer {
        event: EventId,
        from: PersonId,
        to: PersonId,
    },
    Nudge {
        event: EventId,
        from: PersonId,
        to: PersonId,
    },
    /// Somebody wants into an event whose host decides.
    JoinAsked {
        event: EventId,
        person: PersonId,
    },
    /// What the host answered.
    JoinAnswered {
        event: EventId,
        person: PersonId,
        let_in: bool,
        /// By what title they knew it; versions before this field stored none.
        #[serde(default)]
        title: Option<TitleMark>,
    },
    /// A host has taken somebody out of an event.
    Removed {
        event: EventId,
        person: PersonId,
        /// As of an answer.
        #[serde(default)]
        title: Option<TitleMark>,
    },
    /// Something was shown for a check-in, and waits for a host.
    ProofShown {
        event: EventId,
        proof: i64,
    },
    ProofRejected {
        event: EventId,
        person: PersonId,
    },
    /// A channel in which an event is told was found closed; for its host.
    PlaceClosed {
        event: EventId,
    },
    /// A host took back what somebody checked in on a day.
    TakenBack {
        event: EventId,
        person: PersonId,
        day: Day,
    },
    /// Somebody helps to run a community from now on, or does so no more.
    Moderator {
        community: CommunityId,
        person: PersonId,
        is_one: bool,
    },
    /// A code for an event was typed where others read, and is worthless now; whoever typed it wants in.
    CodeOverheard {
        event: EventId,
        person: PersonId,
    },
    /// Somebody typed a code and says to be this person.
    LinkAsked {
        from: PersonId,
        to: PersonId,
    },
    LinkRefused {
        person: PersonId,
    },
    /// Two accounts have become one person.
    Linked {
        person: PersonId,
    },
    /// Everything about somebody is to be erased, as one of their accounts has asked.
    ErasurePlanned {
        person: PersonId,
    },
    /// Somebody has named an e-mail address as theirs.
    ConfirmEmail {
        person: PersonId,
    },
    /// Somebody has brought us into a community.
    // Stored so by versions before this name.
    #[serde(rename = "hello")]
    Welcome,
}

/// A piece of news for one place.
#[derive(Debug, Clone)]
pub struct Delivery {
    pub id: i64,
    pub destination: Destination,
    pub topic: Topic,
    pub dedupe_key: String,
    pub attempts: i64,
    /// Since when nobody knows whether it arrived: an attempt ended without an answer.
    pub unsure_since: Option<Instant>,
    /// When it was taken up.
    pub now: Instant,
}

impl Delivery {
    /// Whether it is better told twice than not at all. Discord drops a repeat by itself.
    pub fn may_be_told_twice(&self) -> bool {
        match self.topic {
            Topic::Milestone { .. }
            | Topic::Milestones { .. }
            | Topic::Cheer { .. }
            | Topic::WeekOver { .. }
            | Topic::WeeksOver { .. }
            | Topic::Welcome => self.destination.platform == Platform::Discord,
            Topic::Reminder { .. }
            | Topic::Reminders { .. }
            | Topic::LastCall { .. }
            | Topic::StreakEnded { .. }
            | Topic::EventStarted { .. }
            | Topic::EventEnded { .. }
            | Topic::Widened { .. }
            | Topic::Winners { .. }
            | Topic::Post { .. }
            | Topic::Role { .. }
            | Topic::RoleFailed { .. }
            | Topic::Nudge { .. }
            | Topic::JoinAsked { .. }
            | Topic::JoinAnswered { .. }
            | Topic::Removed { .. }
            | Topic::ProofShown { .. }
            | Topic::ProofRejected { .. }
            | Topic::TakenBack { .. }
            | Topic::Moderator { .. }
            | Topic::PlaceClosed { .. }
            | Topic::CodeOverheard { .. }
            | Topic::LinkAsked { .. }
            | Topic::LinkRefused { .. }
            | Topic::Linked { .. }
            | Topic::ErasurePlanned { .. }
            | Topic::ConfirmEmail { .. } => true,
        }
    }

    /// Whether nobody misses it where a channel has been sent much already. What came of something, what somebody
    /// waits for, and what is about somebody's safety is told all the same.
    pub(crate) fn may_be_left_out(&self) -> bool {
        match self.topic {
            Topic::Milestone { .. }
            | Topic::Milestones { .. }
            | Topic::Reminder { .. }
            | Topic::Reminders { .. }
            | Topic::LastCall { .. }
            | Topic::EventStarted { .. }
            | Topic::Post { .. }
            | Topic::Cheer { .. }
            | Topic::Nudge { .. } => true,
            // It goes to whoever it is about, wherever it is addressed.
            Topic::StreakEnded { .. } => false,
            Topic::EventEnded { .. }
            | Topic::Widened { .. }
            | Topic::Winners { .. }
            | Topic::WeekOver { .. }
            | Topic::WeeksOver { .. }
            | Topic::Role { .. }
            | Topic::RoleFailed { .. }
            | Topic::JoinAsked { .. }
            | Topic::JoinAnswered { .. }
            | Topic::Removed { .. }
            | Topic::ProofShown { .. }
            | Topic::ProofRejected { .. }
            | Topic::PlaceClosed { .. }
            | Topic::TakenBack { .. }
            | Topic::Moderator { .. }
            | Topic::CodeOverheard { .. }
            | Topic::LinkAsked { .. }
            | Topic::LinkRefused { .. }
            | Topic::Linked { .. }
            | Topic::ErasurePlanned { .. }
            | Topic::ConfirmEmail { .. }
            | Topic::Welcome => false,
        }
    }

    /// 25 characters that are the same for every attempt, for platforms that drop repeats by themselves.
    pub fn nonce(&self) -> String {
        const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
        let digest = Sha256::digest(self.dedupe_key.as_bytes());
        digest.iter().take(25).map(|byte| ALPHABET[usize::from(byte & 31)] as char).collect()
    }
}

/// How an attempt ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivered {
    Sent {
        remote_id: Option<String>,
    },
    /// Nothing is left to say, for example because the event is gone.
    Pointless,
    /// Somebody deleted the message that was to be written anew: it stays deleted.
    Deleted,
    /// The platform could not be reached, or failed: later, and later each time.
    Later {
        wait_s: i64,
        why: String,
    },
    /// The platform asked to leave this place alone for a while: whatever else is for it waits too.
    Paused {
        wait_s: i64,
        why: String,
    },
    /// It may have arrived, or not.
    Unsure {
        wait_s: i64,
        why: String,
    },
    /// The place cannot be reached any more.
    Unreachable {
        why: String,
    },
    /// The platform will never take this message.
    Refused {
        why: String,
    },
}

impl Delivered {
    /// As it is counted.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Delivered::Sent { .. } => "sent",
            Delivered::Pointless => "pointless",
            Delivered::Deleted => "deleted",
            Delivered::Later { .. } => "later",
            Delivered::Paused { .. } => "paused",
            Delivered::Unsure { .. } => "unsure",
            Delivered::Unreachable { .. } => "unreachable",
            Delivered::Refused { .. } => "refused",
        }
    }
}

/// How long to wait after so many attempts: twice as long each time, up to some minutes.
pub fn back_off_s(attempts: i64) -> i64 {
    1 << attempts.clamp(0, 8)
}

/// Carries deliveries to one platform.
pub trait Notifier: Send + Sync {
    fn platform(&self) -> Platform;
    /// How many deliveries the platform takes now; where it takes none, for how long. Asked right before as many are
    /// taken up.
    fn room(&self) -> Result<usize, Duration> {
        Ok(usize::MAX)
    }
    fn deliver<'a>(&'a self, delivery: &'a Delivery) -> BoxFuture<'a, Delivered>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_welcome_that_an_earlier_version_stored_is_still_one() {
        let stored = r#"{"kind":"hello"}"#;
        let topic: Topic = serde_json::from_str(stored).expect("it can be read");
        assert_eq!(topic, Topic::Welcome);
        assert_eq!(serde_json::to_string(&topic).expect("it can be written"), stored);
    }

    #[test]
    fn what_an_earlier_version_stored_of_a_public_event_is_still_told() {
        let stored = r#"{"kind":"made_public","event":7}"#;
        let topic: Topic = serde_json::from_str(stored).expect("it can be read");
        assert_eq!(topic, Topic::Widened { event: EventId(7) });
        assert_eq!(serde_json::to_string(&topic).expect("it can be written"), stored);
    }

    #[test]
    fn a_removal_that_an_earlier_version_stored_names_no_title() {
        let stored = r#"{"kind":"removed","event":7,"person":8}"#;
        let topic: Topic = serde_json::from_str(stored).expect("it can be read");
        assert!(matches!(topic, Topic::Removed { title: None, .. }), "{topic:?}");
    }

    #[test]
    fn weeks_that_an_earlier_version_stored_are_told_all_the_same() {
        let stored = r#"{"kind":"weeks_over","at":1772442000}"#;
        let topic: Topic = serde_json::from_str(stored).expect("it can be read");
        assert_eq!(topic, Topic::WeeksOver { at: Instant(1_772_442_000), monday: None });
    }
}
