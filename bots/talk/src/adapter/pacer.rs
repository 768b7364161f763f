//! Keeps to what a platform allows, in all and for each place, and leaves it alone while it is down.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

use crate::adapter::serve::Now;

/// Places that are remembered.
const PLACES_MAX: usize = 10_000;
/// A platform that failed so often in a row is asked by one message, this far apart.
const FAILURES_MAX: u32 = 10;
const PROBE_EVERY: Duration = Duration::from_secs(30);
/// So many requests that it refuses as invalid make Discord ban an address; news end at half of them.
const INVALID_WINDOW: Duration = Duration::from_secs(600);
const INVALID_MAX: usize = 5000;
/// How many news may leave in a burst.
const BURST_OF_NEWS: u32 = 8;

/// How fast messages may follow each other.
#[derive(Debug, Clone, Copy)]
pub struct Rate {
    /// The distance of two messages in the long run.
    pub every: Duration,
    /// How many may come without any.
    pub burst: u32,
}

/// What is to be said: somebody waits for an answer, and nobody for news.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    Answer,
    News,
}

/// Keeps to what a platform allows.
pub struct Pacer {
    /// None where nothing is limited but by what the platform says, as in a sandbox.
    rates: Option<Rates>,
    /// A clock that visitors set, with what it and the true one showed at first.
    clock: Option<(Now, i64, Instant)>,
    state: Mutex<State>,
}

#[derive(Debug)]
struct Rates {
    in_all: Duration,
    of_place: fn(&str) -> Rate,
}

#[derive(Debug, Default)]
struct State {
    /// When the next message would be on time, in all and for each place.
    next: Option<Instant>,
    places: HashMap<String, Place>,
    /// Until when the platform wants to be left alone.
    paused: Option<Instant>,
    failures: u32,
    probed: Option<Instant>,
    invalid: VecDeque<Instant>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Place {
    next: Option<Instant>,
    paused: Option<Instant>,
}

impl Pacer {
    /// With so many messages a second in all, and a rate for each place by its address.
    pub fn new(per_second: u32, of_place: fn(&str) -> Rate) -> Pacer {
        let in_all = Duration::from_secs(1) / per_second.max(1);
        Pacer { rates: Some(Rates { in_all, of_place }), clock: None, state: Mutex::default() }
    }

    /// Waits only where the platform asks for it, by a clock that may be put forward.
    pub fn unlimited(now: Now) -> Pacer {
        let began = (now().0, Instant::now());
        Pacer { rates: None, clock: Some((now, began.0, began.1)), state: Mutex::default() }
    }

