//! What others shall hear: written in the transaction that causes it, sent later, never lost.

use crate::store::{Cached, EventPlace, NewDelivery};
use crate::{
    CommunityId, Destination, DestinationId, Engine, Error, EventId, Membership, PersonId, Platform,
};
use futures_util::future::{BoxFuture, join_all};
use rules::reminder::{TimeOfDay, fires_at};
use rules::{Clock, Day, Instant, News};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::convert::Infallible;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// An undo this soon after the check-in says nothing to anybody.
const MILESTONE_PAUSE_S: i64 = 30;
/// How long what was told is kept.
pub(crate) const KEPT_S: i64 = 30 * 86_400;
/// For so long what was told is surely still there, and is not written again.
pub(crate) const REMEMBERED_S: i64 = KEPT_S - 86_400;
/// A milestone that could not be announced for this long is not news any more.
const MILESTONE_NEWS_S: i64 = 3 * 24 * 3600;
/// A group that becomes a supergroup looks like a new one for a moment: within this time it is known to have moved.
const HELLO_PAUSE_S: i64 = 3;
/// Later than this a hello would come out of the blue.
const HELLO_NEWS_S: i64 = 24 * 3600;
/// How long a delivery stays with a process that is not heard of any more, within Discord's memory of a nonce; and how
/// often one is heard of.
const LEASE_S: i64 = 45;
const RENEW_EVERY: Duration = Duration::from_secs(3);
const AT_ONCE: i64 = 8;
/// How long one attempt may take: well within the lease, so that nobody else sends the same meanwhile.
const ATTEMPT: Duration = Duration::from_secs(30);
/// How long to wait where nobody knows whether it arrived.
const UNSURE_WAIT_S: i64 = 60;
const LOOK_AGAIN: Duration = Duration::from_millis(500);

/// Events of which one message reminds: as many as have room for a button each.
pub const TOGETHER_MAX: usize = 5;

/// What a delivery is about. The words are found when it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Topic {
    Milestone {
        event: EventId,
        person: PersonId,
        length: u32,
    },
    Reminder {
        event: EventId,
        person: PersonId,
    },
    /// The same for several events that are due at once, in one message.
    Reminders {
        person: PersonId,
        events: [Option<EventId>; TOGETHER_MAX],
    },
    /// Two hours are left to keep a run.
    LastCall {
        event: EventId,
        person: PersonId,
    },
    /// A run has ended by itself.
    StreakEnded {
        event: EventId,
        person: PersonId,
        length: u32,
    },
    EventStarted {
        event: EventId,
    },
    EventEnded {
        event: EventId,
    },
    /// Who is first in a contest that is over, for its host.
    Winners {
        event: EventId,
    },
    /// A week is over; it began with this label.
    WeekOver {
        event: EventId,
        first_day: Day,
    },
    /// A message that is kept up to date has to be written (anew).
    Post {
        post: i64,
        event: EventId,
    },
    /// A member of a Discord server has earned a role.
    Role {
        event: EventId,
        person: PersonId,
        length: u32,
    },
    /// A role could not be given; the host is told once.
    RoleFailed {
        event: EventId,
        length: u32,
    },
    Cheer {
        event: EventId,
        from: PersonId,
        to: PersonId,
    },
    Nudge {
        event: EventId,
        from: PersonId,
        to: PersonId,
    },
    /// Somebody wants into an event whose host decides.
    JoinAsked {
        event: EventId,
        person: PersonId,
    },
    /// What the host answered.
    JoinAnswered {
        event: EventId,
        person: PersonId,
        let_in: bool,
    },
    /// Something was shown for a check-in, and waits for a host.
    ProofShown {
        event: EventId,
        proof: i64,
    },
    ProofRejected {
        event: EventId,
        person: PersonId,
    },
    /// A code for an event was typed where others read, and is worthless now; whoever typed it wants in.
    CodeOverheard {
        event: EventId,
        person: PersonId,
    },
    /// Somebody typed a code and says to be this person.
    LinkAsked {
        from: PersonId,
        to: PersonId,
    },
    LinkRefused {
        person: PersonId,
    },
    /// Two accounts have become one person.
    Linked {
        person: PersonId,
    },
    /// Somebody has brought us into a community.
    Hello,
}

