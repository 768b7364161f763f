//! Drafts: events that nobody but their owner knows of until they are published.

use rules::{Instant, Rules};
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::error::Error;
use crate::events::Events;
use crate::events::event::{Event, Visibility, first_day};
use crate::events::post::PostKind;
use crate::ids::{DestinationId, EventId, PersonId};

impl Events<'_> {
    /// The newest draft of a person that has this title.
    pub async fn draft_called(self, title: &str, owner: PersonId) -> Result<Option<Event>, Error> {
        let mut tx = self.engine.db.read().await?;
        for id in tx.drafts_of(owner, 0).await? {
            let is_meant = |event: &Event| event.title.to_lowercase() == title.to_lowercase();
            if let Some(event) = tx.event(id).await?.filter(is_meant) {
                return Ok(Some(event));
            }
        }
        Ok(None)
    }

    /// Lets those see an event who should; it begins today at the earliest. Its card is posted wherever it is
    /// announced but `here`, where whoever publishes it shows the card themselves. None where it is no draft (any
    /// more).
    ///
    /// # Errors
    /// [`Error::Setting`] where its last day is over, [`Error::OwnsTooMany`] and [`Error::MadeTooMany`] where its owner runs,
    /// or has made today, as many events as they may.
    pub async fn publish(
        self,
        event: EventId,
        here: Option<DestinationId>,
        now: Instant,
    ) -> Result<Option<Event>, Error> {
        let mut tx = self.engine.db.write().await?;
        let Some(draft) = tx.event(event).await? else { return Ok(None) };
        tx.take_turns(&BTreeSet::from([draft.owner.0])).await?;
        let Some(event) = tx.take_event(event).await? else { return Ok(None) };
        let Some(visibility) = event.draft else { return Ok(None) };
        let start = event.rules.start.max(first_day(&event.rules, now));
        let rules = Rules { start, ..(*event.rules).clone() };
        rules
            .check()
            .map_err(|why| Error::Setting(format!("an event cannot be published: {why}")))?;
        let event = Event { visibility, rules: Arc::new(rules), draft: None, ..event };
        if !tx.take_draft(event.id, now).await? {
            return Ok(None);
        }
        tx.write_event(&event, now).await?;
        tx.check_made(&event, &self.engine.limits().settings(), now).await?;
        tx.leave_silencing(event.id, event.owner).await?;
        match visibility {
            Visibility::Public | Visibility::Community => {
                for place in tx.event_destinations(&[event.id]).await? {
                    if Some(place.destination) != here {
                        let (id, at) = (self.engine.ids.id(now), (event.id, place.destination));
                        tx.add_post(id, at, PostKind::Card, None, Some(now), now).await?;
                    }
                }
            }
            // What is for those with a code alone is told nowhere until its host says where.
            Visibility::InviteOnly => tx.stop_announcing(&event).await?,
        }
        tx.commit().await?;
        self.engine.changed(event.id);
        Ok(Some(event))
    }

    /// Forgets a draft; false where it is none (any more).
    pub async fn discard(self, event: EventId) -> Result<bool, Error> {
        let mut tx = self.engine.db.write().await?;
        let is_gone = tx.forget_draft(event).await?;
        tx.commit().await?;
        Ok(is_gone)
    }
}
