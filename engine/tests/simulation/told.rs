//! What others should hear and have heard, and a notifier that is not to be relied on.

use crate::dice::Dice;
use engine::rules::{Instant, News};
use engine::{Delivered, Delivery, Membership, Notifier, Platform, Topic};
use futures_util::future::{BoxFuture, pending, ready};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

const MILESTONE_PAUSE_S: i64 = 30;
const MILESTONE_NEWS_S: i64 = 3 * 86_400;
const LEASE_S: i64 = 45;
/// Attempts after which the notifier does its work, so that no delivery is given up.
const ATTEMPTS_MAX: i64 = 9;

/// How the announcement of a milestone stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// It goes out from the first instant on, up to the second one.
    Waits {
        from: Instant,
        expires_at: Instant,
        leased_until: Option<Instant>,
    },
    /// It was taken back while a process that ended held it: it may still go out, or not.
    TakenBackInFlight,
    Sent,
    Expired,
}

/// A length that somebody reached, and where it is told.
type Milestone = (Membership, u32, Platform);

#[derive(Default)]
pub struct Told {
    milestones: HashMap<Milestone, State>,
    /// Keys of everything that was sent.
    sent: HashSet<String>,
    /// Keys of everything that was handed to a notifier.
    pub tried: HashSet<String>,
    pub counts: HashMap<&'static str, u32>,
}

impl Told {
    /// What an act means for the announcements, which go out at most once, ever.
    pub fn hear(&mut self, of: Membership, place: Platform, news: News, now: Instant) {
        match news {
            News::MilestoneReached { length } => {
                let (from, expires_at) =
                    (now.plus_s(MILESTONE_PAUSE_S), now.plus_s(MILESTONE_NEWS_S));
                let waits = State::Waits { from, expires_at, leased_until: None };
                self.milestones.entry((of, length, place)).or_insert(waits);
            }
            News::MilestoneRevoked { length } => {
                let milestone = (of, length, place);
                match self.milestones.get(&milestone) {
                    Some(State::Waits { leased_until: None, .. }) => {
                        self.milestones.remove(&milestone);
                    }
                    Some(State::Waits { leased_until: Some(_), .. }) => {
                        self.milestones.insert(milestone, State::TakenBackInFlight);
                    }
                    Some(State::TakenBackInFlight | State::Sent | State::Expired) | None => {}
                }
            }
            News::Joined
            | News::Left
            | News::CheckedIn { .. }
            | News::Undone { .. }
            | News::Paused
            | News::Resumed
            | News::FreezesGiven { .. }
            | News::Repaired { .. } => {}
        }
    }

    /// Deliveries that nobody took in time are not news any more.
    fn expire(&mut self, platform: Platform, now: Instant) {
        for ((.., place), state) in &mut self.milestones {
            if let State::Waits { from, expires_at, leased_until } = *state
                && *place == platform
                && from <= now
                && expires_at <= now
                && leased_until.is_none_or(|until| until <= now)
            {
                *state = State::Expired;
            }
        }
    }

    /// Milestones that should have been told at `now` and were not.
    pub fn overdue(&self, platform: Platform, now: Instant) -> Vec<Milestone> {
        let is_overdue = |state: &State| match *state {
            State::Waits { from, expires_at, leased_until } => {
                from <= now && now < expires_at && leased_until.is_none_or(|until| until <= now)
            }
            State::TakenBackInFlight | State::Sent | State::Expired => false,
        };
        let overdue = self.milestones.iter().filter(|(_, state)| is_overdue(state));
        overdue.map(|(milestone, _)| *milestone).filter(|(.., place)| *place == platform).collect()
    }

