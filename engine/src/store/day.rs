//! What the board of a day goes by: a row of each member, and what its event rests on.

use rules::Instant;

use crate::error::Error;
use crate::ids::{EventId, PersonId};
use crate::store::{Tx, on};

/// The rules of an event, and how many amnesties it has: what follows from facts changes with either.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stamp {
    rules: String,
    amnesties: i64,
}

/// A member who is in the rankings.
pub(crate) struct DayMember {
    pub(crate) person: PersonId,
    /// How many facts there are of them.
    pub(crate) facts: i64,
    pub(crate) current: u32,
    pub(crate) longest: u32,
    pub(crate) total: u32,
    pub(crate) joined_at: Instant,
    pub(crate) alive_until: Instant,
}

impl Tx {
    pub(crate) async fn day_stamp(&mut self, event: EventId) -> Result<Option<Stamp>, Error> {
        let row: Option<(String, i64)> = on!(self, conn => sqlx::query_as(
            "select e.rules, (select count(*) from amnesty a where a.event_id = e.id) from event e where e.id = $1")
            .bind(event.0).fetch_optional(conn).await)?;
        Ok(row.map(|(rules, amnesties)| Stamp { rules, amnesties }))
    }

    /// The members of an event who are in its rankings, after a person, in the order of their ids.
    pub(crate) async fn day_members(
        &mut self,
        event: EventId,
        after: PersonId,
        most: i64,
    ) -> Result<Vec<DayMember>, Error> {
        let rows: Vec<(i64, i64, i64, i64, i64, i64, i64)> = on!(self, conn => sqlx::query_as(
            "select person_id, facts, current, longest, total, joined_at, alive_until from membership
             where event_id = $1 and person_id > $2 and ranked order by person_id limit $3")
            .bind(event.0).bind(after.0).bind(most).fetch_all(conn).await)?;
        let read = |(person, facts, current, longest, total, joined_at, alive_until)| DayMember {
            person: PersonId(person),
            facts,
            current: current as u32,
            longest: longest as u32,
            total: total as u32,
            joined_at: Instant(joined_at),
            alive_until: Instant(alive_until),
        };
        Ok(rows.into_iter().map(read).collect())
    }
}
