//! Events that nobody is left of: whoever made them is erased, and nobody else was ever in them.

use crate::error::Error;
use crate::ids::{EventId, PersonId};
use crate::store::post::withdrawn;
use crate::store::{Tx, on};

/// What belongs to an event beside the rows of those who are in it. The memberships go with their people.
pub(crate) const OF_EVENT: [&str; 9] = [
    "amnesty",
    "audit",
    "ban",
    "event_destination",
    "invite",
    "join_request",
    "post",
    "rank_count",
    "silenced_event",
];

impl Tx {
    /// Forgets up to so many events of a person who is to be erased, and of people who were, that nobody else has ever
    /// been in; gives their number.
    pub(crate) async fn forget_orphans(
        &mut self,
        person: PersonId,
        most: i64,
    ) -> Result<usize, Error> {
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select e.id from event e where e.owner_id = $1
             and not exists (select 1 from membership o where o.event_id = e.id and o.person_id <> $1)
             union
             select e.id from membership m join event e on e.id = m.event_id and e.owner_id = 0 where m.person_id = $1
             and not exists (select 1 from membership o where o.event_id = e.id and o.person_id <> $1)
             order by 1 limit $2")
            .bind(person.0).bind(most).fetch_all(conn).await)?;
        let mut forgotten = 0;
        for id in ids {
            if self.forget_event(EventId(id), person).await? {
                forgotten += 1;
            }
        }
        Ok(forgotten)
    }

    /// Forgets an event with whatever belongs to it; false where somebody else has come in meanwhile.
    async fn forget_event(&mut self, event: EventId, but: PersonId) -> Result<bool, Error> {
        self.take_event(event).await?;
        let is_gone = on!(self, conn => sqlx::query(
            "delete from event where id = $1
             and not exists (select 1 from membership where event_id = $1 and person_id <> $2)")
            .bind(event.0).bind(but.0).execute(conn).await.map(|done| done.rows_affected() > 0))?;
        if !is_gone {
            return Ok(false);
        }
        self.write_boards_anew(event).await?;
        for statement in [
            "delete from event_destination where event_id = $1",
            // A card names whoever made it.
            withdrawn!("true"),
            "delete from invite_use where code_hash in (select code_hash from invite where event_id = $1)",
            "delete from trace where kind in ('ban', 'event') and about = $1",
            "update event set successor_of = null where successor_of = $1",
        ] {
            on!(self, conn => sqlx::query(statement).bind(event.0).execute(conn).await.map(drop))?;
        }
        for table in OF_EVENT {
            let delete = sqlx::AssertSqlSafe(format!("delete from {table} where event_id = $1"));
            on!(self, conn => sqlx::query(delete).bind(event.0).execute(conn).await.map(drop))?;
        }
        Ok(true)
    }
}
