//! Updates from the platforms: stored before they are confirmed, worked in order within an ordering key.

use rules::Instant;
use std::collections::BTreeMap;
use std::future::Future;
use std::time::Duration;
use tokio::task::{AbortHandle, JoinSet};
use tokio_util::sync::CancellationToken;
use tracing::Instrument as _;

use crate::error::{Error, why_ended};
use crate::store::Db;
use crate::updates::Updates;
use crate::updates::update::{ATTEMPTS_MAX, Closed, NewUpdate, Update, Worked};

/// Ordering keys worked at the same time.
const KEYS_MAX: usize = 256;
/// So many have to be free before more are taken up.
const KEYS_AT_ONCE: usize = KEYS_MAX / 16;
/// The longest wait for a platform.
const WAIT_MAX_S: i64 = 300;
/// After the first failure an update waits twice this long, then twice as long each time.
const RETRY_S: i64 = 1;
/// How long an update stays with a process that is not heard of any more, and how often one is heard of.
const LEASE_S: i64 = 10;
const RENEW_EVERY: Duration = Duration::from_secs(3);
const POLL_INTERVAL: Duration = Duration::from_secs(1);
/// How long updates in hand may take once we were told to stop.
const SHUTDOWN_GRACE: Duration = Duration::from_secs(5);
const RELEASE_TIMEOUT: Duration = Duration::from_secs(1);

/// When an attempt began.
#[derive(Clone, Copy)]
struct Begun {
    at: Instant,
    clock: tokio::time::Instant,
}

impl Begun {
    /// So many seconds from now.
    fn after(self, wait_s: i64) -> Instant {
        self.at.plus_s(self.clock.elapsed().as_secs() as i64 + wait_s)
    }
}

/// An update in hand.
#[derive(Clone, Copy)]
struct Taken {
    source: &'static str,
    id: i64,
    attempts: i64,
    begun: Begun,
}

