//! Making, changing and ending events.

use rules::{Instant, Refusal, Rules};
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::error::Error;
use crate::events::event::{Event, NOBODY, NewEvent};
use crate::events::{Events, change};
use crate::ids::{EventId, PersonId};

/// Drafts that a person may have; one more, and the oldest is forgotten.
const DRAFTS_MAX: i64 = 5;
/// Characters that keep the addresses of two events of one title apart.
const SLUG_TAIL: usize = 5;

impl Events<'_> {
    /// Makes an event, or gives the one that the same request made before; an event has one next round. Nobody is
    /// in it yet. A next round is told where the one before it was, and keeps out whom that one kept out.
    ///
    /// # Errors
    /// [`Error::OwnsTooMany`] and [`Error::MadeTooMany`] where its owner runs, or has made today, as many events as they
    /// may; they are counted where it is written. [`Error::Outdated`] where its owner is not there any more.
    pub async fn create(self, new: NewEvent, now: Instant) -> Result<Event, Error> {
        new.rules
            .check()
            .map_err(|why| Error::Setting(format!("an event cannot be made: {why}")))?;
        let slug = slug(&new.title, &self.engine.ids.code(SLUG_TAIL));
        let event = Event {
            id: EventId(self.engine.ids.id(now)),
            slug,
            title: new.title,
            goal: new.goal,
            owner: new.owner,
            community: new.community,
            visibility: new.visibility,
            rules: Arc::new(new.rules),
            category: new.category,
            emoji: new.emoji,
            approval: new.approval,
            proof: new.proof,
            ended_at: None,
            follows: new.follows,
            planned_days: None,
            draft: new.draft,
        };
        let mut tx = self.engine.db.write().await?;
        let is_limited = new.is_limited && event.draft.is_none();
        if is_limited {
            tx.take_turns(&BTreeSet::from([event.owner.0])).await?;
        }
        // An event that had no host any more is followed by one without.
        if event.owner != NOBODY {
            tx.share_person(event.owner).await?;
        }
        if let Some(before) = event.follows {
            // Whom that one keeps out at the same moment is kept out of this one, too.
            tx.take_event(before).await?;
        }
        let is_new = tx.add_event(&event, &new.key, now).await?;
        if is_new && is_limited {
            tx.check_made(&event, &self.engine.limits().settings(), now).await?;
        }
        if let (true, Some(before)) = (is_new, event.follows) {
            tx.take_over(before, event.id).await?;
            tx.leave_silencing(event.id, event.owner).await?;
        }
        if is_new && event.draft.is_some() {
            tx.forget_drafts(event.owner, DRAFTS_MAX).await?;
        }
        tx.commit().await?;
        if is_new {
            self.engine.changed(event.id);
            return Ok(event);
        }
        let mut tx = self.engine.db.read().await?;
        let made = match (tx.event_made_by(&new.key).await?, event.follows) {
            (None, Some(before)) => tx.event_after(before).await?,
            (made, _) => made,
        };
        made.ok_or(Error::Unreadable { what: "event", why: "made and gone".to_owned() })
    }

    /// The next round of an event, if it was made.
    pub async fn next_round(self, event: EventId) -> Result<Option<Event>, Error> {
        self.engine.db.look().await?.event_after(event).await
    }

    /// Writes down what a host changed of an event, from `read` to `edited`, and gives it as it stands then: what
    /// others changed meanwhile stays. Its rules may change freely until the first check-in; after that only the end
    /// may move to later and milestones may change. Where an event may be seen no longer, nothing is told of it any
    /// more.
    ///
    /// # Errors
    /// [`Error::Setting`] where the rules contradict themselves, [`rules::Refusal::Disabled`] where they may not
    /// change any more, or where more people would see it, which [`Events::widen`] does, [`rules::Refusal::Ended`] where all
    /// is over.
    pub async fn edit(self, read: &Event, edited: &Event, now: Instant) -> Result<Event, Error> {
        let mut tx = self.engine.db.write().await?;
        let Some(before) = tx.take_event(read.id).await? else { return Ok(edited.clone()) };
        let event = &change::put_into(&before, read, edited);
        if before.draft.is_none() && event.visibility.is_wider_than(before.visibility) {
            return Err(Error::Refused(Refusal::Disabled));
        }
        event
            .rules
            .check()
            .map_err(|why| Error::Setting(format!("an event cannot be so: {why}")))?;
        // The last day of a draft may have gone by.
        if before.rules != event.rules && before.is_over(now) && before.draft.is_none() {
            return Err(Error::Refused(Refusal::Ended));
        }
        if before.rules != event.rules {
            // Nobody checks in by rules that are about to change.
            tx.take_members(event.id).await?;
        }
        if before.rules != event.rules && tx.has_entries(event.id).await? {
            let kept = Rules {
                end: before.rules.end,
                milestones: before.rules.milestones.clone(),
                ..(*event.rules).clone()
            };
            let is_later = match (before.rules.end, event.rules.end) {
                (before, after) if before == after => true,
                (Some(before), Some(after)) => after > before,
                (_, None) => true,
                (None, Some(end)) => end >= event.rules.latest_day(now),
            };
            if kept != *before.rules || !is_later {
                return Err(Error::Refused(Refusal::Disabled));
            }
        }
        // Whoever sets an end anew plans anew.
        let planned_days = event.planned_days.filter(|_| before.rules.end == event.rules.end);
        let event = &Event { planned_days, ..event.clone() };
        tx.write_event(event, now).await?;
        if before.rules != event.rules {
            tx.unsettle(event.id).await?;
        }
        if before.rules.clock != event.rules.clock {
            tx.relabel_event(event).await?;
        }
        if before.visibility != event.visibility && event.is_hidden() {
            tx.stop_announcing(event).await?;
        }
        tx.commit().await?;
        if before.rules != event.rules {
            self.touch_members(event.id, now).await?;
        }
        self.engine.changed(event.id);
        Ok(event.clone())
    }

    /// Closes an event after today, wherever it is today already, or leaves it as it ended. What everybody did stays.
    pub async fn end(self, event: &Event, now: Instant) -> Result<Event, Error> {
        let mut tx = self.engine.db.write().await?;
        let known = tx.take_event(event.id).await?;
        let event = known.as_ref().unwrap_or(event);
        if event.is_over(now) {
            return Ok(event.clone());
        }
        let today = event.rules.latest_day(now).max(event.rules.start);
        let end = event.rules.end.map_or(today, |end| end.min(today));
        let rules = Rules { end: Some(end), ..(*event.rules).clone() };
        let planned = event.rules.end.map_or(0, |end| end.0 - event.rules.start.0 + 1);
        let planned_days = event.planned_days.or(Some(planned));
        let closed = Event { rules: Arc::new(rules), planned_days, ..event.clone() };
        tx.write_event(&closed, now).await?;
        tx.take_members(event.id).await?;
        tx.unsettle(event.id).await?;
        tx.commit().await?;
        self.touch_members(event.id, now).await?;
        self.engine.changed(event.id);
        Ok(closed)
    }

    /// Whether anybody has checked in already, so that the rules stand.
    pub async fn has_begun(self, event: EventId) -> Result<bool, Error> {
        self.engine.db.look().await?.has_entries(event).await
    }

    /// How many events a person made that are not over, drafts aside: also before they were erased, or parted from
    /// whoever has them now.
    pub async fn count_owned(self, person: PersonId) -> Result<i64, Error> {
        let mut tx = self.engine.db.look().await?;
        Ok(tx.count_owned(person).await? + tx.count_owned_before(person).await?)
    }

    /// When a person may make another event, where they have made as many within a day as they may, drafts aside.
    pub async fn made_too_many(
        self,
        person: PersonId,
        now: Instant,
    ) -> Result<Option<Instant>, Error> {
        let most = self.engine.limits().settings().new_events;
        self.engine.db.look().await?.next_made_at(person, None, most, now).await
    }
}

/// The words of a title in lower-case letters and digits, and a tail that tells equal titles apart.
pub(crate) fn slug(title: &str, tail: &str) -> String {
    const LENGTH_MAX: usize = 40;
    let mut words = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            words.push(c);
        } else if !words.is_empty() && !words.ends_with('-') {
            words.push('-');
        }
        if words.len() >= LENGTH_MAX {
            break;
        }
    }
    match words.trim_end_matches('-') {
        "" => tail.to_owned(),
        words => format!("{words}-{tail}"),
    }
}

#[cfg(test)]
mod tests {
    use crate::events::lifecycle::slug;

    #[test]
    fn a_slug_is_made_of_the_title() {
        assert_eq!(slug("Read 20 pages!", "k3f9x"), "read-20-pages-k3f9x");
        assert_eq!(slug("読書", "k3f9x"), "k3f9x");
    }
}
