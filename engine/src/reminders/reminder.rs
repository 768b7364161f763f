//! A reminder: when it falls due, and what it then sends.

use rules::reminder::{TimeOfDay, is_last_call, next, next_last_call};
use rules::{Clock, Day, History, Instant, Standing, Weekdays};

use crate::deliveries::delivery::Topic;
use crate::ids::{DestinationId, Membership};
use crate::store::new_delivery::NewDelivery;

/// Times a day at which somebody is reminded of one event.
pub const REMINDERS_MAX: usize = 4;
/// Next instants that are shown.
pub const SHOWN: usize = 3;
/// How late a reminder may come after an outage; an older one is dropped.
pub(crate) const GRACE_S: i64 = 2 * 3600;

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
            When::LastCall => self.weekdays.contains(day.weekday()) && is_last_call(standing, at),
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

/// Whether a reminder still comes in time: soon enough, and on its own label.
pub(crate) fn is_fresh(clock: &Clock, at: Instant, day: Day, now: Instant) -> bool {
    now.0 - at.0 <= GRACE_S && clock.day_of(now) == day
}
