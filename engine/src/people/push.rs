//! Notifications in browsers (Web Push): which browsers take them for whom. A person has one place for them, from which
//! each of their browsers is told.

use rules::Instant;

use crate::error::Error;
use crate::ids::{DestinationId, PersonId, Platform, hash};
use crate::people::People;
use crate::people::found_by::FoundBy;
use crate::store::Tx;

/// Browsers of one person that are told.
pub const SUBSCRIPTIONS_MAX: usize = 5;
/// Characters that are kept of what a browser calls itself.
const BROWSER_MAX: usize = 200;

/// A browser that takes notifications for its person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    pub id: i64,
    pub person: PersonId,
    /// Where the browser's push service takes messages for it.
    pub endpoint: String,
    /// The browser's public key and secret, which messages are encrypted for (RFC 8291), in base 64.
    pub p256dh: String,
    pub auth: String,
    /// What the browser calls itself.
    pub browser: String,
    pub created_at: Instant,
}

impl People<'_> {
    /// Tells a browser from now on, and all of the person's reminders that came in private come there. Of too many
    /// browsers the oldest is told no more.
    ///
    /// `subscription.id` is made here.
    ///
    /// # Errors
    /// [`Error::Outdated`] where the session is not theirs any more.
    pub async fn subscribe(
        self,
        subscription: &Subscription,
        session: &str,
        now: Instant,
    ) -> Result<(), Error> {
        let Subscription { person, browser, .. } = subscription;
        let browser: String =
            browser.chars().filter(|c| !c.is_control()).take(BROWSER_MAX).collect();
        let subscription =
            Subscription { id: self.engine.ids.id(now), browser, ..subscription.clone() };
        let mut tx = self.engine.db.write().await?;
        self.found_by(FoundBy::Session(session)).take_found(&mut tx, *person).await?;
        let was = tx.subscriber(&subscription.endpoint).await?;
        tx.add_subscription(&subscription, &hash(session), SUBSCRIPTIONS_MAX).await?;
        if let Some(was) = was.filter(|was| was != person) {
            self.close_push_if_unused(&mut tx, was).await?;
        }
        let fresh = DestinationId(self.engine.ids.id(now));
        let place = tx.open_push(*person, fresh, now).await?;
        tx.remind_in_private_at(*person, place).await?;
        tx.commit().await
    }

    /// The browsers that take notifications for a person, the oldest first.
    pub async fn subscriptions(self, person: PersonId) -> Result<Vec<Subscription>, Error> {
        self.engine.db.look().await?.subscriptions(person).await
    }

    /// Tells a browser no more; without the last one, what would be told there goes by another way.
    pub async fn unsubscribe(self, person: PersonId, id: i64) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.take_person(person).await?;
        tx.drop_subscription(person, id).await?;
        self.close_push_if_unused(&mut tx, person).await?;
        tx.commit().await
    }

    /// Forgets a browser that its push service does not know any more. That the last one is gone shows when something
    /// is to be told.
    pub async fn forget_subscription(self, person: PersonId, id: i64) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.drop_subscription(person, id).await?;
        tx.commit().await
    }

    /// Tells no browser of a person any more.
    pub(crate) async fn end_push(self, tx: &mut Tx, person: PersonId) -> Result<(), Error> {
        tx.drop_subscriptions(person).await?;
        tx.forget_way(person, Platform::Push).await
    }

    pub(crate) async fn close_push_if_unused(
        self,
        tx: &mut Tx,
        person: PersonId,
    ) -> Result<(), Error> {
        if tx.subscriptions(person).await?.is_empty() {
            tx.forget_way(person, Platform::Push).await?;
        }
        Ok(())
    }
}
