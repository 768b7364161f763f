//! The activity matrix: how each of the last days went, or each of the periods that an event asks by.

use crate::{Day, History, Life, Period, Status};

/// How many periods were met, and of how many that asked for something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tallied {
    pub met: usize,
    pub asked: usize,
    /// Met where nothing was asked: they are no part of the others, as they are none of a total.
    pub bonus: usize,
}

/// Counts the periods that begin from `first` to `last`. What is still open asks for nothing yet.
pub fn tally(life: &Life, first: Day, last: Day) -> Tallied {
    let within = life.periods.iter().filter(|(day, _)| (first..=last).contains(day));
    within.fold(Tallied::default(), |sum, (_, status)| match status {
        Status::Met => Tallied { met: sum.met + 1, asked: sum.asked + 1, ..sum },
        Status::Missed | Status::Frozen | Status::Repaired => {
            Tallied { asked: sum.asked + 1, ..sum }
        }
        Status::Bonus => Tallied { bonus: sum.bonus + 1, ..sum },
        Status::Open | Status::Rest | Status::Excused | Status::Paused | Status::Absent => sum,
    })
}

/// The status of each label from `first` to `last`; a label outside the life of the member has none. Where a
/// period is longer than a day, the labels that were used are met, and those that were not needed are rest.
pub fn matrix(history: &History, life: &Life, first: Day, last: Day) -> Vec<(Day, Option<Status>)> {
    let status = |day: Day| {
        let period = history.rules.period_of(day);
        let known = life.periods.binary_search_by_key(&period.first, |(first, _)| *first).ok()?;
        let status = life.periods[known].1;
        if period.first == period.last {
            return Some(status);
        }
        if history.entries_on(day).next().is_some() {
            return Some(Status::Met);
        }
        Some(match status {
            Status::Met | Status::Bonus => Status::Rest,
            Status::Open if day < life.standing.today => Status::Rest,
            Status::Open
            | Status::Missed
            | Status::Rest
            | Status::Excused
            | Status::Paused
            | Status::Frozen
            | Status::Repaired
            | Status::Absent => status,
        })
    };
    (first.0..=last.0).map(Day).map(|day| (day, status(day))).collect()
}

/// The status of each period that begins from `first` to `last`; one outside the life of the member has none.
pub fn periods(
    history: &History,
    life: &Life,
    first: Day,
    last: Day,
) -> Vec<(Period, Option<Status>)> {
    let rules = &history.rules;
    let within = rules.period_of(first);
    let begin = if within.first < first { within.last.plus(1) } else { first };
    let next = |period: &Period| Some(rules.period_of(period.last.plus(1)));
    let all = std::iter::successors(Some(rules.period_of(begin)), next);
    let status = |period: Period| {
        let known = life.periods.binary_search_by_key(&period.first, |(first, _)| *first).ok()?;
        Some(life.periods[known].1)
    };
    all.take_while(|period| period.first <= last).map(|period| (period, status(period))).collect()
}
