//! Events that are not published yet.

use rules::Instant;

use crate::error::Error;
use crate::ids::{EventId, PersonId};
use crate::store::{Tx, on};

impl Tx {
    /// The drafts of a person, newest first, but for the newest few.
    pub(crate) async fn drafts_of(
        &mut self,
        owner: PersonId,
        but: i64,
    ) -> Result<Vec<EventId>, Error> {
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select id from event where owner_id = $1 and draft is not null order by id desc limit 100 offset $2")
            .bind(owner.0).bind(but).fetch_all(conn).await)?;
        Ok(ids.into_iter().map(EventId).collect())
    }

    /// Makes a draft an event; false where somebody was faster.
    pub(crate) async fn take_draft(&mut self, event: EventId, now: Instant) -> Result<bool, Error> {
        // Until now it counted for nothing: it is made today, whenever it was begun.
        Ok(
            on!(self, conn => sqlx::query("update event set draft = null, created_at = $2 where id = $1 and draft is not null")
            .bind(event.0).bind(now.0).execute(conn).await.map(|done| done.rows_affected() > 0))?,
        )
    }

    /// Forgets the drafts of a person but for the newest few.
    pub(crate) async fn forget_drafts(&mut self, owner: PersonId, but: i64) -> Result<(), Error> {
        for draft in self.drafts_of(owner, but).await? {
            self.forget_draft(draft).await?;
        }
        Ok(())
    }

    /// Forgets an event if it is a draft: nobody is in it, and nothing was told of it.
    pub(crate) async fn forget_draft(&mut self, event: EventId) -> Result<bool, Error> {
        let is_gone = on!(self, conn => sqlx::query("delete from event where id = $1 and draft is not null")
            .bind(event.0).execute(conn).await.map(|done| done.rows_affected() > 0))?;
        if is_gone {
            on!(self, conn => sqlx::query("delete from event_destination where event_id = $1")
                .bind(event.0).execute(conn).await.map(drop))?;
        }
        Ok(is_gone)
    }
}
