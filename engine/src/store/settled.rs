//! Settled pasts: snapshots of them at labels four weeks apart, and when they count no more.

use rules::Settled;
use std::collections::HashMap;

use crate::error::Error;
use crate::ids::{EventId, Membership, PersonId};
use crate::store::membership::{Keys, key};
use crate::store::save::Written;
use crate::store::{Tx, each, on};

impl Tx {
    /// The last snapshot of each membership that leaves out nothing from a label on.
    pub(crate) async fn snapshots(
        &mut self,
        keys: &Keys,
    ) -> Result<HashMap<Membership, Settled>, Error> {
        if keys.is_empty() {
            return Ok(HashMap::new());
        }
        let statement = each!(
            "with k(event_id, person_id, label) as (
                 select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint), cast(r.value->>2 as bigint) from",
            ")
             select s.event_id, s.person_id, s.state from k join snapshot s
             on s.event_id = k.event_id and s.person_id = k.person_id and s.until = (
                 select max(o.until) from snapshot o
                 where o.event_id = k.event_id and o.person_id = k.person_id and o.until <= k.label)"
        );
        let rows: Vec<(i64, i64, String)> = self.all(&statement, keys).await?;
        let read = |(event, person, state): (i64, i64, String)| {
            let settled =
                serde_json::from_str(&state).map_err(|e| Error::unreadable("snapshot", &e))?;
            Ok((key(event, person), settled))
        };
        rows.into_iter().map(read).collect()
    }

    pub(crate) async fn save_snapshots(&mut self, batch: &[Written<'_>]) -> Result<(), Error> {
        let mut rows = vec![];
        for written in batch {
            let of = written.membership;
            for snapshot in written.snapshots {
                let state = serde_json::to_string(snapshot)
                    .map_err(|e| Error::unreadable("snapshot", &e))?;
                rows.push((of.event, of.person, snapshot.until.0, state));
            }
        }
        if rows.is_empty() {
            return Ok(());
        }
        let statement = each!(
            "insert into snapshot (event_id, person_id, until, state)
             select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint), cast(r.value->>2 as bigint), r.value->>3 from",
            "where true on conflict (event_id, person_id, until) do update set state = excluded.state"
        );
        self.each(&statement, &rows).await?;
        Ok(())
    }

    /// What was settled of an event rests on rules or labels that have changed.
    pub(crate) async fn unsettle(&mut self, event: EventId) -> Result<(), Error> {
        for statement in [
            "update membership set settled = null where event_id = $1",
            "delete from snapshot where event_id = $1",
        ] {
            on!(self, conn => sqlx::query(statement).bind(event.0).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// The same of all memberships of a person.
    pub(crate) async fn unsettle_person(&mut self, person: PersonId) -> Result<(), Error> {
        for statement in [
            "update membership set settled = null where person_id = $1",
            "delete from snapshot where person_id = $1
             and event_id in (select event_id from membership where person_id = $1)",
        ] {
            on!(self, conn => sqlx::query(statement).bind(person.0).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// The same of one membership.
    pub(crate) async fn unsettle_one(&mut self, of: Membership) -> Result<(), Error> {
        for statement in [
            "update membership set settled = null where event_id = $1 and person_id = $2",
            "delete from snapshot where event_id = $1 and person_id = $2",
        ] {
            on!(self, conn => sqlx::query(statement)
                .bind(of.event.0).bind(of.person.0).execute(conn).await.map(drop))?;
        }
        Ok(())
    }
}