/// A piece of news for one place.
#[derive(Debug, Clone)]
pub struct Delivery {
    pub id: i64,
    pub destination: Destination,
    pub topic: Topic,
    pub dedupe_key: String,
    pub attempts: i64,
    /// Whether it was in somebody's hands who never said what became of it.
    pub is_unsure: bool,
    /// When it was taken up.
    pub now: Instant,
}

impl Delivery {
    /// Whether it is better told twice than not at all (reliability 3). Discord drops a repeat by itself.
    pub fn may_be_told_twice(&self) -> bool {
        match self.topic {
            Topic::Milestone { .. }
            | Topic::Cheer { .. }
            | Topic::WeekOver { .. }
            | Topic::Hello => self.destination.platform == Platform::Discord,
            Topic::Reminder { .. }
            | Topic::Reminders { .. }
            | Topic::LastCall { .. }
            | Topic::StreakEnded { .. }
            | Topic::EventStarted { .. }
            | Topic::EventEnded { .. }
            | Topic::Winners { .. }
            | Topic::Post { .. }
            | Topic::Role { .. }
            | Topic::RoleFailed { .. }
            | Topic::Nudge { .. }
            | Topic::JoinAsked { .. }
            | Topic::JoinAnswered { .. }
            | Topic::ProofShown { .. }
            | Topic::ProofRejected { .. }
            | Topic::CodeOverheard { .. }
            | Topic::LinkAsked { .. }
            | Topic::LinkRefused { .. }
            | Topic::Linked { .. } => true,
        }
    }

    /// 25 characters that are the same for every attempt, for platforms that drop repeats by themselves.
    pub fn nonce(&self) -> String {
        const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
        let digest = Sha256::digest(self.dedupe_key.as_bytes());
        digest.iter().take(25).map(|byte| ALPHABET[usize::from(byte & 31)] as char).collect()
    }
}

/// How an attempt ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivered {
    Sent {
        remote_id: Option<String>,
    },
    /// Nothing is left to say, for example because the event is gone.
    Pointless,
    /// The platform asked to wait, or did not answer.
    Later {
        wait_s: i64,
        why: String,
    },
    /// It may have arrived, or not.
    Unsure {
        why: String,
    },
    /// The place cannot be reached any more.
    Unreachable {
        why: String,
    },
    /// The platform will never take this message.
    Refused {
        why: String,
    },
}

/// How long to wait after so many attempts: twice as long each time, up to some minutes.
pub fn back_off_s(attempts: i64) -> i64 {
    1 << attempts.clamp(0, 8)
}

/// Carries deliveries to one platform.
pub trait Notifier: Send + Sync {
    fn platform(&self) -> Platform;
    fn deliver<'a>(&'a self, delivery: &'a Delivery) -> BoxFuture<'a, Delivered>;
}

pub(crate) fn concerns_others(news: News) -> bool {
    match news {
        News::MilestoneReached { .. } | News::MilestoneRevoked { .. } => true,
        News::Joined
        | News::Left
        | News::CheckedIn { .. }
        | News::Undone { .. }
        | News::Paused
        | News::Resumed
        | News::FreezesGiven { .. }
        | News::Repaired { .. } => false,
    }
}

pub(crate) fn milestone_key(of: Membership, length: u32, place: DestinationId) -> String {
    format!("badge:{}:{}:{length}:{}", of.event.0, of.person.0, place.0)
}

