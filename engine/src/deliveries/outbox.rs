//! What others should hear: written in the transaction that causes it, sent later, never lost.

use futures_util::future::join_all;
use rules::Instant;
use std::convert::Infallible;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

use crate::deliveries::Deliveries;
use crate::deliveries::delivery::{Delivered, Delivery, Notifier, Topic};
use crate::error::Error;
use crate::ids::{DestinationId, Membership};
use crate::store::new_delivery::NewDelivery;

/// How long a delivery stays with a process that is not heard of any more, within Discord's memory of a nonce; and how
/// often one is heard of.
const LEASE_S: i64 = 45;
const RENEW_EVERY: Duration = Duration::from_secs(3);
const AT_ONCE: i64 = 8;
/// How long one attempt may take: well within the lease, so that nobody else sends the same meanwhile.
const ATTEMPT: Duration = Duration::from_secs(30);
/// How long to wait where nobody knows whether it arrived.
const UNSURE_WAIT_S: i64 = 60;
const POLL_INTERVAL: Duration = Duration::from_millis(500);

impl Deliveries<'_> {
    /// Tells a place something, at `at` or soon after, once a key.
    pub async fn send(
        self,
        destination: DestinationId,
        topic: Topic,
        dedupe_key: String,
        at: Instant,
        lasts_s: i64,
    ) -> Result<(), Error> {
        let delivery = NewDelivery {
            id: self.engine.ids.id(at),
            dedupe_key,
            destination,
            topic,
            not_before: at,
            expires_at: at.plus_s(lasts_s),
        };
        let mut tx = self.engine.db.write().await?;
        tx.enqueue(&[delivery]).await?;
        tx.commit().await?;
        self.engine.work.outbox.notify_waiters();
        Ok(())
    }

    /// Sends what is due by this notifier until told to stop.
    pub async fn run(
        self,
        notifier: &dyn Notifier,
        now: impl Fn() -> Instant,
        stop: CancellationToken,
    ) {
        while !stop.is_cancelled() {
            let woken = self.engine.work.outbox.notified();
            let sent = match self.deliver_some(notifier, &now).await {
                Ok(sent) => sent,
                Err(error) => {
                    tracing::error!(%error, platform = notifier.platform().name(), "the outbox cannot be worked");
                    0
                }
            };
            if sent == 0 {
                tokio::select! {
                    () = woken => {}
                    () = tokio::time::sleep(POLL_INTERVAL) => {}
                    () = stop.cancelled() => {}
                }
            }
        }
    }

    async fn deliver_some(
        self,
        notifier: &dyn Notifier,
        now: &impl Fn() -> Instant,
    ) -> Result<usize, Error> {
        let mut tx = self.engine.db.write().await?;
        let claimed = tx.claim_deliveries(notifier.platform(), now(), LEASE_S, AT_ONCE).await?;
        tx.commit().await?;
        let attempts = join_all(claimed.iter().map(|delivery| attempt(notifier, delivery)));
        let outcomes = tokio::select! {
            outcomes = attempts => outcomes,
            never = self.keep_deliveries(&claimed, now) => match never {},
        };
        let mut failure = None;
        for (delivery, outcome) in claimed.iter().zip(outcomes) {
            // What was sent is marked, whatever happens to its neighbours.
            if let Err(error) = self.conclude(delivery, outcome, now()).await {
                failure = Some(error);
            }
        }
        failure.map_or(Ok(claimed.len()), Err)
    }

    /// Keeps what is being sent from being taken for abandoned, for as long as it is.
    async fn keep_deliveries(self, claimed: &[Delivery], now: &impl Fn() -> Instant) -> Infallible {
        let ids: Vec<i64> = claimed.iter().map(|delivery| delivery.id).collect();
        loop {
            tokio::time::sleep(RENEW_EVERY).await;
            let kept = async {
                let mut tx = self.engine.db.write().await?;
                tx.keep_deliveries(&ids, now().plus_s(LEASE_S)).await?;
                tx.commit().await
            };
            if let Err(error) = kept.await {
                tracing::error!(%error, "deliveries in hand cannot be kept");
            }
        }
    }

    async fn conclude(
        self,
        delivery: &Delivery,
        outcome: Delivered,
        now: Instant,
    ) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        match outcome {
            Delivered::Sent { remote_id } => {
                if let Topic::Milestone { event, person, length } = delivery.topic {
                    tx.badge_told(Membership { event, person }, length, now).await?;
                }
                if let Topic::Post { post, .. } = delivery.topic {
                    tx.set_post_message(post, remote_id.as_deref()).await?;
                }
                tx.close_delivery(delivery.id, "sent", remote_id.as_deref(), None, now).await?
            }
            Delivered::Pointless => {
                tx.close_delivery(delivery.id, "pointless", None, None, now).await?
            }
            // However long an outage lasts, what has not expired by then is still told.
            Delivered::Later { wait_s, why } => {
                tracing::warn!(delivery.id, wait_s, %why, "a delivery has to wait");
                tx.postpone_delivery(delivery.id, now.plus_s(wait_s.clamp(1, 3600)), &why).await?;
            }
            Delivered::Unsure { why } if delivery.may_be_told_twice() => {
                tracing::warn!(delivery.id, %why, "a delivery may be told twice");
                tx.postpone_delivery(delivery.id, now.plus_s(UNSURE_WAIT_S), &why).await?;
            }
            Delivered::Unsure { why } | Delivered::Refused { why } => {
                tracing::error!(delivery.id, %why, "a delivery was given up");
                tx.close_delivery(delivery.id, "dead", None, Some(&why), now).await?;
            }
            Delivered::Unreachable { why } => {
                tracing::info!(destination.id = delivery.destination.id.0, %why, "a destination cannot be reached");
                tx.block_destination(delivery.destination.id).await?;
                match tx.other_destination(delivery).await? {
                    Some(other) => tx.redirect(delivery, other, now).await?,
                    None => tx.close_delivery(delivery.id, "dead", None, Some(&why), now).await?,
                }
            }
        }
        tx.commit().await
    }
}

async fn attempt(notifier: &dyn Notifier, delivery: &Delivery) -> Delivered {
    let late = |_| Delivered::Unsure { why: "no answer in time".to_owned() };
    tokio::time::timeout(ATTEMPT, notifier.deliver(delivery)).await.unwrap_or_else(late)
}
