//! An update of a platform, and what came of working it.

use rules::Instant;

/// An update that failed this often goes to the dead letters, and its key goes on.
pub(crate) const ATTEMPTS_MAX: i64 = 5;

/// An update as a platform handed it over. The pair of source and source id names it for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUpdate {
    pub source: String,
    pub source_id: String,
    /// Updates of one ordering key (a person in a chat) are worked one after another.
    pub ordering_key: String,
    pub payload: String,
}

/// A stored update.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    pub id: i64,
    pub payload: String,
    pub received_at: Instant,
    /// 1 at the first attempt.
    pub attempts: i64,
    /// What the person was told after an attempt that failed, as the adapter names it.
    pub told: Option<String>,
}

impl Update {
    /// Whether it is not tried again after this attempt.
    pub fn is_last_attempt(&self) -> bool {
        self.attempts >= ATTEMPTS_MAX
    }
}

/// What became of an update.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Worked {
    Done,
    /// The platform cannot be reached, or asked to wait: this is no fault of the update, and it is tried for as long as
    /// somebody may wait for it.
    Later {
        wait_s: i64,
        why: String,
    },
    /// No further attempt can make sense of it: it is kept for whoever looks after us, and counted.
    Unreadable {
        why: String,
    },
}

/// How an attempt leaves an update.
#[derive(Debug)]
pub(crate) enum Closed {
    /// Nothing of it is kept but its name.
    Done,
    Parked {
        why: String,
    },
    Again {
        why: String,
        at: Instant,
    },
    /// The same, but that this attempt does not count.
    Waiting {
        why: String,
        at: Instant,
    },
}

impl Closed {
    /// As it is counted.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Closed::Done => "done",
            Closed::Parked { .. } => "dead",
            Closed::Again { .. } => "failed",
            Closed::Waiting { .. } => "waiting",
        }
    }
}