    /// The state of a milestone that a notifier was given.
    fn taken(
        &mut self,
        delivery: &Delivery,
        platform: Platform,
    ) -> Option<(Milestone, &mut State)> {
        let Topic::Milestone { event, person, length } = delivery.topic else { return None };
        let milestone = (Membership { event, person }, length, platform);
        let state = self.milestones.get_mut(&milestone);
        let state = state.unwrap_or_else(|| panic!("{milestone:?} was not reached, and is told"));
        if let State::Waits { from, expires_at, leased_until } = *state {
            let is_due = from <= delivery.now && delivery.now < expires_at;
            let is_free = leased_until.is_none_or(|until| until <= delivery.now);
            assert!(is_due && is_free, "{milestone:?} is told at {:?}: {state:?}", delivery.now);
        } else {
            assert_eq!(*state, State::TakenBackInFlight, "{milestone:?} is told again");
        }
        Some((milestone, state))
    }

    fn conclude(&mut self, delivery: &Delivery, platform: Platform, outcome: &Outcome) {
        let keys = keys(delivery);
        self.tried.extend(keys.iter().cloned());
        let name = match delivery.topic {
            Topic::Milestone { .. } => "milestones",
            Topic::Reminder { .. } | Topic::Reminders { .. } => "reminders",
            _ => "others",
        };
        if let Outcome::Sends = outcome {
            for key in keys {
                assert!(self.sent.insert(key.clone()), "{key} is sent twice");
            }
            *self.counts.entry(name).or_default() += 1;
        }
        let Some((_, state)) = self.taken(delivery, platform) else { return };
        match (outcome, *state) {
            (Outcome::Sends, _) => *state = State::Sent,
            (Outcome::Later(wait_s), State::Waits { expires_at, .. }) => {
                let from = delivery.now.plus_s(*wait_s);
                *state = State::Waits { from, expires_at, leased_until: None };
            }
            (Outcome::Ends, State::Waits { from, expires_at, .. }) => {
                let leased_until = Some(delivery.now.plus_s(LEASE_S));
                *state = State::Waits { from, expires_at, leased_until };
            }
            (_, State::TakenBackInFlight | State::Sent | State::Expired) => {}
        }
    }
}

/// What a delivery stands for: each reminder of several that come in one message.
fn keys(delivery: &Delivery) -> Vec<String> {
    let Topic::Reminders { events, .. } = delivery.topic else {
        return vec![delivery.dedupe_key.clone()];
    };
    let rest = delivery.dedupe_key.splitn(3, ':').nth(2).unwrap_or_default();
    events.iter().flatten().map(|event| format!("rem:{}:{rest}", event.0)).collect()
}

/// What becomes of an attempt.
enum Outcome {
    Sends,
    Later(i64),
    /// The process ends before anything was sent.
    Ends,
}

/// Sends, asks to wait, or never answers, by chance.
pub struct Unreliable {
    pub platform: Platform,
    pub told: Arc<Mutex<Told>>,
    pub dice: Mutex<Dice>,
    /// The process that delivers ends at the first attempt.
    pub ends: bool,
    pub ended: Notify,
    pub stop: CancellationToken,
}

impl Notifier for Unreliable {
    fn platform(&self) -> Platform {
        self.platform
    }

    fn deliver<'a>(&'a self, delivery: &'a Delivery) -> BoxFuture<'a, Delivered> {
        // One batch, so that whoever waits for the end need not look at the clock.
        self.stop.cancel();
        let mut told = self.told.lock().unwrap();
        told.expire(self.platform, delivery.now);
        let mut dice = self.dice.lock().unwrap();
        let outcome = if self.ends {
            self.ended.notify_one();
            Outcome::Ends
        } else if dice.one_in(3) && delivery.attempts < ATTEMPTS_MAX {
            Outcome::Later(dice.int(1..=3600))
        } else {
            Outcome::Sends
        };
        told.conclude(delivery, self.platform, &outcome);
        match outcome {
            Outcome::Sends => Box::pin(ready(Delivered::Sent { remote_id: None })),
            Outcome::Later(wait_s) => {
                Box::pin(ready(Delivered::Later { wait_s, why: "chance".to_owned() }))
            }
            Outcome::Ends => Box::pin(pending()),
        }
    }
}
