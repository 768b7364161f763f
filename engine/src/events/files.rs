//! The files of proofs: fetched soon after they were shown, so that no answer waits for them and every host sees them.

use futures_util::future::join_all;
use rules::Instant;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

use crate::deliveries::delivery::back_off_s;
use crate::error::Error;
use crate::events::Events;
use crate::events::proof_file::{Fetched, FileSource, ProofFile};
use crate::events::proofs::told_as;

/// How many are fetched at a time, and how long one may take: well within the lease.
const AT_ONCE: i64 = 4;
const FETCH_TIMEOUT: Duration = Duration::from_secs(10);
const LEASE_S: i64 = 30;
/// How often a file is asked for.
const TRIES_MAX: i64 = 5;
const POLL_INTERVAL: Duration = Duration::from_secs(2);
/// Bytes that are kept in all, unless it was set.
const BYTES_MAX: i64 = 2 << 30;

impl Events<'_> {
    /// Says how many bytes of files are kept in all; the first word counts.
    pub fn limit_files(self, bytes: i64) {
        self.engine.work.file_bytes_max.get_or_init(|| bytes);
    }

    /// Fetches files from this source until told to stop. What is in hand then is fetched again later.
    pub async fn fetch_files(
        self,
        source: &dyn FileSource,
        now: impl Fn() -> Instant,
        stop: CancellationToken,
    ) {
        while !stop.is_cancelled() {
            let woken = self.engine.work.files.notified();
            let fetched = tokio::select! {
                fetched = self.fetch_due_files(source, now()) => fetched,
                () = stop.cancelled() => return,
            };
            match fetched {
                Ok(0) => {}
                Ok(_) => continue,
                Err(error) => {
                    let platform = source.platform().name();
                    tracing::error!(%error, platform, "files cannot be fetched");
                }
            }
            tokio::select! {
                () = woken => {}
                () = tokio::time::sleep(POLL_INTERVAL) => {}
                () = stop.cancelled() => {}
            }
        }
    }

    /// Fetches some of what is due, and gives how many were asked for.
    pub async fn fetch_due_files(
        self,
        source: &dyn FileSource,
        now: Instant,
    ) -> Result<usize, Error> {
        let platform = source.platform();
        if !self.engine.db.look().await?.is_file_due(platform, now).await? {
            return Ok(0);
        }
        let mut tx = self.engine.db.write().await?;
        let due = tx.claim_files(platform, now, LEASE_S, AT_ONCE).await?;
        tx.commit().await?;
        let fetched = due.iter().map(|due| self.fetch_file(source, due.proof, due.tries, now));
        for fetched in join_all(fetched).await {
            fetched?;
        }
        Ok(due.len())
    }

    async fn fetch_file(
        self,
        source: &dyn FileSource,
        id: i64,
        tries: i64,
        now: Instant,
    ) -> Result<(), Error> {
        let Some(proof) = self.proof(id).await? else { return self.give_up(id, now).await };
        let late = |_| Fetched::Later { why: "no answer in time".to_owned() };
        let fetched = tokio::time::timeout(FETCH_TIMEOUT, source.fetch(&proof.file)).await;
        let file = match fetched.unwrap_or_else(late) {
            Fetched::Bytes(bytes) => ProofFile::of(bytes),
            Fetched::Later { why } if tries < TRIES_MAX => {
                tracing::info!(proof.id = id, %why, "a file is asked for again");
                let mut tx = self.engine.db.write().await?;
                tx.postpone_file(id, now.plus_s(back_off_s(tries))).await?;
                return tx.commit().await;
            }
            Fetched::Later { why } | Fetched::Refused { why } => {
                tracing::info!(proof.id = id, %why, "a file cannot be fetched");
                None
            }
        };
        // A host sees it where it was sent, or not at all.
        let Some(file) = file else { return self.give_up(id, now).await };
        let mut tx = self.engine.db.write().await?;
        let bytes_max = self.engine.work.file_bytes_max.get().copied().unwrap_or(BYTES_MAX);
        let size = file.bytes.len() as i64;
        if tx.has_room_for(proof.of.event, size, bytes_max).await? {
            tx.keep_file(id, &file, now).await?;
        } else {
            tracing::warn!(event.id = proof.of.event.0, "a file is not kept: there are too many");
            tx.forget_file(id).await?;
        }
        tx.hasten(&told_as(id), now).await?;
        tx.commit().await?;
        self.engine.work.outbox.notify_waiters();
        Ok(())
    }

    /// Whoever waits for the file does so no more.
    async fn give_up(self, id: i64, now: Instant) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.forget_file(id).await?;
        tx.hasten(&told_as(id), now).await?;
        tx.commit().await?;
        self.engine.work.outbox.notify_waiters();
        Ok(())
    }
}