    /// What the clock shows by which all this is counted: nobody can set it back.
    pub fn now(&self) -> Instant {
        let true_now = Instant::now();
        let Some((now, began_s, began)) = &self.clock else { return true_now };
        let ahead_s = now().0 - began_s - began.elapsed().as_secs() as i64;
        // A second more or less is no jump.
        true_now + Duration::from_secs((ahead_s - 1).max(0).unsigned_abs())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// Takes the turn of a message to this place.
    ///
    /// # Errors
    /// How long this place has to wait.
    pub fn admit(&self, place: &str, urgency: Urgency, now: Instant) -> Result<(), Duration> {
        if let Some(wait) = self.left(place, now) {
            return Err(wait);
        }
        let mut state = self.state();
        let Some(rates) = &self.rates else { return Ok(()) };
        let rate = (rates.of_place)(place);
        if state.places.len() >= PLACES_MAX {
            let due = |until: Option<Instant>| left(until, now).is_some();
            state.places.retain(|_, place| due(place.next) || due(place.paused));
        }
        let next = state.next;
        let of_place = state.places.entry(place.to_owned()).or_default();
        let waits = [
            early(of_place.next, now, rate.every * rate.burst.saturating_sub(1)),
            early(next, now, rates.in_all * (BURST_OF_NEWS - 1)),
        ];
        // Answers are few, and somebody waits: they take a turn, and news make room for it.
        if let (Some(wait), Urgency::News) = (waits.into_iter().flatten().max(), urgency) {
            return Err(wait);
        }
        of_place.next = Some(of_place.next.map_or(now, |next| next.max(now)) + rate.every);
        state.next = Some(next.map_or(now, |next| next.max(now)) + rates.in_all);
        Ok(())
    }

    /// How long the platform wants this place, or everything, to be left alone; none if it does not.
    fn left(&self, place: &str, now: Instant) -> Option<Duration> {
        let everything = left(self.state().paused, now);
        everything.max(self.left_of_place(place, now))
    }

    /// How long the platform wants this place to be left alone, whatever it wants of the others.
    pub fn left_of_place(&self, place: &str, now: Instant) -> Option<Duration> {
        let paused = self.state().places.get(place).and_then(|place| place.paused);
        left(paused, now)
    }

    /// How many news may leave now. Of a platform that fails again and again this takes the turn to ask it once more.
    ///
    /// # Errors
    /// How long none can leave.
    pub fn room(&self, now: Instant) -> Result<usize, Duration> {
        let mut state = self.state();
        let old = |at: &Instant| now.duration_since(*at) > INVALID_WINDOW;
        while state.invalid.front().is_some_and(old) {
            state.invalid.pop_front();
        }
        if state.invalid.len() >= INVALID_MAX {
            return Err(PROBE_EVERY);
        }
        if let Some(wait) = left(state.paused, now) {
            return Err(wait);
        }
        if state.failures >= FAILURES_MAX {
            let probe = state.probed.map(|at| at + PROBE_EVERY);
            if let Some(wait) = left(probe, now) {
                return Err(wait);
            }
            state.probed = Some(now);
            return Ok(1);
        }
        let Some(rates) = &self.rates else { return Ok(usize::MAX) };
        let may_owe = rates.in_all * (BURST_OF_NEWS - 1);
        if let Some(wait) = early(state.next, now, may_owe) {
            return Err(wait);
        }
        let owed = left(state.next, now).unwrap_or_default();
        let free = (may_owe - owed).as_nanos() / rates.in_all.as_nanos().max(1);
        Ok(free as usize + 1)
    }

    /// The platform asked to wait: with this place, or with everything.
    pub fn wait(&self, place: &str, wait: Duration, is_global: bool, now: Instant) {
        let until = now + wait;
        let mut state = self.state();
        let later = |known: Option<Instant>| Some(known.map_or(until, |known| known.max(until)));
        if is_global {
            state.paused = later(state.paused);
        }
        let place = state.places.entry(place.to_owned()).or_default();
        place.paused = later(place.paused);
    }

    /// The platform answered, whatever it said.
    pub fn answered(&self) {
        self.state().failures = 0;
    }

    /// The platform failed, or did not answer. True if it is news that it does so again and again.
    pub fn failed(&self, now: Instant) -> bool {
        let mut state = self.state();
        state.failures = state.failures.saturating_add(1);
        let is_down = state.failures == FAILURES_MAX;
        if is_down {
            state.probed = Some(now);
        }
        is_down
    }

    /// The platform counts this request as invalid.
    pub fn invalid(&self, now: Instant) {
        let mut state = self.state();
        if state.invalid.len() < INVALID_MAX {
            state.invalid.push_back(now);
        }
    }
}

/// How long it is until then; none if that is over.
fn left(until: Option<Instant>, now: Instant) -> Option<Duration> {
    until.and_then(|until| until.checked_duration_since(now)).filter(|wait| !wait.is_zero())
}

/// How long to wait until no more than this is owed.
fn early(next: Option<Instant>, now: Instant, may_owe: Duration) -> Option<Duration> {
    left(next, now + may_owe)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    const CHAT: Rate = Rate { every: Duration::from_secs(1), burst: 1 };
    const GROUP: Rate = Rate { every: Duration::from_millis(3500), burst: 3 };

    fn pacer() -> Pacer {
        Pacer::new(30, |place| if place.starts_with('-') { GROUP } else { CHAT })
    }

    fn s(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn a_group_gets_no_more_than_twenty_messages_in_a_minute() {
        let (pacer, began) = (pacer(), Instant::now());
        let (mut sent, mut now) = (vec![], began);
        while now < began + s(300) {
            match pacer.admit("-100", Urgency::News, now) {
                Ok(()) => sent.push(now),
                Err(wait) => now += wait,
            }
        }
        for (n, first) in sent.iter().enumerate() {
            let count = sent[n..].iter().take_while(|at| **at < *first + s(60)).count();
            assert!(count <= 20, "{count} from the {n}th on");
        }
        assert!(sent.len() >= 85, "{}", sent.len());
    }

    #[test]
    fn news_for_many_leave_at_what_the_platform_allows_and_no_faster() {
        let (pacer, began) = (pacer(), Instant::now());
        let (mut sent, mut now) = (0_u32, began);
        while now < began + s(60) {
            match pacer.room(now) {
                Err(wait) => now += wait,
                Ok(room) => {
                    for _ in 0..room {
                        pacer.admit(&sent.to_string(), Urgency::News, now).expect("it is due");
                        sent += 1;
                    }
                }
            }
        }
        assert!((1710..=1810).contains(&sent), "{sent}");
    }

    #[test]
    fn an_answer_waits_for_no_news() {
        let (pacer, now) = (pacer(), Instant::now());
        while pacer.room(now).is_ok() {
            pacer.admit("1", Urgency::Answer, now).expect("answers do not wait");
        }
        pacer.admit("2", Urgency::Answer, now).expect("answers do not wait");
        assert!(pacer.admit("3", Urgency::News, now).is_err());
    }

    #[test]
    fn a_place_that_asks_to_wait_is_left_alone_and_no_other() {
        let (pacer, now) = (pacer(), Instant::now());
        let wait = Duration::from_millis(2300);
        pacer.wait("1", wait, false, now);
        assert_eq!(pacer.admit("1", Urgency::Answer, now), Err(wait));
        pacer.admit("2", Urgency::News, now).expect("it did not ask for that");
        assert!(pacer.room(now).is_ok());
        let now = now + wait;
        pacer.admit("1", Urgency::News, now).expect("it has waited");
        pacer.wait("1", s(9), true, now);
        assert_eq!(pacer.admit("2", Urgency::Answer, now), Err(s(9)));
        assert_eq!(pacer.room(now), Err(s(9)));
        assert_eq!(pacer.left_of_place("1", now), Some(s(9)));
        assert_eq!(pacer.left_of_place("2", now), None);
    }

    #[test]
    fn a_platform_that_is_down_is_asked_twice_a_minute() {
        let (pacer, began) =
            (Pacer::unlimited(Arc::new(|| engine::rules::Instant(0))), Instant::now());
        let (mut asked, mut now) = (0, began);
        while now < began + s(610) {
            match pacer.room(now) {
                Err(wait) => now += wait,
                Ok(room) => {
                    assert!(asked < FAILURES_MAX || room == 1, "a probe is one message");
                    asked += 1;
                    pacer.failed(now);
                }
            }
        }
        assert_eq!(asked, 30);
        pacer.answered();
        assert!(pacer.room(now).is_ok());
    }

    #[test]
    fn a_clock_that_is_put_forward_ends_a_pause() {
        let clock = Arc::new(std::sync::atomic::AtomicI64::new(1000));
        let shown = clock.clone();
        let read = move || engine::rules::Instant(shown.load(std::sync::atomic::Ordering::SeqCst));
        let pacer = Pacer::unlimited(Arc::new(read));
        pacer.wait("1", s(40), false, pacer.now());
        assert!(pacer.left("1", pacer.now()).is_some());
        clock.fetch_add(60, std::sync::atomic::Ordering::SeqCst);
        assert_eq!(pacer.left("1", pacer.now()), None);
    }

    #[test]
    fn too_many_invalid_requests_end_the_news_for_a_while() {
        let (pacer, now) =
            (Pacer::unlimited(Arc::new(|| engine::rules::Instant(0))), Instant::now());
        (0..INVALID_MAX).for_each(|_| pacer.invalid(now));
        assert!(pacer.room(now).is_err());
        assert!(pacer.room(now + INVALID_WINDOW + s(1)).is_ok());
    }
}
