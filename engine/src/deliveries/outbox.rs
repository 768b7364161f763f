//! What others should hear: written in the transaction that causes it, sent later, never lost.

use futures_util::stream::FuturesUnordered;
use futures_util::{FutureExt, StreamExt};
use rules::Instant;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::AssertUnwindSafe;
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tracing::Instrument as _;

use crate::communities::community::Kind;
use crate::deliveries::Deliveries;
use crate::deliveries::delivery::{Delivered, Delivery, Notifier, Topic};
use crate::error::Error;
use crate::events::post::PostKind;
use crate::ids::{DestinationId, EventId, Membership};
use crate::store::new_delivery::NewDelivery;

/// How long a delivery stays with a process that is not heard of any more, within Discord's memory of a nonce; and how
/// often one is heard of.
const LEASE_S: i64 = 45;
const RENEW_EVERY: Duration = Duration::from_secs(3);
/// Places that are written to at the same time, each with one message: a slow one is in nobody's way.
const AT_ONCE: usize = 64;
/// How many are taken at a time.
const CLAIM_MAX: usize = 16;
/// How long one attempt may take: well within the lease, so that nobody else sends the same meanwhile.
const ATTEMPT: Duration = Duration::from_secs(30);
/// How long an attempt may go on, and its outcome be written down, once we were told to stop.
const SHUTDOWN_GRACE: Duration = Duration::from_secs(5);
const RELEASE_TIMEOUT: Duration = Duration::from_secs(1);
/// How long to wait where nobody knows whether it arrived, and at most.
const UNSURE_WAIT_S: i64 = 60;
const WAIT_MAX_S: i64 = 3600;
const POLL_INTERVAL: Duration = Duration::from_millis(500);
const EXPIRE_EVERY: Duration = Duration::from_secs(5);

/// What is being sent, by its place: one message a place at a time, so that they arrive in order.
#[derive(Default)]
struct InHand {
    places: Mutex<BTreeMap<DestinationId, i64>>,
    freed: Notify,
}

impl InHand {
    fn places(&self) -> MutexGuard<'_, BTreeMap<DestinationId, i64>> {
        self.places.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    fn free(&self) -> usize {
        AT_ONCE.saturating_sub(self.places().len()).min(CLAIM_MAX)
    }

    fn busy(&self) -> Vec<DestinationId> {
        self.places().keys().copied().collect()
    }

    fn ids(&self) -> BTreeSet<i64> {
        self.places().values().copied().collect()
    }

    fn take(&self, delivery: &Delivery) {
        self.places().insert(delivery.destination.id, delivery.id);
    }

    fn give_back(&self, delivery: &Delivery) {
        self.places().remove(&delivery.destination.id);
        self.freed.notify_one();
    }
}

/// A message more in a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum New {
    /// Somebody there has just done something for it.
    Asked,
    Unasked,
}

