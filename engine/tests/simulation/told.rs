//! What others should hear and have heard, and a notifier that is not to be relied on.

use crate::dice::Dice;
use engine::rules::{Instant, News};
use engine::{Delivered, Delivery, GREAT_FROM, Membership, Notifier, Platform, Topic};
use futures_util::future::{BoxFuture, pending, ready};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

const MILESTONE_PAUSE_S: i64 = 30;
const MILESTONE_NEWS_S: i64 = 3 * 86_400;
/// How long the first milestone of a moment waits for others, and how long others wait after it.
const GATHER_WAIT_S: i64 = 600;
const GATHER_GAP_S: i64 = 12 * 3600;
const GATHER_SLACK_S: i64 = 60;
const GATHER_SETTLES_S: i64 = 30;
const GATHER_SET_BACK_S: i64 = 3600;
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

/// What is told of milestones, and where: a great one, or all of a time.
type Milestone = (What, Platform);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    Alone(Membership, u32),
    Within(Instant, Instant),
}

/// A milestone that is told together with others.
#[derive(Default)]
struct Small {
    reached_at: Option<Instant>,
    is_revoked: bool,
    was_revoked: bool,
    told_at: HashSet<Platform>,
    /// Where its event is announced.
    places: HashSet<Platform>,
}

/// A great milestone, which has a message of its own.
#[derive(Default)]
struct Great {
    reached_at: Option<Instant>,
    is_revoked: bool,
    /// Anywhere, alone or within the message about its time.
    is_told: bool,
    places: HashSet<Platform>,
}

#[derive(Default)]
pub struct Told {
    milestones: HashMap<Milestone, State>,
    small: HashMap<(Membership, u32), Small>,
    great: HashMap<(Membership, u32), Great>,
    /// The time that is gathered last in each place.
    gathers: HashMap<Platform, (Instant, Instant)>,
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
            News::MilestoneReached { length } if length < GREAT_FROM => {
                let small = self.small.entry((of, length)).or_default();
                small.is_revoked = false;
                small.places.insert(place);
                if small.told_at.is_empty() {
                    small.reached_at = Some(now);
                    self.gather(place, now);
                }
            }
            News::MilestoneRevoked { length } if length < GREAT_FROM => {
                let small = self.small.entry((of, length)).or_default();
                (small.is_revoked, small.was_revoked) = (true, true);
            }
            News::MilestoneReached { length } => {
                let great = self.great.entry((of, length)).or_default();
                great.is_revoked = false;
                great.places.insert(place);
                // Others of its time are told together, whether it is told alone or with them.
                if !great.is_told {
                    great.reached_at = Some(now);
                    self.gather(place, now);
                }
                let (from, expires_at) =
                    (now.plus_s(MILESTONE_PAUSE_S), now.plus_s(MILESTONE_NEWS_S));
                let waits = State::Waits { from, expires_at, leased_until: None };
                self.milestones.entry((What::Alone(of, length), place)).or_insert(waits);
            }
            News::MilestoneRevoked { length } => {
                self.great.entry((of, length)).or_default().is_revoked = true;
                let milestone = (What::Alone(of, length), place);
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

    /// Opens a time in a place, unless one is open.
    fn gather(&mut self, place: Platform, at: Instant) {
        let fresh = (at.plus_s(-GATHER_SLACK_S), at.plus_s(GATHER_WAIT_S));
        let time = match self.gathers.get(&place) {
            // What is a little older belongs to the time before.
            Some(&(from, until)) if from.plus_s(-GATHER_SET_BACK_S) <= at && at < until => return,
            Some(&(_, until)) if until <= at => {
                let ready_at = fresh.1.max(until.plus_s(GATHER_GAP_S));
                (fresh.0.max(until), ready_at)
            }
            _ => fresh,
        };
        self.gathers.insert(place, time);
        let expires_at = time.1.plus_s(MILESTONE_NEWS_S);
        let waits =
            State::Waits { from: time.1.plus_s(GATHER_SETTLES_S), expires_at, leased_until: None };
        self.milestones.insert((What::Within(time.0, time.1), place), waits);
    }

    /// A place was told of a time: of each milestone in it once, ever.
    fn hear_of(&mut self, place: Platform, (from, until): (Instant, Instant)) {
        for (milestone, small) in &mut self.small {
            let is_within = small.reached_at.is_some_and(|at| from <= at && at < until);
            if is_within && !small.is_revoked && small.places.contains(&place) {
                assert!(small.told_at.insert(place), "{milestone:?} is told twice on {place:?}");
            }
        }
        for great in self.great.values_mut() {
            let is_within = great.reached_at.is_some_and(|at| from <= at && at < until);
            great.is_told |= is_within && !great.is_revoked && great.places.contains(&place);
        }
    }

    /// Milestones that stood all the time, whose time is past, and of which a place was not told.
    pub fn forgotten(&self, now: Instant) -> Vec<(Membership, u32)> {
        let is_told = |small: &Small| {
            small.places.iter().all(|place| {
                let is_past = |(&(what, at), state): (&Milestone, &State)| match what {
                    What::Within(from, until) => {
                        small.reached_at.is_some_and(|reached| from <= reached && reached < until)
                            && at == *place
                            && matches!(state, State::Sent)
                    }
                    What::Alone(..) => false,
                };
                small.told_at.contains(place) || !self.milestones.iter().any(is_past)
            })
        };
        let is_old =
            |small: &Small| small.reached_at.is_some_and(|at| at.plus_s(2 * GATHER_GAP_S) < now);
        let forgotten = self
            .small
            .iter()
            .filter(|(_, small)| !small.was_revoked && is_old(small) && !is_told(small));
        forgotten.map(|(milestone, _)| *milestone).collect()
    }

    /// Deliveries that nobody took in time are not news any more.
    fn expire(&mut self, platform: Platform, now: Instant) {
        for ((_, place), state) in &mut self.milestones {
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
        overdue.map(|(milestone, _)| *milestone).filter(|(_, place)| *place == platform).collect()
    }

    /// The state of a milestone that a notifier was given.
    fn taken(
        &mut self,
        delivery: &Delivery,
        platform: Platform,
    ) -> Option<(Milestone, &mut State)> {
        let what = match delivery.topic {
            Topic::Milestone { event, person, length } => {
                What::Alone(Membership { event, person }, length)
            }
            Topic::Milestones { from, until } => What::Within(from, until),
            _ => return None,
        };
        let milestone = (what, platform);
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
            Topic::Milestone { .. } | Topic::Milestones { .. } => "milestones",
            Topic::Reminder { .. } | Topic::Reminders { .. } => "reminders",
            _ => "others",
        };
        if let Outcome::Sends = outcome {
            for key in keys {
                assert!(self.sent.insert(key.clone()), "{key} is sent twice");
            }
            *self.counts.entry(name).or_default() += 1;
        }
        if let (Topic::Milestones { from, until }, Outcome::Sends) = (delivery.topic, outcome) {
            self.hear_of(platform, (from, until));
        }
        if let (Topic::Milestone { event, person, length }, Outcome::Sends) =
            (delivery.topic, outcome)
        {
            let of = Membership { event, person };
            self.great.entry((of, length)).or_default().is_told = true;
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
