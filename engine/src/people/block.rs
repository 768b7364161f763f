//! From whom somebody takes cheers and nudges: from those they share something with, unless they are blocked.

use rules::Instant;

use crate::error::Error;
use crate::ids::{CommunityId, PersonId};
use crate::people::People;
use crate::people::alike::tell_apart;
use crate::people::peer_message::PeerMessage;

/// People whom somebody may block.
pub const BLOCKS_MAX: usize = 100;

impl People<'_> {
    /// Takes neither cheers nor nudges from somebody any more; false where as many are blocked as may be.
    pub async fn block(
        self,
        person: PersonId,
        other: PersonId,
        now: Instant,
    ) -> Result<bool, Error> {
        let mut tx = self.engine.db.write().await?;
        tx.take_person(person).await?;
        tx.block(person, other, BLOCKS_MAX as i64, now).await?;
        let is_blocked = tx.blocks(person, other).await?;
        tx.commit().await?;
        Ok(is_blocked)
    }

    /// Takes them again; false where they were not blocked.
    pub async fn unblock(self, person: PersonId, other: PersonId) -> Result<bool, Error> {
        let mut tx = self.engine.db.write().await?;
        let was_blocked = tx.unblock(person, other).await?;
        tx.commit().await?;
        Ok(was_blocked)
    }

    /// Whom a person has blocked, the last first, by their names.
    pub async fn blocked(self, person: PersonId) -> Result<Vec<(PersonId, String)>, Error> {
        // Of two who became one, both lists stand.
        const READ_MAX: i64 = 2 * BLOCKS_MAX as i64;
        let mut blocked = self.engine.db.look().await?.blocked(person, READ_MAX).await?;
        tell_apart(blocked.iter_mut().map(|(person, name)| (*person, name)));
        Ok(blocked)
    }

    /// Whether somebody takes cheers from a person: not where they are switched off, nor from whom they have blocked.
    pub async fn takes_cheers(self, person: PersonId, from: PersonId) -> Result<bool, Error> {
        self.engine.db.look().await?.takes(PeerMessage::Cheer, person, from).await
    }

    /// The same of nudges.
    pub async fn takes_nudges(self, person: PersonId, from: PersonId) -> Result<bool, Error> {
        self.engine.db.look().await?.takes(PeerMessage::Nudge, person, from).await
    }

    /// Whether two people share an event, or the community in which one of them speaks.
    pub async fn are_near(
        self,
        one: PersonId,
        other: PersonId,
        here: Option<CommunityId>,
    ) -> Result<bool, Error> {
        if self.engine.db.look().await?.share_event(one, other).await? {
            return Ok(true);
        }
        match here {
            Some(community) => self.engine.db.look().await?.is_known_in(other, community).await,
            None => Ok(false),
        }
    }

    /// Whether a person stands on a leaderboard that everybody sees, unless they are hidden.
    pub async fn is_in_public(self, person: PersonId) -> Result<bool, Error> {
        self.engine.db.look().await?.is_in_public(person).await
    }
}
