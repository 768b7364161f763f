//! Standard competition ranking: equal values share a rank, and the next rank is skipped (R60).

use crate::{Cadence, Day, Instant, Rules, Standing};
use strum::{EnumString, IntoStaticStr};

/// What a ranking is by.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, EnumString, IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
pub enum By {
    #[default]
    Current,
    Longest,
    Total,
    /// Met periods among those that were required, in basis points.
    Consistency,
    /// The sum of amounts, in thousandths.
    Points,
}

/// The time that a ranking looks at.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, EnumString, IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
pub enum Window {
    /// The week that holds today: from the event's first weekday, Monday where it has none.
    Week,
    /// The calendar month that holds today.
    Month,
    #[default]
    #[strum(serialize = "all")]
    AllTime,
}

impl Window {
    pub const ALL: [Window; 3] = [Window::Week, Window::Month, Window::AllTime];

    pub fn name(self) -> &'static str {
        self.into()
    }

    pub fn named(name: &str) -> Option<Window> {
        name.parse().ok()
    }

    /// When the week or month that holds `now` turns, and the first label of the next one.
    pub fn next_turn(self, rules: &Rules, now: Instant) -> Option<(Instant, Day)> {
        const LONGEST_DAYS: i32 = 31;
        let setting = rules.shared_setting();
        let today = setting.day_of(now);
        let first = self.first_day(rules, today)?;
        let later = (1..=LONGEST_DAYS).map(|ahead| today.plus(ahead));
        let next = later.filter_map(|day| self.first_day(rules, day)).find(|day| *day > first)?;
        Some((setting.start_of(next), next))
    }

    /// The last label of the window that begins with a label; none for all time.
    pub fn last_day(self, rules: &Rules, first: Day) -> Option<Day> {
        // The first label of a month and as many as the longest one has lead into the next one.
        let days = match self {
            Window::Week => 7,
            Window::Month => 31,
            Window::AllTime => return None,
        };
        Some(self.first_day(rules, first.plus(days))?.plus(-1))
    }

    /// The first label of the window that holds a label; none for all time.
    pub fn first_day(self, rules: &Rules, day: Day) -> Option<Day> {
        let week_start = match rules.cadence {
            Cadence::Weekly { week_start, .. } => week_start,
            Cadence::Daily { .. } | Cadence::EveryNDays { .. } | Cadence::Monthly { .. } => 1,
        };
        let window = match self {
            Window::Week => Cadence::Weekly { times: 1, week_start },
            Window::Month => Cadence::Monthly { times: 1 },
            Window::AllTime => return None,
        };
        Some(window.period_of(day, rules.start).first)
    }
}

/// What rows of equal rank are ordered by, for steady paging: longest, total, the earlier join.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub value: i64,
    pub longest: u32,
    pub total: u32,
    pub joined_at: Instant,
}

impl By {
    pub const ALL: [By; 5] = [By::Current, By::Longest, By::Total, By::Consistency, By::Points];

    pub fn name(self) -> &'static str {
        self.into()
    }

    pub fn named(name: &str) -> Option<By> {
        name.parse().ok()
    }

    /// The number that is ranked. Whoever was never asked for anything has -1 in consistency, and
    /// stands behind everybody who was.
    pub fn value(self, standing: &Standing) -> i64 {
        match self {
            By::Current => standing.current.into(),
            By::Longest => standing.longest.into(),
            By::Total => standing.total.into(),
            By::Consistency => standing.consistency_bp().map_or(-1, i64::from),
            By::Points => standing.points_milli,
        }
    }
}

impl Place {
    /// Sorts as a ranking shows: the greatest value first.
    pub fn order(&self) -> (std::cmp::Reverse<(i64, u32, u32)>, Instant) {
        (std::cmp::Reverse((self.value, self.longest, self.total)), self.joined_at)
    }
}

/// The ranks of values that are already in descending order, where `ahead` others stand before the first
/// and the first shares its rank with none of them.
pub fn ranks(values: impl IntoIterator<Item = i64>, ahead: u64) -> Vec<u64> {
    let mut ranks: Vec<u64> = vec![];
    let mut last = None;
    for (place, value) in values.into_iter().enumerate() {
        let rank = match ranks.last() {
            Some(&rank) if last == Some(value) => rank,
            _ => ahead + place as u64 + 1,
        };
        last = Some(value);
        ranks.push(rank);
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_a_rank_and_the_next_is_skipped() {
        assert_eq!(ranks([4, 2, 2, 1], 0), [1, 2, 2, 4]);
        assert_eq!(ranks([7, 7, 5], 10), [11, 11, 13]);
    }
}
