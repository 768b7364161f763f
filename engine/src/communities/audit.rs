//! Entries of the record of what hosts did, and members to their own past.

use rules::Instant;

use crate::events::event::Event;
use crate::ids::{AuditId, CommunityId, EventId, PersonId};

/// Words for what members do to their own past. Every other word is for what hosts do.
pub const BACKFILL: &str = "backfill";
pub const OWN_REPAIR: &str = "own_repair";

/// Something that a host or manager did, or a member to their own past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    pub id: AuditId,
    pub at: Instant,
    pub by: PersonId,
    /// A word for it, such as `repair`.
    pub what: String,
    pub about: Option<PersonId>,
    /// The title of the event it was done in, as it is now; empty where it was done in none.
    pub title: String,
    /// A reason, or a day.
    pub detail: String,
}

/// Where an entry is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record {
    pub community: Option<CommunityId>,
    pub event: Option<EventId>,
}

impl Record {
    pub fn of(event: &Event) -> Record {
        Record { community: event.community, event: Some(event.id) }
    }

    /// For those who host the event, and not for the record of its community.
    pub fn within(event: EventId) -> Record {
        Record { community: None, event: Some(event) }
    }
}

/// Whose record is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordOf {
    Community(CommunityId),
    Event(EventId),
}

/// Which part of a record is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordPart {
    Newest,
    OlderThan(AuditId),
    NewerThan(AuditId),
}

/// A part of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditPage {
    /// Newest first; what is newer than an entry begins with the one next to it.
    pub entries: Vec<AuditEntry>,
    pub has_newer: bool,
    pub has_older: bool,
}
