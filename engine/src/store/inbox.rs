//! Updates: stored, claimed, closed, forgotten; and how far each source was read.

use rules::Instant;
use std::collections::BTreeSet;

use crate::error::Error;
use crate::ids::first_id;
use crate::store::{Tx, each, json, on};
use crate::updates::update::{Closed, NewUpdate, Update};

impl Tx {
    pub(crate) async fn store_updates(
        &mut self,
        updates: &[(i64, &NewUpdate)],
        now: Instant,
    ) -> Result<(), Error> {
        let statement = each!(
            "insert into inbox (id, source, source_id, lane, received_at, payload)
             select cast(r.value->>0 as bigint), r.value->>1, r.value->>2, r.value->>3, cast(r.value->>4 as bigint), r.value->>5 from",
            "where true on conflict do nothing"
        );
        let rows: Vec<_> = updates
            .iter()
            .map(|(id, u)| (id, &u.source, &u.source_id, &u.ordering_key, now, &u.payload))
            .collect();
        self.each(&statement, &rows).await?;
        Ok(())
    }

    /// Takes the oldest open update of each ordering key that nobody works on, and none of those that are in hand: a clock
    /// that jumps may make a lease look old that is not.
    pub(crate) async fn claim_updates(
        &mut self,
        source: &str,
        now: Instant,
        lease_s: i64,
        most: i64,
        in_hand: &[i64],
    ) -> Result<Vec<Update>, Error> {
        type Row = (i64, String, i64, i64, Option<String>);
        macro_rules! claim {
            ($in_hand:literal, $lock:literal) => {
                concat!(
                    // Said to be materialized: PostgreSQL would work the list out again for each row it looks at,
                    // and so take everything.
                    "with first as materialized (
                         select min(id) as id from inbox where state = 'open' and source = $1
                         group by lane having max(lease_until) <= $2 and min(id) not in ",
                    $in_hand,
                    " order by min(id) limit $4),
                     due as materialized (
                         select i.id from first join inbox i on i.id = first.id
                         where i.state = 'open' and i.lease_until <= $2 ",
                    $lock,
                    ") update inbox set lease_until = $3, attempts = attempts + 1 from due where inbox.id = due.id
                     returning inbox.id, payload, received_at, attempts, told"
                )
            };
        }
        // Several processes take different rows rather than wait for each other.
        let claim = match self {
            Tx::Sqlite(_) => claim!("(select value from json_each($5))", ""),
            Tx::Postgres(_) => claim!(
                "(select cast(value as bigint) from jsonb_array_elements_text($5::jsonb))",
                "for update of i skip locked"
            ),
        };
        let in_hand = json(in_hand)?;
        let rows: Vec<Row> = on!(self, conn => sqlx::query_as(claim)
            .bind(source).bind(now.0).bind(now.0 + lease_s).bind(most).bind(in_hand)
            .fetch_all(conn).await)?;
        let update = |(id, payload, received_at, attempts, told)| Update {
            id,
            payload,
            received_at: Instant(received_at),
            attempts,
            told,
        };
        Ok(rows.into_iter().map(update).collect())
    }

    pub(crate) async fn keep_updates(
        &mut self,
        ids: &BTreeSet<i64>,
        until: Instant,
    ) -> Result<(), Error> {
        let statement = each!(
            "update inbox set lease_until = cast(r.value->>1 as bigint) from",
            "where inbox.id = cast(r.value->>0 as bigint) and inbox.state = 'open'
             and (inbox.lease_until < cast(r.value->>1 as bigint) or cast(r.value->>1 as bigint) = 0)"
        );
        let rows: Vec<(i64, Instant)> = ids.iter().map(|id| (*id, until)).collect();
        self.each(&statement, &rows).await?;
        Ok(())
    }

    /// Gives back what was in hand when the only process that there is ended.
    pub(crate) async fn release_updates(&mut self) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update inbox set lease_until = 0 where state = 'open'").execute(conn).await.map(drop))?;
        Ok(())
    }

    /// What is done with is known by its name alone: what people wrote is not kept. False where somebody else has taken
    /// the update since this attempt, or closed it.
    pub(crate) async fn close_update(
        &mut self,
        id: i64,
        attempts: i64,
        closed: &Closed,
    ) -> Result<bool, Error> {
        macro_rules! close {
            ($set:literal) => {
                concat!(
                    "update inbox set ",
                    $set,
                    ", error = $2, lease_until = $3 where id = $1 and state = 'open' and attempts = $4"
                )
            };
        }
        let (statement, why, again) = match closed {
            Closed::Done => {
                (close!("state = 'done', payload = '', lane = '', told = null"), None, 0)
            }
            Closed::Parked { why } => (close!("state = 'parked'"), Some(why), 0),
            Closed::Waiting { why, at } => (close!("attempts = attempts - 1"), Some(why), at.0),
            Closed::Again { why, at } => (close!("state = 'open'"), Some(why), at.0),
        };
        Ok(on!(self, conn => sqlx::query(statement).bind(id).bind(why).bind(again).bind(attempts)
            .execute(conn).await.map(|done| done.rows_affected() > 0))?)
    }

    pub(crate) async fn note_told(&mut self, id: i64, told: &str) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update inbox set told = $2 where id = $1 and state = 'open'")
            .bind(id).bind(told).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn cursor(&mut self, name: &str) -> Result<Option<(i64, Instant)>, Error> {
        let row: Option<(i64, i64)> = on!(self, conn => sqlx::query_as("select value, at from cursor_position where name = $1")
            .bind(name).fetch_optional(conn).await)?;
        Ok(row.map(|(value, at)| (value, Instant(at))))
    }

    pub(crate) async fn set_cursor(
        &mut self,
        name: &str,
        value: i64,
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into cursor_position (name, value, at) values ($1, $2, $3)
             on conflict (name) do update set value = excluded.value, at = excluded.at")
            .bind(name).bind(value).bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }
}

impl Tx {
    pub(crate) async fn last_received(&mut self) -> Result<Option<Instant>, Error> {
        let last: Option<i64> = on!(self, conn => sqlx::query_scalar("select max(received_at) from inbox").fetch_one(conn).await)?;
        Ok(last.map(Instant))
    }

    /// Forgets up to so many that came before an instant. Ids grow with time.
    pub(crate) async fn forget_updates(
        &mut self,
        before: Instant,
        most: i64,
    ) -> Result<u64, Error> {
        Ok(on!(self, conn => sqlx::query(
            "delete from inbox where id in (
                 select id from inbox where id < $2 and state <> 'open' and received_at < $1 order by id limit $3)")
            .bind(before.0).bind(first_id(before)).bind(most)
            .execute(conn).await.map(|done| done.rows_affected()))?)
    }
}
