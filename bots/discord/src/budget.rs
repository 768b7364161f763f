//! How often a bot may introduce itself to the gateway: a thousand times a day, or Discord takes its token away.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

const HOUR: Duration = Duration::from_secs(3600);
/// So many times an hour at most.
const IDENTIFIES_MAX: usize = 18;
/// How far apart, after so many within the hour: a connection that holds is resumed rather than begun anew.
const APART: [(usize, Duration); 3] = [
    (3, Duration::from_secs(5)),
    (8, Duration::from_secs(60)),
    (IDENTIFIES_MAX, Duration::from_secs(240)),
];

/// When this process introduced itself within the last hour.
#[derive(Debug, Default)]
pub(crate) struct IdentifyBudget(VecDeque<Instant>);

impl IdentifyBudget {
    pub(crate) fn note(&mut self, now: Instant) {
        self.0.push_back(now);
    }

    /// How long to wait before the next time; none if it may be now.
    pub(crate) fn wait(&mut self, now: Instant) -> Option<Duration> {
        while self.0.front().is_some_and(|at| now.duration_since(*at) >= HOUR) {
            self.0.pop_front();
        }
        let (first, last) = (self.0.front()?, self.0.back()?);
        let apart = APART.iter().find(|(count, _)| self.0.len() < *count);
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
                    budget.note(now);
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
    fn a_connection_that_breaks_once_comes_back_in_seconds() {
        let (mut budget, now) = (IdentifyBudget::default(), Instant::now());
        assert_eq!(budget.wait(now), None);
        budget.note(now);
        assert_eq!(budget.wait(now), Some(Duration::from_secs(5)));
        assert_eq!(budget.wait(now + Duration::from_secs(5)), None);
    }
}
