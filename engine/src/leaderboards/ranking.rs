//! Rankings of an event, a community and everybody: pages, one's own place, neighbours, movement.

use futures_util::future::join_all;
use rules::Instant;
use rules::ranking::By;

use crate::error::Error;
use crate::ids::{CommunityId, EventId, Membership};
use crate::leaderboards::Leaderboards;
use crate::leaderboards::leaderboard::{Board, BoardRow, Question};
use crate::leaderboards::sources::Sources;

/// Events that a ranking over several of them looks at: the newest ones.
const EVENTS_MAX: i64 = 200;
/// Consistency changes by itself at every close, so that it is brought up to date when somebody looks, in
/// batches and up to this many batches a look.
const STALE_AT_ONCE: i64 = 256;
const STALE_LOOKS: usize = 40;

impl Leaderboards<'_> {
    /// A page of an event's ranking as it is at `now`.
    pub async fn page(
        self,
        event: EventId,
        question: &Question,
        now: Instant,
    ) -> Result<Board, Error> {
        self.refresh(event, question.by, now).await?;
        let mut tx = self.engine.db.read().await?;
        let sources = Sources::of(&mut tx, event, question, now).await?;
        sources.board(&mut tx, question).await
    }

    /// The row of whoever asks with up to as many rows before and after it as a page has; empty for whoever is
    /// not in the ranking. In a week or a month the rows before are seen from the first hundred places only.
    pub async fn neighbours(
        self,
        event: EventId,
        question: &Question,
        now: Instant,
    ) -> Result<Vec<BoardRow>, Error> {
        self.refresh(event, question.by, now).await?;
        let mut tx = self.engine.db.read().await?;
        let sources = Sources::of(&mut tx, event, question, now).await?;
        sources.around(&mut tx, question).await
    }

    /// A page of the ranking over all events of a community that are not for few, as its members see them, or over
    /// all public events: each row is a person in an event, and one's own row is the best of one's own. Nobody with
    /// nothing is shown.
    pub async fn page_over(
        self,
        community: Option<CommunityId>,
        question: &Question,
        now: Instant,
    ) -> Result<Board, Error> {
        let events = self.events_over(community, question.by, now).await?;
        let mut tx = self.engine.db.read().await?;
        let sources = Sources::over(&mut tx, &events, question, now).await?;
        sources.board(&mut tx, question).await
    }

    /// The same as [`Leaderboards::neighbours`] over these events, around the best of one's own rows.
    pub async fn neighbours_over(
        self,
        community: Option<CommunityId>,
        question: &Question,
        now: Instant,
    ) -> Result<Vec<BoardRow>, Error> {
        let events = self.events_over(community, question.by, now).await?;
        let mut tx = self.engine.db.read().await?;
        let sources = Sources::over(&mut tx, &events, question, now).await?;
        sources.around(&mut tx, question).await
    }

    /// The events of a ranking over several, brought up to date.
    async fn events_over(
        self,
        community: Option<CommunityId>,
        by: By,
        now: Instant,
    ) -> Result<Vec<EventId>, Error> {
        let events = self.engine.db.look().await?.ranked_events(community, EVENTS_MAX).await?;
        for event in &events {
            self.refresh(*event, by, now).await?;
        }
        Ok(events)
    }

    /// Writes down where a member stands as they look, and gives where they stood the last time.
    pub async fn look(
        self,
        of: Membership,
        by: By,
        rank: u64,
        now: Instant,
    ) -> Result<Option<u64>, Error> {
        let mut tx = self.engine.db.write().await?;
        let before = tx.look(of, by.name(), rank, now).await?;
        tx.commit().await?;
        Ok(before)
    }

    /// Brings those up to date whose consistency has changed by itself since it was written. Every other metric
    /// is exact as it is read.
    async fn refresh(self, event: EventId, by: By, now: Instant) -> Result<(), Error> {
        if by != By::Consistency {
            return Ok(());
        }
        let _alone = self.engine.work.refreshing.lock().await;
        for _ in 0..STALE_LOOKS {
            let stale =
                self.engine.db.read().await?.stale_members(event, now, STALE_AT_ONCE).await?;
            if stale.is_empty() {
                return Ok(());
            }
            for touched in
                join_all(stale.iter().map(|of| self.engine.memberships().touch(*of, now))).await
            {
                touched?;
            }
        }
        tracing::warn!(event.id = event.0, "a ranking by consistency is not up to date yet");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::leaderboards::leaderboard::BadCursor;
    use crate::leaderboards::leaderboard::Cursor;

    #[test]
    fn a_place_survives_being_written() {
        let place = Cursor {
            value: 7,
            longest: 9,
            total: 30,
            joined_at_desc: -5,
            person_id_desc: i64::MIN,
        };
        assert_eq!(place.to_string().parse(), Ok(place));
        assert_eq!("7_9".parse::<Cursor>(), Err(BadCursor));
    }
}
