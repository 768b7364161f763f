//! Reminders: at a member's own wall time, only while the day is not done, each at most once.

use crate::store::NewDelivery;
use crate::{DestinationId, Engine, Error, Membership, Topic};
use rules::reminder::{TimeOfDay, is_last_call, next, next_last_call};
use rules::{Clock, Day, History, Instant, Standing, Weekdays};

/// Times a day at which somebody is reminded of one event.
pub const REMINDERS_MAX: usize = 4;
/// How late a reminder may come after an outage; an older one is dropped.
const GRACE_S: i64 = 2 * 3600;

/// A wish to be reminded, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    pub slot: i64,
    pub when: When,
    /// On which days of the week.
    pub weekdays: Weekdays,
    pub destination: DestinationId,
    /// The next instant, and the label it is for.
    pub next: Option<(Instant, Day)>,
}

/// What brings a reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// The member's own wall time.
    At(TimeOfDay),
    /// Two hours before the deadline of a run that is at risk.
    LastCall,
}

impl Reminder {
    /// Moves on to the next instant, and gives what has to be sent because this one has come.
    pub(crate) fn fall_due(
        &mut self,
        of: Membership,
        history: &History,
        standing: &Standing,
        now: Instant,
    ) -> Option<NewDelivery> {
        let due = self.next.filter(|(at, _)| *at <= now);
        let after = after(due, &history.clock, now);
        let next_call = || next_last_call(standing, now).map(|at| (at, history.clock.day_of(at)));
        self.next = match self.when {
            When::At(time) => next(history, after, time, self.weekdays),
            When::LastCall => next_call(),
        };
        let (at, day) = due?;
        let is_wanted = match self.when {
            When::At(_) => {
                history.is_member()
                    && self.weekdays.contains(day.weekday())
                    && history.rules.is_scheduled(day)
                    && !history.asks_nothing_on(day)
                    && !history.is_away(day)
            }
            When::LastCall => is_last_call(standing, at),
        };
        let is_fresh = is_fresh(&history.clock, at, day, now);
        (is_fresh && is_wanted).then(|| self.delivery(of, day, now, history.clock.end_of(day)))
    }

    /// Once a label and slot (semantics 5.3).
    pub(crate) fn delivery(
        &self,
        of: Membership,
        day: Day,
        now: Instant,
        expires_at: Instant,
    ) -> NewDelivery {
        let (event, person) = (of.event, of.person);
        let (slot, topic) = match self.when {
            When::At(time) => (time.minutes().to_string(), Topic::Reminder { event, person }),
            When::LastCall => ("last".to_owned(), Topic::LastCall { event, person }),
        };
        NewDelivery {
            id: 0,
            dedupe_key: format!("rem:{}:{}:{}:{slot}", event.0, person.0, day.0),
            destination: self.destination,
            topic,
            not_before: now,
            expires_at,
        }
    }
}

/// After which instant the next reminder is looked for. Where the one that came is too old, a later one may
/// still come in time.
pub(crate) fn after(came: Option<(Instant, Day)>, clock: &Clock, now: Instant) -> Instant {
    match came {
        Some((at, day)) if at.0 > 0 && at <= now && !is_fresh(clock, at, day, now) => {
            at.max(now.plus_s(-GRACE_S))
        }
        _ => now,
    }
}

/// Once in a stretch of so many seconds.
fn snooze_key(of: Membership, now: Instant, wait_s: i64) -> String {
    format!("snooze:{}:{}:{}", of.event.0, of.person.0, now.0 / wait_s.max(1))
}

/// Whether a reminder still comes in time: soon enough, and on its own label.
pub(crate) fn is_fresh(clock: &Clock, at: Instant, day: Day, now: Instant) -> bool {
    now.0 - at.0 <= GRACE_S && clock.day_of(now) == day
}

impl Engine {
    /// Reminds a member daily at this wall time, and once more two hours before a run that is at risk would
    /// end, in place of what was set before. Gives the next instant of the wall time.
    pub async fn remind(
        &self,
        of: Membership,
        time: TimeOfDay,
        at: DestinationId,
        now: Instant,
    ) -> Result<Option<Instant>, Error> {
        self.set_reminders(of, &[time], Weekdays::ALL, at, now).await
    }

    /// The same at several times, on some days of the week.
    pub async fn set_reminders(
        &self,
        of: Membership,
        times: &[TimeOfDay],
        weekdays: Weekdays,
        at: DestinationId,
        now: Instant,
    ) -> Result<Option<Instant>, Error> {
        let mut tx = self.db.write().await?;
        tx.forget_reminders(of).await?;
        for (slot, time) in times.iter().take(REMINDERS_MAX).enumerate() {
            // Slot 1 was the last call before there were several times.
            let slot = if slot == 0 { 0 } else { slot as i64 + 1 };
            tx.add_reminder(of, slot, (When::At(*time), weekdays), at).await?;
        }
        tx.add_reminder(of, 1, (When::LastCall, Weekdays::ALL), at).await?;
        tx.commit().await?;
        self.touch(of, now).await?;
        let reminders = self.reminders(of).await?;
        let wall = reminders.iter().filter(|reminder| reminder.when != When::LastCall);
        Ok(wall.filter_map(|reminder| reminder.next).map(|(at, _)| at).min())
    }

    /// Reminds once more after a while, unless the day is done by then.
    pub async fn snooze(
        &self,
        of: Membership,
        at: DestinationId,
        wait_s: i64,
        now: Instant,
    ) -> Result<(), Error> {
        let topic = Topic::Reminder { event: of.event, person: of.person };
        self.send(at, topic, snooze_key(of, now, wait_s), now.plus_s(wait_s), GRACE_S).await
    }

    /// Sends no more reminders before the member's day is over, nor what a snooze of `wait_s` has put off.
    pub async fn stop_reminding_today(
        &self,
        of: Membership,
        wait_s: i64,
        now: Instant,
    ) -> Result<(), Error> {
        let Some(view) = self.view(of, now).await? else { return Ok(()) };
        let (history, standing) = (&view.history, &view.life.standing);
        let last = history.clock.end_of(standing.today).plus_s(-1);
        let call_day = |at| history.clock.day_of(at);
        let mut tx = self.db.write().await?;
        let mut reminders = tx.reminders(of).await?;
        for reminder in &mut reminders {
            reminder.next = match reminder.when {
                When::At(time) => next(history, last, time, reminder.weekdays),
                When::LastCall => next_last_call(standing, last).map(|at| (at, call_day(at))),
            };
        }
        tx.move_reminders(&reminders.into_iter().map(|one| (of, one)).collect::<Vec<_>>()).await?;
        // What waits now was put off in this stretch or in the one before.
        let stretches = [now, now.plus_s(-wait_s)];
        tx.withdraw(&stretches.map(|at| snooze_key(of, at, wait_s)), now).await?;
        tx.commit().await
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
