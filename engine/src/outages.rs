//! Platforms that are out of reach, for whoever looks after this process.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

use crate::ids::Platform;

/// Connections drop and come back; what lasts longer than this is an outage.
const WORTH_TELLING: Duration = Duration::from_secs(60);

/// A platform that is out of reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outage {
    pub platform: Platform,
    /// How long it has lasted, by a clock that nobody can set.
    pub lasts: Duration,
    /// Why nothing will mend it while this process runs; none where it is tried again and again.
    pub for_good: Option<String>,
}

/// What is out of reach of this process: of each platform that it talks to, since when; none where it is reached.
#[derive(Debug, Default)]
pub struct Outages(Mutex<BTreeMap<Platform, Option<Since>>>);

#[derive(Debug)]
struct Since {
    at: Instant,
    for_good: Option<String>,
}

impl Outages {
    fn known(&self) -> MutexGuard<'_, BTreeMap<Platform, Option<Since>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes whether a platform is within reach right now.
    pub fn set_reach(&self, platform: Platform, is_reached: bool) {
        let mut known = self.known();
        let state = known.entry(platform).or_default();
        if is_reached {
            *state = None;
        } else {
            state.get_or_insert_with(|| Since { at: Instant::now(), for_good: None });
        }
    }

    /// Notes that another process looks whether a platform is within reach.
    pub fn forget(&self, platform: Platform) {
        self.known().remove(&platform);
    }

    /// Notes that a platform will not be tried any more, and why.
    pub fn give_up(&self, platform: Platform, why: &str) {
        let since = Since { at: Instant::now(), for_good: Some(why.to_owned()) };
        self.known().insert(platform, Some(since));
    }

    /// The platforms that this process talks to, and whether each is within reach.
    pub fn reach(&self) -> Vec<(Platform, bool)> {
        let known = self.known();
        known.iter().map(|(platform, state)| (*platform, state.is_none())).collect()
    }

    /// The platforms that have been out of reach for a minute, or are for good.
    pub fn lasting(&self) -> Vec<Outage> {
        let known = self.known();
        let outage = |(platform, state): (&Platform, &Option<Since>)| {
            let since = state.as_ref()?;
            let (lasts, for_good) = (since.at.elapsed(), since.for_good.clone());
            Some(Outage { platform: *platform, lasts, for_good })
        };
        let is_lasting = |one: &Outage| one.for_good.is_some() || one.lasts >= WORTH_TELLING;
        known.iter().filter_map(outage).filter(is_lasting).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn an_outage_is_told_after_a_minute_and_until_it_is_over() {
        let outages = Outages::default();
        outages.set_reach(Platform::Telegram, false);
        tokio::time::advance(Duration::from_secs(59)).await;
        assert_eq!(outages.lasting(), []);
        // A further try that fails begins no new outage.
        outages.set_reach(Platform::Telegram, false);
        tokio::time::advance(Duration::from_secs(1)).await;
        let lasts = Duration::from_secs(60);
        let outage = Outage { platform: Platform::Telegram, lasts, for_good: None };
        assert_eq!(outages.lasting(), [outage]);
        outages.set_reach(Platform::Telegram, true);
        assert_eq!(outages.lasting(), []);
    }

    #[test]
    fn what_is_given_up_is_told_at_once() {
        let outages = Outages::default();
        outages.give_up(Platform::Discord, "the token");
        let lasting = outages.lasting();
        assert_eq!(lasting[0].for_good.as_deref(), Some("the token"));
    }
}
