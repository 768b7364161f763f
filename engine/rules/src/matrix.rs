//! The activity matrix: how each of the last days went.

use crate::{Day, Life, Status};

/// The status of each label from `first` to `last`; a label outside the life of the member has none.
pub fn matrix(life: &Life, first: Day, last: Day) -> Vec<(Day, Option<Status>)> {
    let known = |day: Day| {
        life.periods.binary_search_by_key(&day, |(day, _)| *day).ok().map(|n| life.periods[n].1)
    };
    (first.0..=last.0).map(Day).map(|day| (day, known(day))).collect()
}
