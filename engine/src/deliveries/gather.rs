//! Milestones are told together: the first of a moment waits a little for others, and the next wait for some hours. Great
//! ones have a message of their own on its way too, which only the first of a time needs.

use rules::Instant;

use crate::communities::community::Budget;
use crate::deliveries::delivery::Topic;
use crate::ids::DestinationId;
use crate::store::new_delivery::NewDelivery;

/// From this length on, in periods, a milestone is great: the first of a time is told alone and at once.
pub const GREAT_FROM: u32 = 100;
/// Of so many members too many reach it for that.
const MANY: u64 = 50;
/// A clock that goes back by more than this was set back.
const SET_BACK_S: i64 = 3600;
/// How long the first of a moment waits for others. An undo within it says nothing to anybody.
const WAIT_S: i64 = 10 * 60;
/// How far a time reaches back behind the milestone that opened it: acts at once are not in the order of their instants.
const SLACK_S: i64 = 60;
/// How long a time is left alone after its end: what is being written down may be from before it.
const SETTLES_S: i64 = 30;
/// Milestones that could not be told for this long are no news any more.
const NEWS_S: i64 = 3 * 24 * 3600;

/// A time of which a place is told the milestones in one message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Gathered {
    pub(crate) destination: DestinationId,
    pub(crate) from: Instant,
    pub(crate) until: Instant,
}

impl Gathered {
    /// The time that something reached at an instant opens after the last one; none if it falls into that, or into the one
    /// before. A clock that was set back begins anew.
    pub(crate) fn after(
        last: Option<Gathered>,
        destination: DestinationId,
        budget: Budget,
        at: Instant,
    ) -> Option<Gathered> {
        let (from, until) = (at.plus_s(-SLACK_S), at.plus_s(WAIT_S));
        match last.filter(|last| last.from.plus_s(-SET_BACK_S) <= at) {
            Some(last) if at < last.until => None,
            Some(last) => {
                let from = from.max(last.until);
                let until = until.max(last.until.plus_s(budget.gap_s()));
                Some(Gathered { destination, from, until })
            }
            None => Some(Gathered { destination, from, until }),
        }
    }

    pub(crate) fn delivery(self, id: i64) -> NewDelivery {
        let Gathered { destination, from, until } = self;
        NewDelivery {
            id,
            dedupe_key: format!("badges:{}:{}", destination.0, until.0),
            destination,
            topic: Topic::Milestones { from, until },
            not_before: until.plus_s(SETTLES_S),
            expires_at: until.plus_s(NEWS_S),
        }
    }
}

/// Whether a milestone may be told alone, in an event with so many members.
pub(crate) fn may_be_alone(length: u32, members: u64) -> bool {
    length >= GREAT_FROM && members < MANY
}

impl Budget {
    /// The least time between the milestones that a community is told and the next.
    fn gap_s(self) -> i64 {
        match self {
            Budget::Quiet | Budget::Usual => 12 * 3600,
            Budget::Lively => 3600,
        }
    }

    /// The shortest milestone that is told to a community, in an event with so many members: what is rare there. Longer
    /// periods are rarer than days.
    pub(crate) fn told_from(self, members: u64, is_by_period: bool) -> u32 {
        const STEPS: [u32; 4] = [0, 7, 30, GREAT_FROM];
        let step: usize = match (self, members) {
            (Budget::Quiet, _) => return GREAT_FROM,
            (Budget::Lively, _) | (Budget::Usual, 0..10) => 0,
            (Budget::Usual, 10..50) => 1,
            (Budget::Usual, 50..500) => 2,
            (Budget::Usual, 500..) => 3,
        };
        STEPS[step.saturating_sub(usize::from(is_by_period))]
    }
}
