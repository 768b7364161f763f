//! How much a person and a place may ask for, and how much a channel is told unasked (S15, S9), so that nobody keeps
//! others waiting. What was used stands in the memory of a process, and begins anew with it.

use rules::Instant;
use rules::check_in::ENTRIES_A_DAY_MAX;
use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::{BuildHasher as _, RandomState};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::ids::{DestinationId, PersonId, Platform};

/// Events of one person that are read at a time.
pub(crate) const OF_PERSON_MAX: usize = 1_000;
/// People, their accounts and places that are remembered. Where more than that are busy at once, the next are not
/// counted.
const KEYS_MAX: usize = 20_000;
/// Requests that were let in and may be tried again.
const ADMITTED_MAX: usize = 50_000;
/// A clock that is set back by more than this begins anew, and so does what was long on its way.
const SET_BACK_MS: i64 = 600_000;
const MINUTE_MS: i64 = 60_000;
const DAY_S: i64 = 86_400;

/// The limits as whoever runs this instance sets them; 0 is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// What a person says or presses in a minute, and how much of it may come at once.
    pub commands: u32,
    pub commands_at_once: u32,
    /// The same of all who are in a group or channel.
    pub place_commands: u32,
    /// How often choices are offered to a person who types, in a minute.
    pub suggestions: u32,
    /// Invite and link codes that a person tries in a minute, and all who are in a group or channel.
    pub code_tries: u32,
    pub place_code_tries: u32,
    /// Codes of an event that let people in at a time.
    pub open_codes: u32,
    /// Events that a person makes in a day.
    pub new_events: u32,
    /// Check-ins of a member in a day, and of a person in all their events between two midnights of UTC.
    pub check_ins: u32,
    pub person_check_ins: u32,
    /// Members of an event, events that a person runs at a time, and events that go on in which they are.
    pub event_members: u32,
    pub owned_events: u32,
    pub joined_events: u32,
    /// Messages that a channel is sent unasked in a day, before those are left out that nobody misses.
    pub place_notices: u32,
    /// Seconds from one such message of a channel to the next.
    pub place_apart_s: u32,
}

impl Default for Limits {
    /// None to how fast things come, but for the check-ins of a day, which are read again with each of them. What grows has
    /// an end.
    fn default() -> Limits {
        Limits {
            commands: 0,
            commands_at_once: 0,
            place_commands: 0,
            suggestions: 0,
            code_tries: 0,
            place_code_tries: 0,
            open_codes: 0,
            new_events: 0,
            check_ins: ENTRIES_A_DAY_MAX as u32,
            person_check_ins: 5_000,
            event_members: 10_000,
            owned_events: 50,
            joined_events: 200,
            place_notices: 0,
            place_apart_s: 0,
        }
    }
}

impl Limits {
    /// Check-ins that a member may have in a day, if there is an end to them.
    pub fn check_ins_max(&self) -> Option<usize> {
        Some(self.check_ins as usize).filter(|most| *most > 0)
    }
}

