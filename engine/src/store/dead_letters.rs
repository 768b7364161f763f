//! Dead letters of both queues.

use rules::Instant;

use crate::dead_letters::{DeadLetter, Queue};
use crate::error::Error;
use crate::store::{Tx, on};

impl Tx {
    pub(crate) async fn dead_letters(
        &mut self,
        queue: Queue,
        limit: u32,
    ) -> Result<Vec<DeadLetter>, Error> {
        let select = match queue {
            Queue::Inbox => {
                "select id, source, received_at, attempts, coalesce(error, '') from inbox
                 where state = 'parked' order by id limit $1"
            }
            Queue::Outbox => {
                "select id, platform, not_before, attempts, coalesce(error, '') from outbox
                 where state = 'dead' order by id limit $1"
            }
        };
        type Row = (i64, String, i64, i64, String);
        let rows: Vec<Row> = on!(self, conn => sqlx::query_as(select)
            .bind(i64::from(limit)).fetch_all(conn).await)?;
        let letter = |(id, platform, at, attempts, why)| DeadLetter {
            id,
            platform,
            at: Instant(at),
            attempts,
            why,
        };
        Ok(rows.into_iter().map(letter).collect())
    }

    pub(crate) async fn count_dead_letters(&mut self, queue: Queue) -> Result<u64, Error> {
        let count = match queue {
            Queue::Inbox => "select count(*) from inbox where state = 'parked'",
            Queue::Outbox => "select count(*) from outbox where state = 'dead'",
        };
        let count: i64 = on!(self, conn => sqlx::query_scalar(count).fetch_one(conn).await)?;
        Ok(count.unsigned_abs())
    }

    pub(crate) async fn dead_letter(
        &mut self,
        queue: Queue,
        id: i64,
    ) -> Result<Option<String>, Error> {
        let select = match queue {
            Queue::Inbox => "select payload from inbox where id = $1 and state = 'parked'",
            Queue::Outbox => "select payload from outbox where id = $1 and state = 'dead'",
        };
        Ok(on!(self, conn => sqlx::query_scalar(select).bind(id).fetch_optional(conn).await)?)
    }

    pub(crate) async fn revive(
        &mut self,
        queue: Queue,
        id: i64,
        now: Instant,
        until: Instant,
    ) -> Result<bool, Error> {
        let update = match queue {
            Queue::Inbox => {
                "update inbox set state = 'open', attempts = 0, error = null, lease_until = 0
                 where id = $1 and state = 'parked' and $2 < $3"
            }
            Queue::Outbox => {
                "update outbox set state = 'pending', attempts = 0, error = null, done_at = null, lease_until = 0, unsure_since = null,
                 not_before = $2, expires_at = $3 where id = $1 and state = 'dead'"
            }
        };
        let done = on!(self, conn => sqlx::query(update).bind(id).bind(now.0).bind(until.0)
            .execute(conn).await.map(|done| done.rows_affected()))?;
        Ok(done > 0)
    }

    pub(crate) async fn forget_dead_letter(
        &mut self,
        queue: Queue,
        id: i64,
    ) -> Result<bool, Error> {
        // The key of an update stays: should it come again, it is not worked again.
        let forget = match queue {
            Queue::Inbox => {
                "update inbox set state = 'done', payload = '', lane = '', error = null where id = $1 and state = 'parked'"
            }
            Queue::Outbox => "delete from outbox where id = $1 and state = 'dead'",
        };
        let done = on!(self, conn => sqlx::query(forget).bind(id)
            .execute(conn).await.map(|done| done.rows_affected()))?;
        Ok(done > 0)
    }
}
