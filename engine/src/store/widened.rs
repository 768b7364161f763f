//! When people were told that more see an event.

use rules::Instant;

use crate::error::Error;
use crate::ids::EventId;
use crate::store::{Tx, on};

impl Tx {
    /// When those who are or were in an event were last told that more people see it.
    pub(crate) async fn widened_at(&mut self, event: EventId) -> Result<Option<Instant>, Error> {
        let at: Option<Option<i64>> = on!(self, conn => sqlx::query_scalar(
            "select widened_at from event where id = $1")
            .bind(event.0).fetch_optional(conn).await)?;
        Ok(at.flatten().map(Instant))
    }

    pub(crate) async fn set_widened(&mut self, event: EventId, now: Instant) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update event set widened_at = $2 where id = $1")
            .bind(event.0).bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }
}