/// Who asks for something, and where.
#[derive(Debug, Clone, Copy)]
pub struct Caller<'a> {
    /// The account by which they ask; none for a program.
    pub account: Option<(Platform, &'a str)>,
    /// Who they are, where that is known: what is asked by all their accounts counts together.
    pub person: Option<PersonId>,
    /// The group or channel; none in private.
    pub place: Option<(Platform, &'a str)>,
    /// Names a request that may be tried again by us: what was let in once is let in again. None where whoever asks
    /// chooses the name.
    pub key: Option<&'a str>,
    /// Whether an answer can reach them and nobody else.
    pub can_be_told: bool,
    /// When they said it.
    pub at: Instant,
}

/// It is too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    /// When it is over.
    pub until: Instant,
    /// Whether they have not been told yet; they count as told now.
    pub is_first: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum What {
    Command,
    Suggestion,
    Code,
}

/// How fast something may follow itself.
#[derive(Debug, Clone, Copy)]
struct Rate {
    every_ms: i64,
    may_owe_ms: i64,
}

impl Rate {
    fn of(per_minute: u32, at_once: u32) -> Option<Rate> {
        let every_ms = MINUTE_MS.checked_div(per_minute.into())?.max(1);
        // Without a limit of its own, as many may come at once as a minute takes.
        let at_once = if at_once == 0 { per_minute } else { at_once };
        Some(Rate { every_ms, may_owe_ms: every_ms * i64::from(at_once) })
    }
}

/// What one person or place has used of one rate, in milliseconds since 1970.
#[derive(Debug, Default, Clone, Copy)]
struct Bucket {
    /// The latest that was heard: time does not run backwards here.
    now: i64,
    /// When all is free again.
    free_at: i64,
    /// Until when nothing is listened to, and until when that has been said.
    shut_until: i64,
    told_until: i64,
}

impl Bucket {
    /// When the next may come, if it may not now.
    fn next(&self, rate: Rate) -> Option<i64> {
        let next = self.free_at.max(self.now) + rate.every_ms - rate.may_owe_ms;
        Some(next).filter(|next| *next > self.now)
    }

    /// Until when a person is not listened to: once it was too much, all has to be free again.
    fn shut(&mut self, rate: Rate) -> Option<i64> {
        if self.shut_until <= self.now {
            self.next(rate)?;
            self.shut_until = full_minute(self.free_at);
        }
        Some(self.shut_until)
    }

    fn take(&mut self, rate: Rate) {
        self.free_at = self.free_at.max(self.now) + rate.every_ms;
    }

    /// Notes that they are told; whether that is news.
    fn tell(&mut self, until: i64) -> bool {
        let is_first = self.told_until <= self.now;
        if is_first {
            self.told_until = until;
        }
        is_first
    }

    fn is_idle(&self, now: i64) -> bool {
        self.free_at.max(self.shut_until).max(self.told_until) <= now
    }
}

/// The minute by which this is over, as clocks are read.
fn full_minute(at: i64) -> i64 {
    (at + MINUTE_MS - 1).div_euclid(MINUTE_MS) * MINUTE_MS
}

/// What a channel was sent on a day.
#[derive(Debug, Default, Clone, Copy)]
struct Told {
    day: i64,
    count: u32,
    is_logged: bool,
    /// When it was sent something that nobody there had asked for.
    unasked_at: Option<Instant>,
}

#[derive(Debug, Default)]
struct State {
    buckets: HashMap<u64, Bucket>,
    /// Requests that were let in, and the same in their order.
    admitted: HashSet<u64>,
    order: VecDeque<u64>,
    told: HashMap<DestinationId, Told>,
    /// The day on which people checked in last, and how often.
    entered: HashMap<PersonId, (i64, u32)>,
}

impl State {
    /// What is known under a key; none where too many others are busy.
    fn bucket(&mut self, key: u64, at: i64) -> Option<&mut Bucket> {
        if self.buckets.len() >= KEYS_MAX && !self.buckets.contains_key(&key) {
            self.buckets.retain(|_, bucket| !bucket.is_idle(at));
            if self.buckets.len() >= KEYS_MAX {
                return None;
            }
        }
        let bucket = self.buckets.entry(key).or_default();
        if at < bucket.now - SET_BACK_MS {
            *bucket = Bucket::default();
        }
        bucket.now = bucket.now.max(at);
        Some(bucket)
    }

    fn admit(&mut self, request: u64) {
        if self.admitted.insert(request) {
            self.order.push_back(request);
        }
        if self.order.len() > ADMITTED_MAX
            && let Some(oldest) = self.order.pop_front()
        {
            self.admitted.remove(&oldest);
        }
    }

    /// What a channel was sent today; none where too many others are busy.
    fn told(&mut self, place: DestinationId, now: Instant) -> Option<&mut Told> {
        let day = now.0.div_euclid(DAY_S);
        if self.told.len() >= KEYS_MAX && !self.told.contains_key(&place) {
            self.told.retain(|_, told| told.day == day);
            if self.told.len() >= KEYS_MAX {
                return None;
            }
        }
        let told = self.told.entry(place).or_default();
        if told.day != day {
            *told = Told { day, unasked_at: told.unasked_at, ..Told::default() };
        }
        Some(told)
    }
}

/// Keeps to the limits.
#[derive(Debug, Default)]
pub struct Limiter {
    limits: Limits,
    /// Names are kept as what they hash to, by a secret of this process.
    hash: RandomState,
    state: Mutex<State>,
}

impl Limiter {
    pub(crate) fn new(limits: Limits) -> Limiter {
        Limiter { limits, ..Limiter::default() }
    }

    pub fn settings(&self) -> Limits {
        self.limits
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets somebody say or press something. Whoever is too quick is not listened to until all is free again; a place
    /// goes on at its rate, since it is full of others.
    ///
    /// # Errors
    /// How long to wait.
    pub fn command(&self, caller: &Caller<'_>) -> Result<(), Wait> {
        let Limits { commands, commands_at_once, place_commands, .. } = self.limits;
        let own = Rate::of(commands, commands_at_once);
        self.take(What::Command, caller, own, Rate::of(place_commands, place_commands))
    }

    /// Lets somebody try a code, whether it is right or wrong.
    ///
    /// # Errors
    /// How long to wait.
    pub fn code(&self, caller: &Caller<'_>) -> Result<(), Wait> {
        let Limits { code_tries, place_code_tries, .. } = self.limits;
        let own = Rate::of(code_tries, code_tries);
        self.take(What::Code, caller, own, Rate::of(place_code_tries, place_code_tries))
    }

    /// Whether choices are offered to somebody who types.
    pub fn suggestion(&self, caller: &Caller<'_>) -> bool {
        let Some(rate) = Rate::of(self.limits.suggestions, self.limits.suggestions) else {
            return true;
        };
        let Some(account) = caller.account else { return true };
        let key = self.key(What::Suggestion, "account", account);
        let mut state = self.state();
        let Some(bucket) = state.bucket(key, millis(caller.at)) else { return true };
        let is_free = bucket.next(rate).is_none();
        if is_free {
            bucket.take(rate);
        }
        is_free
    }

    /// Whether an account is not listened to, whoever it may be of.
    pub fn is_shut(&self, caller: &Caller<'_>) -> bool {
        let Some(account) = caller.account else { return false };
        let key = self.key(What::Command, "account", account);
        let state = self.state();
        let bucket = state.buckets.get(&key);
        bucket.is_some_and(|bucket| bucket.shut_until > bucket.now.max(millis(caller.at)))
    }

    fn key(&self, what: What, of: &str, (platform, name): (Platform, &str)) -> u64 {
        self.hash.hash_one((what, of, platform.name(), name))
    }

    fn take(
        &self,
        what: What,
        caller: &Caller<'_>,
        own: Option<Rate>,
        of_place: Option<Rate>,
    ) -> Result<(), Wait> {
        if own.is_none() && of_place.is_none() {
            return Ok(());
        }
        let at = millis(caller.at);
        let request = caller.key.map(|key| self.hash.hash_one((what, "request", key)));
        let account = caller.account.map(|account| self.key(what, "account", account));
        let person = caller.person.map(|person| self.hash.hash_one((what, "person", person.0)));
        let place = caller.place.map(|place| self.key(what, "place", place)).zip(of_place);
        // With the first that somebody says it is not known yet who they are.
        let mine = || account.into_iter().chain(person);
        let mut state = self.state();
        if request.is_some_and(|request| state.admitted.contains(&request)) {
            return Ok(());
        }
        let mut until =
            own.and_then(|rate| mine().filter_map(|key| state.bucket(key, at)?.shut(rate)).max());
        if let Some(until) = until {
            // From then on the account is turned away without a look at who it is.
            for key in mine() {
                if let Some(bucket) = state.bucket(key, at) {
                    bucket.shut_until = until;
                }
            }
        } else {
            until = place.and_then(|(key, rate)| state.bucket(key, at)?.next(rate));
        }
        if let Some(until) = until.map(full_minute) {
            // Where it is known who they are, that says whether they were told.
            let told = mine().filter_map(|key| Some(state.bucket(key, at)?.tell(until)));
            let is_first = caller.can_be_told && told.fold(false, |_, is_first| is_first);
            return Err(Wait { until: Instant(until / 1000), is_first });
        }
        let own = own.into_iter().flat_map(|rate| mine().map(move |key| (key, rate)));
        for (key, rate) in own.chain(place) {
            if let Some(bucket) = state.bucket(key, at) {
                bucket.take(rate);
            }
        }
        if let Some(request) = request {
            state.admit(request);
        }
        Ok(())
    }

    /// Whether a person has checked in today as often as they may.
    pub(crate) fn has_entered_enough(&self, person: PersonId, now: Instant) -> bool {
        let (most, day) = (self.limits.person_check_ins, now.0.div_euclid(DAY_S));
        let state = self.state();
        let entered = state.entered.get(&person).filter(|(on, _)| *on == day);
        entered.is_some_and(|(_, count)| most > 0 && *count >= most)
    }

    /// Notes that a person checked in.
    pub(crate) fn note_entry(&self, person: PersonId, now: Instant) {
        let day = now.0.div_euclid(DAY_S);
        let entered = &mut self.state().entered;
        if entered.len() >= KEYS_MAX && !entered.contains_key(&person) {
            entered.retain(|_, (on, _)| *on == day);
            if entered.len() >= KEYS_MAX {
                return;
            }
        }
        let (on, count) = entered.entry(person).or_default();
        *count = if *on == day { count.saturating_add(1) } else { 1 };
        *on = day;
    }

    /// Whether a channel has been sent so much today that what nobody misses is left out; says so once a day in the log.
    pub(crate) fn is_full(&self, place: DestinationId, now: Instant) -> bool {
        let most = self.limits.place_notices;
        let mut state = self.state();
        let Some(told) = state.told(place, now).filter(|told| most > 0 && told.count >= most)
        else {
            return false;
        };
        if !std::mem::replace(&mut told.is_logged, true) {
            tracing::warn!(
                destination.id = place.0,
                limits.place_notices = most,
                "a channel has been sent so much today that boards, milestones and reminders are left out"
            );
        }
        true
    }

    /// Until when what nobody misses is left out of a channel, if it is.
    pub fn full_until(&self, place: DestinationId, now: Instant) -> Option<Instant> {
        let (most, day) = (self.limits.place_notices, now.0.div_euclid(DAY_S));
        let state = self.state();
        let told = state.told.get(&place).filter(|told| told.day == day)?;
        (most > 0 && told.count >= most).then_some(Instant((day + 1) * DAY_S))
    }

    /// Notes that a channel was sent something.
    pub(crate) fn note_sent(&self, place: DestinationId, now: Instant) {
        if let Some(told) = self.state().told(place, now) {
            told.count = told.count.saturating_add(1);
        }
    }

    /// Notes that a channel was sent something that nobody there had asked for: it is left alone for a while.
    pub(crate) fn let_rest(&self, place: DestinationId, now: Instant) {
        if let Some(told) = self.state().told(place, now) {
            told.unasked_at = Some(now);
        }
    }

    /// Until when a channel is left alone, if it is.
    pub(crate) fn rests_until(&self, place: DestinationId, now: Instant) -> Option<Instant> {
        let last = self.state().told(place, now)?.unasked_at?;
        let until = last.plus_s(self.limits.place_apart_s.into());
        // A clock that was set back keeps nobody waiting.
        Some(until).filter(|until| last <= now && now < *until)
    }
}

fn millis(at: Instant) -> i64 {
    at.0.saturating_mul(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-03-01T12:00:00Z.
    const NOON: Instant = Instant(1_772_366_400);

    fn limiter() -> Limiter {
        Limiter::new(Limits {
            commands: 20,
            commands_at_once: 10,
            place_commands: 60,
            suggestions: 60,
            code_tries: 10,
            place_code_tries: 100,
            place_notices: 3,
            ..Limits::default()
        })
    }

    fn caller<'a>(account: &'a str, key: &'a str, after_s: i64) -> Caller<'a> {
        let at = NOON.plus_s(after_s);
        let account = Some((Platform::Discord, account));
        Caller { account, person: None, place: None, key: Some(key), can_be_told: true, at }
    }

    fn channel(name: &str) -> Option<(Platform, &str)> {
        Some((Platform::Discord, name))
    }

    /// How many of so many a second are let in, minute by minute.
    fn minutes(of: impl Fn(&str, i64) -> bool, minutes: i64, a_second: i64) -> Vec<usize> {
        let minute = |minute: i64| {
            let tries =
                (60 * minute..60 * minute + 60).flat_map(|s| (0..a_second).map(move |n| (s, n)));
            tries.filter(|(s, n)| of(&format!("{s}.{n}"), *s)).count()
        };
        (0..minutes).map(minute).collect()
    }

    #[test]
    fn whoever_floods_gets_no_more_than_twenty_commands_a_minute() {
        let limiter = limiter();
        let let_in = |key: &str, s| limiter.command(&caller("ada", key, s)).is_ok();
        let counts = minutes(let_in, 5, 10);
        assert!(counts.iter().all(|count| (10..=20).contains(count)), "{counts:?}");
        assert!(limiter.command(&caller("ken", "other", 299)).is_ok(), "others are heard");
    }

    #[test]
    fn whoever_takes_their_time_is_never_turned_away() {
        let limiter = limiter();
        let is_heard = |n: i64| limiter.command(&caller("ada", &n.to_string(), 3 * n)).is_ok();
        assert!((0..200).all(is_heard), "one every three seconds");
    }

    #[test]
    fn a_wait_is_told_once_and_ends_when_it_was_said_to() {
        let limiter = limiter();
        let ask = |key: &str, s| limiter.command(&caller("ada", key, s));
        (0..10).for_each(|n| assert_eq!(ask(&format!("{n}"), 5), Ok(())));
        let until = NOON.plus_s(60);
        assert_eq!(ask("a", 5), Err(Wait { until, is_first: true }));
        assert_eq!(ask("b", 59), Err(Wait { until, is_first: false }));
        (0..10).for_each(|n| assert_eq!(ask(&format!("again {n}"), 60), Ok(())));
        assert_eq!(ask("c", 60), Err(Wait { until: NOON.plus_s(120), is_first: true }));
    }

    #[test]
    fn whoever_cannot_be_told_counts_as_not_told() {
        let limiter = limiter();
        (0..10).for_each(|n| _ = limiter.command(&caller("ada", &n.to_string(), 0)));
        let aloud = Caller { can_be_told: false, ..caller("ada", "a", 0) };
        assert!(limiter.command(&aloud).is_err_and(|wait| !wait.is_first));
        assert!(limiter.command(&caller("ada", "b", 0)).is_err_and(|wait| wait.is_first));
    }

    #[test]
    fn what_was_let_in_once_is_let_in_again_and_counted_once() {
        let limiter = limiter();
        let ask = |key: &str| limiter.command(&caller("ada", key, 0));
        (0..30).for_each(|_| assert_eq!(ask("same"), Ok(())));
        (1..10).for_each(|n| assert_eq!(ask(&n.to_string()), Ok(())));
        assert!(ask("more").is_err());
        assert_eq!(ask("same"), Ok(()), "its first attempt was let in");
    }

    #[test]
    fn what_others_name_is_counted_each_time() {
        let limiter = limiter();
        let call = Caller { key: None, ..caller("ada", "", 0) };
        assert_eq!((0..30).filter(|_| limiter.command(&call).is_ok()).count(), 10);
        assert!(limiter.command(&caller("ada", "own", 0)).is_err(), "it is one person");
    }

    #[test]
    fn a_person_is_one_by_whatever_account_or_program_they_ask() {
        let limiter = limiter();
        let ada = |key: &'static str, account: Option<(Platform, &'static str)>| {
            let person = Some(PersonId(7));
            limiter.command(&Caller { account, person, ..caller("", key, 0) })
        };
        let ways = [None, channel("ada"), Some((Platform::Telegram, "ada"))];
        let keys = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
        for (key, way) in keys.into_iter().zip(ways.into_iter().cycle()) {
            assert_eq!(ada(key, way), Ok(()), "{key}");
        }
        let wait = |is_first| Wait { until: NOON.plus_s(60), is_first };
        assert_eq!(ada("a", ways[0]), Err(wait(true)));
        assert!(!limiter.is_shut(&caller("ada", "b", 0)), "nobody has asked who that is");
        assert_eq!(ada("b", ways[1]), Err(wait(false)), "they are told once");
        assert!(limiter.is_shut(&caller("ada", "c", 0)));
        assert_eq!(limiter.command(&caller("ada", "c", 0)), Err(wait(false)));
        assert_eq!(limiter.command(&caller("ken", "d", 0)), Ok(()));
    }

    #[test]
    fn a_crowd_in_a_place_goes_on_at_its_rate_and_other_places_are_free() {
        let limiter = limiter();
        let said = |account: &str, key: &str, place: &str, s: i64| {
            limiter.command(&Caller { place: channel(place), ..caller(account, key, s) }).is_ok()
        };
        let one = |key: &str, s| said(key, key, "hall", s);
        let counts = minutes(one, 4, 5);
        assert!(counts[1..].iter().all(|count| (58..=61).contains(count)), "{counts:?}");
        assert!(counts[0] <= 120, "{counts:?}");
        assert!(said("eve", "e", "garden", 239));
        assert!(limiter.command(&caller("eve", "f", 239)).is_ok(), "in private");
    }

    #[test]
    fn one_who_floods_a_place_takes_nothing_from_the_others() {
        let limiter = limiter();
        let said = |account: &str, key: &str| {
            limiter.command(&Caller { place: channel("hall"), ..caller(account, key, 0) }).is_ok()
        };
        let let_in = (0..500).filter(|n| said("eve", &format!("e{n}"))).count();
        assert_eq!(let_in, 10);
        assert!((0..50).all(|n| said(&format!("p{n}"), &format!("k{n}"))));
    }

    #[test]
    fn ten_codes_a_minute_are_tried_by_one_person() {
        let limiter = limiter();
        let tried = |key: &str, s| limiter.code(&caller("eve", key, s)).is_ok();
        assert_eq!(minutes(tried, 5, 20), [10; 5]);
        assert!(limiter.command(&caller("eve", "c", 299)).is_ok(), "commands are counted apart");
    }

    #[test]
    fn choices_are_offered_once_a_second_to_whoever_never_stops_typing() {
        let limiter = limiter();
        let offered = |key: &str, s| limiter.suggestion(&caller("ada", key, s));
        let counts = minutes(offered, 3, 4);
        assert!(counts[0] <= 120 && counts[1..].iter().all(|count| *count <= 61), "{counts:?}");
    }

    #[test]
    fn zero_is_no_limit() {
        let limiter = Limiter::new(Limits { check_ins: 0, ..Limits::default() });
        let hall = |n: i64| Caller { place: channel("hall"), ..caller("ada", "k", n) };
        assert!(
            (0..1000).all(|n| limiter.command(&hall(n)).is_ok() && limiter.code(&hall(n)).is_ok())
        );
        assert!((0..1000).all(|n| limiter.suggestion(&hall(n))));
        assert_eq!(limiter.settings().check_ins_max(), None);
        (0..1000).for_each(|_| limiter.note_sent(DestinationId(1), NOON));
        assert!(!limiter.is_full(DestinationId(1), NOON));
    }

    #[test]
    fn a_channel_is_full_until_the_day_is_over() {
        let limiter = limiter();
        let place = DestinationId(7);
        for _ in 0..3 {
            assert!(!limiter.is_full(place, NOON));
            limiter.note_sent(place, NOON);
        }
        assert!(limiter.is_full(place, NOON) && !limiter.is_full(DestinationId(8), NOON));
        assert_eq!(limiter.full_until(place, NOON), Some(NOON.plus_s(DAY_S / 2)));
        assert_eq!(limiter.full_until(DestinationId(8), NOON), None);
        assert_eq!(limiter.full_until(place, NOON.plus_s(DAY_S / 2)), None);
        assert!(!limiter.is_full(place, NOON.plus_s(DAY_S)));
    }

    #[test]
    fn a_channel_is_left_alone_for_a_while_also_across_midnight() {
        let limiter = Limiter::new(Limits { place_apart_s: 60, ..Limits::default() });
        let (place, late) = (DestinationId(7), NOON.plus_s(DAY_S / 2 - 10));
        assert_eq!(limiter.rests_until(place, late), None);
        limiter.let_rest(place, late);
        for after_s in [0, 20, 59] {
            let until = limiter.rests_until(place, late.plus_s(after_s));
            assert_eq!(until, Some(late.plus_s(60)), "{after_s}");
        }
        assert_eq!(limiter.rests_until(DestinationId(8), late), None, "others hear all the same");
        assert_eq!(limiter.rests_until(place, late.plus_s(60)), None);
        assert_eq!(limiter.rests_until(place, late.plus_s(-1)), None, "a clock was set back");
    }

    #[test]
    fn no_more_is_remembered_than_there_is_room_for() {
        let limiter = limiter();
        for n in 0..6 * KEYS_MAX as i64 {
            let name = n.to_string();
            assert!(limiter.command(&caller(&name, &name, n / 1000)).is_ok());
        }
        (0..KEYS_MAX as i64 + 9).for_each(|n| limiter.note_sent(DestinationId(n), NOON));
        let state = limiter.state();
        assert!(state.buckets.len() <= KEYS_MAX && state.told.len() <= KEYS_MAX);
        assert!(state.admitted.len() <= ADMITTED_MAX && state.order.len() <= ADMITTED_MAX);
    }

    #[test]
    fn a_clock_that_is_set_back_keeps_nobody_out() {
        let limiter = limiter();
        (0..20).for_each(|n| _ = limiter.command(&caller("ada", &n.to_string(), DAY_S)));
        assert!(limiter.command(&caller("ada", "after", 0)).is_ok());
    }
}
