//! What a community hears nothing of, and whom it does not name: as whoever manages it has decided.

use rules::Instant;
use std::collections::BTreeSet;

use crate::communities::Communities;
use crate::error::Error;
use crate::ids::{CommunityId, EventId, PersonId};

/// Events that a community may silence, and people.
pub(crate) const SILENCED_MAX: i64 = 100;

impl Communities<'_> {
    /// Tells a community nothing of an event and of the rounds after it any more, whoever announces them there: of as many of
    /// them as it may silence. False where that is none.
    pub async fn silence_event(
        self,
        community: CommunityId,
        event: EventId,
        now: Instant,
    ) -> Result<bool, Error> {
        let mut tx = self.engine.db.write().await?;
        let rounds = tx.take_rounds(event).await?;
        let rounds: Vec<EventId> = rounds.into_iter().map(|round| round.id).collect();
        let mut silenced = vec![];
        for round in rounds {
            tx.silence_event(community, (event, round), SILENCED_MAX, now).await?;
            if !tx.is_event_silenced(community, round).await? {
                break;
            }
            silenced.push(round);
        }
        tx.stop_announcing_in(&silenced, community).await?;
        tx.commit().await?;
        Ok(!silenced.is_empty())
    }

    /// Names a person in nothing that is posted in a community any more, so that their reminders come in private; false
    /// where that has silenced as many as it may.
    ///
    /// # Errors
    /// [`Error::Outdated`] where the person is not there any more.
    pub async fn silence_person(
        self,
        community: CommunityId,
        person: PersonId,
        now: Instant,
    ) -> Result<bool, Error> {
        let mut tx = self.engine.db.write().await?;
        // Of whoever is one with another by now it would silence nobody.
        tx.share_person(person).await?;
        tx.silence_person(community, person, SILENCED_MAX, now).await?;
        let is_silenced = tx.is_person_silenced(community, person).await?;
        if is_silenced {
            tx.remind_in_private(person, community).await?;
        }
        tx.write_boards_of(community).await?;
        tx.commit().await?;
        self.engine.people().write_cards_of(person).await?;
        Ok(is_silenced)
    }

    /// Lets an event be announced in a community again, and the rounds after it that were silenced with it.
    pub async fn hear_event(self, community: CommunityId, event: EventId) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        // When the event was silenced says which ones were so with it, and goes last.
        for round in tx.take_rounds(event).await?.into_iter().rev() {
            tx.hear_event(community, event, round.id).await?;
        }
        tx.commit().await
    }

    /// Lets a person be named in a community again.
    pub async fn hear_person(self, community: CommunityId, person: PersonId) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.hear_person(community, person).await?;
        tx.write_boards_of(community).await?;
        tx.commit().await?;
        self.engine.people().write_cards_of(person).await
    }

    /// Whether an event is silenced in a community.
    pub async fn silences_event(
        self,
        community: CommunityId,
        event: EventId,
    ) -> Result<bool, Error> {
        self.engine.db.look().await?.is_event_silenced(community, event).await
    }

    /// Whether a person is silenced in a community.
    pub async fn silences_person(
        self,
        community: CommunityId,
        person: PersonId,
    ) -> Result<bool, Error> {
        self.engine.db.look().await?.is_person_silenced(community, person).await
    }

    /// The events that a community has silenced, the last first.
    pub async fn silenced_events(self, community: CommunityId) -> Result<Vec<EventId>, Error> {
        self.engine.db.look().await?.silenced_events(community, SILENCED_MAX).await
    }

    /// The people whom a community has silenced, the last first.
    pub async fn silenced_people(self, community: CommunityId) -> Result<Vec<PersonId>, Error> {
        // Of two who became one, both were counted.
        const READ_MAX: i64 = 2 * SILENCED_MAX;
        self.engine.db.look().await?.silenced_people(community, READ_MAX).await
    }

    /// Whom what is posted in a community does not name.
    pub async fn unnamed(self, community: CommunityId) -> Result<BTreeSet<PersonId>, Error> {
        Ok(self.silenced_people(community).await?.into_iter().collect())
    }
}
