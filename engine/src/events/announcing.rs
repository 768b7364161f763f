//! Where an event is announced, and the boards that are planned there.

use rules::{Day, Instant, Setting};

use crate::error::Error;
use crate::events::Events;
use crate::events::event::Event;
use crate::ids::{DestinationId, EventId};
use crate::mornings::{announce_at, date_of, morning_from};
use crate::scheduler::EVENTS_OF_PLACE_MAX;

impl Events<'_> {
    /// News of an event is told there no more.
    pub async fn stop_announcing(self, event: EventId, at: DestinationId) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.stop_announcing_at(event, at).await?;
        tx.commit().await
    }

    /// The events of which a place is told and that are not over, the newest first: as many as a place hears of.
    pub async fn told_at(self, at: DestinationId, now: Instant) -> Result<Vec<Event>, Error> {
        let mut tx = self.engine.db.read().await?;
        let mut told = vec![];
        for event in tx.told_at(at, now, EVENTS_OF_PLACE_MAX).await?.into_iter().rev() {
            told.extend(tx.event(event).await?);
        }
        Ok(told)
    }

    /// The date on which the result of an event with an end is told: in the first of its places to hear of it or, where it
    /// is announced nowhere, by its own clock. None where it has no end.
    pub async fn result_told_on(self, event: &Event) -> Result<Option<Day>, Error> {
        let Some(ends_at) = event.rules.ends_at() else { return Ok(None) };
        let setting = event.rules.shared_setting();
        let last = setting.day_of(ends_at);
        let mut tx = self.engine.db.read().await?;
        let places = tx.event_destinations(&[event.id]).await?;
        let told = places.iter().map(|place| {
            let at = announce_at(place, event, last).max(ends_at);
            (at, date_of(place, event, at))
        });
        let by_own_clock = || {
            let at = morning_from(setting.zone, setting.start_of(last)).max(ends_at);
            Setting::midnight(setting.zone).day_of(at)
        };
        Ok(Some(told.min().map_or_else(by_own_clock, |(_, date)| date)))
    }

    /// From now on the news of this event is announced there too, and its days have a board; not where it
    /// is silenced.
    pub async fn announce(self, event: EventId, at: DestinationId) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.announce(event, at).await?;
        tx.commit().await
    }

    /// The same of an event that those may see who could when it was read.
    ///
    /// # Errors
    /// [`Error::Outdated`] where that is not so any more.
    pub async fn announce_as_read(self, read: &Event, at: DestinationId) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        let known = tx.take_event(read.id).await?;
        if known.is_none_or(|known| known.visibility != read.visibility) {
            return Err(Error::Outdated);
        }
        tx.announce(read.id, at).await?;
        tx.commit().await
    }

    /// Begins the boards of an event with each new day, and with today where its morning is still to come.
    pub async fn begin_boards(self, event: &Event, now: Instant) -> Result<(), Error> {
        let setting = event.rules.shared_setting();
        let today = setting.day_of(now);
        let mut tx = self.engine.db.write().await?;
        let mut places = tx.event_destinations(&[event.id]).await?;
        places.retain(|place| announce_at(place, event, today) > now);
        self.engine.schedule().plan_boards(&mut tx, event, &places, today, now).await?;
        let next = today.plus(1).max(event.rules.start);
        tx.begin_boards(event.id, setting.start_of(next)).await?;
        tx.commit().await
    }
}
