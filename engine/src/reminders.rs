//! Reminders: at a member's own wall time, only while the day is not done, each at most once.

use crate::store::NewDelivery;
use crate::{DestinationId, Engine, Error, Membership, Topic};
use rules::reminder::{TimeOfDay, next};
use rules::{Day, History, Instant};

/// How late a reminder may come after an outage; an older one is dropped.
const GRACE_S: i64 = 2 * 3600;

/// A wall time at which a member wants to be reminded, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    pub slot: i64,
    pub time: TimeOfDay,
    pub destination: DestinationId,
    /// The next instant, and the label it is for.
    pub next: Option<(Instant, Day)>,
}

impl Reminder {
    /// Moves on to the next instant, and gives what has to be sent because this one has come.
    pub(crate) fn fall_due(
        &mut self,
        of: Membership,
        history: &History,
        now: Instant,
    ) -> Option<NewDelivery> {
        let due = self.next.filter(|(at, _)| *at <= now);
        self.next = next(history, now, self.time);
        let (at, day) = due?;
        let is_fresh = now.0 - at.0 <= GRACE_S && history.clock.day_of(now) == day;
        let is_wanted =
            history.is_member() && history.rules.is_scheduled(day) && !history.is_done(day);
        (is_fresh && is_wanted).then(|| NewDelivery {
            id: 0,
            dedupe_key: format!(
                "rem:{}:{}:{}:{}",
                of.event.0,
                of.person.0,
                day.0,
                self.time.minutes()
            ),
            destination: self.destination,
            topic: Topic::Reminder { event: of.event, person: of.person },
            not_before: now,
            expires_at: history.clock.end_of(day),
        })
    }
}

impl Engine {
    /// Reminds a member daily at this wall time, in place of what was set before.
    pub async fn remind(
        &self,
        of: Membership,
        time: TimeOfDay,
        at: DestinationId,
        now: Instant,
    ) -> Result<Option<Instant>, Error> {
        let mut tx = self.db.write().await?;
        tx.forget_reminders(of).await?;
        tx.add_reminder(of, 0, time, at).await?;
        tx.commit().await?;
        self.touch(of, now).await?;
        let reminders = self.reminders(of).await?;
        Ok(reminders.iter().filter_map(|reminder| reminder.next).map(|(at, _)| at).min())
    }

    /// Stops reminding.
    pub async fn stop_reminding(&self, of: Membership) -> Result<(), Error> {
        let mut tx = self.db.write().await?;
        tx.forget_reminders(of).await?;
        tx.commit().await
    }

    /// What a member asked for.
    pub async fn reminders(&self, of: Membership) -> Result<Vec<Reminder>, Error> {
        let mut tx = self.db.read().await?;
        tx.reminders(of).await
    }
}
