//! Files of proofs: to be fetched, kept, and forgotten again.

use rules::Instant;

use crate::error::Error;
use crate::events::proof::Proof;
use crate::events::proof_file::ProofFile;
use crate::ids::{EventId, Platform};
use crate::store::{Tx, on};

/// Files that an event may have at a time, and bytes of them.
const OF_EVENT_MAX: i64 = 200;
const BYTES_OF_EVENT_MAX: i64 = 200 << 20;
/// Files that are kept in all.
const FILES_MAX: i64 = 20_000;

/// A file that is to be fetched now.
pub(crate) struct DueFile {
    pub(crate) proof: i64,
    /// How often it was asked for, this time included.
    pub(crate) tries: i64,
}

impl Tx {
    /// Notes that the file of a proof is to be fetched; false where the event has as many as it may, or nobody shows it
    /// any more.
    pub(crate) async fn add_proof_file(
        &mut self,
        proof: &Proof,
        now: Instant,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query(
            "insert into proof_file (proof_id, event_id, person_id, platform, fetch_at, at)
             select $1, m.event_id, m.person_id, $4, $5, $5 from membership m
             where m.event_id = $2 and m.person_id = $3 and m.member
             and (select count(*) from (select 1 from proof_file where event_id = $2 limit $6) as known) < $6")
            .bind(proof.id).bind(proof.of.event.0).bind(proof.of.person.0).bind(proof.platform.name())
            .bind(now.0).bind(OF_EVENT_MAX).execute(conn).await.map(|done| done.rows_affected() > 0))?)
    }

    /// Whether something is to be fetched from a platform. Asked before anything is written.
    pub(crate) async fn is_file_due(
        &mut self,
        platform: Platform,
        now: Instant,
    ) -> Result<bool, Error> {
        let due: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "select proof_id from proof_file where platform = $1 and fetch_at is not null and fetch_at <= $2
             and lease_until <= $2 order by fetch_at, proof_id limit 1")
            .bind(platform.name()).bind(now.0).fetch_optional(conn).await)?;
        Ok(due.is_some())
    }

    /// Leases what is to be fetched, oldest first.
    pub(crate) async fn claim_files(
        &mut self,
        platform: Platform,
        now: Instant,
        lease_s: i64,
        most: i64,
    ) -> Result<Vec<DueFile>, Error> {
        macro_rules! claim {
            ($lock:literal) => {
                concat!(
                    "with due as materialized (
                         select proof_id from proof_file where platform = $1 and fetch_at is not null
                         and fetch_at <= $2 and lease_until <= $2 order by fetch_at, proof_id limit $4 ",
                    $lock,
                    ") update proof_file set lease_until = $3, tries = tries + 1 from due
                     where proof_file.proof_id = due.proof_id returning proof_file.proof_id, tries"
                )
            };
        }
        let claim = match self {
            Tx::Sqlite(_) => claim!(""),
            Tx::Postgres(_) => claim!("for update skip locked"),
        };
        let rows: Vec<(i64, i64)> = on!(self, conn => sqlx::query_as(claim)
            .bind(platform.name()).bind(now.0).bind(now.0 + lease_s).bind(most).fetch_all(conn).await)?;
        Ok(rows.into_iter().map(|(proof, tries)| DueFile { proof, tries }).collect())
    }

    /// Lets a file be asked for again.
    pub(crate) async fn postpone_file(&mut self, proof: i64, until: Instant) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update proof_file set fetch_at = $2, lease_until = 0 where proof_id = $1 and fetch_at is not null")
            .bind(proof).bind(until.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Whether so many bytes more may be kept: of the event, and of all of `bytes_max`.
    pub(crate) async fn has_room_for(
        &mut self,
        event: EventId,
        size: i64,
        bytes_max: i64,
    ) -> Result<bool, Error> {
        let of_event: i64 = on!(self, conn => sqlx::query_scalar(
            "select cast(coalesce(sum(size), 0) as bigint) from proof_file where event_id = $1")
            .bind(event.0).fetch_one(conn).await)?;
        let (all, files): (i64, i64) = on!(self, conn => sqlx::query_as(
            "select cast(coalesce(sum(size), 0) as bigint), count(*) from (
                 select size from proof_file where size > 0 order by size desc limit $1) as kept")
            .bind(FILES_MAX).fetch_one(conn).await)?;
        let fits = of_event + size <= BYTES_OF_EVENT_MAX && all + size <= bytes_max;
        Ok(fits && files < FILES_MAX)
    }

    /// Keeps what was fetched, if it is still wanted.
    pub(crate) async fn keep_file(
        &mut self,
        proof: i64,
        file: &ProofFile,
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update proof_file set content_type = $2, size = $3, bytes = $4, at = $5, fetch_at = null, lease_until = 0
             where proof_id = $1 and fetch_at is not null")
            .bind(proof).bind(&file.content_type).bind(file.bytes.len() as i64).bind(&file.bytes).bind(now.0)
            .execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn proof_file(&mut self, proof: i64) -> Result<Option<ProofFile>, Error> {
        let row: Option<(String, Vec<u8>)> = on!(self, conn => sqlx::query_as(
            "select content_type, bytes from proof_file where proof_id = $1 and bytes is not null")
            .bind(proof).fetch_optional(conn).await)?;
        Ok(row.map(|(content_type, bytes)| ProofFile { content_type, bytes }))
    }

    pub(crate) async fn forget_file(&mut self, proof: i64) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from proof_file where proof_id = $1")
            .bind(proof).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Forgets files of events that ended before, up to a batch of them. They are as old at least.
    pub(crate) async fn forget_files_of_ended(&mut self, before: Instant) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "delete from proof_file where proof_id in (
                 select f.proof_id from (
                     select proof_id, event_id from proof_file where at <= $1 order by at, proof_id limit $2) as f
                 join event e on e.id = f.event_id where e.ended_at <= $1)")
            .bind(before.0).bind(FILES_MAX).execute(conn).await.map(drop))?;
        Ok(())
    }
}
