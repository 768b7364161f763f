//! Discord roles for milestones.

use crate::communities::role::ROLE_EXPIRES_AFTER_S;
use rules::Instant;

use crate::communities::Communities;
use crate::communities::role::RoleGrant;
use crate::deliveries::delivery::Topic;
use crate::error::Error;
use crate::ids::{CommunityId, EventId, PersonId};
use crate::store::new_delivery::NewDelivery;

/// Members who get a role at once that is set after they have earned it.
const HOLDERS_MAX: i64 = 1000;

impl Communities<'_> {
    /// The role that a community gives at a milestone, also to those who have reached it already; none takes the
    /// reward off, and leaves the roles that were given.
    pub async fn set_role_reward(
        self,
        community: CommunityId,
        length: u32,
        role: Option<&str>,
        now: Instant,
    ) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.set_role_reward(community, length, role).await?;
        if role.is_some() {
            let reached = tx.badges_of(community, length, now, HOLDERS_MAX).await?;
            let rewards = tx.rewards_for(&reached).await?;
            let deliveries: Vec<NewDelivery> = rewards
                .iter()
                .map(|reward| reward.delivery().with_id(self.engine.ids.id(now)))
                .collect();
            let keys: Vec<String> = deliveries.iter().map(|one| one.dedupe_key.clone()).collect();
            tx.make_room(&keys).await?;
            tx.enqueue(&deliveries).await?;
        }
        tx.commit().await?;
        self.engine.work.outbox.notify_waiters();
        Ok(())
    }

    /// The lengths at which a community gives a role, ascending.
    pub async fn role_rewards(self, community: CommunityId) -> Result<Vec<(u32, String)>, Error> {
        self.engine.db.look().await?.role_rewards(community).await
    }

    /// What to give for a milestone; none where the reward is gone, the badge was taken back, the person is kept out of the
    /// event or not on Discord, or the community may not be told of the event.
    pub async fn role_grant(
        self,
        event: EventId,
        person: PersonId,
        length: u32,
    ) -> Result<Option<RoleGrant>, Error> {
        self.engine.db.look().await?.role_grant(event, person, length).await
    }

    /// Tells the host of an event that a role cannot be given, once a role until it is set anew.
    pub async fn role_failed(self, event: EventId, length: u32, now: Instant) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        if let Some(destination) = tx.note_role_failure(event, length, now).await? {
            let delivery = NewDelivery {
                id: self.engine.ids.id(now),
                dedupe_key: format!("rolefail:{}:{length}:{}", event.0, now.0),
                destination,
                topic: Topic::RoleFailed { event, length },
                not_before: now,
                expires_at: now.plus_s(ROLE_EXPIRES_AFTER_S),
            };
            tx.enqueue(&[delivery]).await?;
        }
        tx.commit().await
    }
}
