//! Letting more people see an event: whoever is or was in it came without a word about them, and is told.

use rules::Instant;

use crate::deliveries::delivery::Topic;
use crate::error::Error;
use crate::events::Events;
use crate::events::event::{Event, Visibility};
use crate::ids::{EventId, PersonId};
use crate::store::Tx;
use crate::store::destinations::Audience;
use crate::store::new_delivery::NewDelivery;

/// People who are told at once. An event with more of them stays as it is.
const TOLD_MAX: i64 = 1_000;
/// How long this is worth telling: as long as it is true, and somebody could not be reached before.
const NEWS_S: i64 = 7 * 86_400;
/// How long nobody is told of the same event again: whoever runs it says when, and what it is called.
const AGAIN_S: i64 = 86_400;

/// Why no more people see an event than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// More are or were in it than are told at once.
    TooMany,
    /// So many who are or were in it have no private place where they could be told.
    Untold(u64),
    /// They were told within a day, and can be told again from then on.
    Until(Instant),
    /// Somebody else made it, whom its card names: it is for them to say who sees that.
    Owned,
}

/// Everybody but whoever decides it; one more than can be told says that they are too many.
fn others(event: EventId, by: PersonId) -> Audience {
    Audience { event, with_left: true, but: by, most: TOLD_MAX + 1 }
}

/// How many they are whom more people would see, if each of them can be told by now. Whoever hides is seen by nobody.
async fn count(
    tx: &mut Tx,
    event: &Event,
    whom: Audience,
    now: Instant,
) -> Result<Result<u64, Kept>, Error> {
    if event.owner != whom.but && tx.person(event.owner).await?.is_some() {
        return Ok(Err(Kept::Owned));
    }
    if tx.count_audience(whom).await? > TOLD_MAX.unsigned_abs() {
        return Ok(Err(Kept::TooMany));
    }
    let (named, untold) = tx.count_named(whom).await?;
    if untold > 0 {
        return Ok(Err(Kept::Untold(untold)));
    }
    let opens = tx.widened_at(whom.event).await?.map(|at| at.plus_s(AGAIN_S));
    Ok(match opens.filter(|opens| named > 0 && now < *opens) {
        Some(opens) => Err(Kept::Until(opens)),
        None => Ok(named),
    })
}

impl Events<'_> {
    /// How many others than this person are or were in an event, and would be seen by more people; or why it has to stay
    /// as it is.
    pub async fn others(
        self,
        event: &Event,
        by: PersonId,
        now: Instant,
    ) -> Result<Result<u64, Kept>, Error> {
        count(&mut self.engine.db.look().await?, event, others(event.id, by), now).await
    }

    /// Lets more people see an event, and tells each of the others who are or were in it. It stays as it is where they
    /// cannot all be told, or were told within a day, and where somebody else made it.
    pub async fn widen(
        self,
        read: &Event,
        to: Visibility,
        by: PersonId,
        now: Instant,
    ) -> Result<Result<Event, Kept>, Error> {
        let mut tx = self.engine.db.write().await?;
        let Some(event) = tx.take_event(read.id).await? else { return Ok(Ok(read.clone())) };
        if event.draft.is_some() || !to.is_wider_than(event.visibility) {
            return Ok(Ok(event));
        }
        let whom = others(event.id, by);
        let new = tx.never_written_to(whom).await?;
        let new = new.into_iter().map(|person| (self.engine.ids.id(now), person, now));
        tx.open_all_on_discord(&Vec::from_iter(new)).await?;
        match count(&mut tx, &event, whom, now).await? {
            Ok(0) => {}
            Ok(_) => tx.set_widened(event.id, now).await?,
            Err(kept) => return Ok(Err(kept)),
        }
        let event = Event { visibility: to, ..event };
        tx.write_event(&event, now).await?;
        // One for few may be told anywhere, one for its community there alone.
        if event.is_hidden() {
            tx.stop_announcing(&event).await?;
        }
        let ways = tx.dm_destinations(whom).await?;
        let told = ways.into_iter().map(|destination| NewDelivery {
            id: self.engine.ids.id(now),
            dedupe_key: format!("wider:{}:{}:{}:{}", event.id, to.name(), now.0, destination.0),
            destination,
            topic: Topic::Widened { event: event.id },
            not_before: now,
            expires_at: now.plus_s(NEWS_S),
        });
        tx.enqueue(&Vec::from_iter(told)).await?;
        tx.commit().await?;
        self.engine.work.outbox.notify_waiters();
        self.engine.changed(event.id);
        Ok(Ok(event))
    }
}