impl Updates<'_> {
    /// Takes up what was in hand when the last process ended. SQLite is for one: whatever is leased lies abandoned
    /// when it starts. On PostgreSQL others may be at it, and leases run out.
    pub async fn take_up(self) -> Result<(), Error> {
        if let Db::Sqlite { .. } = self.engine.db {
            let mut tx = self.engine.db.write().await?;
            tx.release_updates().await?;
            tx.commit().await?;
        }
        Ok(())
    }

    /// Stores updates, and how far the source has been read, in one transaction. An update that is
    /// known already is left alone.
    pub async fn store(
        self,
        updates: &[NewUpdate],
        read_to: Option<(&str, i64)>,
        now: Instant,
    ) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        let rows: Vec<(i64, &NewUpdate)> =
            updates.iter().map(|update| (self.engine.ids.id(now), update)).collect();
        tx.store_updates(&rows, now).await?;
        if let Some((name, value)) = read_to {
            tx.set_cursor(name, value, now).await?;
        }
        tx.commit().await?;
        self.engine.work.inbox.notify_waiters();
        Ok(())
    }

    /// How far a source has been read, and when that was written down.
    pub async fn read_to(self, name: &str) -> Result<Option<(i64, Instant)>, Error> {
        self.engine.db.look().await?.cursor(name).await
    }

    /// Hands the stored updates of a source to `handle`, in order per key, until told to stop.
    pub async fn work<F, R, E>(
        self,
        source: &'static str,
        now: impl Fn() -> Instant,
        handle: F,
        stop: CancellationToken,
    ) where
        F: Fn(Update) -> R,
        R: Future<Output = Result<Worked, E>> + Send + 'static,
        E: std::fmt::Display + Send + 'static,
    {
        let mut working: JoinSet<i64> = JoinSet::new();
        let mut in_hand: BTreeMap<i64, AbortHandle> = BTreeMap::new();
        let mut renew = tokio::time::interval(RENEW_EVERY);
        while !stop.is_cancelled() {
            let woken = self.engine.work.inbox.notified();
            let free = KEYS_MAX.saturating_sub(working.len());
            // A claim goes through all that waits: while most hands are full, several are taken at a time.
            let claimed = match free < KEYS_AT_ONCE {
                true => Ok(vec![]),
                false => self.claim_updates(source, now(), free, &in_hand).await,
            };
            let claimed = claimed.unwrap_or_else(|error| {
                tracing::error!(%error, source, "the inbox cannot be read");
                vec![]
            });
            for update in claimed {
                let (engine, id, attempts) = (self.engine.clone(), update.id, update.attempts);
                let span = tracing::error_span!("update", source, id, attempts);
                let begun = Begun { at: now(), clock: tokio::time::Instant::now() };
                let work = tokio::spawn(handle(update).instrument(span.clone()));
                in_hand.insert(id, work.abort_handle());
                let taken = Taken { source, id, attempts, begun };
                let finish = async move {
                    engine.updates().finish(taken, work.await).await;
                    id
                };
                working.spawn(finish.instrument(span));
            }
            tokio::select! {
                () = woken => {}
                Some(Ok(id)) = working.join_next() => {
                    in_hand.remove(&id);
                    while let Some(Ok(id)) = working.try_join_next() {
                        in_hand.remove(&id);
                    }
                }
                _ = renew.tick() => self.keep_updates(&in_hand, now()).await,
                () = tokio::time::sleep(POLL_INTERVAL) => {}
                () = stop.cancelled() => {}
            }
        }
        let ended = async {
            while let Some(joined) = working.join_next().await {
                joined.iter().for_each(|id| drop(in_hand.remove(id)));
            }
        };
        if tokio::time::timeout(SHUTDOWN_GRACE, ended).await.is_err() {
            tracing::warn!(count = in_hand.len(), "updates in hand are given back");
            working.abort_all();
            in_hand.values().for_each(AbortHandle::abort);
            // Leases that are over at once: whoever is next takes them up.
            let given_back = self.keep_updates(&in_hand, Instant(-LEASE_S));
            let _ = tokio::time::timeout(RELEASE_TIMEOUT, given_back).await;
        }
    }

    /// Writes down what the person was told after an attempt at an update that failed.
    pub async fn note_told(self, update: i64, told: &str) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.note_told(update, told).await?;
        tx.commit().await
    }

    /// Keeps what is worked on from being taken for abandoned.
    async fn keep_updates(self, in_hand: &BTreeMap<i64, AbortHandle>, now: Instant) {
        let kept = async {
            let mut tx = self.engine.db.write().await?;
            tx.keep_updates(&in_hand.keys().copied().collect(), now.plus_s(LEASE_S)).await?;
            tx.commit().await
        };
        if in_hand.is_empty() {
            return;
        }
        if let Err(error) = kept.await {
            tracing::error!(%error, "updates in hand cannot be kept");
        }
    }

    async fn claim_updates(
        self,
        source: &str,
        now: Instant,
        free: usize,
        in_hand: &BTreeMap<i64, AbortHandle>,
    ) -> Result<Vec<Update>, Error> {
        if free == 0 {
            return Ok(vec![]);
        }
        let in_hand = Vec::from_iter(in_hand.keys().copied());
        let mut tx = self.engine.db.write().await?;
        let claimed = tx.claim_updates(source, now, LEASE_S, free as i64, &in_hand).await?;
        tx.commit().await?;
        Ok(claimed)
    }

    /// Marks an update as done, or gives it back; the fifth failure parks it.
    async fn finish<E: std::fmt::Display>(
        self,
        taken: Taken,
        outcome: Result<Result<Worked, E>, tokio::task::JoinError>,
    ) {
        let why = match outcome {
            Ok(Ok(Worked::Done)) => None,
            Ok(Ok(Worked::Later { wait_s, why })) => {
                let at = taken.begun.after(wait_s.clamp(1, WAIT_MAX_S));
                tracing::warn!(wait_s, %why, "an answer has to wait");
                self.close_update(taken, Closed::Waiting { why, at }).await;
                return;
            }
            Ok(Ok(Worked::Unreadable { why })) => {
                metrics::counter!("streaks_unknown_updates_total", "source" => taken.source)
                    .increment(1);
                tracing::error!(%why, "an update cannot be read: dead letter");
                self.close_update(taken, Closed::Parked { why }).await;
                return;
            }
            Ok(Err(error)) => Some(format!("{error:#}")),
            Err(ended) => Some(why_ended(&ended)),
        };
        let closed = match why {
            None => Closed::Done,
            Some(why) if taken.attempts >= ATTEMPTS_MAX => {
                tracing::error!(%why, "an update failed too often: dead letter");
                Closed::Parked { why }
            }
            Some(why) => {
                tracing::error!(%why, "an update failed and is tried again");
                let at = taken.begun.after(RETRY_S << taken.attempts.clamp(0, ATTEMPTS_MAX));
                Closed::Again { why, at }
            }
        };
        self.close_update(taken, closed).await;
    }

    async fn close_update(self, taken: Taken, closed: Closed) {
        let Taken { source, id, attempts, begun } = taken;
        metrics::counter!("streaks_updates_total", "source" => source, "result" => closed.name())
            .increment(1);
        metrics::histogram!("streaks_update_seconds", "source" => source)
            .record(begun.clock.elapsed());
        let marked = async {
            let mut tx = self.engine.db.write().await?;
            let is_closed = tx.close_update(id, attempts, &closed).await?;
            tx.commit().await?;
            Ok::<bool, Error>(is_closed)
        };
        match marked.await {
            Ok(true) => {}
            Ok(false) => tracing::warn!("an update is in other hands by now"),
            Err(error) => tracing::error!(%error, "an update cannot be marked"),
        }
    }
}
