//! The newest milestones of an event.

use rules::Instant;

use crate::error::Error;
use crate::ids::{EventId, PersonId};
use crate::leaderboards::Leaderboards;

/// A length that somebody reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    pub person: PersonId,
    pub name: String,
    pub length: u32,
    pub reached_at: Instant,
}

impl Leaderboards<'_> {
    /// The newest milestones, the newest first; not of people who are hidden, or want theirs not to be told.
    pub async fn milestones(self, event: EventId, most: i64) -> Result<Vec<Milestone>, Error> {
        self.engine.db.look().await?.newest_badges(event, most).await
    }
}