pub(crate) fn milestone(
    of: Membership,
    length: u32,
    at: Instant,
    place: &EventPlace,
) -> NewDelivery {
    NewDelivery {
        id: 0,
        dedupe_key: milestone_key(of, length, place.destination),
        destination: place.destination,
        topic: Topic::Milestone { event: of.event, person: of.person, length },
        not_before: at.plus_s(MILESTONE_PAUSE_S),
        expires_at: at.plus_s(MILESTONE_NEWS_S),
    }
}

/// Whoever moves a community takes this back by its key.
pub(crate) fn hello(
    community: CommunityId,
    destination: DestinationId,
    now: Instant,
) -> NewDelivery {
    let not_before = now.plus_s(HELLO_PAUSE_S);
    NewDelivery {
        id: 0,
        dedupe_key: format!("hello:{}", community.0),
        destination,
        topic: Topic::Hello,
        not_before,
        expires_at: not_before.plus_s(HELLO_NEWS_S),
    }
}

/// At nine in the morning of the member's own clock, and no longer than that day.
pub(crate) fn streak_ended(
    of: Membership,
    known: Cached,
    destination: DestinationId,
    own: &Clock,
    now: Instant,
) -> NewDelivery {
    const MORNING_MIN: i64 = 9 * 60;
    let setting = own.setting();
    let today = setting.day_of(now);
    let morning = TimeOfDay::from_minutes(MORNING_MIN);
    let mornings = (-1..3).filter_map(|ahead| Some(fires_at(setting, today.plus(ahead), morning?)));
    let not_before = mornings.filter(|at| *at >= now).min().unwrap_or(now);
    NewDelivery {
        id: 0,
        dedupe_key: format!("end:{}:{}:{}", of.event.0, of.person.0, known.alive_until.0),
        destination,
        topic: Topic::StreakEnded { event: of.event, person: of.person, length: known.current },
        not_before,
        expires_at: not_before.plus_s(24 * 3600),
    }
}

impl Engine {
    /// Tells a place something, at `at` or soon after, once a key.
    pub async fn send(
        &self,
        destination: DestinationId,
        topic: Topic,
        dedupe_key: String,
        at: Instant,
        lasts_s: i64,
    ) -> Result<(), Error> {
        let delivery = NewDelivery {
            id: self.ids.id(at),
            dedupe_key,
            destination,
            topic,
            not_before: at,
            expires_at: at.plus_s(lasts_s),
        };
        let mut tx = self.db.write().await?;
        tx.enqueue(&[delivery]).await?;
        tx.commit().await?;
        self.work.outbox.notify_waiters();
        Ok(())
    }

    /// Sends what is due by this notifier until told to stop.
    pub async fn deliver(
        &self,
        notifier: &dyn Notifier,
        now: impl Fn() -> Instant,
        stop: CancellationToken,
    ) {
        while !stop.is_cancelled() {
            let woken = self.work.outbox.notified();
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
                    () = tokio::time::sleep(LOOK_AGAIN) => {}
                    () = stop.cancelled() => {}
                }
            }
        }
    }

    async fn deliver_some(
        &self,
        notifier: &dyn Notifier,
        now: &impl Fn() -> Instant,
    ) -> Result<usize, Error> {
        let mut tx = self.db.write().await?;
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
    async fn keep_deliveries(
        &self,
        claimed: &[Delivery],
        now: &impl Fn() -> Instant,
    ) -> Infallible {
        let ids: Vec<i64> = claimed.iter().map(|delivery| delivery.id).collect();
        loop {
            tokio::time::sleep(RENEW_EVERY).await;
            let kept = async {
                let mut tx = self.db.write().await?;
                tx.keep_deliveries(&ids, now().plus_s(LEASE_S)).await?;
                tx.commit().await
            };
            if let Err(error) = kept.await {
                tracing::error!(%error, "deliveries in hand cannot be kept");
            }
        }
    }

    async fn conclude(
        &self,
        delivery: &Delivery,
        outcome: Delivered,
        now: Instant,
    ) -> Result<(), Error> {
        let mut tx = self.db.write().await?;
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
                match tx.other_way(delivery).await? {
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