impl Deliveries<'_> {
    /// Tells a place something, at `at` or soon after, once a key.
    pub async fn send(
        self,
        destination: DestinationId,
        topic: Topic,
        dedupe_key: String,
        at: Instant,
        lasts_s: i64,
        now: Instant,
    ) -> Result<(), Error> {
        let delivery = NewDelivery {
            // Ids grow with the time at which they are made.
            id: self.engine.ids.id(now),
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

    /// Sends what is due by this notifier until told to stop, to many places at once and to each one by one. What is still
    /// in hand some seconds after that is given back: nobody knows whether it arrived.
    pub async fn run(
        self,
        notifier: &dyn Notifier,
        now: impl Fn() -> Instant,
        stop: CancellationToken,
    ) {
        let in_hand = InHand::default();
        let (taken, mut waiting) = tokio::sync::mpsc::channel::<Delivery>(AT_ONCE);
        let claim = async {
            // The channel ends with this block.
            let taken = taken;
            self.claim(notifier, &now, &in_hand, &taken, &stop).await
        };
        let send = async {
            let mut sending = FuturesUnordered::new();
            let mut is_open = true;
            while is_open || !sending.is_empty() {
                tokio::select! {
                    next = waiting.recv(), if is_open => match next {
                        Some(delivery) => {
                            let platform = notifier.platform().name();
                            let span = tracing::error_span!("delivery", platform, delivery.id);
                            sending.push(self.carry(notifier, delivery, &in_hand, &now).instrument(span));
                        },
                        None => is_open = false,
                    },
                    Some(()) = sending.next(), if !sending.is_empty() => {}
                }
            }
        };
        let mut work = Box::pin(async { tokio::join!(claim, send) });
        let keep = async {
            tokio::select! {
                () = self.keep_deliveries(&in_hand, &now) => {}
                () = async {
                    stop.cancelled().await;
                    tokio::time::sleep(SHUTDOWN_GRACE).await;
                } => {}
            }
        };
        let is_cut = tokio::select! {
            _ = &mut work => false,
            () = keep => true,
        };
        // Whatever it waits for, it no longer does: a transaction of its own would be in the way.
        drop(work);
        if is_cut {
            let ids = in_hand.ids();
            tracing::warn!(count = ids.len(), "deliveries in hand are given back");
            let released = async {
                let mut tx = self.engine.db.write().await?;
                tx.release_unsure(&ids, now()).await?;
                tx.commit().await
            };
            match tokio::time::timeout(RELEASE_TIMEOUT, released).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => tracing::error!(%error, "deliveries cannot be given back"),
                Err(_) => tracing::error!("deliveries cannot be given back in time"),
            }
        }
    }

    /// Sends one delivery, and writes down what became of it.
    async fn carry(
        self,
        notifier: &dyn Notifier,
        delivery: Delivery,
        in_hand: &InHand,
        now: &impl Fn() -> Instant,
    ) {
        let platform = notifier.platform().name();
        let began = tokio::time::Instant::now();
        let (place, limits) = (delivery.destination.id, self.engine.limits());
        let new = self.new_in_channel(&delivery).await;
        let (is_counted, is_unasked) = (new.is_some(), new == Some(New::Unasked));
        let rest = is_unasked.then(|| limits.rests_until(place, now())).flatten();
        if let Some(until) = rest {
            if let Err(error) = self.put_off(&delivery, until).await {
                tracing::error!(%error, "a delivery cannot be put off");
            }
            in_hand.give_back(&delivery);
            return;
        }
        let is_left_out = is_counted && delivery.may_be_left_out() && limits.is_full(place, now());
        let outcome = match is_left_out {
            true => Delivered::Pointless,
            false => attempt(notifier, &delivery).await,
        };
        if is_counted && matches!(outcome, Delivered::Sent { .. }) {
            limits.note_sent(place, now());
            if is_unasked {
                limits.let_rest(place, now());
            }
        }
        metrics::counter!("streaks_deliveries_total", "platform" => platform, "result" => outcome.name())
            .increment(1);
        metrics::histogram!("streaks_delivery_seconds", "platform" => platform)
            .record(began.elapsed());
        if let Err(error) = self.conclude(&delivery, outcome, now()).await {
            tracing::error!(%error, "what became of a delivery cannot be written down");
        }
        in_hand.give_back(&delivery);
    }

    /// What a delivery is in a channel of those that are counted; none if it is the edit of a message.
    async fn new_in_channel(self, delivery: &Delivery) -> Option<New> {
        let limits = self.engine.limits().settings();
        let is_limited = limits.place_notices > 0 || limits.place_apart_s > 0;
        if !is_limited || !matches!(delivery.destination.kind, Kind::Channel(_)) {
            return None;
        }
        if let Topic::Post { post, .. } = delivery.topic {
            // Where the database is away, this is the least of it.
            let post = self.engine.events().post(post).await.ok().flatten();
            return match post.filter(|post| post.remote_id.is_none())?.kind {
                PostKind::Card | PostKind::Withdrawn => Some(New::Asked),
                PostKind::Board(_) => Some(New::Unasked),
            };
        }
        let is_asked = matches!(delivery.topic, Topic::Welcome);
        let is_told = !matches!(delivery.topic, Topic::Role { .. } | Topic::StreakEnded { .. });
        is_told.then_some(if is_asked { New::Asked } else { New::Unasked })
    }

    /// Leaves a delivery for later, since its place was told something just now.
    async fn put_off(self, delivery: &Delivery, until: Instant) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.put_off_delivery(delivery.id, until).await?;
        tx.commit().await
    }

    /// Takes what is due, for as long as the platform takes anything.
    async fn claim(
        self,
        notifier: &dyn Notifier,
        now: &impl Fn() -> Instant,
        in_hand: &InHand,
        taken: &tokio::sync::mpsc::Sender<Delivery>,
        stop: &CancellationToken,
    ) {
        let mut expired_at: Option<tokio::time::Instant> = None;
        while !stop.is_cancelled() {
            let (woken, freed) = (self.engine.work.outbox.notified(), in_hand.freed.notified());
            let free = in_hand.free();
            // A turn that nobody can take is not asked for.
            let room = if free == 0 { Ok(0) } else { notifier.room() };
            let (most, pause) = (room.unwrap_or(0).min(free), room.err());
            let is_time = expired_at.is_none_or(|at| at.elapsed() >= EXPIRE_EVERY);
            let claimed = async {
                let (platform, busy) = (notifier.platform(), in_hand.busy());
                let is_due = most > 0
                    && self.engine.db.look().await?.is_delivery_due(platform, now(), &busy).await?;
                if !is_due && !is_time {
                    return Ok(vec![]);
                }
                let mut tx = self.engine.db.write().await?;
                if is_time {
                    tx.expire_deliveries(platform, now()).await?;
                }
                let claimed = tx.claim_deliveries(platform, now(), LEASE_S, most, &busy).await?;
                tx.commit().await?;
                Ok::<_, Error>(claimed)
            };
            let claimed = match claimed.await {
                Ok(claimed) => {
                    expired_at =
                        expired_at.filter(|_| !is_time).or(Some(tokio::time::Instant::now()));
                    claimed
                }
                Err(error) => {
                    tracing::error!(%error, platform = notifier.platform().name(), "the outbox cannot be worked");
                    vec![]
                }
            };
            let count = claimed.len();
            for delivery in claimed {
                in_hand.take(&delivery);
                // As many fit in as may be in hand.
                let _ = taken.send(delivery).await;
            }
            if count > 0 {
                continue;
            }
            tokio::select! {
                () = woken, if pause.is_none() => {}
                () = freed, if pause.is_none() => {}
                () = tokio::time::sleep(pause.unwrap_or(POLL_INTERVAL).min(EXPIRE_EVERY)) => {}
                () = stop.cancelled() => {}
            }
        }
    }

    /// Keeps what is being sent from being taken for abandoned, for as long as it is.
    async fn keep_deliveries(self, in_hand: &InHand, now: &impl Fn() -> Instant) {
        loop {
            tokio::time::sleep(RENEW_EVERY).await;
            let ids = in_hand.ids();
            if ids.is_empty() {
                continue;
            }
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
                if let Topic::Milestones { from, until } = delivery.topic {
                    tx.gathered_told(delivery.destination.id, (from, until), now).await?;
                }
                if let Topic::Post { post, event } = delivery.topic {
                    let place = delivery.destination.id;
                    // Boards, and cards that are taken down, are of no event.
                    let is_of_event = event != EventId(0);
                    if is_of_event {
                        // Whoever ends that it is told there waits, and sees the message.
                        tx.stays_told_at(event, place).await?;
                    }
                    let is_kept = tx.set_post_message(post, remote_id.as_deref()).await?;
                    if let (false, true, Some(message)) = (is_kept, is_of_event, &remote_id) {
                        let id = self.engine.ids.id(now);
                        tx.withdraw_late_card(id, place, message, now).await?;
                    }
                    tx.forget_withdrawn(post).await?;
                }
                tx.close_delivery(delivery.id, "sent", remote_id.as_deref(), None, now).await?
            }
            Delivered::Pointless => {
                tx.close_delivery(delivery.id, "pointless", None, None, now).await?
            }
            Delivered::Deleted => {
                if let Topic::Post { post, .. } = delivery.topic {
                    tx.forget_post(post).await?;
                }
                tx.close_delivery(delivery.id, "pointless", None, None, now).await?
            }
            // However long an outage lasts, what has not expired by then is still told.
            Delivered::Later { wait_s, why } => {
                tracing::warn!(wait_s, %why, "a delivery has to wait");
                tx.postpone_delivery(delivery.id, now.plus_s(wait_s.clamp(1, WAIT_MAX_S)), &why)
                    .await?;
            }
            Delivered::Paused { wait_s, why } => {
                tracing::info!(destination.id = delivery.destination.id.0, wait_s, %why, "a place has to wait");
                let until = now.plus_s(wait_s.clamp(1, WAIT_MAX_S));
                tx.postpone_destination(delivery.destination.id, delivery.id, until).await?;
            }
            Delivered::Unsure { wait_s, why } if delivery.may_be_told_twice() => {
                tracing::warn!(wait_s, %why, "nobody knows whether a delivery arrived");
                let until = now.plus_s(wait_s.clamp(1, WAIT_MAX_S));
                tx.postpone_delivery(delivery.id, until, &why).await?;
                tx.note_unsure(delivery.id, delivery.now).await?;
            }
            Delivered::Unsure { why, .. } | Delivered::Refused { why } => {
                tracing::error!(%why, "a delivery was given up");
                tx.close_delivery(delivery.id, "dead", None, Some(&why), now).await?;
            }
            Delivered::Unreachable { why } => {
                tracing::info!(destination.id = delivery.destination.id.0, %why, "a destination cannot be reached");
                if tx.block_destination(delivery.destination.id).await? {
                    self.tell_hosts(&mut tx, delivery, now).await?;
                }
                if let Topic::Post { post, .. } = delivery.topic {
                    tx.write_post_later(post, now).await?;
                }
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
    let late = |_| Delivered::Unsure { wait_s: UNSURE_WAIT_S, why: "no answer in time".to_owned() };
    let attempt = AssertUnwindSafe(notifier.deliver(delivery)).catch_unwind();
    let attempt = tokio::time::timeout(ATTEMPT, attempt).await;
    // What panics once will do so again, and is in nobody else's way. What it says may quote what people wrote.
    attempt.map_or_else(late, |ended| {
        ended.unwrap_or_else(|_| Delivered::Refused { why: "it panicked".to_owned() })
    })
}
