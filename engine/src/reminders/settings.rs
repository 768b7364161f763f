//! Reminders: at a member's own wall time, only while the day is not done, each at most once.

use rules::reminder::{TimeOfDay, next, next_last_call};
use rules::{Instant, Weekdays};

use crate::deliveries::delivery::{TOGETHER_MAX, Topic};
use crate::error::Error;
use crate::ids::{DestinationId, EventId, Membership, PersonId};
use crate::reminders::Reminders;
use crate::reminders::reminder::{GRACE_S, REMINDERS_MAX, Reminder, SHOWN, When};

/// Messages into which what is put off at once is divided at most.
const SNOOZED_MAX: usize = 40;

/// The same for several events at once, the `n`th message of them.
fn snooze_all_key(person: PersonId, n: usize, now: Instant, wait_s: i64) -> String {
    format!("snooze:all:{}:{n}:{}", person.0, now.0 / wait_s.max(1))
}

/// The keys of all that may be put off for several events: in this stretch or in the one before.
fn snooze_all_keys(person: PersonId, now: Instant, wait_s: i64) -> Vec<String> {
    [now, now.plus_s(-wait_s)]
        .into_iter()
        .flat_map(|at| (0..SNOOZED_MAX).map(move |n| snooze_all_key(person, n, at, wait_s)))
        .collect()
}

/// Once in a stretch of so many seconds.
fn snooze_key(of: Membership, now: Instant, wait_s: i64) -> String {
    format!("snooze:{}:{}:{}", of.event.0, of.person.0, now.0 / wait_s.max(1))
}

impl Reminders<'_> {
    /// Reminds a member daily at this wall time, and once more two hours before a run that is at risk would
    /// end, in place of what was set before. Gives the next instant of the wall time.
    pub async fn add(
        self,
        of: Membership,
        time: TimeOfDay,
        at: DestinationId,
        now: Instant,
    ) -> Result<Option<Instant>, Error> {
        let next = self.set(of, &[time], (Weekdays::ALL, true), at, now).await?;
        Ok(next.first().copied())
    }

    /// The same at several times, on some days of the week, and with a last call or without. Gives the next instants,
    /// at most [`SHOWN`].
    pub async fn set(
        self,
        of: Membership,
        times: &[TimeOfDay],
        (weekdays, has_last_call): (Weekdays, bool),
        at: DestinationId,
        now: Instant,
    ) -> Result<Vec<Instant>, Error> {
        let mut tx = self.engine.db.write().await?;
        tx.take_membership(of).await?;
        tx.forget_reminders(of).await?;
        for (slot, time) in times.iter().take(REMINDERS_MAX).enumerate() {
            // Slot 1 was the last call before there were several times.
            let slot = if slot == 0 { 0 } else { slot as i64 + 1 };
            tx.add_reminder(of, slot, (When::At(*time), weekdays), at).await?;
        }
        if has_last_call {
            tx.add_reminder(of, 1, (When::LastCall, weekdays), at).await?;
        }
        tx.commit().await?;
        self.engine.memberships().touch(of, now).await?;
        let Some(view) = self.engine.memberships().view(of, now).await? else { return Ok(vec![]) };
        let wall = self.of(of).await?.into_iter().filter_map(|reminder| match reminder.when {
            When::At(time) => Some((time, reminder.next.map(|(at, _)| at))),
            When::LastCall => None,
        });
        let after = |time, at| next(&view.history, at, time, weekdays).map(|(at, _)| at);
        let mut instants: Vec<Instant> = wall
            .flat_map(|(time, first)| {
                std::iter::successors(first, move |at| after(time, *at)).take(SHOWN)
            })
            .collect();
        instants.sort_unstable();
        instants.truncate(SHOWN);
        Ok(instants)
    }

    /// Reminds once more after a while of what is still open then, in one message as far as possible. What has its
    /// last instant before that is left out; gives how many are left.
    pub async fn snooze(
        self,
        person: PersonId,
        events: &[(EventId, Instant)],
        at: DestinationId,
        wait_s: i64,
        now: Instant,
    ) -> Result<usize, Error> {
        let then = now.plus_s(wait_s);
        let open: Vec<(EventId, Instant)> =
            events.iter().copied().filter(|(_, ends_at)| *ends_at > then).collect();
        // What was put off before is put off anew.
        match open[..] {
            [(event, _)] => {
                let mut tx = self.engine.db.write().await?;
                let keys = snooze_all_keys(person, now, wait_s);
                tx.leave_out_of_snoozes(Membership { event, person }, &keys).await?;
                tx.commit().await?;
            }
            _ => self.stop_snoozes(person, wait_s, now).await?,
        }
        for (n, chunk) in open.chunks(TOGETHER_MAX).enumerate() {
            let ends_at = chunk.iter().map(|(_, ends_at)| *ends_at).max().unwrap_or(then);
            let (topic, key) = match chunk {
                [(event, _)] => {
                    let of = Membership { event: *event, person };
                    (Topic::Reminder { event: *event, person }, snooze_key(of, now, wait_s))
                }
                several => {
                    let mut together = [None; TOGETHER_MAX];
                    together
                        .iter_mut()
                        .zip(several)
                        .for_each(|(place, (one, _))| *place = Some(*one));
                    let key = snooze_all_key(person, n, now, wait_s);
                    (Topic::Reminders { person, events: together }, key)
                }
            };
            self.engine
                .deliveries()
                .send(at, topic, key, then, (ends_at.0 - then.0).min(GRACE_S), now)
                .await?;
        }
        Ok(open.len())
    }

    /// Takes back what was put off for several events at once.
    pub async fn stop_snoozes(
        self,
        person: PersonId,
        wait_s: i64,
        now: Instant,
    ) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.withdraw(&snooze_all_keys(person, now, wait_s), now).await?;
        tx.commit().await
    }

    /// Sends no more reminders before the member's day is over, nor what a snooze of `wait_s` has put off.
    pub async fn not_today(self, of: Membership, wait_s: i64, now: Instant) -> Result<(), Error> {
        let Some(view) = self.engine.memberships().view(of, now).await? else { return Ok(()) };
        let (history, standing) = (&view.history, &view.life.standing);
        let last = history.clock.end_of(standing.today).plus_s(-1);
        let call_day = |at| history.clock.day_of(at);
        let mut tx = self.engine.db.write().await?;
        tx.take_membership(of).await?;
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
        tx.leave_out_of_snoozes(of, &snooze_all_keys(of.person, now, wait_s)).await?;
        tx.commit().await
    }

    /// Stops reminding.
    pub async fn stop(self, of: Membership) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.take_membership(of).await?;
        tx.forget_reminders(of).await?;
        tx.commit().await
    }

    /// What a member asked for.
    pub async fn of(self, of: Membership) -> Result<Vec<Reminder>, Error> {
        let mut tx = self.engine.db.read().await?;
        tx.reminders(of).await
    }
}
