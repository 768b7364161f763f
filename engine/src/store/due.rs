//! What is due, found by index: each query orders by the column it searches, or PostgreSQL would read
//! the whole table.

use super::{Tx, on};
use crate::{Error, EventId, Membership, PersonId};
use rules::Instant;

impl Tx {
    /// Members whose reminder has come, or whose run has ended since it was last written.
    pub(crate) async fn due_memberships(
        &mut self,
        now: Instant,
        most: i64,
    ) -> Result<Vec<Membership>, Error> {
        let mut due: Vec<(i64, i64)> = on!(self, conn => sqlx::query_as(
            "select event_id, person_id from reminder where next_at is not null and next_at <= $1 order by next_at limit $2")
            .bind(now.0).bind(most).fetch_all(conn).await)?;
        let ended: Vec<(i64, i64)> = on!(self, conn => sqlx::query_as(
            "select event_id, person_id from membership where current > 0 and alive_until <= $1 order by alive_until limit $2")
            .bind(now.0).bind(most).fetch_all(conn).await)?;
        due.extend(ended);
        due.sort_unstable();
        due.dedup();
        let membership =
            |(event, person)| Membership { event: EventId(event), person: PersonId(person) };
        Ok(due.into_iter().map(membership).collect())
    }

    /// How many kinds of work are due.
    pub(crate) async fn due_work(&mut self, now: Instant) -> Result<i64, Error> {
        let (updates, deliveries): (bool, bool) = on!(self, conn => sqlx::query_as(
            "select exists (select 1 from inbox where state = 'open'),
             exists (select 1 from outbox where state = 'pending' and not_before <= $1)")
            .bind(now.0).fetch_one(conn).await)?;
        let memberships = self.due_memberships(now, 1).await?;
        Ok(i64::from(updates) + i64::from(deliveries) + memberships.len() as i64)
    }

    pub(crate) async fn last_heard(&mut self) -> Result<Option<Instant>, Error> {
        let last: Option<i64> = on!(self, conn => sqlx::query_scalar("select max(received_at) from inbox").fetch_one(conn).await)?;
        Ok(last.map(Instant))
    }

    pub(crate) async fn forget_updates(&mut self, before: Instant) -> Result<u64, Error> {
        Ok(
            on!(self, conn => sqlx::query("delete from inbox where state <> 'open' and received_at < $1")
            .bind(before.0).execute(conn).await.map(|done| done.rows_affected()))?,
        )
    }

    pub(crate) async fn forget_deliveries(&mut self, before: Instant) -> Result<u64, Error> {
        Ok(
            on!(self, conn => sqlx::query("delete from outbox where (state <> 'pending' and done_at < $1) or expires_at < $1")
            .bind(before.0).execute(conn).await.map(|done| done.rows_affected()))?,
        )
    }
}
