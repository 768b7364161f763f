//! How often a bot may introduce itself to the gateway: a thousand times a day, or Discord takes its token away.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

const HOUR: Duration = Duration::from_secs(3600);
/// So many times an hour at most.
const IDENTIFIES_MAX: usize = 16;
/// How far apart, after so many within the hour: a connection that holds is resumed rather than begun anew.
const APART: [(usize, Duration); 3] = [
    (3, Duration::from_secs(5)),
    (8, Duration::from_secs(60)),
    (IDENTIFIES_MAX, Duration::from_secs(240)),
];

/// When this process introduced itself within the last hour.
#[derive(Debug, Default)]
pub(crate) struct IdentifyBudget {
    at: VecDeque<Instant>,
    /// One is counted that nobody has answered yet.
    is_begun: bool,
}

impl IdentifyBudget {
    /// A connection is begun, and with it an introduction.
    pub(crate) fn begin(&mut self, now: Instant) {
        self.at.push_back(now);
        self.is_begun = true;
    }

    /// An introduction was answered: the one that was begun, or one that serenity made by itself.
    pub(crate) fn answered(&mut self, now: Instant) {
        if !std::mem::take(&mut self.is_begun) {
            self.at.push_back(now);
        }
    }

    /// So many introductions may have been made that nobody saw.
    pub(crate) fn suppose(&mut self, count: u64, now: Instant) {
        self.at.extend((0..count).map(|_| now));
    }

    /// How long to wait before the next time; none if it may be now.
    pub(crate) fn wait(&mut self, now: Instant) -> Option<Duration> {
        while self.at.front().is_some_and(|at| now.duration_since(*at) >= HOUR) {
            self.at.pop_front();
        }
        let (first, last) = (self.at.front()?, self.at.back()?);
        let apart = APART.iter().find(|(count, _)| self.at.len() < *count);
        let next = apart.map_or(*first + HOUR, |(_, apart)| *last + *apart);
        next.checked_duration_since(now).filter(|wait| !wait.is_zero())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gateway_that_always_closes_is_greeted_less_than_twenty_times_an_hour() {
        let (mut budget, began) = (IdentifyBudget::default(), Instant::now());
        let (mut now, mut greeted) = (began, vec![]);
        while now < began + 3 * HOUR {
            match budget.wait(now) {
                Some(wait) => now += wait,
                None => {
                    budget.begin(now);
                    greeted.push(now);
                    now += Duration::from_millis(100);
                }
            }
        }
        for (n, first) in greeted.iter().enumerate() {
            let count = greeted[n..].iter().take_while(|at| **at < *first + HOUR).count();
            assert!(count < 20, "{count} from the {n}th on");
        }
        assert!(greeted.len() > 30, "{}", greeted.len());
    }

    #[test]
    fn an_introduction_that_is_answered_counts_once() {
        let (mut budget, now) = (IdentifyBudget::default(), Instant::now());
        budget.begin(now);
        budget.answered(now);
        assert_eq!(budget.at.len(), 1);
        // Serenity has introduced itself anew.
        budget.answered(now);
        assert_eq!(budget.at.len(), 2);
    }

    #[test]
    fn a_connection_that_breaks_once_comes_back_in_seconds() {
        let (mut budget, now) = (IdentifyBudget::default(), Instant::now());
        assert_eq!(budget.wait(now), None);
        budget.begin(now);
        assert_eq!(budget.wait(now), Some(Duration::from_secs(5)));
        assert_eq!(budget.wait(now + Duration::from_secs(5)), None);
    }
}
