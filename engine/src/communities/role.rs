//! Roles of a Discord server that are given for milestones.

use rules::{Instant, News};

use crate::deliveries::delivery::Topic;
use crate::ids::{DestinationId, EventId, Membership, PersonId};
use crate::store::new_delivery::NewDelivery;

/// How long a role may wait for Discord.
pub(crate) const ROLE_EXPIRES_AFTER_S: i64 = 3 * 86_400;

/// A piece of news, the member it is about, and when it happened.
pub(crate) type Happened = (Membership, Instant, News);

/// A role to give: all ids as Discord writes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleGrant {
    pub guild: String,
    pub user: String,
    pub role: String,
}

/// A reward that a member has earned, and a channel of the server in which it is given.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reward {
    pub(crate) event: EventId,
    pub(crate) person: PersonId,
    pub(crate) length: u32,
    pub(crate) at: Instant,
    pub(crate) destination: DestinationId,
}

/// Who reached which length: event, person, length, when.
pub(crate) fn reached(news: &[Happened]) -> Vec<(EventId, PersonId, u32, Instant)> {
    let reached = news.iter().filter_map(|(of, at, news)| match news {
        News::MilestoneReached { length } => Some((of.event, of.person, *length, *at)),
        _ => None,
    });
    reached.collect()
}

/// Once a member and length, however often it is reached. Whoever makes two people one finds it again by this.
pub(crate) fn key(of: Membership, length: u32) -> String {
    format!("role:{}:{}:{length}", of.event.0, of.person.0)
}

impl Reward {
    pub(crate) fn delivery(&self) -> NewDelivery {
        let Reward { event, person, length, at, destination } = *self;
        NewDelivery {
            id: 0,
            dedupe_key: key(Membership { event, person }, length),
            destination,
            topic: Topic::Role { event, person, length },
            // An undo within this time takes the milestone back.
            not_before: at.plus_s(30),
            expires_at: at.plus_s(ROLE_EXPIRES_AFTER_S),
        }
    }
}
