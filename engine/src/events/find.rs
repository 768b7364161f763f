//! Finds events: by id, by address, by what somebody looks for or is in.

use crate::error::Error;
use crate::events::Events;
use crate::events::event::{Event, Search};
use crate::ids::{CommunityId, DestinationId, EventId, PersonId};
use crate::rights::{Asker, Deed};

impl Events<'_> {
    /// Whether news of an event go to a place.
    pub async fn is_told_at(self, event: EventId, at: DestinationId) -> Result<bool, Error> {
        self.engine.db.look().await?.is_told_at(event, at).await
    }

    /// An event by id, whoever may see it.
    pub async fn get(self, id: EventId) -> Result<Option<Event>, Error> {
        self.engine.db.look().await?.event(id).await
    }

    /// An event by its name in addresses, if this person may see it; where nobody is known, if everybody may.
    pub async fn at(self, slug: &str, person: Option<PersonId>) -> Result<Option<Event>, Error> {
        // What they may not see is not even read, so that it takes as long as what never was.
        let found = self.engine.db.look().await?.event_by_slug(slug, person).await?;
        let Some(event) = found else { return Ok(None) };
        let asker = Asker { person, ..Asker::default() };
        let may_see = self.engine.authorize(asker, Deed::See(&event)).await?;
        Ok(Some(event).filter(|_| may_see))
    }

    /// The events that everybody may see, whoever looks: those that go on, or those that are over.
    pub async fn public(self, search: Search<'_>, over: bool) -> Result<Vec<Event>, Error> {
        self.engine.db.look().await?.public_events(search, over).await
    }

    /// The events that a person is in, oldest first.
    pub async fn of(self, person: PersonId) -> Result<Vec<Event>, Error> {
        self.engine.db.look().await?.events_of(person).await
    }

    /// The events that a person is or was in, oldest first.
    pub async fn ever_of(self, person: PersonId) -> Result<Vec<Event>, Error> {
        self.engine.db.look().await?.events_ever_of(person).await
    }

    /// The events that a person may see and whose title holds these words, those of the community first. What is
    /// over is found by its owner only.
    pub async fn find(
        self,
        person: PersonId,
        community: Option<CommunityId>,
        words: &str,
        most: i64,
    ) -> Result<Vec<Event>, Error> {
        self.engine.db.look().await?.find_events(person, community, words, most).await
    }

    /// The events that a person may see from a community and is not in: those they like first, then those of the
    /// community, then the newest.
    pub async fn open(
        self,
        person: PersonId,
        community: Option<CommunityId>,
        search: Search<'_>,
    ) -> Result<Vec<Event>, Error> {
        self.engine.db.look().await?.open_events(person, community, search).await
    }

    /// What is over of a person and a community, the last first.
    pub async fn over(
        self,
        person: PersonId,
        community: Option<CommunityId>,
        search: Search<'_>,
    ) -> Result<Vec<Event>, Error> {
        self.engine.db.look().await?.over_events(person, community, search).await
    }
}
