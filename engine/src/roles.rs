//! Discord roles for milestones.

use crate::act::Happened;
use crate::store::NewDelivery;
use crate::{CommunityId, DestinationId, Engine, Error, EventId, PersonId, Topic};
use rules::{Instant, News};

/// How long a role may wait for Discord.
const PATIENCE_S: i64 = 3 * 86_400;

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

impl Reward {
    pub(crate) fn delivery(&self) -> NewDelivery {
        let Reward { event, person, length, at, destination } = *self;
        NewDelivery {
            id: 0,
            dedupe_key: format!("role:{}:{}:{length}", event.0, person.0),
            destination,
            topic: Topic::Role { event, person, length },
            // An undo within this time takes the milestone back.
            not_before: at.plus_s(30),
            expires_at: at.plus_s(PATIENCE_S),
        }
    }
}

impl Engine {
    /// The role that a community gives at a milestone; none takes it off.
    pub async fn set_role_reward(
        &self,
        community: CommunityId,
        length: u32,
        role: Option<&str>,
    ) -> Result<(), Error> {
        let mut tx = self.db.write().await?;
        tx.set_role_reward(community, length, role).await?;
        tx.commit().await
    }

    /// The lengths at which a community gives a role, ascending.
    pub async fn role_rewards(&self, community: CommunityId) -> Result<Vec<(u32, String)>, Error> {
        self.db.read().await?.role_rewards(community).await
    }

    /// What to give for a milestone; none where the reward is gone, the badge was taken back, or the person is not
    /// on Discord.
    pub async fn role_grant(
        &self,
        event: EventId,
        person: PersonId,
        length: u32,
    ) -> Result<Option<RoleGrant>, Error> {
        self.db.read().await?.role_grant(event, person, length).await
    }

    /// Tells the host of an event that a role cannot be given, once a role until it is set anew.
    pub async fn role_failed(
        &self,
        event: EventId,
        length: u32,
        now: Instant,
    ) -> Result<(), Error> {
        let mut tx = self.db.write().await?;
        if let Some(destination) = tx.note_role_failure(event, length, now).await? {
            let delivery = NewDelivery {
                id: self.ids.id(now),
                dedupe_key: format!("rolefail:{}:{length}:{}", event.0, now.0),
                destination,
                topic: Topic::RoleFailed { event, length },
                not_before: now,
                expires_at: now.plus_s(PATIENCE_S),
            };
            tx.enqueue(&[delivery]).await?;
        }
        tx.commit().await
    }
}
