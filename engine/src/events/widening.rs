//! Making an event public that was not: whoever is or was in it came without a word about a web page, and is told.

use rules::Instant;

use crate::deliveries::delivery::Topic;
use crate::error::Error;
use crate::events::Events;
use crate::events::event::{Event, Visibility};
use crate::ids::{EventId, PersonId};
use crate::store::destinations::Audience;
use crate::store::new_delivery::NewDelivery;

/// People who are told at once. An event with more of them stays as it is.
const TOLD_MAX: i64 = 1_000;
/// How long this is worth telling: as long as it is true, and somebody could not be reached before.
const NEWS_S: i64 = 7 * 86_400;

/// Everybody but whoever decides it; one more than can be told says that they are too many.
fn others(event: EventId, by: PersonId) -> Audience {
    Audience { event, with_left: true, but: by, most: TOLD_MAX + 1 }
}

impl Events<'_> {
    /// How many others than this person are or were in an event, and would stand on its page; none where they are more
    /// than can be told.
    pub async fn others(self, event: EventId, by: PersonId) -> Result<Option<u64>, Error> {
        let count = self.engine.db.look().await?.count_audience(others(event, by)).await?;
        Ok(Some(count).filter(|count| *count <= TOLD_MAX.unsigned_abs()))
    }

    /// Lets everybody see an event, and tells each of the others who are or were in it. None where they are more than can
    /// be told, or there is no such event.
    pub async fn make_public(
        self,
        event: EventId,
        by: PersonId,
        now: Instant,
    ) -> Result<Option<Event>, Error> {
        let mut tx = self.engine.db.write().await?;
        let Some(event) = tx.take_event(event).await? else { return Ok(None) };
        if event.draft.is_some() || !event.is_hidden() {
            return Ok(Some(event));
        }
        let whom = others(event.id, by);
        if tx.count_audience(whom).await? > TOLD_MAX.unsigned_abs() {
            return Ok(None);
        }
        let event = Event { visibility: Visibility::Public, ..event };
        tx.write_event(&event, now).await?;
        let new = tx.never_written_to(whom).await?;
        let new = new.into_iter().map(|person| (self.engine.ids.id(now), person, now));
        tx.open_all_on_discord(&Vec::from_iter(new)).await?;
        let ways = tx.dm_destinations(whom).await?;
        let told = ways.into_iter().map(|destination| NewDelivery {
            id: self.engine.ids.id(now),
            dedupe_key: format!("public:{}:{}:{}", event.id, now.0, destination.0),
            destination,
            topic: Topic::MadePublic { event: event.id },
            not_before: now,
            expires_at: now.plus_s(NEWS_S),
        });
        tx.enqueue(&Vec::from_iter(told)).await?;
        tx.commit().await?;
        self.engine.work.outbox.notify_waiters();
        self.engine.changed(event.id);
        Ok(Some(event))
    }
}
