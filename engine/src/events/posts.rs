//! Messages that are kept up to date in a channel: the card of an event, and its board of the day. They are
//! written anew some seconds after something changed, by the outbox.

use rules::Instant;

use crate::deliveries::delivery::{KEPT_S, Topic};
use crate::error::Error;
use crate::events::Events;
use crate::events::post::{Post, PostKind};
use crate::ids::{DestinationId, EventId};
use crate::store::new_delivery::NewDelivery;

/// A message is written anew at most this often.
const PACE_S: i64 = 5;
/// How late a board may be posted.
const STALE_S: i64 = 3600;
/// For how long a board that stands, or is over, is worth writing.
const BOARD_S: i64 = 24 * 3600;
const AT_ONCE: i64 = 256;

/// For how long a writing is tried. Its words are found when it is sent, so that what stands comes to be true however long
/// an outage lasts.
fn lasts_s(post: &Post, now: Instant) -> i64 {
    match post.kind {
        PostKind::Card | PostKind::Withdrawn => KEPT_S,
        PostKind::Board(_) => {
            let is_over = post.closes_at.is_some_and(|closes| closes <= now);
            if is_over || post.remote_id.is_some() { BOARD_S } else { STALE_S }
        }
    }
}

impl Events<'_> {
    /// Keeps a message about an event in a place from now on, if the event is told there. `remote_id` is the message, where
    /// it stands already; otherwise it is sent. An earlier card there is taken down, and so is one that comes up once the
    /// event is told there no more.
    pub async fn keep_post(
        self,
        event: EventId,
        destination: DestinationId,
        kind: PostKind,
        remote_id: Option<&str>,
        now: Instant,
    ) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        let (id, is_told) = (self.engine.ids.id(now), tx.stays_told_at(event, destination).await?);
        if let (PostKind::Card, Some(message)) = (kind, remote_id) {
            match is_told {
                true => tx.withdraw_other_card((event, destination), message).await?,
                false => tx.withdraw_late_card(id, destination, message, now).await?,
            }
        }
        if is_told {
            let due = remote_id.is_none().then_some(now);
            tx.add_post(id, (event, destination), kind, remote_id, due, now).await?;
        }
        tx.commit().await
    }

    /// A message that is kept up to date, by id.
    pub async fn post(self, id: i64) -> Result<Option<Post>, Error> {
        self.engine.db.look().await?.post(id).await
    }

    /// Marks the messages of the events that changed since the last look to be written anew; at the first look all
    /// of them, since a process that ended may have left some.
    async fn mark_changed(self, now: Instant) -> Result<(), Error> {
        let (changed, is_first) = self.engine.work.take_changed();
        let events: Vec<EventId> = changed.iter().copied().collect();
        let marked = async {
            if !is_first && !self.engine.db.look().await?.has_posts(&events).await? {
                return Ok(());
            }
            let mut tx = self.engine.db.write().await?;
            tx.mark_posts((!is_first).then_some(&events), now, PACE_S).await?;
            tx.commit().await
        };
        let marked = marked.await;
        if marked.is_err() {
            self.engine.work.put_back(changed, is_first);
        }
        marked
    }

    /// Hands the messages that are due to the outbox, and gives their number.
    pub(crate) async fn write_posts(self, now: Instant) -> Result<usize, Error> {
        self.mark_changed(now).await?;
        if !self.engine.db.look().await?.has_due_posts(now).await? {
            return Ok(0);
        }
        let mut tx = self.engine.db.write().await?;
        let due = tx.take_due_posts(now, AT_ONCE).await?;
        let delivery = |post: &Post| NewDelivery {
            id: self.engine.ids.id(now),
            dedupe_key: format!("post:{}", post.id),
            destination: post.destination,
            topic: Topic::Post { post: post.id, event: post.event },
            not_before: now,
            expires_at: now.plus_s(lasts_s(post, now)),
        };
        let deliveries: Vec<NewDelivery> = due.iter().map(delivery).collect();
        let keys: Vec<String> = deliveries.iter().map(|d| d.dedupe_key.clone()).collect();
        tx.make_room(&keys).await?;
        tx.enqueue(&deliveries).await?;
        tx.commit().await?;
        Ok(due.len())
    }
}
